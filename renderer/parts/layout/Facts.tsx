import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { rem } from '../../look/theme.ts';

export type Fact = readonly [label: string, value: ReactNode];

/** Labels and what they say, one under the other; an empty value is left out. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <Box
      component="dl"
      sx={{
        margin: 0,
        display: 'grid',
        gridTemplateColumns: `${rem(96)} minmax(0, 1fr)`,
        columnGap: 2,
        rowGap: rem(6),
      }}
    >
      {facts
        .filter(([, value]) => value !== undefined && value !== null && value !== '')
        .map(([label, value]) => (
          <Box key={label} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: 'text.secondary', fontSize: rem(13) }}>
              {label}
            </Box>
            <Box component="dd" sx={{ margin: 0, fontWeight: 500, overflowWrap: 'anywhere' }}>
              {value}
            </Box>
          </Box>
        ))}
    </Box>
  );
}
