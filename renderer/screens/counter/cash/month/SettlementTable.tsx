import type { Ref } from 'react';
import type { SettlementAnswer } from '../../../../../electron/contract/counter/money/settlement.ts';
import { rem } from '../../../../look/theme.ts';
import { Block, Text } from '../../../../parts/layout/primitives.ts';
import { formatCount } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';

type Line = SettlementAnswer['total'];

/** The numbers of a line, in the order of the paper. */
const columns = [
  ['receipts', ({ receipts }) => receipts],
  ['cash', ({ collected }) => collected.cash],
  ['transfer', ({ collected }) => collected.transfer],
  ['card', ({ collected }) => collected.card],
  ['collected', ({ collected }) => collected.total],
  ['refunded', ({ refunded }) => refunded.total],
  ['adjusted', ({ adjusted }) => adjusted.total],
  ['net', ({ net }) => net.total],
  ['waived', ({ waived }) => waived],
] as const satisfies readonly (readonly [string, (line: Line) => number | null])[];

type SettlementTableProps = {
  readonly data: SettlementAnswer;
  readonly front: Ref<HTMLDivElement>;
  readonly busy: boolean;
};

/** A line for each fee of each procedure, and their sum. What is not known is no 0. */
export function SettlementTable({ data, front, busy }: SettlementTableProps) {
  const { cash } = useTexts();
  const texts = cash.monthly;
  return (
    <Block
      ref={front}
      tabIndex={0}
      role="region"
      aria-label={texts.show.settlement}
      aria-busy={busy}
      scroll
      // In large letters the sheet scrolls before the lines have no room.
      minHeight={rem(180)}
      shrink
    >
      <table style={{ width: '100%', borderCollapse: 'collapse' }}>
        <thead style={{ position: 'sticky', top: 0, backgroundColor: 'var(--panel)' }}>
          <tr>
            <Heading left>{texts.columns.fee}</Heading>
            <Heading left>{texts.columns.procedure}</Heading>
            {columns.map(([name]) => (
              <Heading key={name}>{texts.columns[name]}</Heading>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={`${row.feeName} ${row.procedureCode}`}>
              <Text
                as="th"
                scope="row"
                weight={500}
                padding={[1, 2]}
                textAlign="left"
                line="bottom"
                minWidth={rem(140)}
              >
                {row.feeName}
                <Text size="small" tone={row.kind === null ? 'soon' : 'secondary'} weight={400}>
                  {texts.kinds[row.kind ?? 'none']}
                </Text>
              </Text>
              <Text as="td" size="note" padding={[1, 2]} line="bottom">
                <Text lines={2} title={row.procedureName}>
                  {row.procedureName}
                </Text>
                <Text size="small" tone="secondary">
                  {row.procedureCode}
                </Text>
              </Text>
              <Numbers line={row} weight={400} />
            </tr>
          ))}
        </tbody>
        {/* The sum stays in sight, however many lines there are. */}
        <tfoot style={{ position: 'sticky', bottom: 0, backgroundColor: 'var(--panel)' }}>
          <tr>
            <Text as="th" scope="row" weight={700} padding={[1, 2]} textAlign="left" colSpan={2}>
              {texts.total}
            </Text>
            <Numbers line={data.total} weight={700} />
          </tr>
        </tfoot>
      </table>
    </Block>
  );
}

function Heading({ children, left = false }: { readonly children: string; readonly left?: boolean }) {
  return (
    <Text
      as="th"
      scope="col"
      size="small"
      tone="secondary"
      padding={[1, 2]}
      textAlign={left ? 'left' : 'right'}
      line="bottom"
    >
      {children}
    </Text>
  );
}

function Numbers({ line, weight }: { readonly line: Line; readonly weight: 400 | 700 }) {
  const { cash } = useTexts();
  return columns.map(([name, of]) => {
    const value = of(line);
    return (
      <Text
        as="td"
        key={name}
        textAlign="right"
        nowrap
        padding={[1, 2]}
        line="bottom"
        weight={weight === 400 && (name === 'net' || name === 'collected') ? 600 : weight}
        tone={value === null ? 'soon' : value === 0 ? 'secondary' : 'ink'}
        size={value === null ? 'small' : 'body'}
      >
        {value === null ? cash.monthly.unknown : formatCount(value)}
      </Text>
    );
  });
}
