import { type Fault, isFault } from '../contract/fault.ts';
import { type DeadlineStep, step } from './deadline-step.ts';
import { skippedSteps } from './skipped-days.ts';
import { type WorkCalendar, calendarFault, isWorkingDay, nextWorkingDay } from './work-calendar.ts';

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
