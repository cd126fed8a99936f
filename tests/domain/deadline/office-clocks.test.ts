import { describe, expect, test } from 'vitest';
import { dayOfDate } from '../../../electron/domain/base/civil-time.ts';
import { promiseChanges } from '../../../electron/domain/case/promise-changes.ts';
import {
  clockStart,
  onlineAnswerDue,
  onlineNotifyDue,
  paperTransferDue,
} from '../../../electron/domain/deadline/office-clocks.ts';
import { calendar } from '../../support/data/calendar.ts';

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

describe('an online file (Điều 17 k2)', () => {
  test.each([
    ['2026-11-18T09:00:00+07:00', '2026-11-18T11:00:00+07:00', '2026-11-19T09:00:00+07:00'],
    ['2026-11-20T23:30:00+07:00', '2026-11-21T01:30:00+07:00', '2026-11-23T17:00:00+07:00'],
  ])('sent %s: told by %s, answered by %s', (sentAt, told, answered) => {
    expect(onlineNotifyDue(sentAt)).toBe(told);
    expect(onlineAnswerDue(sentAt, calendar)).toBe(answered);
  });
});

test('a file for another unit starts when that unit has it, and not before', () => {
  const acceptedAt = '2026-11-18T09:00:00+07:00';
  const there = '2026-11-19T10:00:00+07:00';
  expect(clockStart({ acceptedAt, elsewhere: false, receivedByCompetentUnitAt: there })).toBe(acceptedAt);
  expect(clockStart({ acceptedAt, elsewhere: true, receivedByCompetentUnitAt: null })).toBeUndefined();
  expect(clockStart({ acceptedAt, elsewhere: true, receivedByCompetentUnitAt: there })).toBe(there);
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
