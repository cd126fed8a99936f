import { seriesName } from '../../../domain/safety/backup/series.ts';
import type { ReceiptEvent, ReceiptSeries } from '../../../domain/entries/money.ts';
import { type FiscalReceipt, applyReceipt } from '../../../domain/counter/money/fee-receipt.ts';
import { findCaseRow } from '../case/case.ts';
import { dayNumber, uuidText } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { type FoldedTable, foldedTable, folding } from '../../file/rows/folded-table.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import type { RecordedBy } from '../../journal/entries.ts';
import { isOwnDesk } from '../../journal/journal.ts';
import { hasOtherDesks } from '../../journal/order.ts';
import { findSubjectRow } from '../../journal/subject.ts';
import { lastSpent } from '../../common/office/spent.ts';

export function receiptTable(db: Db): FoldedTable<FiscalReceipt> {
  return foldedTable(db, {
    table: 'receipt',
    key: 'receipt_id',
    columns: {
      case_id: ({ caseId }) => findCaseRow(db, caseId) ?? null,
      day: ({ at }) => dayNumber(at.slice(0, 10)),
      template: ({ series }) => series.template,
      symbol: ({ series }) => series.symbol,
      number: ({ number }) => number,
    },
  });
}

/** Receipts as the journal tells them. Of a number that is given already in its series nothing is written. */
export function receiptProjection(
  db: Db,
): (receiptId: number, at: number, event: ReceiptEvent, by: RecordedBy) => void {
  const project = folding(receiptTable(db), applyReceipt);
  const used = preparedValue(db, 'SELECT 1 FROM receipt WHERE template = ? AND symbol = ? AND number = ?');
  return (receiptId, at, event, by) => {
    if (by.isNew === true && event.type === 'receipt-issued') {
      const { series, number } = event;
      if (used.get(series.template, series.symbol, number) !== undefined)
        throw new Error(`receipt ${number} of ${series.template} ${series.symbol} is given already`);
    }
    project(receiptId, at, event, by);
  };
}

/** Whether it was issued at this desk: its money went through one of this desk's drawers. */
export function isIssuedHere(db: Db, receiptId: string): boolean {
  return isOwnDesk(db, receiptDesk(db, receiptId) ?? '');
}

/** The UUID of the desk that issued it; undefined where it is not here. */
export function receiptDesk(db: Db, receiptId: string): string | undefined {
  const receipt = findSubjectRow(db, 'receipt', receiptId) ?? null;
  const issued = `SELECT uuid FROM journal JOIN desk USING (desk_id) WHERE subject_id = ? AND type = 'receipt-issued' ORDER BY seq LIMIT 1`;
  return preparedValue(db, issued).get(receipt) as string | undefined;
}

export type KeptReceipt = FiscalReceipt & { readonly receiptId: string };

type Row = { name: Buffer; state: string };

const select = 'SELECT name, state FROM receipt JOIN subject ON subject_id = receipt_id';

export function findReceipt(db: Db, receiptId: string): KeptReceipt | undefined {
  const receipt = findSubjectRow(db, 'receipt', receiptId);
  if (receipt === undefined) return undefined;
  const row = prepared(db, `${select} WHERE receipt_id = ?`).get(receipt) as Row | undefined;
  return row && receiptOf(row);
}

/** By rows while this file's desks are alone: they are made one after the other. */
function asIssued(db: Db): string {
  return hasOtherDesks(db) ? `state ->> '$.at', name` : 'receipt_id';
}

/** A case's receipts in the order in which they were issued. */
export function receiptsOfCase(db: Db, caseId: string): KeptReceipt[] {
  const row = findCaseRow(db, caseId);
  return row === undefined ? [] : receiptsOfRow(db, row);
}

/** The same of a case's row number. */
export function receiptsOfRow(db: Db, row: number): KeptReceipt[] {
  return (prepared(db, `${select} WHERE case_id = ? ORDER BY ${asIssued(db)}`).all(row) as Row[]).map(receiptOf);
}

/** Of these cases those of which receipts do not say what was asked for: another sum, or one of them in another's place. */
export function paidOtherwise(db: Db, asked: ReadonlyMap<string, number>): Set<string> {
  const paid = prepared(
    db,
    `SELECT count(state ->> '$.supersededBy') AS replaced, coalesce(sum(state ->> '$.amount')
        FILTER (WHERE state ->> '$.supersededBy' IS NULL AND state ->> '$.refunded' IS NULL), 0) AS amount
      FROM receipt WHERE case_id = ?`,
  );
  const isOne = ([caseId, sum]: readonly [string, number]): boolean => {
    const { replaced, amount } = paid.get(findCaseRow(db, caseId) ?? null) as { replaced: number; amount: number };
    return replaced > 0 || amount !== sum;
  };
  return new Set([...asked].filter(isOne).map(([caseId]) => caseId));
}

/** The receipts issued on a civil day, in the order in which they were issued. */
export function receiptsOfDay(db: Db, date: string): KeptReceipt[] {
  return (prepared(db, `${select} WHERE day = ? ORDER BY ${asIssued(db)}`).all(dayNumber(date)) as Row[]).map(
    receiptOf,
  );
}

/** E-receipts that nobody signed and sent: each is owed since its money was taken (NĐ 254/2026 Điều 24 k1). Those in whose place another stands are not. */
export function unsignedReceipts(db: Db): {
  readonly count: number;
  readonly amount: number;
  readonly oldest: string | null;
} {
  const { count, amount, oldest } = prepared(
    db,
    `SELECT count(*) AS count, coalesce(sum(state ->> '$.amount'), 0) AS amount, min(state ->> '$.at') AS oldest FROM receipt
      WHERE state ->> '$.delivery' = 'queued' AND state ->> '$.supersededBy' IS NULL`,
  ).get() as { count: number; amount: number; oldest: string | null };
  return { count, amount, oldest };
}

/** The greatest number used in a series; 0 when none was. */
export function lastReceiptNumber(db: Db, { template, symbol }: ReceiptSeries): number {
  const greatest = preparedValue(db, 'SELECT max(number) FROM receipt WHERE template = ? AND symbol = ?');
  return Math.max(
    (greatest.get(template, symbol) as number | null) ?? 0,
    lastSpent(db, seriesName.receipt(template, symbol)),
  );
}

function receiptOf({ name, state }: Row): KeptReceipt {
  return { ...(JSON.parse(state) as FiscalReceipt), receiptId: uuidText(name) };
}
