import { expect, test } from 'vitest';
import { countersignUntil, isCountersigned } from '../../../../electron/domain/counter/work/countersign.ts';
import { calendar } from '../../../support/data/calendar.ts';

test.each([
  ['clerk', true],
  ['officer', true],
  ['admin', true],
  ['supervisor', false],
] as const)('what a %s made void alone waits for a second person: %s', (role, waits) => {
  expect(isCountersigned(role)).toBe(waits);
});

test.each([
  ['a Monday', '2026-11-16', '2026-11-19'],
  ['over a weekend', '2026-11-19', '2026-11-25'],
  ['the day of culture between', '2026-11-23', '2026-11-27'],
  ['on a Sunday', '2026-11-15', '2026-11-18'],
])('three working days after %s', (_, voided, until) => {
  expect(countersignUntil(voided, calendar)).toBe(until);
});

test('beyond the calendar the last day that is known', () => {
  const last = countersignUntil('2099-12-30', calendar);
  expect(last).toBe('2099-12-30');
});
