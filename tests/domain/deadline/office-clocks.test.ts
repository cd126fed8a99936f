import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOfDate } from '../../../electron/domain/base/civil-time.ts';
import { promiseChanges } from '../../../electron/domain/counter/case/promise-changes.ts';
import {
  onlineAnswerDue,
  onlineNotifyDue,
  paperTransferBorder,
  paperTransferDue,
} from '../../../electron/domain/deadline/office-clocks.ts';
import { calendar, calendarWith } from '../../support/data/calendar.ts';

describe('the paper file goes on (Điều 18 k2)', () => {
  test.each([
    ['2026-11-18T09:00:00+07:00', '2026-11-18T17:00:00+07:00'],
    ['2026-11-18T15:00:00+07:00', '2026-11-18T17:00:00+07:00'],
    ['2026-11-18T15:00:01+07:00', '2026-11-19T07:30:00+07:00'],
    ['2026-11-20T16:00:00+07:00', '2026-11-23T07:30:00+07:00'],
    ['2026-11-23T16:00:00+07:00', '2026-11-25T07:30:00+07:00'],
    ['2026-11-22T10:00:00+07:00', '2026-11-23T07:30:00+07:00'],
  ])('received %s → there by %s', (acceptedAt, due) => {
    expect(paperTransferDue(acceptedAt, calendar)).toBe(due);
  });
});

/** A working day is one by the law; who takes the papers over is there only when the office is open. */
describe('the same where the office set its hours', () => {
  const morning = [{ start: '07:30', end: '11:30' }];
  const own = calendarWith({
    weeks: [],
    days: [
      { date: '2026-11-20', sessions: [], ground: 'cắt điện' },
      { date: '2026-12-29', sessions: morning, ground: 'tập huấn' },
      { date: '2026-12-05', sessions: morning, ground: 'trực thứ Bảy' },
    ],
  });
  test.each([
    ['after closing, before a closed day', '2026-11-19T17:30:00', '2026-11-23T07:30:00'],
    ['on the closed day', '2026-11-20T09:00:00', '2026-11-23T07:30:00'],
    ['in time on a half day', '2026-12-29T11:29:59', '2026-12-29T11:30:00'],
    ['as a half day closes', '2026-12-29T11:30:00', '2026-12-30T07:30:00'],
    ['in a Saturday session, which is no working day', '2026-12-05T09:00:00', '2026-12-07T07:30:00'],
  ])('%s', (_name, accepted, due) => {
    expect(paperTransferDue(`${accepted}+07:00`, own)).toBe(`${due}+07:00`);
  });

  test('the border says of every moment what its own clock says', () => {
    const edges = [
      '07:29:59',
      '07:30:00',
      '07:30:01',
      '11:29:59',
      '11:30:00',
      '11:30:01',
      '15:00:00',
      '15:00:01',
      '16:59:59',
      '17:00:00',
      '17:00:01',
      '23:59:59',
      '00:00:00',
    ];
    const moment = (first: string, days: number) =>
      fc
        .tuple(fc.integer({ min: 0, max: days }), fc.constantFrom(...edges))
        .map(([day, time]) => `${addDays(first, day)}T${time}+07:00`);
    const span = fc
      .constantFrom('2026-11-16', '2026-12-01', '2026-12-24')
      .chain((first) => fc.tuple(moment(first, 9), moment(first, 9)));
    fc.assert(
      fc.property(span, ([accepted, now]) => {
        const due = paperTransferDue(accepted, own);
        const border = paperTransferBorder(now, own);
        if (typeof due !== 'string' || border === null) throw new Error('the calendar reaches');
        expect(accepted <= border).toBe(due < now);
      }),
      { seed: 18, numRuns: 2000 },
    );
  });

  test('a calendar that does not reach back has no border', () => {
    expect(paperTransferBorder('2099-01-02T09:00:00+07:00', own)).toBeNull();
  });
});

describe('an online file (Điều 17 k2)', () => {
  test.each([
    ['2026-11-18T09:00:00+07:00', '2026-11-18T11:00:00+07:00', '2026-11-19T09:00:00+07:00'],
    ['2026-11-20T23:30:00+07:00', '2026-11-21T01:30:00+07:00', '2026-11-23T17:00:00+07:00'],
  ])('sent %s: told by %s, answered by %s', (sentAt, told, answered) => {
    expect(onlineNotifyDue(sentAt)).toBe(told);
    expect(onlineAnswerDue(sentAt, calendar)).toBe(answered);
  });
});

test('a new holiday lists the receipts it would have changed, and moves none', () => {
  const promise = (caseId: string, value: number, dueAt: string) => ({
    caseId,
    term: { value, unit: 'working-day' as const },
    acceptedAt: '2026-12-01T09:00:00+07:00',
    dueAt,
  });
  const promises = [promise('a', 1, '2026-12-02T17:00:00+07:00'), promise('b', 3, '2026-12-04T17:00:00+07:00')];
  expect(promiseChanges(promises, calendar)).toEqual([]);
  const daysOff = new Map(calendar.daysOff).set(dayOfDate('2026-12-03'), { name: 'Ngày nghỉ mới', verified: true });
  expect(promiseChanges(promises, { ...calendar, daysOff })).toEqual([
    { caseId: 'b', printed: '2026-12-04T17:00:00+07:00', wouldBe: '2026-12-07T17:00:00+07:00' },
  ]);
});
