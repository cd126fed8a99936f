import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { IntakeAct, IntakeActed } from '../../../../electron/contract/intake/intake.ts';
import { deskClient } from '../../../desk/client.ts';
import { useTexts } from '../../../text/texts.ts';
import { focusField } from '../field-id.ts';
import { type DeskSlip, intakeInput } from '../waiting/intake-form.ts';
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
export function useDeskSlip(hook: ReceptionHook) {
  const { intake } = useTexts();
  const { form } = hook;
  const [asked, setAsked] = useState<{ readonly act: DeskSlip; readonly draftId: string } | null>(null);
  const [made, setMade] = useState<MadeSlip | null>(null);
  const send = useMutation({
    mutationFn: (act: IntakeAct | undefined): Promise<IntakeActed> => {
      // What a citizen sent online is acted on as they sent it.
      if (form.intake?.kind === 'online' && act !== undefined)
        return deskClient.intake.act({ intakeId: form.requestId, act, print: true });
      const closes = act === undefined || act.type === 'refuse';
      return deskClient.intake.open({
        ...intakeInput(form),
        ...(act === undefined ? {} : { act, print: true }),
        ...(closes ? { draftId: form.draftId } : {}),
      });
    },
  });

  function ask(act: DeskSlip) {
    if (form.procedure === null) return stop(intake.needProcedure, 'procedureCode');
    if (act !== 'guide' && form.applicant.fullName.trim() === '') return stop(intake.needName, 'applicant.fullName');
    send.reset();
    setAsked({ act, draftId: form.draftId });
  }

  function stop(note: string, field: string) {
    hook.setNote(note);
    focusField(field);
  }

  async function act(done: IntakeAct) {
    await hook.flush();
    const answer = await send.mutateAsync(done).catch(() => undefined);
    if (answer === undefined) return;
    const of = done.type as DeskSlip;
    setAsked(null);
    const said = answer.paperFault === null ? intake.done[of] : intake.noPaper(answer.paperFault.message);
    const [document] = answer.documents;
    const slip = { act: of, documentId: document?.documentId ?? null, printJobId: answer.printJobId };
    if (of === 'refuse') {
      hook.forgetDraft(form.draftId);
      if (form.intake?.kind === 'online')
        void deskClient.draft.discard({ draftId: form.draftId }).catch(() => undefined);
      setMade({ ...slip, of: JSON.stringify(hook.begin(said)) });
    } else {
      hook.setNote(said);
      setMade({ ...slip, of: JSON.stringify(form) });
    }
  }

  async function keepParcel() {
    if (form.procedure === null) return stop(intake.needProcedure, 'procedureCode');
    if (intakeInput(form).kind !== 'post') return stop(intake.needTracking, 'trackingNumber');
    await hook.flush();
    const answer = await send.mutateAsync(undefined).catch(() => undefined);
    if (answer === undefined) return;
    hook.forgetDraft(form.draftId);
    hook.begin(intake.kept(form.applicant.fullName));
  }

  return {
    // What is asked is about one citizen, and goes with them.
    asked: asked?.draftId === form.draftId ? asked.act : null,
    ask,
    act,
    keepParcel,
    close: () => setAsked(null),
    made: made?.of === JSON.stringify(form) ? made : null,
    pending: send.isPending,
    error: send.error,
  };
}

export type DeskSlipHook = ReturnType<typeof useDeskSlip>;
