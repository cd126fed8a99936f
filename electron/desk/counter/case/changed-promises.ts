import type { Procedure } from '../../../contract/catalogue/lists.ts';
import { dayOfDate } from '../../../domain/base/civil-time.ts';
import { countedPromise } from '../../../domain/counter/case/correction.ts';
import { type PrintedPromise, promiseChanges } from '../../../domain/counter/case/promise-changes.ts';
import type { WorkCalendar } from '../../../domain/deadline/work-calendar.ts';
import { getCaseFile } from '../../../store/counter/case/case.ts';
import { countedAnewFrom } from '../../../store/common/office/settings.ts';
import { runningPromises } from '../../../store/counter/work/work.ts';
import type { DeskContext } from '../../core/context.ts';
import { getProcedureOf } from '../../catalogue/adopted.ts';

/** As many as an office can have open at once, and more than it can call in a day. */
const mostLooked = 5000;

type Running = ReturnType<typeof runningPromises>[number];
type Changed = Running & { readonly printed: string; readonly wouldBe: string | null };

/**
 * The receipts that the calendar of today would have dated otherwise: a holiday was decreed or a working day moved since they were
 * printed. Nothing is moved by it: what was printed is a promise. The office knows whom to call.
 */
export function changedPromises(desk: DeskContext) {
  const open = runningPromises(desk.store.db, mostLooked);
  return {
    looked: open.length,
    changes: changesOf(desk, open).map(({ caseId, number, applicantName, phone, printed, wouldBe }) => {
      return { caseId, number, applicantName, phone, printed, wouldBe, days: daysApart(printed, wouldBe) };
    }),
  };
}

const known = new WeakMap<WorkCalendar, readonly Changed[]>();

/**
 * The same for the work list, which is asked for every minute: only what was received before today's days and hours began can
 * differ, and it is counted once for each calendar. Some may be over since; none can have come.
 */
export function everChanged(desk: DeskContext): readonly Changed[] {
  const calendar = desk.calendar();
  const counted = known.get(calendar);
  if (counted !== undefined) return counted;
  const { db } = desk.store;
  const changed = changesOf(desk, runningPromises(db, mostLooked, countedAnewFrom(db)));
  known.set(calendar, changed);
  return changed;
}

function changesOf(desk: DeskContext, open: readonly Running[]): Changed[] {
  const byId = new Map(open.map((found) => [found.caseId, found]));
  const changes = promiseChanges(
    open.flatMap(({ caseId }) => printedPromise(desk, caseId) ?? []),
    desk.calendar(),
  );
  return changes.flatMap(({ caseId, printed, wouldBe }) => {
    const found = byId.get(caseId);
    return found === undefined ? [] : [{ ...found, printed, wouldBe }];
  });
}

function daysApart(printed: string, wouldBe: string | null): number | null {
  return wouldBe === null ? null : dayOfDate(wouldBe.slice(0, 10)) - dayOfDate(printed.slice(0, 10));
}

/** Undefined where a time that is not counted lies within: another calendar cannot be asked about it as a whole. */
function printedPromise(desk: DeskContext, caseId: string): PrintedPromise | undefined {
  const { actions, state } = getCaseFile(desk.store.db, caseId);
  const { term, rule, fromKit, foreign, legs, termCase } = state.received;
  const counted = countedPromise(actions);
  const named = counted.extendedTo ?? (termCase?.agreed === true ? state.dueAt : null);
  if (named !== null) return { caseId, term, acceptedAt: counted.from, dueAt: named, named: true };
  if (counted.paused === true) return undefined;
  // What a hand wrote on a sheet was promised; the calendar is asked about what the law gave.
  const written = fromKit ?? (foreign === undefined ? undefined : { ...foreign, acceptedAt: foreign.arrivedAt });
  const byLaw = written !== undefined && counted.from === written.acceptedAt ? written.lawDueAt : counted.dueAt;
  const procedure: Procedure = getProcedureOf(desk, state);
  return {
    caseId,
    term,
    rule,
    acceptedAt: counted.from,
    dueAt: byLaw,
    ...(legs === undefined ? {} : { legs, whole: procedure.terms.length === 0 ? null : term }),
  };
}
