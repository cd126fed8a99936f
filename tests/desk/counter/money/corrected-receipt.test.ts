import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { collecting, faultOf, float, openMoneyDesk, receive, setClock } from '../../../support/counter/money-desk.ts';
import type { TestDesk } from '../../../support/desk/test-desk.ts';
import { wordsOf } from '../../../support/papers/page-boxes.ts';

/** What a corrected receipt says is what was owed, is paid, and can be given back: everywhere (TT 91/2026 Điều 20). */

let at: TestDesk;
beforeEach(async () => {
  at = await openMoneyDesk('2026-11-16T09:00:00+07:00');
  await at.get('till.open', { float });
});
afterEach(() => at.end());

/** A copy of so many pages: 2.000 đồng a page for the first two. */
const copy = (pages: number, change: Record<string, unknown> = {}) => ({ procedureCode: '2.000815', pages, ...change });

async function collected(pages = 5, change: Record<string, unknown> = {}) {
  const caseId = await receive(at, copy(pages));
  const taken = await at.get('money.collect', collecting(caseId, change));
  return { caseId, receiptId: taken.receiptId as string, amount: taken.amount as number };
}

function correcting(receiptId: string, amount: number, change: Record<string, unknown> = {}) {
  return {
    receiptId,
    errors: ['amount'],
    reason: 'đếm nhầm số trang',
    amounts: [{ line: 0, amount }],
    requestId: crypto.randomUUID(),
    ...change,
  };
}

async function correct(receiptId: string, amount: number, change: Record<string, unknown> = {}) {
  at.sit('supervisor');
  return at.get('money.correct', correcting(receiptId, amount, change));
}

const today = '2026-11-16';

async function standing(caseId: string) {
  const { fees, due } = await at.get('money.assess', { caseId });
  const { receipts } = await at.get('money.receipts', { caseId });
  const sheet = await at.get('money.daySheet', { date: today });
  const month = await at.get('money.settlement', { month: '2026-11' });
  const unpaid = await at.get('money.unpaid', { month: '2026-11', limit: 50 });
  expect(month.checks.filter(({ ok }: any) => !ok)).toEqual([]);
  expect(at.desk.verify().checks.flatMap(({ found }) => found)).toEqual([]);
  return {
    fee: fees[0].amount,
    due,
    stands: receipts
      .filter((one: any) => one.replacedBy === null && one.refunded === null)
      .map((one: any) => one.amount),
    day: sheet.byFee.map(({ amount }: any) => amount),
    month: month.total.net.total,
    unpaid: unpaid.total.amount,
  };
}

// What the copy costs by its pages; what the corrected receipt says; what is then owed, paid, of the day, of the month, unpaid; and the same once it is given back.
test.each([
  [5, 7000, 4000, { fee: 4000, due: 0, stands: [4000], day: [4000], month: 4000, unpaid: 0 }, 4000],
  [5, 7000, 0, { fee: 0, due: 0, stands: [0], day: [0], month: 0, unpaid: 0 }, 0],
  [2, 4000, 7000, { fee: 7000, due: 0, stands: [7000], day: [7000], month: 7000, unpaid: 0 }, 7000],
])('%i pages, %i đồng, corrected to %i', async (pages, was, right, expected, owedAgain) => {
  const { caseId, receiptId, amount } = await collected(pages);
  expect(amount).toBe(was);
  const { replacement } = await correct(receiptId, right, right > was ? { aboveFee: true } : {});
  expect(replacement.amount).toBe(right);
  // What it was counted by was wrong: no count of pages stands beside another sum.
  expect(replacement.lines[0].counted).toBeUndefined();
  const { fees } = await at.get('money.assess', { caseId });
  expect(fees[0]).toMatchObject({ note: expect.stringMatching(/^Theo biên lai thay thế số \d+$/), base: right });
  expect(await standing(caseId)).toEqual(expected);
  await at.get('money.refund', { receiptId: replacement.receiptId, reason: 'thu nhầm người' });
  expect(await standing(caseId)).toMatchObject({ fee: right, due: owedAgain, stands: [], month: 0, unpaid: owedAgain });
  if (owedAgain === 0) return;
  at.sit('clerk');
  expect(await at.get('money.collect', collecting(caseId))).toMatchObject({ amount: owedAgain });
  expect(await standing(caseId)).toMatchObject({ due: 0, stands: [owedAgain], month: owedAgain, unpaid: 0 });
});

test('corrected twice: the last receipt counts', async () => {
  const { caseId, receiptId } = await collected(5);
  const first = await correct(receiptId, 4000);
  const second = await correct(first.replacement.receiptId, 2000);
  expect(await standing(caseId)).toMatchObject({ fee: 2000, stands: [2000], month: 2000 });
  const { fees } = await at.get('money.assess', { caseId });
  expect(fees[0].note).toContain(second.replacement.number);
});

test('the reception says the right pages afterwards: the fee stays paid by its receipt', async () => {
  const { caseId, receiptId } = await collected(5);
  const { replacement } = await correct(receiptId, 4000);
  at.sit('clerk');
  await at.get('case.correct', {
    caseId,
    requestId: crypto.randomUUID(),
    reason: 'đếm lại số trang',
    change: { pages: 2 },
  });
  const { fees, due } = await at.get('money.assess', { caseId });
  expect(due).toBe(0);
  expect(fees).toMatchObject([
    { amount: 4000, receiptId: replacement.receiptId, note: expect.stringContaining('2 trang') },
  ]);
  // Other pages would ask for other money: what was taken is given back first.
  expect(
    await faultOf(at, 'case.correct', {
      caseId,
      requestId: crypto.randomUUID(),
      reason: 'đếm lại số trang',
      change: { pages: 5 },
    }),
  ).toMatchObject({ code: 'refund-first', data: { amount: 4000 } });
});

test('a waiver that is told after the correction takes of the right amount', async () => {
  const { caseId, receiptId } = await collected(5);
  const { replacement } = await correct(receiptId, 4000);
  await at.get('money.refund', { receiptId: replacement.receiptId, reason: 'miễn sau khi thu' });
  await at.get('money.waive', { caseId, line: 0, amount: 1000, reason: 'hộ nghèo', basis: 'quyết định của chủ tịch' });
  expect(await at.get('money.assess', { caseId })).toMatchObject({ due: 1000, fees: [{ base: 4000, amount: 1000 }] });
});

describe('above what the fee allows', () => {
  test('a nought too many is refused with a sentence; looked at again it is taken', async () => {
    const { caseId, receiptId } = await collected(2);
    at.sit('supervisor');
    const wrong = correcting(receiptId, 40_000);
    const refused = await at.call('money.correct', wrong);
    expect(refused.fault).toMatchObject({ code: 'amount-above-fee', data: { amount: 40_000, most: 4000 } });
    expect(refused.fault.message).toContain('thừa số 0');
    expect(await standing(caseId)).toMatchObject({ fee: 4000, stands: [4000] });
    expect(await at.get('money.correct', { ...wrong, aboveFee: true })).toMatchObject({
      replacement: { amount: 40_000 },
    });
  });

  test('what is not touched is not asked for', async () => {
    const { receiptId } = await collected(2);
    const { replacement } = await correct(receiptId, 7000, { aboveFee: true });
    const again = await at.get('money.correct', {
      receiptId: replacement.receiptId,
      errors: ['tax-code'],
      reason: 'thiếu mã số thuế',
      payer: { name: replacement.payer, taxCode: '0100109106' },
      requestId: crypto.randomUUID(),
    });
    expect(again.replacement.amount).toBe(7000);
  });
});

describe('the amount of its rule stays what the rule says', () => {
  const again = async (receiptId: string, caseId: string) => {
    await at.get('money.refund', { receiptId, reason: 'thu nhầm' });
    at.sit('clerk');
    return at.get('money.collect', collecting(caseId));
  };

  test('corrected below it, given back and taken again: up to the rule nothing is asked, above it is', async () => {
    const { caseId, receiptId } = await collected(5);
    const low = await correct(receiptId, 2000);
    const taken = await again(low.replacement.receiptId, caseId);
    expect(taken).toMatchObject({ amount: 2000 });
    at.sit('supervisor');
    const above = await at.call('money.correct', correcting(taken.receiptId, 7001));
    expect(above.fault).toMatchObject({ code: 'amount-above-fee', data: { amount: 7001, most: 7000 } });
    expect((await correct(taken.receiptId, 7000)).replacement).toMatchObject({ amount: 7000 });
  });

  test('ticked above it, given back and taken again: what is above the rule is asked about still', async () => {
    const { caseId, receiptId } = await collected(5);
    const high = await correct(receiptId, 40_000, { aboveFee: true });
    const taken = await again(high.replacement.receiptId, caseId);
    expect(taken.receipt.lines).toMatchObject([{ amount: 40_000, rule: 7000 }]);
    at.sit('supervisor');
    const asked = await at.call('money.correct', correcting(taken.receiptId, 30_000));
    expect(asked.fault).toMatchObject({ code: 'amount-above-fee', data: { amount: 30_000, most: 7000 } });
    // Corrected twice, it is the same rule.
    const low = await correct(taken.receiptId, 1000);
    const third = await again(low.replacement.receiptId, caseId);
    at.sit('supervisor');
    expect((await correct(third.receiptId, 7000)).replacement.amount).toBe(7000);
  });
});

describe('what corrects nothing', () => {
  test('one line told twice is refused by the shape of the call', async () => {
    const { caseId, receiptId } = await collected(5);
    at.sit('supervisor');
    for (const twice of [
      { amounts: [3000, 6000].map((amount) => ({ line: 0, amount })) },
      { errors: ['amount', 'fee-name'], names: ['Phí', 'Lệ phí'].map((name) => ({ line: 0, name })) },
    ])
      expect((await at.call('money.correct', { ...correcting(receiptId, 4000), ...twice })).fault).toMatchObject({
        code: 'input-invalid',
        data: { issues: [{ message: 'line-twice' }] },
      });
    expect(await standing(caseId)).toMatchObject({ fee: 7000, stands: [7000] });
  });

  test('the amount, or the name, that stands there already is no correction', async () => {
    const { caseId, receiptId } = await collected(5);
    at.sit('supervisor');
    const { name } = (await at.get('money.receipt', { receiptId })).lines[0];
    const named = { ...correcting(receiptId, 0), errors: ['fee-name'], amounts: [], names: [{ line: 0, name }] };
    for (const nothing of [correcting(receiptId, 7000), named])
      expect((await at.call('money.correct', nothing)).fault).toMatchObject({
        code: 'receipt-right-already',
        data: { name },
      });
    expect(await standing(caseId)).toMatchObject({ fee: 7000, stands: [7000] });
  });
});

describe('what was taken otherwise than in cash here today', () => {
  test.each(['transfer', 'card'] as const)(
    'by %s: the difference goes the same way, the drawer stays',
    async (method) => {
      const { caseId, receiptId } = await collected(5, { method });
      await correct(receiptId, 4000);
      expect(await at.get('till.status')).toMatchObject({ cash: 150_000, [method]: 4000 });
      expect(await standing(caseId)).toMatchObject({ fee: 4000, stands: [4000], month: 4000 });
    },
  );

  test('with its till closed: another amount is refused with what to do, a notice and a tax code need no till', async () => {
    const { caseId, receiptId } = await collected(5);
    await at.get('till.close', { counts: [...float, { note: 5000, count: 1 }, { note: 2000, count: 1 }] });
    at.sit('supervisor');
    const refused = await at.call('money.correct', correcting(receiptId, 4000));
    expect(refused.fault.code).toBe('till-closed');
    expect(refused.fault.message).toMatch(/mở két/iu);
    expect(await standing(caseId)).toMatchObject({ fee: 7000, stands: [7000] });
    const name = { ...correcting(receiptId, 0), errors: ['payer-name'], amounts: [], payer: { name: 'LÊ THỊ MAI' } };
    expect(await at.get('money.correct', name)).toMatchObject({ way: 'notice', paperFault: null });
    const code = { ...name, errors: ['tax-code'], payer: { name: 'LÊ THỊ MAI', taxCode: '0100109106' } };
    expect(await at.get('money.correct', { ...code, requestId: crypto.randomUUID() })).toMatchObject({
      way: 'replacement',
      replacement: { amount: 7000 },
    });
  });

  test('yesterday’s: the receipt in its place is of today, and so is the difference in the till', async () => {
    const { caseId, receiptId } = await collected(5);
    setClock(at, '2026-11-17T09:00:00+07:00');
    const { replacement } = await correct(receiptId, 4000);
    expect(replacement.at.slice(0, 10)).toBe('2026-11-17');
    const [before, after] = [
      await at.get('money.daySheet', { date: today }),
      await at.get('money.daySheet', { date: '2026-11-17' }),
    ];
    // What was taken yesterday stays of yesterday, and today tells the difference: the parts of a day come to what moved on it.
    expect(before.byFee).toMatchObject([{ count: 1, amount: 7000 }]);
    expect(before.byClerk).toMatchObject([{ username: 'clerk', count: 1, amount: 7000 }]);
    expect(after.byFee).toMatchObject([{ count: 1, amount: -3000 }]);
    expect(after.byClerk).toMatchObject([{ username: 'supervisor', count: 1, amount: -3000 }]);
    expect([before.net.total, after.net.total]).toEqual([7000, -3000]);
    expect(await at.get('money.assess', { caseId })).toMatchObject({ due: 0, fees: [{ amount: 4000 }] });
  });

  test('an electronic one: another amount needs one in its place, a wrong day is told', async () => {
    await at.end();
    at = await openMoneyDesk('2027-01-04T09:00:00+07:00');
    await at.get('till.open', { float });
    const { caseId, receiptId } = await collected(5);
    expect(await correct(receiptId, 0, { errors: ['date'], amounts: [], right: '05/01/2027' })).toMatchObject({
      way: 'notice',
    });
    const { replacement } = await correct(receiptId, 4000);
    expect(replacement).toMatchObject({ kind: 'electronic', amount: 4000, delivery: 'queued', replaces: receiptId });
    expect(await at.get('money.assess', { caseId })).toMatchObject({ due: 0, fees: [{ amount: 4000 }] });
  });

  test('one of paper corrected in 2027: an electronic one takes its place', async () => {
    const { receiptId } = await collected(5);
    setClock(at, '2027-01-04T09:00:00+07:00');
    at.sit('clerk');
    const { replacement } = await correct(receiptId, 4000);
    expect(replacement).toMatchObject({ kind: 'electronic', replaces: receiptId });
  });
});

test('a notice of a wrong name is addressed to whoever it is right of', async () => {
  const { receiptId } = await collected(5, { payer: { name: 'LÊ THỊ MAY', address: '5 Lê Lợi' } });
  at.sit('supervisor');
  const { documents } = await at.get('money.correct', {
    receiptId,
    errors: ['payer-name'],
    reason: 'sai chính tả',
    payer: { name: 'LÊ THỊ MAI' },
    requestId: crypto.randomUUID(),
  });
  const words = wordsOf((await at.get('paper.view', { documentId: documents[0].documentId })).pages);
  expect(words).toMatch(/Kính gửi: LÊ THỊ MAI Địa chỉ: 5 Lê Lợi/u);
  // What stands on the receipt is told as it stands there.
  expect(words).toContain('Họ tên người nộp: LÊ THỊ MAY LÊ THỊ MAI');
});

test('the book of certifications, and what is told of its month, follow the corrected receipt', async () => {
  const { caseId, cases } = await at.get('certification.receive', {
    lines: [
      { kind: 'copy', pages: 5, copies: 1 },
      { kind: 'copy', pages: 2, copies: 1 },
    ],
    signer: { name: 'Trần Văn Ký', title: 'PHÓ CHỦ TỊCH' },
    paid: { method: 'cash', amount: 11_000 },
    requestId: crypto.randomUUID(),
  });
  const book = () => at.get('certification.book', { month: '2026-11', kind: 'copy' });
  expect(await book()).toMatchObject({ amount: 11_000, rows: [{ fee: 7000 }, { fee: 4000 }] });
  await correct(cases[0].receipt.receiptId, 4000);
  expect(await book()).toMatchObject({ amount: 8000, rows: [{ fee: 4000 }, { fee: 4000 }] });
  expect((await at.get('money.settlement', { month: '2026-11' })).payIn[0]).toMatchObject({ amount: 8000 });
  expect(await at.get('money.assess', { caseId })).toMatchObject({ due: 0 });
});
