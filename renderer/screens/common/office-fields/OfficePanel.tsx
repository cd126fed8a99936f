import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { desk } from '../../../desk/client.ts';
import { ChoiceField } from '../../../parts/controls/ChoiceField.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { Segmented } from '../../../parts/controls/Segmented.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Text } from '../../../parts/layout/primitives.ts';
import { formatDate } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { inRunningText, type OfficeValues, isProposed } from './office-values.ts';

/** 'Phường Cát Lái' -> 'phường Cát Lái': the kind of a unit is not part of its name as NĐ 30/2020, phụ lục II writes units (from memory, unverified). */
/** Which office, and who gives its case codes. */
export function OfficePanel({ children }: { readonly children?: ReactNode }) {
  const { firstRun } = useTexts();
  const { register, setValue, getValues, clearErrors, control, formState } = useFormContext<OfficeValues>();
  const unitCode = useWatch({ control, name: 'unitCode' });
  const authority = useWatch({ control, name: 'numberAuthority' });
  const [caseUnitCode, proposedCode] = useWatch({ control, name: ['caseUnitCode', 'proposedCode'] });
  const { data } = useQuery(desk.office.units.queryOptions({ input: {}, staleTime: Infinity }));
  const listed = data?.units.find(({ code }) => code === unitCode)?.identifier ?? null;
  const proposed = isProposed({ caseUnitCode, proposedCode });
  const { errors } = formState;

  function choose(unit: Unit | undefined): void {
    setValue('unitCode', unit?.code ?? '');
    clearErrors('unitCode');
    propose(unit?.identifier?.code ?? '');
    const typed = getValues('centreName');
    // The centre is named after its unit; a name somebody typed is left alone.
    if (unit !== undefined && (typed === '' || typed.startsWith(firstRun.centreOf('').trim()))) {
      setValue('centreName', firstRun.centreOf(inRunningText(unit.fullName)));
      clearErrors('centreName');
    }
  }

  /** A code that somebody typed is left alone; one that was proposed goes with its unit. */
  function propose(code: string): void {
    const values = getValues();
    if (values.caseUnitCode.trim() !== '' && !isProposed(values)) return;
    setValue('caseUnitCode', code);
    setValue('proposedCode', code);
    clearErrors('caseUnitCode');
  }

  function codeHint(): string {
    if (listed === null || data === undefined) return firstRun.caseUnitCodeHint;
    const dated = formatDate(data.identifierList.dated);
    if (proposed) return firstRun.codeProposed(listed.grade, dated);
    if (caseUnitCode.trim().toUpperCase() === listed.code) return firstRun.caseUnitCodeHint;
    return firstRun.codeListed(listed.code, listed.grade, dated);
  }

  return (
    <Panel title={firstRun.office} sx={{ gap: 3 }}>
      <UnitField units={data?.units ?? []} value={unitCode} error={errors.unitCode?.message} onChange={choose} />
      <Field {...register('centreName')} label={firstRun.centreName} error={errors.centreName?.message} />
      <Field
        {...register('caseUnitCode')}
        label={firstRun.caseUnitCode}
        hint={codeHint()}
        error={errors.caseUnitCode?.message}
      />
      {children}
      <div>
        <Segmented
          label={firstRun.numberAuthority}
          value={authority}
          onChange={(value) => setValue('numberAuthority', value)}
          choices={[
            { value: 'centre', label: firstRun.centre },
            { value: 'city', label: firstRun.city },
          ]}
        />
        <Text size="small" tone="secondary" marginTop={1}>
          {authority === 'city' ? firstRun.cityHint : proposed ? firstRun.untilConfirmed : firstRun.centreHint}
        </Text>
      </div>
      <Field {...register('phone')} label={firstRun.phone} error={errors.phone?.message} />
      <Field {...register('lookupAddress')} label={firstRun.lookupAddress} error={errors.lookupAddress?.message} />
    </Panel>
  );
}

type Unit = {
  readonly code: string;
  readonly fullName: string;
  readonly identifier: { readonly code: string; readonly grade: 'A' | 'B' | 'C' } | null;
};

type UnitFieldProps = {
  readonly units: readonly Unit[];
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (unit: Unit | undefined) => void;
};

/** One of the city's units by its name, marks or not, in any order of words, or by its code. */
function UnitField({ units, value, error, onChange }: UnitFieldProps) {
  const { firstRun } = useTexts();
  const [text, setText] = useState('');
  return (
    <ChoiceField
      label={firstRun.unit}
      hint={firstRun.unitHint(units.length)}
      error={error}
      autoFocus
      options={units}
      value={units.find((unit) => unit.code === value) ?? null}
      text={text}
      keyOf={(unit) => unit.code}
      nameOf={(unit) => unit.fullName}
      wordsOf={(unit) => `${unit.fullName} ${unit.code}`}
      none={firstRun.unitNone}
      onText={setText}
      onChoose={(unit) => onChange(unit ?? undefined)}
    />
  );
}
