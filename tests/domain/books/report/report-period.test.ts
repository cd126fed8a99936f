import { expect, test } from 'vitest';
import type { ReportKind } from '../../../../electron/contract/books/report/report.ts';
import { lastOver, periodName, reportPeriods } from '../../../../electron/domain/books/report/report-period.ts';

// NĐ 09/2019 Điều 12; the words of TT 09/2026 Biểu 07a.
test.each([
  ['2026-10-15', '2026-11-14', 'Tháng 11 năm 2026'],
  ['2025-12-15', '2026-01-14', 'Tháng 1 năm 2026'],
  ['2025-12-15', '2026-03-14', 'Quý I năm 2026'],
  ['2026-09-15', '2026-12-14', 'Quý IV năm 2026'],
  ['2025-12-15', '2026-06-14', '6 tháng đầu năm 2026'],
  ['2025-12-15', '2026-12-14', 'Năm 2026'],
  ['2026-11-01', '2026-11-30', '01/11/2026 - 30/11/2026'],
  // Three months that are no quarter, and half a year that is the second.
  ['2026-01-15', '2026-04-14', '15/01/2026 - 14/04/2026'],
  ['2026-06-15', '2026-12-14', '15/06/2026 - 14/12/2026'],
])('from %s to %s is %s', (from, to, name) => {
  expect(periodName({ from, to })).toBe(name);
});

const named = (today: string, kind: ReportKind) =>
  reportPeriods(today, kind).map((period) => `${periodName(period)}${period.lawful ? '' : ' *'}`);

// TT 09/2026 Điều 9: eight months of the twelve, two quarters, half a year, a year; and the month that runs, which need not be sent.
test.each([
  [
    '2026-12-01',
    [
      'Năm 2026',
      'Tháng 12 năm 2026 *',
      'Tháng 11 năm 2026',
      'Tháng 10 năm 2026',
      'Quý III năm 2026',
      'Tháng 8 năm 2026',
      'Tháng 7 năm 2026',
      '6 tháng đầu năm 2026',
      'Tháng 5 năm 2026',
      'Tháng 4 năm 2026',
      'Quý I năm 2026',
      'Tháng 2 năm 2026',
      'Tháng 1 năm 2026',
      'Năm 2025',
    ],
  ],
  ['2026-11-14', ['Năm 2026', 'Tháng 11 năm 2026', 'Tháng 10 năm 2026', 'Quý III năm 2026']],
  [
    '2026-12-15',
    ['Năm 2027', '6 tháng đầu năm 2027', 'Quý I năm 2027', 'Tháng 1 năm 2027', 'Năm 2026', 'Tháng 11 năm 2026'],
  ],
  ['2026-06-10', ['Năm 2026', '6 tháng đầu năm 2026', 'Tháng 6 năm 2026 *', 'Tháng 5 năm 2026']],
])('on %s the periods of Biểu 07a begin with %j', (today, names) => {
  expect(named(today, '07a').slice(0, names.length)).toEqual(names);
});

test('forms 06a and 08b know no months', () => {
  for (const kind of ['06a', '08b'] as const)
    expect(named('2026-12-01', kind).slice(0, 5)).toEqual([
      'Năm 2026',
      'Quý III năm 2026',
      '6 tháng đầu năm 2026',
      'Quý I năm 2026',
      'Năm 2025',
    ]);
});

test('each begins where the one of its kind before ended, and is sent by day 20 (Điều 11 k2)', () => {
  const quarters = reportPeriods('2026-12-01', '06a').filter((period) => periodName(period).startsWith('Quý III'));
  expect(quarters[0]).toEqual({ from: '2026-06-15', to: '2026-09-14', lawful: true, sendBy: '2026-09-20' });
});

test.each([
  ['2026-12-01', 'Tháng 11 năm 2026'],
  ['2026-11-14', 'Tháng 10 năm 2026'],
  ['2026-12-15', 'Năm 2026'],
  ['2026-06-16', '6 tháng đầu năm 2026'],
])('on %s the newest that is over is %s', (today, name) => {
  const periods = reportPeriods(today);
  const newest = periods[lastOver(periods, today)];
  expect(newest && periodName(newest)).toBe(name);
});
