import { useContext, useEffect, useEffectEvent, useRef, useState } from 'react';
import { desk, deskClient, goodForMs, queries } from '../../../../desk/client.ts';
import { type Place, usePlace } from '../../../../desk/places.ts';
import { ActiveContext } from '../../../../parts/keys/shortcuts.ts';
import { useTexts } from '../../../../text/texts.ts';
import { focusField } from '../../case-fields/field-id.ts';
import { formOfIntake, isSamePerson, withPerson } from './intake-form.ts';
import { formOfDraft } from '../draft/draft-form.ts';
import type { ReceptionHook } from '../useReception.ts';

/** Takes a waiting file into the form when somebody came here with it: once, whatever way they come back later. */
export function useTakeIntake(hook: ReceptionHook): unknown {
  const { intake } = useTexts();
  const { place } = usePlace();
  const active = useContext(ActiveContext);
  const taken = useRef<Place | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);

  const take = useEffectEvent(async (intakeId: string) => {
    setTrouble(null);
    try {
      const view = await deskClient.intake.get({ intakeId });
      const procedure = await queries.fetchQuery(
        desk.procedure.get.queryOptions({ input: { code: view.row.procedureCode }, staleTime: goodForMs }),
      );
      const seen = view.availableActions.some(({ action, allowed }) => action === 'see' && allowed);
      if (seen) await deskClient.intake.act({ intakeId, act: { type: 'see' } });
      // Begun on before: what was typed then is taken up, not what the citizen sent.
      const draft = hook.others.map(({ body }) => formOfDraft(body)).find((form) => form?.requestId === intakeId);
      const name = view.row.applicantName || intake.unnamed;
      const before = hook.latest.current;
      const isPersonAlone = isSamePerson(before, view) && before.procedure === null && before.submitter === null;
      const taken = draft ?? formOfIntake(view, procedure, hook.fresh());
      if (isPersonAlone) hook.forgetDraft(before.draftId);
      hook.take(isPersonAlone ? withPerson(taken, before) : taken, intake.taken(name));
      // The card that led here was for this file: it is no other that was begun.
      if (isPersonAlone) void deskClient.draft.discard({ draftId: before.draftId }).catch(() => undefined);
      window.setTimeout(() => focusField('components'), 0);
    } catch (error) {
      setTrouble(error);
    }
  });

  useEffect(() => {
    if (!active || place.screen !== 'reception' || place.intakeId === undefined || taken.current === place) return;
    taken.current = place;
    void take(place.intakeId);
  }, [active, place]);
  return trouble;
}
