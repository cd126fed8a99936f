import { useFieldArray, useFormContext } from 'react-hook-form';
import { Role } from '../../../../electron/contract/common/office/office.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { SelectField } from '../../../parts/controls/SelectField.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Text } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';
import { FormRow, RemoveRow } from '../office-fields/FormRow.tsx';
import { UnverifiedNotice } from './UnverifiedNotice.tsx';
import type { OfficeValues } from '../office-fields/office-values.ts';

/** Who may sign in at this desk. */
export function PeoplePanel() {
  const { firstRun } = useTexts();
  const { control } = useFormContext<OfficeValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'accounts' });
  return (
    <Panel title={firstRun.people} sx={{ gap: 3 }}>
      <Text size="small" tone="secondary">
        {firstRun.peopleSay}
      </Text>
      {fields.map((field, index) => (
        <PersonRow key={field.id} index={index} onRemove={fields.length > 1 ? () => remove(index) : undefined} />
      ))}
      <div>
        <ActionButton
          keys="Alt+N"
          label={firstRun.addPerson}
          onAct={() => append({ fullName: '', username: '', role: 'clerk', password: '' })}
        />
      </div>
      <UnverifiedNotice />
    </Panel>
  );
}

function PersonRow({ index, onRemove }: { readonly index: number; readonly onRemove: (() => void) | undefined }) {
  const { common, firstRun } = useTexts();
  const { register, formState } = useFormContext<OfficeValues>();
  const errors = formState.errors.accounts?.[index];
  return (
    <FormRow name={firstRun.person(index + 1)} columns="repeat(2, minmax(0, 1fr))">
      <Field {...register(`accounts.${index}.fullName`)} label={firstRun.fullName} error={errors?.fullName?.message} />
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
      <Field
        {...register(`accounts.${index}.password`)}
        label={firstRun.password}
        type="password"
        autoComplete="new-password"
        error={errors?.password?.message}
      />
    </FormRow>
  );
}
