import { type Fault, isFault } from '../../contract/base/fault.ts';
import type { Term, CivilTime, CivilDate, DeadlineRule } from '../../contract/base/values.ts';
import { type Moment, civilTime, dateOfDay, dayOfDate, getMoment, msPerDay, msPerHour } from '../base/civil-time.ts';
import type { DeadlineStep } from '../entries/case.ts';
import { acceptedStep, skippedSteps, step, termStep } from './steps.ts';
import {
  type WorkCalendar,
  calendarFault,
  closingOn,
  groundOn,
  isOpenDay,
  isWorkingDay,
  nextOpenDay,
  nextWorkingDay,
  openingOn,
  sameDayOnDayOff,
  sessionsOn,
} from './work-calendar.ts';

/** Where a term ends: the day, the time of that day, and what was passed on the way. */
type TermEnd = { readonly day: number; readonly msOfDay: number; readonly steps: readonly DeadlineStep[] };

/** A term whose last day is a day off ends with the next working day (BLDS Điều 148 k5). */
function moveOffDayOff(day: number, accepted: Moment, calendar: WorkCalendar): TermEnd | Fault<'calendar-ends'> {
  const outside = calendarFault(calendar, day);
  if (outside !== null) return outside;
  if (isWorkingDay(calendar, day)) return closingOf(day, accepted, calendar);
  const next = nextWorkingDay(calendar, day);
  if (isFault(next)) return next;
  const end = closingOf(next, accepted, calendar);
  if (isFault(end)) return end;
  const moved = [step('last-day-off', day, {}), ...skippedSteps(calendar, day - 1, next)];
  return { ...end, steps: [...moved, ...end.steps] };
}

/**
 * The end of a working day as the office can keep it: its last session. Where the office is closed all that day the law still counts
 * it, so what is due then is promised for the last working day before it on which it is open, which is never later than the law; where there
 * is none since the acceptance, for a session on a day off: no term counts that day, but somebody is there to hand the result out. Only
 * where the office was never open since, the promise is later than the law, in the next session.
 */
function closingOf(day: number, accepted: Moment, calendar: WorkCalendar): TermEnd | Fault<'calendar-ends'> {
  const ground = groundOn(calendar, day);
  const why = ground === undefined ? {} : { ground };
  if (closesAfter(day, accepted, calendar)) {
    const msOfDay = closingOn(calendar, day);
    const early = msOfDay < calendar.closing && calendar.specialDays.has(day);
    return { day, msOfDay, steps: early ? [step('closes-early', day, { time: timeOf(msOfDay), ...why })] : [] };
  }
  const before =
    lastDayBetween(accepted.day, day, (one) => isWorkingDay(calendar, one) && closesAfter(one, accepted, calendar)) ??
    lastDayBetween(accepted.day, day, (one) => closesAfter(one, accepted, calendar));
  if (before !== undefined) {
    const steps = [step('closed-that-day', day, { until: dateOfDay(before), ...why })];
    return { day: before, msOfDay: closingOn(calendar, before), steps };
  }
  const next = nextOpenDay(calendar, day);
  if (isFault(next)) return next;
  const steps = [step('closed-until', day, { until: dateOfDay(next), ...why })];
  return { day: next, msOfDay: closingOn(calendar, next), steps };
}

/** The last day before `until` that is as asked, not before `from`. */
function lastDayBetween(from: number, until: number, is: (day: number) => boolean): number | undefined {
  for (let day = until - 1; day >= from; day -= 1) if (is(day)) return day;
  return undefined;
}

/** Whether the office is still open on a day after the file came. */
function closesAfter(day: number, accepted: Moment, calendar: WorkCalendar): boolean {
  return isOpenDay(calendar, day) && (day > accepted.day || closingOn(calendar, day) > accepted.msOfDay);
}

function timeOf(msOfDay: number): string {
  return civilTime(0, msOfDay).slice(11, 16);
}

/**
 * Giờ: from the very moment (BLDS Điều 147 k1) to the very moment, unless that falls on a day off (Điều 148 k5). Where nobody is there at
 * that moment of a working day, the result is promised for the end of the session before it, which is never later than the law; only where
 * there is none since the acceptance, for the beginning of the next one.
 */
function endOfHours(accepted: Moment, value: number, calendar: WorkCalendar): TermEnd | Fault<'calendar-ends'> {
  const total = accepted.msOfDay + value * msPerHour;
  const day = accepted.day + Math.floor(total / msPerDay);
  const begun = [acceptedStep('accepted', accepted, calendar)];
  const outside = calendarFault(calendar, day);
  if (outside !== null) return outside;
  const at = total % msPerDay;
  // A day off on which the office is open at that moment is none for this term.
  const open = sessionsOn(calendar, day).some(({ start, end: until }) => start <= at && at <= until);
  if (open) return { day, msOfDay: at, steps: begun };
  const end = isWorkingDay(calendar, day)
    ? intoSession({ day, msOfDay: at }, accepted, calendar)
    : moveOffDayOff(day, accepted, calendar);
  return isFault(end) ? end : { ...end, steps: [...begun, ...end.steps] };
}

/** The last moment before the law's at which the office is still open after the file came; the next opening where there is none. */
function intoSession(law: Moment, accepted: Moment, calendar: WorkCalendar): TermEnd | Fault<'calendar-ends'> {
  for (let { day } = law; day >= accepted.day; day -= 1) {
    const session = sessionsOn(calendar, day).findLast(
      ({ end }) => (day < law.day || end <= law.msOfDay) && (day > accepted.day || end > accepted.msOfDay),
    );
    if (session !== undefined)
      return { day, msOfDay: session.end, steps: [intoSessionStep('hours-end-before', law, day, session.end)] };
  }
  const later = sessionsOn(calendar, law.day).find(({ start }) => start > law.msOfDay);
  const next = later === undefined ? nextOpenDay(calendar, law.day) : law.day;
  if (isFault(next)) return next;
  const opening = later?.start ?? openingOn(calendar, next);
  return { day: next, msOfDay: opening, steps: [intoSessionStep('hours-end-next', law, next, opening)] };
}

function intoSessionStep(rule: string, law: Moment, day: number, msOfDay: number): DeadlineStep {
  return step(rule, law.day, { time: timeOf(law.msOfDay), until: dateOfDay(day), at: timeOf(msOfDay) });
}

/**
 * Giờ làm việc: only the office's own hours run, on whatever day it is open; eight of them are one working day where the office works
 * eight.
 */
function endOfWorkingHours(accepted: Moment, value: number, calendar: WorkCalendar): TermEnd | Fault<'calendar-ends'> {
  let left = value * msPerHour;
  let day = accepted.day;
  let from = accepted.msOfDay;
  for (;;) {
    for (const session of sessionsOn(calendar, day)) {
      const begin = Math.max(session.start, from);
      const runs = session.end - begin;
      if (runs <= 0) continue;
      if (left <= runs) return { day, msOfDay: begin + left, steps: hourSteps(accepted, day, calendar) };
      left -= runs;
    }
    const next = nextOpenDay(calendar, day);
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
  if (!isOpenDay(calendar, day)) return isWorkingDay(calendar, day) ? 'accepted-closed-day' : 'accepted-day-off';
  if (msOfDay < openingOn(calendar, day)) return 'accepted-before-opening';
  if (msOfDay >= closingOn(calendar, day)) return 'accepted-after-closing';
  const open = sessionsOn(calendar, day).some(({ start, end }) => msOfDay >= start && msOfDay < end);
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

const fifteenHours = 15 * msPerHour;

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
      return endOfWorkingDays(countedFrom(accepted, question.rule, calendar), value, calendar);
    case 'day':
    case 'month':
    case 'year':
      return endOfDays(countedFrom(accepted, question.rule, calendar), { value, unit }, calendar);
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
  const { day } = accepted;
  const ground = groundOn(calendar, day);
  const why = tooLateToday(accepted, rule, calendar);
  const onDayOff = !isWorkingDay(calendar, day) && isOpenDay(calendar, day);
  const said = acceptedStep(why ?? (onDayOff ? 'accepted-extra-session' : 'accepted'), accepted, calendar);
  const begun = [onDayOff && ground !== undefined ? { ...said, values: { ...said.values, ground } } : said];
  if (why === null) {
    if (onDayOff) return { day, msOfDay: closingOn(calendar, day), steps: begun };
    const end = closingOf(day, accepted, calendar);
    return isFault(end) ? end : { ...end, steps: [...begun, ...end.steps] };
  }
  const next = nextWorkingDay(calendar, day);
  if (isFault(next)) return next;
  const end = closingOf(next, accepted, calendar);
  if (isFault(end)) return end;
  return { ...end, steps: [...begun, ...skippedSteps(calendar, day, next), ...end.steps] };
}

function tooLateToday(accepted: Moment, rule: DeadlineRule | undefined, calendar: WorkCalendar): string | null {
  const { day, msOfDay } = accepted;
  const open = isOpenDay(calendar, day);
  if (!isWorkingDay(calendar, day)) {
    if (!open) return 'accepted-day-off';
    // Whether such a session gives its results at once is the office's own setting.
    if (sameDayOnDayOff(calendar, day) === 'next-working-day') return 'accepted-extra-session-next';
  } else if (!open) return 'accepted-closed-day';
  // NĐ 23/2015 Điều 7 and Luật Hộ tịch 2014 Điều 5 k3: “sau 15 giờ” is read as strictly later than 15:00:00.
  if (rule === 'after-15h' && msOfDay > fifteenHours) return 'accepted-after-15h';
  return msOfDay >= closingOn(calendar, day) ? 'accepted-after-closing' : null;
}

/** The moment that counts as the acceptance, and what led there from the real one. */
type Counted =
  | { readonly day: number; readonly accepted: Moment; readonly steps: readonly DeadlineStep[] }
  | Fault<'calendar-ends'>;

/**
 * The day that is not counted (BLDS Điều 147 k2): the day of acceptance, or the next working day where the procedure counts what came
 * after 15:00 from there, as the published note of 3.000722 does.
 */
function countedFrom(accepted: Moment, rule: DeadlineRule | undefined, calendar: WorkCalendar): Counted {
  if (rule !== 'from-next-day-after-15h' || !isWorkingDay(calendar, accepted.day) || accepted.msOfDay <= fifteenHours)
    return { day: accepted.day, accepted, steps: [acceptedStep('accepted-not-counted', accepted, calendar)] };
  const next = nextWorkingDay(calendar, accepted.day);
  if (isFault(next)) return next;
  return {
    day: next,
    accepted,
    steps: [
      acceptedStep('accepted-after-15h', accepted, calendar),
      ...skippedSteps(calendar, accepted.day, next),
      step('counted-as-accepted', next, {}),
    ],
  };
}

/** Ngày làm việc: the day of acceptance is not counted (BLDS Điều 147 k2), days off are not either. */
function endOfWorkingDays(from: Counted, value: number, calendar: WorkCalendar): TermEnd | Fault<'calendar-ends'> {
  if (isFault(from)) return from;
  let { day } = from;
  for (let counted = 0; counted < value; counted += 1) {
    const next = nextWorkingDay(calendar, day);
    if (isFault(next)) return next;
    day = next;
  }
  const end = closingOf(day, from.accepted, calendar);
  if (isFault(end)) return end;
  return { ...end, steps: [...from.steps, ...skippedSteps(calendar, from.day, day), ...end.steps] };
}

/**
 * Ngày, tháng, năm: the first day not counted (BLDS Điều 147 k2). Months and years end with the day of the same number, or with the last
 * of a month that has none (Điều 148 k3, k4). A last day off moves the end to the next working day (Điều 148 k5). By law the day ends at
 * 24:00 (Điều 148 k6); the promise is the hour at which the office closes.
 */
function endOfDays(from: Counted, term: Term, calendar: WorkCalendar): TermEnd | Fault<'calendar-ends'> {
  if (isFault(from)) return from;
  const last = lastDayOf(from.day, term);
  const end = moveOffDayOff(last, from.accepted, calendar);
  if (isFault(end)) return end;
  return {
    ...end,
    steps: [...from.steps, ...cutStep(from.day, last, term), ...end.steps, step('day-ends-at-closing', end.day, {})],
  };
}

function lastDayOf(day: number, { value, unit }: Term): number {
  if (unit === 'day') return day + value;
  const [year, month, date] = dateOfDay(day).split('-').map(Number) as [number, number, number];
  const months = (unit === 'year' ? value * 12 : value) + month - 1;
  const first = firstOfMonth(year + Math.floor(months / 12), months % 12);
  const length = firstOfMonth(year + Math.floor((months + 1) / 12), (months + 1) % 12) - first;
  return first + Math.min(date, length) - 1;
}

function firstOfMonth(year: number, monthFromZero: number): number {
  return dayOfDate(`${year}-${String(monthFromZero + 1).padStart(2, '0')}-01`);
}

/** Where the last month has no day of that number, it is said why the term ends earlier. */
function cutStep(from: number, last: number, { unit }: Term): readonly DeadlineStep[] {
  const sameNumber = dateOfDay(from).slice(8) === dateOfDay(last).slice(8);
  return unit === 'day' || sameNumber ? [] : [step('last-day-of-month', last, {})];
}
