import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { PayMethod } from '../../../contract/counter/money/fee-receipt.ts';
import { printedNumber } from '../../../domain/base/numbering.ts';
import type { CaseAction, RecordedAction } from '../../../domain/entries/case.ts';
import type { Payer, ReceiptIssued, ReceiptLine, ReceiptSeries } from '../../../domain/entries/money.ts';
import type { CaseFee } from '../../../domain/counter/money/case-fees.ts';
import { countedText } from '../../../domain/counter/money/fees.ts';
import {
  type FiscalReceipt,
  type RegisteredSeries,
  nextReceiptNumber,
  payStage,
  receiptNumberText,
  receiptSeriesAt,
} from '../../../domain/counter/money/fee-receipt.ts';
import { type TillAct, type TillFault, decideTill } from '../../../domain/counter/money/till.ts';
import { type CaseFile, appended, recordedNow, findStandingCase } from '../../../store/counter/case/case.ts';
import { findReceipt, lastReceiptNumber } from '../../../store/counter/money/fee-receipt.ts';
import { findCentre } from '../../../store/centre/hub/centre.ts';
import { earlierIssuer } from '../../../store/counter/money/symbols.ts';
import { findTill, tillSubject } from '../../../store/counter/money/till.ts';
import type { Writer } from '../../../store/store.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import { clockFault } from '../../core/clock.ts';
import type { DeskContext } from '../../core/context.ts';
import { counterName } from '../../core/counter.ts';
import { feesOf, receiptNumberOf } from './fees.ts';
import { claimRequest, keepRequest } from '../../../store/journal/requests.ts';

/** What this office registered for its receipts. */
function registeredSeries(desk: DeskContext): RegisteredSeries {
  const own = desk.getOffice().receipts;
  return { paper: own?.paper ?? null, letters: own?.letters ?? null };
}

/** Numbers a receipt and puts it in the journal, inside the transaction that moves its money: both are on disk, or neither. */
export function issueReceipt(
  desk: DeskContext,
  tx: Writer,
  receiptId: string,
  facts: Omit<ReceiptIssued, 'type' | 'series' | 'number'>,
): ReceiptIssued | Fault<'receipt-series-missing' | 'receipt-symbol-taken' | 'receipt-numbers-exhausted'> {
  const registered = registeredSeries(desk);
  const series = receiptSeriesAt(desk.nowCivil(), desk.catalogue.receiptLaw, registered);
  if (isFault(series)) return series;
  const taken = othersSeries(desk, tx, series, registered);
  if (taken !== null) return taken;
  const number = nextReceiptNumber(series, lastReceiptNumber(tx.db, series));
  if (isFault(number)) return number;
  const issued: ReceiptIssued = { type: 'receipt-issued', series, number, ...facts };
  tx.append({ kind: 'receipt', receiptId }, issued);
  return issued;
}

/**
 * A series in which another counter issued receipts first, or whose symbol the hub gave to another: two receipts would bear one number (NĐ 254/2026 Điều 25
 * k5 wants them parted). Practice offices have one invented symbol between them.
 */
function othersSeries(
  desk: DeskContext,
  { db }: Writer,
  series: ReceiptSeries,
  { paper, letters }: RegisteredSeries,
): Fault<'receipt-symbol-taken'> | null {
  if (desk.practice()) return null;
  const { symbol } = series;
  const issuer = earlierIssuer(db, series);
  if (issuer !== undefined) return fault('receipt-symbol-taken', { symbol, desk: counterName(desk, issuer) });
  const own = (series.kind === 'paper' ? paper?.symbol : letters)?.trim().toUpperCase();
  const lost = findCentre(db)?.notices.find(
    ({ code, data }) => code === 'hub-number-taken' && String(data['what']).trim().toUpperCase() === own,
  );
  return lost === undefined ? null : fault('receipt-symbol-taken', { symbol, desk: String(lost.data['desk']) });
}

/** Moves a till if the law of tills allows it. Null when it is done. */
export function moveTill<A extends TillAct>(
  tx: Writer,
  till: string,
  act: A,
  session: Session,
): TillFault<A['type']> | null {
  const event = decideTill(till, findTill(tx.db, till), act, session);
  if (isFault(event)) return event;
  tx.append({ kind: 'till', till: tillSubject(tx.db, till) }, event);
  return null;
}

export type PayerInput = {
  readonly name: string;
  readonly address?: string | undefined;
  readonly taxCode?: string | undefined;
};

export type CollectInput = {
  readonly caseId: string;
  readonly lines: readonly number[];
  readonly method: PayMethod;
  readonly tendered?: number | undefined;
  readonly payer?: PayerInput | undefined;
  readonly till?: string | undefined;
  readonly requestId: string;
};

type LineFault = Fault<'fee-unknown' | 'amount-unknown' | 'already-collected' | 'nothing-to-collect'>;
export type CollectFault =
  | LineFault
  | TillFault<'collect'>
  | Fault<
      | 'case-unknown'
      | 'case-undone'
      | 'tendered-short'
      | 'clock-untrusted'
      | 'receipt-series-missing'
      | 'receipt-symbol-taken'
      | 'receipt-numbers-exhausted'
      | 'request-id-reused'
      | 'disk-full'
    >;

/**
 * Takes the money and issues its receipt in one commit, at the moment of collection (NĐ 254/2026 Điều 24). The request id is the
 * receipt's id: the same request twice is one receipt. 0 đồng gets a receipt too (NQ 411/NQ-HĐND), and needs no open till.
 */
export function collectFees(
  desk: DeskContext,
  input: CollectInput,
  session: Session,
): 'collected' | 'known' | CollectFault {
  const { caseId, requestId } = input;
  const request = { call: 'money.collect', requestId, content: input };
  return desk.store.write(authorOf(session), desk.now(), (tx): 'collected' | 'known' | CollectFault => {
    const reused = claimRequest(tx.db, request);
    if (reused !== null) return reused;
    if (findReceipt(tx.db, requestId) !== undefined) return 'known';
    const file = findStandingCase(tx.db, caseId);
    if (isFault(file)) return file;
    const untrusted = clockFault(desk);
    if (untrusted !== null) return untrusted;
    const taken = takeMoney(desk, tx, file, input, session);
    if (isFault(taken)) return taken;
    keepRequest(tx.db, request);
    return 'collected';
  });
}

/** The same inside the transaction of somebody who does more in it: the file with what was collected on it. */
export function takeMoney(
  desk: DeskContext,
  tx: Writer,
  file: CaseFile,
  { lines: wanted, method, tendered, payer, till: named, requestId }: Omit<CollectInput, 'caseId'>,
  session: Session,
): CaseFile | Exclude<CollectFault, Fault<'case-unknown' | 'case-undone'>> {
  const { caseId } = file;
  const fees = feesOf(desk, file);
  const lines = payableLines(desk, fees, wanted);
  if (isFault(lines)) return lines;
  const amount = lines.reduce((sum, line) => sum + line.amount, 0);
  if (method === 'cash' && tendered !== undefined && tendered < amount)
    return fault('tendered-short', { due: amount, tendered });
  const till = amount === 0 ? null : (named ?? desk.getOffice().desk.code);
  const refusal =
    till === null ? null : moveTill(tx, till, { type: 'collect', receiptId: requestId, method, amount }, session);
  if (refusal !== null) return refusal;
  const { received, number, status } = file.state;
  const issued = issueReceipt(desk, tx, requestId, {
    caseId,
    caseNumber: printedNumber(number),
    payer: payerOf(payer ?? received.applicant),
    lines,
    amount,
    method,
    stage: payStage(status),
    till,
    clerk: session.username,
    ...(tendered === undefined ? {} : { tendered }),
  });
  if (isFault(issued)) return issued;
  const collected: CaseAction = {
    type: 'fees-collected',
    receiptId: requestId,
    number: receiptNumberText(issued.series.kind, issued.number),
    amount,
    lines: refsOf(fees, wanted),
  };
  return appended(file, recordedNow(tx.append({ kind: 'case', caseId }, collected), collected));
}

export function payerOf(
  person: { readonly fullName: string; readonly address?: string | undefined } | PayerInput,
): Payer {
  const name = 'fullName' in person ? person.fullName : person.name;
  const taxCode = 'taxCode' in person ? person.taxCode : undefined;
  return { name, ...(person.address ? { address: person.address } : {}), ...(taxCode ? { taxCode } : {}) };
}

/** What entries call the fees in these places. */
function refsOf(fees: readonly CaseFee[], places: readonly number[]): string[] {
  return places.flatMap((place) => fees[place]?.ref ?? []);
}

function payableLines(
  desk: DeskContext,
  fees: readonly CaseFee[],
  wanted: readonly number[],
): ReceiptLine[] | LineFault {
  if (wanted.length === 0) return fault('nothing-to-collect', {});
  const lines: ReceiptLine[] = [];
  for (const index of wanted) {
    const line = payableLine(desk, fees, index);
    if (isFault(line)) return line;
    lines.push(line);
  }
  return lines;
}

function payableLine(desk: DeskContext, fees: readonly CaseFee[], index: number): ReceiptLine | LineFault {
  const fee = fees[index];
  if (fee === undefined) return fault('fee-unknown', { line: index, count: fees.length });
  const { line, receiptId, amount, base, waiver, corrected } = fee;
  if (receiptId !== null)
    return fault('already-collected', { name: line.name, number: receiptNumberOf(desk, receiptId) });
  if (amount === null) return fault('amount-unknown', { name: line.name });
  const counted = countedText(line);
  return {
    line: index,
    name: line.name,
    base,
    ...(corrected === undefined ? {} : { rule: corrected.rule }),
    amount,
    ...(counted === undefined ? {} : { counted }),
    ...(waiver === null ? {} : { waiver }),
  };
}

type OnReceipt = Pick<FiscalReceipt, 'payer' | 'caseNumber'>;

/**
 * Whom and which case a receipt written today speaks of in the place of an older one: the receipt of the case may have been corrected
 * since, and then its applicant has another name and the case another number. Somebody else who paid stays who they are, and what
 * was printed before stays as it was.
 */
export function payerNow(old: OnReceipt, { actions, state: { received, number } }: CaseFile): OnReceipt {
  const caseNumber = printedNumber(number);
  const { name, taxCode } = old.payer;
  if (!namesOfApplicant(actions).has(name)) return { payer: old.payer, caseNumber };
  const payer: Payer = { ...payerOf(received.applicant), ...(taxCode === undefined ? {} : { taxCode }) };
  return { payer, caseNumber };
}

/** As each receipt of the case called them. */
function namesOfApplicant(actions: readonly RecordedAction[]): ReadonlySet<string> {
  return new Set(
    actions.flatMap(({ action }) =>
      action.type === 'received' || action.type === 'corrected' ? [action.applicant.fullName] : [],
    ),
  );
}
