import { afterEach, beforeEach, expect, test } from 'vitest';
import { squareOn } from '../../../support/proof/square.ts';
import { type TestDesk, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

const receive = (more: object = {}) => at.get('case.receive', reception({ print: true, printer: 'laser', ...more }));
const undo = (caseId: string, more: object = {}) =>
  at.call('case.act', { caseId, act: { type: 'undo-reception', ...more } });
const day = { from: '2026-11-23', to: '2026-11-23' };
const figures = async () => (await at.call('report.make', { report: '07a', ...day })).value;
const noDoubts = () => expect(at.desk.verify().checks.flatMap(({ found }) => found)).toEqual([]);

test('a reception by mistake is taken back: number used and void, receipt void, nothing left to be done, the next number behind it', async () => {
  const first = await receive();
  const { documentId } = first.documents[0];
  const square = (await squareOn(at, documentId)) ?? '';
  expect((await at.get('receipt.check', { text: square })).verdict).toBe('genuine');
  at.clock.at += 30_000;
  expect(await undo(first.caseId, { receiptBack: true })).toMatchObject({ ok: true, value: { status: 'withdrawn' } });
  const view = await at.get('case.get', { caseId: first.caseId });
  expect(view.availableActions.filter(({ allowed }: { allowed: boolean }) => allowed)).toEqual([]);
  expect(view.documents.map(({ supersededBy }: { supersededBy: string }) => supersededBy)).toEqual([
    expect.stringContaining('đã hủy: hoàn tác tiếp nhận'),
  ]);
  expect((await at.call('print.again', { documentId, reason: 'mất giấy' })).fault.code).toBe('case-undone');
  expect((await at.get('receipt.check', { text: square })).verdict).toBe('void');
  const [line] = (await at.get('register.list', day)).rows;
  expect(line.notes.map(({ kind }: { kind: string }) => kind)).toContain('reception-undone');
  const second = await receive();
  expect(Number(second.number.local.slice(-4))).toBe(Number(first.number.local.slice(-4)) + 1);
  noDoubts();
});

test('no figure counts it, no fee is owed for it, and the same person is not asked whether they filed twice', async () => {
  const input = () => reception({ procedureCode: '1.004222', components: [{ index: 0, originals: 1, copies: 0 }] });
  const empty = await figures();
  const { caseId } = await at.get('case.receive', input());
  const before = await figures();
  expect((await undo(caseId, { receiptBack: true })).ok).toBe(true);
  const after = await figures();
  expect(JSON.stringify(before)).not.toBe(JSON.stringify(after));
  expect(after.total).toEqual(empty.total);
  expect((await at.call('case.receive', { ...input(), attended: true })).ok).toBe(true);
  noDoubts();
});

test('a receipt that came out of the printer is taken back first', async () => {
  const { caseId } = await receive();
  await at.get('print.list', { all: true });
  expect((await at.get('case.get', { caseId })).documents[0].prints).toBe(1);
  expect(await undo(caseId)).toMatchObject({
    fault: { data: { reason: expect.stringContaining('thu lại cả hai liên') } },
  });
  expect((await undo(caseId, { receiptBack: true })).ok).toBe(true);
});

test('after the minute, by somebody else, or once anything was done, it stands', async () => {
  const refused = { fault: { code: 'action-not-allowed', data: { reason: expect.stringContaining('60 giây') } } };
  const late = await receive();
  at.clock.at += 61_000;
  expect(await undo(late.caseId, { receiptBack: true })).toMatchObject(refused);
  const other = await receive();
  at.sit('supervisor');
  expect(await undo(other.caseId, { receiptBack: true })).toMatchObject(refused);
  at.sit('clerk');
  const gone = await receive();
  await at.get('case.act', { caseId: gone.caseId, act: { type: 'check-identity', found: 'account-seen' } });
  expect(await undo(gone.caseId, { receiptBack: true })).toMatchObject(refused);
  const twice = await receive();
  expect((await undo(twice.caseId, { receiptBack: true })).ok).toBe(true);
  expect((await undo(twice.caseId, { receiptBack: true })).ok).toBe(false);
});
