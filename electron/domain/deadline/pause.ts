import { type Fault, isFault } from '../../contract/base/fault.ts';
import type { CivilTime, Term } from '../../contract/base/values.ts';
import { type Moment, dayOfDate, getMoment, msPerDay, msPerHour, msPerMinute } from '../base/civil-time.ts';
import { type DeadlineAnswer, explainDeadline } from './deadline.ts';
import { isInHours } from './past.ts';
import { type WorkCalendar, isWorkingDay, sessionsOn } from './work-calendar.ts';

/** A time that does not count. */
export type Pause = { readonly from: CivilTime; readonly to: CivilTime };

type Paused = Pause & {
  readonly term: Term;
  /** The promise that ran when the clock was stopped. */
  readonly dueAt: CivilTime;
  /**
   * From when a term in hours was counted, and the times before this one that did not count: the promise may lie before its hour, or after
   * it, so that somebody is there (BLDS Điều 148 k5). Left out where the promise itself is all there is to count by.
   */
  readonly counted?: { readonly since: CivilTime; readonly pauses: readonly Pause[] } | undefined;
};

/**
 * The promise after a time that does not count: what was left when the clock stopped is counted again from the day it runs on, that
 * day not counted (BLDS Điều 147 k2), working days for a term in them and days of the calendar for days, months and years. Of a term in
 * hours the hours and minutes that were left run on from the very moment (Điều 147 k1). A promise that was over already stays over:
 * nobody is early again by being asked for money. Null where nothing was moved.
 */
export function promiseAfterPause(
  paused: Paused,
  calendar: WorkCalendar,
): DeadlineAnswer | null | Fault<'calendar-ends'> {
  if (!isInHours(paused.term)) return daysAfterPause(paused, calendar);
  if (paused.from > paused.dueAt) return null;
  const left = hoursLeft(paused, calendar);
  // The hours were over, and the promise stood only because nobody was there: it is kept to the end of the day.
  return left <= 0 ? daysAfterPause(paused, calendar) : hoursAfterPause(paused, left, calendar);
}

/**
 * Another limit of a case that stood still meanwhile: what did not count of the one does not count of the other. `since` is what its
 * hours are counted from; left out where other agencies have their own.
 */
export function afterPauses<A extends DeadlineAnswer>(
  counted: A,
  {
    term,
    since,
    pauses,
  }: { readonly term: Term; readonly since?: CivilTime | undefined; readonly pauses: readonly Pause[] },
  calendar: WorkCalendar,
): A | Fault<'calendar-ends'> {
  let now = counted;
  for (const [index, { from, to }] of pauses.entries()) {
    const hours = since === undefined ? {} : { counted: { since, pauses: pauses.slice(0, index) } };
    const moved = promiseAfterPause({ term, dueAt: now.dueAt, from, to, ...hours }, calendar);
    if (isFault(moved)) return moved;
    if (moved !== null) now = { ...now, ...moved };
  }
  return now;
}

function daysAfterPause(
  { term, dueAt, from, to }: Paused,
  calendar: WorkCalendar,
): DeadlineAnswer | null | Fault<'calendar-ends'> {
  const [stopped, due] = [dayOfDate(from.slice(0, 10)), dayOfDate(dueAt.slice(0, 10))];
  if (due < stopped || to.slice(0, 10) === from.slice(0, 10)) return null;
  const unit = term.unit === 'day' || term.unit === 'month' || term.unit === 'year' ? 'day' : 'working-day';
  const left = daysLeft(stopped, due, unit === 'day' ? () => true : (day) => isWorkingDay(calendar, day));
  const rest: Term = left === 0 ? { value: 1, unit: 'same-day' } : { value: left, unit };
  const answer = explainDeadline({ term: rest, acceptedAt: to }, calendar);
  return isFault(answer) ? answer : resumed(answer, { value: rest.value, unit: rest.unit });
}

/** The hours run on; where the promise had been moved behind them it is never taken back. */
function hoursAfterPause(
  { term: { unit }, dueAt, to }: Paused,
  left: number,
  calendar: WorkCalendar,
): DeadlineAnswer | null | Fault<'calendar-ends'> {
  const answer = explainDeadline({ term: { value: left / msPerHour, unit }, acceptedAt: to }, calendar);
  if (isFault(answer)) return answer;
  if (answer.dueAt <= dueAt) return null;
  const minutes = Math.floor(left / msPerMinute);
  return resumed(answer, { value: Math.floor(minutes / 60), unit, minutes: minutes % 60 });
}

/** The last step says the whole term, which stands beside the promise; what was left of it is said here. */
function resumed(answer: DeadlineAnswer, left: Readonly<Record<string, string | number>>): DeadlineAnswer {
  const [begun, ...steps] = answer.steps;
  if (begun === undefined) return answer;
  const { time = '' } = begun.values;
  return { ...answer, steps: [{ rule: 'resumed', date: begun.date, values: { time, ...left } }, ...steps] };
}

function daysLeft(from: number, to: number, counts: (day: number) => boolean): number {
  let days = 0;
  for (let day = from + 1; day <= to; day += 1) if (counts(day)) days += 1;
  return days;
}

/** In milliseconds. Working hours are as long as the office is open between; hours of the clock end where the law ends them. */
function hoursLeft({ term, dueAt, from, counted }: Paused, calendar: WorkCalendar): number {
  const [stopped, due] = [getMoment(from), getMoment(dueAt)];
  if (term.unit === 'working-hour') return openBetween(stopped, due, calendar);
  if (counted === undefined) return between(stopped, due);
  const stood = counted.pauses.reduce((sum, pause) => sum + between(getMoment(pause.from), getMoment(pause.to)), 0);
  return term.value * msPerHour + stood - between(getMoment(counted.since), stopped);
}

function between(from: Moment, to: Moment): number {
  return (to.day - from.day) * msPerDay + to.msOfDay - from.msOfDay;
}

function openBetween(from: Moment, to: Moment, calendar: WorkCalendar): number {
  let open = 0;
  for (let { day } = from; day <= to.day; day += 1)
    for (const { start, end } of sessionsOn(calendar, day)) {
      const begin = day === from.day ? Math.max(start, from.msOfDay) : start;
      open += Math.max(0, (day === to.day ? Math.min(end, to.msOfDay) : end) - begin);
    }
  return open;
}
