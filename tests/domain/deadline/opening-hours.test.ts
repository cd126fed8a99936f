import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import type { OpeningHours, DaySessions, WeekHours } from '../../../electron/contract/common/office/hours.ts';
import type { DeadlineRule, Term } from '../../../electron/contract/base/values.ts';
import { dayOfDate, getMoment } from '../../../electron/domain/base/civil-time.ts';
import { explainDeadline } from '../../../electron/domain/deadline/deadline.ts';
import { deadlineStepText } from '../../../electron/domain/deadline/explanation.ts';
import {
  type WorkCalendar,
  closingOn,
  isOfficeOpen,
  isOpenDay,
  isWorkingDay,
  openingOn,
  sessionsOn,
} from '../../../electron/domain/deadline/work-calendar.ts';
import { radarBorders } from '../../../electron/domain/counter/work/radar.ts';
import { calendarWith } from '../../support/data/calendar.ts';

const whole: DaySessions = [
  { start: '07:30', end: '11:30' },
  { start: '13:00', end: '17:00' },
];
const morning: DaySessions = [{ start: '07:30', end: '11:30' }];
const weekdays = { mon: whole, tue: whole, wed: whole, thu: whole, fri: whole };

/** Saturday mornings from 1 December 2026, and no afternoon on Wednesdays. */
function saturdays(change: Partial<WeekHours> = {}): OpeningHours {
  return {
    weeks: [
      {
        from: '2026-12-01',
        week: { ...weekdays, wed: morning, sat: morning, sun: [] },
        sameDayOnDayOff: 'next-working-day',
        ground: 'Kế hoạch của UBND phường',
        ...change,
      },
    ],
    days: [
      // A Thursday afternoon for training, and a Friday on which nobody is there.
      { date: '2026-12-17', sessions: morning, ground: 'tập huấn' },
      { date: '2026-12-18', sessions: [], ground: 'cắt điện' },
    ],
  };
}
const usual = calendarWith(saturdays());

function due(
  calendar: WorkCalendar,
  value: number,
  unit: Term['unit'],
  acceptedAt: string,
  rule?: DeadlineRule,
): string {
  const answer = explainDeadline({ term: { value, unit }, acceptedAt: `${acceptedAt}:00+07:00`, rule }, calendar);
  return isFault(answer) ? answer.fault : answer.dueAt.slice(0, 16);
}

describe('terms of law count working days, whatever the office opens', () => {
  test.each([
    ['a Saturday morning is no working day', 1, 'working-day', '2026-12-04T09:00', '2026-12-07T17:00'],
    ['accepted in it, Monday is the first', 1, 'working-day', '2026-12-05T09:00', '2026-12-07T17:00'],
    ['the promise is the hour at which that day closes', 1, 'working-day', '2026-12-01T09:00', '2026-12-02T11:30'],
    ['a half day counts whole', 2, 'working-day', '2026-12-15T09:00', '2026-12-17T11:30'],
    [
      'a closed day counts, and the session before it keeps the promise',
      1,
      'working-day',
      '2026-12-17T09:00',
      '2026-12-17T11:30',
    ],
    ['a closed day on the way counts too', 2, 'working-day', '2026-12-17T09:00', '2026-12-21T17:00'],
    ['nothing open since the acceptance: the next session', 1, 'working-day', '2026-12-17T11:45', '2026-12-19T11:30'],
    ['days of the calendar that end on a Saturday end on Monday', 1, 'day', '2026-12-04T09:00', '2026-12-07T17:00'],
    ['before the hours began they are the settings’', 1, 'working-day', '2026-11-24T09:00', '2026-11-25T17:00'],
  ] as const)('%s', (_what, value, unit, acceptedAt, dueAt) => {
    expect(due(usual, value, unit, acceptedAt)).toBe(dueAt);
  });
});

/** A promise is not later than the term of law while a session was open since the file came: a Saturday counts in no term, and can keep one (BLDS Điều 148 k5). */
describe('a Monday that is closed, after a Saturday session', () => {
  const closed = (sessions: DaySessions, dates: readonly string[], sameDayOnDayOff: WeekHours['sameDayOnDayOff']) =>
    calendarWith({
      ...saturdays({ from: '2026-11-01', week: { ...weekdays, wed: whole, sat: sessions, sun: [] }, sameDayOnDayOff }),
      days: dates.map((date) => ({ date, sessions: [], ground: 'cắt điện' })),
    });
  const monday = closed(morning, ['2026-11-30'], 'next-working-day');
  const afternoons = closed([{ start: '13:00', end: '16:30' }], ['2026-11-09'], 'next-working-day');
  test.each([
    ['accepted in the session', monday, 1, 'working-day', '2026-11-28T08:00', '2026-11-28T11:30'],
    ['accepted on Friday evening', monday, 1, 'working-day', '2026-11-27T17:30', '2026-11-28T11:30'],
    ['a working day was open since: that one', monday, 1, 'working-day', '2026-11-27T16:00', '2026-11-27T17:00'],
    ['a longer term: Friday', monday, 3, 'working-day', '2026-11-25T09:00', '2026-11-27T17:00'],
    ['accepted after the session: nothing was open', monday, 1, 'working-day', '2026-11-28T11:30', '2026-12-01T17:00'],
    ['a day of the calendar', monday, 1, 'day', '2026-11-28T08:00', '2026-11-28T11:30'],
    [
      'the same day by the setting, whose working day is closed',
      monday,
      1,
      'same-day',
      '2026-11-28T08:00',
      '2026-11-28T11:30',
    ],
    ['24 hours from before the session', afternoons, 24, 'hour', '2026-11-07T09:59', '2026-11-07T16:30'],
    ['24 hours from after it', afternoons, 24, 'hour', '2026-11-07T16:45', '2026-11-10T17:00'],
  ] as const)('%s', (_what, calendar, value, unit, acceptedAt, dueAt) => {
    expect(due(calendar, value, unit, acceptedAt)).toBe(dueAt);
  });
});

/** NĐ 23/2015 Điều 7 and Luật Hộ tịch 2014 Điều 5 k3 say “the same day” and know of no Saturday session: the office decides, and says why. */
describe('the same day, in a session on a day off', () => {
  const atOnce = calendarWith(saturdays({ sameDayOnDayOff: 'that-day' }));
  test.each([
    ['by the setting on the next working day', usual, '2026-12-05T09:00', '2026-12-07T17:00'],
    ['by the other setting at its end', atOnce, '2026-12-05T09:00', '2026-12-05T11:30'],
    ['after it closed on the next working day', atOnce, '2026-12-05T11:30', '2026-12-07T17:00'],
    ['on a Sunday, when nobody is there', atOnce, '2026-12-06T09:00', '2026-12-07T17:00'],
    ['on a Wednesday until noon', atOnce, '2026-12-02T09:00', '2026-12-02T11:30'],
    ['on a Wednesday afternoon', atOnce, '2026-12-02T14:00', '2026-12-03T17:00'],
    ['on the closed day', atOnce, '2026-12-18T09:00', '2026-12-21T17:00'],
  ])('%s', (_what, calendar, acceptedAt, dueAt) => {
    expect(due(calendar, 1, 'same-day', acceptedAt, 'after-15h')).toBe(dueAt);
  });

  test('says its ground in both languages', () => {
    for (const calendar of [usual, atOnce]) {
      const term = { value: 1, unit: 'same-day' } as const;
      const answer = explainDeadline({ term, acceptedAt: '2026-12-05T09:00:00+07:00' }, calendar);
      if (isFault(answer)) throw new Error(answer.fault);
      for (const language of ['vi', 'en'] as const)
        expect(answer.steps.map((step) => deadlineStepText(step, language)).join(' ')).toContain('Kế hoạch của UBND');
    }
  });
});

describe('hours run while the office is open', () => {
  test.each([
    ['over a Saturday morning', 8, 'working-hour', '2026-12-04T15:00', '2026-12-07T09:30'],
    ['over a half day', 8, 'working-hour', '2026-12-16T10:00', '2026-12-19T10:00'],
    ['an hour of the clock in a Saturday session', 1, 'hour', '2026-12-05T09:00', '2026-12-05T10:00'],
    ['one that ends after it, by the law on Monday', 4, 'hour', '2026-12-05T09:00', '2026-12-07T17:00'],
    ['a day that ends on the afternoon of a half day', 24, 'hour', '2026-12-01T15:00', '2026-12-02T11:30'],
    ['a day that ends on a closed day', 24, 'hour', '2026-12-17T10:00', '2026-12-17T11:30'],
  ] as const)('%s', (_what, value, unit, acceptedAt, dueAt) => {
    expect(due(usual, value, unit, acceptedAt)).toBe(dueAt);
  });

  test('the counter is open when a session runs, and the radar sees such days', () => {
    const open = ['2026-12-05T09:00', '2026-12-05T14:00', '2026-12-18T09:00', '2026-12-17T14:00'].map((at) =>
      isOfficeOpen(usual, `${at}:00+07:00`),
    );
    expect(open).toEqual([true, false, false, false]);
    expect(radarBorders('2026-12-04T16:00:00+07:00', usual)['within-24h']).toBe('2026-12-05T16:00:00+07:00');
    expect(radarBorders('2026-11-27T16:00:00+07:00', usual)['within-24h']).toBe('2026-11-30T16:00:00+07:00');
    expect([openingOn(usual, dayOfDate('2026-12-18')), closingOn(usual, dayOfDate('2026-12-17'))]).toEqual([
      7.5 * 3_600_000,
      11.5 * 3_600_000,
    ]);
  });

  test('a holiday is closed on whatever weekday it falls', () => {
    expect(isOpenDay(usual, dayOfDate('2027-01-01'))).toBe(false);
    expect(isOpenDay(usual, dayOfDate('2027-01-02'))).toBe(true);
  });
});

function openBetween(calendar: WorkCalendar, from: string, until: string): boolean {
  const { day: first, msOfDay } = getMoment(from);
  for (let day = first; day <= dayOfDate(until); day += 1)
    if (sessionsOn(calendar, day).some(({ end }) => day > first || end > msOfDay)) return true;
  return false;
}

const moments = fc
  .integer({ min: 0, max: 60 * 24 * 60 })
  .map((minute) => new Date(Date.UTC(2026, 11, 1) + minute * 60_000).toISOString().slice(0, 16));
const units = fc.constantFrom<Term['unit']>('same-day', 'working-day', 'day', 'working-hour', 'hour', 'month');
const policies = fc.constantFrom<WeekHours['sameDayOnDayOff']>('that-day', 'next-working-day');
const sessions = fc.constantFrom<DaySessions>(whole, morning, [{ start: '13:00', end: '17:00' }]);

/** Whatever the sessions are: promised for a moment when somebody is there, after the file came, and never later than hours without them would. */
test('a promise is kept in a session, after the acceptance, and no later than the law', () => {
  const plain = calendarWith({ weeks: [], days: [] });
  fc.assert(
    fc.property(
      moments,
      units,
      fc.integer({ min: 1, max: 12 }),
      policies,
      fc.array(sessions, { minLength: 6, maxLength: 6 }),
      (at, unit, value, policy, days) => {
        const [mon = whole, tue = whole, wed = whole, thu = whole, fri = whole, sat = whole] = days;
        const calendar = calendarWith(
          saturdays({ week: { mon, tue, wed, thu, fri, sat, sun: [] }, sameDayOnDayOff: policy }),
        );
        const term = { value: unit === 'same-day' ? 1 : value, unit };
        const answer = explainDeadline({ term, acceptedAt: `${at}:00+07:00` }, calendar);
        const byLaw = explainDeadline({ term, acceptedAt: `${at}:00+07:00` }, plain);
        if (isFault(answer) || isFault(byLaw)) return;
        const end = getMoment(answer.dueAt);
        expect(answer.dueAt > `${at}:00+07:00`).toBe(true);
        expect(
          sessionsOn(calendar, end.day).some(({ start, end: until }) => start <= end.msOfDay && end.msOfDay <= until),
        ).toBe(true);
        // A day of law is never moved back behind the office's own hours, but for a closed day with nothing open before it.
        const closed = answer.steps.some(
          ({ rule }) => rule === 'closed-until' || rule === 'hours-end-next' || rule.startsWith('accepted-'),
        );
        if (unit !== 'working-hour' && !closed) expect(answer.dueDate <= byLaw.dueDate).toBe(true);
        if (unit === 'working-day' || unit === 'day')
          expect(
            isWorkingDay(calendar, end.day) || answer.steps.some(({ rule }) => /^closed-(until|that-day)$/.test(rule)),
          ).toBe(true);
        // Where the office was open at all between the acceptance and the law’s last day, the promise is not later than that day.
        const wasOpen = openBetween(calendar, `${at}:00+07:00`, byLaw.dueDate);
        if (wasOpen && (unit === 'working-day' || unit === 'day' || unit === 'month'))
          expect(answer.dueDate <= byLaw.dueDate).toBe(true);
      },
    ),
    { seed: 20_261_129, numRuns: 600 },
  );
});
