import { type ReactNode, useState } from 'react';
import { saysSomething } from '../../../../../electron/contract/base/values.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { Text } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';

type ReasonDialogProps = {
  readonly title: string;
  readonly text: string;
  /** What is done with it. */
  readonly act: string;
  readonly reasonLabel: string;
  readonly doing: { readonly isPending: boolean; readonly error: unknown };
  readonly onGive: (reason: string) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
};

/** What is taken back here is taken back with a reason that says something. */
export function ReasonDialog({ title, text, act, reasonLabel, doing, onGive, onClose, children }: ReasonDialogProps) {
  const { office } = useTexts();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);

  function submit(): void {
    setTried(true);
    if (saysSomething(reason) && !doing.isPending) onGive(reason);
  }

  return (
    <Dialog title={title} onClose={onClose} act={{ label: act, onAct: submit, disabled: doing.isPending }}>
      <Text>{text}</Text>
      {children}
      <Field
        label={reasonLabel}
        value={reason}
        autoFocus
        error={tried && !saysSomething(reason) ? office.reasonShort : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <FaultNote error={doing.error} />
    </Dialog>
  );
}
