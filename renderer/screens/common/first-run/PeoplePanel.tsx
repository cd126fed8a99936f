import { useState } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { Role } from '../../../../electron/contract/common/office/office.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { SelectField } from '../../../parts/controls/SelectField.tsx';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Block, Text } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';
import { FormRow, RemoveRow } from '../office-fields/FormRow.tsx';
import { UnverifiedNotice } from './UnverifiedNotice.tsx';
import type { OfficeValues } from '../office-fields/office-values.ts';
import { proposeUsername } from '../office-fields/username.ts';
import { firstPassword } from './office-form.ts';

/** Who may sign in at this desk. */
export function PeoplePanel({ isBegunAgain }: { readonly isBegunAgain: boolean }) {
  const { firstRun } = useTexts();
  const { control } = useFormContext<OfficeValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'accounts' });
  const accounts = useWatch({ control, name: 'accounts' });
  // Who keeps the machine types a password of their own; everybody else is given one for their first sign-in.
  const keeper = accounts.findIndex(({ role }) => role === 'admin');
  return (
    <Panel title={firstRun.people} aside={<KeyCap keys="Alt+3" />} sx={{ gap: 3 }}>
      <Text size="small" tone="secondary">
        {firstRun.peopleSay}
      </Text>
      {isBegunAgain && (
        <Text size="small" tone="soon" role="status">
          {firstRun.passwordsAnew}
        </Text>
      )}
      {fields.map((field, index) => (
        <PersonRow
          key={field.id}
          index={index}
          isKeeper={index === Math.max(0, keeper)}
          onRemove={fields.length > 1 ? () => remove(index) : undefined}
        />
      ))}
      <div>
        <ActionButton
          keys="Alt+N"
          label={firstRun.addPerson}
          onAct={() => append({ fullName: '', username: '', role: 'clerk', password: firstPassword() })}
        />
      </div>
      <UnverifiedNotice />
    </Panel>
  );
}

type PersonRowProps = {
  readonly index: number;
  readonly isKeeper: boolean;
  readonly onRemove: (() => void) | undefined;
};

function PersonRow({ index, isKeeper, onRemove }: PersonRowProps) {
  const { common, firstRun } = useTexts();
  const { register, formState, getValues, setValue } = useFormContext<OfficeValues>();
  const errors = formState.errors.accounts?.[index];
  /** What the name proposed last: what somebody typed instead is left alone. */
  const [proposed, setProposed] = useState(() => proposal(getValues(`accounts.${index}.fullName`)));

  function proposal(fullName: string): string {
    const others = getValues('accounts').toSpliced(index, 1);
    return proposeUsername(
      fullName,
      others.map(({ username }) => username),
    );
  }

  function propose(fullName: string): void {
    const username = getValues(`accounts.${index}.username`).trim();
    const next = proposal(fullName);
    setProposed(next);
    if (username === '' || username === proposed) setValue(`accounts.${index}.username`, next);
  }

  return (
    <FormRow name={firstRun.person(index + 1)} columns="repeat(2, minmax(0, 1fr))">
      <Field
        {...register(`accounts.${index}.fullName`, {
          onChange: (event) => propose(event.target.value),
          onBlur: (event) => setValue(`accounts.${index}.fullName`, asNames(event.target.value)),
        })}
        label={firstRun.fullName}
        error={errors?.fullName?.message}
      />
      <SelectField
        {...register(`accounts.${index}.role`)}
        label={firstRun.role}
        error={errors?.role?.message}
        choices={Role.options.map((value) => ({ value, label: common.roles[value] }))}
        aside={
          onRemove !== undefined && (
            <RemoveRow name={firstRun.removePerson(index + 1)} onRemove={onRemove}>
              {firstRun.remove}
            </RemoveRow>
          )
        }
      />
      <Field {...register(`accounts.${index}.username`)} label={firstRun.username} error={errors?.username?.message} />
      {/* To be written down: all of it is to be seen. */}
      <Block across={!isKeeper}>
        <Field
          {...register(`accounts.${index}.password`)}
          label={isKeeper ? firstRun.password : firstRun.firstPassword}
          type={isKeeper ? 'password' : 'text'}
          autoComplete="new-password"
          error={errors?.password?.message}
        />
      </Block>
    </FormRow>
  );
}

/** «trần thị hà» is «Trần Thị Hà» on paper; what has capitals already is as its owner writes it. */
function asNames(typed: string): string {
  const text = typed.trim().replaceAll(/\s+/g, ' ');
  if (text !== text.toLocaleLowerCase('vi')) return text;
  return text.replaceAll(/(^|\s)\p{L}/gu, (first) => first.toLocaleUpperCase('vi'));
}
