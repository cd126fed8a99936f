import { expect, test } from 'vitest';
import { periodName, reportPeriods } from '../../../electron/domain/report/report-period.ts';

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

test.each([
  [
    '2026-11-23',
    [
      'Tháng 12 năm 2026',
      'Tháng 11 năm 2026',
      'Quý IV năm 2026',
      'Quý III năm 2026',
      '6 tháng đầu năm 2026',
      'Năm 2026',
    ],
  ],
  [
    '2026-11-14',
    [
      'Tháng 11 năm 2026',
      'Tháng 10 năm 2026',
      'Quý IV năm 2026',
      'Quý III năm 2026',
      '6 tháng đầu năm 2026',
      'Năm 2026',
    ],
  ],
  [
    '2026-12-15',
    ['Tháng 1 năm 2027', 'Tháng 12 năm 2026', 'Quý I năm 2027', 'Quý IV năm 2026', '6 tháng đầu năm 2027', 'Năm 2027'],
  ],
])('on %s the periods are %j', (today, names) => {
  expect(reportPeriods(today).map(periodName)).toEqual(names);
});
