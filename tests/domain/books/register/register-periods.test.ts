import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../../electron/domain/base/civil-time.ts';
import { monthOf, reportMonthOf, weekOf } from '../../../../electron/domain/books/register/register.ts';

describe('the periods of a register', () => {
  test.each([
    ['2026-11-23', '2026-11-23', '2026-11-29', 'a Monday begins its week'],
    ['2026-11-29', '2026-11-23', '2026-11-29', 'a Sunday ends it'],
    ['2027-01-01', '2026-12-28', '2027-01-03', 'across a year'],
  ])('the week of %s is %s to %s: %s', (date, from, to) => {
    expect(weekOf(date)).toEqual({ from, to });
  });

  test.each([
    ['2026-11-23', '2026-11-01', '2026-11-30'],
    ['2026-12-31', '2026-12-01', '2026-12-31'],
    ['2028-02-29', '2028-02-01', '2028-02-29'],
  ])('the month of %s is %s to %s', (date, from, to) => {
    expect(monthOf(date)).toEqual({ from, to });
  });

  // NĐ 09/2019 Điều 12: the 15th of the previous month to the 14th.
  test.each([
    ['2026-11-14', 0, '2026-10-15', '2026-11-14', 'its last day'],
    ['2026-11-15', 0, '2026-11-15', '2026-12-14', 'its first day'],
    ['2026-11-23', 1, '2026-10-15', '2026-11-14', 'the one before'],
    ['2026-12-20', 0, '2026-12-15', '2027-01-14', 'across a year'],
    ['2027-01-10', 1, '2026-11-15', '2026-12-14', 'the one before, across a year'],
    ['2026-03-31', 1, '2026-02-15', '2026-03-14', 'from a day other months lack'],
  ])('the report month of %s, %i back, is %s to %s: %s', (date, back, from, to) => {
    expect(reportMonthOf(date, back)).toEqual({ from, to });
  });

  test('report months follow each other without a gap, and hold the day they are asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 30 }), (days, back) => {
        const date = addDays('2020-01-01', days);
        const [later, earlier] = [reportMonthOf(date, back), reportMonthOf(date, back + 1)];
        expect(addDays(earlier.to, 1)).toBe(later.from);
        expect(reportMonthOf(date).from <= date && date <= reportMonthOf(date).to).toBe(true);
      }),
      { seed: 7 },
    );
  });
});
