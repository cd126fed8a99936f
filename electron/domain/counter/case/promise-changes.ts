import { isFault } from '../../../contract/base/fault.ts';
import type { Term, DeadlineRule } from '../../../contract/base/values.ts';
import { civilTime, getMoment } from '../../base/civil-time.ts';
import { explainDeadline } from '../../deadline/deadline.ts';
import { type WorkCalendar, closingOn, isOfficeOpen, nextOpenDay } from '../../deadline/work-calendar.ts';
import type { LegDefinition } from '../../entries/case.ts';
import { promiseOfLegs } from '../../routing/legs.ts';

/**
 * A promise that was printed, and what it was counted from. `legs` where another agency decides; `whole` is then the whole time, if known.
 * `named` where the day was not counted but named: agreed with the citizen, or written on Mẫu 04.
 */
export type PrintedPromise = {
  readonly named?: true;
  readonly caseId: string;
  readonly term: Term;
  readonly rule?: DeadlineRule | undefined;
  readonly acceptedAt: string;
  readonly dueAt: string;
  readonly legs?: readonly LegDefinition[];
  readonly whole?: Term | null;
};
export type ChangedPromise = { readonly caseId: string; readonly printed: string; readonly wouldBe: string | null };

/**
 * The printed promises that another calendar would have made differently. It moves none: what was printed is a promise
 * and stands. `wouldBe` is null where the other calendar ends before the term does.
 */
export function promiseChanges(promises: readonly PrintedPromise[], calendar: WorkCalendar): ChangedPromise[] {
  return promises.flatMap((promise) => {
    const wouldBe = countedAnew(promise, calendar);
    return wouldBe === promise.dueAt ? [] : [{ caseId: promise.caseId, printed: promise.dueAt, wouldBe }];
  });
}

function countedAnew(promise: PrintedPromise, calendar: WorkCalendar): string | null {
  if (promise.named === true) return namedAnew(promise.dueAt, calendar);
  const { term, rule, acceptedAt, legs, whole } = promise;
  const answer =
    legs === undefined
      ? explainDeadline({ term, acceptedAt, ...(rule === undefined ? {} : { rule }) }, calendar)
      : promiseOfLegs({ legs, whole: whole ?? null, rule, acceptedAt }, calendar);
  return answer === undefined || isFault(answer) ? null : answer.dueAt;
}

/** A named moment changes only where nobody is there any more: then to the end of the next day on which somebody is. */
function namedAnew(dueAt: string, calendar: WorkCalendar): string | null {
  if (isOfficeOpen(calendar, dueAt)) return dueAt;
  const day = nextOpenDay(calendar, getMoment(dueAt).day);
  return isFault(day) ? null : civilTime(day, closingOn(calendar, day));
}
