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

type Issued = FiscalReceipt & { readonly receiptId: string };

/** What a day's receipts tell: those issued on it, and those of which money was given back on it, each with who gave it back. */
export type DayOfReceipts = {
  readonly date: string;
  readonly issued: readonly Issued[];
  readonly refunds: readonly { readonly receipt: Issued; readonly by: string }[];
  readonly find: (receiptId: string) => Issued | undefined;
};

type Part = { readonly count: number; readonly amount: number };
export type DayParts = {
  readonly byFee: readonly (Part & { readonly name: string })[];
  readonly byClerk: readonly (Part & { readonly username: string })[];
  readonly waived: number;
};

/**
 * What moved on a day by the name of its fees (what is remitted is remitted fee by fee: TT 226/2016 Điều 6) and by who moved it: each comes to the net of its
 * day, and to the same whenever it is asked. What was taken and settled on one day is nobody's; what is given back or put right of another day is told of
 * who does that. `count` is receipts of the day that stood at its end.
 */
export function dayParts({ date, issued, refunds, find }: DayOfReceipts): DayParts {
  const [byFee, byClerk] = [new Map<string, Part>(), new Map<string, Part>()];
  const isOfToday = ({ at }: FiscalReceipt): boolean => at.slice(0, 10) === date;
  const add = ({ lines, amount }: FiscalReceipt, clerk: string, sign: 1 | -1, count: 0 | 1): void => {
    for (const line of lines) plus(byFee, line.name, { count, amount: sign * line.amount });
    plus(byClerk, clerk, { count, amount: sign * amount });
  };
  const takeOff = (receipt: Issued, by: string): void => add(receipt, isOfToday(receipt) ? receipt.clerk : by, -1, 0);
  let waived = 0;
  for (const receipt of issued) {
    const stands = !isSettledBy(receipt, date, find);
    const before = receipt.replaces === undefined ? undefined : find(receipt.replaces.receiptId);
    add(receipt, receipt.clerk, 1, stands ? 1 : 0);
    if (before !== undefined) takeOff(before, receipt.clerk);
    if (stands && isOfToday(firstOf(receipt, find))) waived += takenOff(receipt);
  }
  for (const { receipt, by } of refunds) takeOff(receipt, by);
  return {
    byFee: told(byFee).map(([name, part]) => ({ name, ...part })),
    byClerk: told(byClerk).map(([username, part]) => ({ username, ...part })),
    waived,
  };
}

/** By the end of a day given back, or replaced by a receipt of that day or before. */
function isSettledBy({ refunded, supersededBy }: FiscalReceipt, date: string, find: DayOfReceipts['find']): boolean {
  const settledAt = refunded?.at ?? (supersededBy === null ? undefined : find(supersededBy)?.at);
  return settledAt !== undefined && settledAt.slice(0, 10) <= date;
}

/** The receipt whose money it was, before any stood in another's place. */
function firstOf(receipt: Issued, find: DayOfReceipts['find']): Issued {
  const seen = new Set<string>();
  let first = receipt;
  while (first.replaces !== undefined && !seen.has(first.receiptId)) {
    seen.add(first.receiptId);
    const before = find(first.replaces.receiptId);
    if (before === undefined) return first;
    first = before;
  }
  return first;
}

/** What the law gave away: the rule's amount less what was paid, where the rule's amount was known. */
function takenOff({ lines }: FiscalReceipt): number {
  return lines.reduce(
    (given, { base, amount, waiver }) => given + (waiver === undefined || base === null ? 0 : base - amount),
    0,
  );
}

function plus(parts: Map<string, Part>, key: string, { count, amount }: Part): void {
  const before = parts.get(key) ?? { count: 0, amount: 0 };
  parts.set(key, { count: before.count + count, amount: before.amount + amount });
}

/** What came to nothing and left no receipt is not told. */
function told(parts: ReadonlyMap<string, Part>): [string, Part][] {
  return [...parts].filter(([, { count, amount }]) => count > 0 || amount !== 0);
}
