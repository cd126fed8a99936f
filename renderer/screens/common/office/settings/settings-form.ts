import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { OfficeSettings } from '../../../../../electron/contract/common/office/office.ts';
import { useTexts } from '../../../../text/texts.ts';
import { findChangeIssues, type OfficeValues, settingsOf, valuesOf } from '../../office-fields/office-values.ts';
import { refusedFields, showIssues } from '../../office-fields/show-issues.ts';
import { mergeOnto, useUnsavedForm } from '../unsaved.ts';
import { useSettingsChange } from '../useSettingsChange.ts';

type ChangeValues = OfficeValues & { reason: string };

/** The form over the settings in force, its check against the contract, and the call that changes them. */
export function useSettingsForm(settings: OfficeSettings) {
  const { common } = useTexts();
  const [inForce, setInForce] = useState(settings);
  const form = useForm<ChangeValues>({ defaultValues: { ...valuesOf(settings), reason: '' }, mode: 'onSubmit' });
  const left = useUnsavedForm('settings', form, { ...valuesOf(inForce), reason: '' });
  const [wrong, setWrong] = useState(0);

  function show(issues: ReadonlyMap<string, string>): void {
    setWrong(issues.size);
    showIssues(form, issues, common.issues);
  }

  const change = useSettingsChange({
    onChanged: (changed) => {
      setInForce(changed);
      form.reset({ ...valuesOf(changed), reason: '' });
    },
    onError: (error) => {
      const refused = refusedFields(error, form.getValues());
      if (refused.size > 0) show(refused);
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

  /** The identifier was confirmed beside the form: what it shows is the office's own now. */
  function confirmed(): void {
    setInForce(({ caseUnitCodeProposed: _proposed, ...settings }) => settings);
    form.setValue('proposedCode', '');
  }

  return { form, submit, reset, change, confirmed, wrong, left };
}
