import { msPerDay } from '../../domain/base/civil-time.ts';
import { type WorkCalendar, isWorkingDay } from '../../domain/deadline/work-calendar.ts';

/**
 * Time as the office lives it: seconds of open doors, one after another across nights, lunches and holidays. What happens to
 * a case is a few sums in this time and always falls into working hours.
 */
export type WorkTime = {
  /** Working days in order, as whole days since 1970. */
  readonly days: readonly number[];
  readonly secondsADay: number;
  /** Index of the first working day that is not before the given day. */
  indexOf(day: number): number;
  /** Milliseconds since 1970 of a work second. */
  instantOf(workSecond: number): number;
  /** The work second of an instant; closed hours count as the moment the doors closed. */
  workSecondOf(instant: number): number;
};

const offset = 7 * 3_600_000;

export function workTime(calendar: WorkCalendar, firstDay: number, lastDay: number): WorkTime {
  const days: number[] = [];
  for (let day = firstDay; day <= Math.min(lastDay, calendar.lastDay); day += 1)
    if (isWorkingDay(calendar, day)) days.push(day);
  const sessions = calendar.sessions.map(({ start, end }) => ({ start: start / 1000, length: (end - start) / 1000 }));
  const secondsADay = sessions.reduce((sum, { length }) => sum + length, 0);

  function indexOf(day: number): number {
    let low = 0;
    let high = days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle] ?? 0) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function instantOf(workSecond: number): number {
    const day = days[Math.floor(workSecond / secondsADay)];
    if (day === undefined) return Number.POSITIVE_INFINITY;
    let left = workSecond % secondsADay;
    for (const { start, length } of sessions) {
      if (left < length) return day * msPerDay + (start + left) * 1000 - offset;
      left -= length;
    }
    throw new Error('a work second lies in a session');
  }

  function workSecondOf(instant: number): number {
    const day = Math.floor((instant + offset) / msPerDay);
    const index = indexOf(day);
    if (days[index] !== day) return index * secondsADay;
    const second = (instant + offset - day * msPerDay) / 1000;
    const open = sessions.reduce((sum, { start, length }) => sum + Math.min(Math.max(second - start, 0), length), 0);
    return index * secondsADay + Math.floor(open);
  }

  return { days, secondsADay, indexOf, instantOf, workSecondOf };
}
