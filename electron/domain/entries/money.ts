import type { PayMethod, PayStage, ReceiptError, ReceiptKind } from '../../contract/counter/money/fee-receipt.ts';
import type { Counts } from '../../contract/counter/money/till.ts';
import type { Reference } from './reference.ts';

/** Why less is paid: the law's name or a supervisor's words, and the document. */
export type AppliedWaiver = {
  readonly incentive: string | null;
  readonly reason: string;
  readonly basis: string;
};

/** One run of numbers: on paper as long as the symbol lasts, electronic for one year (NĐ 254/2026 Điều 23 k2c). */
export type ReceiptSeries = { readonly kind: ReceiptKind; readonly template: string; readonly symbol: string };

export type Payer = { readonly name: string; readonly address?: string; readonly taxCode?: string };

/** One fee on a receipt: what the rules say, what was paid, and why it was less. `line` is its place among the case's fees. */
export type ReceiptLine = {
  readonly line: number;
  readonly name: string;
  /** Null where the amount was not known and all of it was taken off. */
  readonly base: number | null;
  /** What its rule says where `base` is the amount of a corrected receipt; null where no rule said any. */
  readonly rule?: number | null;
  readonly amount: number;
  /** How it was counted: `Căn cước: 2 trang × 3 bản`. */
  readonly counted?: string;
  readonly waiver?: AppliedWaiver;
};

export type ReceiptIssued = {
  readonly type: 'receipt-issued';
  readonly series: ReceiptSeries;
  readonly number: number;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly payer: Payer;
  readonly lines: readonly ReceiptLine[];
  readonly amount: number;
  readonly method: PayMethod;
  readonly stage: PayStage;
  /** Null for 0 đồng: nothing went through a drawer. */
  readonly till: string | null;
  readonly clerk: string;
  readonly tendered?: number;
  /** The receipt whose place this one takes. */
  readonly replaces?: { readonly receiptId: string; readonly series: ReceiptSeries; readonly number: number };
};

/** What can happen to a receipt, as it stands in the journal. */
export type ReceiptEvent =
  | ReceiptIssued
  | {
      readonly type: 'receipt-refunded';
      readonly amount: number;
      readonly method: PayMethod;
      readonly till: string | null;
      readonly reason: string;
      /** Owed by a decision, and paid here though another counter took the money: that one is gone. */
      readonly fromOwnTill?: true;
      /** Who had just collected it took it back within the minute, alone. */
      readonly undone?: true;
    }
  | {
      readonly type: 'receipt-error-noticed';
      readonly errors: readonly ReceiptError[];
      readonly reason: string;
      readonly payer?: Payer;
    }
  | {
      readonly type: 'receipt-superseded';
      readonly by: string;
      readonly errors: readonly ReceiptError[];
      readonly reason: string;
    };

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

/** What money did on a case, told in its history beside the receipt’s own. */
export type MoneyAction =
  | {
      readonly type: 'fees-collected';
      readonly receiptId: string;
      readonly number: string;
      readonly amount: number;
      readonly lines: readonly Reference[];
    }
  | {
      readonly type: 'fees-refunded';
      readonly receiptId: string;
      readonly number: string;
      readonly amount: number;
      readonly reason: string;
    }
  | {
      readonly type: 'receipt-replaced';
      readonly receiptId: string;
      readonly by: string;
      readonly number: string;
      readonly reason: string;
      /** The fees whose amount was wrong, and what is right: it is owed from then on. Left out in entries from before, and where no amount was wrong. */
      readonly amounts?: readonly { readonly line: Reference; readonly amount: number }[];
    }
  /** What is wrong on a receipt that stays as it is, and what is right: told to whoever paid (TT 91/2026 Điều 20 k1). */
  | {
      readonly type: 'receipt-error-told';
      readonly receiptId: string;
      readonly number: string;
      readonly errors: readonly ReceiptError[];
      readonly reason: string;
      readonly payer?: Payer;
      /** What it should say where that is no matter of who paid: a name of a fee, a day. */
      readonly right?: string;
    };
