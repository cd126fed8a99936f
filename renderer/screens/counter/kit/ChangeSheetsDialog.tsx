import { saysSomething } from '../../../../electron/contract/base/values.ts';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { deskClient } from '../../../desk/client.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { SelectField } from '../../../parts/controls/SelectField.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { useTexts } from '../../../text/texts.ts';
import { type SheetLine, serialsByKit } from './sheet-rows.ts';
import { Text } from '../../../parts/layout/primitives.ts';

type ChangeSheetsDialogProps = {
  readonly what: 'void' | 'restore' | 'reprint';
  readonly rows: readonly SheetLine[];
  readonly onClose: () => void;
  readonly onDone: (sentence: string) => void;
};

/** Says which numbers, asks why, and does it once; the reason stays with each number. */
export function ChangeSheetsDialog({ what, rows, onClose, onDone }: ChangeSheetsDialogProps) {
  const { kit, office } = useTexts();
  const reasons = kit.reasons[what];
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => select.current?.focus(), []);
  const [choice, setChoice] = useState(reasons[0] ?? '');
  const [other, setOther] = useState('');
  const [tried, setTried] = useState(false);
  const reason = choice === '' ? other.trim() : choice;
  const short = !saysSomething(reason);
  const change = useMutation({
    mutationFn: async () => {
      for (const [kitId, serials] of serialsByKit(rows)) {
        if (what !== 'reprint') await deskClient.kit[what]({ kitId, serials, reason });
        else await deskClient.print.again({ documentId: paperOf(rows, kitId), serials, reason });
      }
    },
    onSuccess: () => onDone(kit.changed[what](rows.length)),
  });

  function submit(): void {
    setTried(true);
    if (!short && !change.isPending) change.mutate();
  }

  return (
    <Dialog
      title={kit[what](rows.length)}
      onClose={onClose}
      act={{ label: kit[what](rows.length), onAct: submit, disabled: change.isPending }}
    >
      <Text weight={600}>{rows.map(({ number }) => number).join(', ')}</Text>
      <div>{kit.changeText[what]}</div>
      <SelectField
        ref={select}
        label={office.why}
        value={choice}
        onChange={(event) => setChoice(event.target.value)}
        choices={[...reasons.map((value) => ({ value, label: value })), { value: '', label: kit.otherReason }]}
      />
      {choice === '' && (
        <Field
          label={kit.otherReason}
          autoFocus
          value={other}
          error={tried && short ? office.reasonShort : undefined}
          onChange={(event) => setOther(event.target.value)}
        />
      )}
      <FaultNote error={change.error} />
    </Dialog>
  );
}

function paperOf(rows: readonly SheetLine[], kitId: string): string {
  return rows.find((row) => row.kitId === kitId)?.paper ?? '';
}
