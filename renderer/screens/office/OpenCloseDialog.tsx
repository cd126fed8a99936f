import Box from '@mui/material/Box';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../desk/client.ts';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { Field } from '../../parts/controls/Field.tsx';
import { Dialog } from '../../parts/dialog/Dialog.tsx';
import { useTexts } from '../../text/texts.ts';
import type { Person } from './People.tsx';

type OpenCloseDialogProps = {
  readonly what: 'disable' | 'enable';
  readonly person: Person;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Shuts a person out or lets them in again: says what will happen, asks why, and does it once. */
export function OpenCloseDialog({ what, person, onClose, onDone }: OpenCloseDialogProps) {
  const { office } = useTexts();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const disable = useMutation(desk.account.disable.mutationOptions({ onSuccess: onDone }));
  const enable = useMutation(desk.account.enable.mutationOptions({ onSuccess: onDone }));
  const change = what === 'disable' ? disable : enable;
  const words =
    what === 'disable'
      ? { title: office.disableOf(person.fullName), text: office.disableText, act: office.disable }
      : { title: office.enableOf(person.fullName), text: office.enableText, act: office.enable };
  const short = reason.trim().length < 3;

  function submit(): void {
    setTried(true);
    if (!short && !change.isPending) change.mutate({ username: person.username, reason });
  }

  return (
    <Dialog title={words.title} onClose={onClose} act={{ label: words.act, onAct: submit, disabled: change.isPending }}>
      <Box>{words.text}</Box>
      <Field
        label={office.why}
        autoFocus
        value={reason}
        error={tried && short ? office.reasonShort : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <FaultNote error={change.error} />
    </Dialog>
  );
}
