import { type Fault, fault } from '../contract/fault.ts';

/** What the law says of every office's receipts (resources/data/receipts.json). */
export type ReceiptLaw = {
  /** The last civil day on which a self-numbered paper receipt may be issued (NĐ 254/2026 Điều 44 k2). */
  readonly lastPaperDay: string;
  /** `EBL01`: without printed values (TT 91/2026 Phụ lục II). */
  readonly electronicTemplate: string;
};

/** What one office registered before it may issue any; null where it has not said. */
export type RegisteredSeries = {
  readonly paper: { readonly template: string; readonly symbol: string } | null;
  /** The last two letters of its e-receipt symbol. */
  readonly letters: string | null;
};

export type ReceiptKind = 'paper' | 'electronic';

/** One run of numbers: on paper as long as the symbol lasts, electronic for one year (Điều 23 k2 c). */
export type ReceiptSeries = { readonly kind: ReceiptKind; readonly template: string; readonly symbol: string };

/** Two digits of the year, T, two letters out of twenty-one (TT 91/2026 Phụ lục II). */
export const electronicSymbol = /^\d{2}T[ABCDEGHKLMNPQRSTUVXY]{2}$/;
export const electronicTemplate = /^EBL0[12]$/;

/** Digits of a number: seven with leading zeros on paper (TT 303/2016 Điều 3), at most eight without in an e-receipt (Điều 23 k2 c). */
const digits = { paper: 7, electronic: 8 } as const;

/** The kind of receipt that money taken at this moment gets. Civil time, +07:00: the change falls at midnight in Vietnam. */
export function receiptKindAt(civilTime: string, law: Pick<ReceiptLaw, 'lastPaperDay'>): ReceiptKind {
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
