import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** What to look at, beside its field: a sign and words, so that the colour never speaks alone. Never blocks. */
export function Warning({ children }: { readonly children: ReactNode }) {
  return (
    <Box component="span" sx={{ display: 'flex', gap: 1, color: 'var(--soon)', fontWeight: 500 }}>
      <span aria-hidden>▲</span>
      <span>{children}</span>
    </Box>
  );
}
