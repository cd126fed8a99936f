import { useQuery } from '@tanstack/react-query';
import { desk } from '../../../../desk/client.ts';
import { PanelTitle } from '../../../../parts/layout/Panel.tsx';
import { Block, Row, Text } from '../../../../parts/layout/primitives.ts';
import { formatDate, formatMoney } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';

/** What the month of a day obliges the office to: certification fees to remit, and e-receipts that are owed still. */
export function MonthOwed({ date }: { readonly date: string }) {
  const { cash } = useTexts();
  const texts = cash.month;
  const { data } = useQuery({ ...desk.money.month.queryOptions({ input: { month: date.slice(0, 7) } }), staleTime: 0 });
  if (data === undefined) return null;
  const { certification, unsigned } = data;
  return (
    <div>
      <PanelTitle>{texts.title(`${date.slice(5, 7)}/${date.slice(0, 4)}`)}</PanelTitle>
      <Row gap={2} padding={[0.75, 0]}>
        <Block grow>
          {texts.certification}
          <Text size="note" tone="secondary">
            {texts.remitBy(formatDate(certification.remitBy))}
          </Text>
        </Block>
        <Text weight={600} nowrap>
          {formatMoney(certification.amount)}
        </Text>
      </Row>
      {unsigned.count > 0 && (
        <Text size="note" tone="late">
          {texts.unsigned(
            unsigned.count,
            formatMoney(unsigned.amount),
            formatDate((unsigned.oldest ?? date).slice(0, 10)),
          )}
        </Text>
      )}
    </div>
  );
}
