import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Act, ActType } from '../../../../electron/contract/counter/case/act.ts';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import type { ActContext } from '../../../../electron/domain/counter/case/acts/act-row.ts';
import { availableActs, decideAct } from '../../../../electron/domain/counter/case/acts/acts.ts';
import { foldCase } from '../../../../electron/domain/counter/case/state.ts';
import type { BundlePlace, CaseAction, RecordedAction } from '../../../../electron/domain/entries/case.ts';
import type { Process } from '../../../../electron/domain/routing/process.ts';
import { caseActions } from '../../../../electron/store/counter/case/case.ts';
import { projectedTables } from '../../../../electron/store/projections.ts';
import { typedProcedures } from '../../../../electron/store/common/office/settings.ts';
import { standingLists } from '../../../../electron/store/common/office/standing-lists.ts';
import { catalogueHash } from '../../../../electron/store/catalogue/catalogue.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { rebuildProjections } from '../../../../electron/store/safety/verify/rebuild.ts';
import { calendar } from '../../../support/data/calendar.ts';
import {
  act,
  adoptProcedure,
  caseId,
  findingsOf,
  monday,
  openTestStore,
  received,
  stateHash,
} from '../../../support/desk/test-store.ts';

let store: Store;
let serial = 0;

beforeAll(() => {
  store = openTestStore();
  adoptProcedure(store);
});
afterAll(() => store.close());

const receiver = { fullName: 'NGUYỄN THỊ ÁNH', idNumber: '079190001234', as: 'applicant', receiptLost: false } as const;

const acts: Readonly<Record<ActType, Act>> = {
  transfer: { type: 'transfer' },
  'take-over': { type: 'take-over' },
  'hand-back': { type: 'hand-back', reason: 'không thuộc phần việc' },
  assign: { type: 'assign', to: 'officer' },
  pass: { type: 'pass' },
  rework: { type: 'rework', reason: 'chưa đủ' },
  'request-supplement': {
    type: 'request-supplement',
    items: ['Giấy chứng sinh'],
    reason: 'thiếu',
    override: 'lãnh đạo cho phép',
  },
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
  'request-obligation': { type: 'request-obligation', reason: 'lệ phí', amount: 50_000 },
  'meet-obligation': { type: 'meet-obligation' },
  withdraw: { type: 'withdraw', reason: 'người nộp xin rút' },
  stop: { type: 'stop', reason: 'theo đề nghị' },
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
  refuse: { type: 'refuse', reason: 'không đủ điều kiện', legalBasis: 'Điều 5' },
  extend: { type: 'extend', reason: 'chờ xác minh', newDueAt: '2026-12-30T17:00:00+07:00' },
  finish: { type: 'finish', result: 'Giấy khai sinh' },
  announce: { type: 'announce', how: 'phone' },
  return: { type: 'return', receiver },
  'set-own-fields': { type: 'set-own-fields', ownFields: { cause: 'già yếu' } },
  'undo-reception': { type: 'undo-reception', receiptBack: true },
  'take-back-certified': { type: 'take-back-certified', reason: 'gõ nhầm số trang' },
  'undo-return': { type: 'undo-return' },
  'report-error': { type: 'report-error', what: 'sai chữ đệm' },
  'correct-result': { type: 'correct-result', result: 'đúng chữ đệm' },
  'send-leg': { type: 'send-leg' },
  'leg-received': { type: 'leg-received', at: '2026-11-23T09:00:00+07:00', by: 'Lê Văn Tư' },
  'leg-finished': { type: 'leg-finished', result: 'Xong', returnedAt: '2026-11-23T09:00:00+07:00' },
  'leg-returned-incomplete': { type: 'leg-returned-incomplete', reason: 'thiếu bản chính' },
  archive: { type: 'archive', place: 'kệ 3' },
};

const process: Process = {
  id: '0123456789abcdef',
  steps: [
    { name: 'Tiếp nhận', role: 'clerk', time: null },
    { name: 'Thụ lý', role: 'officer', time: { value: 2, unit: 'working-day' } },
    { name: 'Duyệt', role: 'supervisor', time: { value: 4, unit: 'working-hour' } },
    { name: 'Trả kết quả', role: 'clerk', time: null },
  ],
};

const now = '2026-11-23T09:00:00+07:00';
const context: ActContext = { now, calendar, username: 'supervisor', role: 'supervisor', process, asksBeside: true };
const places: readonly BundlePlace[] = [
  { kind: 'person', username: 'officer' },
  { kind: 'division', name: 'Tư pháp' },
  { kind: 'citizen' },
];

/** A receipt corrected: a new serial; sometimes for somebody else, who may be somebody's neighbour or nobody yet. */
function corrected(choice: number, actions: readonly RecordedAction[]): CaseAction {
  const state = foldCase(actions);
  const given = actions.some(({ action }) => action.type === 'official-code-attached');
  const printed = String(serial + 1).padStart(4, '0');
  const own = state.number.official === null || given ? state.number.official : `H29.999-261123-${printed}`;
  const { type: _type, ...facts } = received(choice % 2 === 0 ? 90 + (choice % 5) : choice % 4, {
    number: { local: `Q1-261123-${printed}`, official: own },
  });
  return {
    ...facts,
    type: 'corrected',
    serial: serial + 1,
    requestId: caseId(1000 + serial),
    reason: 'ghi nhầm',
    voided: state.number.local,
    voidedDay: state.received.day,
    voidedSerial: state.received.serial,
  };
}

function paper(index: number, made: number): CaseAction {
  const [sha256, formSha256] = ['a'.repeat(64), 'b'.repeat(64)];
  return {
    type: 'document-made',
    form: 'mau-01',
    documentId: `${caseId(index)}.${made}`,
    sha256,
    formSha256,
    pages: 1,
  };
}

/** Lets one legal thing happen to a case: the law's next moves, a paper, or the city's number. */
function step(index: number, choice: number): void {
  const actions: RecordedAction[] = caseActions(store.db, caseId(index));
  const state = foldCase(actions);
  const moves = availableActs(state, context)
    .filter(({ refusal }) => refusal === null)
    .map(({ act: move }) => (move === 'correct' ? corrected(choice, actions) : decideAct(acts[move], state, context)))
    .filter((decided): decided is CaseAction => !isFault(decided));
  const extra: CaseAction[] = [paper(index, state.documents.length + 1)];
  if (state.number.official === null)
    extra.push({ type: 'official-code-attached', official: `H29.999-261124-${String(index).padStart(4, '0')}` });
  extra.push(...places.map((to) => ({ type: 'bundle-moved', to }) as const));
  extra.push({ type: 'bundle-missed' }, { type: 'bundle-lost', reason: 'mất', unit: 'Một cửa' });
  extra.push({ type: 'bundle-settled', note: 'đã xin lỗi' });
  const choices = [...moves, ...extra];
  const chosen = choices[choice % choices.length] as CaseAction;
  if (chosen.type === 'corrected') serial += 1;
  act(store, index, chosen);
}

function begin(index: number, person: number, ownNumber: boolean): void {
  serial += 1;
  const printed = String(serial).padStart(4, '0');
  const official = ownNumber ? `H29.999-261123-${printed}` : null;
  const applicant = {
    ...received(person).applicant,
    // Somebody who comes again may have a new name and leave their phone out.
    fullName: serial % 3 === 0 ? 'NGUYỄN THỊ ÁNH ĐỔI TÊN' : 'ĐẶNG VĂN ĐỨC',
    ...(serial % 2 === 0 ? { phone: `09${String(serial).padStart(8, '0')}` } : {}),
  };
  act(store, index, received(serial, { number: { local: `Q1-261123-${printed}`, official }, applicant }));
}

function rows(): Record<string, unknown[]> {
  return Object.fromEntries(projectedTables.map((table) => [table, store.db.prepare(`SELECT * FROM ${table}`).all()]));
}

describe('everything that is derived can be thrown away', () => {
  test('a rebuild from the journal gives the same rows, whatever legally happened', () => {
    let cases = 0;
    const course = fc.array(fc.nat(1000), { maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ person: fc.nat(4), ownNumber: fc.boolean(), course }), { minLength: 1, maxLength: 3 }),
        (files) => {
          for (const { person, ownNumber, course: choices } of files) {
            cases += 1;
            begin(cases, person, ownNumber);
            for (const choice of choices) step(cases, choice);
          }
          const [kept, hash] = [rows(), stateHash(store.db)];
          rebuildProjections(store.db);
          expect(rows()).toEqual(kept);
          expect(stateHash(store.db)).toBe(hash);
          expect(findingsOf(store.db)).toEqual([]);
        },
      ),
      { numRuns: 50, seed: 118_2025 },
    );
    expect(
      new Set(rows()['case_summary']?.map((row) => (row as { status: number }).status)).size,
    ).toBeGreaterThanOrEqual(7);
  });

  test('settings, terms and the print tray come back as well', () => {
    const author = { accountId: 1, username: 'clerk' };
    store.write(null, monday, ({ db }) =>
      db.exec(
        `INSERT INTO account (username, full_name, role, password) VALUES ('clerk', 'Lê Thị Tiếp Nhận', 'clerk', '-')`,
      ),
    );
    store.write(author, monday, (tx) => {
      tx.append(
        { kind: 'account', username: 'clerk' },
        { type: 'account-added', fullName: 'Lê Thị Tiếp Nhận', role: 'clerk' },
      );
      tx.append(
        { kind: 'office' },
        { type: 'catalogue-adopted', version: 'test-1', sha256: catalogueHash(tx.db, 'test-1') },
      );
      tx.append(
        { kind: 'office' },
        { type: 'term-set', code: '1.001193', term: { value: 3, unit: 'working-day' }, rule: null, reason: 'thử' },
      );
      const [mine, hers] = ['a'.repeat(64), 'b'.repeat(64)];
      const counts = { added: 1, changed: 0, ended: 0 };
      const taken = { type: 'catalogue-list-taken', from: '2026-12-01', title: 'Danh mục phường', counts } as const;
      for (const sha256 of [mine, hers, mine]) tx.append({ kind: 'office' }, { ...taken, sha256 });
      tx.append(
        { kind: 'office' },
        { type: 'catalogue-list-rolled-back', sha256: hers, from: '2026-12-01', reason: 'nhầm tệp' },
      );
      const typed = { name: 'Xác nhận nhà trọ', field: 'Nhà ở' };
      tx.append(
        { kind: 'office' },
        { type: 'procedure-adopted', code: '0.000001', version: 'x', sha256: hers, dated: '2026-12-01', typed },
      );
      const jobId = caseId(5000);
      const [kase, documentId] = [caseId(1), `${caseId(1)}.1`];
      const job = { caseId: kase, documentId, form: 'mau-01', number: 'Q1-261123-0001', printer: 'laser', copyOf: 0 };
      tx.append({ kind: 'print', jobId }, { type: 'print-queued', ...job });
      tx.append({ kind: 'print', jobId }, { type: 'print-moved', to: 'spooled', spoolId: 'laser-1' });
      tx.append({ kind: 'print', jobId }, { type: 'print-moved', to: 'failed', reason: 'no paper' });
    });
    const kept = rows();
    expect(kept['print_job']).toMatchObject([{ state: 'failed', spool_id: 'laser-1', reason: 'no paper' }]);
    expect(kept['term_override']).toHaveLength(1);
    expect(standingLists(store.db)).toEqual([{ sha256: 'a'.repeat(64), from: '2026-12-01' }]);
    expect(typedProcedures(store.db)).toEqual({
      '0.000001': { name: 'Xác nhận nhà trọ', field: 'Nhà ở', day: '2026-12-01' },
    });
    const { register, machine } = { register: store.journal.head(), machine: store.journal.head('machine') };
    expect(rebuildProjections(store.db)).toBe(register.deskSeq + machine.deskSeq);
    expect(rows()).toEqual(kept);
  });

  test('what somebody changed in a derived table is put right by the journal', () => {
    const kept = rows();
    // The list that the entry above names was never here.
    const before = findingsOf(store.db);
    store.db.exec(
      `UPDATE case_summary SET status = 9, due_at = 0; DELETE FROM number_use; UPDATE person SET full_name = 'ai đó'`,
    );
    expect(findingsOf(store.db).length).toBeGreaterThan(before.length);
    rebuildProjections(store.db);
    expect(rows()).toEqual(kept);
    expect(findingsOf(store.db)).toEqual(before);
  });

  test('a rebuild that fails leaves the old rows', () => {
    const kept = stateHash(store.db);
    store.db.exec(
      `CREATE TEMP TRIGGER trip BEFORE INSERT ON number_use WHEN NEW.serial = 3 BEGIN SELECT RAISE(ABORT, 'tripped'); END`,
    );
    expect(() => rebuildProjections(store.db)).toThrow('tripped');
    store.db.exec('DROP TRIGGER trip');
    expect(stateHash(store.db)).toBe(kept);
  });
});
