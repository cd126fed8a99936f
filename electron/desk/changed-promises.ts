import { countedPromise } from '../domain/case-correction.ts';
import { foldCase } from '../domain/case-state.ts';
import { type Procedure, termFor } from '../domain/catalogue.ts';
import { dayOfDate } from '../domain/civil-time.ts';
import { type PrintedPromise, promiseChanges } from '../domain/promise-changes.ts';
import { caseActions } from '../store/case-store.ts';
import { runningPromises } from '../store/promise-store.ts';
import { getProcedureOf } from './case-view.ts';
import type { Room } from './room.ts';

/** As many as an office can have open at once, and more than it can call in a day. */
const mostLooked = 5000;

/**
 * The receipts that the calendar of today would have dated otherwise: a holiday was decreed or a working day moved since they were
 * printed. Nothing is moved by it (domain rules 5.6); the office knows whom to call.
 */
export function changedPromises(room: Room) {
  const open = runningPromises(room.store.db, mostLooked);
  const byId = new Map(open.map((found) => [found.caseId, found]));
  const changes = promiseChanges(
    open.map(({ caseId }) => printedPromise(room, caseId)),
    room.calendar(),
  );
  return {
    looked: open.length,
    changes: changes.flatMap(({ caseId, printed, wouldBe }) => {
      const found = byId.get(caseId);
      if (found === undefined) return [];
      const { number, applicantName, phone } = found;
      return [{ caseId, number, applicantName, phone, printed, wouldBe, days: daysApart(printed, wouldBe) }];
    }),
  };
}

function daysApart(printed: string, wouldBe: string | null): number | null {
  return wouldBe === null ? null : dayOfDate(wouldBe.slice(0, 10)) - dayOfDate(printed.slice(0, 10));
}

function printedPromise(room: Room, caseId: string): PrintedPromise {
  const actions = caseActions(room.store.db, caseId);
  const state = foldCase(actions);
  const { term, rule, fromKit, legs, channel } = state.received;
  const counted = countedPromise(actions);
  // What a hand wrote on a sheet was promised; the calendar is asked about what the law gave.
  const byLaw = fromKit !== undefined && counted.from === fromKit.acceptedAt ? fromKit.lawDueAt : counted.dueAt;
  const procedure: Procedure = getProcedureOf(room, state);
  return {
    caseId,
    term,
    rule,
    acceptedAt: counted.from,
    dueAt: byLaw,
    ...(legs === undefined ? {} : { legs, whole: termFor(procedure, channel) }),
  };
}
