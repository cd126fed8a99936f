import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newFolder } from '../../../../support/desk/folder.ts';
import { type TestDesk, clockAt, openPracticeDesk, reception } from '../../../../support/desk/test-desk.ts';
import { limit, marriage } from '../../../../support/data/term-sample.ts';

/** Copies: the same day, or what was agreed in writing with its day and hour (NĐ 23/2015 Điều 7, 21). */
const copies = [
  limit({ key: 'usual', value: 1, unit: 'same-day', rule: 'after-15h' }),
  limit({
    key: 'many',
    words: 'nhiều trang hoặc số lượng lớn',
    value: 2,
    unit: 'working-day',
    chosen: 'either',
    needs: 'reason',
    rule: 'from-next-day-after-15h',
  }),
  limit({ key: 'agreed', words: 'thỏa thuận bằng văn bản', value: 2, unit: 'working-day', needs: 'written-agreement' }),
];

/** The lists that ship, with the limits of two procedures written for these tests. */
let resources: string;
beforeAll(() => {
  resources = newFolder();
  const shipped = path.resolve(import.meta.dirname, '../../../../../resources');
  for (const name of ['fonts', 'forms']) symlinkSync(path.join(shipped, name), path.join(resources, name), 'junction');
  cpSync(path.join(shipped, 'data'), path.join(resources, 'data'), { recursive: true });
  const file = path.join(resources, 'data/procedures.json');
  const list = JSON.parse(readFileSync(file, 'utf8'));
  for (const procedure of list.data.procedures) {
    if (procedure.code === '1.000894') procedure.terms = marriage;
    if (procedure.code === '2.000815') procedure.terms = copies;
    if (procedure.code === '1.001193') procedure.terms = copies.slice(0, 1);
  }
  writeFileSync(file, JSON.stringify(list));
});

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk({ resources });
});
afterEach(() => at.end());

const wedding = (change: object = {}) => reception({ procedureCode: '1.000894', ...change });
const papers = (change: object = {}) => reception({ procedureCode: '2.000815', ...change });

describe('a limit chosen at reception', () => {
  test('absent it is the usual one, of the law in force on the day of acceptance', async () => {
    expect((await at.get('case.receive', wedding())).dueAt).toBe('2026-11-23T17:00:00+07:00');
    const explain = (acceptedAt: string, termCase?: string) =>
      at.get('deadline.explain', { procedureCode: '1.000894', acceptedAt, ...(termCase ? { termCase } : {}) });
    expect((await explain('2027-02-26T09:00:00+07:00')).dueDate).toBe('2027-02-26');
    expect((await explain('2027-03-01T09:00:00+07:00')).dueDate).toBe('2027-03-03');
    expect((await explain('2026-11-23T09:00:00+07:00', 'xac-minh')).dueDate).toBe('2026-12-01');
    const detail = await at.get('procedure.get', { code: '1.000894' });
    expect(detail.terms).toMatchObject([
      { key: 'usual', until: '2027-02-28' },
      { key: 'usual', from: '2027-03-01' },
      { key: 'xac-minh', words: 'phải xác minh', value: 5, unit: 'working-day', grade: 'A' },
    ]);
  });

  test.each([
    ['2027-02-28T18:00:00Z', '2027-03-01T01:00:00+07:00'],
    ['2027-02-28T16:59:59Z', '2027-02-28T23:59:59+07:00'],
    ['2027-02-28T12:00:00-05:00', '2027-03-01T00:00:00+07:00'],
    ['2027-03-01T01:00:00+14:00', '2027-02-28T18:00:00+07:00'],
    ['2027-03-01T02:30:00+09:30', '2027-03-01T00:00:00+07:00'],
  ])('by the law of Vietnam’s day, whatever the offset: %s', async (said, civil) => {
    const explain = (acceptedAt: string) => at.get('deadline.explain', { procedureCode: '1.000894', acceptedAt });
    expect(await explain(said)).toEqual(await explain(civil));
  });

  test('needs its reason, which stands on the case and explains itself', async () => {
    expect(await at.call('case.receive', wedding({ termCase: 'xac-minh' }))).toMatchObject({
      fault: { code: 'term-reason-needed' },
    });
    expect(await at.call('case.receive', wedding({ termCase: 'nui' }))).toMatchObject({
      fault: { code: 'term-case-unknown', data: { known: expect.stringContaining('xac-minh') } },
    });
    const reason = 'hỏi nơi cư trú trước đây';
    const { caseId, dueAt, steps } = await at.get(
      'case.receive',
      wedding({ termCase: 'xac-minh', termReason: reason }),
    );
    expect(dueAt).toBe('2026-12-01T17:00:00+07:00');
    expect(steps.map(({ text }: { text: string }) => text).join(' ')).toContain('phải xác minh (Luật Hộ tịch 2014');
    at = await at.reopen();
    at.sit('clerk');
    const { state } = await at.get('case.get', { caseId });
    expect(state).toMatchObject({
      dueAt,
      steps,
      termCase: { key: 'xac-minh', words: 'phải xác minh', reason, agreed: false },
    });
    expect(at.desk.verify().ok).toBe(true);
  });

  test.each([
    ['2026-11-26T10:00:00+07:00', null],
    ['2026-11-26T12:00:00+07:00', 'term-agreement-time'],
    ['2026-11-23T08:59:00+07:00', 'term-agreement-time'],
    ['2026-11-28T10:00:00+07:00', 'term-agreement-time'],
  ])('a written agreement promises its own hour: %s', async (agreedDueAt, code) => {
    expect(await at.call('case.receive', papers({ termCase: 'agreed' }))).toMatchObject({
      fault: { code: 'term-agreement-needed' },
    });
    const answer = await at.call('case.receive', papers({ termCase: 'agreed', agreedDueAt, pages: 40 }));
    if (code !== null) return expect(answer).toMatchObject({ fault: { code } });
    expect(answer.value).toMatchObject({
      dueAt: agreedDueAt,
      steps: [{}, { rule: 'term-case' }, { rule: 'agreed-in-writing' }],
    });
    const { state } = await at.get('case.get', { caseId: answer.value.caseId });
    expect(state).toMatchObject({
      dueAt: agreedDueAt,
      steps: answer.value.steps,
      termCase: { key: 'agreed', agreed: true },
    });
  });
});

/** Luật Hộ tịch 2014 Điều 18 k2: within five working days where something has to be verified, counted from the same acceptance. */
describe('verification needed', () => {
  const act = { type: 'verification-needed', termCase: 'xac-minh', reason: 'hỏi nơi cư trú trước đây' };

  test('moves the promise without Mẫu 04, prints the receipt again under the same code, and the register follows', async () => {
    const { caseId, number } = await at.get('case.receive', wedding());
    clockAt(at, '2026-11-23T16:00:00', 'officer');
    const before = await at.get('case.get', { caseId });
    expect(before.state.verificationTerms).toMatchObject([{ key: 'xac-minh', text: '05 ngày làm việc' }]);
    const moved = await at.get('case.act', { caseId, act });
    expect(moved).toMatchObject({ dueAt: '2026-12-01T17:00:00+07:00', documents: [{ form: 'mau-01' }] });
    const { state } = await at.get('case.get', { caseId });
    expect(state).toMatchObject({ number, status: 'accepted', dueAt: moved.dueAt, termCase: { key: 'xac-minh' } });
    expect(state.steps.map(({ text }: { text: string }) => text).join(' ')).toContain(act.reason);
    const { rows } = await at.get('register.list', { from: '2026-11-01', to: '2026-11-30', limit: 5 });
    expect(rows).toMatchObject([{ dueAt: moved.dueAt, notes: [{ kind: 'verification-needed' }] }]);
    expect(await at.call('case.act', { caseId, act })).toMatchObject({
      fault: { code: 'action-not-allowed', data: { reason: expect.stringContaining('một lần') } },
    });
    expect(at.desk.verify().ok).toBe(true);
    const [mau01] = moved.documents;
    const { pages } = await at.get('paper.view', { documentId: mau01.documentId });
    const words = JSON.stringify(pages);
    for (const said of ['minh', 'thay lời', '23/11/2026']) expect(words).toContain(said);
  });

  test('is refused where the procedure has no such limit, and once the promise has passed', async () => {
    const birth = await at.get('case.receive', reception());
    const late = await at.get('case.receive', wedding());
    clockAt(at, '2026-11-25T08:00:00', 'officer');
    const refused = async (caseId: string) => (await at.call('case.act', { caseId, act })).fault.data.reason;
    expect(await refused(birth.caseId)).toContain('không có thời hạn riêng khi phải xác minh');
    expect(await refused(late.caseId)).toContain('Đã qua thời điểm hẹn trả');
  });

  test('a corrected receipt keeps it', async () => {
    const { caseId } = await at.get('case.receive', wedding());
    clockAt(at, '2026-11-23T16:00:00', 'officer');
    const { dueAt } = await at.get('case.act', { caseId, act });
    at.sit('clerk');
    const change = { applicant: { ...wedding()['applicant'], fullName: 'NGUYỄN THỊ ĐẶNG ANH' } };
    const corrected = await at.get('case.correct', {
      caseId,
      change,
      reason: 'Gõ sai tên',
      requestId: crypto.randomUUID(),
      print: false,
    });
    expect(corrected.dueAt).toBe(dueAt);
    expect((await at.get('case.get', { caseId })).state).toMatchObject({ dueAt, termCase: { key: 'xac-minh' } });
  });
});
