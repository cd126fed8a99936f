import type { CivilTime } from '../../contract/base/values.ts';
import { type Fault, isFault } from '../../contract/base/fault.ts';
import { civilTime, getMoment, msPerDay } from '../base/civil-time.ts';
import { explainDeadline } from './deadline.ts';
import {
  type WorkCalendar,
  calendarFault,
  closingOn,
  isWorkingDay,
  nextWorkingDay,
  openingOn,
} from './work-calendar.ts';

/** The clocks that run inside the office. None of them moves the date promised to the citizen. */

const fifteenHours = 15 * 3_600_000;

/**
 * When the paper file has to be with the handling division: the same working day, or at the opening of the next one when it
 * was received after 15:00 (NĐ 118/2025 Điều 18 k2). This is the first of the three 15:00 rules; the other two are about
 * same-day results (deadline.ts).
 */
export function paperTransferDue(acceptedAt: CivilTime, calendar: WorkCalendar): CivilTime | Fault<'calendar-ends'> {
  const { day, msOfDay } = getMoment(acceptedAt);
  const outside = calendarFault(calendar, day);
  if (outside !== null) return outside;
  if (isWorkingDay(calendar, day) && msOfDay <= fifteenHours && msOfDay < closingOn(calendar, day))
    return civilTime(day, closingOn(calendar, day));
  const next = nextWorkingDay(calendar, day);
  return isFault(next) ? next : civilTime(next, openingOn(calendar, next));
}

/**
 * The same clock from the other side: papers whose file went on at this moment or before should have arrived by `now`. For a list of
 * many; null where the calendar does not reach back far enough.
 */
export function paperTransferBorder(now: CivilTime, calendar: WorkCalendar): CivilTime | null {
  const { day, msOfDay } = getMoment(now);
  if (calendarFault(calendar, day) !== null) return null;
  if (isWorkingDay(calendar, day) && msOfDay > closingOn(calendar, day)) return civilTime(day, fifteenHours);
  // What went on after 15:00 of a working day, or on a day off, is due at the opening of the next working day.
  const opened = isWorkingDay(calendar, day) && msOfDay > openingOn(calendar, day);
  if (opened) return civilTime(day - 1, msPerDay - 1000);
  let before = day - 1;
  while (calendarFault(calendar, before) === null && !isWorkingDay(calendar, before)) before -= 1;
  return calendarFault(calendar, before) === null ? civilTime(before, fifteenHours) : null;
}

/** The system tells the clerk of an online file within two hours (Điều 17 k2): clock hours, whenever the file came. */
export function onlineNotifyDue(receivedBySystemAt: CivilTime): CivilTime {
  const { day, msOfDay } = getMoment(receivedBySystemAt);
  const at = day * 86_400_000 + msOfDay + 2 * 3_600_000;
  return civilTime(Math.floor(at / 86_400_000), at % 86_400_000);
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

/**
 * The moment from which the citizen's term is counted. A file for another unit's competence starts when that unit has it
 * (NĐ 118/2025 Điều 17 k3 as amended by NĐ 309/2026); until then it has not started: undefined.
 */
export function clockStart(file: {
  readonly acceptedAt: CivilTime;
  readonly elsewhere: boolean;
  readonly receivedByCompetentUnitAt: CivilTime | null;
}): CivilTime | undefined {
  return file.elsewhere ? (file.receivedByCompetentUnitAt ?? undefined) : file.acceptedAt;
}

/** A wrong result is corrected and back at the one-stop within three working days (Điều 23 k1). */
export function correctionDue(reportedAt: CivilTime, calendar: WorkCalendar): CivilTime | Fault<'calendar-ends'> {
  const due = explainDeadline({ term: { value: 3, unit: 'working-day' }, acceptedAt: reportedAt }, calendar);
  return isFault(due) ? due : due.dueAt;
}
