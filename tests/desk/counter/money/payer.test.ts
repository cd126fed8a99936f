import { afterEach, beforeEach, expect, test } from 'vitest';
import { collecting, extract, float, openMoneyDesk } from '../../../support/counter/money-desk.ts';
import { type TestDesk, reception } from '../../../support/desk/test-desk.ts';
import { paperWords } from '../../../support/papers/paper-words.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openMoneyDesk();
});
afterEach(() => at.end());

const another = { ...reception().applicant, fullName: 'NGUYỄN THỊ ĐẶNG OANH' };

function receive(change: Record<string, unknown>): Promise<{ caseId: string }> {
  return at.get('case.receive', reception({ components: [{ index: 0, originals: 1, copies: 0 }], ...change }));
}

function corrected(caseId: string, change: Record<string, unknown>) {
  return { caseId, requestId: crypto.randomUUID(), reason: 'Ghi nhầm khi nhập', change };
}

test('receipts written after a corrected name carry it; those before, and those of somebody else, stay as they are', async () => {
  const { caseId } = await receive({ ...extract, quantity: 2 });
  const other = await receive({ ...extract, quantity: 2 });
  await at.get('till.open', { float });
  const { receipt: before, documents } = await at.get('money.collect', collecting(caseId));
  const { receipt: stranger } = await at.get(
    'money.collect',
    collecting(other.caseId, { payer: { name: 'LÊ THỊ NỘP HỘ', taxCode: '0312345673' } }),
  );
  const [paper] = documents;
  const printed = await paperWords(at, paper.documentId);
  expect(printed).toContain('NGUYỄN THỊ ĐẶNG ÁNH');
  const done = await at.get('case.correct', corrected(caseId, { applicant: another }));
  await at.get('case.correct', corrected(other.caseId, { applicant: another }));
  expect(await paperWords(at, paper.documentId)).toBe(printed);
  expect((await at.get('money.receipt', { receiptId: before.receiptId })).payer).toBe('NGUYỄN THỊ ĐẶNG ÁNH');
  const replace = async (receiptId: string) => {
    at.sit('supervisor');
    const amounts = [{ line: 0, amount: 8000 }];
    const request = { receiptId, errors: ['amount'], reason: 'thu thừa', amounts, requestId: crypto.randomUUID() };
    const { replacement } = await at.get('money.correct', request);
    at.sit('clerk');
    return replacement;
  };
  expect(await replace(before.receiptId)).toMatchObject({
    payer: 'NGUYỄN THỊ ĐẶNG OANH',
    caseNumber: done.number.official ?? done.number.local,
  });
  expect(await replace(stranger.receiptId)).toMatchObject({ payer: 'LÊ THỊ NỘP HỘ' });
  // Money that is taken only now names the applicant as the case knows them now.
  const third = await receive({ ...extract, quantity: 2 });
  await at.get('case.correct', corrected(third.caseId, { applicant: another }));
  const fresh = await at.get('money.collect', collecting(third.caseId));
  expect(fresh.receipt.payer).toBe('NGUYỄN THỊ ĐẶNG OANH');
  expect(at.desk.verify().ok).toBe(true);
});
