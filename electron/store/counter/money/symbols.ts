import type { OfficeSettings } from '../../../contract/common/office/office.ts';
import type { ReceiptSeries } from '../../../domain/entries/money.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { entriesOfOthers, hasOtherDesks } from '../../journal/order.ts';
import { newestSettingsOfOthers } from '../../common/office/settings.ts';

/** The symbols that an office numbers receipts under, in capitals: of paper as it is printed, of e-receipts the letters. */
export function symbolsOf({ receipts }: Pick<OfficeSettings, 'receipts'>): string[] {
  return [receipts?.letters, receipts?.paper?.symbol].flatMap((symbol) =>
    symbol === undefined ? [] : [symbol.trim().toUpperCase()],
  );
}

/**
 * The UUID of another desk that has a symbol, by its own newest settings or by a receipt that it issued; undefined where none has.
 * @param year the last two digits of the year, in which the letters of e-receipts stand for one series
 */
export function deskOfSymbol(db: Db, symbol: string, year: string): string | undefined {
  if (!hasOtherDesks(db)) return undefined;
  const bySettings = newestSettingsOfOthers(db).find(({ settings }) => symbolsOf(settings).includes(symbol));
  if (bySettings !== undefined) return bySettings.uuid;
  return preparedValue(
    db,
    `SELECT uuid FROM receipt JOIN journal ON subject_id = receipt_id AND type = 'receipt-issued' JOIN desk USING (desk_id)
      WHERE other = 1 AND upper(symbol) IN (?, ?) ORDER BY at, uuid LIMIT 1`,
  ).get(symbol, `${year}T${symbol}`) as string | undefined;
}

type Issuer = { readonly uuid: string; readonly other: number; readonly at: number };

/**
 * The UUID of another desk that issued receipts of a series before this one issued its first: the series is that desk's, and the next number here could be
 * its next as well. Undefined where nobody else did, and where this desk came first: then the other has to stop.
 */
export function earlierIssuer(db: Db, { template, symbol }: ReceiptSeries): string | undefined {
  if (!hasOtherDesks(db)) return undefined;
  // Looked through once for what came of others: at each receipt it would be all receipts of the year.
  const came = entriesOfOthers(db);
  const key = `${template} ${symbol}`;
  const looked = nobodyElse.get(db) ?? new Map<string, number>();
  nobodyElse.set(db, looked);
  if (looked.get(key) === came) return undefined;
  const issuers = prepared(
    db,
    `SELECT uuid, other, min(at) AS at FROM receipt JOIN journal ON subject_id = receipt_id AND type = 'receipt-issued'
      JOIN desk USING (desk_id) WHERE template = ? AND symbol = ? GROUP BY desk_id ORDER BY 3, 1`,
  ).all(template, symbol) as Issuer[];
  if (issuers.every(({ other }) => other !== 1)) looked.set(key, came);
  const [first] = issuers;
  return first?.other === 1 ? first.uuid : undefined;
}

/** Of each file how far its other desks' registers were when none of them had a receipt of a series. */
const nobodyElse = new WeakMap<Db, Map<string, number>>();
