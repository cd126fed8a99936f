import { afterEach, describe, expect, test } from 'vitest';
import { rebuildProjections } from '../../../../electron/store/safety/verify/rebuild.ts';
import {
  changeOffice,
  collecting,
  drawnOn,
  extract,
  faultOf,
  float,
  openMoneyDesk,
  receive,
  setClock,
} from '../../../support/counter/money-desk.ts';
import type { TestDesk } from '../../../support/desk/test-desk.ts';

let test_: TestDesk;
afterEach(async () => test_?.end());

async function open(at?: string): Promise<TestDesk> {
  test_ = await openMoneyDesk(at);
  return test_;
}

describe('New Year 2027', () => {
  test('a second before midnight a numbered paper; at midnight a slip, and an e-receipt that waits', async () => {
    const desk = await open('2026-12-31T23:59:59+07:00');
    const [before, after, later] = [await receive(desk), await receive(desk), await receive(desk)];
    await desk.get('till.open', { float });
    const paper = await desk.get('money.collect', collecting(before));
    expect(paper).toMatchObject({
      number: '0000001',
      receipt: { kind: 'paper', delivery: 'none' },
      documents: [{ form: 'bien-lai' }],
    });
    setClock(desk, '2027-01-01T00:00:00+07:00');
    const slip = await desk.get('money.collect', collecting(after));
    expect(slip).toMatchObject({
      number: '1',
      receipt: { kind: 'electronic', template: 'EBL01', symbol: '27TAA', delivery: 'queued' },
    });
    expect(slip.documents).toMatchObject([{ form: 'phieu-thu-tam' }]);
    expect((await faultOf(desk, 'money.receiptXml', { receiptId: paper.receiptId }))?.code).toBe(
      'receipt-not-electronic',
    );
    const { xml, signed, fileName } = await desk.get('money.receiptXml', { receiptId: slip.receiptId });
    expect({ signed, fileName }).toEqual({ signed: false, fileName: '27TAA-1.xml' });
    expect(xml).toContain('<TongTien>10000</TongTien>');
    expect((await desk.get('money.summary', { date: '2026-12-31' })).rows).toEqual([]);
    expect(await desk.get('money.summary', { date: '2027-01-01' })).toMatchObject({
      total: 10_000,
      rows: [{ index: 1, symbol: '27TAA', number: '1' }],
    });
    setClock(desk, '2028-01-03T08:00:00+07:00');
    // Another year: another symbol, and numbers from 1 again.
    expect((await desk.get('money.collect', collecting(later))).receipt).toMatchObject({
      symbol: '28TAA',
      number: '1',
    });
  });

  test('a till that stays open across it keeps the years apart: each day its own money, each year its own series', async () => {
    const desk = await open('2026-12-31T16:30:00+07:00');
    const [before, after] = [await receive(desk), await receive(desk)];
    await desk.get('till.open', { float });
    await desk.get('money.collect', collecting(before));
    setClock(desk, '2027-01-04T08:00:00+07:00');
    await desk.get('money.collect', collecting(after));
    expect(await desk.get('till.status')).toMatchObject({
      open: true,
      openedAt: '2026-12-31T16:30:00+07:00',
      cash: 170_000,
      receipts: 2,
    });
    const [old, young] = [
      await desk.get('money.daySheet', { date: '2026-12-31' }),
      await desk.get('money.daySheet', { date: '2027-01-04' }),
    ];
    expect([old, young].map(({ collected }) => collected.cash)).toEqual([10_000, 10_000]);
    expect([old, young].map(({ receipts }) => receipts.map(({ symbol }: { symbol: string }) => symbol))).toEqual([
      [expect.not.stringMatching(/^27T/)],
      ['27TAA'],
    ]);
    expect([old, young].map(({ tills }) => tills.length)).toEqual([1, 1]);
    const counts = [
      { note: 50_000, count: 2 },
      { note: 10_000, count: 7 },
    ];
    expect(await desk.get('till.close', { counts })).toMatchObject({ closed: { difference: 0 } });
  });

  test('the slip carries no series and no number, and says that it replaces nothing', async () => {
    const desk = await open('2027-01-04T09:00:00+07:00');
    const caseId = await receive(desk);
    await desk.get('till.open', { float });
    const { documents } = await desk.get('money.collect', collecting(caseId));
    const drawn = await drawnOn(desk, documents[0].documentId);
    const words = drawn.map(({ text = '' }) => text).join(' ');
    expect(words).toMatch(/PHIẾU THU TẠM\s+KHÔNG THAY THẾ BIÊN LAI/);
    expect(words).not.toContain('27TAA');
    expect((await faultOf(desk, 'paper.render', { caseId, form: 'bien-lai' }))?.code).toBe('form-not-applicable');
  });
});

describe('VietQR', () => {
  const account = { bin: '970436', number: '0123456789', name: 'TT PVHCC CAT LAI' };

  test('invites to pay what is owed, and there is none for 0 đồng, an unknown amount or an office without an account', async () => {
    const desk = await open();
    await changeOffice(desk, { account: undefined });
    const caseId = await receive(desk);
    expect(await desk.get('money.vietQr', { caseId })).toMatchObject({
      payload: null,
      absent: 'no-account',
      amount: 10_000,
    });
    await changeOffice(desk, { account });
    const { number } = (await desk.get('case.get', { caseId })).state;
    const code = await desk.get('money.vietQr', { caseId });
    expect(code).toMatchObject({
      absent: null,
      amount: 10_000,
      content: number.official,
      bank: 'Vietcombank',
      accountNumber: '0123456789',
    });
    expect(code.payload).toContain('0208QRIBFTTA53037045405100005802VN62');
    expect(code.payload).toContain(number.official);
    expect(await desk.get('money.vietQr', { caseId, amount: 0 })).toMatchObject({ payload: null, absent: 'zero' });
    expect(await desk.get('money.vietQr', { caseId: await receive(desk, {}) })).toMatchObject({
      payload: null,
      absent: 'amount-unknown',
    });
  });

  test('on paper: a request to pay, until it is paid', async () => {
    const desk = await open();
    await changeOffice(desk, { account });
    const caseId = await receive(desk);
    const { documentId } = await desk.get('paper.render', { caseId, form: 'phieu-thanh-toan' });
    const modules = (await drawnOn(desk, documentId)).filter(({ kind, fill }) => kind === 'rect' && fill);
    expect(modules.length).toBeGreaterThan(400);
    await desk.get('till.open', { float });
    await desk.get('money.collect', collecting(caseId));
    expect((await faultOf(desk, 'paper.render', { caseId, form: 'phieu-thanh-toan' }))?.code).toBe(
      'form-not-applicable',
    );
  });
});

describe('the store', () => {
  async function busyDay(): Promise<TestDesk> {
    const desk = await open('2026-12-31T10:00:00+07:00');
    await desk.get('till.open', { float });
    const first = await desk.get('money.collect', collecting(await receive(desk)));
    await desk.get('money.collect', collecting(await receive(desk, extract), { method: 'card' }));
    desk.sit('supervisor');
    await desk.get('money.refund', { receiptId: first.receiptId, reason: 'thu nhầm' });
    await desk.get('till.close', { counts: float });
    setClock(desk, '2027-01-01T10:00:00+07:00');
    desk.sit('clerk');
    await desk.get('till.open', { float });
    await desk.get('money.collect', collecting(await receive(desk)));
    return desk;
  }

  test('verify finds nothing on a good store', async () => {
    const { checks } = (await busyDay()).desk.verify();
    expect(checks.filter(({ name }) => name === 'receipts' || name === 'tills')).toMatchObject([
      { name: 'receipts', ok: true, looked: 3 },
      { name: 'tills', ok: true, looked: 2 },
    ]);
  });

  test('tills and receipts are thrown away and come back from the journal as they were', async () => {
    const desk = await busyDay();
    const read = async () => ({
      sheet: await desk.get('money.daySheet', { date: '2026-12-31' }),
      next: await desk.get('money.daySheet', { date: '2027-01-01' }),
      till: await desk.get('till.status'),
    });
    const before = await read();
    await desk.desk.close();
    const { openStore } = await import('../../../../electron/store/store.ts');
    const store = openStore({ folder: desk.folder, holder: 'a rebuild', random: (size) => new Uint8Array(size) });
    if ('fault' in store) throw new Error(store.fault);
    rebuildProjections(store.db);
    store.close();
    const again = await desk.reopen();
    again.sit('clerk');
    expect({
      sheet: await again.get('money.daySheet', { date: '2026-12-31' }),
      next: await again.get('money.daySheet', { date: '2027-01-01' }),
      till: await again.get('till.status'),
    }).toEqual(before);
    test_ = again;
  });

  test.each([
    ['UPDATE receipt SET number = 9 WHERE number = 2', 'receipts'],
    ["UPDATE receipt SET state = json_set(state, '$.amount', 1)", 'receipts'],
    ['DELETE FROM receipt WHERE number = 2', 'receipts'],
    ["UPDATE till_session SET state = json_set(state, '$.cash', 1) WHERE session = 1", 'tills'],
    ['DELETE FROM till_session WHERE session = 2', 'tills'],
  ])('what was tampered with is found: %s', async (sql, name) => {
    const desk = await busyDay();
    await desk.desk.close();
    const { default: Database } = await import('better-sqlite3');
    const db = new Database(`${desk.folder}/desk.sqlite`);
    db.exec(sql);
    db.close();
    test_ = await desk.reopen();
    expect(test_.desk.verify().checks.find((check) => check.name === name)?.ok).toBe(false);
  });
});
