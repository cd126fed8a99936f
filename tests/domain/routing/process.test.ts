import { describe, expect, test } from 'vitest';
import {
  firstHandling,
  isLastHandling,
  officeMinutes,
  processFlaw,
  stepDue,
  sumProcess,
} from '../../../electron/domain/routing/process.ts';
import { calendar } from '../../support/data/calendar.ts';

const step = (name: string, role: 'clerk' | 'officer' | 'supervisor' = 'clerk') => ({ name, role, time: null });
const three = [step('Nhận'), step('Thụ lý', 'officer'), step('Trả')];

/** A file comes in at the one-stop desk and its result leaves there (NĐ 118/2025 Điều 17, 22). */
test.each([
  [three, null],
  [three.slice(0, 2), 'nobody-handles'],
  [[step('Nhận', 'officer'), ...three.slice(1)], 'reception-first'],
  [[...three.slice(0, 2), step('Trả', 'officer')], 'return-last'],
  [[step('Nhận'), step('NHẬN', 'officer'), step('Trả')], 'name-twice'],
])('the steps of a process (%#)', (steps, flaw) => {
  expect(processFlaw(steps)).toBe(flaw);
});

test('handling begins after the reception and ends before the return', () => {
  expect([0, 1, 2].map((index) => isLastHandling({ steps: three }, index))).toEqual([false, true, true]);
  expect(firstHandling).toBe(1);
});

/** Eight hours a day: 07:30–11:30 and 13:00–17:00. */
describe('the times of the steps against the limit', () => {
  test.each([
    [{ value: 1, unit: 'same-day' }, 480],
    [{ value: 3, unit: 'working-day' }, 1440],
    [{ value: 2, unit: 'working-hour' }, 120],
    [{ value: 7, unit: 'day' }, 2400],
    [{ value: 168, unit: 'hour' }, 2400],
  ] as const)('%j', (term, minutes) => {
    expect(officeMinutes(term, calendar)).toBeCloseTo(minutes);
  });

  test('inside they may be shorter, never longer', () => {
    const day = (value: number) => ({ time: { value, unit: 'working-day' } as const });
    const term = { value: 3, unit: 'working-day' } as const;
    expect(sumProcess([day(1), day(2), { time: null }], term, calendar)).toMatchObject({ fits: true, open: 1 });
    expect(sumProcess([day(2), day(2)], term, calendar).fits).toBe(false);
    expect(sumProcess([day(2)], null, calendar)).toMatchObject({ fits: true, termMinutes: null });
  });

  test('until when a step is done, 24/11/2026 being a holiday', () => {
    const handled = { ...step('Thụ lý', 'officer'), time: { value: 1, unit: 'working-day' } as const };
    expect(stepDue(handled, '2026-11-23T09:00:00+07:00', calendar)).toBe('2026-11-25T17:00:00+07:00');
    expect(stepDue(step('Duyệt'), '2026-11-23T09:00:00+07:00', calendar)).toBeNull();
    expect(stepDue(undefined, '2026-11-23T09:00:00+07:00', calendar)).toBeNull();
  });
});
