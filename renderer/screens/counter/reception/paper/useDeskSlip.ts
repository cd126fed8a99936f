import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { IntakeAct, IntakeActed, IntakeRow } from '../../../../../electron/contract/counter/intake/intake.ts';
import { deskClient } from '../../../../desk/client.ts';
import { usePlace } from '../../../../desk/places.ts';
import { useTexts } from '../../../../text/texts.ts';
import { focusField } from '../../case-fields/field-id.ts';
import { type DeskSlip, askedBefore, intakeInput } from '../waiting/intake-form.ts';
import { lacksCase } from '../../case-fields/what/usual-components.ts';
import { useProcedureDetail } from '../../case-fields/what/useProcedureDetail.ts';
import type { ReceptionHook } from '../useReception.ts';

/** A slip that was made of what stands in the form, and of which form: once the form changes its receipt is shown again. */
export type MadeSlip = {
  readonly act: DeskSlip;
  /** The form as text. */
  readonly of: string;
  readonly documentId: string | null;
  readonly printJobId: string | null;
};

/** The acts before reception: guidance, completion asked for, refusal, a parcel that waits. None loses what was typed. */
export function useDeskSlip(hook: ReceptionHook, waiting: readonly IntakeRow[]) {
  const { intake } = useTexts();
  const { form } = hook;
  const [asked, setAsked] = useState<{ readonly act: DeskSlip; readonly draftId: string } | null>(null);
  const [made, setMade] = useState<MadeSlip | null>(null);
  const [before, setBefore] = useState<{ readonly row: IntakeRow; readonly draftId: string } | null>(null);
  const [sentFor, setSentFor] = useState('');
  const { go } = usePlace();
  const procedure = useProcedureDetail(form).data;
  const send = useMutation({
    mutationFn: (act: IntakeAct | undefined): Promise<IntakeActed> => {
      // What a citizen sent online is acted on as they sent it.
      if (form.intake?.kind === 'online' && act !== undefined)
        return deskClient.intake.act({ intakeId: form.requestId, act, print: true });
      const closes = act?.type !== 'guide';
      const caseUnknown = act?.type === 'guide' && procedure !== undefined && lacksCase(procedure, form);
      return deskClient.intake.open({
        ...intakeInput(form, caseUnknown),
        ...(act === undefined ? {} : { act, print: true }),
        ...(closes ? { draftId: form.draftId } : {}),
      });
    },
  });

  function ask(act: DeskSlip) {
    if (form.procedure === null) return stop(intake.needProcedure, 'procedureCode');
    if (act !== 'guide' && form.applicant.fullName.trim() === '') return stop(intake.needName, 'applicant.fullName');
    if (act !== 'refuse' && hook.asksCase()) return;
    const row = act === 'ask-supplement' ? askedBefore(waiting, form) : undefined;
    if (row === undefined) open(act);
    else setBefore({ row, draftId: form.draftId });
  }

  function open(act: DeskSlip) {
    setBefore(null);
    send.reset();
    setAsked({ act, draftId: form.draftId });
  }

  /** Goes on with the file that papers were asked for. */
  function goOn() {
    const row = before?.row;
    setBefore(null);
    if (row !== undefined) go({ screen: 'reception', intakeId: row.intakeId });
  }

  function stop(note: string, field: string) {
    hook.setNote(note);
    focusField(field);
  }

  async function act(done: IntakeAct) {
    setSentFor(form.draftId);
    await hook.flush();
    const answer = await send.mutateAsync(done).catch(() => undefined);
    if (answer === undefined) return;
    const of = done.type as DeskSlip;
    setAsked(null);
    const told = of === 'ask-supplement' ? intake.laidToWait(form.applicant.fullName) : intake.done[of];
    const said = answer.paperFault === null ? told : intake.noPaper(answer.paperFault.message);
    const [document] = answer.documents;
    const slip = { act: of, documentId: document?.documentId ?? null, printJobId: answer.printJobId };
    if (of === 'guide') {
      hook.setNote(said);
      setMade({ ...slip, of: JSON.stringify(form) });
    } else {
      // What stands here is done with at the counter: refused, or laid to wait for the papers. So is the card of who came before.
      hook.forgetAccepted();
      hook.forgetDraft(form.draftId);
      if (form.intake?.kind === 'online')
        void deskClient.draft.discard({ draftId: form.draftId }).catch(() => undefined);
      setMade({ ...slip, of: JSON.stringify(hook.begin(said)) });
    }
  }

  async function keepParcel() {
    if (form.procedure === null) return stop(intake.needProcedure, 'procedureCode');
    if (intakeInput(form).kind !== 'post') return stop(intake.needTracking, 'trackingNumber');
    setSentFor(form.draftId);
    await hook.flush();
    const answer = await send.mutateAsync(undefined).catch(() => undefined);
    if (answer === undefined) return;
    hook.forgetAccepted();
    hook.forgetDraft(form.draftId);
    hook.begin(intake.kept(form.applicant.fullName));
  }

  return {
    // What is asked is about one citizen, and goes with them.
    asked: asked?.draftId === form.draftId ? asked.act : null,
    ask,
    act,
    keepParcel,
    /** The file that papers were asked for already, while it is asked which one this is. */
    before: before?.draftId === form.draftId ? before.row : null,
    goOn,
    askOther: () => open('ask-supplement'),
    close: () => {
      setAsked(null);
      setBefore(null);
      send.reset();
    },
    made: made?.of === JSON.stringify(form) ? made : null,
    pending: send.isPending,
    // An answer about one citizen says nothing of the next.
    error: sentFor === form.draftId ? send.error : null,
  };
}

export type DeskSlipHook = ReturnType<typeof useDeskSlip>;
