import { type Fault, isFault } from '../contract/fault.ts';
import { type Moment, msPerDay } from './civil-time.ts';
import { acceptedStep } from './deadline-step.ts';
import { skippedSteps } from './skipped-days.ts';
import { type TermEnd, moveOffDayOff } from './term-end.ts';
import { type WorkCalendar, calendarFault, isWorkingDay, nextWorkingDay } from './work-calendar.ts';

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
