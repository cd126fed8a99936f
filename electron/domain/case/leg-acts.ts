import type { Act } from '../../contract/case/act.ts';
import { type Fault, isFault } from '../../contract/fault.ts';
import { civilOfInstant } from '../base/civil-time.ts';
import { packSteps } from '../deadline/deadline.ts';
import type { BundleAction, CaseAction, LegAction } from '../entries/case.ts';
import { type CurrentLeg, arrivalDue, findCurrentLeg, legDue, promiseOfLegs } from '../routing/legs.ts';
import type { ActContext } from './acts.ts';
import type { CaseState } from './state.ts';

export type LegAct = Extract<Act, { type: 'send-leg' | 'leg-received' | 'leg-finished' | 'leg-returned-incomplete' }>;

/** What is recorded of a leg. The guards have been asked before. */
export function legActionOf(act: LegAct, state: CaseState, context: ActContext): LegAction | Fault<'calendar-ends'> {
  const { now, calendar, handOverId } = context;
  const current = getCurrentLeg(state);
  const { leg } = current;
  const which = { leg: current.index, agency: leg.agency };
  switch (act.type) {
    case 'send-leg':
      return { type: 'leg-sent', ...which, ...(handOverId === undefined ? {} : { handOverId }) };
    case 'leg-received': {
      const receivedAt = civilOfInstant(act.at);
      // Where no time was known at reception, what a supervisor has set since counts from here on.
      const term = leg.term ?? context.termNow?.(current.index, leg.agency) ?? null;
      const dueAt = legDue(term, state.received.rule, receivedAt, calendar);
      return isFault(dueAt) ? dueAt : { type: 'leg-received', ...which, receivedAt, by: act.by, dueAt };
    }
    case 'leg-finished': {
      const returnedAt = civilOfInstant(act.returnedAt);
      const next = nextLeg(state, current.index, returnedAt, calendar);
      if (isFault(next)) return next;
      return { type: 'leg-finished', ...which, result: act.result, returnedAt, ...(next === null ? {} : { next }) };
    }
    case 'leg-returned-incomplete': {
      const sendBy = arrivalDue(now, leg.way, calendar);
      return isFault(sendBy) ? sendBy : { type: 'leg-returned-incomplete', ...which, reason: act.reason, sendBy };
    }
  }
}

/** A file that another agency decides is counted again from when that agency has it complete (Điều 17 k3, 19 k5, 20). */
export function supplementedElsewhere(
  { legs, received: { term, rule } }: CaseState,
  { now, calendar }: Pick<ActContext, 'now' | 'calendar'>,
): CaseAction | Fault<'calendar-ends'> {
  const open = legs.filter(({ stage }) => stage !== 'finished');
  const promise = promiseOfLegs({ legs: open, whole: term, rule, acceptedAt: now }, calendar);
  if (promise === undefined) throw new Error('the case has a term');
  if (isFault(promise)) return promise;
  const sendBy = promise.legs[0]?.sendBy;
  const resent = sendBy === undefined || sendBy === null ? {} : { sendBy };
  return { type: 'supplemented', dueAt: promise.dueAt, steps: packSteps(promise.steps), ...resent };
}

function nextLeg(
  state: CaseState,
  index: number,
  from: string,
  calendar: ActContext['calendar'],
): { sendBy: string; dueAt: string | null } | null | Fault<'calendar-ends'> {
  const next = state.legs[index + 1];
  if (next === undefined) return null;
  const sendBy = arrivalDue(from, next.way, calendar);
  if (isFault(sendBy)) return sendBy;
  const dueAt = next.way === 'here' ? legDue(next.term, state.received.rule, from, calendar) : null;
  return isFault(dueAt) ? dueAt : { sendBy, dueAt };
}

function getCurrentLeg(state: CaseState): CurrentLeg {
  const current = findCurrentLeg(state.legs);
  if (current === undefined) throw new Error('the case has no leg under way');
  return current;
}

/** Where the papers are after an action on a leg; null where it moves none. `to` is who keeps what comes back. */
export function bundleAfterLeg(action: CaseAction, state: CaseState, to: string): BundleAction | null {
  const leg = 'leg' in action ? state.legs[action.leg] : undefined;
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
