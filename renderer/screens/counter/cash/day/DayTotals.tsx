import type { DeskClient } from '../../../../desk/client.ts';
import { Panel, PanelTitle } from '../../../../parts/layout/Panel.tsx';
import { formatMoney, formatTime } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { MonthOwed } from './MonthOwed.tsx';
import { formatDifference } from '../till/difference.ts';
import { Block, Row, Text } from '../../../../parts/layout/primitives.ts';

export type Day = Awaited<ReturnType<DeskClient['money']['daySheet']>>;

/** In the order a clerk adds up. */
export const totalRows = ['collected', 'refunded', 'adjusted', 'net'] as const;
export const totalColumns = ['cash', 'transfer', 'card', 'total'] as const;

const cell = { padding: [1.25, 1], textAlign: 'right', nowrap: true } as const;

/** The sums of the day by how it was paid, by fee, and by drawer. */
export function DayTotals({ day }: { readonly day: Day }) {
  const { cash } = useTexts();
  return (
    <Panel title={cash.day.totals} gap={3} focusable>
      <div>
        <Text size="note" tone="secondary">
          {cash.day.rows.net}
        </Text>
        <Text size="figure" weight={700}>
          {formatMoney(day.net.total)}
        </Text>
      </div>
      <Text as="table" width="100%" size="note" css={{ borderCollapse: 'collapse' }}>
        <Text as="thead" size="small" tone="secondary">
          <tr>
            <td />
            {totalRows.map((row) => (
              <Text as="th" {...cell} weight={row === 'net' ? 600 : 400} scope="col" key={row}>
                {cash.day.rows[row]}
              </Text>
            ))}
          </tr>
        </Text>
        <tbody>
          {totalColumns.map((column) => (
            <Block as="tr" line="top" key={column}>
              <Text as="th" {...cell} textAlign="left" weight={500} scope="row">
                {column === 'total' ? cash.day.total : cash.methods[column]}
              </Text>
              {totalRows.map((row) => (
                <Text as="td" {...cell} weight={row === 'net' || column === 'total' ? 600 : 400} key={row}>
                  {formatMoney(day[row][column])}
                </Text>
              ))}
            </Block>
          ))}
        </tbody>
      </Text>
      {day.byFee.length > 0 && (
        <div>
          <PanelTitle>{cash.day.byFee}</PanelTitle>
          {day.byFee.map((fee) => (
            <Row gap={2} padding={[0.75, 0]} key={fee.name}>
              <Block grow>
                {fee.name}{' '}
                <Text as="span" tone="secondary">
                  × {fee.count}
                </Text>
              </Block>
              <Text weight={600} nowrap>
                {formatMoney(fee.amount)}
              </Text>
            </Row>
          ))}
        </div>
      )}
      <MonthOwed date={day.date} />
      {day.voidedAlone.length > 0 && (
        <div>
          <PanelTitle>{cash.day.voidedAlone}</PanelTitle>
          {day.voidedAlone.map(({ caseId, number, at, byName, reason }) => (
            <Block padding={[0.75, 0]} key={`${caseId} ${at}`}>
              <strong>{number}</strong>
              <Text size="note">
                {cash.day.voidedBy(byName, formatTime(at))} · {reason}
              </Text>
            </Block>
          ))}
        </div>
      )}
      {day.tills.length > 0 && (
        <div>
          <PanelTitle>{cash.day.tills}</PanelTitle>
          {day.tills.map((till) => (
            <TillLine key={`${till.till} ${till.session}`} till={till} />
          ))}
        </div>
      )}
    </Panel>
  );
}

function TillLine({ till }: { readonly till: Day['tills'][number] }) {
  const { cash } = useTexts();
  const { difference } = till;
  const closed = till.closedAt === null ? cash.day.stillOpen : formatTime(till.closedAt);
  return (
    <Block padding={[0.75, 0]}>
      <strong>
        {till.till} · {formatTime(till.openedAt)} – {closed}
      </strong>
      <Text size="note">
        {cash.day.expected} {formatMoney(till.expected)}
        {till.counted !== null && ` · ${cash.day.counted} ${formatMoney(till.counted)}`}
      </Text>
      {difference !== null && (
        <Text size="note" tone={difference === 0 ? 'good' : 'late'}>
          {difference === 0 ? cash.till.balanced : cash.till.difference(formatDifference(difference))}
          {till.reason !== null && `: ${till.reason}`}
        </Text>
      )}
    </Block>
  );
}
