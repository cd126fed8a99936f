import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../../../desk/client.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { Text } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';

type HubDialogProps = { readonly onClose: () => void; readonly onDone: (sentence: string) => void };

/** The code that IT printed: pasted, or scanned as a scanner types it. @param own which desk this computer is now; it becomes another only where that is written here */
export function JoinDialog({ onClose, onDone, own }: HubDialogProps & { readonly own: string | null }) {
  const { hub } = useTexts();
  const [code, setCode] = useState('');
  const [as, setAs] = useState('');
  const join = useMutation(
    desk.hub.join.mutationOptions({ onSuccess: ({ desk: ownCode, no }) => onDone(hub.joined(ownCode, no)) }),
  );
  const isEmpty = code.trim() === '';
  return (
    <Dialog
      title={hub.join}
      onClose={onClose}
      act={{
        label: hub.join,
        onAct: () =>
          !isEmpty &&
          !join.isPending &&
          join.mutate({ code: code.trim(), ...(as.trim() === '' ? {} : { as: as.trim() }) }),
        disabled: isEmpty || join.isPending,
      }}
    >
      <Field
        label={hub.code}
        hint={hub.codeHint}
        value={code}
        autoFocus
        onChange={(event) => setCode(event.target.value)}
      />
      {own !== null && (
        <Field label={hub.as} hint={hub.asHint(own)} value={as} onChange={(event) => setAs(event.target.value)} />
      )}
      <FaultNote error={join.error} />
    </Dialog>
  );
}

export function LeaveDialog({ onClose, onDone }: HubDialogProps) {
  const { hub } = useTexts();
  const leave = useMutation(desk.hub.leave.mutationOptions({ onSuccess: () => onDone(hub.left) }));
  return (
    <Dialog
      title={hub.leave}
      onClose={onClose}
      act={{ label: hub.leave, onAct: () => !leave.isPending && leave.mutate({}), disabled: leave.isPending }}
    >
      <Text>{hub.leaveSay}</Text>
      <FaultNote error={leave.error} />
    </Dialog>
  );
}

type ApproveDialogProps = HubDialogProps & { readonly no: number; readonly code: string };

/** The digits are typed from the other screen and not shown here: who only clicks has compared nothing. */
export function ApproveDialog({ no, code, onClose, onDone }: ApproveDialogProps) {
  const { hub } = useTexts();
  const [digits, setDigits] = useState('');
  const approve = useMutation(desk.hub.approve.mutationOptions({ onSuccess: () => onDone(hub.letIn(code)) }));
  const isWhole = digits.replaceAll(/\D/g, '').length === 6;
  return (
    <Dialog
      title={hub.approveTitle(code)}
      onClose={onClose}
      act={{
        label: hub.approve,
        onAct: () => isWhole && !approve.isPending && approve.mutate({ no, digits }),
        disabled: !isWhole || approve.isPending,
      }}
    >
      <Text>{hub.approveSay}</Text>
      <Field
        label={hub.digits}
        value={digits}
        autoFocus
        inputMode="numeric"
        onChange={(event) => setDigits(event.target.value)}
      />
      <FaultNote error={approve.error} />
    </Dialog>
  );
}
