import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { saysSomething } from '../../../../electron/contract/base/values.ts';
import { desk } from '../../../desk/client.ts';
import { faultOf } from '../../../desk/fault.ts';
import { disasterOf, leaveForRecovery } from '../../../desk/recovery.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { Text } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';
import { RecoveryKeyField } from '../office-fields/RecoveryKeyField.tsx';

/** Every password is lost: the key on paper gives an administrator a new one. */
export function RecoverDialog({ onClose }: { readonly onClose: () => void }) {
  const { common, keys, people } = useTexts();
  const [values, setValues] = useState({ recoveryKey: '', username: '', password: '', reason: '' });
  const [tried, setTried] = useState(false);
  const recover = useMutation(desk.keys.recover.mutationOptions());
  // Whether there is nobody of that name or somebody else is all one to who may not know who there is.
  const isNoAdmin = faultOf(recover.error)?.code === 'account-unknown';
  const field = (name: keyof typeof values) => ({
    value: values[name],
    error: tried && values[name].trim() === '' ? common.issues['required'] : undefined,
    onChange: (event: { target: { value: string } }) => {
      recover.reset();
      setValues({ ...values, [name]: event.target.value });
    },
  });

  function submit(): void {
    setTried(true);
    const isWhole = Object.values(values).every((value) => value.trim() !== '') && saysSomething(values.reason);
    const onError = (error: unknown) => disasterOf(error) !== undefined && leaveForRecovery();
    if (isWhole && !recover.isPending) recover.mutate({ ...values, attended: true }, { onError });
  }

  return (
    <Dialog
      title={keys.lostTitle}
      onClose={onClose}
      act={{ label: keys.open, onAct: submit, disabled: recover.isPending }}
    >
      <Text>{keys.lostSay}</Text>
      <RecoveryKeyField autoFocus {...field('recoveryKey')} />
      <Field
        label={keys.admin}
        autoComplete="username"
        {...field('username')}
        {...(isNoAdmin ? { error: keys.noAdmin } : {})}
      />
      <Field
        label={keys.newPassword}
        hint={people.hint}
        type="password"
        autoComplete="new-password"
        {...field('password')}
      />
      <Field
        label={keys.why}
        {...field('reason')}
        error={tried && !saysSomething(values.reason) ? common.issues['reason-needed'] : undefined}
      />
      <FaultNote error={isNoAdmin ? null : recover.error} />
    </Dialog>
  );
}
