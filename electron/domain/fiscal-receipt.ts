import type { PayMethod, PayStage, ReceiptError } from '../contract/money/receipt.ts';
import type { CaseStatus } from '../contract/values.ts';
import type { AppliedWaiver } from './case-fees.ts';
import type { ReceiptSeries } from './receipt-number.ts';

export type Payer = { readonly name: string; readonly address?: string; readonly taxCode?: string };

/** One fee on a receipt: what the rules say, what was paid, and why it was less. `line` is its place among the case's fees. */
export type ReceiptLine = {
  readonly line: number;
  readonly name: string;
  /** Null where the amount was not known and all of it was taken off. */
  readonly base: number | null;
  readonly amount: number;
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

export type FiscalReceipt = Omit<ReceiptIssued, 'type'> & {
  readonly at: string;
  /** An e-receipt waits to be signed and sent; a paper receipt owes nothing. */
  readonly delivery: 'none' | 'queued';
  readonly refunded: {
    readonly at: string;
    readonly amount: number;
    readonly method: PayMethod;
    readonly reason: string;
  } | null;
  readonly supersededBy: string | null;
  readonly notices: readonly {
    readonly at: string;
    readonly errors: readonly ReceiptError[];
    readonly reason: string;
  }[];
};

/** One more event on a receipt; the first issues it. Throws where the journal is broken. */
export function applyReceipt(receipt: FiscalReceipt | undefined, at: string, event: ReceiptEvent): FiscalReceipt {
  if (event.type === 'receipt-issued') {
    if (receipt !== undefined) throw new Error('a receipt is issued once');
    const { type: _type, ...facts } = event;
    const delivery = facts.series.kind === 'electronic' ? 'queued' : 'none';
    return { ...facts, at, delivery, refunded: null, supersededBy: null, notices: [] };
  }
  if (receipt === undefined) throw new Error('a receipt begins with its issue');
  switch (event.type) {
    case 'receipt-refunded':
      return { ...receipt, refunded: { at, amount: event.amount, method: event.method, reason: event.reason } };
    case 'receipt-error-noticed':
      return { ...receipt, notices: [...receipt.notices, { at, errors: event.errors, reason: event.reason }] };
    case 'receipt-superseded':
      return { ...receipt, supersededBy: event.by };
  }
}

export function foldReceipt(
  events: readonly { readonly at: string; readonly event: ReceiptEvent }[],
): FiscalReceipt | undefined {
  return events.reduce<FiscalReceipt | undefined>(
    (receipt, { at, event }) => applyReceipt(receipt, at, event),
    undefined,
  );
}

/** Errors that are only told to the payer and the tax office: tax code and amount stand (TT 91/2026 Điều 20). */
const told: ReadonlySet<ReceiptError> = new Set(['payer-name', 'payer-address', 'amount-in-words']);

/** One error that needs a new receipt makes the whole need one. */
export function correctionWay(errors: readonly ReceiptError[]): 'notice' | 'replacement' {
  return errors.every((error) => told.has(error)) ? 'notice' : 'replacement';
}

const stages: Readonly<Record<CaseStatus, PayStage>> = {
  registered: 'reception',
  accepted: 'reception',
  processing: 'reception',
  withdrawn: 'reception',
  stopped: 'reception',
  'supplement-requested': 'supplement',
  'obligation-requested': 'supplement',
  finished: 'return',
  refused: 'return',
  returned: 'return',
};

/** When in a case's life money is taken (HinhThucThu 1, 2, 4), by where the case stands. */
export function payStage(status: CaseStatus): PayStage {
  return stages[status];
}
