import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type FieldPath, useForm } from 'react-hook-form';
import { desk } from '../../desk.ts';
import { faultOf, issuesOf } from '../../fault.ts';
import { useTexts } from '../../text/texts.ts';
import {
  fieldName,
  findIssues,
  officeDefaults,
  setUpInput,
  type OfficeValues,
  takenSymbolField,
} from '../office-fields/office-values.ts';
import { findPeopleIssues } from '../office-fields/people-issues.ts';

/** The form, its check against the contract, and the one call that sets the office up. */
export function useOfficeForm() {
  const texts = useTexts();
  const form = useForm<OfficeValues>({ defaultValues: officeDefaults, mode: 'onSubmit' });
  const [wrong, setWrong] = useState(0);

  function show(issues: ReadonlyMap<string, string>): void {
    form.clearErrors();
    setWrong(issues.size);
    [...issues].forEach(([field, issue], index) => {
      const value: unknown = form.getValues(field as FieldPath<OfficeValues>);
      form.setError(
        field as FieldPath<OfficeValues>,
        { message: sentenceOf(issue, value) },
        { shouldFocus: index === 0 },
      );
    });
  }

  function sentenceOf(issue: string, value: unknown): string {
    const { issues } = texts.common;
    if (value === '' || value === undefined) return issues['required'] ?? issue;
    const { passwordWeak, twice, needAdmin, needClerk } = texts.firstRun;
    const own: Readonly<Record<string, string>> = {
      'password-weak': passwordWeak,
      twice,
      'need-admin': needAdmin,
      'need-clerk': needClerk,
    };
    return own[issue] ?? issues[issue] ?? issues['invalid'] ?? issue;
  }

  const setUp = useMutation(
    desk.office.setUp.mutationOptions({
      onError: (error) => {
        const told = new Map([...issuesOf(error)].map(([path, issue]) => [fieldName(path), issue]));
        if (faultOf(error)?.code === 'block-overlaps') told.set('first', 'invalid');
        const taken = faultOf(error);
        if (taken?.code === 'receipt-symbol-taken')
          told.set(takenSymbolField(form.getValues(), taken.data['symbol']), 'symbol-taken');
        if (faultOf(error)?.code === 'unit-unknown') told.set('unitCode', 'invalid');
        if (told.size > 0) show(told);
      },
    }),
  );

  function submit(): void {
    const values = form.getValues();
    const issues = new Map([...findIssues(values), ...findPeopleIssues(values.accounts)]);
    show(issues);
    if (issues.size === 0 && !setUp.isPending) setUp.mutate(setUpInput(values));
  }

  return { form, submit, setUp, wrong };
}
