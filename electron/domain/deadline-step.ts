import { type CivilDate, type Moment, civilTime, dateOfDay } from './civil-time.ts';
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

/** The first step of every explanation: when the file was accepted, and what that moment means for the count. */
export function acceptedStep(rule: string, accepted: Moment, calendar: WorkCalendar): DeadlineStep {
  const time = civilTime(accepted.day, accepted.msOfDay).slice(11, 16);
  const dayOff = calendar.daysOff.get(accepted.day);
  return step(rule, accepted.day, { time, ...(dayOff === undefined ? {} : { name: dayOff.name }) });
}
