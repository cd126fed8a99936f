import { type Fault, fault, isFault } from '../../contract/fault.ts';
import type { TillView } from '../../contract/money/till.ts';
import { receiptXml } from '../../domain/money/receipt-xml.ts';
import { receiptNumberText } from '../../domain/money/receipt.ts';
import type { TillAct, TillFault } from '../../domain/money/till.ts';
import { findCaseFile, findCaseRow, getCaseFile } from '../../store/case/case.ts';
import { findReceipt, receiptsOfCase } from '../../store/money/receipt.ts';
import { findTill, newestTills } from '../../store/money/till.ts';
import { findAccount } from '../../store/office/accounts.ts';
import { paperOfCase } from '../case/papers/case-papers.ts';
import { type Session, authorOf } from '../core/client.ts';
import { clockFault } from '../core/clock.ts';
import type { DeskContext } from '../core/context.ts';
import { type Caller, type Handlers, getSession } from '../core/handler.ts';
import { type MadePaper, madeBefore, makePaper } from '../papers/make.ts';
import { type CollectInput, collectFees, moveTill } from './collect.ts';
import { assessedView, setFee, waiveFee } from './fees.ts';
import { receiptForms } from './papers.ts';
import { paymentCode } from './payment-code.ts';
import { correctReceipt, refundReceipt } from './settle.ts';
import { collectorOf, daySheet, daySummary, getReceiptView, receiptView, sha256Of, tillView } from './views.ts';

export const moneyHandlers: Handlers['money'] = {
  assess: (room, { caseId }) => {
    const file = findCaseFile(room.store.db, caseId);
    return file === undefined ? fault('case-unknown', { caseId }) : assessedView(room, file);
  },

  setFee: (room, input, caller) => setFee(room, input, getSession(caller)),

  waive: (room, input, caller) => waiveFee(room, input, getSession(caller)),

  collect: async (room, input, caller) => {
    const session = getSession(caller);
    const done = collectFees(room, input, session);
    if (isFault(done)) return done;
    // The money and its receipt are safe from here; whatever happens to the paper is said, and undoes nothing.
    const receipt = getReceiptView(room, input.requestId);
    const { caseId } = receipt;
    const paper = await room.inTurn(caseId, () => receiptPaper(room, { ...input, caseId }, session));
    const { receiptId, number, amount } = receipt;
    const change = input.method === 'cash' && input.tendered !== undefined ? Math.max(0, input.tendered - amount) : 0;
    const { document, printJobId, paperFault } = paper;
    const documents =
      document === null ? [] : [{ form: document.form, documentId: document.documentId, sha256: document.sha256 }];
    return { receiptId, number, amount, change, receipt, documents, printJobId, paperFault };
  },

  refund: (room, input, caller) => {
    const done = refundReceipt(room, input, getSession(caller));
    return isFault(done) ? done : getReceiptView(room, input.receiptId);
  },

  correct: (room, input, caller) => {
    const way = correctReceipt(room, input, getSession(caller));
    if (isFault(way)) return way;
    const replacement = way === 'replacement' ? getReceiptView(room, input.requestId) : null;
    return { way, receipt: getReceiptView(room, input.receiptId), replacement };
  },

  receipt: (room, { receiptId }) => {
    const receipt = findReceipt(room.store.db, receiptId);
    return receipt === undefined ? fault('receipt-unknown', { receiptId }) : receiptView(room, receipt);
  },

  receipts: (room, { caseId }) => {
    if (findCaseRow(room.store.db, caseId) === undefined) return fault('case-unknown', { caseId });
    return { receipts: receiptsOfCase(room.store.db, caseId).map((receipt) => receiptView(room, receipt)) };
  },

  receiptXml: (room, { receiptId }) => {
    const receipt = findReceipt(room.store.db, receiptId);
    if (receipt === undefined) return fault('receipt-unknown', { receiptId });
    const number = receiptNumberText(receipt.series.kind, receipt.number);
    if (receipt.series.kind !== 'electronic') return fault('receipt-not-electronic', { number });
    const xml = receiptXml(receipt, collectorOf(room));
    const fileName = `${receipt.series.symbol}-${number}.xml`;
    return { fileName, mediaType: 'application/xml' as const, sha256: sha256Of(xml), xml, signed: false as const };
  },

  summary: (room, { date }) => daySummary(room, date),

  daySheet: (room, { date }) => daySheet(room, date),

  vietQr: (room, { caseId, amount }) => {
    const file = findCaseFile(room.store.db, caseId);
    return file === undefined ? fault('case-unknown', { caseId }) : paymentCode(room, file, amount);
  },
};

type Wish = CollectInput & { readonly print: boolean; readonly printer?: string | undefined };

/** The paper of a receipt that has none yet: the receipt itself, or from 2027 the slip that says it is none. */
async function receiptPaper(room: DeskContext, input: Wish, session: Session): Promise<MadePaper> {
  const file = getCaseFile(room.store.db, input.caseId);
  const collected = file.actions.find(
    ({ action }) => action.type === 'fees-collected' && action.receiptId === input.requestId,
  );
  const form = receiptForms[findReceipt(room.store.db, input.requestId)?.series.kind ?? 'paper'];
  const made = file.state.documents.find((document) => document.form === form && document.seq > (collected?.seq ?? 0));
  if (made !== undefined) return madeBefore(room, made);
  return makePaper(room, paperOfCase(room, file), form, input, session);
}

export const tillHandlers: Handlers['till'] = {
  open: (room, { till, float }, caller) => clockFault(room) ?? act(room, till, { type: 'open', float }, caller),

  count: (room, { till, counts }, caller) => act(room, till, { type: 'count', counts }, caller),

  handOver: (room, { till, to, counts, reason }, caller) => {
    if (findAccount(room.store.db, to) === undefined) return fault('account-unknown', { username: to });
    return act(room, till, { type: 'hand-over', to, counts, reason }, caller);
  },

  takeOver: (room, { till, counts }, caller) => act(room, till, { type: 'take-over', counts }, caller),

  close: (room, { till, counts, reason }, caller) => act(room, till, { type: 'close', counts, reason }, caller),

  status: (room, { till }) => view(room, nameOf(room, till)),

  list: (room) => ({ tills: newestTills(room.store.db).map((kept) => tillView(room, kept.till, kept)) }),
};

function act<A extends TillAct>(
  room: DeskContext,
  till: string | undefined,
  wanted: A,
  caller: Caller,
): TillView | TillFault<A['type']> | Fault<'disk-full'> {
  const session = getSession(caller);
  const name = nameOf(room, till);
  const done = room.store.write(authorOf(session), room.now(), (tx) => moveTill(tx, name, wanted, session));
  return isFault(done) ? done : view(room, name);
}

function view(room: DeskContext, till: string): TillView {
  return tillView(room, till, findTill(room.store.db, till));
}

function nameOf(room: DeskContext, till: string | undefined): string {
  return till ?? room.getOffice().desk.code;
}
