import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import type { Term, DeadlineRule } from '../../../electron/contract/base/values.ts';
import { addDays, civilTime, toCivilTime } from '../../../electron/domain/base/civil-time.ts';
import { explainDeadline } from '../../../electron/domain/deadline/deadline.ts';
import { deadlineStepText, termText } from '../../../electron/domain/deadline/explanation.ts';
import { makeCalendar } from '../../../electron/domain/deadline/work-calendar.ts';
import { calendar, isWorkingDate } from '../../support/data/calendar.ts';

function due(value: number, unit: Term['unit'], acceptedAt: string, rule?: DeadlineRule): string {
  const answer = explainDeadline({ term: { value, unit }, acceptedAt, rule }, calendar);
  return isFault(answer) ? answer.fault : answer.dueAt.slice(0, 16);
}

/** What a term of so much, accepted then, comes to. Times are +07:00 where no offset is written. */
type Example = [
  what: string,
  value: number,
  unit: Term['unit'],
  acceptedAt: string,
  dueAt: string,
  rule?: DeadlineRule,
];

const examples: Example[] = [
  // Trong ngày, and the 15:00 rule (NĐ 23/2015 Điều 7; the hộ tịch decisions).
  ['15:00:00 is not after 15:00', 1, 'same-day', '2026-11-18T15:00:00', '2026-11-18T17:00', 'after-15h'],
  ['one second later is', 1, 'same-day', '2026-11-18T15:00:01', '2026-11-19T17:00', 'after-15h'],
  ['one millisecond later is', 1, 'same-day', '2026-11-18T15:00:00.001', '2026-11-19T17:00', 'after-15h'],
  ['without the rule 16:00 is still today', 1, 'same-day', '2026-11-18T16:00:00', '2026-11-18T17:00'],
  ['after 15:00 on the eve of 24/11', 1, 'same-day', '2026-11-23T15:12:00', '2026-11-25T17:00', 'after-15h'],
  ['after 15:00 on a Friday', 1, 'same-day', '2026-11-20T15:30:00', '2026-11-23T17:00', 'after-15h'],
  ['before opening', 1, 'same-day', '2026-11-18T06:00:00', '2026-11-18T17:00', 'after-15h'],
  ['at closing today is over', 1, 'same-day', '2026-11-18T17:00:00', '2026-11-19T17:00'],
  ['on a Sunday', 1, 'same-day', '2026-11-22T09:00:00', '2026-11-23T17:00', 'after-15h'],
  ['on a holiday', 1, 'same-day', '2026-11-24T09:00:00', '2026-11-25T17:00', 'after-15h'],
  ['after 15:00 before Tết 2026', 1, 'same-day', '2026-02-13T15:00:01', '2026-02-23T17:00', 'after-15h'],

  // Tháng, năm (BLDS Điều 147 k2, 148 k3 to k5).
  ['one month: the day of the same number', 1, 'month', '2026-06-15T09:00:00', '2026-07-15T17:00'],
  ['which is a Saturday: Monday', 1, 'month', '2026-07-15T16:59:00', '2026-08-17T17:00'],
  ['from 31 January: the last of February, a Saturday', 1, 'month', '2026-01-31T09:00:00', '2026-03-02T17:00'],
  ['from 31 August: 30 September', 1, 'month', '2026-08-31T09:00:00', '2026-09-30T17:00'],
  ['six months over the year', 6, 'month', '2026-09-10T09:00:00', '2027-03-10T17:00'],
  ['twelve months are a year', 12, 'month', '2026-06-15T09:00:00', '2027-06-15T17:00'],
  ['one year', 1, 'year', '2026-06-15T09:00:00', '2027-06-15T17:00'],
  ['one year over a holiday: the day after 30/4 and 1/5', 1, 'year', '2026-04-30T09:00:00', '2027-05-04T17:00'],

  // What came after 15:00 counts from the next working day (the published note of 3.000722).
  ['before 15:00', 3, 'working-day', '2026-11-26T15:00:00', '2026-12-01T17:00', 'from-next-day-after-15h'],
  ['after 15:00', 3, 'working-day', '2026-11-26T15:00:01', '2026-12-02T17:00', 'from-next-day-after-15h'],
  ['after 15:00 on a Friday', 3, 'working-day', '2026-11-27T16:00:00', '2026-12-03T17:00', 'from-next-day-after-15h'],
  [
    'on a Saturday Monday is the first',
    3,
    'working-day',
    '2026-11-28T16:00:00',
    '2026-12-02T17:00',
    'from-next-day-after-15h',
  ],
  [
    'after 15:00, days of the calendar',
    10,
    'day',
    '2026-11-26T16:00:00',
    '2026-12-07T17:00',
    'from-next-day-after-15h',
  ],

  // Ngày làm việc (BLDS Điều 147: the day of acceptance is not counted).
  ['one day', 1, 'working-day', '2026-11-18T09:00:00', '2026-11-19T17:00'],
  [
    'after 15:00 counts the same: that rule is not for days',
    1,
    'working-day',
    '2026-11-18T15:30:00',
    '2026-11-19T17:00',
  ],
  ['over a weekend', 3, 'working-day', '2026-11-19T09:00:00', '2026-11-25T17:00'],
  ['from a Saturday: Monday is the first', 1, 'working-day', '2026-11-21T09:00:00', '2026-11-23T17:00'],
  ['over Tết 2026', 5, 'working-day', '2026-02-12T09:00:00', '2026-02-26T17:00'],
  ['over Tết 2027, with its compensation days', 2, 'working-day', '2027-02-03T09:00:00', '2027-02-12T17:00'],
  ['over Giỗ Tổ on a Sunday, compensated on Monday 27/04', 1, 'working-day', '2026-04-24T09:00:00', '2026-04-28T17:00'],
  ['over 30/4 and 1/5 and the weekend', 1, 'working-day', '2026-04-29T09:00:00', '2026-05-04T17:00'],
  ['over 2/9 2026', 2, 'working-day', '2026-08-28T09:00:00', '2026-09-04T17:00'],
  ['a make-up Saturday counts', 3, 'working-day', '2026-01-07T09:00:00', '2026-01-10T17:00'],
  ['over New Year, 02/01/2026 being off', 1, 'working-day', '2025-12-31T16:59:59', '2026-01-05T17:00'],
  ['from 31 December into the next year', 1, 'working-day', '2026-12-31T09:00:00', '2027-01-04T17:00'],
  ['seven days of residence', 7, 'working-day', '2026-11-23T08:00:00', '2026-12-03T17:00'],
  ['thirty days', 30, 'working-day', '2026-10-01T08:00:00', '2026-11-12T17:00'],

  // Ngày: calendar days; a last day off moves the end (BLDS Điều 148 k5).
  ['fifteen days, ending on a weekday', 15, 'day', '2026-11-02T09:00:00', '2026-11-17T17:00'],
  ['ending on a Saturday', 5, 'day', '2026-11-16T09:00:00', '2026-11-23T17:00'],
  ['ending on 24/11', 4, 'day', '2026-11-20T09:00:00', '2026-11-25T17:00'],
  ['ending on 30/4', 15, 'day', '2026-04-15T09:00:00', '2026-05-04T17:00'],
  ['ending inside Tết', 10, 'day', '2026-02-07T09:00:00', '2026-02-23T17:00'],
  ['days off inside the term count', 30, 'day', '2026-01-26T09:00:00', '2026-02-25T17:00'],
  ['ending on a make-up Saturday', 3, 'day', '2026-01-07T09:00:00', '2026-01-10T17:00'],

  // Giờ làm việc: inside office hours only.
  ['eight hours from opening are the day', 8, 'working-hour', '2026-11-18T07:30:00', '2026-11-18T17:00'],
  ['four hours from opening end at the break', 4, 'working-hour', '2026-11-18T07:30:00', '2026-11-18T11:30'],
  ['five hours go over the break', 5, 'working-hour', '2026-11-18T07:30:00', '2026-11-18T14:00'],
  ['received in the break', 2, 'working-hour', '2026-11-18T12:10:00', '2026-11-18T15:00'],
  ['received at 11:30 sharp', 1, 'working-hour', '2026-11-18T11:30:00', '2026-11-18T14:00'],
  ['received before opening', 2, 'working-hour', '2026-11-18T05:00:00', '2026-11-18T09:30'],
  ['received after closing', 2, 'working-hour', '2026-11-18T18:00:00', '2026-11-19T09:30'],
  ['into the next day', 8, 'working-hour', '2026-11-18T15:12:00', '2026-11-19T15:12'],
  ['over a weekend and 24/11', 8, 'working-hour', '2026-11-20T16:00:00', '2026-11-23T16:00'],
  ['over 24/11', 8, 'working-hour', '2026-11-23T15:12:00', '2026-11-25T15:12'],
  ['from a Sunday night', 8, 'working-hour', '2026-11-22T23:59:59', '2026-11-23T17:00'],

  // Giờ: from the very moment (BLDS Điều 147 k1).
  ['two hours', 2, 'hour', '2026-11-18T09:15:30', '2026-11-18T11:15'],
  // Nobody is there when these end: the end of the session before, never later than the law.
  ['one hour into the lunch break', 1, 'hour', '2026-11-18T10:45:00', '2026-11-18T11:30'],
  ['one hour over closing', 1, 'hour', '2026-11-18T16:30:00', '2026-11-18T17:00'],
  ['twenty-four hours of a file accepted at lunch', 24, 'hour', '2026-11-18T12:00:00', '2026-11-19T11:30'],
  ['twenty-four hours of one accepted in the evening', 24, 'hour', '2026-11-18T19:00:00', '2026-11-19T17:00'],
  ['twenty-four hours of one accepted before opening', 24, 'hour', '2026-11-18T06:00:00', '2026-11-18T17:00'],
  ['the minute the break begins is still open', 1, 'hour', '2026-11-18T10:30:00', '2026-11-18T11:30'],
  ['no session since the acceptance: when it opens again', 1, 'hour', '2026-11-18T11:30:00', '2026-11-18T13:00'],
  ['the same after closing', 1, 'hour', '2026-11-18T17:30:00', '2026-11-19T07:30'],
  ['twenty-four hours', 24, 'hour', '2026-11-18T09:15:00', '2026-11-19T09:15'],
  ['into a Saturday', 24, 'hour', '2026-11-20T16:00:00', '2026-11-23T17:00'],
  ['over a whole weekend', 72, 'hour', '2026-11-20T10:00:00', '2026-11-23T10:00'],
  ['into 24/11', 24, 'hour', '2026-11-23T08:00:00', '2026-11-25T17:00'],
  ['over midnight at the year’s end, into New Year', 2, 'hour', '2026-12-31T23:00:00', '2027-01-04T17:00'],

  // Moments written with other offsets are the same moments.
  ['08:00:01 in UTC is after 15:00', 1, 'same-day', '2026-11-18T08:00:01Z', '2026-11-19T17:00', 'after-15h'],
  ['late in UTC is tomorrow in Vietnam', 1, 'working-day', '2026-11-18T18:30:00Z', '2026-11-20T17:00'],
  ['New York', 1, 'working-day', '2026-11-18T09:00:00-05:00', '2026-11-19T17:00'],

  // The calendar knows 2025 to 2027 and nothing else.
  ['a term that leaves it', 30, 'working-day', '2027-12-01T09:00:00', 'calendar-ends'],
  ['a day term into 2028', 5, 'day', '2027-12-29T09:00:00', 'calendar-ends'],
  ['the last working day of 2027 asks for the next', 1, 'working-day', '2027-12-31T09:00:00', 'calendar-ends'],
  ['hours that run out of it', 16, 'working-hour', '2027-12-31T09:00:00', 'calendar-ends'],
  ['29 February 2028', 1, 'working-day', '2028-02-29T09:00:00', 'calendar-ends'],
  ['before it begins', 1, 'working-day', '2024-12-31T09:00:00', 'calendar-ends'],
];

describe('worked examples of the law', () => {
  test.each(examples)('%s: %i %s from %s → %s', (_what, value, unit, acceptedAt, dueAt, rule) => {
    const instant = /(Z|[+-]\d\d:\d\d)$/.test(acceptedAt) ? acceptedAt : `${acceptedAt}+07:00`;
    expect(due(value, unit, instant, rule)).toBe(dueAt);
  });
});

describe('the explanation', () => {
  test('says why in words a clerk reads aloud', () => {
    const answer = explainDeadline(
      { term: { value: 1, unit: 'same-day' }, acceptedAt: '2026-11-23T15:12:00+07:00', rule: 'after-15h' },
      calendar,
    );
    if (isFault(answer)) throw new Error(answer.fault);
    expect(answer.steps.map((step) => deadlineStepText(step, 'vi'))).toEqual([
      'Tiếp nhận 15:12 thứ Hai 23/11, sau 15 giờ → ngày làm việc tiếp theo',
      '24/11 nghỉ: Ngày Văn hóa Việt Nam',
      'Thời hạn: trong ngày → 17:00 25/11/2026',
    ]);
  });

  test('names a holiday no notice was seen for', () => {
    const answer = explainDeadline(
      { term: { value: 1, unit: 'working-day' }, acceptedAt: '2027-04-29T09:00:00+07:00' },
      calendar,
    );
    if (isFault(answer)) throw new Error(answer.fault);
    expect(answer.steps.map((step) => deadlineStepText(step, 'vi')).join('\n')).toContain(
      '30/04 nghỉ: Ngày Chiến thắng (chưa có thông báo chính thức)',
    );
  });

  test.each<[Term, string, string]>([
    [{ value: 1, unit: 'same-day' }, 'trong ngày', 'the same day'],
    [{ value: 3, unit: 'working-day' }, '03 ngày làm việc', '3 working days'],
    [{ value: 15, unit: 'day' }, '15 ngày', '15 days'],
    [{ value: 1, unit: 'hour' }, '01 giờ', '1 hour'],
    [{ value: 8, unit: 'working-hour' }, '08 giờ làm việc', '8 working hours'],
  ])('%j in words', (term, vi, en) => {
    expect([termText(term, 'vi'), termText(term, 'en')]).toEqual([vi, en]);
  });
});

/** Counts a day at a time, from the calendar's own list of days, knowing nothing of the code under test. */
function naiveWorkingDays(date: string, value: number): string {
  let at = date;
  for (let left = value; left > 0;) {
    at = addDays(at, 1);
    if (isWorkingDate(calendar, at)) left -= 1;
  }
  return at;
}

const seeded = { seed: 20_261_122, numRuns: 400 };
const minutesOfTwoYears = fc.integer({ min: 0, max: 2 * 365 * 24 * 60 });
const moment = minutesOfTwoYears.map((minute) =>
  toCivilTime(Date.parse('2025-01-06T00:00:00+07:00') + minute * 60_000),
);
const units = fc.constantFrom<Term['unit']>('working-day', 'day', 'working-hour', 'hour', 'same-day');

describe('what the calendar covers', () => {
  const day = (date: string) => ({
    date,
    name: 'Ngày nghỉ',
    kind: 'holiday' as const,
    source: '',
    verification: 'verified' as const,
  });

  test('stops before the first year nobody entered', () => {
    const gapped = makeCalendar([day('2025-01-01'), day('2027-01-01')]);
    const answer = explainDeadline(
      { term: { value: 1, unit: 'working-day' }, acceptedAt: '2026-11-23T09:00:00+07:00' },
      gapped,
    );
    expect(answer).toMatchObject({ fault: 'calendar-ends', data: { from: '2025-01-01', to: '2025-12-31' } });
  });

  test('an empty list covers nothing', () => {
    expect(
      explainDeadline({ term: { value: 1, unit: 'day' }, acceptedAt: '2026-11-23T09:00:00+07:00' }, makeCalendar([])),
    ).toMatchObject({ fault: 'calendar-ends' });
  });
});

describe('properties', () => {
  test('a naive counter agrees on working days', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 60 }), (acceptedAt, value) => {
        expect(due(value, 'working-day', acceptedAt)).toBe(`${naiveWorkingDays(acceptedAt.slice(0, 10), value)}T17:00`);
      }),
      seeded,
    );
  });

  test('a naive counter agrees on working hours, a minute at a time', () => {
    const openMinute = (at: string): boolean => {
      const time = at.slice(11, 16);
      const open = (time >= '07:30' && time < '11:30') || (time >= '13:00' && time < '17:00');
      return open && isWorkingDate(calendar, at.slice(0, 10));
    };
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 12 }), (acceptedAt, value) => {
        let at = Date.parse(acceptedAt);
        for (let left = value * 60; left > 0; at += 60_000) if (openMinute(toCivilTime(at))) left -= 1;
        expect(due(value, 'working-hour', acceptedAt)).toBe(toCivilTime(at).slice(0, 16));
      }),
      { ...seeded, numRuns: 100 },
    );
  });

  test('nobody is promised a day off, and the last step is the promise', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 90 }), units, fc.boolean(), (acceptedAt, value, unit, after) => {
        const answer = explainDeadline(
          { term: { value, unit }, acceptedAt, rule: after ? 'after-15h' : undefined },
          calendar,
        );
        if (isFault(answer)) throw new Error(answer.fault);
        expect(isWorkingDate(calendar, answer.dueDate)).toBe(true);
        expect(answer.dueAt >= acceptedAt).toBe(true);
        expect(answer.steps.at(-1)?.date).toBe(answer.dueDate);
        for (const step of answer.steps) expect(deadlineStepText(step, 'vi')).not.toMatch(/undefined|NaN/);
      }),
      seeded,
    );
  });

  // Not by the hour: an hour term that ends on a Sunday goes to Monday's closing, one that ends a minute after midnight ends then.
  test('later is never sooner, and more is never less', () => {
    const countedUnits = units.filter((unit) => unit !== 'hour');
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 1, max: 7200 }),
        fc.integer({ min: 1, max: 40 }),
        countedUnits,
        (acceptedAt, later, value, unit) => {
          const afterwards = toCivilTime(Date.parse(acceptedAt) + later * 60_000);
          expect(due(value, unit, afterwards, 'after-15h') >= due(value, unit, acceptedAt, 'after-15h')).toBe(true);
          expect(due(value + 1, unit, acceptedAt) >= due(value, unit, acceptedAt)).toBe(true);
        },
      ),
      seeded,
    );
  });

  test('one more holiday never makes a promise earlier', () => {
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 20 }),
        units,
        (acceptedAt, ahead, value, unit) => {
          const day = Math.floor((Date.parse(acceptedAt) + 7 * 3_600_000) / 86_400_000) + ahead;
          const daysOff = new Map(calendar.daysOff).set(day, { name: 'Ngày nghỉ mới', verified: true });
          const answer = explainDeadline({ term: { value, unit }, acceptedAt }, { ...calendar, daysOff });
          if (isFault(answer)) throw new Error(answer.fault);
          expect(answer.dueAt.slice(0, 16) >= due(value, unit, acceptedAt)).toBe(true);
        },
      ),
      seeded,
    );
  });

  test('civil time is written the same whatever way it is made', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 86_399 }), (day, second) => {
        expect(civilTime(day, second * 1000)).toBe(toCivilTime(day * 86_400_000 + second * 1000 - 7 * 3_600_000));
      }),
      seeded,
    );
  });
});
