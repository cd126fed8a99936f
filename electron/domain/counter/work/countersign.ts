import { isFault } from '../../../contract/base/fault.ts';
import type { CivilDate } from '../../../contract/base/values.ts';
import type { Role } from '../../../contract/common/office/office.ts';
import { dateOfDay, dayOfDate } from '../../base/civil-time.ts';
import { type WorkCalendar, nextWorkingDay } from '../../deadline/work-calendar.ts';

/** Rules of the office, not of a law. */

/** Working days after the day a receipt was made void, within which a second person has looked. */
const days = 3;

/** Whose corrections wait for a second person: who decides in the office decides alone. It is the role held then that counts. */
export function isCountersigned(roleThen: Role): boolean {
  return roleThen !== 'supervisor';
}

/** The last day for it. Beyond the calendar nobody knows which days are worked: then it is the last day known. */
export function countersignUntil(voided: CivilDate, calendar: WorkCalendar): CivilDate {
  let day = dayOfDate(voided);
  for (let left = days; left > 0; left -= 1) {
    const next = nextWorkingDay(calendar, day);
    if (isFault(next)) break;
    day = next;
  }
  return dateOfDay(day);
}
