import { expect, test } from 'vitest';
import { isOver, keepUntil } from '../../../../electron/domain/safety/privacy/keeping.ts';

/** Luật Lưu trữ Điều 15: 2 to 70 years from the year the work ended in, or for good. */
test.each([
  ['2026-01-01T08:00:00+07:00', 2, '2028-12-31'],
  ['2026-12-31T16:59:00+07:00', 2, '2028-12-31'],
  ['2026-11-23T09:00:00+07:00', 70, '2096-12-31'],
  ['2026-11-23T09:00:00+07:00', null, null],
])('work that ended at %s and is kept %s years goes after %s', (endedAt, years, until) => {
  expect(keepUntil(endedAt, { years })).toBe(until);
  expect(isOver(until, until ?? '9999-12-31')).toBe(false);
  if (until !== null) expect(isOver(until, `${Number(until.slice(0, 4)) + 1}-01-01`)).toBe(true);
});
