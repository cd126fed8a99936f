import { rem } from '../../../look/theme.ts';
import { Block, Grid, Text } from '../../../parts/layout/primitives.ts';
import { ListHead } from '../../../parts/list/ListHead.tsx';
import { formatMoney } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import type { AskedLine } from './asked.ts';

const columns = {
  columns: `${rem(36)} minmax(0, 1fr) ${rem(150)} ${rem(150)}`,
  columnGap: 3,
  align: 'baseline',
  padding: [1.5, 2.5],
} as const;

/** What is asked for, paper by paper, with what each costs. */
export function PapersList({ lines }: { readonly lines: readonly AskedLine[] }) {
  const { certification } = useTexts();
  return (
    <>
      <ListHead
        columns={columns}
        names={(['no', 'paper', 'counted', 'fee'] as const).map((name) => certification.columns[name])}
      />
      <Block as="ol" scroll minHeight={0} aria-label={certification.list}>
        {lines.map((one, index) => (
          <Grid as="li" line="bottom" {...columns} key={`${index} ${one.kind}`}>
            <Text tone="secondary">{index + 1}</Text>
            <Block minWidth={0}>
              <Text lines={1} weight={600} title={one.paper}>
                {one.paper === '' ? certification.unnamed : one.paper}
              </Text>
              <Text size="small" tone="secondary">
                {certification.kinds[one.kind]}
              </Text>
            </Block>
            <Text nowrap>{certification.counted(one.pages, one.copies)}</Text>
            <Block textAlign="right">
              <Text weight={600} nowrap>
                {one.fee === null ? '–' : formatMoney(one.fee)}
              </Text>
              {one.capped && (
                <Text size="small" tone="soon">
                  {certification.capped}
                </Text>
              )}
            </Block>
          </Grid>
        ))}
      </Block>
    </>
  );
}
