import Box from '@mui/material/Box';
import { useFormContext, useWatch } from 'react-hook-form';
import { rem } from '../../look/theme.ts';
import { Field } from '../../parts/controls/Field.tsx';
import { Segmented } from '../../parts/controls/Segmented.tsx';
import { Panel } from '../../parts/layout/Panel.tsx';
import { useTexts } from '../../text/texts.ts';
import { UnitField } from './UnitField.tsx';
import type { OfficeValues } from './office-values.ts';

/** 'Phường Cát Lái' -> 'phường Cát Lái': the kind of a unit is not part of its name as NĐ 30/2020, phụ lục II writes units (from memory, unverified). */
function inRunningText(unit: string): string {
  return `${unit.charAt(0).toLowerCase()}${unit.slice(1)}`;
}

/** Which office, and who gives its case codes. */
export function OfficePanel() {
  const { firstRun } = useTexts();
  const { register, setValue, getValues, clearErrors, control, formState } = useFormContext<OfficeValues>();
  const unitCode = useWatch({ control, name: 'unitCode' });
  const authority = useWatch({ control, name: 'numberAuthority' });
  const { errors } = formState;

  function choose(unit: { code: string; fullName: string } | undefined): void {
    setValue('unitCode', unit?.code ?? '');
    clearErrors('unitCode');
    const typed = getValues('centreName');
    // The centre is named after its unit; a name somebody typed is left alone.
    if (unit !== undefined && (typed === '' || typed.startsWith(firstRun.centreOf('').trim()))) {
      setValue('centreName', firstRun.centreOf(inRunningText(unit.fullName)));
      clearErrors('centreName');
    }
  }

  return (
    <Panel title={firstRun.office} sx={{ gap: 3 }}>
      <UnitField value={unitCode} error={errors.unitCode?.message} onChange={choose} />
      <Field {...register('centreName')} label={firstRun.centreName} error={errors.centreName?.message} />
      <Field
        {...register('caseUnitCode')}
        label={firstRun.caseUnitCode}
        hint={firstRun.caseUnitCodeHint}
        error={errors.caseUnitCode?.message}
      />
      <Box>
        <Segmented
          label={firstRun.numberAuthority}
          value={authority}
          onChange={(value) => setValue('numberAuthority', value)}
          choices={[
            { value: 'centre', label: firstRun.centre },
            { value: 'city', label: firstRun.city },
          ]}
        />
        <Box sx={{ fontSize: rem(12), color: 'text.secondary', marginTop: 1 }}>
          {authority === 'centre' ? firstRun.centreHint : firstRun.cityHint}
        </Box>
      </Box>
      <Field {...register('phone')} label={firstRun.phone} error={errors.phone?.message} />
      <Field {...register('lookupAddress')} label={firstRun.lookupAddress} error={errors.lookupAddress?.message} />
    </Panel>
  );
}
