import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOfDate, getMoment, msPerDay, secondsOf, toCivilTime } from '../../../../electron/domain/base/civil-time.ts';
import { supplementUntil } from '../../../../electron/domain/counter/case/supplement.ts';
import { correctionDue } from '../../../../electron/domain/deadline/office-clocks.ts';
import { isWorkingDay } from '../../../../electron/domain/deadline/work-calendar.ts';
import {
  type RadarGroup,
  apologyBorder,
  isApologyDue,
  radarBorders,
  radarGroups,
  radarRanges,
} from '../../../../electron/domain/counter/work/radar.ts';
import { calendar } from '../../../support/data/calendar.ts';

const at = (text: string) => `${text}+07:00`;

/** Every moment is in one group and no more. */
function groupOf(dueAt: string, now: string): RadarGroup {
  const due = secondsOf(dueAt);
  const ranges = radarRanges(now, calendar);
  const [group, ...more] = radarGroups.filter((one) => ranges[one].after < due && due <= ranges[one].until);
  expect(more).toEqual([]);
  return group!;
}

describe('how near a promise is', () => {
  // 2026: 23/11 is a Monday; 24/11 is a day off; 28 and 29/11 are a weekend.
  test.each<[string, string, string, RadarGroup]>([
    ['kept to its very second', '2026-11-25T17:00:00', '2026-11-25T17:00:00', 'today'],
    ['late a second after', '2026-11-25T17:00:01', '2026-11-25T17:00:00', 'overdue'],
    ['the last second of today', '2026-11-25T08:00:00', '2026-11-25T23:59:59', 'today'],
    ['the first second of tomorrow', '2026-11-25T08:00:00', '2026-11-26T00:00:00', 'within-24h'],
    ['24 hours away', '2026-11-25T08:00:00', '2026-11-26T08:00:00', 'within-24h'],
    ['24 hours and a second away', '2026-11-25T08:00:00', '2026-11-26T08:00:01', 'within-48h'],
    ['48 hours away', '2026-11-25T08:00:00', '2026-11-27T08:00:00', 'within-48h'],
    ['48 hours and a second away', '2026-11-25T08:00:00', '2026-11-27T08:00:01', 'within-72h'],
    ['72 hours away, over a weekend', '2026-11-25T08:00:00', '2026-11-30T08:00:00', 'within-72h'],
    ['72 hours and a second away, over a weekend', '2026-11-25T08:00:00', '2026-11-30T08:00:01', 'later'],
    ['Monday afternoon, seen on Friday afternoon', '2026-11-27T16:00:00', '2026-11-30T16:00:00', 'within-24h'],
    ['a little later on Monday, seen on Friday', '2026-11-27T16:00:00', '2026-11-30T16:00:01', 'within-48h'],
    ['Monday, seen on Saturday', '2026-11-28T10:00:00', '2026-11-30T17:00:00', 'within-24h'],
    ['a promise on a Saturday that is worked by nobody', '2026-11-27T16:00:00', '2026-11-28T10:00:00', 'within-24h'],
    ['over 24/11, a day off', '2026-11-23T17:00:00', '2026-11-25T17:00:00', 'within-24h'],
    ['over 24/11, a second later', '2026-11-23T17:00:00', '2026-11-25T17:00:01', 'within-48h'],
    ['seen on 24/11 itself', '2026-11-24T09:00:00', '2026-11-25T23:59:59', 'within-24h'],
    ['a year away', '2026-11-25T08:00:00', '2027-11-25T08:00:00', 'later'],
  ])('%s', (_what, now, dueAt, group) => {
    expect(groupOf(at(dueAt), at(now))).toBe(group);
  });

  const instant = fc.integer({ min: Date.parse('2026-11-01T00:00:00Z'), max: Date.parse('2027-03-31T00:00:00Z') });

  /** Seconds of working days between two moments, counted hour by hour. */
  function workedHours(from: number, to: number): number {
    let seconds = 0;
    for (let cursor = from; cursor < to;) {
      const { day, msOfDay } = getMoment(toCivilTime(cursor));
      const end = Math.min(to, cursor + (msPerDay - msOfDay));
      if (isWorkingDay(calendar, day)) seconds += (end - cursor) / 1000;
      cursor = end;
    }
    return seconds / 3600;
  }

  test('the groups are what a count of the hours says', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -500_000, max: 900_000 }), (from, seconds) => {
        const now = Math.floor(from / 1000) * 1000;
        const due = now + seconds * 1000;
        const hours = workedHours(now, due);
        const sameDay = toCivilTime(now).slice(0, 10) === toCivilTime(due).slice(0, 10);
        const expected: RadarGroup =
          due < now
            ? 'overdue'
            : sameDay
              ? 'today'
              : hours <= 24
                ? 'within-24h'
                : hours <= 48
                  ? 'within-48h'
                  : hours <= 72
                    ? 'within-72h'
                    : 'later';
        // A border that falls on midnight before a day off may hand that day's promises on: none are made there.
        if (!isWorkingDay(calendar, getMoment(toCivilTime(due)).day)) return;
        expect(groupOf(toCivilTime(due), toCivilTime(now))).toBe(expected);
      }),
      { numRuns: 2000, seed: 118_2025 },
    );
  });

  test('the borders go one after the other', () => {
    fc.assert(
      fc.property(instant, (from) => {
        const borders = Object.values(radarBorders(toCivilTime(from), calendar));
        expect(borders).toHaveLength(radarGroups.length - 1);
        expect(borders).toEqual(borders.toSorted());
      }),
      { numRuns: 300, seed: 118_2025 },
    );
  });
});

describe('the apology that has to leave today', () => {
  const processing = { status: 'processing', extended: false } as const;

  test.each<[string, string, string, boolean]>([
    ['the day before', '2026-11-25T16:59:00', '2026-11-26T17:00:00', true],
    ['two days before: tomorrow is soon enough', '2026-11-25T08:00:00', '2026-11-27T17:00:00', false],
    ['on the day itself: too late', '2026-11-26T08:00:00', '2026-11-26T17:00:00', false],
    ['after it: too late', '2026-11-27T08:00:00', '2026-11-26T17:00:00', false],
    ['Friday for Monday', '2026-11-27T08:00:00', '2026-11-30T17:00:00', true],
    ['Friday for Tuesday', '2026-11-27T08:00:00', '2026-12-01T17:00:00', false],
    ['Sunday for Monday', '2026-11-29T08:00:00', '2026-11-30T17:00:00', true],
    ['before 24/11, a day off, for the day after it', '2026-11-23T08:00:00', '2026-11-25T17:00:00', true],
  ])('%s', (_what, now, dueAt, due) => {
    expect(isApologyDue({ ...processing, dueAt: at(dueAt) }, at(now), calendar)).toBe(due);
  });

  test('also while the citizen’s money is awaited: the date may be moved then too', () => {
    const state = { status: 'obligation-requested', extended: false, dueAt: at('2026-11-26T17:00:00') } as const;
    expect(isApologyDue(state, at('2026-11-25T08:00:00'), calendar)).toBe(true);
  });

  test.each([
    [{ status: 'processing', extended: true }],
    [{ status: 'accepted', extended: false }],
    [{ status: 'finished', extended: false }],
  ] as const)('not for %j', (state) => {
    expect(isApologyDue({ ...state, dueAt: at('2026-11-26T17:00:00') }, at('2026-11-25T08:00:00'), calendar)).toBe(
      false,
    );
    expect(isApologyDue({ ...processing, dueAt: null }, at('2026-11-25T08:00:00'), calendar)).toBe(false);
  });

  test('its border is the end of the next working day', () => {
    expect(apologyBorder(at('2026-11-27T08:00:00'), calendar)).toBe(at('2026-11-30T23:59:59'));
    expect(getMoment(apologyBorder(at('2026-11-23T08:00:00'), calendar)).day).toBe(dayOfDate('2026-11-25'));
  });
});

describe('the other clocks of the work list', () => {
  test('fifteen days for papers, the last one moved off a weekend', () => {
    expect(supplementUntil(at('2026-11-23T09:00:00'), calendar)).toBe(at('2026-12-08T17:00:00'));
    expect(supplementUntil(at('2026-11-27T09:00:00'), calendar)).toBe(at('2026-12-14T17:00:00'));
  });

  test('three working days for a wrong result, over 24/11 and a weekend', () => {
    expect(correctionDue(at('2026-11-23T09:00:00'), calendar)).toBe(at('2026-11-27T17:00:00'));
    expect(correctionDue(at('2026-11-26T09:00:00'), calendar)).toBe(at('2026-12-01T17:00:00'));
  });
});
