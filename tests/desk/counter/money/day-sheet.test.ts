import { afterEach, beforeEach, expect, test } from 'vitest';
import { collecting, extract, float, openMoneyDesk, receive, setClock } from '../../../support/counter/money-desk.ts';
import type { TestDesk } from '../../../support/desk/test-desk.ts';

let at: TestDesk;
const days = ['2026-11-27', '2026-11-30', '2026-12-01'];
beforeEach(async () => {
  at = await openMoneyDesk(`${days[0]}T08:00:00+07:00`);
  await at.get('till.open', { float });
});
afterEach(() => at.end());

/** What a sheet says of money: the receipts beside it say what became of them since. */
async function sheetOf(date: string) {
  const { net, collected, refunded, adjusted, byFee, byClerk, waived, zeroReceipts } = await at.get('money.daySheet', {
    date,
  });
  return { net, collected, refunded, adjusted, byFee, byClerk, waived, zeroReceipts };
}

const sum = (parts: readonly { readonly amount: number }[]) => parts.reduce((all, { amount }) => all + amount, 0);

/** The minimal standard generator: the same days for the same seed. */
function chance(seed: number): () => number {
  let state = seed;
  return () => ((state = (state * 48_271) % 2_147_483_647), state / 2_147_483_647);
}

test.each([7919, 104_729])(
  'the parts of each day come to its net, and a past day says what it said, seed %i',
  async (seed) => {
    const next = chance(seed);
    const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;
    const open: { receiptId: string; line: number; amount: number }[] = [];
    const told: Awaited<ReturnType<typeof sheetOf>>[] = [];
    const settled = (one: (typeof open)[number]) => open.splice(open.indexOf(one), 1);
    let moved = 0;
    for (const [nth, date] of days.entries()) {
      for (let step = 0; step < 14; step += 1) {
        setClock(at, `${date}T09:${String(step * 4).padStart(2, '0')}:00+07:00`);
        const method = pick(['cash', 'transfer', 'card']);
        const one = step < 4 ? undefined : pick([...open, undefined]);
        if (one === undefined) {
          at.sit('clerk');
          const caseId = await receive(at, pick([extract, { procedureCode: '2.000815', pages: 5 }]));
          if (next() < 0.2) {
            at.sit('supervisor');
            await at.get('money.waive', {
              caseId,
              line: 0,
              amount: pick([0, 1000]),
              reason: 'hộ nghèo',
              basis: 'quyết định của Chủ tịch',
            });
            at.sit('clerk');
          }
          const { receiptId, receipt } = await at.get('money.collect', collecting(caseId, { method }));
          open.push({ receiptId, line: 0, amount: receipt.amount });
          continue;
        }
        at.sit('supervisor');
        if (next() < 0.4) {
          const back = await at.call('money.refund', { receiptId: one.receiptId, reason: 'thu nhầm' });
          if (back.ok) settled(one);
        } else {
          const amount = pick([1000, 3000, 6000, 9000].filter((other) => other !== one.amount));
          const right = await at.call('money.correct', {
            receiptId: one.receiptId,
            errors: ['amount'],
            reason: 'ghi nhầm số tiền',
            amounts: [{ line: 0, amount }],
            aboveFee: true,
            requestId: crypto.randomUUID(),
          });
          if (right.ok) {
            settled(one);
            open.push({ receiptId: right.value.replacement.receiptId, line: 0, amount });
            moved += 1;
          }
        }
      }
      told.push(await sheetOf(date));
      for (const [day, was] of told.entries()) {
        const now = await sheetOf(days[day] ?? '');
        expect(now).toEqual(was);
        expect([sum(now.byFee), sum(now.byClerk)]).toEqual([now.net.total, now.net.total]);
      }
      expect(sum(told.map(({ net }) => ({ amount: net.total })))).toBe(sum(open));
      expect(nth === 0 || moved > 0).toBe(true);
    }
  },
  120_000,
);

test('money that is given back on another day is told of that day, and of who gave it back', async () => {
  const { receiptId } = await at.get('money.collect', collecting(await receive(at)));
  const then = await sheetOf(days[0] ?? '');
  setClock(at, `${days[1]}T09:00:00+07:00`);
  at.sit('supervisor');
  await at.get('money.refund', { receiptId, reason: 'thu nhầm' });
  expect(await sheetOf(days[0] ?? '')).toEqual(then);
  expect(await sheetOf(days[1] ?? '')).toMatchObject({
    net: { total: -10_000 },
    byFee: [{ name: 'Phí chứng thực', count: 0, amount: -10_000 }],
    byClerk: [{ username: 'supervisor', count: 0, amount: -10_000 }],
  });
});
