import Box from '@mui/material/Box';
import { useState } from 'react';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { Field } from '../../parts/controls/Field.tsx';
import { Dialog } from '../../parts/dialog/Dialog.tsx';
import { useTexts } from '../../text/texts.ts';

type VoidDialogProps = {
  readonly number: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onVoid: (reason: string) => void;
};

/** Asks once, says what will happen, and wants the reason. */
export function VoidDialog({ number, busy, error, onClose, onVoid }: VoidDialogProps) {
  const { common, printTray } = useTexts();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);

  function submit(): void {
    const empty = reason.trim().length < 3;
    setMissing(empty);
    if (!empty && !busy) onVoid(reason);
  }

  return (
    <Dialog
      title={printTray.voidTitle(number)}
      onClose={onClose}
      act={{ label: printTray.void, onAct: submit, disabled: busy }}
    >
      <Box>{printTray.voidNote}</Box>
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field
          label={printTray.voidReason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={missing ? common.issues['required'] : undefined}
          autoFocus
        />
      </Box>
      <FaultNote error={error} />
    </Dialog>
  );
}
