import { type Fault, fault, isFault } from '../../contract/fault.ts';
import type { PayMethod } from '../../contract/money/receipt.ts';
import { foldCase } from '../../domain/case/state.ts';
import type { RecordedAction } from '../../domain/entries/case.ts';
import type { Payer, ReceiptLine } from '../../domain/entries/money.ts';
import type { CaseFee } from '../../domain/money/case-fees.ts';
import { payStage, receiptNumberText } from '../../domain/money/receipt.ts';
import type { TillFault } from '../../domain/money/till.ts';
import { caseActions } from '../../store/case/case.ts';
import { findReceipt } from '../../store/money/receipt.ts';
import { authorOf } from '../author.ts';
import type { Session } from '../client.ts';
import { clockFault } from '../clock.ts';
import type { Room } from '../room.ts';
import { feesOf, printedNumber } from './fees-of.ts';
import { issueReceipt, moveTill } from './issue.ts';

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
      | 'tendered-short'
      | 'clock-untrusted'
      | 'receipt-series-missing'
      | 'receipt-numbers-exhausted'
      | 'disk-full'
    >;

/**
 * Takes the money and issues its receipt in one commit, at the moment of collection (NĐ 254/2026 Điều 24). The request id is the
 * receipt's id: the same request twice is one receipt. 0 đồng gets a receipt too (NQ 411/NQ-HĐND), and needs no open till.
 */
export function collectFees(room: Room, input: CollectInput, session: Session): 'collected' | 'known' | CollectFault {
  const { caseId, requestId, method, tendered } = input;
  return room.store.write(authorOf(session), room.now(), (tx): 'collected' | 'known' | CollectFault => {
    if (findReceipt(tx.db, requestId) !== undefined) return 'known';
    const actions = caseActions(tx.db, caseId);
    if (actions.length === 0) return fault('case-unknown', { caseId });
    const untrusted = clockFault(room);
    if (untrusted !== null) return untrusted;
    const lines = payableLines(room, actions, input.lines);
    if (isFault(lines)) return lines as LineFault;
    const amount = (lines as ReceiptLine[]).reduce((sum, line) => sum + line.amount, 0);
    if (method === 'cash' && tendered !== undefined && tendered < amount)
      return fault('tendered-short', { due: amount, tendered });
    const till = amount === 0 ? null : (input.till ?? room.getOffice().desk.code);
    const refusal =
      till === null ? null : moveTill(tx, till, { type: 'collect', receiptId: requestId, method, amount }, session);
    if (refusal !== null) return refusal;
    const { received, number, status } = foldCase(actions);
    const issued = issueReceipt(room, tx, requestId, {
      caseId,
      caseNumber: number.official ?? number.local,
      payer: payerOf(input.payer ?? received.applicant),
      lines: lines as ReceiptLine[],
      amount,
      method,
      stage: payStage(status),
      till,
      clerk: session.username,
      ...(tendered === undefined ? {} : { tendered }),
    });
    if (isFault(issued)) return issued;
    const printed = receiptNumberText(issued.series.kind, issued.number);
    tx.append(
      { kind: 'case', caseId },
      { type: 'fees-collected', receiptId: requestId, number: printed, amount, lines: input.lines },
    );
    return 'collected';
  });
}

export function payerOf(
  person: { readonly fullName: string; readonly address?: string | undefined } | PayerInput,
): Payer {
  const name = 'fullName' in person ? person.fullName : person.name;
  const taxCode = 'taxCode' in person ? person.taxCode : undefined;
  return { name, ...(person.address ? { address: person.address } : {}), ...(taxCode ? { taxCode } : {}) };
}

function payableLines(
  room: Room,
  actions: readonly RecordedAction[],
  wanted: readonly number[],
): ReceiptLine[] | LineFault {
  const fees = feesOf(room, actions);
  if (wanted.length === 0) return fault('nothing-to-collect', {});
  const lines: ReceiptLine[] = [];
  for (const index of wanted) {
    const line = payableLine(room, fees, index);
    if (isFault(line)) return line as LineFault;
    lines.push(line as ReceiptLine);
  }
  return lines;
}

function payableLine(room: Room, fees: readonly CaseFee[], index: number): ReceiptLine | LineFault {
  const fee = fees[index];
  if (fee === undefined) return fault('fee-unknown', { line: index, count: fees.length });
  const { line, receiptId, amount, base, waiver } = fee;
  if (receiptId !== null)
    return fault('already-collected', { name: line.name, number: printedNumber(room, receiptId) });
  if (amount === null) return fault('amount-unknown', { name: line.name });
  return { line: index, name: line.name, base, amount, ...(waiver === null ? {} : { waiver }) };
}
