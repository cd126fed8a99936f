import { useContext, useEffect, useState } from 'react';
import { desk, deskClient, queries } from '../../../../desk/client.ts';
import { keptBeforeLeaving } from '../../../../desk/leaving.ts';
import { ActiveContext } from '../../../../parts/keys/shortcuts.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { draftLabel } from './draft-form.ts';
import type { ReceptionForm } from '../../case-fields/reception-form.ts';

/** Where leaving shows: the clerk moves on, the window hides, the field loses the cursor. */
const departures: readonly (readonly [() => EventTarget, string])[] = [
  [() => window, 'blur'],
  [() => window, 'pagehide'],
  [() => window, 'focusout'],
  [() => document, 'visibilitychange'],
];

/** Keeps the form as the draft of its citizen, through crash, lock, expiry and sign-out. */
export function useDraft(form: ReceptionForm) {
  const active = useContext(ActiveContext);
  const [failed, setFailed] = useState(false);
  const [keeper] = useState(
    () =>
      new DraftKeeper({
        save: async (one) => {
          await deskClient.draft.save({ draftId: one.draftId, label: draftLabel(one), body: { ...one } });
        },
        discard: async (draftId) => {
          await deskClient.draft.discard({ draftId }).catch(() => undefined);
        },
        after: (delay, act) => {
          const timer = window.setTimeout(act, delay);
          return () => window.clearTimeout(timer);
        },
        onKept: () => {
          setFailed(false);
          void queries.invalidateQueries({ queryKey: desk.draft.list.key() });
        },
        onFailed: () => setFailed(true),
      }),
  );

  useEffect(() => keeper.changed(form), [form, keeper]);

  useEffect(() => {
    if (!active) void keeper.flush();
  }, [active, keeper]);

  useEffect(() => {
    keeper.begin();
    const leave = () => void keeper.flush();
    const stop = keptBeforeLeaving(() => keeper.flush());
    for (const [target, event] of departures) target().addEventListener(event, leave);
    return () => {
      stop();
      for (const [target, event] of departures) target().removeEventListener(event, leave);
      keeper.end();
    };
  }, [keeper]);

  return {
    failed,
    flush: () => keeper.flush(),
    forget: (draftId: string) => keeper.forget(draftId),
    newestOf: (kept: ReceptionForm) => keeper.newestOf(kept),
  };
}
