import { type Fault, isFault } from '../../contract/fault.ts';
import type { Term, CivilTime, CivilDate, DeadlineRule } from '../../contract/values.ts';
import { type Moment, civilTime, dateOfDay, getMoment, msPerDay, weekdayOfDay } from '../base/civil-time.ts';
import type { DeadlineStep, PackedStep } from '../entries/case.ts';
import { type NamedDay, type WorkCalendar, calendarFault, isWorkingDay, nextWorkingDay } from './work-calendar.ts';

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

/** Where a term ends: the day, the time of that day, and what was passed on the way. */
export type TermEnd = { readonly day: number; readonly msOfDay: number; readonly steps: readonly DeadlineStep[] };

/** A term whose last day is a day off ends with the next working day (BLDS Điều 148 k5). */
export function moveOffDayOff(day: number, calendar: WorkCalendar): TermEnd | Fault<'calendar-ends'> {
  const outside = calendarFault(calendar, day);
  if (outside !== null) return outside;
  if (isWorkingDay(calendar, day)) return { day, msOfDay: calendar.closing, steps: [] };
  const next = nextWorkingDay(calendar, day);
  if (isFault(next)) return next;
  const steps = [step('last-day-off', day, {}), ...skippedSteps(calendar, day - 1, next)];
  return { day: next, msOfDay: calendar.closing, steps };
}

const msPerHour = 3_600_000;

/** Giờ: from the very moment (BLDS Điều 147 k1) to the very moment, unless that falls on a day off (Điều 148 k5). */
export function endOfHours(accepted: Moment, value: number, calendar: WorkCalendar): TermEnd | Fault<'calendar-ends'> {
  const total = accepted.msOfDay + value * msPerHour;
  const day = accepted.day + Math.floor(total / msPerDay);
  const begun = [acceptedStep('accepted', accepted, calendar)];
  const outside = calendarFault(calendar, day);
  if (outside !== null) return outside;
  if (isWorkingDay(calendar, day)) return { day, msOfDay: total % msPerDay, steps: begun };
  const end = moveOffDayOff(day, calendar);
  return isFault(end) ? end : { ...end, steps: [...begun, ...end.steps] };
}

/** Giờ làm việc: only the office's own hours run; eight of them are one working day where the office works eight. */
export function endOfWorkingHours(
  accepted: Moment,
  value: number,
  calendar: WorkCalendar,
): TermEnd | Fault<'calendar-ends'> {
  let left = value * msPerHour;
  let day = accepted.day;
  let from = isWorkingDay(calendar, day) ? accepted.msOfDay : Number.POSITIVE_INFINITY;
  for (;;) {
    for (const session of calendar.sessions) {
      const begin = Math.max(session.start, from);
      const runs = session.end - begin;
      if (runs <= 0) continue;
      if (left <= runs) return { day, msOfDay: begin + left, steps: hourSteps(accepted, day, calendar) };
      left -= runs;
    }
    const next = nextWorkingDay(calendar, day);
    if (isFault(next)) return next;
    day = next;
    from = 0;
  }
}

function hourSteps(accepted: Moment, day: number, calendar: WorkCalendar): TermEnd['steps'] {
  return [
    acceptedStep(startRule(accepted, calendar), accepted, calendar),
    ...skippedSteps(calendar, accepted.day, day),
  ];
}

/** When the hours begin to run: at once, or at the next opening. */
function startRule({ day, msOfDay }: Moment, calendar: WorkCalendar): string {
  if (!isWorkingDay(calendar, day)) return 'accepted-day-off';
  if (msOfDay < calendar.opening) return 'accepted-before-opening';
  if (msOfDay >= calendar.closing) return 'accepted-after-closing';
  const open = calendar.sessions.some(({ start, end }) => msOfDay >= start && msOfDay < end);
  return open ? 'accepted' : 'accepted-at-lunch';
}

export type DeadlineQuestion = {
  readonly term: Term;
  readonly acceptedAt: CivilTime;
  readonly rule?: DeadlineRule | undefined;
};

/** The promise: when the result is due at the latest, and every step of how the law comes to it, first to last. */
export type DeadlineAnswer = {
  readonly dueAt: CivilTime;
  readonly dueDate: CivilDate;
  readonly steps: readonly DeadlineStep[];
};

const fifteenHours = 15 * 3_600_000;

/**
 * The last moment of a term that began with the acceptance of a complete file (NĐ 118/2025 Điều 17 k3).
 * Faults: `calendar-ends` when the calendar does not know a day that has to be counted.
 */
export function explainDeadline(
  question: DeadlineQuestion,
  calendar: WorkCalendar,
): DeadlineAnswer | Fault<'calendar-ends'> {
  const accepted = getMoment(question.acceptedAt);
  const outside = calendarFault(calendar, accepted.day);
  if (outside !== null) return outside;
  const end = endOf(question, accepted, calendar);
  if (isFault(end)) return end;
  const dueDate = dateOfDay(end.day);
  const dueAt = civilTime(end.day, end.msOfDay);
  return { dueAt, dueDate, steps: [...end.steps, termStep(question.term, dueAt)] };
}

function endOf(question: DeadlineQuestion, accepted: Moment, calendar: WorkCalendar): TermEnd | Fault<'calendar-ends'> {
  const { value, unit } = question.term;
  switch (unit) {
    case 'same-day':
      return endOfSameDay(accepted, question.rule, calendar);
    case 'working-day':
      return endOfWorkingDays(accepted, value, calendar);
    case 'day':
      return endOfDays(accepted, value, calendar);
    case 'working-hour':
      return endOfWorkingHours(accepted, value, calendar);
    case 'hour':
      return endOfHours(accepted, value, calendar);
  }
}

/** Trong ngày: by closing of the day, or of the next working day when the file came too late for today. */
function endOfSameDay(
  accepted: Moment,
  rule: DeadlineRule | undefined,
  calendar: WorkCalendar,
): TermEnd | Fault<'calendar-ends'> {
  const why = tooLateToday(accepted, rule, calendar);
  const begun = [acceptedStep(why ?? 'accepted', accepted, calendar)];
  if (why === null) return { day: accepted.day, msOfDay: calendar.closing, steps: begun };
  const next = nextWorkingDay(calendar, accepted.day);
  if (isFault(next)) return next;
  return { day: next, msOfDay: calendar.closing, steps: [...begun, ...skippedSteps(calendar, accepted.day, next)] };
}

function tooLateToday(accepted: Moment, rule: DeadlineRule | undefined, calendar: WorkCalendar): string | null {
  if (!isWorkingDay(calendar, accepted.day)) return 'accepted-day-off';
  // NĐ 23/2015 Điều 7 and Luật Hộ tịch 2014 Điều 5 k3: “sau 15 giờ” is read as strictly later than 15:00:00.
  if (rule === 'after-15h' && accepted.msOfDay > fifteenHours) return 'accepted-after-15h';
  return accepted.msOfDay >= calendar.closing ? 'accepted-after-closing' : null;
}

/** Ngày làm việc: the day of acceptance is not counted (BLDS Điều 147 k2), days off are not either. */
function endOfWorkingDays(accepted: Moment, value: number, calendar: WorkCalendar): TermEnd | Fault<'calendar-ends'> {
  let day = accepted.day;
  for (let counted = 0; counted < value; counted += 1) {
    const next = nextWorkingDay(calendar, day);
    if (isFault(next)) return next;
    day = next;
  }
  const steps = [
    acceptedStep('accepted-not-counted', accepted, calendar),
    ...skippedSteps(calendar, accepted.day, day),
  ];
  return { day, msOfDay: calendar.closing, steps };
}

/**
 * Ngày: calendar days, the first one not counted (BLDS Điều 147 k2). A last day off moves the end to the next working day
 * (Điều 148 k5). By law the day ends at 24:00 (Điều 148 k6); the promise is the hour at which the office closes.
 */
function endOfDays(accepted: Moment, value: number, calendar: WorkCalendar): TermEnd | Fault<'calendar-ends'> {
  const begun = [acceptedStep('accepted-not-counted', accepted, calendar)];
  const end = moveOffDayOff(accepted.day + value, calendar);
  if (isFault(end)) return end;
  return { ...end, steps: [...begun, ...end.steps, step('day-ends-at-closing', end.day, {})] };
}
