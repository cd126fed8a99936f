import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import {
  changeOffice,
  collecting,
  extract,
  faultOf,
  float,
  openMoneyDesk,
  receive,
} from '../../../support/counter/money-desk.ts';
import type { TestDesk } from '../../../support/desk/test-desk.ts';
import { wordsOf } from '../../../support/papers/page-boxes.ts';
import { fileOf } from '../../../support/desk/test-store.ts';

let test_: TestDesk;
afterEach(async () => test_?.end());

async function open(at?: string): Promise<TestDesk> {
  test_ = await openMoneyDesk(at);
  return test_;
}

describe('money is taken', () => {
  test('in cash: the receipt is numbered, the drawer holds it, the change is said, the paper is made', async () => {
    const desk = await open();
    const caseId = await receive(desk);
    await desk.get('till.open', { float });
    const taken = await desk.get('money.collect', collecting(caseId, { tendered: 50_000 }));
    expect(taken).toMatchObject({ number: '0000001', amount: 10_000, change: 40_000, paperFault: null });
    expect(taken.receipt).toMatchObject({
      kind: 'paper',
      symbol: 'AA-26T',
      words: 'Mười nghìn đồng',
      stage: 'reception',
      till: 'Q1',
      delivery: 'none',
    });
    expect(taken.documents[0]).toMatchObject({ form: 'bien-lai' });
    expect(await desk.get('till.status')).toMatchObject({ open: true, cash: 160_000, receipts: 1, float: 150_000 });
    expect(await desk.get('money.assess', { caseId })).toMatchObject({
      due: 0,
      unknown: 0,
      fees: [{ receiptNumber: '0000001' }],
    });
  });

  test('by transfer and card the drawer stays as it was', async () => {
    const desk = await open();
    await desk.get('till.open', { float });
    await desk.get('money.collect', collecting(await receive(desk), { method: 'transfer' }));
    await desk.get('money.collect', collecting(await receive(desk), { method: 'card' }));
    expect(await desk.get('till.status')).toMatchObject({ cash: 150_000, transfer: 10_000, card: 10_000 });
  });

  test('the same request twice is one receipt and one paper', async () => {
    const desk = await open();
    const caseId = await receive(desk);
    await desk.get('till.open', { float });
    const request = collecting(caseId, { print: true, printer: 'laser' });
    const [first, second] = await Promise.all([desk.get('money.collect', request), desk.get('money.collect', request)]);
    expect(second.receipt).toEqual(first.receipt);
    expect(second.documents).toEqual(first.documents);
    expect((await desk.get('money.receipts', { caseId })).receipts).toHaveLength(1);
    expect((await desk.get('till.status')).cash).toBe(160_000);
  });

  test('what is refused leaves no entry: no number is lost', async () => {
    const desk = await open();
    const caseId = await receive(desk);
    const unknown = await receive(desk, {});
    const refusals: [string, Record<string, unknown>][] = [
      ['till-closed', collecting(caseId)],
      ['nothing-to-collect', collecting(caseId, { lines: [] })],
      ['fee-unknown', collecting(caseId, { lines: [7] })],
      ['amount-unknown', collecting(unknown)],
      ['tendered-short', collecting(caseId, { tendered: 9000 })],
      ['case-unknown', collecting(crypto.randomUUID())],
    ];
    for (const [code, input] of refusals) expect((await faultOf(desk, 'money.collect', input))?.code).toBe(code);
    await desk.get('till.open', { float });
    expect((await desk.get('money.collect', collecting(caseId))).number).toBe('0000001');
    expect(await faultOf(desk, 'money.collect', collecting(caseId))).toMatchObject({
      code: 'already-collected',
      data: { number: '0000001' },
    });
    expect((await desk.get('money.collect', collecting(await receive(desk)))).number).toBe('0000002');
    desk.sit('admin');
    expect((await faultOf(desk, 'money.collect', collecting(caseId)))?.code).toBe('forbidden');
  });

  test('an office that has registered no receipts issues none, not even for 0 đồng', async () => {
    const desk = await open();
    await changeOffice(desk, { receipts: undefined });
    const caseId = await receive(desk, { channel: 'online' });
    expect(await faultOf(desk, 'money.collect', collecting(caseId))).toMatchObject({
      code: 'receipt-series-missing',
      data: { kind: 'paper' },
    });
    expect((await desk.get('money.receipts', { caseId })).receipts).toEqual([]);
  });

  test('0 đồng online: a receipt is issued, its ground is on it, and no till is needed', async () => {
    const desk = await open();
    const caseId = await receive(desk, { channel: 'online' });
    const taken = await desk.get('money.collect', collecting(caseId));
    expect(taken).toMatchObject({ amount: 0, receipt: { words: 'Không đồng', till: null } });
    expect(taken.receipt.lines[0].waiver).toMatchObject({
      incentive: 'nq411-ho-tich',
      basis: 'NQ 411/NQ-HĐND ngày 29/9/2025',
    });
  });
});

/** What NQ 66.22/2026 Phụ lục II asks for an extract, beside the channel. */
const vneid = ['level-2-eid', 'vneid-basic-papers'];

describe('less is paid', () => {
  test('by an incentive of law: a clerk who saw what it asks for, with the reason on the receipt', async () => {
    const desk = await open();
    const caseId = await receive(desk, { ...extract, quantity: 2, channel: 'online' });
    const assessed = await desk.get('money.assess', { caseId });
    expect(assessed).toMatchObject({
      due: 16_000,
      fees: [{ incentives: [{ incentive: 'tt117-khai-thac-ho-tich', conditions: vneid }] }],
    });
    const waived = await desk.get('money.waive', {
      caseId,
      line: 0,
      incentive: 'tt117-khai-thac-ho-tich',
      reason: 'đã xem VNeID mức 2',
    });
    expect(waived).toMatchObject({
      due: 0,
      fees: [{ base: 16_000, amount: 0, waiver: { incentive: 'tt117-khai-thac-ho-tich' } }],
    });
    const { receipt } = await desk.get('money.collect', collecting(caseId));
    expect(receipt.lines).toMatchObject([
      { base: 16_000, amount: 0, waiver: { basis: expect.stringContaining('TT 117/2026') } },
    ]);
    const { actions } = await desk.get('case.get', { caseId });
    expect(
      (actions as { type: string; detail: unknown }[]).find(({ type }) => type === 'fee-waived')?.detail,
    ).toMatchObject({
      reason: 'đã xem VNeID mức 2',
      conditions: vneid,
    });
  });

  test.each([
    ['2027-02-26T09:00:00+07:00', 0],
    ['2027-03-01T09:00:00+07:00', null],
  ])('received %s: the window is that of the day of reception', async (at, due) => {
    const desk = await open(at);
    const caseId = await receive(desk, { ...extract, channel: 'online' });
    const result = await desk.call('money.waive', {
      caseId,
      line: 0,
      incentive: 'tt117-khai-thac-ho-tich',
      reason: 'đã xem VNeID',
    });
    if (due === null) expect(result.fault).toMatchObject({ code: 'incentive-not-applicable' });
    else expect(result.value).toMatchObject({ due });
  });

  test('without an incentive only a supervisor may, and must name the document', async () => {
    const desk = await open();
    const caseId = await receive(desk);
    const waive = { caseId, line: 0, reason: 'hoàn cảnh đặc biệt', basis: 'Quyết định 12/QĐ-UBND', amount: 4000 };
    expect((await faultOf(desk, 'money.waive', waive))?.code).toBe('forbidden');
    desk.sit('supervisor');
    expect((await faultOf(desk, 'money.waive', { caseId, line: 0, reason: 'hoàn cảnh đặc biệt' }))?.code).toBe(
      'input-invalid',
    );
    expect(await desk.get('money.waive', waive)).toMatchObject({
      due: 4000,
      fees: [{ waiver: { incentive: null, basis: 'Quyết định 12/QĐ-UBND' } }],
    });
  });

  test('a fee that no rule gives an amount for: the posted one is typed in, with where it is posted', async () => {
    const desk = await open();
    const caseId = await receive(desk, {});
    expect(await desk.get('money.assess', { caseId })).toMatchObject({
      unknown: 1,
      fees: [{ amount: null, gap: 'amount-unknown' }],
    });
    const set = await desk.get('money.setFee', { caseId, line: 0, amount: 5000, source: 'Bảng niêm yết tại quầy' });
    expect(set).toMatchObject({
      due: 5000,
      unknown: 0,
      fees: [{ setBy: { amount: 5000, source: 'Bảng niêm yết tại quầy' } }],
    });
    const known = await receive(desk);
    expect((await faultOf(desk, 'money.setFee', { caseId: known, line: 0, amount: 1, source: 'tự đặt' }))?.code).toBe(
      'amount-known',
    );
  });
});

describe('money goes back', () => {
  test('a supervisor refunds; the receipt stays, its line is due again, the next receipt has the next number', async () => {
    const desk = await open();
    const caseId = await receive(desk);
    await desk.get('till.open', { float });
    const { receiptId } = await desk.get('money.collect', collecting(caseId));
    const refund = { receiptId, reason: 'Người dân rút hồ sơ' };
    expect((await faultOf(desk, 'money.refund', refund))?.code).toBe('forbidden');
    desk.sit('supervisor');
    expect(await desk.get('money.refund', refund)).toMatchObject({
      number: '0000001',
      refunded: { amount: 10_000, reason: 'Người dân rút hồ sơ' },
    });
    expect(await faultOf(desk, 'money.refund', refund)).toMatchObject({
      code: 'receipt-settled',
      data: { state: 'refunded' },
    });
    expect(await desk.get('money.assess', { caseId })).toMatchObject({ due: 10_000 });
    expect((await desk.get('till.status')).cash).toBe(150_000);
    desk.sit('clerk');
    expect((await desk.get('money.collect', collecting(caseId))).number).toBe('0000002');
  });

  test('a wrong name is told, a wrong amount needs a receipt in its place and moves the difference', async () => {
    const desk = await open();
    const caseId = await receive(desk);
    await desk.get('till.open', { float });
    const { receiptId } = await desk.get('money.collect', collecting(caseId));
    desk.sit('supervisor');
    const told = await desk.get('money.correct', {
      receiptId,
      errors: ['payer-name', 'payer-address'],
      reason: 'sai chữ lót',
      payer: { name: 'LÊ THỊ MAI', address: '5 Lê Lợi' },
      requestId: crypto.randomUUID(),
    });
    expect(told).toMatchObject({
      way: 'notice',
      replacement: null,
      receipt: { notices: [{ errors: ['payer-name', 'payer-address'] }], replacedBy: null },
      documents: [{ form: 'bien-lai-sai' }],
      paperFault: null,
    });
    const { pages } = await desk.get('paper.view', { documentId: told.documents[0].documentId });
    expect(wordsOf(pages)).toMatch(
      /số 0000001 ?, .*Họ tên người nộp: NGUYỄN THỊ ĐẶNG ÁNH LÊ THỊ MAI Địa chỉ người nộp: 12 Lê Lợi, Phường Cát Lái 5 Lê Lợi .*sai chữ lót/u,
    );
    // Of a receipt on paper the circular says nothing.
    expect(wordsOf(pages)).toMatch(/không phải lập lại; số tiền không thay đổi/u);
    const request = {
      receiptId,
      errors: ['amount'],
      reason: 'thu thừa',
      amounts: [{ line: 0, amount: 8000 }],
      requestId: crypto.randomUUID(),
    };
    // What is wrong and what is right go together, or a right amount would be dropped without a word.
    for (const wrong of [
      { errors: ['payer-name'] },
      { amounts: [] },
      { errors: ['amount'], names: [{ line: 0, name: 'Lệ phí khác' }] },
    ])
      expect((await faultOf(desk, 'money.correct', { ...request, ...wrong }))?.code).toBe('input-invalid');
    const replaced = await desk.get('money.correct', request);
    const paper = await desk.get('paper.view', { documentId: replaced.documents[0].documentId });
    expect(wordsOf(paper.pages)).toMatch(/Số: 0000002 .*Thay thế biên lai \S+ số 0000001/u);
    // What was told to be wrong is not printed again.
    expect(wordsOf(paper.pages)).toMatch(/LÊ THỊ MAI .*5 Lê Lợi/u);
    expect(replaced.replacement.payer).toBe('LÊ THỊ MAI');
    expect(replaced).toMatchObject({
      way: 'replacement',
      replacement: { number: '0000002', amount: 8000, replaces: receiptId },
    });
    expect(await desk.get('money.correct', request)).toEqual(replaced);
    expect((await desk.get('till.status')).cash).toBe(158_000);
    expect(await desk.get('money.assess', { caseId })).toMatchObject({ due: 0, fees: [{ receiptNumber: '0000002' }] });
    expect((await faultOf(desk, 'money.correct', { ...request, requestId: crypto.randomUUID() }))?.code).toBe(
      'receipt-settled',
    );
    expect(desk.desk.verify().checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});

test('a tax code or a fee named wrongly: the receipt in its place says it right, and keeps what nobody spoke of', async () => {
  const desk = await open();
  const caseId = await receive(desk);
  await desk.get('till.open', { float });
  const payer = { name: 'CÔNG TY MẪU', address: '1 Lê Lợi' };
  const { receiptId } = await desk.get('money.collect', collecting(caseId, { payer }));
  desk.sit('supervisor');
  const { replacement, documents, printJobId } = await desk.get('money.correct', {
    receiptId,
    errors: ['tax-code', 'fee-name'],
    reason: 'thiếu mã số thuế',
    payer: { name: payer.name, taxCode: '0100109106' },
    names: [{ line: 0, name: 'Phí chứng thực bản sao' }],
    requestId: crypto.randomUUID(),
  });
  expect([replacement.number, replacement.amount, printJobId]).toEqual(['0000002', 10_000, null]);
  expect(replacement.lines).toMatchObject([{ name: 'Phí chứng thực bản sao' }]);
  const { pages } = await desk.get('paper.view', { documentId: documents[0].documentId });
  expect(wordsOf(pages)).toMatch(/CÔNG TY MẪU .*0100109106 .*1 Lê Lợi .*Phí chứng thực bản sao/u);
});

test('calls speak of places in the list on screen; entries of who made what stands there', async () => {
  const desk = await open();
  await desk.get('till.open', { float });
  const caseId = await receive(desk);
  const act = (body: Record<string, unknown>) => desk.get('case.act', { caseId, act: body });
  await act({ type: 'transfer' });
  desk.sit('officer');
  await act({ type: 'request-obligation', reason: 'Lệ phí', amount: 50_000 });
  desk.sit('clerk');
  await desk.get('money.collect', collecting(caseId, { lines: [1, 0] }));
  const { actions } = await desk.get('case.get', { caseId });
  expect(actions.find(({ type }: any) => type === 'fees-collected').detail.lines).toEqual([1, 0]);
  await desk.desk.close();
  const file = new Database(fileOf(desk.folder), { readonly: true });
  const told = (type: string): any =>
    file.prepare('SELECT body, uuid, desk_seq AS seq FROM journal JOIN desk USING (desk_id) WHERE type = ?').get(type);
  const made = told('obligation-requested');
  expect(JSON.parse(told('fees-collected').body).lines).toEqual([`${made.uuid}.${made.seq}.0`, '0']);
  file.close();
});
