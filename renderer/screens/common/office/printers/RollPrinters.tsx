import { useFieldArray, useFormContext } from 'react-hook-form';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Text } from '../../../../parts/layout/primitives.ts';
import { EmptyState } from '../../../../parts/list/EmptyState.tsx';
import { useTexts } from '../../../../text/texts.ts';
import { FormRow, RemoveRow } from '../../office-fields/FormRow.tsx';
import { newRoll, type PrintersValues } from './printers-form.ts';

/** The roll printers of the office's network, each by its address. */
export function RollPrinters() {
  const { printers: texts } = useTexts();
  const { control, register, formState } = useFormContext<PrintersValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'rolls' });
  return (
    <Panel title={texts.rolls} sx={{ gap: 3 }}>
      {fields.length === 0 && <EmptyState title={texts.noRolls}>{texts.rollsHint}</EmptyState>}
      {fields.length > 0 && (
        <Text size="small" tone="secondary">
          {texts.rollsHint}
        </Text>
      )}
      {fields.map((field, index) => {
        const errors = formState.errors.rolls?.[index];
        return (
          <FormRow key={field.id} name={texts.roll(index + 1)} columns="minmax(0, 3fr) minmax(0, 2fr)">
            <Field {...register(`rolls.${index}.name`)} label={texts.name} error={errors?.name?.message} />
            <SelectField
              {...register(`rolls.${index}.width`)}
              label={texts.width}
              choices={['80', '58'].map((value) => ({ value, label: texts.widths[value] ?? value }))}
              aside={
                <RemoveRow name={texts.removeOf(index + 1)} onRemove={() => remove(index)}>
                  {texts.remove}
                </RemoveRow>
              }
            />
            <Field {...register(`rolls.${index}.host`)} label={texts.host} error={errors?.host?.message} />
            <Field
              {...register(`rolls.${index}.port`)}
              label={texts.port}
              error={errors?.port?.message}
              inputProps={{ inputMode: 'numeric' }}
            />
          </FormRow>
        );
      })}
      <div>
        <ActionButton keys="Alt+N" label={texts.add} onAct={() => append(newRoll)} />
      </div>
    </Panel>
  );
}
