import { expect, test } from 'vitest';
import { judgeClock, logicalMilliseconds, nextLogicalClock } from '../../../electron/domain/base/logical-clock.ts';

test('the order of entries is safe from a clock that goes back', () => {
  const first = nextLogicalClock(0, 1000);
  const again = nextLogicalClock(first, 1000);
  const back = nextLogicalClock(again, 500);
  expect([again - first, back - again]).toEqual([1, 1]);
  expect([first, again, back].map(logicalMilliseconds)).toEqual([1000, 1000, 1000]);
  expect(logicalMilliseconds(nextLogicalClock(back, 1001))).toBe(1001);
});

test.each([
  [null, 'good'],
  [0, 'good'],
  [-2 * 60_000, 'good'],
  [-2 * 60_000 - 1, 'back'],
  // Tết with both its weekends, and what comes after any closure by law.
  [10 * 86_400_000, 'good'],
  [14 * 86_400_000, 'good'],
  [14 * 86_400_000 + 1, 'ahead'],
  [28 * 86_400_000, 'ahead'],
])('%s ms after the last entry the clock is %s', (after, trust) => {
  expect(after === null ? judgeClock(0, null) : judgeClock(1e12 + after, 1e12)).toBe(trust);
});
