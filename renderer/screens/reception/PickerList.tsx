import Box from '@mui/material/Box';
import { useEffect } from 'react';
import { rem } from '../../look/theme.ts';
import { useTexts } from '../../text/texts.ts';
import { twoLines } from './EarlierCases.tsx';

type PickerListProps = {
  readonly id: string;
  readonly open: boolean;
  readonly hits: readonly { readonly code: string; readonly name: string; readonly field: string }[];
  readonly active: number;
  readonly text: string;
  /** The answer is the one to what stands in the box now. */
  readonly settled: boolean;
  readonly onActive: (index: number) => void;
  readonly onChoose: (code: string) => void;
};

/** What the box found, below it. The mouse may choose too, without taking the cursor out of the box. */
export function PickerList({ id, open, hits, active, text, settled, onActive, onChoose }: PickerListProps) {
  const { reception } = useTexts();
  const texts = reception.what;
  useEffect(() => {
    if (open) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active, open]);
  const nothing = open && settled && hits.length === 0;
  return (
    <>
      <Box
        component="ul"
        id={id}
        role="listbox"
        aria-label={texts.title}
        hidden={!open || hits.length === 0}
        sx={{
          position: 'absolute',
          zIndex: 5,
          top: rem(44),
          left: 0,
          right: 0,
          maxHeight: rem(380),
          overflow: 'auto',
          margin: 0,
          padding: rem(4),
          listStyle: 'none',
          bgcolor: 'background.paper',
          border: '1px solid var(--control)',
          borderRadius: '8px',
          boxShadow: '0 8px 24px rgb(0 0 0 / 16%)',
        }}
      >
        {hits.map((hit, index) => (
          <Box
            component="li"
            key={hit.code}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseEnter={() => onActive(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(hit.code)}
            sx={{
              display: 'flex',
              gap: 3,
              padding: `${rem(7)} ${rem(8)}`,
              borderRadius: '6px',
              cursor: 'pointer',
              borderLeft: '3px solid',
              borderColor: index === active ? 'var(--brand)' : 'transparent',
              bgcolor: index === active ? 'var(--brand-soft)' : 'transparent',
            }}
          >
            <Box sx={{ flexGrow: 1, minWidth: 0, fontWeight: 500, ...twoLines }}>{hit.name}</Box>
            <Box
              sx={{ color: 'text.secondary', fontSize: rem(12), textAlign: 'right', flexShrink: 0, maxWidth: rem(150) }}
            >
              {hit.code}
              <br />
              {hit.field}
            </Box>
          </Box>
        ))}
      </Box>
      <Box role="status" sx={{ fontSize: rem(13), color: 'text.secondary' }}>
        {nothing ? (
          texts.nothing(text)
        ) : (
          <Box sx={visuallyHidden}>{open && settled ? texts.count(hits.length) : ''}</Box>
        )}
      </Box>
    </>
  );
}

/** Heard and not seen. */
export const visuallyHidden = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;
