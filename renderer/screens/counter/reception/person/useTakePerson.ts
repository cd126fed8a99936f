import { useContext, useEffect, useEffectEvent, useRef } from 'react';
import { type Place, usePlace } from '../../../../desk/places.ts';
import { ActiveContext } from '../../../../parts/keys/shortcuts.ts';
import { focusFieldSoon } from '../../case-fields/field-id.ts';
import { isUntouched } from '../../case-fields/reception-form.ts';
import type { ReceptionHook } from '../useReception.ts';

/** Begins a reception for whom somebody came here with: once. What was begun for another is laid aside; the rest of the person the desk fills in by their number. */
export function useTakePerson(hook: ReceptionHook): void {
  const { place } = usePlace();
  const active = useContext(ActiveContext);
  const taken = useRef<Place | null>(null);

  const take = useEffectEvent(({ idNumber, kind, fullName }: { idNumber: string; kind: Kind; fullName: string }) => {
    if (!isUntouched(hook.latest.current)) hook.nextCitizen();
    hook.dispatch({ type: 'person-typed', who: 'applicant', change: { kind, idNumber, fullName } });
    focusFieldSoon('procedureCode');
  });

  useEffect(() => {
    if (!active || place.screen !== 'reception' || place.person === undefined || taken.current === place) return;
    taken.current = place;
    take(place.person);
  }, [active, place]);
}

type Kind = NonNullable<Extract<Place, { screen: 'reception' }>['person']>['kind'];
