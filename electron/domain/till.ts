import type { PayMethod } from '../contract/money/receipt.ts';
import type { Counts } from '../contract/money/till.ts';

/**
 * A till as it stands in the journal: opened with a counted float, money in and out, handed from clerk to clerk, closed with a
 * count. Only cash lies in the drawer; transfers and cards are counted beside it. Whole đồng.
 */
export type TillEvent =
  | { readonly type: 'till-opened'; readonly by: string; readonly float: Counts }
  | { readonly type: 'till-collected'; readonly receiptId: string; readonly method: PayMethod; readonly amount: number }
  | { readonly type: 'till-refunded'; readonly receiptId: string; readonly method: PayMethod; readonly amount: number }
  /** What a receipt in another's place brings in or, below 0, gives back. */
  | { readonly type: 'till-adjusted'; readonly receiptId: string; readonly method: PayMethod; readonly amount: number }
  | { readonly type: 'till-counted'; readonly by: string; readonly counts: Counts; readonly difference: number }
  /** The giver's count is booked: from here the drawer holds what was counted. */
  | {
      readonly type: 'till-handed-over';
      readonly by: string;
      readonly to: string;
      readonly counts: Counts;
      readonly difference: number;
      readonly reason?: string;
    }
  | { readonly type: 'till-taken-over'; readonly by: string; readonly counts: Counts }
  | {
      readonly type: 'till-closed';
      readonly by: string;
      readonly counts: Counts;
      readonly difference: number;
      readonly reason?: string;
    };

export type MethodTotals = Readonly<Record<PayMethod, number>>;

type HandOver = {
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly counted: number;
  readonly difference: number;
  readonly reason: string | null;
};

/** One opening of a till, from its float to its closing count. Times are civil, +07:00. */
export type TillSession = {
  /** From 1 for each till. */
  readonly session: number;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly holder: string;
  /** Named by the giver and not yet counted by the receiver. */
  readonly handingTo: string | null;
  readonly float: number;
  /** What must lie in the drawer: float + cash in − cash out ± the differences booked at hand-overs. */
  readonly cash: number;
  readonly collected: MethodTotals;
  readonly refunded: MethodTotals;
  readonly adjusted: MethodTotals;
  readonly receipts: number;
  readonly lastCount: {
    readonly at: string;
    readonly by: string;
    readonly counted: number;
    readonly difference: number;
  } | null;
  readonly handOvers: readonly HandOver[];
  readonly closed: {
    readonly at: string;
    readonly by: string;
    readonly counted: number;
    readonly difference: number;
    readonly reason: string | null;
  } | null;
};

const nothing: MethodTotals = { cash: 0, transfer: 0, card: 0 };

export function totalOf(counts: Counts): number {
  return counts.reduce((sum, { note, count }) => sum + note * count, 0);
}

/** Folds a till's events, first to last; undefined before it was first opened. Its last session is the one that may be open. */
export function foldTill(
  events: readonly { readonly at: string; readonly event: TillEvent }[],
): TillSession | undefined {
  return events.reduce<TillSession | undefined>((till, { at, event }) => applyTill(till, at, event), undefined);
}

/** One more event. What may follow what is the business of till-acts.ts; an event without an open till is a broken journal. */
export function applyTill(till: TillSession | undefined, at: string, event: TillEvent): TillSession {
  if (event.type === 'till-opened') return opened((till?.session ?? 0) + 1, at, event);
  if (till === undefined || till.closed !== null) throw new Error(`${event.type} on a till that is not open`);
  switch (event.type) {
    case 'till-collected':
      return { ...moved(till, 'collected', event.method, event.amount, 1), receipts: till.receipts + 1 };
    case 'till-refunded':
      return moved(till, 'refunded', event.method, event.amount, -1);
    case 'till-adjusted':
      return moved(till, 'adjusted', event.method, event.amount, 1);
    case 'till-counted':
      return { ...till, lastCount: { at, by: event.by, counted: totalOf(event.counts), difference: event.difference } };
    case 'till-handed-over': {
      const { by: from, to, difference, reason = null } = event;
      const counted = totalOf(event.counts);
      return {
        ...till,
        cash: counted,
        handingTo: to,
        handOvers: [...till.handOvers, { at, from, to, counted, difference, reason }],
      };
    }
    case 'till-taken-over':
      return { ...till, holder: event.by, handingTo: null };
    case 'till-closed': {
      const { by, difference, reason = null } = event;
      return { ...till, handingTo: null, closed: { at, by, counted: totalOf(event.counts), difference, reason } };
    }
  }
}

function opened(session: number, at: string, { by, float }: Extract<TillEvent, { type: 'till-opened' }>): TillSession {
  const amount = totalOf(float);
  return {
    session,
    openedAt: at,
    openedBy: by,
    holder: by,
    handingTo: null,
    float: amount,
    cash: amount,
    collected: nothing,
    refunded: nothing,
    adjusted: nothing,
    receipts: 0,
    lastCount: null,
    handOvers: [],
    closed: null,
  };
}

function moved(
  till: TillSession,
  into: 'collected' | 'refunded' | 'adjusted',
  method: PayMethod,
  amount: number,
  sign: 1 | -1,
): TillSession {
  const totals = { ...till[into], [method]: till[into][method] + amount };
  return { ...till, [into]: totals, cash: method === 'cash' ? till.cash + sign * amount : till.cash };
}

/** What the books say against what happened; empty when they agree. */
export function tillDoubts(till: TillSession): string[] {
  const { float, cash, collected, refunded, adjusted, handOvers, closed } = till;
  const booked = handOvers.reduce((sum, { difference }) => sum + difference, 0);
  const expected = float + collected.cash - refunded.cash + adjusted.cash + booked;
  const found: string[] = [];
  if (cash !== expected) found.push(`the drawer should hold ${expected}, the till says ${cash}`);
  if (cash < 0) found.push(`the drawer holds ${cash}`);
  if (closed !== null && closed.difference !== closed.counted - cash)
    found.push(`closed with ${closed.counted} against ${cash}`);
  if (closed !== null && closed.difference !== 0 && closed.reason === null)
    found.push('closed with a difference and no reason');
  return found;
}
