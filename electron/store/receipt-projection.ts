import { canonicalJson } from '../domain/base/canonical-json.ts';
import type { ReceiptEvent } from '../domain/entries/money.ts';
import { type FiscalReceipt, applyReceipt } from '../domain/money/receipt.ts';
import { dayNumber } from './day-number.ts';
import { civilOf } from './instant.ts';
import type { Db } from './open.ts';
import { findUuidBytes } from './uuid.ts';

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
