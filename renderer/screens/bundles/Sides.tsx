import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { Panel } from '../../parts/Panel.tsx';
import { rem } from '../../theme.ts';

/** Left the box that is scanned into, right what comes of it. */
export function Sides({ left, children }: { readonly left: ReactNode; readonly children: ReactNode }) {
  return (
    <Box
      sx={{
        flexGrow: 1,
        minHeight: 0,
        display: 'grid',
        gap: rem(12),
        gridTemplateColumns: `minmax(0, ${rem(380)}) minmax(0, 1fr)`,
        gridTemplateRows: 'minmax(0, 1fr)',
        '@container screen (max-width: 60rem)': {
          gridTemplateColumns: 'minmax(0, 1fr)',
          gridTemplateRows: 'none',
          overflow: 'auto',
        },
      }}
    >
      <Panel sx={{ gap: rem(12) }}>{left}</Panel>
      {children}
    </Box>
  );
}
