import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { Role } from '../../../../../electron/contract/common/office/office.ts';
import { desk } from '../../../../desk/client.ts';
import { faultOf, issuesOf } from '../../../../desk/fault.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Text } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';
import { isStrongPassword } from '../../../../../electron/contract/common/office/password.ts';
import { useKnownStatus } from '../../../../desk/desk-status.ts';
import { ActFrame, type AccountOutcome } from './AccountDialogs.tsx';
import { useState } from 'react';

type Values = { fullName: string; username: string; role: Role; password: string };
const empty: Values = { fullName: '', username: '', role: 'clerk', password: '' };

/** One more account; its first password is told to the person by word of mouth. */
export function AddPerson({
  two,
  onDone,
}: {
  readonly two: boolean;
  readonly onDone: (name: string, done: AccountOutcome) => void;
}) {
  const { common, firstRun, office, people } = useTexts();
  const isPractice = useKnownStatus(({ practice }) => practice);
  const [asked, setAsked] = useState<Values | undefined>(undefined);
  const { register, getValues, setError, clearErrors, reset, formState } = useForm<Values>({ defaultValues: empty });
  const { errors } = formState;
  const add = useMutation(
    desk.account.add.mutationOptions({
      onSuccess: ({ fullName, oneTimePassword }) =>
        finish(fullName, { sentence: office.added(fullName), oneTimePassword }),
      onError: (error) => {
        for (const [field, issue] of issuesOf(error)) say(field as keyof Values, common.issues[issue]);
        if (faultOf(error)?.code === 'account-exists') say('username', firstRun.twice);
      },
    }),
  );

  function finish(name: string, done: AccountOutcome): void {
    setAsked(undefined);
    add.reset();
    reset(empty);
    onDone(name, done);
  }

  function say(field: keyof Values, message: string | undefined): void {
    setError(field, { message: message ?? common.issues['invalid'] ?? '' }, { shouldFocus: true });
  }

  function submit(): void {
    clearErrors();
    const values = getValues();
    const needed = isPractice ? (['fullName', 'username', 'password'] as const) : (['fullName', 'username'] as const);
    const blank = needed.filter((field) => values[field].trim() === '');
    for (const field of blank.toReversed()) say(field, common.issues['required']);
    if (blank.length > 0) return;
    if (isPractice && !isStrongPassword(values.password)) return say('password', firstRun.passwordWeak);
    if (two) return setAsked(values);
    const { password: _proposed, ...person } = values;
    if (!add.isPending) add.mutate(isPractice ? values : person);
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
      {isPractice ? (
        <Field
          {...register('password')}
          label={firstRun.password}
          hint={firstRun.passwordHint}
          type="password"
          autoComplete="new-password"
          error={errors.password?.message}
        />
      ) : (
        <Text size="note" tone="secondary">
          {people.addText}
        </Text>
      )}
      <FaultNote error={asked === undefined ? add.error : null} />
      <Text size="note">
        <ActionButton keys="Ctrl+Enter" label={office.add} onAct={submit} filled disabled={add.isPending} />
      </Text>
      {asked !== undefined && (
        <ActFrame
          title={office.addPerson}
          act={office.add}
          two={two}
          asksReason={false}
          isWhole
          busy={add.isPending}
          error={add.error}
          asked={{ kind: 'add', ...asked }}
          onNow={(said) =>
            add.mutate({ fullName: asked.fullName, username: asked.username, role: asked.role, ...said })
          }
          onClose={() => {
            setAsked(undefined);
            add.reset();
          }}
          onDone={(done) => finish(asked.fullName, done)}
        >
          <Text weight={600}>{people.acts.add(asked.fullName, common.roles[asked.role])}</Text>
        </ActFrame>
      )}
    </Panel>
  );
}
