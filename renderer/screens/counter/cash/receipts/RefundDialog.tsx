import { saysSomething } from '../../../../../electron/contract/base/values.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { PayMethod, type ReceiptView } from '../../../../../electron/contract/counter/money/fee-receipt.ts';
import { desk } from '../../../../desk/client.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Segmented } from '../../../../parts/controls/Segmented.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { Text } from '../../../../parts/layout/primitives.ts';
import { formatMoney } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';

type RefundDialogProps = {
  readonly receipt: ReceiptView;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Asks once, says what will happen, and wants the reason. */
export function RefundDialog({ receipt, onClose, onDone }: RefundDialogProps) {
  const { cash, common } = useTexts();
  const { takenAt, decidedAgainst: owedThere = false } = receipt;
  const [method, setMethod] = useState(receipt.method);
  const [reason, setReason] = useState('');
  const [gone, setGone] = useState<'there' | 'gone'>('there');
  const [missing, setMissing] = useState(false);
  const refund = useMutation(
    desk.money.refund.mutationOptions({
      onSuccess: () => onDone(),
    }),
  );

  function submit(): void {
    const empty = !saysSomething(reason);
    setMissing(empty);
    if (!empty && !refund.isPending)
      refund.mutate({
        receiptId: receipt.receiptId,
        reason,
        method,
        ...(gone === 'gone' ? { fromOwnTill: true } : {}),
      });
  }

  return (
    <Dialog
      title={cash.refund.title(receipt.number)}
      onClose={onClose}
      act={{ label: cash.receipts.refund, onAct: submit, disabled: refund.isPending }}
    >
      <div>{cash.refund.note(formatMoney(receipt.amount), receipt.dueAgain !== false)}</div>
      {takenAt !== undefined && (
        <Text tone="soon" weight={500}>
          {owedThere ? cash.refund.owedThere(takenAt) : cash.refund.otherTill(takenAt)}
        </Text>
      )}
      {takenAt !== undefined && owedThere && (
        <Segmented
          label={cash.refund.from}
          value={gone}
          onChange={setGone}
          choices={[
            { value: 'there', label: cash.refund.there(takenAt) },
            { value: 'gone', label: cash.refund.counterGone(takenAt) },
          ]}
        />
      )}
      <FaultNote error={refund.error} />
      <Segmented
        label={cash.refund.method}
        value={method}
        onChange={setMethod}
        choices={PayMethod.options.map((value) => ({ value, label: cash.methods[value] }))}
      />
      <Field
        label={cash.refund.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={missing ? common.issues['required'] : undefined}
        autoFocus
      />
    </Dialog>
  );
}
