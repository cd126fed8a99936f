import { saysSomething } from '../../../../electron/contract/base/values.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Role } from '../../../../electron/contract/office/office.ts';
import { desk } from '../../../desk/client.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { useTexts } from '../../../text/texts.ts';
import { isStrongPassword } from '../../../../electron/contract/office/password.ts';

export type OfficePerson = { readonly username: string; readonly fullName: string; readonly role: Role };

type PasswordDialogProps = {
  readonly person: OfficePerson;
  /** One's own password is changed by who knows the present one. */
  readonly own: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** A new password, told to the person by word of mouth. */
export function PasswordDialog({ person, own, onClose, onDone }: PasswordDialogProps) {
  const { firstRun, office } = useTexts();
  const [password, setPassword] = useState('');
  const [current, setCurrent] = useState('');
  const [tried, setTried] = useState(false);
  const set = useMutation(desk.account.setPassword.mutationOptions({ onSuccess: onDone }));
  const weak = !isStrongPassword(password);

  function submit(): void {
    setTried(true);
    if (weak || set.isPending) return;
    set.mutate({ username: person.username, password, ...(own ? { current } : {}) });
  }

  return (
    <Dialog
      title={office.setPasswordOf(person.fullName)}
      onClose={onClose}
      act={{ label: office.setPassword, onAct: submit, disabled: set.isPending }}
    >
      {own && (
        <Field
          label={office.ownPassword}
          type="password"
          autoComplete="current-password"
          autoFocus
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
      )}
      <Field
        label={office.newPassword}
        hint={firstRun.passwordHint}
        type="password"
        autoComplete="new-password"
        autoFocus={!own}
        value={password}
        error={tried && weak ? firstRun.passwordWeak : undefined}
        onChange={(event) => setPassword(event.target.value)}
      />
      <FaultNote error={set.error} />
    </Dialog>
  );
}

type AccountStateDialogProps = {
  readonly what: 'disable' | 'enable';
  readonly person: OfficePerson;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Shuts a person out or lets them in again: says what will happen, asks why, and does it once. */
export function AccountStateDialog({ what, person, onClose, onDone }: AccountStateDialogProps) {
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
  const short = !saysSomething(reason);

  function submit(): void {
    setTried(true);
    if (!short && !change.isPending) change.mutate({ username: person.username, reason });
  }

  return (
    <Dialog title={words.title} onClose={onClose} act={{ label: words.act, onAct: submit, disabled: change.isPending }}>
      <div>{words.text}</div>
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
