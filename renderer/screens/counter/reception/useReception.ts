import type { Confirmation } from '../../../../electron/contract/counter/case/confirm.ts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useEffectEvent, useMemo, useReducer, useRef, useState } from 'react';
import type { Received } from '../../../../electron/contract/counter/case/case.ts';
import { desk, queries } from '../../../desk/client.ts';
import { faultOf, issuesOf } from '../../../desk/fault.ts';
import { sound } from '../../../look/sound.ts';
import { formatTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { fieldId, focusField, focusIssue } from '../case-fields/field-id.ts';
import { fieldOf } from './field-of-fault.ts';
import { nextSheet } from '../case-fields/paper-sheet.ts';
import { type Issues, checkReception } from '../case-fields/receive-input.ts';
import { draftInHand, draftLabel, formOfDraft } from './draft/draft-form.ts';
import { type Fresh, type ReceptionForm, isUntouched, newReception } from '../case-fields/reception-form.ts';
import { receptionAfter } from '../case-fields/reception-state.ts';
import { useDraft } from './draft/useDraft.ts';
import { lacksCase } from '../case-fields/what/usual-components.ts';
import { useProcedureDetail } from '../case-fields/what/useProcedureDetail.ts';

export type Accepted = {
  readonly received: Received;
  readonly fullName: string;
  readonly procedureCode: string;
  readonly form: ReceptionForm;
};

function fresh(): Fresh {
  return { draftId: crypto.randomUUID(), requestId: crypto.randomUUID() };
}

const nothingWrong: Issues = new Map();

/** Lays the file in hand aside and begins the next; F2 never does. */
export const nextCitizenKeys = 'Shift+F2';

/** The drafts that are kept. `takeUp`: the one that was in hand when the window went is there again. */
function useKeptDrafts(takeUp: (found: ReceptionForm, savedAt: string) => void) {
  const { data } = useQuery(desk.draft.list.queryOptions({ input: {} }));
  const restored = useRef(false);
  const onFound = useEffectEvent(takeUp);
  useEffect(() => {
    if (data === undefined || restored.current) return;
    restored.current = true;
    const newest = draftInHand(data.drafts);
    const found = newest === undefined ? undefined : formOfDraft(newest.body);
    if (newest !== undefined && found !== undefined) onFound(found, newest.savedAt);
  }, [data]);
  return data?.drafts ?? [];
}

/** Asks once, with the list itself, which case the citizen is, where the papers go by it; asked again the desk wants a reason. */
function useCaseQuestion(form: ReceptionForm) {
  const procedure = useProcedureDetail(form).data;
  const [asked, setAsked] = useState({ of: '', times: 0 });

  function asksCase(): boolean {
    const of = `${form.draftId} ${procedure?.code ?? ''}`;
    if (procedure === undefined || !lacksCase(procedure, form) || asked.of === of) return false;
    setAsked({ of, times: asked.times + 1 });
    return true;
  }

  return { asksCase, caseAsked: asked.times };
}

/** Fields that the cursor has left, of this draft: what stands in them and is wrong is said at once, what is missing when it is sent. */
function useLeftFields(form: ReceptionForm, latest: RefObject<ReceptionForm>) {
  const { common } = useTexts();
  const [left, setLeft] = useState<{ readonly draftId: string; readonly paths: ReadonlySet<string> }>({
    draftId: '',
    paths: new Set(),
  });

  function onLeave(path: string) {
    const { draftId } = latest.current;
    setLeft((before) => ({ draftId, paths: new Set(before.draftId === draftId ? before.paths : []).add(path) }));
  }

  const leftIssues = useMemo<Issues>(() => {
    if (left.draftId !== form.draftId) return nothingWrong;
    const checked = checkReception(form, common.issues);
    if (checked.ok) return nothingWrong;
    return new Map([...checked.issues].filter(([path, key]) => left.paths.has(path) && key !== 'required'));
  }, [left, form, common]);

  return { onLeave, leftIssues };
}

/** The state of the reception screen: the form, its draft, and the one act. */
export function useReception() {
  const { common, reception: texts } = useTexts();
  const [form, dispatch] = useReducer(receptionAfter, undefined, () => newReception(fresh()));
  const [attempted, setAttempted] = useState(false);
  const [accepted, setAccepted] = useState<Accepted | null>(null);
  /** Whose promise was the last one, once the next citizen stands here: on the screen only where a key asks for it. */
  const [passed, setPassed] = useState<Accepted | null>(null);
  if (accepted !== null && !isUntouched(form)) {
    setPassed(accepted);
    setAccepted(null);
  }
  const latest = useRef(form);
  const { failed: notKept, flush, forget, newestOf } = useDraft(form);
  useEffect(() => {
    latest.current = form;
  });

  const [note, setNote] = useState<string | null>(null);
  const drafts = useKeptDrafts((found, savedAt) => {
    if (!isUntouched(latest.current)) return;
    dispatch({ type: 'restored', form: found });
    setNote(texts.restored(formatTime(savedAt)));
  });

  const receive = useMutation(desk.case.receive.mutationOptions());
  const { mutateAsync, reset } = receive;
  const sending = useRef(false);
  /** Said from the key on: keeping the draft comes first, and on a slow disk that alone takes its time. */
  const [accepting, setAccepting] = useState(false);
  /** What went out last: an answer is about that, and says nothing of what was typed since. */
  const [sent, setSent] = useState(form);
  const { asksCase, caseAsked } = useCaseQuestion(form);

  function begin(message: string | null = null) {
    void flush();
    const begun = fresh();
    dispatch({ type: 'begun', fresh: begun });
    setAttempted(false);
    setNote(message);
    reset();
    // A stack of sheets is entered one after the other: the next number first.
    const first = latest.current.fromKit?.on === true ? 'fromKit.number' : 'applicant.idNumber';
    focusField(first);
    // A dialog that asked something, or a field of who has gone, gives the focus back to what is no more.
    window.setTimeout(() => {
      if (document.activeElement === document.body) focusField(first);
    }, 50);
    return { ...newReception(begun), ...nextSheet(latest.current.fromKit) };
  }

  /** The next in the queue; what stands here is kept, and the screen says where. */
  function nextCitizen() {
    const { current } = latest;
    begin(isUntouched(current) ? null : texts.laidAside(draftLabel(current) || texts.drafts.unnamed));
  }

  /** Puts another file into the form; what stood there is kept as its draft. */
  function take(taken: ReceptionForm, message: string | null) {
    void flush();
    dispatch({ type: 'restored', form: newestOf(taken) });
    setAttempted(false);
    setNote(message);
    reset();
  }

  const ownAsked = useProcedureDetail(form).data?.ownFields;

  /** Saves, numbers and prints. Pressed twice it is one case: the second press finds the first under way. */
  async function accept(confirm?: Confirmation[]) {
    if (sending.current) return;
    const checked = checkReception(form, common.issues, ownAsked);
    setAttempted(true);
    if (!checked.ok) {
      sound('refused');
      const [first] = checked.issues.keys();
      // The person's first wrong field stands first on the screen too.
      if (first !== undefined) window.setTimeout(() => focusIssue(first), 0);
      return;
    }
    if (confirm === undefined && asksCase()) return;
    sending.current = true;
    setAccepting(true);
    setSent(form);
    try {
      await flush();
      const received = await mutateAsync(confirm === undefined ? checked.input : { ...checked.input, confirm });
      forget(form.draftId);
      const { applicant, procedureCode } = checked.input;
      setAccepted({ received, fullName: applicant.fullName, procedureCode, form });
      // A card scanned meanwhile has begun the next citizen already.
      if (latest.current.draftId === checked.input.draftId) begin();
    } catch (error) {
      const refused = issuesOf(error);
      // What the procedure asks has changed under the screen: asked for again, the rest is left out, and the line of the own fields says so.
      if ([...refused.values()].includes('own-field-unknown')) {
        void queries.invalidateQueries();
        reset();
        return;
      }
      const [first] = refused.keys();
      const wrong = fieldOf(faultOf(error)?.code) ?? first;
      if (wrong !== undefined) focusIssue(wrong);
      // `receive.error` says why, beside the field or at the top; the form, its draft and its request stay.
    } finally {
      sending.current = false;
      setAccepting(false);
    }
  }

  const { onLeave, leftIssues } = useLeftFields(form, latest);

  const issues = useMemo<Issues>(() => {
    if (!attempted) return nothingWrong;
    const checked = checkReception(form, common.issues);
    return checked.ok ? issuesOf(receive.error) : checked.issues;
  }, [attempted, form, common, receive.error]);

  /** The reception was taken back: what was typed for it stands there again, as a file of its own, unless the next citizen has begun. */
  function undone(message: string) {
    const again = accepted === null ? undefined : { ...accepted.form, ...fresh() };
    setAccepted(null);
    if (again !== undefined && isUntouched(latest.current)) take(again, message);
    else setNote(message);
  }

  const others = drafts.filter((draft) => draft.draftId !== form.draftId);

  return {
    form,
    dispatch,
    begin,
    nextCitizen,
    take,
    flush,
    forgetDraft: forget,
    accept,
    accepting,
    fault: sent === form ? receive.error : null,
    forgetFault: reset,
    asksCase,
    caseAsked,
    issues,
    fieldIssues: attempted ? issues : leftIssues,
    onLeave,
    accepted,
    passed,
    forgetAccepted: () => setAccepted(null),
    undone,
    note,
    setNote,
    notKept,
    others,
    fresh,
    latest,
    parkedLabel: () => draftLabel(latest.current),
    fieldId,
  };
}

export type ReceptionHook = ReturnType<typeof useReception>;
