import { isFault } from '../contract/fault.ts';
import { type DeadlineQuestion, explainDeadline } from './deadline.ts';
import type { WorkCalendar } from './work-calendar.ts';

export type PrintedPromise = DeadlineQuestion & { readonly caseId: string; readonly dueAt: string };
export type ChangedPromise = { readonly caseId: string; readonly printed: string; readonly wouldBe: string | null };

/**
 * The printed promises that another calendar would have made differently. It moves none: what was printed is a promise
 * (domain rules 5.6). `wouldBe` is null where the other calendar ends before the term does.
 */
export function promiseChanges(promises: readonly PrintedPromise[], calendar: WorkCalendar): ChangedPromise[] {
  return promises.flatMap((promise) => {
    const answer = explainDeadline(promise, calendar);
    const wouldBe = isFault(answer) ? null : answer.dueAt;
    return wouldBe === promise.dueAt ? [] : [{ caseId: promise.caseId, printed: promise.dueAt, wouldBe }];
  });
}
