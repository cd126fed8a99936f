import Box from '@mui/material/Box';
import type { PaperPage } from '../../../../electron/contract/printing/paper.ts';
import { rem } from '../../../look/theme.ts';
import { useTexts } from '../../../text/texts.ts';

/** The square code of the slip alone, as large as a telephone likes it. Its modules are the lowest of the filled boxes. */
export function PayCode({ page }: { readonly page: PaperPage }) {
  const { cash } = useTexts();
  const filled = page.ops.flatMap((op) => (op.kind === 'rect' && op.fill ? [op] : []));
  const module = Math.min(...filled.map(({ height }) => height));
  const modules = filled.filter(({ height }) => height < module * 1.5);
  const left = Math.min(...modules.map(({ x }) => x));
  const top = Math.min(...modules.map(({ y }) => y));
  const right = Math.max(...modules.map(({ x, width }) => x + width));
  const quiet = module * 4;
  if (modules.length === 0) return null;
  return (
    <Box
      component="svg"
      role="img"
      aria-label={cash.transfer.slip}
      viewBox={`${left - quiet} ${top - quiet} ${right - left + 2 * quiet} ${right - left + 2 * quiet}`}
      sx={{ width: '100%', maxWidth: rem(300), bgcolor: '#ffffff', borderRadius: '8px', flexShrink: 0 }}
    >
      <path
        d={modules.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`).join('')}
        fill="#111111"
      />
    </Box>
  );
}
