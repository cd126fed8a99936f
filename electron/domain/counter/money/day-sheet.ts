import type { PayMethod } from '../../../contract/counter/money/fee-receipt.ts';
import type { TillEvent } from '../../entries/money.ts';
import type { FiscalReceipt } from './fee-receipt.ts';

export type Totals = Readonly<Record<PayMethod | 'total', number>>;

const nothing: Totals = { cash: 0, transfer: 0, card: 0, total: 0 };

/** What went through tills, by the way it went. */
export function tillTotals(events: readonly TillEvent[]): {
  collected: Totals;
  refunded: Totals;
  adjusted: Totals;
  net: Totals;
} {
  const collected = sum(events, 'till-collected');
  const refunded = sum(events, 'till-refunded');
  const adjusted = sum(events, 'till-adjusted');
  const net = (way: keyof Totals): number => collected[way] - refunded[way] + adjusted[way];
  return {
    collected,
    refunded,
    adjusted,
    net: { cash: net('cash'), transfer: net('transfer'), card: net('card'), total: net('total') },
  };
}

type Move = 'till-collected' | 'till-refunded' | 'till-adjusted';

function sum(events: readonly TillEvent[], type: Move): Totals {
  const moves = events.filter((event): event is Extract<TillEvent, { type: Move }> => event.type === type);
  return moves.reduce<Totals>(
    (totals, { method, amount }) => ({ ...totals, [method]: totals[method] + amount, total: totals.total + amount }),
    nothing,
  );
}

/** Receipts that count by the name of their fees: what is remitted is remitted fee by fee (TT 226/2016 Điều 6). */
export function totalsByFee(receipts: readonly FiscalReceipt[]): { name: string; count: number; amount: number }[] {
  return grouped(
    receipts.filter(counts).flatMap(({ lines }) => lines.map(({ name, amount }) => ({ key: name, amount }))),
  ).map(({ key, ...totals }) => ({ name: key, ...totals }));
}

export function totalsByClerk(
  receipts: readonly FiscalReceipt[],
): { username: string; count: number; amount: number }[] {
  return grouped(receipts.filter(counts).map(({ clerk, amount }) => ({ key: clerk, amount }))).map(
    ({ key, ...totals }) => ({
      username: key,
      ...totals,
    }),
  );
}

/** What the law gave away: the rule's amount less what was paid, where the rule's amount was known. */
export function waivedTotal(receipts: readonly FiscalReceipt[]): number {
  const lines = receipts.filter(counts).flatMap((receipt) => receipt.lines);
  return lines.reduce(
    (given, { base, amount, waiver }) => given + (waiver === undefined || base === null ? 0 : base - amount),
    0,
  );
}

function counts({ refunded, supersededBy }: FiscalReceipt): boolean {
  return refunded === null && supersededBy === null;
}

function grouped(
  rows: readonly { readonly key: string; readonly amount: number }[],
): { key: string; count: number; amount: number }[] {
  const groups = new Map<string, { count: number; amount: number }>();
  for (const { key, amount } of rows) {
    const group = groups.get(key) ?? { count: 0, amount: 0 };
    groups.set(key, { count: group.count + 1, amount: group.amount + amount });
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}
