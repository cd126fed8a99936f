import Box from '@mui/material/Box';
import type { DrawOp, PaperPage } from '../../../electron/contract/common/printing/paper.ts';
import { rem } from '../../look/theme.ts';
import { useTexts } from '../../text/texts.ts';
import { Column } from '../layout/primitives.ts';

const paperInk = '#111111';

function Drawn({ op }: { readonly op: DrawOp }) {
  switch (op.kind) {
    case 'text':
      return (
        <text
          x={op.x}
          y={op.y}
          fontSize={op.size}
          fontWeight={op.font.startsWith('bold') ? 700 : 400}
          fontStyle={op.font.endsWith('italic') ? 'italic' : 'normal'}
          // The paper's own measure of the line, so that the picture breaks where the print breaks.
          {...(op.text.trim().length > 1 && op.width > 0
            ? { textLength: op.width, lengthAdjust: 'spacingAndGlyphs' }
            : {})}
          fill={paperInk}
          xmlSpace="preserve"
        >
          {op.text}
        </text>
      );
    case 'line':
      return <line x1={op.x1} y1={op.y1} x2={op.x2} y2={op.y2} stroke={paperInk} strokeWidth={op.width} />;
    case 'rect':
      // The filled ones are drawn together, below.
      return op.fill ? null : (
        <rect x={op.x} y={op.y} width={op.width} height={op.height} fill="none" stroke={paperInk} strokeWidth={0.8} />
      );
  }
}

/** The modules of the codes as one path, as the PDF has them: one by one they show hair lines between them. */
function filledPath(page: PaperPage): string {
  return page.ops
    .map((op) => (op.kind === 'rect' && op.fill ? `M${op.x} ${op.y}h${op.width}v${op.height}h${-op.width}z` : ''))
    .join('');
}

/** Pages exactly as they print: the same draw list becomes the PDF. Paper stays paper in the dark look too. */
export function PaperView({ pages }: { readonly pages: readonly PaperPage[] }) {
  const { common } = useTexts();
  return (
    <Column gap={2}>
      {pages.map((page, index) => (
        <Box
          key={index}
          component="svg"
          role="img"
          aria-label={common.paperPicture(index + 1, pages.length)}
          viewBox={`0 0 ${page.width} ${page.height}`}
          sx={{
            display: 'block',
            width: '100%',
            // A strip is narrow: as wide as a sheet its letters would shout and its end be far away.
            ...(page.face === 'sans' && { maxWidth: rem(320), marginInline: 'auto' }),
            height: 'auto',
            bgcolor: '#fdfcf8',
            border: '1px solid var(--hairline)',
            fontFamily:
              page.face === 'sans'
                ? "'Be Vietnam Pro', 'Noto Sans', sans-serif"
                : "Tinos, 'Noto Sans', 'Times New Roman', serif",
            fontVariantNumeric: 'normal',
          }}
        >
          {page.ops.map((op, at) => (
            <Drawn key={at} op={op} />
          ))}
          <path d={filledPath(page)} fill={paperInk} />
        </Box>
      ))}
    </Column>
  );
}
