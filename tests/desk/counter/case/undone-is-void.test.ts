import { afterEach, beforeEach, expect, test } from 'vitest';
import { collecting, certified, receive } from '../../../support/counter/money-desk.ts';
import { type TestDesk, openPracticeDesk } from '../../../support/desk/test-desk.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

/** Received with a fee, and undone. */
async function undone(change: Record<string, unknown> = certified): Promise<{ caseId: string; number: string }> {
  const caseId = await receive(at, change);
  await at.get('case.act', { caseId, act: { type: 'undo-reception', receiptBack: true } });
  const { number } = (await at.get('case.get', { caseId })).state;
  return { caseId, number: number.official ?? number.local };
}

const refused = (number: string) => ({
  ok: false,
  fault: { code: 'case-undone', data: { number }, message: expect.stringContaining(number) },
});

test('no money is taken for a void number, and none is owed', async () => {
  const month = '2026-11';
  const owedBefore = await at.get('money.unpaid', { month, limit: 50 });
  const kept = await receive(at, certified);
  expect(await at.get('money.assess', { caseId: kept })).toMatchObject({ due: 10_000 });
  const { caseId, number } = await undone();
  expect(await at.call('money.assess', { caseId })).toMatchObject(refused(number));
  expect(await at.call('money.collect', collecting(caseId))).toMatchObject(refused(number));
  const wanted = { caseId, line: 0, amount: 5_000, source: 'bảng niêm yết' };
  expect(await at.call('money.setFee', wanted)).toMatchObject(refused(number));
  at.sit('supervisor');
  const waived = { caseId, line: 0, amount: 0, reason: 'miễn cho người nghèo', basis: 'Quyết định 1' };
  expect(await at.call('money.waive', waived)).toMatchObject(refused(number));
  expect(await at.get('money.receipts', { caseId })).toEqual({ receipts: [] });
  const owed = await at.get('money.unpaid', { month, limit: 50 });
  expect(owed.total.files).toBe(owedBefore.total.files + 1);
  expect(at.desk.verify().checks.flatMap(({ found }) => found)).toEqual([]);
});

test('no paper is made of a void number', async () => {
  const { caseId, number } = await undone();
  const jobs = (await at.get('print.list', { all: true })).jobs.length;
  expect(await at.call('paper.declaration', { caseId })).toMatchObject(refused(number));
  expect(await at.call('paper.render', { caseId, form: 'nhan-tui' })).toMatchObject(refused(number));
  expect(await at.call('bundle.label', { caseId })).toMatchObject(refused(number));
  expect((await at.get('print.list', { all: true })).jobs).toHaveLength(jobs);
  expect((await at.get('case.get', { caseId })).documents).toHaveLength(1);
});

test('the register shows a void line that is in no total, and the wall received nothing', async () => {
  const day = { from: '2026-11-23', to: '2026-11-23' };
  const register = async () => at.get('register.list', day);
  const before = await register();
  const wall = async () => {
    const { head: _head, now: _now, ...figures } = await at.get('work.wall');
    return figures;
  };
  const figures = await wall();
  const { number } = await undone();
  const { rows, totals, next } = await register();
  expect(rows.at(-1)).toMatchObject({ number, undone: true });
  expect(totals).toEqual({ ...before.totals, voided: 1 });
  expect(next).toBeNull();
  expect(await wall()).toEqual(figures);
  expect(await at.get('register.file', { ...day, format: 'pdf', watch: crypto.randomUUID() })).toMatchObject({
    rows: rows.length,
    volumes: 1,
    next: null,
  });
});

test('its status is called undone wherever it is named, and nobody is warned of it as of a duplicate', async () => {
  const { caseId, number } = await undone();
  const { state, documents } = await at.get('case.get', { caseId });
  expect(state).toMatchObject({ undone: true });
  expect(documents[0].supersededBy).not.toContain(number);
  const { hits } = await at.get('case.search', { text: number });
  expect(hits).toContainEqual(expect.objectContaining({ caseId, undone: true }));
  const { idNumber } = state.applicant;
  const earlier = await at.get('person.earlier', { idNumber, procedureCode: certified.procedureCode });
  expect(earlier.cases).toContainEqual(expect.objectContaining({ caseId, undone: true, possibleDuplicate: false }));
  const kept = await receive(at, certified);
  expect((await at.get('case.get', { caseId: kept })).state).not.toHaveProperty('undone');
  const later = await at.get('person.earlier', { idNumber, procedureCode: certified.procedureCode });
  expect(later.cases).toContainEqual(expect.objectContaining({ caseId: kept, possibleDuplicate: true }));
});
