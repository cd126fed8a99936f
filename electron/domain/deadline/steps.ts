import type { Term, CivilTime } from '../../contract/base/values.ts';
import { type Moment, civilTime, dateOfDay, dayOfDate, weekdayOfDay } from '../base/civil-time.ts';
import type { DeadlineStep, PackedStep } from '../entries/case.ts';
import { type NamedDay, type WorkCalendar, isWorkingDay } from './work-calendar.ts';

/** The steps by which a promise is explained: how each is made, kept in the journal and taken out of it again. */

export function step(rule: string, day: number, values: DeadlineStep['values']): DeadlineStep {
  return { rule, date: dateOfDay(day), values };
}

/** Steps for the journal, without the last one: it says the term and the promise, which stand beside it. */
export function packSteps(steps: readonly DeadlineStep[]): PackedStep[] {
  return steps
    .slice(0, -1)
    .map(({ rule, date, values }) => (Object.keys(values).length === 0 ? [rule, date] : [rule, date, values]));
}

/** The whole explanation again, from what the journal keeps. */
export function unpackSteps(
  packed: readonly PackedStep[],
  term: Term,
  dueAt: CivilTime,
  agreed?: true,
): DeadlineStep[] {
  const steps = packed.map(([rule, date, values = {}]) => ({ rule, date, values }));
  return [...steps, agreed === true ? agreedStep(dueAt) : termStep(term, dueAt)];
}

/** The last step where the day and hour were agreed: nothing was counted. */
export function agreedStep(dueAt: CivilTime): DeadlineStep {
  return { rule: 'agreed-in-writing', date: dueAt.slice(0, 10), values: { time: dueAt.slice(11, 16) } };
}

/** How long an agreed promise is, in working days. */
export function termUntil(acceptedAt: CivilTime, dueAt: CivilTime, calendar: WorkCalendar): Term {
  const last = dayOfDate(dueAt.slice(0, 10));
  let value = 0;
  for (let day = dayOfDate(acceptedAt.slice(0, 10)) + 1; day <= last; day += 1)
    if (isWorkingDay(calendar, day)) value += 1;
  return value === 0 ? { value: 1, unit: 'same-day' } : { value, unit: 'working-day' };
}

/** The same, of a count that began anew when the file was complete: its first moment is no reception (NĐ 118/2025 Điều 19 k5). */
export function countedAnew(steps: readonly DeadlineStep[]): DeadlineStep[] {
  return steps.map((one, at) => (at === 0 ? { ...one, values: { ...one.values, anew: 1 } } : one));
}

/** The last step: so much time from there comes to this. */
export function termStep({ value, unit }: Term, dueAt: CivilTime): DeadlineStep {
  return { rule: 'term', date: dueAt.slice(0, 10), values: { value, unit, time: dueAt.slice(11, 16) } };
}

/** The first step of every explanation: when the file was accepted, and what that moment means for the count. */
export function acceptedStep(rule: string, accepted: Moment, calendar: WorkCalendar): DeadlineStep {
  const time = civilTime(accepted.day, accepted.msOfDay).slice(11, 16);
  const dayOff = calendar.daysOff.get(accepted.day);
  return step(rule, accepted.day, { time, ...(dayOff === undefined ? {} : { name: dayOff.name }) });
}

type Run = { readonly first: number; last: number; readonly name: string; verified: boolean };

/**
 * The days after `from` and before `to` that did not count, and the weekend days that did: what a clerk is asked about.
 * Consecutive days of one holiday are one line; weekends are one line together.
 */
export function skippedSteps(calendar: WorkCalendar, from: number, to: number): DeadlineStep[] {
  const runs: Run[] = [];
  const steps: DeadlineStep[] = [];
  const weekend: number[] = [];
  for (let day = from + 1; day <= to; day += 1) {
    const makeUp = calendar.makeUpDays.get(day);
    const off = calendar.daysOff.get(day);
    if (makeUp !== undefined) steps.push(step('make-up-day', day, { name: makeUp.name }));
    else if (off !== undefined) extend(runs, day, off);
    else if (weekdayOfDay(day) > 5) weekend.push(day);
  }
  if (weekend.length > 0) steps.unshift(weekendStep(weekend));
  return [...steps, ...runs.map(runStep)].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function extend(runs: Run[], day: number, { name, verified }: NamedDay): void {
  const title = name.replace(/ \(.*\)$/, '');
  const run = runs.at(-1);
  if (run !== undefined && run.name === title && run.last === day - 1) {
    run.last = day;
    run.verified &&= verified;
  } else {
    runs.push({ first: day, last: day, name: title, verified });
  }
}

function runStep({ first, last, name, verified }: Run): DeadlineStep {
  const until = last === first ? {} : { until: dateOfDay(last) };
  return step('day-off', first, { name, ...until, ...(verified ? {} : { unverified: 1 }) });
}

function weekendStep(days: readonly number[]): DeadlineStep {
  const [first = 0] = days;
  const last = days.at(-1) ?? first;
  return step('weekend', first, { days: days.length, ...(last === first ? {} : { until: dateOfDay(last) }) });
}
