import type { SupplementRule } from '../../../../contract/catalogue/lists.ts';
import type { Act } from '../../../../contract/counter/case/act.ts';
import { type Fault, isFault } from '../../../../contract/base/fault.ts';
import type { Refusal } from '../../../base/refusal.ts';
import { packSteps } from '../../../deadline/steps.ts';
import { explainDeadline } from '../../../deadline/deadline.ts';
import { termText } from '../../../deadline/explanation.ts';
import { daysPast } from '../../../deadline/past.ts';
import { promiseAfterPause } from '../../../deadline/pause.ts';
import type { CaseAction } from '../../../entries/case.ts';
import { isElsewhere, promiseOfLegs } from '../../../routing/legs.ts';
import type { ActContext, ActRows } from './act-row.ts';
import { dueOfStep } from './hands.ts';
import type { SupplementProposal } from '../proposal.ts';
import { type CaseState, hoursCounted } from '../state.ts';
import { isSupplementOver, supplementRefusal, supplementTerm, unsupplemented } from '../supplement.ts';
import { verificationNeeded, verificationRefusal } from '../verification.ts';

/** What a citizen is asked for while a case is under way: papers (NĐ 118/2025 Điều 19 k5), money (Điều 24). */

function notYetClosable(rule: SupplementRule | null | undefined): Refusal {
  const term = supplementTerm(rule);
  const plain = term.unit === 'day' && term.value === 15;
  return {
    key: 'not-yet-closable',
    vi: `Chưa hết ${termText(term, 'vi')} kể từ ngày yêu cầu bổ sung nên chưa đóng hồ sơ được.`,
    en: `${plain ? 'Fifteen days' : termText(term, 'en')} have not passed since the supplement was asked for, so the case cannot be closed yet.`,
  };
}

/** Where the law of the field wants a refusal, the file is not closed without one. */
function refusedInstead({ article }: SupplementRule): Refusal {
  return {
    key: 'refused-instead',
    vi: `Hết hạn bổ sung thì thông báo lý do từ chối (${article}): dùng «Từ chối».`,
    en: `When the time for papers is over, the reasons of a refusal are given (${article}): use “Refuse”.`,
  };
}

const proposedAlready: Refusal = {
  key: 'proposed-already',
  vi: 'Đã đề nghị yêu cầu bổ sung và đang chờ lãnh đạo duyệt.',
  en: 'A request for papers is proposed already and waits for a supervisor.',
};
const askedAtOnce: Refusal = {
  key: 'asked-at-once',
  vi: 'Còn yêu cầu bổ sung được ngay, không cần lãnh đạo duyệt: dùng «Yêu cầu bổ sung».',
  en: 'Papers can still be asked for at once, without a supervisor: use “Ask for a supplement”.',
};
const nothingProposed: Refusal = {
  key: 'nothing-proposed',
  vi: 'Không có đề nghị yêu cầu bổ sung nào đang chờ duyệt.',
  en: 'No request for papers is proposed.',
};

/** Without a request: whether one could be made at all. */
function supplementAllowed(
  { supplementRequests, acceptedAt }: CaseState,
  { now, calendar, role, supplement }: ActContext,
  request: { readonly override?: string | undefined } | null,
): Refusal | null {
  return supplementRefusal({
    rule: supplement,
    asked: supplementRequests,
    role,
    request,
    window: { acceptedAt, now, calendar },
  });
}

/** The guards have found one. */
function proposed({ proposal }: CaseState): SupplementProposal {
  if (proposal === undefined) throw new Error('nothing is proposed');
  return proposal;
}

export const citizenActs = {
  'request-supplement': {
    from: ['processing'],
    role: 'officer',
    rule: 'NĐ 118/2025 Điều 19 k5',
    form: 'mau-02',
    guards: [(state, context, act) => supplementAllowed(state, context, act ?? null)],
    record: ({ items, reason, override }) => ({
      type: 'supplement-requested',
      reason,
      items,
      ...(override === undefined ? {} : { override }),
    }),
  },
  'propose-supplement': {
    from: ['processing'],
    role: 'officer',
    rule: 'Quy định nội bộ: lãnh đạo quyết định yêu cầu bổ sung ngoài lệ',
    guards: [
      ({ proposal }) => (proposal === undefined ? null : proposedAlready),
      (state, context) => (supplementAllowed(state, context, null) === null ? askedAtOnce : null),
    ],
    record: ({ items, reason, override }) => ({ type: 'supplement-proposed', items, reason, override }),
  },
  'approve-supplement': {
    from: ['processing'],
    role: 'supervisor',
    rule: 'NĐ 118/2025 Điều 19 k5',
    form: 'mau-02',
    guards: [({ proposal }) => (proposal === undefined ? nothingProposed : null)],
    record: (_act, state) => {
      const { items, reason, override, by } = proposed(state);
      return { type: 'supplement-requested', reason, items, override, proposedBy: by };
    },
  },
  'decline-supplement': {
    from: ['processing'],
    role: 'supervisor',
    rule: 'Quy định nội bộ: lãnh đạo quyết định yêu cầu bổ sung ngoài lệ',
    guards: [({ proposal }) => (proposal === undefined ? nothingProposed : null)],
    record: ({ reason }) => ({ type: 'supplement-declined', reason }),
  },
  supplement: {
    from: ['supplement-requested'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 19 k5',
    form: 'mau-01',
    record: ({ components = [] }, state, context) => {
      const done = supplemented(state, context);
      if (isFault(done) || components.length === 0) return done;
      return { ...done, components: heldWith(state.received.components, components) };
    },
  },
  'close-unsupplemented': {
    from: ['supplement-requested'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 19 k5',
    form: 'mau-05',
    guards: [
      ({ supplementRequestedAt, acceptedAt }, { now, calendar, supplement }) => {
        if (!isSupplementOver(supplementRequestedAt ?? acceptedAt, now, calendar, supplement))
          return notYetClosable(supplement);
        return supplement?.afterwards === 'refuse' ? refusedInstead(supplement) : null;
      },
    ],
    record: () => ({ type: 'stopped', reason: unsupplemented }),
  },
  'verification-needed': {
    from: ['accepted', 'processing'],
    role: 'officer',
    rule: 'NĐ 118/2025 Điều 17 k3',
    form: 'mau-01',
    guards: [verificationRefusal],
    record: verificationNeeded,
  },
  'request-obligation': {
    from: ['processing'],
    role: 'officer',
    rule: 'NĐ 118/2025 Điều 24',
    form: 'nghia-vu',
    record: ({ reason, amount }, state, { now, obligationStopsClock }) => ({
      type: 'obligation-requested',
      reason,
      ...(amount === undefined ? {} : { amount }),
      ...(obligationStopsClock === true && isRunning(state, now) ? { stopsClock: true } : {}),
    }),
  },
  'meet-obligation': {
    from: ['obligation-requested'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 24',
    record: (_act, state, context) => obligationMet(state, context),
  },
} as const satisfies Partial<ActRows>;

/** A promise that is not over: what is late already is not stopped from being late. */
function isRunning({ dueAt, received }: CaseState, now: string): boolean {
  const past = dueAt === null ? null : daysPast(now, dueAt, received);
  return past !== null && past <= 0;
}

function obligationMet(state: CaseState, context: ActContext) {
  const { clock, received, stage } = state;
  const { term } = received;
  const step = dueOfStep(stage?.index, context);
  if (clock === null) return { type: 'obligation-met', ...step } as const;
  const { stoppedAt: from, dueAt } = clock;
  const moved = promiseAfterPause({ term, dueAt, from, to: context.now, ...hoursCounted(state) }, context.calendar);
  if (isFault(moved)) return moved;
  const promise = moved === null ? { dueAt, steps: [] } : { dueAt: moved.dueAt, steps: packSteps(moved.steps) };
  return { type: 'obligation-met', ...promise, ...step } as const;
}

type Held = CaseState['received']['components'];
type Came = NonNullable<Extract<Act, { type: 'supplement' }>['components']>;

/** What was there and what came, each paper once. */
function heldWith(before: Held, came: Came): Held {
  const held = new Map(before.map(([index, originals, copies]) => [index, { originals, copies }]));
  for (const { index, originals, copies } of came) {
    const there = held.get(index) ?? { originals: 0, copies: 0 };
    held.set(index, { originals: there.originals + originals, copies: there.copies + copies });
  }
  return [...held]
    .map(([index, { originals, copies }]) => [index, originals, copies] as const)
    .toSorted(([a], [b]) => a - b);
}

type Supplemented = Extract<CaseAction, { type: 'supplemented' }>;

/** The term is counted again from the beginning when the file is complete (Điều 19 k5). */
function supplemented(state: CaseState, context: ActContext): Supplemented | Fault<'calendar-ends'> {
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
): Supplemented | Fault<'calendar-ends'> {
  const open = legs.filter(({ stage }) => stage !== 'finished');
  const promise = promiseOfLegs({ legs: open, whole: term, rule, acceptedAt: now }, calendar);
  if (promise === undefined) throw new Error('the case has a term');
  if (isFault(promise)) return promise;
  const sendBy = promise.legs[0]?.sendBy;
  const resent = sendBy === undefined || sendBy === null ? {} : { sendBy };
  return {
    type: 'supplemented',
    dueAt: promise.dueAt,
    steps: packSteps(promise.steps),
    ...resent,
    ...(sendBy === undefined ? {} : { legAnew: true }),
  };
}
