import type { Term } from '../contract/catalogue/procedure.ts';
import { type CivilDate, type CivilTime, type Moment, civilTime, dateOfDay } from './civil-time.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** One line of the explanation: which rule, on which date, with what in it. The words are in deadline-text.ts. */
export type DeadlineStep = {
  readonly rule: string;
  readonly date: CivilDate;
  readonly values: Readonly<Record<string, string | number>>;
};

export function step(rule: string, day: number, values: DeadlineStep['values']): DeadlineStep {
  return { rule, date: dateOfDay(day), values };
}

/** A step as the journal keeps it. */
export type PackedStep =
  | readonly [rule: string, date: CivilDate]
  | readonly [rule: string, date: CivilDate, values: DeadlineStep['values']];

/** Steps for the journal, without the last one: it says the term and the promise, which stand beside it. */
export function packSteps(steps: readonly DeadlineStep[]): PackedStep[] {
  return steps
    .slice(0, -1)
    .map(({ rule, date, values }) => (Object.keys(values).length === 0 ? [rule, date] : [rule, date, values]));
}

/** The whole explanation again, from what the journal keeps. */
export function unpackSteps(packed: readonly PackedStep[], term: Term, dueAt: CivilTime): DeadlineStep[] {
  const steps = packed.map(([rule, date, values = {}]) => ({ rule, date, values }));
  return [...steps, termStep(term, dueAt)];
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
