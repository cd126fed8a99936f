import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** Says the outcome of an act where the act was done, aloud too; it stays until the next one. No toasts. */
export function StatusLine({
  children,
  tone = 'plain',
}: {
  readonly children?: ReactNode;
  readonly tone?: 'plain' | 'good' | 'late';
}) {
  const color = tone === 'plain' ? 'var(--secondary)' : `var(--${tone})`;
  return (
    <Box role="status" aria-live="polite" sx={{ color, fontWeight: tone === 'plain' ? 400 : 500 }}>
      {children}
    </Box>
  );
}
