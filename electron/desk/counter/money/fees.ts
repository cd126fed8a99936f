import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { Fee } from '../../../contract/counter/money/money.ts';
import { amountInWords } from '../../../domain/base/dong.ts';
import { mayCall } from '../../../domain/common/office/call-roles.ts';
import type { CaseState } from '../../../domain/counter/case/state.ts';
import type { CaseAction } from '../../../domain/entries/case.ts';
import { isIncentiveVerified } from '../../../domain/catalogue/doubts.ts';
import { type CaseFee, caseFees, dueFees } from '../../../domain/counter/money/case-fees.ts';
import { receiptNumberText } from '../../../domain/counter/money/fee-receipt.ts';
import { lawDayOf } from '../../../domain/counter/kit/back-entry.ts';
import { reducedAmount, waiverGap, waiverGapText } from '../../../domain/counter/money/waivers.ts';
import { type CaseFile, appended, recordedNow, findStandingCase } from '../../../store/counter/case/case.ts';
import { findReceipt } from '../../../store/counter/money/fee-receipt.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';
import { staffName } from '../../core/session/staff-name.ts';

/** What happened to a case, and what that makes of it. */
type Told = Pick<CaseFile, 'actions' | 'state'>;

/** A case's fees, by the incentives of this desk's lists and the day and channel of its reception. */
export function feesOf(desk: DeskContext, { actions, state }: Told): CaseFee[] {
  const { channel, procedureCode } = state.received;
  return caseFees(actions, { incentives: desk.incentives(), channel, procedureCode, day: lawDayOf(state) });
}

export function assessedView(desk: DeskContext, file: CaseFile) {
  const fees = feesOf(desk, file);
  const { known, unknown } = dueFees(fees);
  return {
    caseId: file.caseId,
    fees: fees.map((fee) => feeView(desk, fee)),
    due: known,
    words: amountInWords(known),
    unknown,
  };
}

function feeView(desk: DeskContext, fee: CaseFee): Fee {
  const { line, set, base, amount, waiver, candidates, receiptId } = fee;
  return {
    line: fee.index,
    name: line.name,
    note: line.note,
    basis: line.basis,
    base,
    setBy: set && { ...set, by: staffName(desk, set.by) },
    amount,
    gap: amount === null ? (line.gap ?? 'amount-unknown') : null,
    waiver,
    incentives: candidates.map(({ incentive, amount: left }) => ({
      incentive: incentive.id,
      name: incentive.name,
      basis: incentive.basis,
      amount: left,
      conditions: [...(incentive.conditions ?? [])],
      verified: isIncentiveVerified(incentive),
    })),
    receiptId,
    receiptNumber: receiptId === null ? null : receiptNumberOf(desk, receiptId),
  };
}

/** A receipt's number as it is printed; a fee that is on a receipt this desk does not have is a broken store. */
export function receiptNumberOf(desk: DeskContext, receiptId: string): string {
  const receipt = findReceipt(desk.store.db, receiptId);
  if (receipt === undefined) throw new Error(`no receipt ${receiptId}`);
  return receiptNumberText(receipt.series.kind, receipt.number);
}

type SetInput = { readonly caseId: string; readonly line: number; readonly amount: number; readonly source: string };
type WaiveInput = {
  readonly caseId: string;
  readonly line: number;
  readonly reason: string;
  readonly incentive?: string | undefined;
  readonly basis?: string | undefined;
  readonly amount?: number | undefined;
};
type FeeFault = Fault<'case-unknown' | 'case-undone' | 'fee-unknown' | 'already-collected' | 'disk-full'>;

/** Records the posted amount of a fee that no rule gives one for. */
export function setFee(desk: DeskContext, { caseId, line, amount, source }: SetInput, session: Session) {
  return changeFee(desk, caseId, line, session, (fee): CaseAction | Fault<'amount-known'> => {
    const known = fee.line.amount;
    if (known !== null) return fault('amount-known', { name: fee.line.name, amount: known });
    return { type: 'fee-set', line: fee.ref, amount, source };
  });
}

/** Takes a fee down: by an incentive of law for whoever saw its conditions, otherwise by a supervisor. */
export function waiveFee(desk: DeskContext, input: WaiveInput, session: Session) {
  if (input.incentive === undefined && !mayCall(session.role, 'supervisor'))
    return fault('forbidden', { role: 'supervisor' });
  return changeFee(desk, input.caseId, input.line, session, (fee, { state }) =>
    input.incentive === undefined ? granted(fee, input) : byIncentive(desk, fee, input.incentive, input.reason, state),
  );
}

function granted(fee: CaseFee, { reason, basis = '', amount = 0 }: WaiveInput): CaseAction | Fault<'amount-unknown'> {
  if (fee.base === null && amount !== 0) return fault('amount-unknown', { name: fee.line.name });
  return { type: 'fee-waived', line: fee.ref, amount, reason, basis };
}

function byIncentive(
  desk: DeskContext,
  fee: CaseFee,
  id: string,
  reason: string,
  state: CaseState,
): CaseAction | Fault<'amount-unknown' | 'incentive-not-applicable'> {
  const incentive = desk.incentives().find((known) => known.id === id);
  const conditions = incentive?.conditions ?? [];
  const { channel, procedureCode } = state.received;
  const context = { day: lawDayOf(state), channel, procedureCode, conditions };
  const gap = incentive === undefined ? 'unknown' : waiverGap(incentive, fee.line.name, context);
  if (incentive === undefined || gap !== null) {
    const { vi, en } = waiverGapText[gap ?? 'unknown'];
    return fault('incentive-not-applicable', { incentive: incentive?.name ?? id, reason: vi, reasonEn: en });
  }
  const amount = reducedAmount(fee.base, incentive.percentOff);
  if (amount === null) return fault('amount-unknown', { name: fee.line.name });
  return { type: 'fee-waived', line: fee.ref, amount, reason, basis: incentive.basis, incentive: id, conditions };
}

function changeFee<F extends Fault>(
  desk: DeskContext,
  caseId: string,
  line: number,
  session: Session,
  decide: (fee: CaseFee, file: CaseFile) => CaseAction | F,
): ReturnType<typeof assessedView> | FeeFault | F {
  const done = desk.store.write(authorOf(session), desk.now(), (tx): CaseFile | FeeFault | F => {
    const file = findStandingCase(tx.db, caseId);
    if (isFault(file)) return file;
    const fees = feesOf(desk, file);
    const fee = fees[line];
    if (fee === undefined) return fault('fee-unknown', { line, count: fees.length });
    if (fee.receiptId !== null) {
      return fault('already-collected', { name: fee.line.name, number: receiptNumberOf(desk, fee.receiptId) });
    }
    const action = decide(fee, file);
    if (isFault(action)) return action;
    return appended(file, recordedNow(tx.append({ kind: 'case', caseId }, action), action));
  });
  return isFault(done) ? done : assessedView(desk, done);
}
