import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { PaidIn, SettlementAnswer, UnpaidAnswer } from '../../../contract/counter/money/settlement.ts';
import type { TillView } from '../../../contract/counter/money/till.ts';
import { dateText } from '../../../domain/base/civil-time.ts';
import type { CaseAction } from '../../../domain/entries/case.ts';
import { certificationFees } from '../../../domain/counter/money/remittance.ts';
import { receiptXml } from '../../../domain/counter/money/receipt-xml.ts';
import { receiptNumberText } from '../../../domain/counter/money/fee-receipt.ts';
import type { TillAct, TillFault } from '../../../domain/counter/money/till.ts';
import { actionsAfter, findCaseFile, getCaseFile, findStandingCase } from '../../../store/counter/case/case.ts';
import { findReceipt, receiptsOfCase } from '../../../store/counter/money/fee-receipt.ts';
import { findPaidIn, paidInOf } from '../../../store/counter/money/paid-in.ts';
import { daysOfMonth } from '../../../store/counter/money/settlement.ts';
import { findTill, newestTills } from '../../../store/counter/money/till.ts';
import { findAccount } from '../../../store/common/office/accounts.ts';
import { paperOfCase } from '../case/papers/case-papers.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import { clockFault } from '../../core/clock.ts';
import type { DeskContext } from '../../core/context.ts';
import { type Caller, type Handlers, getSession } from '../../core/handler.ts';
import { isBeforeRegister, registerBegan } from '../../core/register-began.ts';
import { type Watching, watched } from '../../core/watched.ts';
import { type MadePaper, madeBefore, makePaper } from '../../papers/make.ts';
import { collectFees, moveTill } from './collect.ts';
import { assessedView, feesOf, setFee, waiveFee } from './fees.ts';
import { monthOnPaper, mostUnpaid, settlementFile, unpaidFile } from './month-file.ts';
import { receiptForms } from './papers.ts';
import { paymentCode } from './payment-code.ts';
import { correctReceipt, isDecidedAgainst, refundReceipt, takenAt, undoReceipt } from './refund-and-correct.ts';
import {
  collectorOf,
  daySheet,
  daySummary,
  getReceiptView,
  monthOfMoney,
  receiptView,
  sha256Of,
  tillView,
} from './views.ts';

/** Beside the desk, of one moment: however many receipts there are, no clerk waits for it. */
async function settlementOf(desk: DeskContext, month: string, watching?: Watching): Promise<SettlementAnswer> {
  const madeAt = desk.nowCivil();
  const certification = certificationFees(desk.catalogue.procedures);
  return {
    ...registerOfMonth(desk, month),
    month,
    ...(await desk.reader.read('settlement', { month, certification, today: madeAt.slice(0, 10) }, watching)),
    madeAt,
  };
}

/** From which day on there is a register, as far as a month is before it. */
function registerOfMonth(desk: DeskContext, month: string): Pick<SettlementAnswer, 'began' | 'known'> {
  const days = daysOfMonth(month);
  const began = registerBegan(desk)?.slice(0, 10) ?? null;
  return { began: began === null || began <= days.from ? null : began, known: !isBeforeRegister(desk, days) };
}

type Page = { readonly month: string; readonly after?: string | undefined; readonly limit: number };

async function unpaidOf(
  desk: DeskContext,
  { month, after, limit }: Page,
  watching?: Watching,
): Promise<UnpaidAnswer | Fault<'case-unknown'>> {
  const madeAt = desk.nowCivil();
  const { to } = daysOfMonth(month);
  const today = madeAt.slice(0, 10);
  // Of a month that is not over, what is owed now.
  const until = to < today ? to : today;
  const asked = { until, incentives: desk.incentives(), limit, after };
  const read = await desk.reader.read('unpaid', asked, watching);
  return read === null
    ? fault('case-unknown', { caseId: after ?? '' })
    : { ...registerOfMonth(desk, month), until, ...read, madeAt };
}

export const moneyHandlers: Handlers['money'] = {
  assess: (desk, { caseId }) => {
    const file = findStandingCase(desk.store.db, caseId);
    return isFault(file) ? file : assessedView(desk, file);
  },

  setFee: (desk, input, caller) => setFee(desk, input, getSession(caller)),

  waive: (desk, input, caller) => waiveFee(desk, input, getSession(caller)),

  collect: async (desk, input, caller) => {
    const session = getSession(caller);
    const done = collectFees(desk, input, session);
    if (isFault(done)) return done;
    // The money and its receipt are safe from here; whatever happens to the paper is said, and undoes nothing.
    const receipt = getReceiptView(desk, input.requestId);
    const { caseId } = receipt;
    const paper = await desk.inTurn(caseId, () => receiptPaper(desk, { ...input, caseId }, session));
    const { receiptId, number, amount } = receipt;
    const change = input.method === 'cash' && input.tendered !== undefined ? Math.max(0, input.tendered - amount) : 0;
    return { receiptId, number, amount, change, receipt, ...madeOf(paper) };
  },

  refund: (desk, input, caller) => {
    const done = refundReceipt(desk, input, getSession(caller));
    return isFault(done) ? done : getReceiptView(desk, input.receiptId);
  },

  undo: (desk, { receiptId }, caller) => {
    const done = undoReceipt(desk, receiptId, getSession(caller));
    return isFault(done) ? done : getReceiptView(desk, receiptId);
  },

  correct: async (desk, input, caller) => {
    const session = getSession(caller);
    const way = correctReceipt(desk, input, session);
    if (isFault(way)) return way;
    const replacement = way === 'replacement' ? getReceiptView(desk, input.requestId) : null;
    const receipt = getReceiptView(desk, input.receiptId);
    const { caseId } = receipt;
    const paper = await desk.inTurn(caseId, () => correctionPaper(desk, { ...input, caseId }, way, session));
    return { way, receipt, replacement, ...madeOf(paper) };
  },

  receipt: (desk, { receiptId }) => {
    const receipt = findReceipt(desk.store.db, receiptId);
    return receipt === undefined ? fault('receipt-unknown', { receiptId }) : receiptView(desk, receipt);
  },

  receipts: (desk, { caseId }) => {
    const file = findCaseFile(desk.store.db, caseId);
    if (file === undefined) return fault('case-unknown', { caseId });
    const due = new Set(feesOf(desk, file).map((fee) => fee.receiptId));
    return {
      receipts: receiptsOfCase(desk.store.db, caseId).map((receipt) => {
        const elsewhere = receipt.amount === 0 ? undefined : takenAt(desk, receipt.receiptId);
        return {
          ...receiptView(desk, receipt),
          ...(elsewhere === undefined ? {} : { takenAt: elsewhere }),
          ...(isDecidedAgainst(desk.store.db, receipt) ? { decidedAgainst: true as const } : {}),
          dueAgain: due.has(receipt.receiptId),
        };
      }),
    };
  },

  receiptXml: (desk, { receiptId }) => {
    const receipt = findReceipt(desk.store.db, receiptId);
    if (receipt === undefined) return fault('receipt-unknown', { receiptId });
    const number = receiptNumberText(receipt.series.kind, receipt.number);
    if (receipt.series.kind !== 'electronic') return fault('receipt-not-electronic', { number });
    const xml = receiptXml(receipt, collectorOf(desk));
    const fileName = `${receipt.series.symbol}-${number}.xml`;
    return { fileName, mediaType: 'application/xml' as const, sha256: sha256Of(xml), xml, signed: false as const };
  },

  summary: (desk, { date }) => daySummary(desk, date),

  month: (desk, { month }) => monthOfMoney(desk, month),

  settlement: (desk, { month, watch }) => watched(desk, watch, (watching) => settlementOf(desk, month, watching)),

  unpaid: (desk, page) => unpaidOf(desk, page),

  monthFile: (desk, { month, list, format, after, watch }, caller) => {
    const session = getSession(caller);
    return watched(desk, watch, async (watching) => {
      const settled = await settlementOf(desk, month, watching);
      const maker = session.fullName;
      const { head } = settled;
      const owed =
        list === 'settlement' ? null : await unpaidOf(desk, { month, after, limit: mostUnpaid[format] }, watching);
      if (owed !== null && isFault(owed)) return owed;
      const made =
        owed === null
          ? await settlementFile(desk, settled, maker, format)
          : await unpaidFile(desk, { unpaid: owed, month, head, maker, after }, format, watching);
      if (isFault(made)) return made;
      watching.signal.throwIfAborted();
      // A file of which nothing was kept is not handed out; the figures on the screen still are.
      const kept = desk.store.write(authorOf(session), desk.now(), (tx) =>
        tx.append({ kind: 'office' }, { type: 'money-exported', list, month, format, lines: made.rows, head }),
      );
      return isFault(kept) ? kept : made;
    });
  },

  recordPayIn: (desk, paid, caller) => {
    if (paid.day > desk.nowCivil().slice(0, 10)) return fault('pay-in-day', { day: dateText(paid.day) });
    const done = desk.store.write(authorOf(getSession(caller)), desk.now(), (tx) => {
      const same = ({ slip, part, takenBack }: PaidIn) =>
        takenBack === null && part === paid.part && slip.toLowerCase() === paid.slip.toLowerCase();
      if (paidInOf(tx.db, paid.month).some(same))
        return fault('pay-in-repeated', { slip: paid.slip, month: monthOnPaper(paid.month) });
      return tx.append({ kind: 'office' }, { type: 'money-paid-in', ...paid });
    });
    return isFault(done) ? done : { paidIn: paidInOf(desk.store.db, paid.month) };
  },

  takeBackPayIn: (desk, { payInId, reason }, caller) => {
    const done = desk.store.write(authorOf(getSession(caller)), desk.now(), (tx) => {
      const line = findPaidIn(tx.db, payInId);
      if (line === undefined) return fault('pay-in-unknown', { payInId });
      tx.append({ kind: 'office' }, { type: 'pay-in-taken-back', payInId, reason });
      return { month: line.month };
    });
    return isFault(done) ? done : { paidIn: paidInOf(desk.store.db, done.month) };
  },

  daySheet: (desk, { date }) => daySheet(desk, date),

  vietQr: (desk, { caseId, amount }) => {
    const file = findCaseFile(desk.store.db, caseId);
    return file === undefined ? fault('case-unknown', { caseId }) : paymentCode(desk, file, amount);
  },
};

function madeOf({ document, printJobId, paperFault }: MadePaper) {
  const documents =
    document === null ? [] : [{ form: document.form, documentId: document.documentId, sha256: document.sha256 }];
  return { documents, printJobId, paperFault };
}

type Wish = {
  readonly caseId: string;
  readonly requestId: string;
  readonly print: boolean;
  readonly printer?: string | undefined;
};

/** The paper of a receipt that has none yet: the receipt itself, or from 2027 the slip that says it is none. */
function receiptPaper(desk: DeskContext, wish: Wish, session: Session): Promise<MadePaper> {
  const form = receiptForms[findReceipt(desk.store.db, wish.requestId)?.series.kind ?? 'paper'];
  const isOf = (action: CaseAction) =>
    (action.type === 'fees-collected' && action.receiptId === wish.requestId) ||
    (action.type === 'receipt-replaced' && action.by === wish.requestId);
  return paperAfter(desk, wish, { form, isOf }, session);
}

/** What whoever paid gets of a receipt that was wrong: the one in its place, or the notice that says what is right. */
function correctionPaper(
  desk: DeskContext,
  wish: Wish & { readonly receiptId: string },
  way: 'notice' | 'replacement',
  session: Session,
): Promise<MadePaper> {
  if (way === 'replacement') return receiptPaper(desk, wish, session);
  const isOf = (action: CaseAction) => action.type === 'receipt-error-told' && action.receiptId === wish.receiptId;
  return paperAfter(desk, wish, { form: 'bien-lai-sai', isOf }, session);
}

type PaperOfAct = { readonly form: string; readonly isOf: (action: CaseAction) => boolean };

/** The paper that was made after an act, or one that is made now. */
async function paperAfter(
  desk: DeskContext,
  wish: Wish,
  { form, isOf }: PaperOfAct,
  session: Session,
): Promise<MadePaper> {
  const file = getCaseFile(desk.store.db, wish.caseId);
  const done = file.actions.findLast(({ action }) => isOf(action));
  const behind = new Set(actionsAfter(file.actions, done?.seq ?? 0).map(({ seq }) => seq));
  const made = file.state.documents.find((document) => document.form === form && behind.has(document.seq));
  if (made !== undefined) return madeBefore(desk, made);
  return makePaper(desk, paperOfCase(desk, file), form, wish, session);
}

export const tillHandlers: Handlers['till'] = {
  open: (desk, { till, float }, caller) => clockFault(desk) ?? act(desk, till, { type: 'open', float }, caller),

  count: (desk, { till, counts }, caller) => act(desk, till, { type: 'count', counts }, caller),

  handOver: (desk, { till, to, counts, reason }, caller) => {
    if (findAccount(desk.store.db, to) === undefined) return fault('account-unknown', { username: to });
    return act(desk, till, { type: 'hand-over', to, counts, reason }, caller);
  },

  takeOver: (desk, { till, counts }, caller) => act(desk, till, { type: 'take-over', counts }, caller),

  close: (desk, { till, counts, reason }, caller) => act(desk, till, { type: 'close', counts, reason }, caller),

  status: (desk, { till }) => view(desk, nameOf(desk, till)),

  list: (desk) => ({ tills: newestTills(desk.store.db).map((kept) => tillView(desk, kept.till, kept)) }),
};

function act<A extends TillAct>(
  desk: DeskContext,
  till: string | undefined,
  wanted: A,
  caller: Caller,
): TillView | TillFault<A['type']> | Fault<'disk-full'> {
  const session = getSession(caller);
  const name = nameOf(desk, till);
  const done = desk.store.write(authorOf(session), desk.now(), (tx) => moveTill(tx, name, wanted, session));
  return isFault(done) ? done : view(desk, name);
}

function view(desk: DeskContext, till: string): TillView {
  return tillView(desk, till, findTill(desk.store.db, till));
}

function nameOf(desk: DeskContext, till: string | undefined): string {
  return till ?? desk.getOffice().desk.code;
}
