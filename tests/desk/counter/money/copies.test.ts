import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { collecting, float, openMoneyDesk, setClock } from '../../../support/counter/money-desk.ts';
import { type TestDesk, reception } from '../../../support/desk/test-desk.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openMoneyDesk();
});
afterEach(() => at.end());

const certified = { procedureCode: '2.000815', components: [{ index: 0, originals: 1, copies: 0 }] };
const papers = [
  { paper: 'Căn cước', pages: 2, copies: 3 },
  { paper: 'Sổ hồng', pages: 4, copies: 1 },
  { paper: 'Hợp đồng', pages: 500, copies: 1 },
];

async function stateOf(caseId: string) {
  return (await at.get('case.get', { caseId })).state;
}

describe('certified copies are told paper by paper (TT 226/2016/TT-BTC Điều 4)', () => {
  test('a fee for each line with its own cap; the file is one set', async () => {
    const { caseId, fees, warnings } = await at.get('case.receive', reception({ ...certified, copies: papers }));
    expect(fees.map(({ amount, note }: { amount: number; note: string }) => [amount, note.split(' · ')[0]])).toEqual([
      [12_000, 'Căn cước: 2 trang × 3 bản'],
      [6000, 'Sổ hồng: 4 trang × 1 bản'],
      [200_000, 'Hợp đồng: 500 trang × 1 bản'],
    ]);
    expect(warnings).toEqual([]);
    expect(await stateOf(caseId)).toMatchObject({ quantity: 1, pages: null, copies: papers });
    const { due } = await at.get('money.assess', { caseId });
    expect(due).toBe(218_000);
    const again = await at.reopen();
    expect(again.desk.verify().ok).toBe(true);
    at = again;
    at.sit('clerk');
    expect(await stateOf(caseId)).toMatchObject({ quantity: 1, copies: papers });
  });

  test('pages and a quantity mean one line, and the register counts one set', async () => {
    const { caseId, fees } = await at.get('case.receive', reception({ ...certified, pages: 5, quantity: 3 }));
    expect(fees).toMatchObject([{ amount: 21_000, note: '5 trang × 3 bản · TT 226/2016/TT-BTC Điều 4' }]);
    expect(await stateOf(caseId)).toMatchObject({
      quantity: 1,
      pages: 5,
      copies: [{ paper: '', pages: 5, copies: 3 }],
    });
    const { rows } = await at.get('register.list', { from: '2026-11-23', to: '2026-11-23' });
    expect(rows).toMatchObject([{ quantity: 1 }]);
  });

  test('without pages it is received and says what is missing, never that no amount was found', async () => {
    const { fees, warnings } = await at.get('case.receive', reception(certified));
    expect(fees).toMatchObject([{ amount: null, gap: 'pages-needed' }]);
    expect(warnings).toMatchObject([
      { code: 'pages-needed', text: expect.stringContaining('Chưa ghi số trang') as string },
    ]);
  });

  test('what it would cost is asked the same way', async () => {
    const asked = { code: '2.000815', copies: papers };
    expect(await at.get('procedure.fees', asked)).toMatchObject({
      countsCopies: true,
      needsPages: true,
      fees: { length: 3 },
    });
    expect(await at.get('procedure.fees', { code: '1.001193' })).toMatchObject({
      countsCopies: false,
      needsPages: false,
    });
  });

  test('a correction counts the papers anew, and keeps them where it says nothing of them', async () => {
    const { caseId } = await at.get('case.receive', reception({ ...certified, copies: papers }));
    const correct = (change: Record<string, unknown>) =>
      at.get('case.correct', { caseId, requestId: crypto.randomUUID(), reason: 'đếm nhầm trang', change });
    const { applicant } = await stateOf(caseId);
    expect((await correct({ applicant: { ...applicant, phone: '0900000009' } })).fees).toHaveLength(3);
    expect((await correct({ copies: [{ paper: 'Căn cước', pages: 1, copies: 2 }] })).fees).toMatchObject([
      { amount: 4000 },
    ]);
    expect((await correct({ pages: 3 })).fees).toMatchObject([{ amount: 10_000 }]);
    expect(await stateOf(caseId)).toMatchObject({ quantity: 1, copies: [{ pages: 3, copies: 2 }] });
  });
});

describe('what a month obliges the office to', () => {
  test('certification fees are summed for the day of remittance, and nothing else with them (TT 226/2016/TT-BTC Điều 6)', async () => {
    await at.get('till.open', { float });
    const { caseId } = await at.get('case.receive', reception({ ...certified, copies: papers }));
    const { receipt } = await at.get('money.collect', collecting(caseId, { lines: [0, 1, 2] }));
    expect(receipt.lines[0]).toMatchObject({ counted: 'Căn cước: 2 trang × 3 bản', amount: 12_000 });
    const other = await at.get(
      'case.receive',
      reception({ procedureCode: '2.000635', components: [{ index: 0, originals: 1, copies: 0 }] }),
    );
    await at.get('money.collect', collecting(other.caseId));
    expect(await at.get('money.month', { month: '2026-11' })).toMatchObject({
      certification: { collected: 218_000, refunded: 0, amount: 218_000, remitBy: '2026-12-05' },
      unsigned: { count: 0, oldest: null },
    });
    expect((await at.get('money.month', { month: '2026-12' })).certification.amount).toBe(0);
    expect((await at.call('money.month', { month: '2026-13' })).fault.code).toBe('input-invalid');
  });

  test('money taken in 2027 without a signed e-receipt is owed one, and the office sees it (NĐ 254/2026 Điều 24 k1)', async () => {
    setClock(at, '2027-01-04T09:00:00+07:00');
    await at.get('till.open', { float });
    const { caseId } = await at.get(
      'case.receive',
      reception({ procedureCode: '2.000884', components: [{ index: 0, originals: 1, copies: 0 }] }),
    );
    await at.get('money.collect', collecting(caseId));
    expect((await at.get('money.month', { month: '2027-01' })).unsigned).toMatchObject({ count: 1, amount: 10_000 });
  });
});
