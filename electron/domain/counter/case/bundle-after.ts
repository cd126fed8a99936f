import type { BundleAction, CaseAction } from '../../entries/case.ts';
import { placeOfLeg } from '../../routing/legs.ts';
import type { CaseState } from './state.ts';

/**
 * Where an act brings the papers: to their shelf, or home with a result that was given at the counter itself. Papers of a case that
 * somebody worked on stay where they are until it is archived.
 * @param by who does it, and has the papers again where they did not leave after all
 */
export function bundleAfter(action: CaseAction, { stage, legs, bundle }: CaseState, by: string): BundleAction | null {
  if (action.type === 'archived') return { type: 'bundle-moved', to: { kind: 'archive', place: action.place } };
  const atTheCounter = stage === null && legs.length === 0 && bundle.at.kind === 'person';
  if (action.type === 'papers-returned') return { type: 'bundle-moved', to: { kind: 'citizen' } };
  if (action.type === 'return-undone')
    return bundle.at.kind === 'citizen' ? { type: 'bundle-moved', to: { kind: 'person', username: by } } : null;
  return action.type === 'returned' && action.again !== true && atTheCounter
    ? { type: 'bundle-moved', to: { kind: 'citizen' } }
    : null;
}

/** Where the papers are after an action on a leg; null where it moves none. `to` is who keeps what comes back. */
export function bundleAfterLeg(action: CaseAction, state: CaseState, to: string): BundleAction | null {
  const leg = 'leg' in action ? state.legs[placeOfLeg(state.legs, action.leg)] : undefined;
  if (leg === undefined || leg.way !== 'paper') return null;
  switch (action.type) {
    case 'leg-sent': {
      const { handOverId } = action;
      if (handOverId === undefined) return null;
      return { type: 'bundle-moved', to: { kind: 'on-the-way', to: leg.agency, handOverId }, handOverId };
    }
    case 'leg-received': {
      const code = leg.unitCode === undefined ? {} : { code: leg.unitCode };
      const by = leg.handOverId === null ? {} : { handOverId: leg.handOverId };
      return { type: 'bundle-moved', to: { kind: 'unit', name: leg.agency, ...code }, ...by };
    }
    case 'leg-not-arrived':
      return { type: 'bundle-moved', to: { kind: 'person', username: to }, handOverId: action.handOverId };
    case 'leg-finished':
    case 'leg-returned-incomplete':
      return { type: 'bundle-moved', to: { kind: 'person', username: to } };
    default:
      return null;
  }
}
