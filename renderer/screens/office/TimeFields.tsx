import { TermUnit } from '../../../electron/contract/values.ts';
import { Field } from '../../parts/controls/Field.tsx';
import { SelectField } from '../../parts/controls/SelectField.tsx';
import { useTexts } from '../../text/texts.ts';
import { ColumnLabel } from './ColumnLabel.tsx';
import type { StepRow } from './procedure-rows.ts';

type Time = Pick<StepRow, 'value' | 'unit'>;
type TimeFieldsProps = {
  readonly time: Time;
  readonly first: boolean;
  readonly none: string;
  readonly idOf: (field: string) => string;
  readonly error: string | undefined;
  readonly onChange: (time: Time) => void;
};

/** How long a step or a leg may take: a number and its unit, or no time of its own. */
export function TimeFields({ time, first, none, idOf, error, onChange }: TimeFieldsProps) {
  const { office } = useTexts();
  const counted = time.unit !== 'none' && time.unit !== 'same-day';
  return (
    <>
      <Field
        id={idOf('value')}
        label={<ColumnLabel shown={first}>{office.procedure.time}</ColumnLabel>}
        value={counted ? time.value : ''}
        disabled={!counted}
        error={error}
        onChange={(event) => onChange({ ...time, value: event.target.value })}
        inputProps={{ inputMode: 'numeric', maxLength: 4 }}
      />
      <SelectField
        id={idOf('unit')}
        label={<ColumnLabel shown={first}>{office.termUnit}</ColumnLabel>}
        value={time.unit}
        onChange={(event) => onChange({ ...time, unit: event.target.value as Time['unit'] })}
        choices={[
          { value: 'none', label: none },
          ...TermUnit.options.map((value) => ({ value, label: office.units[value] })),
        ]}
      />
    </>
  );
}
