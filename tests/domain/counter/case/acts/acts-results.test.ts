import { describe, expect, test } from 'vitest';
import type { Act } from '../../../../../electron/contract/counter/case/act.ts';
import { isFault } from '../../../../../electron/contract/base/fault.ts';
import type { ActContext } from '../../../../../electron/domain/counter/case/acts/act-row.ts';
import {
  availableActs,
  confirmationsFor,
  decideAct,
  paperOfAct,
} from '../../../../../electron/domain/counter/case/acts/acts.ts';
import { type CaseState, foldCase } from '../../../../../electron/domain/counter/case/state.ts';
import { calendar } from '../../../../support/data/calendar.ts';
import { type Happened, acceptedAt, caseAfter, reception, recorded } from '../../../../support/data/case-sample.ts';

/** What is handed out, to whom, and what closes a case without a result (NĐ 118/2025 Điều 6 k2, 21, 22, 23). */

const now = '2026-11-19T10:00:00+07:00';
const clerk: ActContext = { now, calendar, username: 'clerk', role: 'clerk' };
const officer: ActContext = { ...clerk, username: 'officer', role: 'officer' };

const passedOn: Happened = [{ type: 'transferred', to: '' }, acceptedAt];
const done: Happened = [{ type: 'finished', result: 'x' }, '2026-11-19T09:00:00+07:00'];
const withdrawn: Happened = [{ type: 'withdrawn', reason: 'đổi ý' }, '2026-11-17T09:00:00+07:00'];
const stopped: Happened = [{ type: 'stopped', reason: 'theo đề nghị' }, '2026-11-17T10:00:00+07:00'];

function keyOf(act: Act, state: CaseState, context: ActContext): string {
  const decided = decideAct(act, state, context);
  if (!isFault(decided)) return 'ok';
  const reason = 'reason' in decided.data ? decided.data.reason : '';
  const named = availableActs(state, context).find((one) => one.act === act.type)?.refusal?.key;
  return named ?? String(reason);
}

function receiverOf(fullName: string, idNumber: string, more: object = {}): Extract<Act, { type: 'return' }> {
  return { type: 'return', receiver: { fullName, idNumber, as: 'applicant', receiptLost: false, ...more } };
}

function caseOf(kind: 'citizen' | 'business' | 'household-business', fullName: string, idNumber: string): CaseState {
  const applicant = { kind, fullName, idNumber };
  return foldCase(recorded([[{ ...reception, applicant }], passedOn, done]));
}

describe('who fetches it as the applicant is the applicant (Điều 6 k2 b, c)', () => {
  const person = caseOf('citizen', 'NGUYỄN THỊ ĐẶNG ÁNH', '079190001234');
  const firm = caseOf('business', 'CÔNG TY TNHH MINH PHÁT', '0312345678');
  const shop = caseOf('household-business', 'HỘ KINH DOANH ÁNH', '079190001234');
  const paper = { authorisation: 'Giấy giới thiệu 15/GGT' };
  test.each<[string, CaseState, Extract<Act, { type: 'return' }>, RegExp | null, string[]]>([
    ['name and number', person, receiverOf('Nguyễn Thị Đặng Ánh', '079190001234'), null, []],
    ['the number, another spelling of the name', person, receiverOf('NGUYEN THI D ANH', '079 190 001 234'), null, []],
    ['the number, another name', person, receiverOf('Hoàn Toàn Khác', '079190001234'), null, ['receiver-differs']],
    ['the name, another paper', person, receiverOf('Nguyễn Thị Đặng Ánh', 'C1234567'), null, ['receiver-differs']],
    ['neither', person, receiverOf('Lê Văn Tư', '079088005678'), /không phải chủ hồ sơ/, []],
    ['somebody else as a proxy', person, receiverOf('Lê Văn Tư', '079088005678', { as: 'proxy', ...paper }), null, []],
    ['a company in its own name', firm, receiverOf('Công ty TNHH Minh Phát', '0312345678'), /tổ chức/, []],
    ['a person of the company without a paper', firm, receiverOf('Lê Văn Tư', '079088005678'), /tổ chức/, []],
    ['a person of the company with one', firm, receiverOf('Lê Văn Tư', '079088005678', paper), null, []],
    ['who runs the shop', shop, receiverOf('Nguyễn Thị Ánh', '079190001234'), null, []],
  ])('%s', (_name, state, act, refused, asks) => {
    const decided = decideAct(act, state, clerk);
    if (refused === null) expect(decided).toMatchObject({ type: 'returned' });
    else expect(decided).toMatchObject({ data: { reason: expect.stringMatching(refused) } });
    if (refused === null) expect(confirmationsFor(act, state, clerk)).toEqual(asks);
  });

  test('with fees unpaid a reason is asked for; an amount nobody set is not owed', () => {
    const act = receiverOf('Nguyễn Thị Đặng Ánh', '079190001234');
    expect(confirmationsFor(act, person, { ...clerk, owed: 20_000 })).toEqual(['fees-unpaid']);
    expect(confirmationsFor(act, person, { ...clerk, owed: 0 })).toEqual([]);
    // Pages that nobody counted are not «an amount nobody set»: they are counted first (NĐ 118/2025 Điều 24).
    expect(confirmationsFor(act, person, { ...clerk, owed: 0, uncounted: true })).toEqual(['fees-unpaid']);
  });

  test('the applicant is written as on the receipt, however the name was typed', () => {
    const decided = decideAct(receiverOf('nguyen thi dang anh', '079190001234'), person, clerk);
    expect(decided).toMatchObject({ receiver: 'NGUYỄN THỊ ĐẶNG ÁNH', detail: { fullName: 'NGUYỄN THỊ ĐẶNG ÁNH' } });
    const proxy = decideAct(receiverOf('le van tu', '079088005678', { as: 'proxy', ...paper }), person, clerk);
    expect(proxy).toMatchObject({ receiver: 'le van tu' });
  });
});

/** Điều 21 k1: what is withdrawn before it is passed on is closed at the counter, and the papers go home with a slip. */
describe('what is closed without a result', () => {
  const stop: Act = { type: 'stop', reason: 'theo đề nghị' };
  test.each<[string, CaseState, ActContext, string]>([
    ['by a clerk, before it was passed on', caseAfter(withdrawn), clerk, 'ok'],
    ['by a clerk, after', caseAfter(passedOn, withdrawn), clerk, 'officer-stops'],
    ['by who handles it', caseAfter(passedOn, withdrawn), officer, 'ok'],
  ])('stopped %s', (_name, state, context, key) => {
    expect(keyOf(stop, state, context)).toBe(key);
  });

  test('its papers go home once, with a slip of their own, and it stays stopped', () => {
    const state = caseAfter(passedOn, withdrawn, stopped);
    const act = receiverOf('Nguyễn Thị Đặng Ánh', '079190001234');
    const decided = decideAct(act, state, clerk);
    expect(decided).toMatchObject({ type: 'papers-returned' });
    if (isFault(decided)) throw new Error('refused');
    expect(paperOfAct('return', decided)).toBe('tra-ho-so');
    const after = caseAfter(passedOn, withdrawn, stopped, [decided, now]);
    expect([after.status, after.papersReturnedAt]).toEqual(['stopped', now]);
    expect(keyOf(act, after, clerk)).toBe('papers-back-already');
    expect(keyOf({ type: 'resume', reason: 'đổi ý' }, after, officer)).toBe('papers-gone');
  });

  /** Accepted Monday 16/11, due 19/11: withdrawn on 17/11 with two working days left. */
  test.each<[string, readonly Happened[], ActContext, string, string | null]>([
    ['the same day: as it was', [withdrawn], clerk, '2026-11-17T15:00:00+07:00', '2026-11-19T17:00:00+07:00'],
    [
      'on Friday: two working days more, 24/11 off',
      [withdrawn],
      clerk,
      '2026-11-20T09:00:00+07:00',
      '2026-11-25T17:00:00+07:00',
    ],
    ['a stop that was announced, by a clerk', [withdrawn, stopped], clerk, '2026-11-20T09:00:00+07:00', null],
    ['by who decides', [withdrawn, stopped], officer, '2026-11-20T09:00:00+07:00', '2026-11-25T17:00:00+07:00'],
  ])('gone on with %s', (_name, happened, who, when, dueAt) => {
    const decided = decideAct({ type: 'resume', reason: 'đổi ý' }, caseAfter(passedOn, ...happened), {
      ...who,
      now: when,
    });
    if (dueAt === null) return expect(isFault(decided)).toBe(true);
    if (isFault(decided)) throw new Error('refused');
    const after = caseAfter(passedOn, ...happened, [decided, when]);
    expect([after.status, after.dueAt, after.closed]).toEqual(['processing', dueAt, null]);
  });
});

/** Điều 23 k1: the corrected result goes to who has the wrong one, and nothing is archived before. */
test('a corrected result is handed out again', () => {
  const home: Happened = [{ type: 'returned', receiver: 'ÁNH' }, now];
  const wrong: Happened = [{ type: 'error-reported', what: 'sai tên' }, now];
  const act = receiverOf('Nguyễn Thị Đặng Ánh', '079190001234');
  const archive: Act = { type: 'archive', place: 'kệ 3' };
  const reported = caseAfter(passedOn, done, home, wrong);
  expect([keyOf(act, reported, clerk), keyOf(archive, reported, clerk)]).toEqual([
    'corrected-first',
    'corrected-to-hand-out',
  ]);
  const mended = decideAct({ type: 'correct-result', result: 'đúng' }, reported, officer);
  if (isFault(mended)) throw new Error('refused');
  const corrected = caseAfter(passedOn, done, home, wrong, [mended, now]);
  expect(keyOf(archive, corrected, clerk)).toBe('corrected-to-hand-out');
  const again = decideAct(act, corrected, clerk);
  expect(again).toMatchObject({ type: 'returned', again: true, receiver: 'NGUYỄN THỊ ĐẶNG ÁNH' });
  if (isFault(again)) throw new Error('refused');
  const out = caseAfter(passedOn, done, home, wrong, [mended, now], [again, '2026-11-20T09:00:00+07:00']);
  expect([keyOf(act, out, clerk), keyOf(archive, out, clerk), out.returnedAt]).toEqual([
    'nothing-to-hand-out',
    'ok',
    now,
  ]);
  // A journal from before says nothing of it: such a case is archived as it was.
  const old = caseAfter(passedOn, done, home, wrong, [{ type: 'result-corrected', result: 'đúng' }, now]);
  expect(keyOf(archive, old, clerk)).toBe('ok');
});
