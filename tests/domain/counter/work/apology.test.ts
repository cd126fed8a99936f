import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import type { Term } from '../../../../electron/contract/base/values.ts';
import { dayOfDate } from '../../../../electron/domain/base/civil-time.ts';
import { isWorkingDay } from '../../../../electron/domain/deadline/work-calendar.ts';
import { proposeNewDate } from '../../../../electron/domain/counter/work/apology.ts';
import { calendar } from '../../../support/data/calendar.ts';

const at = (text: string) => `${text}+07:00`;

function proposed(term: Term, dueAt: string, now = dueAt) {
  const answer = proposeNewDate({ term, dueAt, now }, calendar);
  if (isFault(answer)) throw new Error(answer.fault);
  return answer;
}

describe('the date proposed with an apology (NĐ 118/2025 Điều 19 k6)', () => {
  // 2026: 24/11 is a day off; 28 and 29/11, 05 and 06/12 are weekends. Tết 2027 is off from 04 to 10/02.
  test.each<[string, Term, string, string, number]>([
    ['half, over a weekend', { value: 3, unit: 'working-day' }, '2026-11-27T17:00:00', '2026-12-01T17:00:00', 2],
    ['half, rounded up', { value: 7, unit: 'working-day' }, '2026-12-03T17:00:00', '2026-12-09T17:00:00', 4],
    ['at least one, over 24/11', { value: 1, unit: 'working-day' }, '2026-11-23T17:00:00', '2026-11-25T17:00:00', 1],
    ['a term of one day', { value: 1, unit: 'same-day' }, '2026-11-23T17:00:00', '2026-11-25T17:00:00', 1],
    ['at most ten', { value: 30, unit: 'working-day' }, '2026-11-13T17:00:00', '2026-11-30T17:00:00', 10],
    ['over Tết', { value: 5, unit: 'working-day' }, '2027-02-03T17:00:00', '2027-02-15T17:00:00', 3],
    ['days of the calendar', { value: 10, unit: 'day' }, '2026-12-03T17:00:00', '2026-12-09T17:00:00', 4],
    ['working hours', { value: 16, unit: 'working-hour' }, '2026-11-25T10:30:00', '2026-11-26T17:00:00', 1],
    ['hours', { value: 24, unit: 'hour' }, '2026-11-27T15:00:00', '2026-11-30T17:00:00', 1],
  ])('%s', (_name, term, dueAt, newDueAt, workingDays) => {
    expect(proposed(term, at(dueAt))).toMatchObject({ newDueAt: at(newDueAt), workingDays });
  });

  // Điều 12 k5: late already, and the new date is still to come, whenever somebody gets to it.
  test.each<[string, string, string]>([
    ['on the day after', '2026-12-04T08:00:00', '2026-12-10T17:00:00'],
    ['weeks later', '2026-12-18T10:00:00', '2026-12-24T17:00:00'],
    ['on a Sunday', '2026-12-06T10:00:00', '2026-12-10T17:00:00'],
  ])('for what is late, from today: %s', (_name, now, newDueAt) => {
    const late = proposed({ value: 7, unit: 'working-day' }, at('2026-12-03T17:00:00'), at(now));
    expect(late).toMatchObject({ newDueAt: at(newDueAt), workingDays: 4 });
    expect(late.steps[1]?.text).toContain('Đã quá ngày hẹn 17:00 03/12/2026: tính từ hôm nay');
  });

  test('says how it was come to, in both languages', () => {
    const { steps } = proposed({ value: 7, unit: 'working-day' }, at('2026-12-03T17:00:00'));
    expect(steps.map(({ text }) => text)).toEqual([
      expect.stringContaining('→ 04 ngày làm việc'),
      'Tính từ ngày hẹn cũ 17:00 03/12/2026, ngày hẹn cũ không tính',
      expect.stringContaining('không tính: thứ Bảy, Chủ nhật'),
      'Đề xuất hẹn lại: 17:00 09/12/2026',
    ]);
    expect(steps.at(-1)?.textEn).toBe('Proposed new date: 17:00 09/12/2026');
  });

  test('is not guessed where the calendar ends', () => {
    expect(
      proposeNewDate(
        {
          term: { value: 7, unit: 'working-day' },
          dueAt: at('2027-12-31T17:00:00'),
          now: at('2027-12-30T17:00:00'),
        },
        calendar,
      ),
    ).toMatchObject({ fault: 'calendar-ends' });
  });

  test('is always later, on a working day, and one to ten working days away', () => {
    const units = ['working-day', 'day', 'working-hour', 'hour', 'same-day'] as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3650 }),
        fc.constantFrom(...units),
        fc.integer({ min: dayOfDate('2026-01-02'), max: dayOfDate('2027-11-30') }),
        (value, unit, day) => {
          const dueAt = at(`${new Date(day * 86_400_000).toISOString().slice(0, 10)}T17:00:00`);
          const { newDueAt, workingDays } = proposed({ value, unit }, dueAt);
          const end = dayOfDate(newDueAt.slice(0, 10));
          let counted = 0;
          for (let one = day + 1; one <= end; one += 1) counted += isWorkingDay(calendar, one) ? 1 : 0;
          expect(counted).toBe(workingDays);
          expect(workingDays).toBeGreaterThanOrEqual(1);
          expect(workingDays).toBeLessThanOrEqual(10);
          expect(isWorkingDay(calendar, end)).toBe(true);
        },
      ),
      { seed: 19, numRuns: 200 },
    );
  });
});
