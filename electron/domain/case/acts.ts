import type { Act, ActType } from '../../contract/case/act.ts';
import { type Fault, fault, isFault } from '../../contract/fault.ts';
import type { Role } from '../../contract/office/office.ts';
import type { Term } from '../../contract/values.ts';
import { civilOfInstant } from '../base/civil-time.ts';
import { explainDeadline, packSteps } from '../deadline/deadline.ts';
import type { WorkCalendar } from '../deadline/work-calendar.ts';
import type { CaseAction } from '../entries/case.ts';
import { isElsewhere } from '../routing/legs.ts';
import type { Process } from '../routing/process.ts';
import { findOpenApproval } from './approval.ts';
import { type Refusal, guards } from './guards.ts';
import { legActionOf, supplementedElsewhere } from './leg-acts.ts';
import { type Colleague, dueOfStep, firstStep, lastStep, moveOf } from './moves.ts';
import { reasonSentence } from './reasons.ts';
import type { CaseState } from './state.ts';
import { type CaseStatus, statusNames } from '../../contract/status.ts';

/** What an act is judged by besides the case itself. */
export type ActContext = {
  /** Civil time, +07:00. */
  readonly now: string;
  readonly calendar: WorkCalendar;
  readonly username: string;
  readonly role: Role;
  /** The hand-over list that is being made, where the act is part of one. */
  readonly handOverId?: string;
  /** The inner process the case goes through, or would begin now; left out where there is none. */
  readonly process?: Process | undefined;
  /** The time that an agency's leg has by today's setting; null where nobody set one. */
  readonly termNow?: (leg: number, agency: string) => Term | null;
  /** Who a username is. */
  readonly colleague?: (username: string) => Colleague | undefined;
};

/** `correct` stands in the table with the rest, though a call of its own does it (correction.ts of the contract). */
export type TableAct = ActType | 'correct';

type ActRule = {
  readonly from: readonly CaseStatus[];
  /** The least role that may do it; permission.ts says who passes for it. */
  readonly role: 'clerk' | 'officer' | 'supervisor';
  /** The article of Nghị định 118/2025 (as amended) it rests on; the table is derived, none was published. */
  readonly rule: string;
  /** The paper that goes with it. */
  readonly form?: string;
};

const open = ['accepted', 'processing', 'supplement-requested', 'obligation-requested'] as const;

/** Every act: when it is lawful, by whom, on what ground, and with which paper. The only place that knows. */
export const actRules: Readonly<Record<TableAct, ActRule>> = {
  transfer: { from: ['accepted'], role: 'clerk', rule: 'NĐ 118/2025 Điều 18', form: 'mau-06' },
  // Who may take a file is a matter of the step it stands at (case-guards.ts).
  'take-over': { from: ['processing'], role: 'clerk', rule: 'NĐ 118/2025 Điều 19' },
  'hand-back': { from: ['processing'], role: 'officer', rule: 'NĐ 118/2025 Điều 19' },
  assign: { from: ['processing', 'obligation-requested'], role: 'clerk', rule: 'NĐ 118/2025 Điều 19' },
  pass: { from: ['processing'], role: 'clerk', rule: 'NĐ 118/2025 Điều 19' },
  rework: { from: ['processing'], role: 'clerk', rule: 'NĐ 118/2025 Điều 19' },
  'request-supplement': { from: ['processing'], role: 'officer', rule: 'NĐ 118/2025 Điều 19 k5', form: 'mau-02' },
  supplement: { from: ['supplement-requested'], role: 'clerk', rule: 'NĐ 118/2025 Điều 19 k5', form: 'mau-01' },
  'close-unsupplemented': {
    from: ['supplement-requested'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 19 k5',
    form: 'mau-05',
  },
  'request-obligation': { from: ['processing'], role: 'officer', rule: 'NĐ 118/2025 Điều 24' },
  'meet-obligation': { from: ['obligation-requested'], role: 'clerk', rule: 'NĐ 118/2025 Điều 24' },
  withdraw: { from: open, role: 'clerk', rule: 'NĐ 118/2025 Điều 21' },
  stop: { from: ['withdrawn'], role: 'officer', rule: 'NĐ 118/2025 Điều 21', form: 'mau-05' },
  refuse: { from: ['processing'], role: 'officer', rule: 'NĐ 118/2025 Điều 19 k3', form: 'mau-03' },
  extend: {
    from: ['processing', 'obligation-requested'],
    role: 'officer',
    rule: 'NĐ 118/2025 Điều 19 k6',
    form: 'mau-04',
  },
  finish: { from: ['processing', 'accepted'], role: 'officer', rule: 'NĐ 118/2025 Điều 17 k4, Điều 22' },
  announce: { from: ['finished'], role: 'clerk', rule: 'NĐ 118/2025 Điều 22 k5' },
  return: { from: ['finished', 'refused'], role: 'clerk', rule: 'NĐ 118/2025 Điều 22', form: 'tra-ket-qua' },
  'report-error': { from: ['finished', 'returned'], role: 'clerk', rule: 'NĐ 118/2025 Điều 23 k1' },
  'correct-result': { from: ['finished', 'returned'], role: 'officer', rule: 'NĐ 118/2025 Điều 23 k1' },
  'send-leg': { from: ['accepted', 'processing'], role: 'clerk', rule: 'NĐ 118/2025 Điều 14, 18, 20' },
  'leg-received': { from: ['processing'], role: 'clerk', rule: 'NĐ 118/2025 Điều 17 k3 (NĐ 309/2026)' },
  'leg-finished': { from: ['accepted', 'processing'], role: 'clerk', rule: 'NĐ 118/2025 Điều 20, 22' },
  'leg-returned-incomplete': { from: ['processing'], role: 'clerk', rule: 'NĐ 118/2025 Điều 19 k5, 20' },
  archive: { from: ['returned', 'stopped', 'refused'], role: 'clerk', rule: 'NĐ 118/2025 Điều 22 k6' },
  // The receipt shows the file as it was received whole, under the one code of the case.
  correct: { from: ['accepted', 'processing'], role: 'clerk', rule: 'NĐ 118/2025 Điều 17 k1c, k3', form: 'mau-01' },
};

export type ActAvailability = { readonly act: TableAct; readonly rule: string; readonly refusal: Refusal | null };

/** What the law allows on this case now, and why the rest is not allowed. */
export function availableActs(state: CaseState, context: ActContext): readonly ActAvailability[] {
  return (Object.keys(actRules) as TableAct[]).map((act) => ({
    act,
    rule: actRules[act].rule,
    refusal: refusalOf(act, undefined, state, context),
  }));
}

/** What is to be recorded when somebody does this, or why it is not allowed. Whether the person may is asked before. */
export function decideAct(
  act: Act,
  state: CaseState,
  context: ActContext,
): CaseAction | Fault<'action-not-allowed' | 'calendar-ends'> {
  const refusal = refusalOf(act.type, act, state, context);
  return refusal === null ? actionOf(act, state, context) : refused(act.type, refusal, state, context);
}

/** Why a receipt cannot be corrected now; null where it can. */
export function correctionFault(state: CaseState, context: ActContext): Fault<'action-not-allowed'> | null {
  const refusal = refusalOf('correct', undefined, state, context);
  return refusal === null ? null : refused('correct', refusal, state, context);
}

function refused(
  action: TableAct,
  refusal: Refusal,
  state: CaseState,
  context: ActContext,
): Fault<'action-not-allowed'> {
  const { status } = state;
  const reasons = whyNot(action, refusal, status, findOpenApproval(state, context)?.name);
  return fault('action-not-allowed', { action, status, rule: actRules[action].rule, ...reasons });
}

/**
 * Why an act is not allowed on a case of that status; where the status itself does not allow it, which ones do. `step` is what an
 * approval is called, where one is missing.
 */
export function whyNot(
  action: TableAct,
  refusal: Refusal,
  status: CaseStatus,
  step?: string,
): { readonly reason: string; readonly reasonEn: string } {
  if (refusal !== 'wrong-status')
    return { reason: reasonSentence(refusal, 'vi', step), reasonEn: reasonSentence(refusal, 'en', step) };
  const { from } = actRules[action];
  return {
    reason: `Chỉ làm khi hồ sơ ${anyOf(from, 'vi')}; hồ sơ này ${anyOf([status], 'vi')}.`,
    reasonEn: `This is done only when the case is ${anyOf(from, 'en')}; this one is ${anyOf([status], 'en')}.`,
  };
}

/** Statuses that have a better word than that they do not allow it. */
const refusedIn: Partial<Record<TableAct, Partial<Record<CaseStatus, Refusal>>>> = {
  withdraw: { finished: 'result-issued', returned: 'result-issued' },
  correct: { finished: 'result-stands', returned: 'result-stands', 'supplement-requested': 'papers-awaited' },
};

function refusalOf(type: TableAct, act: Act | undefined, state: CaseState, context: ActContext): Refusal | null {
  const known = refusedIn[type]?.[state.status];
  if (known !== undefined) return known;
  if (!actRules[type].from.includes(state.status)) return 'wrong-status';
  return type === 'correct' ? null : (guards[type]?.(state, context, act) ?? null);
}

function actionOf(act: Act, state: CaseState, context: ActContext): CaseAction | Fault<'calendar-ends'> {
  switch (act.type) {
    case 'transfer':
      return {
        type: 'transferred',
        to: '',
        ...(act.to === undefined ? {} : { officer: act.to }),
        ...firstStep(context),
      };
    case 'take-over':
      return { type: 'taken-over', by: context.username };
    case 'hand-back':
      return { type: 'handed-back', reason: act.reason };
    case 'assign':
    case 'pass':
    case 'rework':
      return moveOf(act, state, context);
    case 'request-supplement': {
      const { items, reason, override } = act;
      return { type: 'supplement-requested', reason, items, ...(override === undefined ? {} : { override }) };
    }
    case 'supplement':
      return supplemented(state, context);
    case 'close-unsupplemented':
      return { type: 'stopped', reason: 'unsupplemented' };
    case 'request-obligation':
      return {
        type: 'obligation-requested',
        reason: act.reason,
        ...(act.amount === undefined ? {} : { amount: act.amount }),
      };
    case 'meet-obligation':
      return { type: 'obligation-met', ...dueOfStep(state.stage?.index, context) };
    case 'withdraw':
      return { type: 'withdrawn', reason: act.reason };
    case 'stop':
      return { type: 'stopped', reason: act.reason };
    case 'refuse':
      return { type: 'refused', reason: act.reason, legalBasis: act.legalBasis, ...lastStep(state, context) };
    case 'extend':
      return {
        type: 'extended',
        reason: act.reason,
        dueAt: civilOfInstant(act.newDueAt),
        ...(act.told === undefined ? {} : { told: act.told }),
      };
    case 'finish':
      return {
        type: 'finished',
        result: act.result,
        ...(act.resultNumber === undefined ? {} : { resultNumber: act.resultNumber }),
        ...lastStep(state, context),
      };
    case 'announce':
      return { type: 'announced', how: act.how };
    case 'return':
      return { type: 'returned', receiver: act.receiver.fullName, detail: act.receiver };
    case 'report-error':
      return { type: 'error-reported', what: act.what };
    case 'correct-result':
      return { type: 'result-corrected', result: act.result };
    case 'send-leg':
    case 'leg-received':
    case 'leg-finished':
    case 'leg-returned-incomplete':
      return legActionOf(act, state, context);
    case 'archive':
      return { type: 'archived', place: act.place };
  }
}

/** The term is counted again from the beginning when the file is complete (Điều 19 k5). */
function supplemented(state: CaseState, context: ActContext): CaseAction | Fault<'calendar-ends'> {
  const { now, calendar } = context;
  const { term, rule } = state.received;
  if (isElsewhere(state.legs)) return supplementedElsewhere(state, { now, calendar });
  const deadline = explainDeadline({ term, acceptedAt: now, ...(rule === undefined ? {} : { rule }) }, calendar);
  return isFault(deadline)
    ? deadline
    : {
        type: 'supplemented',
        dueAt: deadline.dueAt,
        steps: packSteps(deadline.steps),
        ...dueOfStep(state.stage?.index, context),
      };
}

/** «Đang xử lý» hoặc «Chờ bổ sung». */
function anyOf(statuses: readonly CaseStatus[], language: 'vi' | 'en'): string {
  const names = statuses.map((status) => quoted(statusNames(language)[status], language));
  const last = names.at(-1) ?? '';
  const or = language === 'vi' ? 'hoặc' : 'or';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${or} ${last}`;
}

function quoted(name: string, language: 'vi' | 'en'): string {
  return language === 'vi' ? `«${name}»` : `“${name}”`;
}
