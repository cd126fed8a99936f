import { type Fault, fault } from '../contract/fault.ts';
import type { PayMethod } from '../contract/money/receipt.ts';
import type { Counts } from '../contract/money/till.ts';
import type { Role } from '../contract/office/office.ts';
import { type TillEvent, type TillSession, totalOf } from './till.ts';

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
