import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { desk } from '../../desk/client.ts';
import { rem } from '../../look/theme.ts';
import { useTexts } from '../../text/texts.ts';

/** What the supplied data are not sure of: an office must know before it promises anything. */
export function UnverifiedNotice() {
  const { firstRun } = useTexts();
  const { data } = useQuery(desk.procedure.unverified.queryOptions({ input: {}, staleTime: Infinity }));
  const entries = data?.entries ?? [];
  if (entries.length === 0) return null;
  return (
    <Box
      sx={{
        border: '1px solid var(--soon)',
        bgcolor: 'var(--soon-soft)',
        borderRadius: '8px',
        padding: rem(10),
        fontSize: rem(13),
      }}
    >
      <Box sx={{ fontWeight: 600, color: 'var(--soon)' }}>! {firstRun.unverified(entries.length)}</Box>
      <Box>{firstRun.unverifiedText}</Box>
      <details>
        <summary>{firstRun.unverifiedShow}</summary>
        <Box
          component="ul"
          tabIndex={0}
          aria-label={firstRun.unverified(entries.length)}
          sx={{ maxHeight: rem(180), overflow: 'auto', margin: 0, paddingLeft: rem(18) }}
        >
          {entries.map((entry, index) => (
            <li key={index}>
              <strong>{entry.code}</strong> {entry.what}
            </li>
          ))}
        </Box>
      </details>
    </Box>
  );
}
