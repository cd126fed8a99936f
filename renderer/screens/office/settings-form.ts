import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type FieldPath, useForm } from 'react-hook-form';
import type { OfficeSettings } from '../../../electron/contract/office.ts';
import { desk, queries } from '../../desk.ts';
import { faultOf, issuesOf } from '../../fault.ts';
import { useTexts } from '../../text/texts.ts';
import {
  fieldName,
  findChangeIssues,
  type OfficeValues,
  settingsOf,
  valuesOf,
} from '../office-fields/office-values.ts';

type ChangeValues = OfficeValues & { reason: string };

/** The form over the settings in force, its check against the contract, and the call that changes them. */
export function useSettingsForm(settings: OfficeSettings) {
  const { common } = useTexts();
  const [inForce, setInForce] = useState(settings);
  const form = useForm<ChangeValues>({ defaultValues: { ...valuesOf(settings), reason: '' }, mode: 'onSubmit' });
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

  const change = useMutation(
    desk.office.changeSettings.mutationOptions({
      onSuccess: (changed) => {
        setInForce(changed);
        // Whoever opens the settings next begins with these, not with what was asked before.
        queries.setQueryData(desk.office.settings.queryKey({ input: {} }), changed);
        form.reset({ ...valuesOf(changed), reason: '' });
        void queries.invalidateQueries({ queryKey: desk.office.key() });
      },
      onError: (error) => {
        const told = new Map([...issuesOf(error)].map(([path, issue]) => [fieldName(path), issue]));
        if (faultOf(error)?.code === 'block-overlaps') told.set('first', 'invalid');
        if (faultOf(error)?.code === 'unit-unknown') told.set('unitCode', 'invalid');
        if (told.size > 0) show(told);
      },
    }),
  );

  function submit(): void {
    const { reason, ...values } = form.getValues();
    const next = settingsOf(values, inForce);
    const issues = findChangeIssues(next, reason);
    show(issues);
    if (issues.size === 0 && !change.isPending) change.mutate({ settings: next, reason });
  }

  function reset(): void {
    form.reset({ ...valuesOf(inForce), reason: '' });
    setWrong(0);
    change.reset();
  }

  return { form, submit, reset, change, wrong };
}
