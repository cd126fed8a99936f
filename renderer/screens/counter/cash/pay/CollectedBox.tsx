import { useMutation } from '@tanstack/react-query';
import { desk } from '../../../../desk/client.ts';
import { Chip } from '../../../../parts/controls/Chip.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { UndoMinute } from '../../../../parts/controls/UndoMinute.tsx';
import { formatMoney } from '../../../../text/format.ts';
import { usePrintJob } from '../../../../parts/paper/PrintChip.tsx';
import { useTexts } from '../../../../text/texts.ts';
import type { Collected } from './PayPanel.tsx';
import { Block, Column, Row, Text } from '../../../../parts/layout/primitives.ts';

/** What was just done: the receipt's number and the change, large enough to be read across the counter. */
export function CollectedBox({ collected }: { readonly collected: Collected }) {
  const { cash } = useTexts();
  const { receipt, amount, change, number, paperFault, printJobId } = collected;
  const job = usePrintJob(printJobId);
  const undo = useMutation(desk.money.undo.mutationOptions());
  if (undo.isSuccess) return <OutcomeLine tone="good">{cash.done.undone(number, formatMoney(amount))}</OutcomeLine>;
  // What the job itself became, and no guess by the printer: nobody should wait for a paper that does not come.
  const isLost = printJobId === null || job?.needsAttention === true;
  const isOut = job?.state === 'printed' || job?.state === 'handed-over';
  const label = { size: 'note', tone: 'secondary' } as const;
  const title = amount === 0 ? cash.done.zeroTitle : cash.done.title;
  const printing = receipt.kind === 'paper' ? cash.done.printing : cash.done.slipPrinting;
  return (
    <Column
      as="section"
      border="brand"
      radius={10}
      ground="brand"
      padding={4}
      gap={2}
      shrink={false}
      aria-label={title}
    >
      <div role="status" aria-live="polite">
        <Text size="note" weight={600} tone="brand">
          <span aria-hidden>✓ </span>
          {title} · {receipt.payer}
        </Text>
        <Text {...label} marginTop={2}>
          {cash.done.number}
        </Text>
        <Text size="display" weight={700} breaks>
          {number}
        </Text>
        <Text size="small" tone="secondary">
          {cash.done.symbol(receipt.template, receipt.symbol)}
        </Text>
        <Row columnGap={6} rowGap={1} wrap marginTop={2}>
          <div>
            <Text {...label}>{cash.done.amount}</Text>
            <Text size="number" weight={700}>
              {formatMoney(amount)}
            </Text>
          </div>
          {change > 0 && (
            <div>
              <Text {...label}>{cash.done.change}</Text>
              <Text size="figure" weight={700} tone="brand">
                {formatMoney(change)}
              </Text>
            </div>
          )}
        </Row>
      </div>
      <Block css={{ '& > span': { whiteSpace: 'normal' } }}>
        <Chip tone={isLost ? 'late' : isOut ? 'good' : 'brand'}>{isLost ? cash.done.notPrinted : printing}</Chip>
      </Block>
      <FaultNote error={undo.error} />
      <Row>
        <UndoMinute
          label={cash.done.undo}
          disabled={undo.isPending}
          onUndo={() => undo.mutate({ receiptId: receipt.receiptId })}
        />
      </Row>
      {paperFault !== null && <FaultNote error={paperFault.message} />}
      <Text {...label}>{cash.done.next}</Text>
    </Column>
  );
}
