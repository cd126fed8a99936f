import type { ReceiptLaw } from '../../../contract/catalogue/lists.ts';
import { type Fault, fault } from '../../../contract/base/fault.ts';
import type { PayMethod, PayStage, ReceiptError, ReceiptKind } from '../../../contract/counter/money/fee-receipt.ts';
import type { RecordedAction } from '../../entries/case.ts';
import type { Payer, ReceiptEvent, ReceiptIssued, ReceiptSeries } from '../../entries/money.ts';
import { type Contradiction, unfit } from '../../apart/judge.ts';
import type { Named } from '../../entries/reference.ts';
import { type CaseStatus, caseStatuses } from '../../../contract/base/case-status.ts';

/** What one office registered before it may issue any; null where it has not said. */
export type RegisteredSeries = {
  readonly paper: { readonly template: string; readonly symbol: string } | null;
  /** The last two letters of its e-receipt symbol. */
  readonly letters: string | null;
};

export const electronicTemplate = /^EBL0[12]$/;

/** Digits of a number: seven with leading zeros on paper (TT 303/2016 Điều 3), at most eight without in an e-receipt (NĐ 254/2026 Điều 23 k2c). */
const digits = { paper: 7, electronic: 8 } as const;

/** The kind of receipt that money taken at this moment gets. Civil time, +07:00: the change falls at midnight in Vietnam. */
function receiptKindAt(civilTime: string, law: Pick<ReceiptLaw, 'lastPaperDay'>): ReceiptKind {
  return civilTime.slice(0, 10) <= law.lastPaperDay ? 'paper' : 'electronic';
}

/**
 * The series a receipt of this moment is numbered in; that of e-receipts changes with the year. No series is made up: a receipt
 * under a symbol that nobody registered is none (NĐ 254/2026 Điều 23, TT 91/2026 Điều 17).
 */
export function receiptSeriesAt(
  civilTime: string,
  law: ReceiptLaw,
  { paper, letters }: RegisteredSeries,
): ReceiptSeries | Fault<'receipt-series-missing'> {
  const kind = receiptKindAt(civilTime, law);
  if (kind === 'paper' && paper !== null) return { kind, template: paper.template, symbol: paper.symbol };
  if (kind === 'electronic' && letters !== null) {
    return { kind, template: law.electronicTemplate, symbol: `${civilTime.slice(2, 4)}T${letters}` };
  }
  return fault('receipt-series-missing', { kind });
}

/** The number after the last one used in the series; 0 when none was. */
export function nextReceiptNumber(series: ReceiptSeries, last: number): number | Fault<'receipt-numbers-exhausted'> {
  const next = last + 1;
  return next < 10 ** digits[series.kind] ? next : fault('receipt-numbers-exhausted', { symbol: series.symbol });
}

export function receiptNumberText(kind: ReceiptKind, number: number): string {
  return kind === 'paper' ? String(number).padStart(digits.paper, '0') : String(number);
}

export type FiscalReceipt = Omit<ReceiptIssued, 'type'> & {
  readonly at: string;
  /** An e-receipt waits to be signed and sent; a paper receipt owes nothing. */
  readonly delivery: 'none' | 'queued';
  readonly refunded: {
    readonly at: string;
    readonly amount: number;
    readonly method: PayMethod;
    readonly reason: string;
    readonly fromOwnTill?: true;
  } | null;
  readonly supersededBy: string | null;
  readonly notices: readonly {
    readonly at: string;
    readonly errors: readonly ReceiptError[];
    readonly reason: string;
  }[];
  /** What desks told of it that did not see each other: given back twice, or given back and replaced. The first stands; absent where there is nothing. */
  readonly contradictions?: readonly Contradiction[];
};

/** One more event on a receipt; the first issues it. Undefined where it is not issued yet. */
export function applyReceipt(receipt: undefined, at: string, event: ReceiptIssued, by: Named): FiscalReceipt;
export function applyReceipt(receipt: FiscalReceipt, at: string, event: ReceiptEvent, by: Named): FiscalReceipt;
export function applyReceipt(
  receipt: FiscalReceipt | undefined,
  at: string,
  event: ReceiptEvent,
  by: Named,
): FiscalReceipt | undefined;
export function applyReceipt(
  receipt: FiscalReceipt | undefined,
  at: string,
  event: ReceiptEvent,
  by: Named,
): FiscalReceipt | undefined {
  if (event.type === 'receipt-issued') {
    if (receipt !== undefined) return besides(receipt, by);
    const { type: _type, ...facts } = event;
    const delivery = facts.series.kind === 'electronic' ? 'queued' : 'none';
    return { ...facts, at, delivery, refunded: null, supersededBy: null, notices: [] };
  }
  if (receipt === undefined) return undefined;
  const isSettled = receipt.refunded !== null || receipt.supersededBy !== null;
  if (isSettled && event.type !== 'receipt-error-noticed') return besides(receipt, by);
  switch (event.type) {
    case 'receipt-refunded':
      return {
        ...receipt,
        refunded: {
          at,
          amount: event.amount,
          method: event.method,
          reason: event.reason,
          ...(event.fromOwnTill === undefined ? {} : { fromOwnTill: event.fromOwnTill }),
        },
      };
    case 'receipt-error-noticed':
      return { ...receipt, notices: [...receipt.notices, { at, errors: event.errors, reason: event.reason }] };
    case 'receipt-superseded':
      return { ...receipt, supersededBy: event.by };
  }
}

function besides(receipt: FiscalReceipt, by: Named): FiscalReceipt {
  return { ...receipt, contradictions: [...(receipt.contradictions ?? []), unfit(by)] };
}

/**
 * Whether money of a case lay in a drawer at a moment: taken in cash by then, and by then neither given back nor on a receipt in that one's place. What was
 * given back later, or taken later, was not so then.
 */
export function stoodInCash(
  receipts: readonly (FiscalReceipt & { readonly receiptId: string })[],
  by: string,
): boolean {
  const issued = new Map(receipts.map((one) => [one.receiptId, one.at]));
  return receipts.some(({ method, amount, at, refunded, supersededBy }) => {
    if (method !== 'cash' || amount <= 0 || at > by) return false;
    const isBack = refunded !== null && refunded.at <= by;
    return !isBack && (supersededBy === null || (issued.get(supersededBy) ?? '') > by);
  });
}

/** Only these need an electronic receipt in the place of the wrong one; all else is told to the payer and the tax office (TT 91/2026 Điều 20 k1, k2). */
const issuedAgain: ReadonlySet<ReceiptError> = new Set(['tax-code', 'amount']);
/** On paper, which that circular does not speak of, a wrong fee or day needs one too: our reading. */
const issuedAgainOnPaper: ReadonlySet<ReceiptError> = new Set([...issuedAgain, 'fee-name', 'date']);

/** One error that needs a new receipt makes the whole need one. */
export function correctionWay(errors: readonly ReceiptError[], kind: ReceiptSeries['kind']): 'notice' | 'replacement' {
  const needed = kind === 'electronic' ? issuedAgain : issuedAgainOnPaper;
  return errors.some((error) => needed.has(error)) ? 'replacement' : 'notice';
}

/** Who paid, as the notices of a receipt told them since: what is written after them must not repeat what was told to be wrong. */
export function toldPayer(
  payer: Payer,
  { receiptId }: { readonly receiptId: string },
  { actions }: { readonly actions: readonly RecordedAction[] },
): Payer {
  return actions.reduce(
    (known, { action }) =>
      action.type === 'receipt-error-told' && action.receiptId === receiptId
        ? rightPayer(known, action.errors, action.payer)
        : known,
    payer,
  );
}

/** A name that nobody calls wrong is only the receipt's, said again. */
export function rightPayer(known: Payer, errors: readonly ReceiptError[], right: Payer | undefined): Payer {
  if (right === undefined) return known;
  return { ...known, ...right, name: errors.includes('payer-name') ? right.name : known.name };
}

type Ruled = { readonly base: number | null; readonly rule?: number | null | undefined };

/** More than the rule of the fee says: a nought too many, or pages that were not counted. What nobody set a rule for is above nothing. */
export function isAboveFee(line: Ruled & { readonly amount: number }): boolean {
  const most = mostOf(line);
  return most !== null && line.amount > most;
}

/** The amount of its rule. */
export function mostOf({ base, rule }: Ruled): number | null {
  return rule === undefined ? base : rule;
}

/** When in a case's life money is taken (HinhThucThu 1, 2, 4), by where the case stands. */
export function payStage(status: CaseStatus): PayStage {
  return caseStatuses[status].pay;
}
