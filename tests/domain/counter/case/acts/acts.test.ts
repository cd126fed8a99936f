import { describe, expect, test } from 'vitest';
import type { Act, ActType } from '../../../../../electron/contract/counter/case/act.ts';
import { isFault } from '../../../../../electron/contract/base/fault.ts';
import { CaseStatus } from '../../../../../electron/contract/base/case-status.ts';
import type { ActContext, Colleague } from '../../../../../electron/domain/counter/case/acts/act-row.ts';
import {
  type TableAct,
  actRules,
  availableActs,
  correctionFault,
  decideAct,
} from '../../../../../electron/domain/counter/case/acts/acts.ts';
import type { CaseState } from '../../../../../electron/domain/counter/case/state.ts';
import type { Process } from '../../../../../electron/domain/routing/process.ts';
import { calendar } from '../../../../support/data/calendar.ts';
import { acceptedAt, caseAfter, dueAt, type Happened } from '../../../../support/data/case-sample.ts';

const now = '2026-11-17T10:00:00+07:00';
const officer: ActContext = { now, calendar, username: 'officer', role: 'officer' };

const acts: { readonly [T in ActType]: Extract<Act, { type: T }> } = {
  transfer: { type: 'transfer' },
  'take-over': { type: 'take-over' },
  'hand-back': { type: 'hand-back', reason: 'nhầm bộ phận' },
  assign: { type: 'assign', to: 'other' },
  pass: { type: 'pass' },
  rework: { type: 'rework', reason: 'thiếu căn cứ' },
  'request-supplement': { type: 'request-supplement', items: ['Giấy chứng sinh'], reason: 'thiếu giấy tờ' },
  'propose-supplement': {
    type: 'propose-supplement',
    items: ['Giấy chứng sinh'],
    reason: 'thiếu',
    override: 'mới thấy khi thẩm định',
  },
  'approve-supplement': { type: 'approve-supplement' },
  'decline-supplement': { type: 'decline-supplement', reason: 'đủ rồi' },
  'verification-needed': { type: 'verification-needed', termCase: 'xac-minh', reason: 'phải hỏi nơi cư trú cũ' },
  supplement: { type: 'supplement' },
  'close-unsupplemented': { type: 'close-unsupplemented' },
  'request-obligation': { type: 'request-obligation', reason: 'thuế trước bạ' },
  'meet-obligation': { type: 'meet-obligation' },
  withdraw: { type: 'withdraw', reason: 'không cần nữa' },
  stop: { type: 'stop', reason: 'người nộp xin rút' },
  resume: { type: 'resume', reason: 'người nộp đổi ý' },
  'ask-others': {
    type: 'ask-others',
    kind: 'opinion',
    asked: 'Công an phường',
    about: 'nơi cư trú',
    answerBy: '2026-11-26T17:00:00+07:00',
  },
  'record-answer': { type: 'record-answer', answer: 'có cư trú' },
  'check-identity': { type: 'check-identity', found: 'account-seen' },
  refuse: { type: 'refuse', reason: 'không đủ điều kiện', legalBasis: 'Điều 4' },
  extend: { type: 'extend', reason: 'phức tạp', newDueAt: '2026-11-20T15:00:00+07:00' },
  finish: { type: 'finish', result: 'Giấy khai sinh' },
  announce: { type: 'announce', how: 'phone' },
  return: {
    type: 'return',
    receiver: { fullName: 'ÁNH', idNumber: '079190001234', as: 'applicant', receiptLost: false },
  },
  'set-own-fields': { type: 'set-own-fields', ownFields: { cause: 'già yếu' } },
  'undo-reception': { type: 'undo-reception', receiptBack: true },
  'take-back-certified': { type: 'take-back-certified', reason: 'gõ nhầm số trang' },
  'undo-return': { type: 'undo-return' },
  'report-error': { type: 'report-error', what: 'sai chữ đệm' },
  'correct-result': { type: 'correct-result', result: 'đã sửa' },
  'send-leg': { type: 'send-leg' },
  'leg-received': { type: 'leg-received', at: now, by: 'Lê Văn Tư' },
  'leg-finished': { type: 'leg-finished', result: 'xong', returnedAt: now },
  'leg-returned-incomplete': { type: 'leg-returned-incomplete', reason: 'thiếu bản chính' },
  archive: { type: 'archive', place: 'kệ 3' },
};

function refusalOf(act: TableAct, state: CaseState, context: ActContext = officer): string | null {
  return availableActs(state, context).find((one) => one.act === act)?.refusal?.key ?? null;
}

/** The key under which an act is refused, when it is really done: what was asked ahead has to agree with it where the act adds nothing. */
function decided(act: Act, state: CaseState, context: ActContext = officer): unknown {
  const action = decideAct(act, state, context);
  return isFault(action) ? 'refused' : action;
}

describe('the table itself', () => {
  /** From which statuses, by their codes 1 to 10, with which paper, by whom, on which article of NĐ 118/2025. */
  test.each<[TableAct, string, string, string, string | undefined]>([
    ['transfer', '2', 'clerk', 'Điều 18', 'mau-06'],
    ['take-over', '4', 'clerk', 'Điều 19', undefined],
    ['hand-back', '4', 'officer', 'Điều 19', undefined],
    ['assign', '4 6', 'clerk', 'Điều 19', undefined],
    ['pass', '4', 'clerk', 'Điều 19', undefined],
    ['rework', '4', 'clerk', 'Điều 19', undefined],
    ['request-supplement', '4', 'officer', 'Điều 19 k5', 'mau-02'],
    ['supplement', '5', 'clerk', 'Điều 19 k5', 'mau-01'],
    ['close-unsupplemented', '5', 'clerk', 'Điều 19 k5', 'mau-05'],
    ['request-obligation', '4', 'officer', 'Điều 24', 'nghia-vu'],
    ['meet-obligation', '6', 'clerk', 'Điều 24', undefined],
    ['withdraw', '2 4 5 6', 'clerk', 'Điều 21', undefined],
    ['stop', '7', 'clerk', 'Điều 21', 'mau-05'],
    ['resume', '7 8', 'clerk', 'Điều 21 k1, k3', undefined],
    ['ask-others', '4', 'officer', 'Điều 19 k4', undefined],
    ['record-answer', '4 5 6', 'clerk', 'Điều 19 k4', undefined],
    ['check-identity', '2 4 5 6', 'clerk', 'Điều 17 k1a', undefined],
    ['refuse', '4 5', 'officer', 'Điều 19 k3', 'mau-03'],
    ['extend', '4 6', 'officer', 'Điều 12 k5, 19 k6', 'mau-04'],
    ['finish', '2 4', 'clerk', 'Điều 17 k4, k5, Điều 22', undefined],
    ['announce', '9', 'clerk', 'Điều 22 k5', undefined],
    ['return', '3 8 9 10', 'clerk', 'Điều 21 k1, 22, 23 k1', 'tra-ket-qua'],
    ['report-error', '9 10', 'clerk', 'Điều 23 k1', undefined],
    ['correct-result', '9 10', 'officer', 'Điều 23 k1', undefined],
    ['send-leg', '2 4', 'clerk', 'Điều 14, 18, 20', undefined],
    ['leg-received', '4', 'clerk', 'Điều 17 k3 (NĐ 309/2026)', undefined],
    ['leg-finished', '2 4', 'clerk', 'Điều 20, 22', undefined],
    ['leg-returned-incomplete', '4', 'clerk', 'Điều 19 k5, 20', undefined],
    ['archive', '3 8 10', 'clerk', 'Điều 22 k6', undefined],
    ['correct', '2 4', 'clerk', 'Điều 17 k1c, k3', 'mau-01'],
  ])('%s', (act, from, role, article, form) => {
    const rule = actRules[act];
    const codes = CaseStatus.options.flatMap((status, index) => (rule.from.includes(status) ? [index + 1] : []));
    expect([codes.join(' '), rule.role, rule.rule, rule.form]).toEqual([from, role, `NĐ 118/2025 ${article}`, form]);
  });

  test('in a status that is not in its row an act is refused, in words that name the ones that are', () => {
    for (const act of Object.keys(actRules) as TableAct[]) {
      const rule = actRules[act];
      for (const status of CaseStatus.options.filter((one) => !rule.from.includes(one))) {
        const state = { ...caseAfter(), status };
        const refusal = availableActs(state, officer).find((one) => one.act === act)?.refusal;
        expect([act, status, refusal?.key]).toEqual([act, status, rule.refusedIn?.[status]?.key ?? 'wrong-status']);
        if (act !== 'correct') expect(decided(acts[act], state)).toBe('refused');
      }
    }
  });

  test('the sentence of a wrong status', () => {
    expect(decideAct(acts.assign, caseAfter(), officer)).toMatchObject({
      fault: 'action-not-allowed',
      data: {
        reason: 'Chỉ làm khi hồ sơ «Đang xử lý» hoặc «Chờ nghĩa vụ tài chính»; hồ sơ này «Đã tiếp nhận».',
        reasonEn: 'This is done only when the case is “In process” or “Awaiting payment”; this one is “Accepted”.',
      },
    });
  });

  test('a key names one sentence, and every sentence has both languages', () => {
    const said = new Map<string, string>();
    for (const { refusedIn } of Object.values(actRules))
      for (const refusal of Object.values(refusedIn ?? {})) {
        expect(refusal.vi === '' || refusal.en === '').toBe(false);
        expect(said.get(refusal.key) ?? refusal.vi).toBe(refusal.vi);
        said.set(refusal.key, refusal.vi);
      }
    expect([...said.keys()].toSorted()).toEqual(['papers-awaited', 'result-issued', 'result-stands']);
  });
});

const passedOn: Happened = [{ type: 'transferred', to: 'Tư pháp' }, acceptedAt];
const held: Happened = [{ type: 'taken-over', by: 'officer' }];
const asked: Happened = [{ type: 'supplement-requested', reason: 'thiếu' }, '2026-11-17T09:00:00+07:00'];
const done: Happened = [{ type: 'finished', result: 'x' }, '2026-11-18T09:00:00+07:00'];

/** Điều 21: until a decision or a result is issued. */
describe('withdrawing', () => {
  test.each([
    ['accepted', caseAfter(), null],
    ['in process', caseAfter(passedOn), null],
    ['awaiting papers', caseAfter(passedOn, asked), null],
    ['with a result', caseAfter(passedOn, done), 'result-issued'],
    ['returned', caseAfter(passedOn, done, [{ type: 'returned', receiver: 'ÁNH' }]), 'result-issued'],
    ['withdrawn already', caseAfter([{ type: 'withdrawn', reason: 'x' }]), 'wrong-status'],
  ])('%s', (_name, state, key) => {
    expect(refusalOf('withdraw', state)).toBe(key);
  });
});

/** NĐ 217/2026 Điều 54 k2: papers that do not come in two working days end in the reasons of a refusal, not in closing. */
describe('when the time for papers is over', () => {
  const permit = {
    times: 1,
    days: 2,
    unit: 'working-day',
    afterwards: 'refuse',
    article: 'NĐ 217/2026 Điều 54 k2',
  } as const;
  const state = caseAfter(passedOn, asked);
  test.each([
    ['refuse', '2026-11-19T23:00:00+07:00', permit, 'awaits-papers'],
    ['refuse', '2026-11-20T08:00:00+07:00', permit, null],
    ['refuse', '2026-12-20T08:00:00+07:00', null, 'awaits-papers'],
    ['close-unsupplemented', '2026-11-19T23:00:00+07:00', permit, 'not-yet-closable'],
    ['close-unsupplemented', '2026-11-20T08:00:00+07:00', permit, 'refused-instead'],
    ['close-unsupplemented', '2026-12-20T08:00:00+07:00', null, null],
  ] as const)('%s at %s by %j', (act, when, supplement, key) => {
    expect(refusalOf(act, state, { ...officer, now: when, supplement })).toBe(key);
  });
});

/** Điều 19 k5: three working days for the request, once; fifteen days for the citizen; then counted anew. */
describe('papers that are missing', () => {
  const twice = caseAfter(passedOn, asked, [{ type: 'supplemented', dueAt, steps: [] }]);
  test.each([
    ['on the third working day', caseAfter(passedOn), '2026-11-19T23:59:59+07:00', 'officer', null],
    ['on the fourth', caseAfter(passedOn), '2026-11-20T00:00:00+07:00', 'officer', 'supplement-late'],
    ['on the fourth by a supervisor', caseAfter(passedOn), '2026-11-20T08:00:00+07:00', 'supervisor', null],
    ['a second time', twice, now, 'officer', 'second-supplement'],
  ] as const)('asked for %s', (_name, state, when, role, key) => {
    expect(refusalOf('request-supplement', state, { ...officer, now: when, role })).toBe(key);
  });

  test('a supervisor who does not say why is refused as anybody is', () => {
    const supervisor: ActContext = { ...officer, role: 'supervisor' };
    expect(decided(acts['request-supplement'], twice, supervisor)).toBe('refused');
    const why = { ...acts['request-supplement'], override: 'giấy bị rách' };
    expect(decided(why, twice, supervisor)).toMatchObject({ type: 'supplement-requested', override: 'giấy bị rách' });
  });

  test.each([
    ['2026-12-02T23:59:59+07:00', 'not-yet-closable'],
    ['2026-12-03T00:00:00+07:00', null],
  ])('the fifteen days from 17/11 end with 02/12: %s', (when, key) => {
    expect(refusalOf('close-unsupplemented', caseAfter(passedOn, asked), { ...officer, now: when })).toBe(key);
  });

  test('with the papers the term begins again', () => {
    expect(decideAct(acts.supplement, caseAfter(passedOn, asked), officer)).toMatchObject({
      type: 'supplemented',
      dueAt: '2026-11-20T17:00:00+07:00',
    });
  });
});

/** Điều 22 k5: what goes out before its day is announced first; what is ready in the same sitting is handed over at once (Điều 17 k4). */
describe('handing a result out', () => {
  const announced: Happened = [{ type: 'announced', how: 'phone' }];
  // Due on 19/11; ready on 18/11 where nothing else is said.
  test.each<[string, readonly Happened[], string, string | null]>([
    ['a day early', [done], '2026-11-18T10:00:00+07:00', 'announce-first'],
    ['a day early and announced', [done, announced], '2026-11-18T10:00:00+07:00', null],
    ['ready early, fetched on its day', [done], '2026-11-19T00:00:00+07:00', null],
    ['ready early, fetched after it', [done], '2026-11-23T09:00:00+07:00', null],
    [
      'in the same sitting',
      [[{ type: 'finished', result: 'x' }, '2026-11-16T16:00:00+07:00']],
      '2026-11-16T16:10:00+07:00',
      null,
    ],
    [
      'a refusal, however early',
      [[{ type: 'refused', reason: 'x' }, '2026-11-17T09:00:00+07:00']],
      '2026-11-17T10:00:00+07:00',
      null,
    ],
  ])('%s', (_name, happened, when, key) => {
    expect(refusalOf('return', caseAfter(passedOn, ...happened), { ...officer, now: when })).toBe(key);
  });

  test('told once', () => {
    expect(refusalOf('announce', caseAfter(passedOn, done, announced))).toBe('already-announced');
  });
});

/** Điều 23 k1: reported, then corrected; one at a time. */
test('a wrong result', () => {
  const reported: Happened = [{ type: 'error-reported', what: 'sai tên' }];
  const corrected: Happened = [{ type: 'result-corrected', result: 'đúng' }];
  const states = [caseAfter(passedOn, done), caseAfter(passedOn, done, reported)];
  states.push(caseAfter(passedOn, done, reported, corrected));
  expect(states.map((state) => [refusalOf('report-error', state), refusalOf('correct-result', state)])).toEqual([
    [null, 'no-error'],
    ['error-open', null],
    [null, 'no-error'],
  ]);
});

test('the receipt is corrected until papers are awaited or a result stands (Điều 17 k3)', () => {
  expect(correctionFault(caseAfter())).toBeNull();
  expect(correctionFault(caseAfter(passedOn))).toBeNull();
  for (const [state, reason] of [
    [caseAfter(passedOn, asked), /bổ sung trước/],
    [caseAfter(passedOn, done), /Đã có kết quả/],
  ] as const)
    expect(correctionFault(state)).toMatchObject({
      data: { action: 'correct', reason: expect.stringMatching(reason) },
    });
});

test('the shelf takes no case twice, and none whose papers are looked for (Điều 22 k6, 23)', () => {
  const over = [passedOn, done, [{ type: 'returned', receiver: 'ÁNH' }]] as const satisfies readonly Happened[];
  expect(refusalOf('archive', caseAfter(...over))).toBeNull();
  expect(refusalOf('archive', caseAfter(...over, [{ type: 'bundle-missed' }]))).toBe('bundle-missing');
  expect(refusalOf('archive', caseAfter(...over, [{ type: 'archived', place: 'kệ 3' }]))).toBe('already-archived');
});

const people: Readonly<Record<string, Colleague>> = {
  clerk: { username: 'clerk', role: 'clerk', disabled: false },
  other: { username: 'other', role: 'officer', disabled: false },
  gone: { username: 'gone', role: 'officer', disabled: true },
  chief: { username: 'chief', role: 'supervisor', disabled: false },
};
const process: Process = {
  id: '0123456789abcdef',
  steps: [
    { name: 'Tiếp nhận', role: 'clerk', time: null },
    { name: 'Thụ lý', role: 'officer', time: { value: 1, unit: 'working-day' } },
    { name: 'Duyệt', role: 'supervisor', time: null },
    { name: 'Trả kết quả', role: 'clerk', time: null },
  ],
};
const inProcess: ActContext = { ...officer, process, colleague: (username) => people[username] };

/** Điều 19 k1: who is given a file has the role of its step, and only who has it, or a supervisor, gives it on. */
describe('from hand to hand', () => {
  const begun: Happened = [{ type: 'transferred', to: '', process: process.id }];
  const free = caseAfter(begun);
  const mine = caseAfter(begun, held);
  const theirs = caseAfter(begun, [{ type: 'taken-over', by: 'other' }]);
  const approved = caseAfter(begun, held, [{ type: 'passed', step: 2, to: 'officer' }, now, 'officer']);
  const chief: ActContext = { ...inProcess, username: 'chief', role: 'supervisor' };

  test.each<[string, TableAct, CaseState, ActContext, string | null]>([
    ['taken by who may', 'take-over', free, inProcess, null],
    ['taken by a clerk', 'take-over', free, { ...inProcess, role: 'clerk' }, 'wrong-role'],
    ['taken twice', 'take-over', mine, inProcess, 'held-by-you'],
    ['taken from another', 'take-over', theirs, inProcess, null],
    ['handed back by another', 'hand-back', theirs, inProcess, 'held-by-another'],
    ['handed back by a supervisor', 'hand-back', theirs, chief, null],
    ['assigned while free', 'assign', free, inProcess, 'supervisor-assigns'],
    ['assigned while free by a supervisor', 'assign', free, chief, null],
    ['assigned by another', 'assign', theirs, inProcess, 'held-by-another'],
    ['passed by who has it', 'pass', mine, inProcess, null],
    ['passed while free', 'pass', free, inProcess, 'take-first'],
    ['passed by another', 'pass', theirs, chief, 'held-by-another'],
    ['passed at the last step of handling', 'pass', approved, inProcess, 'finish-next'],
    ['passed without a process', 'pass', mine, officer, 'no-process'],
    ['reworked at the first step', 'rework', mine, inProcess, 'first-step'],
    ['reworked by who has it', 'rework', approved, inProcess, null],
    ['reworked by a supervisor', 'rework', approved, chief, null],
    ['reworked by another', 'rework', approved, { ...inProcess, username: 'clerk' }, 'held-by-another'],
  ])('%s', (_name, act, state, context, key) => {
    expect(refusalOf(act, state, context)).toBe(key);
  });

  test.each<[string, Act, CaseState, RegExp]>([
    ['to whom has it', { type: 'assign', to: 'officer' }, mine, /đang giữ/],
    ['to a closed account', { type: 'assign', to: 'gone' }, mine, /đã khóa/],
    ['to a clerk', { type: 'assign', to: 'clerk' }, mine, /vai trò khác/],
    ['on to an officer where a supervisor decides', { type: 'pass', to: 'other' }, mine, /vai trò khác/],
    ['first to a clerk', { type: 'transfer', to: 'clerk' }, caseAfter(), /vai trò khác/],
  ])('not %s', (_name, act, state, reason) => {
    expect(decideAct(act, state, inProcess)).toMatchObject({ data: { reason: expect.stringMatching(reason) } });
  });

  test('what is recorded carries the clock of the step', () => {
    const stepDue = '2026-11-18T17:00:00+07:00';
    expect(decided(acts.transfer, caseAfter(), inProcess)).toEqual({
      type: 'transferred',
      to: '',
      process: process.id,
      stepDue,
    });
    expect(decided({ type: 'pass', to: 'chief', note: '' }, mine, inProcess)).toEqual({
      type: 'passed',
      step: 2,
      to: 'chief',
    });
    expect(decided(acts.rework, approved, inProcess)).toMatchObject({ type: 'reworked', step: 1, stepDue });
  });

  /** Điều 19 k1: the result goes up for approval, where the office set that step itself; a supervisor approves by recording it. */
  test('no result before its approval', () => {
    const byOffice = { ...inProcess, process: { ...process, byOffice: true } };
    expect(refusalOf('finish', mine, byOffice)).toBe('approval-first');
    expect(refusalOf('finish', mine, { ...byOffice, role: 'supervisor' })).toBeNull();
    expect(refusalOf('finish', mine, inProcess)).toBeNull();
    expect(decided(acts.finish, mine, inProcess)).toEqual({ type: 'finished', result: 'Giấy khai sinh', step: 3 });
  });
});
