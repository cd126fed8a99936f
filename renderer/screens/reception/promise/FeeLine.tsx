import type { ProcedureDetail } from '../../../../electron/contract/catalogue/procedure.ts';
import type { FeeLineView as Fee } from '../../../../electron/contract/values.ts';
import { totalFees } from '../../../../electron/domain/money/fees.ts';
import { formatMoney } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { Block, Row, Text } from '../../../parts/layout/primitives.ts';

type FeeLineProps = { readonly procedure: ProcedureDetail; readonly fees: readonly Fee[] | undefined };

/** What it costs as the form stands. An amount nobody found is said to be unknown, never free. */
export function FeeLine({ procedure, fees }: FeeLineProps) {
  const { reception } = useTexts();
  const texts = reception.fee;
  const total = totalFees(fees ?? []);
  const unknown = fees !== undefined && total.unknown > 0;
  const note = feeNote(fees ?? [], procedure.feeNote);
  return (
    <Row gap={4} align="baseline" shrink={false} paddingTop={2} css={{ borderTop: '1px dashed var(--hairline)' }}>
      <Block grow minWidth={0}>
        <Text as="span" weight={500}>
          {fees?.length === 1 ? fees[0]?.name : texts.title}
        </Text>
        <Text lines={2} size="small" tone="secondary" title={note}>
          {unknown ? `${texts.unknownHint} ` : ''}
          {note}
        </Text>
      </Block>
      <Text size={unknown ? 'body' : 'title'} weight={700} nowrap tone={unknown ? 'soon' : undefined}>
        {fees === undefined ? '' : unknown ? texts.unknown : formatMoney(total.known)}
      </Text>
    </Row>
  );
}

/** How the amount came about; the catalogue's own note where the lines say nothing. */
function feeNote(fees: readonly Fee[], catalogueNote: string): string {
  const notes = fees.map(({ name, amount, note }) =>
    fees.length === 1
      ? note
      : `${name}: ${amount === null ? '…' : formatMoney(amount)}${note === '' ? '' : ` (${note})`}`,
  );
  return notes.filter((note) => note !== '').join(' · ') || catalogueNote;
}
