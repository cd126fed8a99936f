import type { Act, ActType } from '../../contract/case/act.ts';
import { isFault } from '../../contract/fault.ts';
import { type CivilTime, civilOfInstant } from '../base/civil-time.ts';
import { explainDeadline } from '../deadline/deadline.ts';
import { supplementUntil } from '../deadline/office-clocks.ts';
import { isOfficeOpen } from '../deadline/work-calendar.ts';
import { isBundleOpen } from '../routing/bundle.ts';
import type { ActContext } from './acts.ts';
import { approvalGuard } from './approval.ts';
import { type LegRefusal, legGuards } from './leg-guards.ts';
import { type MoveRefusal, assignGuard, passGuard, reworkGuard, takeOverGuard, transferGuard } from './moves.ts';
import type { CaseState } from './state.ts';

/** Why an act is not allowed, as a key of case-reasons.ts. */
export type Refusal =
  | 'wrong-status'
  | 'result-issued'
  | 'second-supplement'
  | 'supplement-late'
  | 'not-yet-closable'
  | 'already-extended'
  | 'extension-late'
  | 'extension-not-later'
  | 'extension-office-closed'
  | 'announce-first'
  | 'already-announced'
  | 'held-by-you'
  | 'held-by-another'
  | 'no-error'
  | 'error-open'
  | 'already-archived'
  | 'result-stands'
  | 'papers-awaited'
  | LegRefusal
  | MoveRefusal
  | 'bundle-missing'
  | 'approval-first';

/** Looks at a case that has the right status. `act` is absent when the question is only whether it could be done at all. */
type Guard = (state: CaseState, context: ActContext, act: Act | undefined) => Refusal | null;

export const guards: Partial<Record<ActType, Guard>> = {
  ...legGuards,
  transfer: (...asked) => legGuards.transfer(asked[0]) ?? transferGuard(...asked),
  'take-over': takeOverGuard,
  assign: assignGuard,
  pass: passGuard,
  rework: reworkGuard,
  'hand-back': (state, { username, role }) =>
    state.holder === username || role === 'supervisor' ? null : 'held-by-another',
  'request-supplement': requestSupplement,
  'close-unsupplemented': closeUnsupplemented,
  extend,
  finish: (...asked) => legGuards.finish(asked[0]) ?? approvalGuard(asked[0], asked[1]),
  announce: (state) => (state.announcedAt === null ? null : 'already-announced'),
  return: announceFirst,
  'report-error': (state) => (state.error?.correctedAt === null ? 'error-open' : null),
  'correct-result': (state) => (state.error?.correctedAt === null ? null : 'no-error'),
  archive: (state) =>
    state.archivedAt !== null ? 'already-archived' : isBundleOpen(state.bundle) ? 'bundle-missing' : null,
};

/** Asked once (Điều 11 k2c, 16 k3), within three working days of reception (Điều 19 k5); beyond that a supervisor says why. */
function requestSupplement(state: CaseState, context: ActContext, act: Act | undefined): Refusal | null {
  const overridden = act?.type === 'request-supplement' && act.override !== undefined && context.role === 'supervisor';
  const couldOverride = act === undefined && context.role === 'supervisor';
  if (overridden || couldOverride) return null;
  if (state.supplementRequests > 0) return 'second-supplement';
  const limit = explainDeadline(
    { term: { value: 3, unit: 'working-day' }, acceptedAt: state.acceptedAt },
    context.calendar,
  );
  return !isFault(limit) && isDayOver(limit.dueAt, context.now) ? 'supplement-late' : null;
}

/** Closed only when the citizen's fifteen days are over (Điều 19 k5). */
function closeUnsupplemented(state: CaseState, { now, calendar }: ActContext): Refusal | null {
  const until = supplementUntil(state.supplementRequestedAt ?? state.acceptedAt, calendar);
  return isFault(until) || !isDayOver(until, now) ? 'not-yet-closable' : null;
}

/** The last day of a term ends at midnight (BLDS Điều 148 k6), not when the office closes: what the law gives is not cut short. */
function isDayOver(last: CivilTime, now: CivilTime): boolean {
  return now.slice(0, 10) > last.slice(0, 10);
}

/** Once, with a later date on which somebody is there to hand the result out, and at the latest on the day before expiry (Điều 19 k6). */
function extend(state: CaseState, { now, calendar }: ActContext, act: Act | undefined): Refusal | null {
  if (state.extendedAt !== null) return 'already-extended';
  if (state.dueAt === null || now.slice(0, 10) >= state.dueAt.slice(0, 10)) return 'extension-late';
  if (act?.type !== 'extend') return null;
  if (Date.parse(act.newDueAt) <= Date.parse(state.dueAt)) return 'extension-not-later';
  return isOfficeOpen(calendar, civilOfInstant(act.newDueAt)) ? null : 'extension-office-closed';
}

/** A result that is ready before its day is announced before it is handed out (Điều 22 k5), unless it is ready in the same sitting. */
function announceFirst(state: CaseState): Refusal | null {
  if (state.status === 'refused' || state.announcedAt !== null || state.finishedAt === null || state.dueAt === null)
    return null;
  const sameDay = state.finishedAt.slice(0, 10) === state.acceptedAt.slice(0, 10);
  const early = state.finishedAt.slice(0, 10) < state.dueAt.slice(0, 10);
  return early && !sameDay ? 'announce-first' : null;
}
