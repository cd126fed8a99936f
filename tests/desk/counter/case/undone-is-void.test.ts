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
