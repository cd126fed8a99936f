import { type Fault, fault, isFault } from '../../contract/fault.ts';
import { mayCall } from '../../domain/case/permission.ts';
import { foldCase } from '../../domain/case/state.ts';
import type { CaseAction, RecordedAction } from '../../domain/entries/case.ts';
import type { CaseFee } from '../../domain/money/case-fees.ts';
import { reducedAmount, waiverGap, waiverGapText } from '../../domain/money/waivers.ts';
import { caseActions } from '../../store/case/case.ts';
import { authorOf } from '../author.ts';
import type { Session } from '../client.ts';
import type { Room } from '../room.ts';
import { assessedView, feesOf, printedNumber } from './fees-of.ts';

type SetInput = { readonly caseId: string; readonly line: number; readonly amount: number; readonly source: string };
type WaiveInput = {
  readonly caseId: string;
  readonly line: number;
  readonly reason: string;
  readonly incentive?: string | undefined;
  readonly basis?: string | undefined;
  readonly amount?: number | undefined;
};
type FeeFault = Fault<'case-unknown' | 'fee-unknown' | 'already-collected' | 'disk-full'>;

/** Records the posted amount of a fee that no rule gives one for. */
export function setFee(room: Room, { caseId, line, amount, source }: SetInput, session: Session) {
  return changeFee(room, caseId, line, session, (fee): CaseAction | Fault<'amount-known'> => {
    const known = fee.line.amount;
    if (known !== null) return fault('amount-known', { name: fee.line.name, amount: known });
    return { type: 'fee-set', line, amount, source };
  });
}

/** Takes a fee down: by an incentive of law for whoever saw its conditions, otherwise by a supervisor. */
export function waiveFee(room: Room, input: WaiveInput, session: Session) {
  if (input.incentive === undefined && !mayCall(session.role, 'supervisor'))
    return fault('forbidden', { role: 'supervisor' });
  return changeFee(room, input.caseId, input.line, session, (fee, actions) =>
    input.incentive === undefined
      ? granted(fee, input)
      : byIncentive(room, fee, input.incentive, input.reason, actions),
  );
}

function granted(
  fee: CaseFee,
  { line, reason, basis = '', amount = 0 }: WaiveInput,
): CaseAction | Fault<'amount-unknown'> {
  if (fee.base === null && amount !== 0) return fault('amount-unknown', { name: fee.line.name });
  return { type: 'fee-waived', line, amount, reason, basis };
}

function byIncentive(
  room: Room,
  fee: CaseFee,
  id: string,
  reason: string,
  actions: readonly RecordedAction[],
): CaseAction | Fault<'amount-unknown' | 'incentive-not-applicable'> {
  const incentive = room.incentives().find((known) => known.id === id);
  const { received, acceptedAt } = foldCase(actions);
  const conditions = incentive?.conditions ?? [];
  const context = { day: acceptedAt.slice(0, 10), channel: received.channel, conditions };
  const gap = incentive === undefined ? 'unknown' : waiverGap(incentive, fee.line.name, context);
  if (incentive === undefined || gap !== null) {
    const { vi, en } = waiverGapText[gap ?? 'unknown'];
    return fault('incentive-not-applicable', { incentive: incentive?.name ?? id, reason: vi, reasonEn: en });
  }
  const amount = reducedAmount(fee.base, incentive.percentOff);
  if (amount === null) return fault('amount-unknown', { name: fee.line.name });
  return { type: 'fee-waived', line: fee.index, amount, reason, basis: incentive.basis, incentive: id, conditions };
}

function changeFee<F extends Fault>(
  room: Room,
  caseId: string,
  line: number,
  session: Session,
  decide: (fee: CaseFee, actions: readonly RecordedAction[]) => CaseAction | F,
): ReturnType<typeof assessedView> | FeeFault | F {
  const done = room.store.write(authorOf(session), room.now(), (tx): 'done' | FeeFault | F => {
    const actions = caseActions(tx.db, caseId);
    if (actions.length === 0) return fault('case-unknown', { caseId });
    const fees = feesOf(room, actions);
    const fee = fees[line];
    if (fee === undefined) return fault('fee-unknown', { line, count: fees.length });
    if (fee.receiptId !== null) {
      return fault('already-collected', { name: fee.line.name, number: printedNumber(room, fee.receiptId) });
    }
    const action = decide(fee, actions);
    if (isFault(action)) return action as F;
    tx.append({ kind: 'case', caseId }, action as CaseAction);
    return 'done';
  });
  if (isFault(done)) return done as FeeFault | F;
  return assessedView(room, caseId, caseActions(room.store.db, caseId));
}
