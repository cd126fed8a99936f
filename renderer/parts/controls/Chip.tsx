import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { rem } from '../../look/theme.ts';

export type Tone = 'plain' | 'brand' | 'good' | 'soon' | 'late';

const colours: Record<Tone, { readonly color: string; readonly bgcolor: string }> = {
  plain: { color: 'var(--secondary)', bgcolor: 'var(--ground)' },
  brand: { color: 'var(--brand)', bgcolor: 'var(--brand-soft)' },
  good: { color: 'var(--good)', bgcolor: 'var(--brand-soft)' },
  soon: { color: 'var(--soon)', bgcolor: 'var(--soon-soft)' },
  late: { color: 'var(--late)', bgcolor: 'var(--late-soft)' },
};

type ChipProps = {
  readonly tone?: Tone;
  /** A whole sentence, which may need a second line. */
  readonly wraps?: boolean;
  readonly children: ReactNode;
};

/** A word in a pill. The colour only repeats what the word says. */
export function Chip({ tone = 'plain', wraps = false, children }: ChipProps) {
  return (
    <Box
      component="span"
      sx={{
        ...colours[tone],
        display: 'inline-block',
        fontSize: rem(11),
        fontWeight: 600,
        lineHeight: rem(15),
        padding: `${rem(1)} ${rem(8)}`,
        borderRadius: '10px',
        border: '1px solid',
        borderColor: 'color-mix(in srgb, currentColor 20%, transparent)',
        whiteSpace: wraps ? 'normal' : 'nowrap',
      }}
    >
      {children}
    </Box>
  );
}
