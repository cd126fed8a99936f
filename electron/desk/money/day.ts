import { tillTotals, totalsByClerk, totalsByFee, waivedTotal } from '../../domain/money/day-sheet.ts';
import { summaryRows, summaryXml } from '../../domain/money/receipt-summary.ts';
import { receiptsOfDay } from '../../store/money/receipt.ts';
import { type KeptTill, tillEventsOfDay, tillsOfDay } from '../../store/money/till.ts';
import { personName } from '../case-view.ts';
import type { Room } from '../room.ts';
import { collectorOf, receiptView, sha256Of } from './views.ts';

/** Money goes by when it moved, receipts by when they were issued: a refund today of yesterday's receipt is today's money. */
export function daySheet(room: Room, date: string) {
  const { db } = room.store;
  const receipts = receiptsOfDay(db, date);
  return {
    date,
    receipts: receipts.map((receipt) => receiptView(room, receipt)),
    ...tillTotals(tillEventsOfDay(db, date)),
    zeroReceipts: receipts.filter(({ amount }) => amount === 0).length,
    waived: waivedTotal(receipts),
    byFee: totalsByFee(receipts),
    byClerk: totalsByClerk(receipts).map((row) => ({ ...row, fullName: personName(room, row.username) })),
    tills: tillsOfDay(db, date).map(tillLine),
  };
}

function tillLine({ till, session, openedAt, cash, closed }: KeptTill) {
  return {
    till,
    session,
    openedAt,
    closedAt: closed?.at ?? null,
    expected: cash,
    counted: closed?.counted ?? null,
    difference: closed?.difference ?? null,
    reason: closed?.reason ?? null,
  };
}

export function daySummary(room: Room, date: string) {
  const rows = summaryRows(receiptsOfDay(room.store.db, date));
  const xml = summaryXml(date, rows, collectorOf(room));
  const total = rows.reduce((sum, { amount }) => sum + amount, 0);
  return { date, rows, total, fileName: `01-TH-BLDT-${date}.xml`, sha256: sha256Of(xml), xml };
}
