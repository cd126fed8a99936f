import { canonicalJson } from '../../domain/base/canonical-json.ts';
import type { ReceiptEvent, ReceiptSeries } from '../../domain/entries/money.ts';
import { type FiscalReceipt, applyReceipt } from '../../domain/money/receipt.ts';
import { findCaseRow } from '../case/case.ts';
import { civilOf, dayNumber, findUuidBytes, uuidText } from '../file/codecs.ts';
import type { Db } from '../file/db.ts';

/** Receipts as the journal tells them. A number that is given twice in a series breaks the table's key, and nothing is written. */
export function receiptProjection(db: Db): (receiptId: number, at: number, event: ReceiptEvent) => void {
  const caseRow = db.prepare('SELECT subject_id FROM subject WHERE name = ? AND kind = 3').pluck();
  const find = db.prepare('SELECT state FROM receipt WHERE receipt_id = ?').pluck();
  const insert = db.prepare(
    'INSERT INTO receipt (receipt_id, case_id, day, template, symbol, number, state) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const change = db.prepare('UPDATE receipt SET state = ? WHERE receipt_id = ?');
  return (receiptId, at, event) => {
    const kept = find.get(receiptId) as string | undefined;
    const before = kept === undefined ? undefined : (JSON.parse(kept) as FiscalReceipt);
    const receipt = applyReceipt(before, civilOf(at), event);
    const state = canonicalJson(receipt);
    if (before !== undefined) {
      change.run(state, receiptId);
      return;
    }
    const { template, symbol } = receipt.series;
    const caseId = caseRow.get(findUuidBytes(receipt.caseId)) as number;
    insert.run(receiptId, caseId, dayNumber(receipt.at.slice(0, 10)), template, symbol, receipt.number, state);
  };
}

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
