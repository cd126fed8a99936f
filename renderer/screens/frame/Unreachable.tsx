import Box from '@mui/material/Box';
import { FaultNote } from '../../parts/FaultNote.tsx';
import { rem } from '../../theme.ts';

/** The desk does not answer at all; the status is asked again every 5 s, so the page mends itself. */
export function Unreachable({ error }: { readonly error: unknown }) {
  return (
    <Box sx={{ height: '100%', display: 'grid', placeItems: 'center', padding: rem(24) }}>
      <FaultNote error={error} />
    </Box>
  );
}
