import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../desk/client.ts';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { Field } from '../../parts/controls/Field.tsx';
import { Dialog } from '../../parts/dialog/Dialog.tsx';
import { useTexts } from '../../text/texts.ts';
import { isStrongPassword } from '../office-fields/people-issues.ts';
import type { Person } from './People.tsx';

type PasswordDialogProps = {
  readonly person: Person;
  /** One's own password is changed by who knows the present one. */
  readonly own: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

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
