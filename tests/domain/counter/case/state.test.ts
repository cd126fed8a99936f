import { describe, expect, test } from 'vitest';
import type { CaseStatus } from '../../../../electron/contract/base/case-status.ts';
import { countedPromise } from '../../../../electron/domain/counter/case/correction.ts';
import { mayCall } from '../../../../electron/domain/common/office/call-roles.ts';
import { promiseChanges } from '../../../../electron/domain/counter/case/promise-changes.ts';
import { foldCase } from '../../../../electron/domain/counter/case/state.ts';
import { statusAfter } from '../../../../electron/domain/counter/case/status-after.ts';
import type { CaseAction, CorrectedAction } from '../../../../electron/domain/entries/case.ts';
import { makeCalendar } from '../../../../electron/domain/deadline/work-calendar.ts';
import { calendar } from '../../../support/data/calendar.ts';
import { acceptedAt, caseAfter, dueAt, recorded, reception } from '../../../support/data/case-sample.ts';

const later = '2026-11-27T17:00:00+07:00';
const at = '2026-11-18T09:00:00+07:00';
const leg = { leg: 0, agency: 'Xã B' };

/** The status each kind of entry leads to, and the promise that is in force after it; the case was accepted, and in process. */
test.each<[CaseAction, CaseStatus, string | null]>([
  [{ type: 'transferred', to: '' }, 'processing', dueAt],
  [{ type: 'taken-over', by: 'a' }, 'processing', dueAt],
  [{ type: 'handed-back', reason: 'x' }, 'processing', dueAt],
  [{ type: 'leg-sent', ...leg }, 'processing', dueAt],
  [{ type: 'supplement-requested', reason: 'x' }, 'supplement-requested', dueAt],
  // NĐ 118/2025 Điều 19 k5: counted again from the beginning.
  [{ type: 'supplemented', dueAt: later, steps: [] }, 'processing', later],
  [{ type: 'obligation-requested', reason: 'x' }, 'obligation-requested', dueAt],
  [{ type: 'obligation-met' }, 'processing', dueAt],
  // Điều 21: closed without a result, so nothing is promised.
  [{ type: 'withdrawn', reason: 'x' }, 'withdrawn', null],
  [{ type: 'stopped', reason: 'x' }, 'stopped', null],
  // Điều 19 k3: a refusal has the same time limit as a result.
  [{ type: 'refused', reason: 'x' }, 'refused', dueAt],
  // Điều 19 k6
  [{ type: 'extended', reason: 'x', dueAt: later }, 'processing', later],
  [{ type: 'finished', result: 'x' }, 'finished', dueAt],
  [{ type: 'announced', how: 'sms' }, 'processing', dueAt],
  [{ type: 'returned', receiver: 'ÁNH' }, 'returned', dueAt],
  [{ type: 'error-reported', what: 'x' }, 'processing', dueAt],
  [{ type: 'archived', place: 'kệ 3' }, 'processing', dueAt],
  [{ type: 'official-code-attached', official: 'H29.999-261116-0001' }, 'processing', dueAt],
])('after %j', (action, status, promise) => {
  const state = caseAfter([{ type: 'transferred', to: '' }], [action, at]);
  expect([state.status, state.dueAt]).toEqual([status, promise]);
});

describe('a case as its entries make it', () => {
  test('as it was received', () => {
    expect(caseAfter()).toMatchObject({ status: 'accepted', acceptedAt, dueAt, receivedBy: 'clerk', holder: null });
  });

  test('begins with its reception, once', () => {
    expect(() => foldCase([])).toThrow();
    expect(() => foldCase(recorded([[{ type: 'stopped', reason: 'x' }]]))).toThrow();
    expect(caseAfter([reception]).contradictions).toMatchObject([{ entry: 'Q1.2', why: 'unfit' }]);
  });

  test('moments are those of the entries', () => {
    const state = caseAfter(
      [{ type: 'supplement-requested', reason: 'x' }, '2026-11-17T09:00:00+07:00'],
      [{ type: 'supplemented', dueAt: later, steps: [] }],
      [{ type: 'extended', reason: 'x', dueAt: later }, '2026-11-18T09:00:00+07:00'],
      [{ type: 'finished', result: 'Giấy khai sinh' }, '2026-11-19T09:00:00+07:00'],
      [{ type: 'announced', how: 'sms' }, '2026-11-19T10:00:00+07:00'],
      [{ type: 'returned', receiver: 'ÁNH' }, '2026-11-20T09:00:00+07:00'],
      [{ type: 'error-reported', what: 'sai tên' }, '2026-11-23T09:00:00+07:00'],
      [{ type: 'result-corrected', result: 'đúng' }, '2026-11-25T09:00:00+07:00'],
      [{ type: 'archived', place: 'kệ' }, '2026-11-26T09:00:00+07:00'],
    );
    expect(state).toMatchObject({
      supplementRequests: 1,
      supplementRequestedAt: '2026-11-17T09:00:00+07:00',
      extendedAt: '2026-11-18T09:00:00+07:00',
      finishedAt: '2026-11-19T09:00:00+07:00',
      announcedAt: '2026-11-19T10:00:00+07:00',
      returnedAt: '2026-11-20T09:00:00+07:00',
      error: { reportedAt: '2026-11-23T09:00:00+07:00', correctedAt: '2026-11-25T09:00:00+07:00' },
      result: 'đúng',
      archivedAt: '2026-11-26T09:00:00+07:00',
    });
  });
});

/** Điều 17 k3: one number in force; the one before is void, and the date of an apology stands (Điều 19 k6). */
describe('a corrected receipt', () => {
  const { type: _type, ...facts } = reception;
  const correction: CorrectedAction = {
    ...facts,
    type: 'corrected',
    number: { local: 'Q1-261116-0002', official: null },
    serial: 2,
    requestId: 'r',
    reason: 'ghi nhầm',
    voided: 'Q1-261116-0001',
    voidedDay: '2026-11-16',
    voidedSerial: 1,
  };

  test('the new number counts, the old one is kept as void', () => {
    const state = caseAfter([correction, at]);
    expect(state.number.local).toBe('Q1-261116-0002');
    expect(state.superseded).toEqual([{ number: 'Q1-261116-0001', at, reason: 'ghi nhầm' }]);
    expect([state.status, state.dueAt]).toEqual(['accepted', dueAt]);
    expect(caseAfter([{ ...correction, extendedTo: later }, at]).dueAt).toBe(later);
  });

  test('from when the promise in force is counted', () => {
    const asked: CaseAction = { type: 'supplement-requested', reason: 'x' };
    const brought: CaseAction = { type: 'supplemented', dueAt: later, steps: [] };
    const moved: CaseAction = { type: 'extended', reason: 'x', dueAt: '2026-12-01T17:00:00+07:00' };
    const counted = (...actions: CaseAction[]) =>
      countedPromise(recorded([[reception], ...actions.map((action) => [action, at] as const)]));
    expect(counted()).toMatchObject({ from: acceptedAt, dueAt, extendedTo: null });
    expect(counted(moved)).toMatchObject({ from: acceptedAt, dueAt, extendedTo: '2026-12-01T17:00:00+07:00' });
    expect(counted(moved, asked, brought)).toMatchObject({ from: at, dueAt: later, extendedTo: null });
    expect(counted(correction)).toMatchObject({ from: acceptedAt, dueAt });
    expect(() => countedPromise([])).toThrow();
  });
});

/** A printed promise stands; another calendar only shows what it would have made of it. */
describe('what another calendar would have promised', () => {
  const printed = { caseId: 'a', term: { value: 3, unit: 'working-day' } as const, acceptedAt, dueAt };
  test('nothing changes by the same calendar', () => {
    expect(promiseChanges([printed], calendar)).toEqual([]);
  });

  test('a new day off moves it by one working day', () => {
    const day = { name: 'nghỉ', source: 'x', verification: 'verified' } as const;
    const days = ['2026-11-17', '2027-01-01', '2028-01-01'].map((date) => ({ ...day, date, kind: 'holiday' as const }));
    const wouldBe = '2026-11-20T17:00:00+07:00';
    expect(promiseChanges([printed], makeCalendar(days))).toEqual([{ caseId: 'a', printed: dueAt, wouldBe }]);
  });

  test('a calendar that ends before the term does promises nothing', () => {
    expect(promiseChanges([printed], makeCalendar([]))).toEqual([{ caseId: 'a', printed: dueAt, wouldBe: null }]);
  });
});

/** The administrator keeps the machine and receives no files. */
test.each([
  ['clerk', 'anyone staff clerk'],
  ['officer', 'anyone staff clerk officer'],
  ['supervisor', 'anyone staff clerk officer supervisor'],
  ['admin', 'anyone staff admin'],
] as const)('a %s passes for %s', (role, calls) => {
  const all = ['anyone', 'staff', 'clerk', 'officer', 'supervisor', 'admin'] as const;
  expect(all.filter((needed) => mayCall(role, needed)).join(' ')).toBe(calls);
});

test('what was asked of others is answered by the name of the question, wherever it stands', () => {
  const asked = (about: string): CaseAction => ({
    type: 'inquiry-sent',
    kind: 'opinion',
    asked: 'Công an',
    about,
    answerBy: later,
  });
  const answer = (inquiry: string | number): CaseAction => ({ type: 'inquiry-answered', inquiry, answer: 'có' });
  const answered = (...happened: readonly CaseAction[]) =>
    caseAfter(...happened.map((one) => [one] as const)).inquiries.flatMap((one) =>
      one.answer === null ? [] : [one.about],
    );
  expect(answered(asked('a'), asked('b'), answer('Q1.2.0'))).toEqual(['a']);
  expect(answered(asked('a'), asked('b'), answer('Q1.3.0'))).toEqual(['b']);
  expect(answered(asked('a'), asked('b'), answer(1))).toEqual(['b']);
});

test('what is handed out again was returned before, and what goes on stands where it stood', () => {
  expect(statusAfter({ type: 'returned', receiver: 'A', again: true })).toBeNull();
  expect(statusAfter({ type: 'resumed', reason: 'x', status: 'processing' })).toBe('processing');
});
