import type { CaseAction } from '../../domain/entries/case.ts';
import { hasOtherDesks } from '../../store/journal/order.ts';
import { findReceipt } from '../../store/counter/money/fee-receipt.ts';
import type { DeskContext } from './context.ts';

/**
 * The symbol of the receipt that an act names by its number alone. Two counters number from 1, each under its own symbol, so the number says nothing without it
 * where an office has several; undefined on an island, for another act, and for a receipt that has not come to this desk.
 */
export function receiptSymbol(desk: DeskContext, action: CaseAction): string | undefined {
  const { db } = desk.store;
  if (!hasOtherDesks(db)) return undefined;
  switch (action.type) {
    case 'fees-collected':
    case 'fees-refunded':
    case 'receipt-error-told':
      return findReceipt(db, action.receiptId)?.series.symbol;
    case 'receipt-replaced':
      return findReceipt(db, action.by)?.series.symbol;
    default:
      return undefined;
  }
}
