import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../desk.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FaultNote } from '../../parts/FaultNote.tsx';
import { Field } from '../../parts/Field.tsx';
import { KeyCap } from '../../parts/KeyCap.tsx';
import { useTexts } from '../../text/texts.ts';
import type { Person } from './People.tsx';

type DisableDialogProps = { readonly person: Person; readonly onClose: () => void; readonly onDone: () => void };

/** Says what will happen, asks why, and does it once. */
export function DisableDialog({ person, onClose, onDone }: DisableDialogProps) {
  const { common, office } = useTexts();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const disable = useMutation(desk.account.disable.mutationOptions({ onSuccess: onDone }));
  const short = reason.trim().length < 3;

  function submit(): void {
    setTried(true);
    if (!short && !disable.isPending) disable.mutate({ username: person.username, reason });
  }

  return (
    <Dialog
      title={office.disableOf(person.fullName)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>
            {common.cancel} <KeyCap keys="Esc" />
          </Button>
          <ActionButton keys="Ctrl+Enter" label={office.disable} onAct={submit} filled disabled={disable.isPending} />
        </>
      }
    >
      <Box>{office.disableText}</Box>
      <Field
        label={office.why}
        autoFocus
        value={reason}
        error={tried && short ? office.reasonShort : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <FaultNote error={disable.error} />
    </Dialog>
  );
}
