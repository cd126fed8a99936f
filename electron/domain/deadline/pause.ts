import { type Fault, isFault } from '../../contract/base/fault.ts';
import type { CivilTime, Term } from '../../contract/base/values.ts';
import { dayOfDate } from '../base/civil-time.ts';
import { type DeadlineAnswer, explainDeadline } from './deadline.ts';
import { type WorkCalendar, isWorkingDay } from './work-calendar.ts';

type Pause = {
  readonly term: Term;
  /** The promise that ran when the clock was stopped. */
  readonly dueAt: CivilTime;
  readonly from: CivilTime;
  readonly to: CivilTime;
};

/**
 * The promise after a time that does not count: what was left when the clock stopped is counted again from the day it runs on, that
 * day not counted (BLDS Điều 147 k2), calendar days for a term in days and working days for every other. A promise that was over
 * already stays over: nobody is early again by being asked for money. Null where nothing was moved.
 */
export function promiseAfterPause(
  { term, dueAt, from, to }: Pause,
  calendar: WorkCalendar,
): DeadlineAnswer | null | Fault<'calendar-ends'> {
  const [stopped, due] = [dayOfDate(from.slice(0, 10)), dayOfDate(dueAt.slice(0, 10))];
  if (due < stopped || to.slice(0, 10) === from.slice(0, 10)) return null;
  const left = daysLeft(stopped, due, term.unit === 'day' ? () => true : (day) => isWorkingDay(calendar, day));
  const rest: Term =
    left === 0 ? { value: 1, unit: 'same-day' } : { value: left, unit: term.unit === 'day' ? 'day' : 'working-day' };
  const answer = explainDeadline({ term: rest, acceptedAt: to }, calendar);
  if (isFault(answer)) return answer;
  const [begun, ...steps] = answer.steps;
  if (begun === undefined) return answer;
  const { time = '' } = begun.values;
  // The last step says the whole term, which stands beside the promise; what was left of it is said here.
  const resumed = { rule: 'resumed', date: begun.date, values: { time, value: rest.value, unit: rest.unit } };
  return { ...answer, steps: [resumed, ...steps] };
}

function daysLeft(from: number, to: number, counts: (day: number) => boolean): number {
  let days = 0;
  for (let day = from + 1; day <= to; day += 1) if (counts(day)) days += 1;
  return days;
}
