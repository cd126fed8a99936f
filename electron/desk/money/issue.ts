import { type Fault, isFault } from '../../contract/fault.ts';
import type { ReceiptIssued, TillEvent } from '../../domain/entries/money.ts';
import { type RegisteredSeries, nextReceiptNumber, receiptSeriesAt } from '../../domain/money/receipt.ts';
import { type TillAct, type TillFault, decideTill } from '../../domain/money/till.ts';
import { lastReceiptNumber } from '../../store/money/receipt.ts';
import { findTill } from '../../store/money/till.ts';
import type { Writer } from '../../store/store.ts';
import type { Session } from '../client.ts';
import type { Room } from '../room.ts';

/** What this office registered for its receipts. */
function registeredSeries(room: Room): RegisteredSeries {
  const own = room.getOffice().receipts;
  return { paper: own?.paper ?? null, letters: own?.letters ?? null };
}

/** Numbers a receipt and puts it in the journal, inside the transaction that moves its money: both are on disk, or neither. */
export function issueReceipt(
  room: Room,
  tx: Writer,
  receiptId: string,
  facts: Omit<ReceiptIssued, 'type' | 'series' | 'number'>,
): ReceiptIssued | Fault<'receipt-series-missing' | 'receipt-numbers-exhausted'> {
  const series = receiptSeriesAt(room.nowCivil(), room.catalogue.receiptLaw, registeredSeries(room));
  if (isFault(series)) return series;
  const number = nextReceiptNumber(series, lastReceiptNumber(tx.db, series));
  if (isFault(number)) return number;
  const issued: ReceiptIssued = { type: 'receipt-issued', series, number, ...facts };
  tx.append({ kind: 'receipt', receiptId }, issued);
  return issued;
}

/** Moves a till if the law of tills allows it. Null when it is done. */
export function moveTill<A extends TillAct>(
  tx: Writer,
  till: string,
  act: A,
  session: Session,
): TillFault<A['type']> | null {
  const event = decideTill(till, findTill(tx.db, till), act, session);
  if (isFault(event)) return event as TillFault<A['type']>;
  tx.append({ kind: 'till', till }, event as TillEvent);
  return null;
}
