import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { Role } from '../../../../electron/contract/office/office.ts';
import { desk } from '../../../desk/client.ts';
import { faultOf, issuesOf } from '../../../desk/fault.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { SelectField } from '../../../parts/controls/SelectField.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Text } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';
import { isStrongPassword } from '../../../../electron/contract/office/password.ts';

type Values = { fullName: string; username: string; role: Role; password: string };
const empty: Values = { fullName: '', username: '', role: 'clerk', password: '' };

/** One more account; its first password is told to the person by word of mouth. */
export function AddPerson({ onDone }: { readonly onDone: (name: string) => void }) {
  const { common, firstRun, office } = useTexts();
  const { register, getValues, setError, clearErrors, reset, formState } = useForm<Values>({ defaultValues: empty });
  const { errors } = formState;
  const add = useMutation(
    desk.account.add.mutationOptions({
      onSuccess: ({ fullName }) => {
        reset(empty);
        onDone(fullName);
      },
      onError: (error) => {
        for (const [field, issue] of issuesOf(error)) say(field as keyof Values, common.issues[issue]);
        if (faultOf(error)?.code === 'account-exists') say('username', firstRun.twice);
      },
    }),
  );

  function say(field: keyof Values, message: string | undefined): void {
    setError(field, { message: message ?? common.issues['invalid'] ?? '' }, { shouldFocus: true });
  }

  function submit(): void {
    clearErrors();
    const values = getValues();
    const blank = (['fullName', 'username', 'password'] as const).filter((field) => values[field].trim() === '');
    for (const field of blank.toReversed()) say(field, common.issues['required']);
    if (blank.length > 0) return;
    if (!isStrongPassword(values.password)) return say('password', firstRun.passwordWeak);
    if (!add.isPending) add.mutate(values);
  }

  return (
    <Panel title={office.addPerson} sx={{ gap: 3 }}>
      <Field {...register('fullName')} label={firstRun.fullName} error={errors.fullName?.message} />
      <Field {...register('username')} label={firstRun.username} error={errors.username?.message} />
      <SelectField
        {...register('role')}
        label={firstRun.role}
        choices={Role.options.map((value) => ({ value, label: common.roles[value] }))}
      />
      <Field
        {...register('password')}
        label={firstRun.password}
        hint={firstRun.passwordHint}
        type="password"
        autoComplete="new-password"
        error={errors.password?.message}
      />
      <FaultNote error={add.error} />
      <Text size="note">
        <ActionButton keys="Ctrl+Enter" label={office.add} onAct={submit} filled disabled={add.isPending} />
      </Text>
    </Panel>
  );
}
