import { expect, test } from 'vitest';
import {
  readSessions,
  readWeek,
  sessionsText,
  weekForm,
} from '../../../../../../renderer/screens/common/office/hours/hours-form.ts';

const whole = [
  { start: '07:30', end: '11:30' },
  { start: '13:00', end: '17:00' },
];

test.each([
  ['07:30-11:30 13:00-17:00', whole],
  ['7h30-11h30, 13.00–17.00', whole],
  ['', []],
  ['13:00-17:00 07:30-11:30', undefined],
  ['07:30-25:00', undefined],
  ['07:30', undefined],
  ['sáng', undefined],
])('«%s» is read as sessions in their order, or not at all', (typed, sessions) => {
  expect(readSessions(typed)).toEqual(sessions);
});

test('a week begins as it is in force, and comes back as it was read', () => {
  const form = weekForm([], whole);
  expect([form.mon, form.sat, form.sun]).toEqual(['07:30-11:30 13:00-17:00', '', '']);
  const week = { mon: whole, tue: whole, wed: [], thu: whole, fri: whole, sat: [whole[0]!], sun: [] };
  const set = { from: '2026-12-01', week, sameDayOnDayOff: 'that-day', ground: 'x' } as const;
  expect(readWeek(weekForm([set], whole))).toEqual(week);
  expect(readWeek({ ...form, tue: 'cả ngày', sun: '9' })).toEqual(['tue', 'sun']);
  expect(sessionsText([])).toBe('');
});
