import type { ReceiptSeries } from '../domain/entries/money.ts';
import type { FiscalReceipt } from '../domain/money/receipt.ts';
import { findCaseRow } from './case-store.ts';
import { dayNumber } from './day-number.ts';
import type { Db } from './open.ts';
import { findUuidBytes, uuidText } from './uuid.ts';

export type KeptReceipt = FiscalReceipt & { readonly receiptId: string };

type Row = { name: Buffer; state: string };

const select = 'SELECT name, state FROM receipt JOIN subject ON subject_id = receipt_id';

export function findReceipt(db: Db, receiptId: string): KeptReceipt | undefined {
  const name = findUuidBytes(receiptId);
  if (name === undefined) return undefined;
  const row = db.prepare(`${select} WHERE name = ? AND kind = 6`).get(name) as Row | undefined;
  return row && receiptOf(row);
}

/** A case's receipts in the order in which they were issued. */
export function receiptsOfCase(db: Db, caseId: string): KeptReceipt[] {
  const row = findCaseRow(db, caseId);
  if (row === undefined) return [];
  return (db.prepare(`${select} WHERE case_id = ? ORDER BY receipt_id`).all(row) as Row[]).map(receiptOf);
}

/** The receipts issued on a civil day, in the order in which they were issued. */
export function receiptsOfDay(db: Db, date: string): KeptReceipt[] {
  return (db.prepare(`${select} WHERE day = ? ORDER BY receipt_id`).all(dayNumber(date)) as Row[]).map(receiptOf);
}

/** The greatest number used in a series; 0 when none was. */
export function lastReceiptNumber(db: Db, { template, symbol }: ReceiptSeries): number {
  const last = db
    .prepare('SELECT max(number) FROM receipt WHERE template = ? AND symbol = ?')
    .pluck()
    .get(template, symbol);
  return (last as number | null) ?? 0;
}

function receiptOf({ name, state }: Row): KeptReceipt {
  return { ...(JSON.parse(state) as FiscalReceipt), receiptId: uuidText(name) };
}
