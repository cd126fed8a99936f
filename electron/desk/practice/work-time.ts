import { msPerDay, weekdayOfDay } from '../../domain/base/civil-time.ts';
import { type WorkCalendar, isWorkingDay } from '../../domain/deadline/work-calendar.ts';
import { type SeededRandom, weighted } from './random.ts';

/** Monday and the first day after a holiday are the busy ones: what offices tell the press. */
const monday = 1.35;
const afterDaysOff = 1.25;

/**
 * How many cases each day took in, first to last; they add up to `cases`.
 * @param days working days in order, as whole days since 1970
 */
export function shareOut(cases: number, days: readonly number[]): number[] {
  const weights = days.map((day, index) => {
    if (weekdayOfDay(day) === 1) return monday;
    return day - (days[index - 1] ?? day) > 1 ? afterDaysOff : 1;
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let passed = 0;
  let given = 0;
  return weights.map((weight) => {
    passed += weight;
    const until = Math.round((cases * passed) / sum);
    const share = until - given;
    given = until;
    return share;
  });
}

/** Half hours of an office day of eight hours, from its opening, by how full the hall is: the crowd comes at half past eight. */
const halfHour = weighted<number>([
  [0, 5],
  [1, 8],
  [2, 12],
  [3, 12],
  [4, 11],
  [5, 7],
  [6, 5],
  [7, 3],
  [8, 6],
  [9, 8],
  [10, 8],
  [11, 6],
  [12, 4],
  [13, 3],
  [14, 1.6],
  [15, 0.6],
]);

/**
 * When the first counter calls nobody any more on the last day, in seconds of open doors: what is received after it is received by the
 * office's own handlers, which number on from what is there (last-hour.ts).
 */
export const queueEnds = 7.5 * 3600;

/** Seconds of open doors at which a day's cases were accepted, in order. */
export function arrivals(random: SeededRandom, count: number): number[] {
  const seconds = Array.from({ length: count }, () => halfHour(random) * 1800 + random.below(1800));
  return seconds.sort((a, b) => a - b);
}

/** An office of the size this many cases mean: its last twenty working days at least, its whole past where it needs more. */
export function openDays(cases: number, past: readonly number[]): readonly number[] {
  const usualDay = 120;
  return past.slice(-Math.max(20, Math.ceil(cases / usualDay)));
}

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
