import { afterEach, describe, expect, test } from 'vitest';
import { collecting, extract, faultOf, float, openMoneyDesk, receive } from '../../../support/counter/money-desk.ts';
import type { TestDesk } from '../../../support/desk/test-desk.ts';

let test_: TestDesk;
afterEach(async () => test_?.end());

async function open(at?: string): Promise<TestDesk> {
  test_ = await openMoneyDesk(at);
  return test_;
}

describe('one till, several clerks', () => {
  test('handed over, counted by both, closed with a difference and its reason', async () => {
    const desk = await open();
    await desk.get('till.open', { float });
    await desk.get('money.collect', collecting(await receive(desk)));
    const counts = [...float, { note: 5000, count: 2 }];
    expect((await faultOf(desk, 'till.handOver', { to: 'nobody', counts }))?.code).toBe('account-unknown');
    expect(await desk.get('till.handOver', { to: 'officer', counts })).toMatchObject({
      holder: 'clerk',
      handingTo: 'officer',
    });
    const caseId = await receive(desk);
    expect((await faultOf(desk, 'money.collect', collecting(caseId)))?.code).toBe('till-handing-over');
    desk.sit('officer');
    expect(await desk.get('till.takeOver', { counts })).toMatchObject({
      holder: 'officer',
      handingTo: null,
      cash: 160_000,
    });
    await desk.get('money.collect', collecting(caseId));
    expect(await faultOf(desk, 'till.close', { counts })).toMatchObject({
      code: 'difference-needs-reason',
      data: { difference: -10_000 },
    });
    const closed = await desk.get('till.close', { counts, reason: 'thối nhầm' });
    expect(closed).toMatchObject({
      open: false,
      closed: { counted: 160_000, difference: -10_000, reason: 'thối nhầm', by: 'officer' },
    });
    desk.sit('clerk');
    expect((await faultOf(desk, 'money.collect', collecting(await receive(desk))))?.code).toBe('till-closed');
  });

  test('the day sheet adds up what the tills took, by method, fee and clerk', async () => {
    const desk = await open();
    await desk.get('till.open', { float });
    await desk.get('money.collect', collecting(await receive(desk)));
    const { receiptId } = await desk.get(
      'money.collect',
      collecting(await receive(desk, extract), { method: 'transfer' }),
    );
    await desk.get('money.collect', collecting(await receive(desk, { channel: 'online' })));
    desk.sit('supervisor');
    await desk.get('money.refund', { receiptId, reason: 'chuyển nhầm', method: 'cash' });
    const sheet = await desk.get('money.daySheet', { date: '2026-11-23' });
    expect(sheet).toMatchObject({
      collected: { cash: 10_000, transfer: 8000, card: 0, total: 18_000 },
      refunded: { cash: 8000, total: 8000 },
      net: { cash: 2000, transfer: 8000, total: 10_000 },
      zeroReceipts: 1,
      tills: [{ till: 'Q1', session: 1, expected: 152_000, counted: null }],
    });
    expect(sheet.byFee).toEqual([
      { name: 'Phí chứng thực', count: 1, amount: 10_000 },
      { name: 'Lệ phí hộ tịch', count: 1, amount: 0 },
    ]);
    expect(await desk.get('money.daySheet', { date: '2026-11-22' })).toMatchObject({
      receipts: [],
      collected: { total: 0 },
      tills: [],
    });
  });
});
