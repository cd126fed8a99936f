import { describe, expect, test } from 'vitest';
import {
  isSupplementOver,
  supplementRefusal,
  supplementTerm,
  supplementUntil,
} from '../../../electron/domain/case/supplement.ts';
import { calendar } from '../../support/data/calendar.ts';

const at = (day: string, time = '09:00:00') => `2026-${day}T${time}+07:00`;

/** NĐ 118/2025 Điều 19 k5: within three working days of reception. Tuesday 24/11/2026 is a holiday; the last day ends at midnight. */
describe('the window of three working days', () => {
  test.each([
    ['the day of reception', '11-16', at('11-16', '16:59:00'), null],
    ['the third working day', '11-16', at('11-19'), null],
    ['the last minute of that day', '11-16', at('11-19', '23:59:59'), null],
    ['the day after', '11-16', at('11-20', '00:00:00'), 'supplement-late'],
    ['a weekend does not count', '11-20', at('11-26', '12:00:00'), null],
    ['nor does a holiday, and the day after it is late', '11-20', at('11-27'), 'supplement-late'],
  ])('%s', (_name, day, now, key) => {
    const window = { acceptedAt: at(day), now, calendar };
    expect(supplementRefusal({ asked: 0, role: 'officer', request: {}, window })?.key ?? null).toBe(key);
  });

  test('a calendar that ends says of nothing that it is late', () => {
    const far = { acceptedAt: '2099-11-16T09:00:00+07:00', now: '2099-12-16T09:00:00+07:00', calendar };
    expect(supplementRefusal({ asked: 0, role: 'officer', request: {}, window: far })).toBeNull();
  });

  test('before reception no such window runs (Điều 16 k3)', () => {
    expect(supplementRefusal({ asked: 0, role: 'clerk', request: {} })).toBeNull();
  });
});

/** Once (Điều 11 k2c, Điều 16 k3); a supervisor who says why may ask again: our reading, the decree names no exception. */
describe('once, and who may ask again', () => {
  const override = 'giấy tờ nộp thêm bị rách';
  test.each([
    [0, 'clerk', {}, null],
    [1, 'clerk', {}, 'second-supplement'],
    [1, 'officer', { override }, 'second-supplement'],
    [1, 'admin', { override }, 'second-supplement'],
    [1, 'supervisor', {}, 'second-supplement'],
    [1, 'supervisor', { override }, null],
    // The question whether one could be asked at all.
    [1, 'supervisor', null, null],
    [1, 'officer', null, 'second-supplement'],
  ] as const)('asked %i times, %s, %j', (asked, role, request, key) => {
    expect(supplementRefusal({ asked, role, request })?.key ?? null).toBe(key);
    const window = { acceptedAt: at('11-16'), now: at('11-17'), calendar };
    expect(supplementRefusal({ asked, role, request, window })?.key ?? null).toBe(key);
  });

  test('what was asked already weighs more than that it is late', () => {
    const window = { acceptedAt: at('11-16'), now: at('11-30'), calendar };
    expect(supplementRefusal({ asked: 1, role: 'officer', request: {}, window })?.key).toBe('second-supplement');
    expect(supplementRefusal({ asked: 0, role: 'supervisor', request: { override }, window })).toBeNull();
  });
});

/** Điều 19 k5: fifteen days, of the calendar, from the request; where the last is a day off, to the next working day (BLDS Điều 148 k5). */
describe('the citizen’s fifteen days', () => {
  test.each([
    ['asked on 16/11, a Monday', '11-16', '2026-12-01'],
    ['asked on 20/11: the fifteenth day is a Saturday', '11-20', '2026-12-07'],
  ])('%s', (_name, day, last) => {
    expect(supplementUntil(at(day), calendar)).toEqual(expect.stringContaining(`${last}T`));
    expect(isSupplementOver(at(day), `${last}T23:59:59+07:00`, calendar)).toBe(false);
    const next = new Date(Date.parse(`${last}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    expect(isSupplementOver(at(day), `${next}T00:00:00+07:00`, calendar)).toBe(true);
  });

  test('a calendar that ends closes nothing', () => {
    expect(isSupplementOver('2099-11-16T09:00:00+07:00', '2099-12-31T09:00:00+07:00', calendar)).toBe(false);
  });
});

/** NĐ 217/2026 Điều 54 k2: notice within five working days, two for the citizen, then the reasons of a refusal; nothing of Điều 19 k5 holds. */
describe('a law of the field that says otherwise', () => {
  const permit = {
    times: 1,
    askWithin: { days: 5, unit: 'working-day' },
    days: 2,
    unit: 'working-day',
    afterwards: 'refuse',
    article: 'NĐ 217/2026 Điều 54 k2',
  } as const;

  test.each([
    ['the fifth working day', at('11-23', '23:59:59'), null],
    ['the day after', at('11-24', '08:00:00'), 'supplement-late'],
  ])('asked on %s', (_name, now, key) => {
    const window = { acceptedAt: at('11-16'), now, calendar };
    expect(supplementRefusal({ asked: 0, role: 'officer', request: {}, window, rule: permit })?.key ?? null).toBe(key);
  });

  test('two working days for the citizen, the last until midnight', () => {
    expect(supplementUntil(at('11-19'), calendar, permit)).toBe('2026-11-23T17:00:00+07:00');
    expect(isSupplementOver(at('11-19'), at('11-23', '23:59:59'), calendar, permit)).toBe(false);
    expect(isSupplementOver(at('11-19'), at('11-24', '00:00:00'), calendar, permit)).toBe(true);
    expect(supplementTerm(permit)).toEqual({ value: 2, unit: 'working-day' });
    expect(supplementTerm(null)).toEqual({ value: 15, unit: 'day' });
  });

  test('where that law sets no number, it may be asked again', () => {
    const often = { ...permit, times: null };
    expect(supplementRefusal({ asked: 3, role: 'officer', request: {}, rule: often })).toBeNull();
    expect(supplementRefusal({ asked: 1, role: 'officer', request: {}, rule: permit })?.key).toBe('second-supplement');
  });
});
