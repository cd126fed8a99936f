import { describe, expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { packSteps, unpackSteps } from '../../../electron/domain/deadline/steps.ts';
import { explainDeadline } from '../../../electron/domain/deadline/deadline.ts';
import { deadlineStepText } from '../../../electron/domain/deadline/explanation.ts';
import type { LegDefinition } from '../../../electron/domain/entries/case.ts';
import {
  type LegQuestion,
  applyLeg,
  beginLegs,
  legRef,
  placeOfLeg,
  planLegs,
  promiseOfLegs,
} from '../../../electron/domain/routing/legs.ts';
import { calendar } from '../../support/data/calendar.ts';

const days = (value: number) => ({ value, unit: 'working-day' }) as const;
const sameDay = { value: 1, unit: 'same-day' } as const;

const elsewhere: LegDefinition = { agency: 'UBND Xã Bình Chánh', work: 'Giải quyết hồ sơ', way: 'paper', term: null };

function promised(question: LegQuestion) {
  const promise = promiseOfLegs(question, calendar);
  if (promise === undefined || isFault(promise)) throw new Error(JSON.stringify(promise));
  return promise;
}

/** Điều 20: there within one working day; Điều 17 k3 (NĐ 309/2026): counted from there. 24/11/2026 is a holiday, 22/11 a Sunday. */
describe('the promise of a file that another agency decides', () => {
  test.each([
    ['on a Wednesday morning', '2026-11-18T09:00:00', days(3), undefined, '2026-11-19T17:00', '2026-11-25T17:00'],
    ['before a holiday', '2026-11-23T09:00:00', days(3), undefined, '2026-11-25T17:00', '2026-11-30T17:00'],
    ['on a Friday', '2026-11-20T09:00:00', days(1), undefined, '2026-11-23T17:00', '2026-11-25T17:00'],
    ['on a Saturday', '2026-11-21T09:00:00', days(2), undefined, '2026-11-23T17:00', '2026-11-26T17:00'],
    ['on 31 December', '2026-12-31T10:00:00', days(2), undefined, '2027-01-04T17:00', '2027-01-06T17:00'],
    // There at closing is too late for that day: the next working day, whether the 15:00 rule holds or not.
    ['for the same day', '2026-11-18T09:00:00', sameDay, undefined, '2026-11-19T17:00', '2026-11-20T17:00'],
    [
      'for the same day, after 15:00',
      '2026-11-18T15:30:00',
      sameDay,
      'after-15h',
      '2026-11-19T17:00',
      '2026-11-20T17:00',
    ],
    [
      'in days of the calendar',
      '2026-11-18T09:00:00',
      { value: 10, unit: 'day' },
      undefined,
      '2026-11-19T17:00',
      '2026-11-30T17:00',
    ],
    [
      'in working hours',
      '2026-11-18T09:00:00',
      { value: 8, unit: 'working-hour' },
      undefined,
      '2026-11-19T17:00',
      '2026-11-20T17:00',
    ],
  ] as const)('%s (%s)', (_when, at, whole, rule, there, due) => {
    const { legs, dueAt } = promised({ legs: [elsewhere], whole, rule, acceptedAt: `${at}+07:00` });
    expect([legs[0]?.sendBy?.slice(0, 16), dueAt.slice(0, 16)]).toEqual([there, due]);
    expect(legs[0]?.plannedDueAt).toBe(dueAt);
  });

  test('data go over at once, so the promise is that of a file decided here', () => {
    const question = { whole: days(3), acceptedAt: '2026-11-23T09:00:00+07:00' };
    const { dueAt } = promised({ ...question, legs: [{ ...elsewhere, way: 'electronic' }] });
    expect(explainDeadline({ term: days(3), acceptedAt: question.acceptedAt }, calendar)).toMatchObject({ dueAt });
  });

  test('each step is said in words, and kept in the journal as it was said', () => {
    const promise = promised({ legs: [elsewhere], whole: days(3), acceptedAt: '2026-11-23T09:00:00+07:00' });
    const said = promise.steps.map((step) => deadlineStepText(step, 'vi'));
    expect(said).toEqual([
      'Tiếp nhận 09:00 thứ Hai 23/11; cơ quan giải quyết: UBND Xã Bình Chánh',
      expect.stringMatching(/^24\/11 nghỉ: Ngày Văn hóa/),
      'Chuyển đến UBND Xã Bình Chánh: chậm nhất 17:00 thứ Tư 25/11 (01 ngày làm việc, Điều 20)',
      'Tính từ khi UBND Xã Bình Chánh nhận, chậm nhất 17:00 25/11',
      '28/11–29/11 không tính: thứ Bảy, Chủ nhật',
      'Thời hạn: 03 ngày làm việc → 17:00 30/11/2026',
    ]);
    const english = promise.steps.map((step) => deadlineStepText(step, 'en'));
    expect(english[2]).toBe(
      'Sent to UBND Xã Bình Chánh: at the latest 17:00 Wednesday 25/11 (1 working day, Article 20)',
    );
    expect(unpackSteps(packSteps(promise.steps), promise.term, promise.dueAt)).toEqual(promise.steps);
  });
});

const chain: readonly LegDefinition[] = [
  { agency: 'UBND cấp xã', work: 'Đăng ký khai sinh', way: 'here', term: { value: 24, unit: 'hour' } },
  { agency: 'Công an cấp xã', work: 'Đăng ký thường trú', way: 'paper', term: days(2) },
  { agency: 'Cơ quan Bảo hiểm xã hội', work: 'Cấp thẻ bảo hiểm y tế', way: 'electronic', term: days(1) },
];

describe('several agencies, one after the other', () => {
  test('each begins when the one before it is due and its file has come over', () => {
    const legs = planLegs({ legs: chain, whole: null, acceptedAt: '2026-11-18T09:00:00+07:00' }, calendar);
    if (isFault(legs)) throw new Error('no plan');
    expect(legs.map(({ sendBy, plannedDueAt }) => [sendBy?.slice(0, 16), plannedDueAt?.slice(0, 16)])).toEqual([
      ['2026-11-18T09:00', '2026-11-19T09:00'],
      ['2026-11-20T17:00', '2026-11-25T17:00'],
      ['2026-11-25T17:00', '2026-11-26T17:00'],
    ]);
  });

  test('where only the legs have a time, the promise is the end of the last', () => {
    const promise = promised({ legs: chain, whole: null, acceptedAt: '2026-11-18T09:00:00+07:00' });
    expect(promise.dueAt).toBe('2026-11-26T17:00:00+07:00');
    expect(promise.steps.filter(({ rule }) => rule === 'leg-due').map((step) => deadlineStepText(step, 'vi'))).toEqual([
      'UBND cấp xã: 24 giờ → 09:00 19/11/2026',
      'Công an cấp xã: 02 ngày làm việc → 17:00 25/11/2026',
      'Cơ quan Bảo hiểm xã hội: 01 ngày làm việc → 17:00 26/11/2026',
    ]);
  });

  test('where the whole has a time, that is the promise; a leg whose time nobody knows has no date', () => {
    const unknown = chain.map((leg, index) => (index === 1 ? { ...leg, term: null } : leg));
    const promise = promised({ legs: unknown, whole: days(3), acceptedAt: '2026-11-18T09:00:00+07:00' });
    expect(promise.dueAt).toBe('2026-11-23T17:00:00+07:00');
    expect(promise.legs.map(({ plannedDueAt }) => plannedDueAt?.slice(0, 16))).toEqual([
      '2026-11-19T09:00',
      undefined,
      undefined,
    ]);
  });

  test('nothing is promised where neither is known, nor past the end of the calendar', () => {
    const unknown = [{ ...elsewhere, term: null }, elsewhere];
    expect(
      promiseOfLegs({ legs: unknown, whole: null, acceptedAt: '2026-11-18T09:00:00+07:00' }, calendar),
    ).toBeUndefined();
    const late = promiseOfLegs(
      { legs: [elsewhere], whole: days(3), acceptedAt: '2027-12-30T09:00:00+07:00' },
      calendar,
    );
    expect(late).toMatchObject({ fault: 'calendar-ends' });
  });
});

describe('what entries call a leg', () => {
  const planned = [{ agency: 'A', work: 'x', way: 'here', term: null, sendBy: null, plannedDueAt: null }] as const;
  const [own, anew] = [beginLegs(planned, 'now'), beginLegs(planned, 'now', 'q1.4')];
  const finished = { type: 'leg-finished', agency: 'A', result: 'y', returnedAt: 'then' } as const;

  test('one of the reception by its place, one that a correction began by that correction', () => {
    expect([legRef(own, 0), legRef(anew, 0)]).toEqual(['0', 'q1.4.0']);
    expect([placeOfLeg(own, '0'), placeOfLeg(anew, 'q1.4.0'), placeOfLeg(anew, 0)]).toEqual([0, 0, 0]);
  });

  test('what was said of legs that were begun anew meanwhile is not said of the new ones', () => {
    expect(placeOfLeg(anew, '0')).toBe(-1);
    expect(applyLeg(anew, 'now', { ...finished, leg: '0' })).toEqual(anew);
    expect(applyLeg(own, 'now', { ...finished, leg: '0' })[0]?.stage).toBe('finished');
  });
});
