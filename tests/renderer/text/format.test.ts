import { describe, expect, test } from 'vitest';
import {
  daysBetween,
  formatDate,
  formatDateTime,
  formatIdNumber,
  formatMoment,
  parseDate,
} from '../../../renderer/text/format.ts';

describe('dates as Vietnam writes them', () => {
  test.each([
    ['2026-11-25T17:00:00+07:00', '17:00 thứ Tư 25/11/2026', '17:00 Wednesday 25/11/2026'],
    ['2026-11-22T00:05:00+07:00', '00:05 Chủ nhật 22/11/2026', '00:05 Sunday 22/11/2026'],
    ['2028-02-29T08:30:00+07:00', '08:30 thứ Ba 29/02/2028', '08:30 Tuesday 29/02/2028'],
  ])('%s is said as %s', (civil, vi, en) => {
    expect(formatMoment(civil, 'vi')).toBe(vi);
    expect(formatMoment(civil, 'en')).toBe(en);
  });

  test.each([
    ['1990-03-04', '04/03/1990'],
    ['1990-03', '03/1990'],
    ['1990', '1990'],
  ])('%s is written %s and read back', (iso, written) => {
    expect(formatDate(iso)).toBe(written);
    expect(parseDate(written)).toBe(iso);
  });

  test.each([
    ['04031990', '1990-03-04'],
    ['4-3-1990', '1990-03-04'],
    [' 4.3.1990 ', '1990-03-04'],
    ['31/02/1990', undefined],
    ['29/02/2027', undefined],
    ['13/1990', undefined],
    ['04/03/90', undefined],
    ['hôm qua', undefined],
    ['', undefined],
  ])('typed %j is %j', (typed, iso) => {
    expect(parseDate(typed)).toBe(iso);
  });

  test('a list shows the day before the hour', () => {
    expect(formatDateTime('2026-11-23T15:12:09+07:00')).toBe('23/11/2026 15:12');
  });

  test.each([
    ['2026-11-23T23:59:00+07:00', '2026-11-24T00:01:00+07:00', 1],
    ['2026-12-31', '2027-01-01', 1],
    ['2026-11-25', '2026-11-23', -2],
    ['2026-11-23T08:00:00+07:00', '2026-11-23T17:00:00+07:00', 0],
  ])('from %s to %s are %i days', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});

test('an id number is parted as the card shows it, others stay', () => {
  expect(formatIdNumber('079190001234')).toBe('079 190 001234');
  expect(formatIdNumber('B1234567')).toBe('B1234567');
});
