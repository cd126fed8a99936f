import { useFieldArray, useFormContext } from 'react-hook-form';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Text } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';
import { FormRow, RemoveRow } from '../../office-fields/FormRow.tsx';
import type { OfficeValues } from '../../office-fields/office-values.ts';

/** The blocks that are other desks', so that no number is leased twice. */
export function OtherDesks() {
  const { firstRun, office } = useTexts();
  const { control, register, formState } = useFormContext<OfficeValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'otherDesks' });
  return (
    <Panel title={office.otherDesks} sx={{ gap: 3 }}>
      <Text size="small" tone="secondary">
        {office.otherDesksHint}
      </Text>
      {fields.map((field, index) => {
        const errors = formState.errors.otherDesks?.[index];
        return (
          <FormRow key={field.id} name={office.otherDesk(index + 1)} columns="minmax(0, 1fr) minmax(0, 1.5fr)">
            <Field {...register(`otherDesks.${index}.code`)} label={firstRun.deskCode} error={errors?.code?.message} />
            <Field {...register(`otherDesks.${index}.name`)} label={firstRun.deskName} error={errors?.name?.message} />
            <Field
              {...register(`otherDesks.${index}.symbols`)}
              label={office.symbols}
              error={errors?.symbols?.message}
            />
            <Field
              {...register(`otherDesks.${index}.blocks`)}
              label={office.blocks}
              error={errors?.blocks?.message}
              aside={
                <RemoveRow name={office.removeDesk(index + 1)} onRemove={() => remove(index)}>
                  {firstRun.remove}
                </RemoveRow>
              }
            />
          </FormRow>
        );
      })}
      <div>
        <ActionButton
          keys="Alt+N"
          label={office.addDesk}
          onAct={() => append({ code: '', name: '', blocks: '', symbols: '' })}
        />
      </div>
    </Panel>
  );
}
