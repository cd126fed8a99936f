import type { Fee } from '../../contract/money/money.ts';
import { amountInWords } from '../../domain/base/dong.ts';
import { foldCase } from '../../domain/case/state.ts';
import type { RecordedAction } from '../../domain/entries/case.ts';
import { type CaseFee, caseFees, dueFees } from '../../domain/money/case-fees.ts';
import { receiptNumberText } from '../../domain/money/receipt.ts';
import { findReceipt } from '../../store/money/receipt.ts';
import { personName } from '../case-view.ts';
import type { Room } from '../room.ts';

/** A case's fees, by the incentives of this desk's lists and the day and channel of its reception. */
export function feesOf(room: Room, actions: readonly RecordedAction[]): CaseFee[] {
  const { received, acceptedAt } = foldCase(actions);
  return caseFees(actions, { incentives: room.incentives(), channel: received.channel, day: acceptedAt.slice(0, 10) });
}

export function assessedView(room: Room, caseId: string, actions: readonly RecordedAction[]) {
  const fees = feesOf(room, actions);
  const { known, unknown } = dueFees(fees);
  return { caseId, fees: fees.map((fee) => feeView(room, fee)), due: known, words: amountInWords(known), unknown };
}

function feeView(room: Room, fee: CaseFee): Fee {
  const { line, set, base, amount, waiver, candidates, receiptId } = fee;
  return {
    line: fee.index,
    name: line.name,
    note: line.note,
    basis: line.basis,
    base,
    setBy: set && { ...set, by: personName(room, set.by) },
    amount,
    gap: amount === null ? (line.gap ?? 'amount-unknown') : null,
    waiver,
    incentives: candidates.map(({ incentive, amount: left }) => ({
      incentive: incentive.id,
      name: incentive.name,
      basis: incentive.basis,
      amount: left,
      conditions: [...(incentive.conditions ?? [])],
      verified: incentive.verified,
    })),
    receiptId,
    receiptNumber: receiptId === null ? null : printedNumber(room, receiptId),
  };
}

/** A receipt's number as it is printed; a fee that is on a receipt this desk does not have is a broken store. */
export function printedNumber(room: Room, receiptId: string): string {
  const receipt = findReceipt(room.store.db, receiptId);
  if (receipt === undefined) throw new Error(`no receipt ${receiptId}`);
  return receiptNumberText(receipt.series.kind, receipt.number);
}
