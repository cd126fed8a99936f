import type { Term } from '../contract/catalogue/procedure.ts';
import { type Fault, isFault } from '../contract/fault.ts';
import { type CivilDate, type CivilTime, type Moment, civilTime, dateOfDay, getMoment } from './civil-time.ts';
import { endOfHours, endOfWorkingHours } from './deadline-hours.ts';
import { type DeadlineStep, acceptedStep, step, termStep } from './deadline-step.ts';
import { skippedSteps } from './skipped-days.ts';
import { type TermEnd, moveOffDayOff } from './term-end.ts';
import { type WorkCalendar, calendarFault, isWorkingDay, nextWorkingDay } from './work-calendar.ts';

export type { Term, DeadlineStep };

/** `after-15h`: a same-day procedure accepted after 15:00 is answered on the next working day (domain rules 5.4). */
export type DeadlineRule = 'after-15h';

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
  // NĐ 23/2015 Điều 7 and the hộ tịch decisions: “sau 15 giờ” is read as strictly later than 15:00:00.
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
