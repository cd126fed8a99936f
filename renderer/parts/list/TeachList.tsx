import Box from '@mui/material/Box';
import { rem } from '../../look/theme.ts';

/** What an empty place teaches: a thing to type or do, and beside it what comes of it. */
export function TeachList({ rows }: { readonly rows: readonly (readonly [what: string, meaning: string])[] }) {
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'auto 1fr',
        columnGap: rem(16),
        rowGap: rem(8),
        margin: 0,
        textAlign: 'left',
        alignItems: 'baseline',
      }}
    >
      {rows.map(([what, meaning]) => (
        <Box key={what} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.primary', fontWeight: 600, whiteSpace: 'nowrap' }}>
            {what}
          </Box>
          <Box component="dd" sx={{ margin: 0 }}>
            {meaning}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
