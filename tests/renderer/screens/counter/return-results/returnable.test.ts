import { expect, test } from 'vitest';
import { lateBy, whatGoesBack } from '../../../../../renderer/screens/counter/return-results/returnable.ts';

test.each([
  ['finished', 'result'],
  ['refused', 'refusal'],
  // NĐ 118/2025 Điều 19 k6, 22: closed without a result the papers go back, and nothing is called a result.
  ['stopped', 'papers'],
  ['withdrawn', 'papers'],
] as const)('of a case that is %s there goes back: %s', (status, back) => {
  expect(whatGoesBack(status)).toBe(back);
});

test.each([
  ['2026-11-30T17:00:00+07:00', '2026-11-30T16:59:00+07:00', undefined],
  ['2026-11-30T10:00:00+07:00', '2026-11-30T16:59:00+07:00', 0],
  ['2026-11-30T17:00:00+07:00', '2026-12-03T09:00:00+07:00', 3],
  ['2026-11-30T17:00:00+07:00', null, undefined],
  [null, '2026-12-03T09:00:00+07:00', undefined],
])('promised for %s and finished at %s: late by %s (NĐ 118/2025 Điều 12 k5)', (dueAt, finishedAt, days) => {
  expect(lateBy({ dueAt, finishedAt })).toBe(days);
});
