import { msPerDay } from './civil-time.ts';

/**
 * The hybrid logical clock: milliseconds in the high bits, a counter in the low twelve. It never goes back, even when the
 * computer's clock does, so the order of entries is safe from a changed date. Fits a double until the year 2040.
 */
const counterSize = 4096;

/** The next stamp after `previous` when the machine says `now` (milliseconds since 1970). */
export function nextLogicalClock(previous: number, now: number): number {
  return Math.max(previous + 1, now * counterSize);
}

/** The milliseconds a stamp stands for. */
export function logicalMilliseconds(stamp: number): number {
  return Math.floor(stamp / counterSize);
}

export type ClockTrust = 'good' | 'back' | 'ahead';

const toleranceBack = 2 * 60_000;
/**
 * The longest an office stands still by law is Tết, nine or ten days with its weekends; a fortnight is beyond it, and well within the month that is
 * the smallest slip of a hand that sets a date. A longer closure is one question to a person; a promise dated wrongly is a broken one.
 * Programs leave gaps of weeks between two runs, and hold no citizen's receipt in their hand: for them it is a month and a half.
 */
const toleranceAhead = { window: 14 * msPerDay, program: 45 * msPerDay } as const;

/**
 * Whether the machine's clock can date a receipt: not more than two minutes before the last entry, and not so long after
 * it that a wrong date is likelier than a closed office.
 * @param by whether somebody works at a window of it
 */
export function judgeClock(
  now: number,
  lastEntryAt: number | null,
  by: keyof typeof toleranceAhead = 'window',
): ClockTrust {
  if (lastEntryAt === null) return 'good';
  if (now < lastEntryAt - toleranceBack) return 'back';
  return now > lastEntryAt + toleranceAhead[by] ? 'ahead' : 'good';
}
