import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { PayMethod, ReceiptError } from '../../../contract/counter/money/fee-receipt.ts';
import { undoSeconds } from '../../../contract/base/values.ts';
import { decidedPairs, owedFor } from '../../../domain/apart/owed.ts';
import { justDone } from '../../../domain/counter/case/just-done.ts';
import type { ReceiptEvent, ReceiptLine } from '../../../domain/entries/money.ts';
import {
  correctionWay,
  isAboveFee,
  mostOf,
  receiptNumberText,
  rightPayer,
  toldPayer,
} from '../../../domain/counter/money/fee-receipt.ts';
import type { TillFault } from '../../../domain/counter/money/till.ts';
import { type CaseFile, getCaseFile } from '../../../store/counter/case/case.ts';
import { type KeptReceipt, findReceipt, isIssuedHere, receiptDesk } from '../../../store/counter/money/fee-receipt.ts';
import type { Db } from '../../../store/file/db.ts';
import { isOwnDesk } from '../../../store/journal/journal.ts';
import type { Writer } from '../../../store/store.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import { clockFault } from '../../core/clock.ts';
import { counterName } from '../../core/counter.ts';
import type { DeskContext } from '../../core/context.ts';
import { type PayerInput, issueReceipt, moveTill, payerNow, payerOf } from './collect.ts';
import { feesOf } from './fees.ts';
import { claimRequest, keepRequest } from '../../../store/journal/requests.ts';

type RefundFault = SettleFault | TillFault<'refund'> | Fault<'refund-elsewhere'>;
type SettleFault = Fault<'receipt-unknown' | 'receipt-settled' | 'clock-untrusted' | 'disk-full'>;

type RefundInput = {
  readonly receiptId: string;
  readonly reason: string;
  readonly method?: PayMethod | undefined;
  readonly till?: string | undefined;
  readonly fromOwnTill?: true | undefined;
};

/** Gives a receipt's money back, the way it came unless another is named. The receipt stays; its lines are due again. */
export function refundReceipt(desk: DeskContext, input: RefundInput, session: Session): 'refunded' | RefundFault {
  const { receiptId, reason } = input;
  return desk.store.write(authorOf(session), desk.now(), (tx): 'refunded' | RefundFault => {
    const receipt = openReceipt(desk, tx, receiptId);
    if (isFault(receipt)) return receipt;
    const { amount, series, number } = receipt;
    const printed = receiptNumberText(series.kind, number);
    const elsewhere = amount === 0 ? undefined : takenAt(desk, receiptId);
    const owedThere = elsewhere !== undefined && isDecidedAgainst(tx.db, receipt);
    if (owedThere && input.fromOwnTill !== true) return fault('refund-elsewhere', { number: printed, desk: elsewhere });
    const method = input.method ?? receipt.method;
    const till = amount === 0 ? null : (input.till ?? tillOf(desk, tx, receipt));
    const mark = owedThere ? { fromOwnTill: true as const } : {};
    return giveBack(tx, receipt, { method, till, reason, ...mark }, session) ?? 'refunded';
  });
}

type Back = Omit<Extract<ReceiptEvent, { type: 'receipt-refunded' }>, 'type' | 'amount'>;

/** The whole of a receipt out of a drawer, told of the receipt and of its case. */
function giveBack(
  tx: Writer,
  { receiptId, amount, caseId, series, number }: KeptReceipt,
  back: Back,
  session: Session,
): TillFault<'refund'> | null {
  const { method, till, reason } = back;
  const refusal = till === null ? null : moveTill(tx, till, { type: 'refund', receiptId, method, amount }, session);
  if (refusal !== null) return refusal;
  tx.append({ kind: 'receipt', receiptId }, { type: 'receipt-refunded', amount, ...back });
  const printed = receiptNumberText(series.kind, number);
  tx.append({ kind: 'case', caseId }, { type: 'fees-refunded', receiptId, number: printed, amount, reason });
  return null;
}

/** What is told where a reason stands. */
const undoReason = 'Thu nhầm, hoàn tác ngay khi chưa trao biên lai';

/** As a refund, by who has just collected it and alone: within the minute, and while nothing was built on it. */
export function undoReceipt(
  desk: DeskContext,
  receiptId: string,
  session: Session,
): 'undone' | Exclude<RefundFault, Fault<'refund-elsewhere'>> | Fault<'undo-over'> {
  return desk.store.write(authorOf(session), desk.now(), (tx) => {
    const receipt = openReceipt(desk, tx, receiptId);
    if (isFault(receipt)) return receipt;
    const { caseId, series, number, method, till } = receipt;
    const printed = receiptNumberText(series.kind, number);
    const isOwn = (uuid: string) => isOwnDesk(tx.db, uuid);
    const last = justDone(getCaseFile(tx.db, caseId).actions, {
      username: session.username,
      now: desk.nowCivil(),
      isOwn,
    })?.action;
    if (last?.type !== 'fees-collected' || last.receiptId !== receiptId)
      return fault('undo-over', { number: printed, seconds: undoSeconds });
    return giveBack(tx, receipt, { method, till, reason: undoReason, undone: true }, session) ?? 'undone';
  });
}

type CorrectInput = {
  readonly receiptId: string;
  readonly errors: readonly ReceiptError[];
  readonly reason: string;
  readonly payer?: PayerInput | undefined;
  readonly amounts: readonly { readonly line: number; readonly amount: number }[];
  readonly names?: readonly { readonly line: number; readonly name: string }[] | undefined;
  readonly right?: string | undefined;
  readonly aboveFee?: true | undefined;
  readonly requestId: string;
};

type CorrectFault =
  | SettleFault
  | TillFault<'adjust'>
  | Fault<
      | 'fee-unknown'
      | 'amount-above-fee'
      | 'receipt-right-already'
      | 'receipt-series-missing'
      | 'receipt-symbol-taken'
      | 'receipt-numbers-exhausted'
      | 'request-id-reused'
    >;

/** Says what was wrong on a receipt, and issues one in its place where the law wants one (TT 91/2026 Điều 20). */
export function correctReceipt(
  desk: DeskContext,
  input: CorrectInput,
  session: Session,
): 'notice' | 'replacement' | CorrectFault {
  const { receiptId, errors, reason, requestId } = input;
  const request = { call: 'money.correct', requestId, content: input };
  return desk.store.write(authorOf(session), desk.now(), (tx): 'notice' | 'replacement' | CorrectFault => {
    const reused = claimRequest(tx.db, request);
    if (reused !== null) return reused;
    // The same request again: its receipt is there already.
    if (findReceipt(tx.db, requestId) !== undefined) return 'replacement';
    const receipt = openReceipt(desk, tx, receiptId);
    if (isFault(receipt)) return receipt;
    const way = correctionWay(errors, receipt.series.kind);
    if (way === 'notice') {
      const { caseId, series } = receipt;
      const payer = input.payer === undefined ? {} : { payer: payerOf(input.payer) };
      tx.append({ kind: 'receipt', receiptId }, { type: 'receipt-error-noticed', errors, reason, ...payer });
      const number = receiptNumberText(series.kind, receipt.number);
      const right = input.right === undefined ? {} : { right: input.right };
      tx.append(
        { kind: 'case', caseId },
        { type: 'receipt-error-told', receiptId, number, errors, reason, ...payer, ...right },
      );
      keepRequest(tx.db, request);
      return way;
    }
    const refused = replaceReceipt(desk, tx, receipt, input, session);
    if (refused === null) keepRequest(tx.db, request);
    return refused ?? way;
  });
}

function replaceReceipt(
  desk: DeskContext,
  tx: Writer,
  old: KeptReceipt,
  input: CorrectInput,
  session: Session,
): CorrectFault | null {
  const { errors, reason, requestId } = input;
  const spokenOf = [...input.amounts, ...(input.names ?? [])];
  const stranger = spokenOf.find(({ line }) => !old.lines.some((known) => known.line === line));
  if (stranger !== undefined) return fault('fee-unknown', { line: stranger.line, count: old.lines.length });
  const already = saidAlready(old, input);
  if (already !== null) return already;
  const lines = old.lines.map((line): ReceiptLine => {
    const right = input.amounts.find((wanted) => wanted.line === line.line);
    const called = input.names?.find((wanted) => wanted.line === line.line);
    return { ...(right === undefined ? line : rightLine(line, right.amount)), ...(called && { name: called.name }) };
  });
  const dear = input.aboveFee === true ? undefined : lines.find((line) => isAboveFee(line) && isMoved(old, line));
  if (dear !== undefined)
    return fault('amount-above-fee', { name: dear.name, amount: dear.amount, most: mostOf(dear) ?? 0 });
  const amount = lines.reduce((sum, line) => sum + line.amount, 0);
  const delta = amount - old.amount;
  const own = tillOf(desk, tx, old);
  const till = delta === 0 && old.till === null ? null : own;
  const { method, caseId, stage } = old;
  const refusal =
    delta === 0 || till === null
      ? null
      : moveTill(tx, till, { type: 'adjust', receiptId: requestId, method, amount: delta }, session);
  if (refusal !== null) return refusal;
  const file = getCaseFile(tx.db, caseId);
  const { payer: knownPayer, caseNumber } = payerNow(old, file);
  const payer = rightPayer(toldPayer(knownPayer, old, file), errors, input.payer && payerOf(input.payer));
  const replaces = { receiptId: old.receiptId, series: old.series, number: old.number };
  const clerk = session.username;
  const issued = issueReceipt(desk, tx, requestId, {
    caseId,
    caseNumber,
    payer,
    lines,
    amount,
    method,
    stage,
    till,
    clerk,
    replaces,
  });
  if (isFault(issued)) return issued;
  tx.append(
    { kind: 'receipt', receiptId: old.receiptId },
    { type: 'receipt-superseded', by: requestId, errors, reason },
  );
  const number = receiptNumberText(issued.series.kind, issued.number);
  tx.append(
    { kind: 'case', caseId },
    {
      type: 'receipt-replaced',
      receiptId: old.receiptId,
      by: requestId,
      number,
      reason,
      ...amountsOf(desk, file, old, lines),
    },
  );
  return null;
}

/** Amounts, or names, that are told to be right and all stand there already: nothing would be corrected by them. */
function saidAlready(old: KeptReceipt, { amounts, names = [] }: CorrectInput): Fault<'receipt-right-already'> | null {
  const lineOf = (told: { readonly line: number }) => old.lines.find(({ line }) => line === told.line);
  const isAll = <T>(told: readonly T[], stands: (one: T) => boolean) => told.length > 0 && told.every(stands);
  const isSaid =
    isAll(amounts, (told) => lineOf(told)?.amount === told.amount) ||
    isAll(names, (told) => lineOf(told)?.name === told.name);
  const first = [...amounts, ...names].map(lineOf).find((line) => line !== undefined);
  return isSaid ? fault('receipt-right-already', { name: first?.name ?? '' }) : null;
}

/** With another amount: what it was counted by is wrong then, and what took it down holds only where it is down. */
function rightLine({ counted, waiver, ...line }: ReceiptLine, amount: number): ReceiptLine {
  if (amount === line.amount) return { ...line, amount, ...(counted && { counted }), ...(waiver && { waiver }) };
  const isDown = line.base === null || amount < line.base;
  return { ...line, amount, ...(waiver !== undefined && isDown ? { waiver } : {}) };
}

function isMoved({ lines }: KeptReceipt, { line, amount }: ReceiptLine): boolean {
  return lines.find((one) => one.line === line)?.amount !== amount;
}

/** The right amounts as the case is told them: by what entries call its fees. */
function amountsOf(desk: DeskContext, file: CaseFile, old: KeptReceipt, lines: readonly ReceiptLine[]) {
  const fees = feesOf(desk, file);
  const amounts = lines
    .filter((line) => isMoved(old, line))
    .flatMap(({ line, amount }) => {
      const ref = fees[line]?.ref;
      return ref === undefined ? [] : [{ line: ref, amount }];
    });
  return amounts.length === 0 ? {} : { amounts };
}

/** Where money of a receipt is given back or added: its drawer, where that is one of this desk; what another desk took goes out of this desk's own. */
function tillOf(desk: DeskContext, tx: Writer, { receiptId, till }: KeptReceipt): string {
  return (isIssuedHere(tx.db, receiptId) ? till : null) ?? desk.getOffice().desk.code;
}

/** What the counter is called whose drawer took a receipt's money, where that is another one's. */
export function takenAt(desk: DeskContext, receiptId: string): string | undefined {
  const uuid = receiptDesk(desk.store.db, receiptId);
  return uuid === undefined || isOwnDesk(desk.store.db, uuid) ? undefined : counterName(desk, uuid);
}

/** Whether somebody decided that its money, or that of the receipt whose place it took, was taken for nothing. */
export function isDecidedAgainst(db: Db, { receiptId, replaces, caseId }: KeptReceipt): boolean {
  const ids = new Set([receiptId]);
  for (let before = replaces; before !== undefined && !ids.has(before.receiptId);) {
    ids.add(before.receiptId);
    before = findReceipt(db, before.receiptId)?.replaces;
  }
  const owed = decidedPairs(getCaseFile(db, caseId).actions).flatMap(({ against }) => owedFor(against.action));
  return owed.some((one) => one.kind === 'refund' && ids.has(one.receiptId));
}

/** A receipt that still counts: neither given back nor replaced. */
function openReceipt(desk: DeskContext, tx: Writer, receiptId: string): KeptReceipt | SettleFault {
  const untrusted = clockFault(desk);
  if (untrusted !== null) return untrusted;
  const receipt = findReceipt(tx.db, receiptId);
  if (receipt === undefined) return fault('receipt-unknown', { receiptId });
  const number = receiptNumberText(receipt.series.kind, receipt.number);
  if (receipt.refunded !== null) return fault('receipt-settled', { number, state: 'refunded' });
  if (receipt.supersededBy !== null) return fault('receipt-settled', { number, state: 'replaced' });
  return receipt;
}
