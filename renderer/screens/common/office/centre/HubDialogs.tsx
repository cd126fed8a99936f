import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../../../desk/client.ts';
import { findPendingJoin, keepPendingJoin } from '../../../../desk/pending-join.ts';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Text } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';
import { LinkDialog, type AskedProps, CodeField } from './LinkDialog.tsx';

/** The code that IT printed. @param own which desk this computer is now; it becomes another only where that is written here */
export function JoinDialog({ onClose, onDone, own }: AskedProps & { readonly own: string | null }) {
  const { hub } = useTexts();
  // Of the first screen, where two have signed in before it was come to.
  const [code, setCode] = useState(findPendingJoin()?.code ?? '');
  const [as, setAs] = useState('');
  const join = useMutation(
    desk.hub.join.mutationOptions({
      onSuccess: ({ desk: ownCode, no }) => {
        keepPendingJoin(undefined);
        onDone(hub.joined(ownCode, no));
      },
    }),
  );
  return (
    <LinkDialog
      title={hub.join}
      label={hub.join}
      isWhole={code.trim() !== ''}
      isPending={join.isPending}
      error={join.error}
      onAct={(said) => join.mutate({ code: code.trim(), ...said, ...(as.trim() === '' ? {} : { as: as.trim() }) })}
      onClose={onClose}
    >
      <CodeField label={hub.code} hint={hub.codeHint} code={code} onCode={setCode} />
      {own !== null && (
        <Field label={hub.as} hint={hub.asHint(own)} value={as} onChange={(event) => setAs(event.target.value)} />
      )}
    </LinkDialog>
  );
}

export function LeaveDialog({ onClose, onDone }: AskedProps) {
  const { hub } = useTexts();
  const leave = useMutation(desk.hub.leave.mutationOptions({ onSuccess: () => onDone(hub.left) }));
  return (
    <LinkDialog
      title={hub.leave}
      label={hub.leave}
      isPending={leave.isPending}
      error={leave.error}
      onAct={(said) => leave.mutate(said)}
      onClose={onClose}
    >
      <Text>{hub.leaveSay}</Text>
    </LinkDialog>
  );
}

type ApproveDialogProps = AskedProps & { readonly no: number; readonly code: string };

/** The digits are typed from the other screen and not shown here: who only clicks has compared nothing. */
export function ApproveDialog({ no, code, onClose, onDone }: ApproveDialogProps) {
  const { hub } = useTexts();
  const [digits, setDigits] = useState('');
  const approve = useMutation(desk.hub.approve.mutationOptions({ onSuccess: () => onDone(hub.letIn(code)) }));
  return (
    <LinkDialog
      title={hub.approveTitle(code)}
      label={hub.approve}
      isWhole={digits.replaceAll(/\D/g, '').length === 6}
      isPending={approve.isPending}
      error={approve.error}
      onAct={(said) => approve.mutate({ no, digits, ...said })}
      onClose={onClose}
    >
      <Text>{hub.approveSay}</Text>
      <Field
        label={hub.digits}
        value={digits}
        autoFocus
        inputMode="numeric"
        onChange={(event) => setDigits(event.target.value)}
      />
    </LinkDialog>
  );
}
