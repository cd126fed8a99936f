import Box from '@mui/material/Box';
import type { MissedApology } from '../../../electron/contract/case/apology.ts';
import { rem } from '../../look/theme.ts';
import { formatDateTime } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';

type Row = Omit<MissedApology, 'reason' | 'reasonEn'>;

/** Whose file it is, whom to call and what was promised. */
export function ApologyFacts({ row }: { readonly row: Row }) {
  const { apology } = useTexts();
  const facts = [
    [apology.procedure, row.procedureName],
    [apology.oldDue, formatDateTime(row.dueAt)],
    [apology.phone, row.phone ?? apology.noPhone],
    [apology.holder, row.holderName ?? apology.nobody],
  ] as const;
  return (
    <Box
      component="dl"
      sx={{
        margin: 0,
        display: 'grid',
        gridTemplateColumns: `${rem(90)} minmax(0, 1fr)`,
        columnGap: rem(8),
        rowGap: rem(2),
        fontSize: rem(13),
        '& dt': { color: 'text.secondary' },
        '& dd': { margin: 0, fontWeight: 500 },
      }}
    >
      {facts.map(([name, value]) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Box>
      ))}
    </Box>
  );
}
