import { saysSomething } from '../../../../electron/contract/base/values.ts';
import { printedNumber } from '../../../../electron/domain/base/numbering.ts';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useReducer, useState } from 'react';
import type { CaseStateView } from '../../../../electron/contract/counter/case/case.ts';
import type { ProcedureDetail } from '../../../../electron/contract/catalogue/procedure.ts';
import { desk, deskClient } from '../../../desk/client.ts';
import { useRested } from '../../../parts/controls/rested.ts';
import { useTexts } from '../../../text/texts.ts';
import { focusField, focusIssue } from '../case-fields/field-id.ts';
import { type Issues, checkReception } from '../case-fields/receive-input.ts';
import { receptionAfter } from '../case-fields/reception-state.ts';
import { changeOf, forget, formOf, keep, keptFor } from './correction-form.ts';

export type Reissued = Awaited<ReturnType<typeof deskClient.case.correct>>;

const nothingWrong: Issues = new Map();

/** The form of a correction, what the desk says it would come to, and the one act. */
export function useCorrection(
  state: CaseStateView,
  procedure: ProcedureDetail | undefined,
  onDone: (reissued: Reissued) => void,
) {
  const { common } = useTexts();
  const number = printedNumber(state.number);
  const [start] = useState(() => formOf(state, procedure));
  const [form, dispatch] = useReducer(receptionAfter, undefined, () => keptFor(number)?.form ?? start);
  const [reason, setReason] = useState(() => keptFor(number)?.reason ?? '');
  const [attempted, setAttempted] = useState(false);
  useEffect(() => keep(number, { form, reason }), [number, form, reason]);

  const [before] = useState(() => checkReception(start, common.issues));
  const checked = checkReception(form, common.issues);
  const change = before.ok && checked.ok ? changeOf(before.input, checked.input) : {};
  const asked = useRested(JSON.stringify(change));
  const ahead = useQuery(
    desk.case.correction.queryOptions({
      input: { caseId: state.caseId, change: JSON.parse(asked) as typeof change },
      enabled: asked !== '{}',
      placeholderData: keepPreviousData,
      retry: false,
    }),
  );

  const correct = useMutation(
    desk.case.correct.mutationOptions({
      onSuccess: (done) => {
        forget(number);
        onDone(done);
      },
    }),
  );

  function submit(): void {
    setAttempted(true);
    if (!checked.ok) {
      const [first] = checked.issues.keys();
      if (first !== undefined) window.setTimeout(() => focusIssue(first, 'correction'), 0);
      return;
    }
    if (!saysSomething(reason)) {
      focusField('reason', 'correction');
      return;
    }
    if (correct.isPending || Object.keys(change).length === 0) return;
    const { requestId } = form;
    correct.mutate({ caseId: state.caseId, requestId, reason, change, print: true });
  }

  return {
    number,
    form,
    dispatch,
    reason,
    setReason,
    change,
    before: before.ok ? before.input : undefined,
    after: checked.ok ? checked.input : undefined,
    issues: attempted && !checked.ok ? checked.issues : nothingWrong,
    reasonMissing: attempted && !saysSomething(reason),
    ahead: asked === '{}' ? undefined : ahead.data,
    trouble: asked === '{}' ? null : ahead.error,
    failure: correct.error,
    acting: correct.isPending,
    submit,
  };
}

export type CorrectionHook = ReturnType<typeof useCorrection>;
