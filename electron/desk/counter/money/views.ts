import { registerHead } from '../../../store/journal/journal.ts';
import { createHash } from 'node:crypto';
import type { FeeLineView } from '../../../contract/base/values.ts';
import type { ReceiptView } from '../../../contract/counter/money/fee-receipt.ts';
import type { TillView } from '../../../contract/counter/money/till.ts';
import type { OfficeSettings } from '../../../contract/common/office/office.ts';
import { amountInWords } from '../../../domain/base/dong.ts';
import { type Catalogue, unitName } from '../../../domain/catalogue/catalogue.ts';
import type { FeeLine } from '../../../domain/entries/case.ts';
import { dayParts, tillTotals } from '../../../domain/counter/money/day-sheet.ts';
import { summaryRows, summaryXml } from '../../../domain/counter/money/receipt-summary.ts';
import type { Collector } from '../../../domain/counter/money/receipt-xml.ts';
import { receiptNumberText } from '../../../domain/counter/money/fee-receipt.ts';
import { certificationFees, remittance, remittedBy } from '../../../domain/counter/money/remittance.ts';
import { movesOfMonth } from '../../../store/counter/money/settlement.ts';
import type { MethodTotals, TillSession } from '../../../domain/counter/money/till.ts';
import {
  type KeptReceipt,
  findReceipt,
  receiptDesk,
  receiptsOfDay,
  unsignedReceipts,
} from '../../../store/counter/money/fee-receipt.ts';
import { type KeptTill, refundsOfDay, tillEventsOfDay, tillsOfDay } from '../../../store/counter/money/till.ts';
import type { DeskContext } from '../../core/context.ts';
import { countersOf } from '../../core/counter.ts';
import { loneCorrections } from '../../../store/counter/case/lone-corrections.ts';
import { civilOf } from '../../../store/file/rows/codecs.ts';
import { staffName } from '../../core/session/staff-name.ts';

export function receiptView(desk: DeskContext, receipt: KeptReceipt): ReceiptView {
  const { series, lines, amount, refunded, supersededBy, replaces } = receipt;
  return {
    receiptId: receipt.receiptId,
    ...series,
    number: receiptNumberText(series.kind, receipt.number),
    at: receipt.at,
    caseId: receipt.caseId,
    caseNumber: receipt.caseNumber,
    payer: receipt.payer.name,
    lines: lines.map(({ waiver = null, ...line }) => ({ ...line, waiver })),
    amount,
    words: amountInWords(amount),
    method: receipt.method,
    stage: receipt.stage,
    till: receipt.till,
    clerk: staffName(desk, receipt.clerk, receiptDesk(desk.store.db, receipt.receiptId)),
    ...countersOf(desk)('receipt', receipt.receiptId),
    delivery: receipt.delivery,
    refunded: refunded && { at: refunded.at, amount: refunded.amount, reason: refunded.reason },
    replacedBy: supersededBy,
    replaces: replaces?.receiptId ?? null,
    notices: receipt.notices.map(({ at, errors, reason }) => ({ at, errors: [...errors], reason })),
  };
}

export function getReceiptView(desk: DeskContext, receiptId: string): ReceiptView {
  const receipt = findReceipt(desk.store.db, receiptId);
  if (receipt === undefined) throw new Error(`no receipt ${receiptId}`);
  return receiptView(desk, receipt);
}

export function tillView(desk: DeskContext, till: string, session: TillSession | undefined): TillView {
  if (session === undefined) return closedTill(till);
  const { holder, collected, refunded, adjusted, closed } = session;
  const beside = (method: keyof MethodTotals): number => collected[method] - refunded[method] + adjusted[method];
  return {
    till,
    session: session.session,
    open: closed === null,
    holder,
    holderName: staffName(desk, holder),
    handingTo: session.handingTo,
    openedAt: session.openedAt,
    float: session.float,
    cash: session.cash,
    transfer: beside('transfer'),
    card: beside('card'),
    receipts: session.receipts,
    lastCount: session.lastCount,
    handOvers: [...session.handOvers],
    closed,
  };
}

function closedTill(till: string): TillView {
  const nobody = {
    holder: null,
    holderName: null,
    handingTo: null,
    openedAt: null,
    lastCount: null,
    handOvers: [],
    closed: null,
  };
  return { till, session: 0, open: false, ...nobody, float: 0, cash: 0, transfer: 0, card: 0, receipts: 0 };
}

export function collectorOf(desk: DeskContext): Collector {
  return collectorFrom(desk.getOffice(), desk.catalogue);
}

/** Who collects: the centre, by what its settings say. What the office has not entered stays empty, and is seen to be. */
export function collectorFrom(office: OfficeSettings, catalogue: Catalogue): Collector {
  return {
    name: office.centreName,
    taxCode: office.receipts?.taxCode ?? '',
    address: unitName(catalogue, office.unitCode),
    phone: office.phone,
    account: office.account?.number ?? '',
  };
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Money goes by when it moved, receipts by when they were issued: a refund today of yesterday's receipt is today's money. */
export function daySheet(desk: DeskContext, date: string) {
  const { db } = desk.store;
  const receipts = receiptsOfDay(db, date);
  const find = (receiptId: string) => findReceipt(db, receiptId);
  const refunds = refundsOfDay(db, date).flatMap(({ receiptId, by }) => {
    const receipt = find(receiptId);
    return receipt === undefined ? [] : [{ receipt, by }];
  });
  const { byFee, byClerk, waived } = dayParts({ date, issued: receipts, refunds, find });
  return {
    date,
    head: registerHead(db),
    receipts: receipts.map((receipt) => receiptView(desk, receipt)),
    ...tillTotals(tillEventsOfDay(db, date)),
    voidedAlone: voidedAlone(desk, date),
    zeroReceipts: receipts.filter(({ amount }) => amount === 0).length,
    waived,
    byFee: [...byFee],
    byClerk: byClerk.map((row) => ({ ...row, fullName: staffName(desk, row.username) })),
    tills: tillsOfDay(db, date).map(tillLine),
  };
}

/** What was made void alone on that day, as long as nobody signed beside it: the sheet that is signed says so. */
function voidedAlone(desk: DeskContext, date: string) {
  return loneCorrections(desk.store.db)
    .map(({ caseId, number, at, by, reason }) => ({
      caseId,
      number,
      at: civilOf(at),
      byName: staffName(desk, by),
      reason,
    }))
    .filter(({ at }) => at.slice(0, 10) === date);
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

export function daySummary(desk: DeskContext, date: string) {
  const rows = summaryRows(receiptsOfDay(desk.store.db, date));
  const xml = summaryXml(date, rows, collectorOf(desk));
  const total = rows.reduce((sum, { amount }) => sum + amount, 0);
  return { date, rows, total, fileName: `01-TH-BLDT-${date}.xml`, sha256: sha256Of(xml), xml };
}

export function monthOfMoney(desk: DeskContext, month: string) {
  const { db } = desk.store;
  const names = certificationFees(desk.catalogue.procedures);
  const { byFee, ...sums } = remittance(movesOfMonth(db, month), names);
  return {
    month,
    certification: { ...sums, byFee: [...byFee], remitBy: remittedBy(month) },
    unsigned: unsignedReceipts(db),
  };
}

/** What a case costs as the screens show it. */
export function feeView(fees: readonly FeeLine[]): FeeLineView[] {
  return fees.map(({ name, amount, note, basis, gap }) => ({
    name,
    amount,
    words: amount === null ? null : amountInWords(amount),
    note: [note, basis].filter(Boolean).join(' · '),
    ...(gap === undefined ? {} : { gap }),
  }));
}
