import { type Fault, isFault } from '../../contract/fault.ts';
import type { Refusal } from '../base/refusal.ts';
import { explainDeadline, packSteps } from '../deadline/deadline.ts';
import type { CaseAction } from '../entries/case.ts';
import { isElsewhere, promiseOfLegs } from '../routing/legs.ts';
import type { ActContext, ActRows } from './act-row.ts';
import { dueOfStep } from './acts-hands.ts';
import type { CaseState } from './state.ts';
import { isSupplementOver, supplementRefusal } from './supplement.ts';

/** What a citizen is asked for while a case is under way: papers (NĐ 118/2025 Điều 19 k5), money (Điều 24). */

const notYetClosable: Refusal = {
  key: 'not-yet-closable',
  vi: 'Chưa hết 15 ngày kể từ ngày yêu cầu bổ sung nên chưa đóng hồ sơ được.',
  en: 'Fifteen days have not passed since the supplement was asked for, so the case cannot be closed yet.',
};

export const citizenActs = {
  'request-supplement': {
    from: ['processing'],
    role: 'officer',
    rule: 'NĐ 118/2025 Điều 19 k5',
    form: 'mau-02',
    guards: [
      ({ supplementRequests, acceptedAt }, { now, calendar, role }, act) =>
        supplementRefusal({
          asked: supplementRequests,
          role,
          request: act ?? null,
          window: { acceptedAt, now, calendar },
        }),
    ],
    record: ({ items, reason, override }) => ({
      type: 'supplement-requested',
      reason,
      items,
      ...(override === undefined ? {} : { override }),
    }),
  },
  supplement: {
    from: ['supplement-requested'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 19 k5',
    form: 'mau-01',
    record: (_act, state, context) => supplemented(state, context),
  },
  'close-unsupplemented': {
    from: ['supplement-requested'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 19 k5',
    form: 'mau-05',
    guards: [
      ({ supplementRequestedAt, acceptedAt }, { now, calendar }) =>
        isSupplementOver(supplementRequestedAt ?? acceptedAt, now, calendar) ? null : notYetClosable,
    ],
    record: () => ({ type: 'stopped', reason: 'unsupplemented' }),
  },
  'request-obligation': {
    from: ['processing'],
    role: 'officer',
    rule: 'NĐ 118/2025 Điều 24',
    record: ({ reason, amount }) => ({
      type: 'obligation-requested',
      reason,
      ...(amount === undefined ? {} : { amount }),
    }),
  },
  'meet-obligation': {
    from: ['obligation-requested'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 24',
    record: (_act, { stage }, context) => ({ type: 'obligation-met', ...dueOfStep(stage?.index, context) }),
  },
} as const satisfies Partial<ActRows>;

/** The term is counted again from the beginning when the file is complete (Điều 19 k5). */
function supplemented(state: CaseState, context: ActContext): CaseAction | Fault<'calendar-ends'> {
  const { now, calendar } = context;
  const { term, rule } = state.received;
  if (isElsewhere(state.legs)) return supplementedElsewhere(state, context);
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

/** A file that another agency decides is counted again from when that agency has it complete (Điều 17 k3, 19 k5, 20). */
function supplementedElsewhere(
  { legs, received: { term, rule } }: CaseState,
  { now, calendar }: ActContext,
): CaseAction | Fault<'calendar-ends'> {
  const open = legs.filter(({ stage }) => stage !== 'finished');
  const promise = promiseOfLegs({ legs: open, whole: term, rule, acceptedAt: now }, calendar);
  if (promise === undefined) throw new Error('the case has a term');
  if (isFault(promise)) return promise;
  const sendBy = promise.legs[0]?.sendBy;
  const resent = sendBy === undefined || sendBy === null ? {} : { sendBy };
  return { type: 'supplemented', dueAt: promise.dueAt, steps: packSteps(promise.steps), ...resent };
}
