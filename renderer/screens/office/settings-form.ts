import { useState } from 'react';
import { type FieldPath, useForm } from 'react-hook-form';
import type { OfficeSettings } from '../../../electron/contract/office.ts';
import { faultOf, issuesOf } from '../../fault.ts';
import { useTexts } from '../../text/texts.ts';
import {
  fieldName,
  findChangeIssues,
  type OfficeValues,
  settingsOf,
  takenSymbolField,
  valuesOf,
} from '../office-fields/office-values.ts';
import { mergeOnto } from './merge-onto.ts';
import { useUnsavedForm } from './unsaved.ts';
import { useSettingsChange } from './useSettingsChange.ts';

type ChangeValues = OfficeValues & { reason: string };

/** The form over the settings in force, its check against the contract, and the call that changes them. */
export function useSettingsForm(settings: OfficeSettings) {
  const { common } = useTexts();
  const [inForce, setInForce] = useState(settings);
  const form = useForm<ChangeValues>({ defaultValues: { ...valuesOf(settings), reason: '' }, mode: 'onSubmit' });
  const left = useUnsavedForm('settings', form, { ...valuesOf(inForce), reason: '' });
  const [wrong, setWrong] = useState(0);

  function show(issues: ReadonlyMap<string, string>): void {
    form.clearErrors();
    setWrong(issues.size);
    [...issues].forEach(([field, issue], index) => {
      const name = field as FieldPath<ChangeValues>;
      const empty = form.getValues(name) === '';
      const message = (empty ? common.issues['required'] : common.issues[issue]) ?? common.issues['invalid'] ?? issue;
      form.setError(name, { message }, { shouldFocus: index === 0 });
    });
  }

  const change = useSettingsChange({
    onChanged: (changed) => {
      setInForce(changed);
      form.reset({ ...valuesOf(changed), reason: '' });
    },
    onError: (error) => {
      const told = new Map([...issuesOf(error)].map(([path, issue]) => [fieldName(path), issue]));
      if (faultOf(error)?.code === 'block-overlaps') told.set('first', 'invalid');
      const taken = faultOf(error);
      if (taken?.code === 'receipt-symbol-taken')
        told.set(takenSymbolField(form.getValues(), taken.data['symbol']), 'symbol-taken');
      if (faultOf(error)?.code === 'unit-unknown') told.set('unitCode', 'invalid');
      if (told.size > 0) show(told);
    },
  });

  function submit(): void {
    const { reason, ...values } = form.getValues();
    const issues = findChangeIssues(settingsOf(values, inForce), reason);
    show(issues);
    if (issues.size > 0 || change.isPending) return;
    const began = valuesOf(inForce);
    change.mutate({ next: (newest) => settingsOf(mergeOnto(began, values, valuesOf(newest)), newest), reason });
  }

  function reset(): void {
    form.reset({ ...valuesOf(inForce), reason: '' });
    setWrong(0);
    change.reset();
  }

  return { form, submit, reset, change, wrong, left };
}
