import { saysSomething } from '../../../../../electron/contract/base/values.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Fee } from '../../../../../electron/contract/counter/money/money.ts';
import { desk } from '../../../../desk/client.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { useTexts } from '../../../../text/texts.ts';
import { MoneyField } from '../pay/MoneyField.tsx';
import { Text } from '../../../../parts/layout/primitives.ts';

type FeeDialogProps = { readonly caseId: string; readonly fee: Fee; readonly onClose: () => void };

/** The posted amount that no list of ours has, with where it is posted: both are recorded. */
export function SetFeeDialog({ caseId, fee, onClose }: FeeDialogProps) {
  const { cash, common } = useTexts();
  const [amount, setAmount] = useState('');
  const [source, setSource] = useState('');
  const [tried, setTried] = useState(false);
  const set = useMutation(
    desk.money.setFee.mutationOptions({
      onSuccess: () => onClose(),
    }),
  );

  function submit(): void {
    setTried(true);
    if (amount === '' || !saysSomething(source) || set.isPending) return;
    set.mutate({ caseId, line: fee.line, amount: Number(amount), source });
  }

  const required = common.issues['required'];
  return (
    <Dialog
      title={cash.set.title(fee.name)}
      onClose={onClose}
      act={{ label: cash.set.act, onAct: submit, disabled: set.isPending }}
    >
      <Text tone="secondary">{cash.set.intro}</Text>
      <FaultNote error={set.error} />
      <MoneyField
        label={cash.set.amount}
        value={amount}
        onChange={setAmount}
        error={tried && amount === '' ? required : undefined}
        autoFocus
      />
      <Field
        label={cash.set.source}
        value={source}
        onChange={(event) => setSource(event.target.value)}
        error={tried && !saysSomething(source) ? required : undefined}
      />
    </Dialog>
  );
}
