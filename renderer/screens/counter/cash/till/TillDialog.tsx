import { saysSomething } from '../../../../../electron/contract/base/values.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Counts, TillView } from '../../../../../electron/contract/counter/money/till.ts';
import { deskClient } from '../../../../desk/client.ts';
import { faultOf } from '../../../../desk/fault.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { ColleagueField } from '../../../../parts/person/ColleagueField.tsx';
import { formatMoney } from '../../../../text/format.ts';
import type { Texts } from '../../../../text/languages.ts';
import { useTexts } from '../../../../text/texts.ts';
import { NoteCounts } from './NoteCounts.tsx';
import { formatDifference } from './difference.ts';
import { type TypedCounts, readCounts, totalTyped } from './note-counts.ts';
import { Row, Text } from '../../../../parts/layout/primitives.ts';

export type TillDeed = keyof Texts['cash']['till']['acts'];

function send(act: TillDeed, counts: Counts, to: string, reason: string): Promise<TillView> {
  const why = reason.trim() === '' ? {} : { reason };
  switch (act) {
    case 'open':
      return deskClient.till.open({ float: counts });
    case 'count':
      return deskClient.till.count({ counts });
    case 'handOver':
      return deskClient.till.handOver({ to: to.trim(), counts, ...why });
    case 'takeOver':
      return deskClient.till.takeOver({ counts });
    case 'close':
      return deskClient.till.close({ counts, ...why });
  }
}

type TillDialogProps = {
  readonly act: TillDeed;
  readonly till: TillView;
  readonly onClose: () => void;
  readonly onDone: (sentence: string) => void;
};

/** Every act on a till is a count, note by note. A difference is seen while counting, and wants its reason. */
export function TillDialog({ act, till, onClose, onDone }: TillDialogProps) {
  const { cash, common } = useTexts();
  const [typed, setTyped] = useState<TypedCounts>({});
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const doIt = useMutation({
    mutationFn: () => send(act, readCounts(typed), to, reason),
    onSuccess: () => onDone(cash.till.done[act]),
  });

  const difference = totalTyped(typed) - till.cash;
  // Counted before it is compared: who sees the sum first counts until it fits.
  const counted = tried || totalTyped(typed) > 0;
  const explains = counted && (act === 'close' || act === 'handOver') && difference !== 0;
  const reasonMissing = explains && !saysSomething(reason);
  const toMissing = act === 'handOver' && to.trim() === '';

  function submit(): void {
    setTried(true);
    // Nothing typed says that the drawer is empty; it is compared first, and said again.
    if (!counted && difference !== 0) return;
    if (!reasonMissing && !toMissing && !doIt.isPending) doIt.mutate();
  }

  const receiverUnknown = faultOf(doIt.error)?.code === 'account-unknown';
  return (
    <Dialog
      title={`${cash.till.acts[act]} · ${till.till}`}
      onClose={onClose}
      act={{ label: cash.till.acts[act], onAct: submit, disabled: doIt.isPending }}
    >
      <Text tone="secondary">{cash.till.intro[act]}</Text>
      <FaultNote error={doIt.error} />
      <NoteCounts typed={typed} onChange={setTyped} />
      {act !== 'open' && counted && <Compared books={till.cash} difference={difference} />}
      {act === 'handOver' && (
        <ColleagueField
          label={cash.till.to}
          role="clerk"
          except={till.holder}
          error={
            (tried && toMissing) || receiverUnknown ? common.issues[toMissing ? 'required' : 'invalid'] : undefined
          }
          onChange={setTo}
        />
      )}
      {explains && (
        <Field
          label={cash.till.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={tried && reasonMissing ? common.issues['required'] : undefined}
        />
      )}
    </Dialog>
  );
}

function Compared({ books, difference }: { readonly books: number; readonly difference: number }) {
  const { cash } = useTexts();
  return (
    <Row justify="space-between" gap={4} css={{ padding: '0 8px' }}>
      <span>
        {cash.till.books} {formatMoney(books)}
      </span>
      <Text as="strong" tone={difference === 0 ? 'good' : 'late'} nowrap role="status">
        {cash.till.differenceLabel}: {difference === 0 ? cash.till.balanced : formatDifference(difference)}
      </Text>
    </Row>
  );
}
