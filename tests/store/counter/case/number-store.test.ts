import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lastSerial, usedSerials } from '../../../../electron/store/counter/case/numbers.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { openTestStore } from '../../../support/desk/test-store.ts';

let store: Store;
const days = { '2026-11-23': [1, 2, 3, 7, 50, 99, 100], '2026-11-24': [2], '2026-12-31': [9_999_999] };

beforeAll(() => {
  store = openTestStore();
  const use = store.db.prepare('INSERT INTO number_use (day, serial, case_id) VALUES (?, ?, ?)');
  for (const [day, serials] of Object.entries(days))
    for (const serial of serials) use.run(Number(day.replaceAll('-', '')), serial, serial);
});
afterAll(() => store.close());

describe('the numbers of a day', () => {
  test.each<[string, { first: number; last: number }[], number]>([
    ['2026-11-23', [{ first: 1, last: 99 }], 99],
    ['2026-11-23', [{ first: 1, last: 98 }], 50],
    ['2026-11-23', [{ first: 8, last: 49 }], 0],
    [
      '2026-11-23',
      [
        { first: 1, last: 3 },
        { first: 100, last: 200 },
      ],
      100,
    ],
    ['2026-11-24', [{ first: 1, last: 99 }], 2],
    ['2026-11-25', [{ first: 1, last: 99 }], 0],
    ['2026-12-31', [{ first: 1, last: 9_999_999 }], 9_999_999],
    ['2026-11-23', [], 0],
  ])('the last of %s in %j is %i', (date, blocks, last) => {
    expect(lastSerial(store.db, date, blocks)).toBe(last);
  });

  test('the used ones of a block, in order', () => {
    expect(usedSerials(store.db, '2026-11-23', { first: 2, last: 50 })).toEqual([2, 3, 7, 50]);
    expect(usedSerials(store.db, '2026-11-22', { first: 1, last: 50 })).toEqual([]);
  });

  test('the last is the greatest of the used', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(days)),
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 0, max: 120 }),
        (date, first, width) => {
          const block = { first, last: first + width };
          expect(lastSerial(store.db, date, [block])).toBe(Math.max(0, ...usedSerials(store.db, date, block)));
        },
      ),
      { seed: 1 },
    );
  });
});
