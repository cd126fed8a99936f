import type { Act, ActType } from '../../../../contract/counter/case/act.ts';
import type { ConfirmationCode } from '../../../../contract/counter/case/confirm.ts';
import type { Fault } from '../../../../contract/base/fault.ts';
import { type CaseStatus, statusNames } from '../../../../contract/base/case-status.ts';
import { type Refusal, firstRefusal, notAllowed } from '../../../base/refusal.ts';
import type { CaseAction } from '../../../entries/case.ts';
import type { ActContext, ActRow, ActRows, ActRule, Acts } from './act-row.ts';
import { certifiedActs } from './certified.ts';
import { citizenActs } from './citizen.ts';
import { decisionActs, unpassedApproval } from './decision.ts';
import { inquiryActs } from './inquiry.ts';
import { handActs } from './hands.ts';
import { legActs } from './legs.ts';
import { type OfferedAct, inOrderOfUse } from './next-act.ts';
import { correctRule, resultActs, shelfActs } from './result.ts';
import type { CaseState } from '../state.ts';

/** Every act: when it is lawful, by whom, on what ground, with which paper, and what is recorded. The only place that knows. */
const rows: ActRows = {
  ...handActs,
  ...citizenActs,
  ...inquiryActs,
  ...decisionActs,
  ...resultActs,
  ...legActs,
  ...shelfActs,
  ...certifiedActs,
};

/** `correct` stands in the table with the rest, though a call of its own does it. */
export type TableAct = OfferedAct;

export const actRules: Readonly<Record<TableAct, ActRule>> = { ...rows, correct: correctRule };

const offeredActs = inOrderOfUse(Object.keys(actRules) as TableAct[]);

export type ActAvailability = { readonly act: TableAct; readonly rule: string; readonly refusal: Refusal | null };

/** What the law allows on this case now, and why the rest is not allowed. */
export function availableActs(state: CaseState, context: ActContext): readonly ActAvailability[] {
  return offeredActs.map((act) => ({
    act,
    rule: actRules[act].rule,
    refusal: act === 'correct' ? correctionRefusal(state) : refusalOf(act, undefined, state, context),
  }));
}

/** What is to be recorded when somebody does this, or why it is not allowed. Whether the person may is asked before. */
export function decideAct(
  act: Act,
  state: CaseState,
  context: ActContext,
): CaseAction | Fault<'action-not-allowed' | 'calendar-ends'> {
  const refusal = refusalOf(act.type, act, state, context);
  return refusal === null ? recordOf(act, state, context) : refused(act.type, refusal, state);
}

/** What this act, which nothing forbids, is lawful for only with a reason. */
export function confirmationsFor(act: Act, state: CaseState, context: ActContext): readonly ConfirmationCode[] {
  return asked(act.type, act, state, context);
}

/** What a question of `confirmationsFor` is about here, where its own words do not say it. */
export function detailsOfAsks(state: CaseState, context: ActContext): Partial<Record<ConfirmationCode, string>> {
  const approval = unpassedApproval(state, context);
  return approval === undefined ? {} : { 'approval-unpassed': approval.name };
}

function asked<T extends ActType>(type: T, act: Acts[T], state: CaseState, context: ActContext): ConfirmationCode[] {
  const row: ActRow<T> = rows[type];
  return (row.asks ?? []).map((ask) => ask(state, context, act)).filter((code) => code !== null);
}

/** The paper that goes with what was recorded of an act. */
export function paperOfAct(type: ActType, action: CaseAction): string | undefined {
  const { form, formOf } = rows[type] as ActRow<ActType>;
  return formOf?.(action) ?? form;
}

/** What is recorded of an act whose guards have been asked before. */
export function recordOf(act: Act, state: CaseState, context: ActContext): CaseAction | Fault<'calendar-ends'> {
  return recorded(act.type, act, state, context);
}

function recorded<T extends ActType>(type: T, act: Acts[T], state: CaseState, context: ActContext) {
  return rows[type].record(act, state, context);
}

/** What another centre printed it corrects itself. */
const receiptElsewhere: Refusal = {
  key: 'receipt-elsewhere',
  vi: 'Giấy tiếp nhận do trung tâm khác lập: báo nơi tiếp nhận sửa, cấp lại.',
  en: 'Another centre made the receipt: ask it to correct and reissue it.',
};

const undone: Refusal = {
  key: 'reception-undone',
  vi: 'Tiếp nhận nhầm và đã hoàn tác: số này hủy, tiếp nhận lại thì có số mới.',
  en: 'Received by mistake and undone: the number is void; received again it gets a new one.',
};

function correctionRefusal(state: CaseState): Refusal | null {
  return statusRefusal(correctRule, state) ?? (state.received.foreign === undefined ? null : receiptElsewhere);
}

/** Why a receipt cannot be corrected now; null where it can. */
export function correctionFault(state: CaseState): Fault<'action-not-allowed'> | null {
  const refusal = correctionRefusal(state);
  return refusal === null ? null : refused('correct', refusal, state);
}

function refused(action: TableAct, refusal: Refusal, { status }: CaseState): Fault<'action-not-allowed'> {
  return notAllowed({ action, status, rule: actRules[action].rule }, refusal);
}

function refusalOf<T extends ActType>(
  type: T,
  act: Acts[T] | undefined,
  state: CaseState,
  context: ActContext,
): Refusal | null {
  const row: ActRow<T> = rows[type];
  // Nothing is left to be done with what was never received.
  if (state.closed?.undone === true) return undone;
  return statusRefusal(row, state) ?? firstRefusal(row.guards, state, context, act);
}

/** Why the status does not allow an act: in a word of its own, or by which ones do. */
function statusRefusal({ from, refusedIn }: ActRule, { status }: CaseState): Refusal | null {
  const known = refusedIn?.[status];
  if (known !== undefined) return known;
  if (from.includes(status)) return null;
  return {
    key: 'wrong-status',
    vi: `Chỉ làm khi hồ sơ ${anyOf(from, 'vi')}; hồ sơ này ${anyOf([status], 'vi')}.`,
    en: `This is done only when the case is ${anyOf(from, 'en')}; this one is ${anyOf([status], 'en')}.`,
  };
}

/** «Đang xử lý» hoặc «Chờ bổ sung». */
function anyOf(statuses: readonly CaseStatus[], language: 'vi' | 'en'): string {
  const called = statusNames[language];
  const names = statuses.map((status) => (language === 'vi' ? `«${called[status]}»` : `“${called[status]}”`));
  const last = names.at(-1) ?? '';
  const or = language === 'vi' ? 'hoặc' : 'or';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${or} ${last}`;
}
