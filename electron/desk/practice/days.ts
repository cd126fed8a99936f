import { weekdayOfDay } from '../../domain/base/civil-time.ts';
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
