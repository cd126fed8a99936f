import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isSupplementOver,
  stopReasonText,
  supplementRefusal,
  supplementRuleFor,
  supplementTerm,
  supplementUntil,
} from '../../../../electron/domain/counter/case/supplement.ts';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import { calendar, calendarWith } from '../../../support/data/calendar.ts';

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

  test.each(['clerk', 'officer', 'admin'] as const)(
    'nobody asks alone for a signature later (Điều 5 k1 đ): %s, once more or late, with whatever reason',
    (role) => {
      const request = { override };
      const window = { acceptedAt: at('11-16'), now: at('11-30'), calendar };
      const late = supplementRefusal({ asked: 0, role, request, window });
      expect(late?.vi).toContain('không tự ý yêu cầu rồi xin duyệt sau (điểm đ khoản 1 Điều 5)');
      expect(late?.en).toContain('nobody asks alone and has it approved later (Điều 5 k1 đ)');
      const again = supplementRefusal({ asked: 1, role, request, window });
      expect(again?.vi).toContain('lần thứ hai cần lãnh đạo quyết định và nêu lý do.');
      expect(again?.en).toContain('a second request needs a supervisor and a reason.');
    },
  );

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

  const byKind = { ...permit, askWithinOf: [{ termCase: 'house', days: 3, unit: 'working-day' }] } as const;
  test.each([
    ['a house, on the third working day', 'house', at('11-19', '23:59:59'), null],
    ['a house, on the fourth', 'house', at('11-20'), 'supplement-late'],
    ['another building, on the fourth', undefined, at('11-20'), null],
    ['another building, on the fifth', 'usual', at('11-23'), null],
  ])('asked of %s (k2a)', (_name, termCase, now, key) => {
    const rule = supplementRuleFor(byKind, termCase);
    const window = { acceptedAt: at('11-16'), now, calendar };
    expect(supplementRefusal({ asked: 0, role: 'officer', request: {}, window, rule })?.key ?? null).toBe(key);
    // Whoever must go on goes on: a supervisor, with a reason.
    const override = 'kiểm tra thực địa mới thấy thiếu';
    expect(supplementRefusal({ asked: 0, role: 'supervisor', request: { override }, window, rule })).toBeNull();
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

/** What the office closes of itself takes nothing from a citizen, nor from who asks: BLDS Điều 148 k5 knows weekly days off and holidays only. */
describe('a last day on which the centre is closed', () => {
  const permit = { times: 1, days: 2, unit: 'working-day', afterwards: 'refuse', article: '' } as const;
  const closed = (...dates: string[]) =>
    calendarWith({
      weeks: [],
      days: dates.map((date) => ({ date: `2026-${date}`, sessions: [], ground: 'cắt điện' })),
    });
  const wednesdays = calendarWith({
    weeks: [
      {
        from: '2026-11-01',
        week: Object.fromEntries(
          ['mon', 'tue', 'thu', 'fri', 'wed', 'sat', 'sun'].map((day, at) => [
            day,
            at < 4 ? [{ start: '07:30', end: '11:30' }] : [],
          ]),
        ) as Record<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun', { start: string; end: string }[]>,
        sameDayOnDayOff: 'next-working-day',
        ground: 'Quyết định của UBND phường',
      },
    ],
    days: [],
  });

  test.each([
    ['two working days', closed('12-04'), '12-02', permit, '12-04'],
    ['three days in a row', closed('12-07', '12-08', '12-09'), '11-24', null, '12-09'],
    ['the fifteenth day alone', closed('12-10'), '11-25', null, '12-10'],
    ['a day off, and the working day after it', closed('12-07'), '11-20', null, '12-07'],
    ['a weekday on which the office never opens', wednesdays, '11-24', null, '12-09'],
    ['half a day', closed(), '12-02', permit, '12-04'],
  ] as const)('%s', (_name, own, asked, rule, last) => {
    const until = supplementUntil(at(asked), own, rule);
    expect(until).toEqual(expect.stringContaining(`2026-${last}T`));
    expect(isSupplementOver(at(asked), at(last, '08:00:00'), own, rule)).toBe(false);
    expect(isSupplementOver(at(asked), at(last, '23:59:59'), own, rule)).toBe(false);
    const next = `2026-12-${String(Number(last.slice(3)) + 1).padStart(2, '0')}T00:00:00+07:00`;
    expect(isSupplementOver(at(asked), next, own, rule)).toBe(true);
  });

  test('the third working day is open to who asks, from wherever (Điều 19 k5)', () => {
    const window = { acceptedAt: at('11-16'), now: at('11-19', '20:00:00'), calendar: closed('11-19') };
    expect(supplementRefusal({ asked: 0, role: 'officer', request: {}, window })).toBeNull();
    const after = { ...window, now: at('11-20') };
    expect(supplementRefusal({ asked: 0, role: 'officer', request: {}, window: after })?.key).toBe('supplement-late');
  });
});

/** By seed: whatever the office opens, the citizen’s last day is the one it would be with ordinary hours. */
test('no opening hours move the citizen’s last day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 25 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { maxLength: 12 }),
      fc.constantFrom(null, 1, 2, 5),
      (asked, days, own) => {
        const askedAt = at(`12-${String(asked).padStart(2, '0')}`);
        const rule =
          own === null
            ? null
            : ({ times: 1, days: own, unit: 'working-day', afterwards: 'refuse', article: '' } as const);
        const office = calendarWith({
          weeks: [],
          days: days.map((day) => ({
            date: `2026-12-${String(day).padStart(2, '0')}`,
            sessions: day % 2 === 0 ? [] : [{ start: '07:30', end: '11:30' }],
            ground: 'cắt điện',
          })),
        });
        const [until, plain] = [supplementUntil(askedAt, office, rule), supplementUntil(askedAt, calendar, rule)];
        if (isFault(until) || isFault(plain)) throw new Error('the calendar reaches');
        expect(until.slice(0, 10)).toBe(plain.slice(0, 10));
      },
    ),
    { seed: 20_261_130, numRuns: 300 },
  );
});

describe('why a case was stopped', () => {
  const permit = { times: 1, days: 2, unit: 'working-day', afterwards: 'close', article: '' } as const;
  test.each([
    ['Công dân rút', null, 'Công dân rút', 'Công dân rút'],
    ['unsupplemented', undefined, 'quá hạn bổ sung hồ sơ', 'papers not completed in time'],
    ['unsupplemented', null, 'quá 15 ngày không bổ sung', 'not completed in 15 days'],
    ['unsupplemented', permit, 'quá 02 ngày làm việc không bổ sung', 'not completed in 2 working days'],
  ] as const)('%s', (reason, rule, vi, en) => {
    expect([stopReasonText(reason, 'vi', rule), stopReasonText(reason, 'en', rule)]).toEqual([vi, en]);
  });
});
