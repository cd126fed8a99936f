import Box from '@mui/material/Box';
import { rem } from '../look/theme.ts';
import { FaultNote } from '../parts/controls/FaultNote.tsx';

/** The desk does not answer at all; the status is asked again every 5 s, so the page mends itself. */
export function Unreachable({ error }: { readonly error: unknown }) {
  return (
    <Box sx={{ height: '100%', display: 'grid', placeItems: 'center', padding: rem(24) }}>
      <FaultNote error={error} />
    </Box>
  );
}
