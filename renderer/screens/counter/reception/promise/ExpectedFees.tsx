import type { ProcedureDetail } from '../../../../../electron/contract/catalogue/procedure.ts';
import type { FeeLineView as Fee } from '../../../../../electron/contract/base/values.ts';
import { totalFees } from '../../../../../electron/domain/counter/money/fees.ts';
import { formatMoney } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Block, Row, Text } from '../../../../parts/layout/primitives.ts';

type ExpectedFeesProps = { readonly procedure: ProcedureDetail; readonly fees: readonly Fee[] | undefined };

/** What it costs as the form stands. An amount nobody found is said to be unknown, never free. */
export function ExpectedFees({ procedure, fees }: ExpectedFeesProps) {
  const { reception } = useTexts();
  const texts = reception.fee;
  // What is announced as free on the paper is no amount that is missing here.
  const owed = fees?.filter(({ free }) => free === undefined) ?? [];
  const free = [...new Set(fees?.flatMap((fee) => fee.free ?? []))].join(' · ');
  const total = totalFees(owed);
  const unknown = total.unknown > 0;
  const uncounted = fees?.some(({ gap }) => gap === 'pages-needed') === true;
  const note = uncounted ? '' : feeNote(fees ?? [], procedure.feeNote);
  function amount(): string {
    if (uncounted) return texts.uncounted;
    if (unknown) return texts.unknown;
    return free !== '' && total.known === 0 ? texts.free : formatMoney(total.known);
  }
  return (
    <Row gap={4} align="baseline" shrink={false} paddingTop={2} css={{ borderTop: '1px dashed var(--hairline)' }}>
      <Block grow minWidth={0}>
        <Text as="span" weight={500}>
          {fees !== undefined && new Set(fees.map(({ name }) => name)).size === 1 ? fees[0]?.name : texts.title}
        </Text>
        <Text lines={2} size="small" tone="secondary" title={note}>
          {free !== '' && <>{free} </>}
          {uncounted ? texts.uncountedHint : unknown ? `${texts.unknownHint} ` : ''}
          {note}
        </Text>
      </Block>
      <Text size={unknown ? 'body' : 'title'} weight={700} nowrap tone={unknown ? 'soon' : undefined}>
        {fees === undefined ? '' : amount()}
      </Text>
    </Row>
  );
}

/** How the amount came about; the catalogue's own note where the lines say nothing. */
function feeNote(fees: readonly Fee[], catalogueNote: string): string {
  const oneName = new Set(fees.map(({ name }) => name)).size === 1;
  const notes = fees.map(({ name, amount, note }) =>
    fees.length === 1
      ? note
      : oneName
        ? `${note.split(' · ')[0] ?? ''} = ${amount === null ? '…' : formatMoney(amount)}`
        : `${name}: ${amount === null ? '…' : formatMoney(amount)}${note === '' ? '' : ` (${note})`}`,
  );
  return notes.filter((note) => note !== '').join(' · ') || catalogueNote;
}
