import type { ReactNode } from 'react';
import { rem } from '../../../../look/theme.ts';
import { Field, type FieldProps } from '../../../../parts/controls/Field.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { useTexts } from '../../../../text/texts.ts';
import { leftField } from '../receive-input.ts';
import { AddressField } from './AddressField.tsx';
import { Warning } from '../../../../parts/controls/Warning.tsx';
import { useFieldId } from '../field-id.ts';
import { type PersonForm, type Who, plainIdNumber } from '../reception-form.ts';
import { Grid, Text } from '../../../../parts/layout/primitives.ts';

type PersonFieldsProps = {
  readonly who: Who;
  readonly person: PersonForm;
  readonly errorOf: (path: string) => string | undefined;
  readonly warnings?: ReadonlyMap<keyof PersonForm, readonly string[]>;
  readonly oldIdNumber?: string;
  readonly onChange: (change: Partial<PersonForm>) => void;
  readonly onLeave?: (path: string) => void;
};

export function Pair({ children }: { readonly children: ReactNode }) {
  return (
    <Grid columns={`repeat(auto-fit, minmax(${rem(124)}, 1fr))`} gap={2} align="start">
      {children}
    </Grid>
  );
}

/** Digits are grouped for the eye when the cursor is elsewhere; '' stays ''. */
function grouped(typed: string): string {
  const id = plainIdNumber(typed);
  return /^\d{12}$/.test(id) ? `${id.slice(0, 3)} ${id.slice(3, 6)} ${id.slice(6)}` : typed;
}

/** Who somebody is, for the applicant and for the one who files in their place. */
export function PersonFields({
  who,
  person,
  errorOf,
  warnings,
  oldIdNumber = '',
  onChange,
  onLeave,
}: PersonFieldsProps) {
  const { reception, common } = useTexts();
  const texts = reception.who;
  const fieldId = useFieldId();
  const citizen = person.kind === 'citizen';

  function hintOf(name: keyof PersonForm): { hint?: ReactNode } {
    const codes = warnings?.get(name) ?? [];
    if (codes.length === 0) return {};
    return { hint: codes.map((code) => <Warning key={code}>{reception.cardWarnings[code] ?? code}</Warning>) };
  }

  function textField(name: keyof PersonForm, label: string, more: Partial<FieldProps> = {}) {
    return (
      <Field
        label={label}
        id={fieldId(`${who}.${name}`)}
        value={person[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
        onBlur={() => {
          const left = leftField(name, person);
          if (Object.keys(left).length > 0) onChange(left);
          onLeave?.(`${who}.${name}`);
        }}
        error={errorOf(`${who}.${name}`)}
        {...hintOf(name)}
        {...more}
      />
    );
  }

  return (
    <>
      {textField('idNumber', citizen ? texts.idNumber : texts.taxNumber, {
        value: grouped(person.idNumber),
        inputProps: { inputMode: 'numeric', style: { fontVariantNumeric: 'tabular-nums' } },
        ...(oldIdNumber === '' ? {} : { aside: <Text size="small">{texts.oldIdNumber(oldIdNumber)}</Text> }),
      })}
      {textField('fullName', citizen ? texts.fullName : texts.businessName)}
      {citizen && (
        <Pair>
          {textField('dateOfBirth', texts.dateOfBirth, { inputProps: { inputMode: 'numeric' } })}
          <SelectField
            label={texts.sex}
            id={fieldId(`${who}.sex`)}
            value={person.sex}
            onChange={(event) => onChange({ sex: event.target.value as PersonForm['sex'] })}
            choices={[
              { value: '', label: texts.sexUnset },
              { value: 'female', label: common.sexes.female },
              { value: 'male', label: common.sexes.male },
            ]}
            error={errorOf(`${who}.sex`)}
            {...hintOf('sex')}
          />
        </Pair>
      )}
      <AddressField
        id={fieldId(`${who}.address`)}
        label={citizen ? texts.address : texts.businessAddress}
        value={person.address}
        onText={(address) => onChange({ address })}
        onBlur={() => onLeave?.(`${who}.address`)}
        error={errorOf(`${who}.address`)}
        {...hintOf('address')}
      />
    </>
  );
}
