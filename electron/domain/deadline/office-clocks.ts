import type { CivilTime } from '../../contract/base/values.ts';
import { type Fault, isFault } from '../../contract/base/fault.ts';
import { civilTime, getMoment, msPerDay, msPerHour } from '../base/civil-time.ts';
import { explainDeadline } from './deadline.ts';
import {
  type WorkCalendar,
  calendarFault,
  closingOn,
  isOpenDay,
  isWorkingDay,
  nextWorkingDay,
  openingOn,
} from './work-calendar.ts';

/** The clocks that run inside the office. None of them moves the date promised to the citizen. */

const fifteenHours = 15 * msPerHour;

/**
 * When the paper file has to be with the handling division: the same working day, or at the opening of the next one when it
 * was received after 15:00 (NĐ 118/2025 Điều 18 k2). Nobody takes it over on a working day on which the office is closed: then on the next
 * that is open. This is the first of the three 15:00 rules; the other two are about same-day results (deadline.ts).
 */
export function paperTransferDue(acceptedAt: CivilTime, calendar: WorkCalendar): CivilTime | Fault<'calendar-ends'> {
  const { day, msOfDay } = getMoment(acceptedAt);
  const outside = calendarFault(calendar, day);
  if (outside !== null) return outside;
  if (takesPapers(calendar, day) && msOfDay <= lastOfSameDay(calendar, day))
    return civilTime(day, closingOn(calendar, day));
  let next = day;
  do {
    const following = nextWorkingDay(calendar, next);
    if (isFault(following)) return following;
    next = following;
  } while (!isOpenDay(calendar, next));
  return civilTime(next, openingOn(calendar, next));
}

function takesPapers(calendar: WorkCalendar, day: number): boolean {
  return isWorkingDay(calendar, day) && isOpenDay(calendar, day);
}

/** The last moment of a day at which what is received goes on that same day: 15:00, or the second before the office closes earlier. */
function lastOfSameDay(calendar: WorkCalendar, day: number): number {
  return Math.min(fifteenHours, closingOn(calendar, day) - 1000);
}

/**
 * The same clock from the other side: papers whose file went on at this moment or before should have arrived by `now`. For a list of
 * many; null where the calendar does not reach back far enough.
 */
export function paperTransferBorder(now: CivilTime, calendar: WorkCalendar): CivilTime | null {
  const { day: today, msOfDay } = getMoment(now);
  for (let day = today; calendarFault(calendar, day) === null; day -= 1) {
    if (!takesPapers(calendar, day)) continue;
    if (day < today || msOfDay > closingOn(calendar, day)) return civilTime(day, lastOfSameDay(calendar, day));
    // What went on too late on a day before, or on a day without counters, is due at the opening of this one.
    if (msOfDay > openingOn(calendar, day)) return civilTime(day - 1, msPerDay - 1000);
  }
  return null;
}

/** The system tells the clerk of an online file within two hours (Điều 17 k2): clock hours, whenever the file came. */
export function onlineNotifyDue(receivedBySystemAt: CivilTime): CivilTime {
  const { day, msOfDay } = getMoment(receivedBySystemAt);
  const at = day * msPerDay + msOfDay + 2 * msPerHour;
  return civilTime(Math.floor(at / msPerDay), at % msPerDay);
}

/** An online file is accepted, or completion is asked for, within eight working hours (Điều 17 k2). */
export function onlineAnswerDue(
  receivedBySystemAt: CivilTime,
  calendar: WorkCalendar,
): CivilTime | Fault<'calendar-ends'> {
  const eightHours = { value: 8, unit: 'working-hour' } as const;
  const answer = explainDeadline({ term: eightHours, acceptedAt: receivedBySystemAt }, calendar);
  return isFault(answer) ? answer : answer.dueAt;
}

/** A wrong result is corrected and back at the one-stop within three working days (Điều 23 k1). */
export function correctionDue(reportedAt: CivilTime, calendar: WorkCalendar): CivilTime | Fault<'calendar-ends'> {
  const due = explainDeadline({ term: { value: 3, unit: 'working-day' }, acceptedAt: reportedAt }, calendar);
  return isFault(due) ? due : due.dueAt;
}
