import Box from '@mui/material/Box';
import type { DeskClient } from '../../desk/client.ts';
import { rem } from '../../look/theme.ts';
import { Panel, PanelTitle } from '../../parts/layout/Panel.tsx';
import { formatMoney, formatTime } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { formatDifference } from './difference.ts';

export type Day = Awaited<ReturnType<DeskClient['money']['daySheet']>>;

/** In the order a clerk adds up. */
export const totalRows = ['collected', 'refunded', 'adjusted', 'net'] as const;
export const totalColumns = ['cash', 'transfer', 'card', 'total'] as const;

const cell = { padding: `${rem(5)} ${rem(4)}`, textAlign: 'right', whiteSpace: 'nowrap' } as const;

/** The sums of the day by how it was paid, by fee, and by drawer. */
export function DayTotals({ day }: { readonly day: Day }) {
  const { cash } = useTexts();
  return (
    <Panel title={cash.day.totals} sx={{ gap: 3 }} focusable>
      <Box>
        <Box sx={{ fontSize: rem(13), color: 'text.secondary' }}>{cash.day.rows.net}</Box>
        <Box sx={{ fontSize: rem(28), fontWeight: 700, lineHeight: 1.2 }}>{formatMoney(day.net.total)}</Box>
      </Box>
      <Box component="table" sx={{ borderCollapse: 'collapse', width: '100%', fontSize: rem(13) }}>
        <Box component="thead" sx={{ fontSize: rem(12), color: 'text.secondary' }}>
          <tr>
            <td />
            {totalRows.map((row) => (
              <Box component="th" scope="col" key={row} sx={{ ...cell, fontWeight: row === 'net' ? 600 : 400 }}>
                {cash.day.rows[row]}
              </Box>
            ))}
          </tr>
        </Box>
        <tbody>
          {totalColumns.map((column) => (
            <Box component="tr" key={column} sx={{ borderTop: '1px solid var(--hairline)' }}>
              <Box component="th" scope="row" sx={{ ...cell, textAlign: 'left', fontWeight: 500 }}>
                {column === 'total' ? cash.day.total : cash.methods[column]}
              </Box>
              {totalRows.map((row) => (
                <Box
                  component="td"
                  key={row}
                  sx={{ ...cell, fontWeight: row === 'net' || column === 'total' ? 600 : 400 }}
                >
                  {formatMoney(day[row][column])}
                </Box>
              ))}
            </Box>
          ))}
        </tbody>
      </Box>
      {day.byFee.length > 0 && (
        <Box>
          <PanelTitle>{cash.day.byFee}</PanelTitle>
          {day.byFee.map((fee) => (
            <Box key={fee.name} sx={{ display: 'flex', gap: 2, padding: `${rem(3)} 0` }}>
              <Box sx={{ flexGrow: 1 }}>
                {fee.name}{' '}
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  × {fee.count}
                </Box>
              </Box>
              <Box sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>{formatMoney(fee.amount)}</Box>
            </Box>
          ))}
        </Box>
      )}
      {day.tills.length > 0 && (
        <Box>
          <PanelTitle>{cash.day.tills}</PanelTitle>
          {day.tills.map((till) => (
            <TillLine key={`${till.till} ${till.session}`} till={till} />
          ))}
        </Box>
      )}
    </Panel>
  );
}

function TillLine({ till }: { readonly till: Day['tills'][number] }) {
  const { cash } = useTexts();
  const { difference } = till;
  const closed = till.closedAt === null ? cash.day.stillOpen : formatTime(till.closedAt);
  return (
    <Box sx={{ padding: `${rem(3)} 0` }}>
      <strong>
        {till.till} · {formatTime(till.openedAt)} – {closed}
      </strong>
      <Box sx={{ fontSize: rem(13) }}>
        {cash.day.expected} {formatMoney(till.expected)}
        {till.counted !== null && ` · ${cash.day.counted} ${formatMoney(till.counted)}`}
      </Box>
      {difference !== null && (
        <Box sx={{ fontSize: rem(13), color: difference === 0 ? 'var(--good)' : 'var(--late)' }}>
          {difference === 0 ? cash.till.balanced : cash.till.difference(formatDifference(difference))}
          {till.reason !== null && `: ${till.reason}`}
        </Box>
      )}
    </Box>
  );
}
