import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { collecting, faultOf, float, openMoneyDesk, receive } from '../../../support/counter/money-desk.ts';
import type { TestDesk } from '../../../support/desk/test-desk.ts';
import { fileOf } from '../../../support/desk/test-store.ts';

let desk: TestDesk;
afterEach(async () => desk?.end());

async function collected(): Promise<{ caseId: string; receiptId: string }> {
  desk = await openMoneyDesk();
  const caseId = await receive(desk);
  await desk.get('till.open', { float });
  const { receiptId } = await desk.get('money.collect', collecting(caseId));
  return { caseId, receiptId };
}

test('who has just collected takes it back alone: the drawer as before, the fee due again, the number used for good', async () => {
  const { caseId, receiptId } = await collected();
  desk.clock.at += 60_000;
  expect(await desk.get('money.undo', { receiptId })).toMatchObject({
    number: '0000001',
    refunded: { amount: 10_000, reason: expect.stringContaining('Thu nhầm') },
  });
  expect(await desk.get('till.status')).toMatchObject({ cash: 150_000 });
  expect(await desk.get('money.assess', { caseId })).toMatchObject({ due: 10_000, fees: [{ receiptId: null }] });
  expect(await desk.get('money.collect', collecting(caseId))).toMatchObject({ number: '0000002' });
  expect(await faultOf(desk, 'money.undo', { receiptId })).toMatchObject({ code: 'receipt-settled' });
  const file = new Database(fileOf(desk.folder), { readonly: true });
  const told = file.prepare(`SELECT body FROM journal WHERE type = 'receipt-refunded'`).get() as { body: string };
  file.close();
  expect(JSON.parse(told.body)).toMatchObject({ undone: true, till: 'Q1', amount: 10_000 });
});

test.each<[string, (made: { caseId: string }) => Promise<unknown> | void]>([
  ['a second after the minute', () => void (desk.clock.at += 61_000)],
  ['another person', () => desk.sit('officer')],
  ['somebody who supervises, for whom there is a refund', () => desk.sit('supervisor')],
  [
    'after something else was done with the case',
    ({ caseId }) => desk.get('case.act', { caseId, act: { type: 'check-identity', found: 'account-seen' } }),
  ],
])('not %s: a sentence, and nothing moves', async (_name, meanwhile) => {
  const made = await collected();
  await meanwhile(made);
  const { receiptId } = made;
  const refused = await faultOf(desk, 'money.undo', { receiptId });
  expect(refused).toMatchObject({ code: 'undo-over', data: { number: '0000001', seconds: 60 } });
  desk.sit('clerk');
  expect(await desk.get('till.status')).toMatchObject({ cash: 160_000 });
  expect((await desk.get('money.receipt', { receiptId })).refunded).toBeNull();
});
