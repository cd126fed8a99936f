import { expect, test } from 'vitest';
import { spentBeyond } from '../../../../electron/domain/safety/backup/series.ts';

const day = 'case 2026-11-29';
const kept = [
  { series: day, last: 42, first: 1 },
  { series: 'receipt A B', last: 0, first: 1 },
];

test.each([
  ['exactly to where a witness saw it', [{ series: day, last: 45 }], [{ series: day, first: 43, last: 45 }]],
  ['nothing that the backup has too', [{ series: day, last: 42 }], []],
  [
    'a series that the backup knows nothing of',
    [{ series: 'case 2026-11-30', last: 3 }],
    [{ series: 'case 2026-11-30', first: 1, last: 3 }],
  ],
  ['nothing where a witness saw nothing', [], []],
])('with a witness: %s', (_what, marks, spent) => {
  expect(spentBeyond(kept, marks)).toEqual(spent);
});

test('without one: well beyond what a desk gives before its next backup, to a full hundred', () => {
  expect(spentBeyond(kept, null)).toEqual([
    { series: day, first: 43, last: 400 },
    { series: 'receipt A B', first: 1, last: 1000 },
  ]);
  // At the very end of a hundred, and in a block of its own: never a few numbers alone.
  expect(spentBeyond([{ series: day, last: 98, first: 1 }], null)).toEqual([{ series: day, first: 99, last: 400 }]);
  expect(spentBeyond([{ series: day, last: 100, first: 1 }], null)).toEqual([{ series: day, first: 101, last: 400 }]);
  // Of a day that the backup knows nothing of, a whole day of the worst.
  expect(spentBeyond([{ series: day, last: 0, first: 20_001 }], null)).toEqual([
    { series: day, first: 20_001, last: 20_600 },
  ]);
});

test.each([98, 99, 100, 101, 250, 998])(
  'from %i on at least three hundred files may have been received since',
  (last) => {
    const [run] = spentBeyond([{ series: day, last, first: 1 }], null);
    expect((run?.last ?? 0) - last).toBeGreaterThanOrEqual(300);
  },
);
