import { type Fault, fault } from '../../../contract/base/fault.ts';
import type { PayMethod } from '../../../contract/counter/money/fee-receipt.ts';
import type { Counts } from '../../../contract/counter/money/till.ts';
import type { Role } from '../../../contract/common/office/office.ts';
import { type Contradiction, unfit } from '../../apart/judge.ts';
import type { TillEvent } from '../../entries/money.ts';
import type { Named } from '../../entries/reference.ts';

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
  /** What was told of it while it was closed; absent where there is nothing, as always while one desk alone writes it. */
  readonly contradictions?: readonly Contradiction[];
};

const nothing: MethodTotals = { cash: 0, transfer: 0, card: 0 };

export function totalOf(counts: Counts): number {
  return counts.reduce((sum, { note, count }) => sum + note * count, 0);
}

/** One more event on a till, undefined before it was first opened; its last session is the one that may be open. What may follow what is decided further down; what is told of a closed till stands beside its sums, and nothing is made of what is told of one that was never opened. */
export function applyTill(till: TillSession, at: string, event: TillEvent, by: Named): TillSession;
export function applyTill(
  till: TillSession | undefined,
  at: string,
  event: TillEvent,
  by: Named,
): TillSession | undefined;
export function applyTill(
  till: TillSession | undefined,
  at: string,
  event: TillEvent,
  by: Named,
): TillSession | undefined {
  if (event.type === 'till-opened') return opened((till?.session ?? 0) + 1, at, event);
  if (till === undefined) return till;
  if (till.closed !== null) return { ...till, contradictions: [...(till.contradictions ?? []), unfit(by)] };
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
  const { float, cash, collected, refunded, adjusted, handOvers, closed, contradictions = [] } = till;
  const booked = handOvers.reduce((sum, { difference }) => sum + difference, 0);
  const expected = float + collected.cash - refunded.cash + adjusted.cash + booked;
  const found: string[] = [];
  if (contradictions.length > 0) found.push(`${contradictions.length} entries were told of it while it was closed`);
  if (cash !== expected) found.push(`the drawer should hold ${expected}, the till says ${cash}`);
  if (cash < 0) found.push(`the drawer holds ${cash}`);
  if (closed !== null && closed.difference !== closed.counted - cash)
    found.push(`closed with ${closed.counted} against ${cash}`);
  if (closed !== null && closed.difference !== 0 && closed.reason === null)
    found.push('closed with a difference and no reason');
  return found;
}

/** What somebody wants to do with a till. `amount` is signed only for `adjust`. */
export type TillAct =
  | { readonly type: 'open'; readonly float: Counts }
  | {
      readonly type: 'collect' | 'refund' | 'adjust';
      readonly receiptId: string;
      readonly method: PayMethod;
      readonly amount: number;
    }
  | { readonly type: 'count'; readonly counts: Counts }
  | { readonly type: 'hand-over'; readonly to: string; readonly counts: Counts; readonly reason?: string | undefined }
  | { readonly type: 'take-over'; readonly counts: Counts }
  | { readonly type: 'close'; readonly counts: Counts; readonly reason?: string | undefined };

type Who = { readonly username: string; readonly role: Role };

/**
 * What is to be recorded when somebody does this, or why it cannot be done. One drawer, one pair of hands: cash moves only through
 * the holder, so that a difference has an owner. A supervisor orders refunds and corrections out of the holder's drawer, may count
 * it, and may close a till whose holder is away.
 */
export function decideTill<A extends TillAct>(
  name: string,
  till: TillSession | undefined,
  act: A,
  who: Who,
): TillEvent | TillFault<A['type']> {
  return decide(name, till, act, who) as TillEvent | TillFault<A['type']>;
}

type FaultsOf = {
  readonly open: 'till-open-already';
  readonly collect: 'till-closed' | 'till-held' | 'till-handing-over';
  readonly refund: 'till-closed' | 'till-held' | 'till-handing-over' | 'till-short';
  readonly adjust: 'till-closed' | 'till-held' | 'till-handing-over' | 'till-short';
  readonly count: 'till-closed' | 'till-held' | 'till-handing-over';
  readonly 'hand-over': 'till-closed' | 'till-held' | 'difference-needs-reason';
  readonly 'take-over': 'till-closed' | 'till-held' | 'hand-over-none' | 'hand-over-differs';
  readonly close: 'till-closed' | 'till-held' | 'till-handing-over' | 'difference-needs-reason';
};
export type TillFault<T extends TillAct['type']> = Fault<FaultsOf[T]>;

function decide(name: string, till: TillSession | undefined, act: TillAct, who: Who): TillEvent | Fault {
  const isOpen = till !== undefined && till.closed === null;
  if (act.type === 'open') {
    if (isOpen) return fault('till-open-already', { till: name, holder: till.holder });
    return { type: 'till-opened', by: who.username, float: noted(act.float) };
  }
  if (!isOpen) return fault('till-closed', { till: name });
  switch (act.type) {
    case 'collect':
    case 'refund':
    case 'adjust':
      return move(name, till, act, who);
    case 'count': {
      const refusal = hands(name, till, who);
      if (refusal !== null) return refusal;
      return {
        type: 'till-counted',
        by: who.username,
        counts: noted(act.counts),
        difference: totalOf(act.counts) - till.cash,
      };
    }
    case 'hand-over':
      return handOver(name, till, act, who);
    case 'take-over':
      return takeOver(name, till, act, who);
    case 'close': {
      const refusal = hands(name, till, who) ?? unexplained(till, act.counts, act.reason);
      if (refusal !== null) return refusal;
      const difference = totalOf(act.counts) - till.cash;
      return { type: 'till-closed', by: who.username, counts: noted(act.counts), difference, ...reasonOf(act.reason) };
    }
  }
}

type Move = Extract<TillAct, { type: 'collect' | 'refund' | 'adjust' }>;

const moves = { collect: 'till-collected', refund: 'till-refunded', adjust: 'till-adjusted' } as const;

function move(name: string, till: TillSession, act: Move, who: Who): TillEvent | Fault {
  const { type, receiptId, method, amount } = act;
  const event = { type: moves[type], receiptId, method, amount };
  // Money that passes through a bank is in nobody's hands.
  if (method !== 'cash') return event;
  // Taking money is the holder's own work; only giving it back can be ordered.
  const refusal = hands(name, till, type === 'collect' ? { ...who, role: 'clerk' } : who);
  if (refusal !== null) return refusal;
  const out = type === 'refund' ? amount : type === 'adjust' ? -amount : 0;
  return out > till.cash ? fault('till-short', { till: name, cash: till.cash, needed: out }) : event;
}

function handOver(
  name: string,
  till: TillSession,
  act: Extract<TillAct, { type: 'hand-over' }>,
  who: Who,
): TillEvent | Fault {
  const mine = till.holder === who.username;
  // The giver may count again while the receiver has not: the last count stands.
  if (!mine) return fault('till-held', { till: name, holder: till.holder });
  const refusal = unexplained(till, act.counts, act.reason);
  if (refusal !== null) return refusal;
  const difference = totalOf(act.counts) - till.cash;
  return {
    type: 'till-handed-over',
    by: who.username,
    to: act.to,
    counts: noted(act.counts),
    difference,
    ...reasonOf(act.reason),
  };
}

function takeOver(
  name: string,
  till: TillSession,
  act: Extract<TillAct, { type: 'take-over' }>,
  who: Who,
): TillEvent | Fault {
  if (till.handingTo === null) return fault('hand-over-none', { till: name });
  if (who.username !== till.handingTo && who.username !== till.holder)
    return fault('till-held', { till: name, holder: till.holder });
  const taken = totalOf(act.counts);
  if (taken !== till.cash) return fault('hand-over-differs', { given: till.cash, taken });
  return { type: 'till-taken-over', by: who.username, counts: noted(act.counts) };
}

function hands(name: string, till: TillSession, who: Who): Fault<'till-held' | 'till-handing-over'> | null {
  if (till.handingTo !== null) return fault('till-handing-over', { till: name, from: till.holder, to: till.handingTo });
  if (till.holder === who.username || who.role === 'supervisor') return null;
  return fault('till-held', { till: name, holder: till.holder });
}

function unexplained(
  till: TillSession,
  counts: Counts,
  reason: string | undefined,
): Fault<'difference-needs-reason'> | null {
  const counted = totalOf(counts);
  if (counted === till.cash || reason !== undefined) return null;
  return fault('difference-needs-reason', { expected: till.cash, counted, difference: counted - till.cash });
}

function reasonOf(reason: string | undefined): { reason?: string } {
  return reason === undefined ? {} : { reason };
}

/** Notes that were not there are not written down. */
function noted(counts: Counts): Counts {
  return counts.filter(({ count }) => count > 0);
}
