import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReceiptView } from '../../../../../electron/contract/counter/money/fee-receipt.ts';
import { desk } from '../../../../desk/client.ts';
import { roleOf, useKnownStatus } from '../../../../desk/desk-status.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { Chip } from '../../../../parts/controls/Chip.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { PanelTitle } from '../../../../parts/layout/Panel.tsx';
import { formatDateTime, formatMoney } from '../../../../text/format.ts';
import { CounterMark } from '../../../../parts/list/CounterMark.tsx';
import { useTexts } from '../../../../text/texts.ts';
import { CorrectDialog } from './CorrectDialog.tsx';
import { RefundDialog } from './RefundDialog.tsx';
import { Block, Column, Row, Text } from '../../../../parts/layout/primitives.ts';

type CaseReceiptsProps = {
  readonly caseId: string;
  /** Given back, or another stands in its place. */
  readonly onSettled: (receiptId: string) => void;
};

/** The receipts this case has, the newest first; a supervisor can give one back. */
export function CaseReceipts({ caseId, onSettled }: CaseReceiptsProps) {
  const { cash } = useTexts();
  const supervises = useKnownStatus(roleOf) === 'supervisor';
  const { data, error } = useQuery(desk.money.receipts.queryOptions({ input: { caseId } }));
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const [paperFault, setPaperFault] = useState<string | undefined>(undefined);
  const [outcome, setOutcome] = useState('');
  const receipts = data?.receipts.toReversed() ?? [];
  const standing = receipts.filter((one) => one.refunded === null && one.replacedBy === null);
  function done(said: string, failed?: string): void {
    setOutcome(said);
    setPaperFault(failed);
    setAsked(undefined);
  }

  return (
    <Column gap={1} marginTop={2}>
      <PanelTitle>{cash.receipts.title}</PanelTitle>
      <FaultNote error={error} />
      <OutcomeLine tone="good">{outcome}</OutcomeLine>
      {paperFault !== undefined && <FaultNote error={paperFault} />}
      {data !== undefined && receipts.length === 0 && <Text tone="secondary">{cash.receipts.none}</Text>}
      {receipts.map((receipt) => {
        const at = standing.indexOf(receipt);
        return (
          <Column gap={1} line="bottom" padding={[1, 0]} key={receipt.receiptId}>
            <ReceiptWords receipt={receipt} />
            {supervises && at >= 0 && (
              <Row gap={2} wrap justify="flex-end">
                <ActionButton
                  keys={at === 0 ? 'Alt+C' : `Ctrl+Shift+${at}`}
                  label={`${cash.receipts.correct} ${receipt.number}`}
                  onAct={() => setAsked({ act: 'correct', receipt })}
                >
                  {cash.receipts.correct}
                </ActionButton>
                <ActionButton
                  keys={`Alt+Shift+${at}`}
                  label={`${cash.receipts.refund} ${receipt.number}`}
                  onAct={() => setAsked({ act: 'refund', receipt })}
                >
                  {cash.receipts.refund}
                </ActionButton>
              </Row>
            )}
          </Column>
        );
      })}
      {!supervises && standing.length > 0 && (
        <Text size="small" tone="secondary">
          {cash.receipts.needsSupervisor}
        </Text>
      )}
      {asked?.act === 'refund' && (
        <RefundDialog
          receipt={asked.receipt}
          onClose={() => setAsked(undefined)}
          onDone={() => {
            onSettled(asked.receipt.receiptId);
            done(cash.refund.done(asked.receipt.number, formatMoney(asked.receipt.amount)));
          }}
        />
      )}
      {asked?.act === 'correct' && (
        <CorrectDialog
          receipt={asked.receipt}
          onClose={() => setAsked(undefined)}
          onDone={({ receipt: { receiptId, number }, replacement, paperFault: failed }) => {
            if (replacement !== null) onSettled(receiptId);
            done(
              replacement === null ? cash.correct.noticed(number) : cash.correct.replaced(number, replacement.number),
              failed?.message,
            );
          }}
        />
      )}
    </Column>
  );
}

type Asked = { readonly act: 'refund' | 'correct'; readonly receipt: ReceiptView };

function ReceiptWords({ receipt }: { readonly receipt: ReceiptView }) {
  const { cash } = useTexts();
  const { refunded } = receipt;
  return (
    <Block grow minWidth={0}>
      <Row gap={2} align="baseline">
        <span>{receipt.symbol}</span>
        <strong>{receipt.number}</strong>
        <span>{formatMoney(receipt.amount)}</span>
        {receipt.decidedAgainst === true && <Chip tone="soon">{cash.receipts.decidedAgainst}</Chip>}
        {receipt.replacedBy !== null && <Chip>{cash.receipts.replaced}</Chip>}
      </Row>
      <Text size="small" tone="secondary">
        {formatDateTime(receipt.at)} · {cash.methods[receipt.method]} · {cash.stages[receipt.stage]} · {receipt.clerk}
      </Text>
      <CounterMark counter={receipt.counter} />
      {receipt.notices.map(({ at, errors }) => (
        <Text size="small" tone="soon" key={at}>
          {cash.receipts.noticed(formatDateTime(at), errors.map((error) => cash.correct.errors[error]).join(', '))}
        </Text>
      ))}
      {refunded !== null && (
        <Text size="small" tone="soon">
          {cash.receipts.refunded(formatDateTime(refunded.at), refunded.reason)}
        </Text>
      )}
    </Block>
  );
}
