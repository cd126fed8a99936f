import type { Confirmation } from '../../../contract/counter/case/confirm.ts';
import type { CaseNumber } from '../../../contract/base/values.ts';
import { countedAnew, unpackSteps } from '../../deadline/steps.ts';
import type { Pause } from '../../deadline/pause.ts';
import type {
  CaseAction,
  CaseDocument,
  CorrectedAction,
  DeadlineStep,
  PackedStep,
  PaperReception,
  ReceivedAction,
  IdentityFound,
  InquiryAction,
  RecordedAction,
} from '../../entries/case.ts';
import { judgeCase } from '../../apart/case-pairs.ts';
import { type Contradiction, unfit } from '../../apart/judge.ts';
import { keepPrinted, printedBeside } from '../../apart/promises.ts';
import { type Named, entryName, placeOf, referenceTo } from '../../entries/reference.ts';
import { acceptedAtOf, promiseSteps } from '../kit/back-entry.ts';
import { breaksPromise } from './broken-promise.ts';
import { type Closed, closing } from './closed.ts';
import { type SupplementProposal, withProposal, withoutProposal } from './proposal.ts';
import { statusAfter } from './status-after.ts';
import { type LegState, applyLeg, beginLegs, legAnew, legsOfWhole, placeOfLeg, resendBy } from '../../routing/legs.ts';
import { type Whereabouts, firstWhereabouts, follow } from '../../routing/whereabouts.ts';
import type { CaseStatus } from '../../../contract/base/case-status.ts';

/** A case as its actions make it. Times are civil, +07:00. */
export type CaseState = Whereabouts & {
  readonly received: Omit<ReceivedAction, 'type' | 'number' | 'dueAt' | 'steps'>;
  readonly number: CaseNumber;
  readonly status: CaseStatus;
  readonly acceptedAt: string;
  readonly receivedBy: string;
  /** Who typed in what was received on paper, and when; null for a case received here at once. */
  readonly enteredLater: { readonly by: string; readonly at: string } | null;
  /** The promise in force: null while the citizen is asked for papers and once the case is closed without a result. */
  readonly dueAt: string | null;
  /** Where the term that runs now is counted from: the acceptance, or the day the papers were completed (Điều 19 k5). */
  readonly countedFrom: string;
  readonly steps: readonly DeadlineStep[];
  readonly supplementRequests: number;
  readonly supplementRequestedAt: string | null;
  /** What an officer proposed to ask for and a supervisor has not answered; absent where nothing is proposed. */
  readonly proposal?: SupplementProposal;
  /** The way through other agencies; empty for a case that this office decides itself. */
  readonly legs: readonly LegState[];
  /** Something had to be verified, and the promise moved to that other lawful limit; it does so once. */
  readonly verification: { readonly at: string; readonly reason: string; readonly before: string } | null;
  readonly extendedAt: string | null;
  readonly announcedAt: string | null;
  readonly result: string | null;
  /** A wrong result: corrected within three working days (NĐ 118/2025 Điều 23 k1). It is an event beside the status. */
  readonly error: {
    readonly what: string;
    readonly reportedAt: string;
    readonly correctedAt: string | null;
    /** The wrong one is in the citizen's hands and the right one at the desk. */
    readonly toHandOut: boolean;
  } | null;
  /** The times since `countedFrom` that did not count: it was withdrawn or stopped, or the law left them out. Absent where there are none. */
  readonly pauses?: readonly Pause[];
  /** Where the law of the field does not count the time until an obligation is met: since when, and the promise that stood then. */
  readonly clock: { readonly stoppedAt: string; readonly dueAt: string } | null;
  /** How far it had come when it was withdrawn or closed; null for a case that goes on or came to a result. */
  readonly closed: Closed | null;
  /** Late for good, whenever its result comes: its promise was over before another took its place, or it was asked for papers more than once. */
  readonly countsLate: boolean;
  readonly papersReturnedAt: string | null;
  /** What was asked of others, first to last (NĐ 118/2025 Điều 19 k4). */
  readonly inquiries: readonly Inquiry[];
  /** What was done with a reason that had to be given. */
  readonly confirmations: readonly Confirmed[];
  readonly identity: { readonly found: IdentityFound; readonly at: string; readonly note: string } | null;
  readonly archivedAt: string | null;
  readonly finishedAt: string | null;
  readonly returnedAt: string | null;
  readonly documents: readonly CaseDocument[];
  /** Numbers that corrections made void, first to last. */
  readonly superseded: readonly { readonly number: string; readonly at: string; readonly reason: string }[];
  /** Receipts issued again under the same code, first to last. */
  readonly reissues: readonly { readonly at: string; readonly reason: string }[];
  /** What several desks told that does not go together; absent where everything does, as it always does on one desk alone. */
  readonly contradictions?: readonly Contradiction[];
};

export type Inquiry = Omit<Extract<InquiryAction, { type: 'inquiry-sent' }>, 'type'> & {
  /** What entries call it. */
  readonly ref: string;
  readonly sentAt: string;
  readonly answer: string | null;
  readonly answeredAt: string | null;
};

export type Confirmed = Confirmation & { readonly of: string; readonly at: string; readonly by: string };

/**
 * Folds a case's actions, first to last. What does not go together is set aside and told in the state. Throws where there is no reception: of such a case
 * nothing is here yet.
 */
export function foldCase(actions: readonly RecordedAction[]): CaseState {
  const { stand, contradictions } = judgeCase(actions);
  const at = stand.findIndex(({ action }) => action.type === 'received');
  const first = stand[at];
  if (first === undefined || first.action.type !== 'received') throw new Error('a case begins with its reception');
  const told = [...contradictions, ...stand.slice(0, at).map(unfit)];
  const begun = beginCase(first.action, first);
  if (told.length === 0) return stand.slice(at + 1).reduce(applyAction, begun);
  const printed = printedBeside(actions, told);
  const keep = (state: CaseState, by: RecordedAction) => keepPrinted(state, printed.get(entryName(by)));
  const opened: CaseState = keep({ ...begun, contradictions: told }, first);
  return stand.slice(at + 1).reduce((state, recorded) => keep(applyAction(state, recorded), recorded), opened);
}

/** The actions that a case's state is made of, in the order in which they are folded: what is derived from it step by step is derived from these. */
export function standingActions(actions: readonly RecordedAction[]): readonly RecordedAction[] {
  if (actions.every(({ apart }) => apart === undefined)) return actions;
  const aside = new Set(foldCase(actions).contradictions?.flatMap((one) => (one.aside ? [one.entry] : [])));
  return judgeCase(actions).stand.filter((one) => !aside.has(entryName(one)));
}

function beginCase(received: ReceivedAction, recorded: RecordedAction): CaseState {
  const { type: _type, number, dueAt, steps: _steps, ...facts } = received;
  const acceptedAt = acceptedAtOf(received, recorded.at);
  return {
    received: facts,
    number,
    status: 'accepted',
    acceptedAt,
    receivedBy: recorded.actor,
    enteredLater: received.fromKit === undefined ? null : { by: recorded.actor, at: recorded.at },
    dueAt,
    countedFrom: acceptedAt,
    steps: promiseSteps(received),
    supplementRequests: 0,
    supplementRequestedAt: null,
    ...firstWhereabouts(recorded.actor, acceptedAt),
    legs: beginLegs(received.legs ?? [], acceptedAt),
    verification: null,
    extendedAt: null,
    announcedAt: null,
    result: null,
    error: null,
    archivedAt: null,
    finishedAt: null,
    returnedAt: null,
    clock: null,
    closed: null,
    countsLate: false,
    papersReturnedAt: null,
    inquiries: [],
    confirmations: [],
    identity: null,
    documents: [],
    superseded: [],
    reissues: [],
  };
}

/** One more action on a case. What an action may follow is the business of acts.ts, not of the fold. */
export function applyAction(state: CaseState, recorded: RecordedAction): CaseState {
  if (!fits(state, recorded.action))
    return { ...state, contradictions: [...(state.contradictions ?? []), unfit(recorded)] };
  const { holder, stage, bundle } = state;
  const before = { holder, stage, bundle };
  const after = follow(before, recorded);
  const next = applyFacts(state, recorded);
  return after === before ? next : { ...next, ...after };
}

/** Whether there is what an action speaks of. */
function fits({ legs, inquiries }: CaseState, action: CaseAction): boolean {
  if (action.type === 'received') return false;
  if ('leg' in action && typeof action.leg === 'string') return placeOfLeg(legs, action.leg) !== -1;
  return action.type !== 'inquiry-answered' || placeOf(inquiries, action.inquiry) !== -1;
}

function applyFacts(before: CaseState, recorded: RecordedAction): CaseState {
  const { action, at } = recorded;
  const status = statusAfter(action);
  const kept = breaksPromise(before, at, action) ? { ...before, countsLate: true } : before;
  const state = status === null ? kept : { ...withoutProposal(kept), status };
  switch (action.type) {
    case 'received':
      return before;
    case 'corrected':
      return corrected(state, action, recorded);
    case 'official-code-attached':
      return { ...state, number: { ...state.number, official: action.official } };
    case 'obligation-met':
      return {
        ...state,
        clock: null,
        ...(state.clock === null ? {} : paused(state, { from: state.clock.stoppedAt, to: at })),
        ...promised(state, action),
      };
    case 'leg-sent':
    case 'leg-not-arrived':
    case 'leg-received':
    case 'leg-finished':
    case 'leg-returned-incomplete':
      return { ...state, legs: applyLeg(state.legs, at, action) };
    case 'supplement-requested':
      return {
        ...state,
        supplementRequests: state.supplementRequests + 1,
        supplementRequestedAt: at,
        // QĐ 766, formula 2.1: more than one request counts late.
        countsLate: state.countsLate || state.supplementRequests > 0,
      };
    case 'supplemented':
      // NĐ 118 Điều 19 k5: the term is counted again from the beginning once the file is complete.
      return {
        ...state,
        ...(action.components === undefined ? {} : { received: { ...state.received, components: action.components } }),
        dueAt: action.dueAt,
        countedFrom: at,
        ...(state.pauses === undefined ? {} : { pauses: [] }),
        steps: countedAnew(unpackSteps(action.steps, state.received.term, action.dueAt)),
        legs: action.legAnew === true ? legAnew(state.legs, action.sendBy) : resendBy(state.legs, action.sendBy),
      };
    case 'supplement-proposed':
      return withProposal(state, action, recorded);
    case 'supplement-declined':
      return withoutProposal(state);
    case 'verification-needed':
      return verificationNeeded(state, action, at);
    case 'obligation-requested':
      return action.stopsClock === true && state.dueAt !== null
        ? { ...state, dueAt: null, clock: { stoppedAt: at, dueAt: state.dueAt } }
        : state;
    case 'withdrawn':
    case 'reception-undone':
    case 'stopped':
      return { ...state, dueAt: null, closed: state.closed ?? closing(before, at, action.type) };
    case 'resumed':
      return { ...state, closed: null, ...heldBack(state, at), ...promised(state, action) };
    case 'return-undone':
      return { ...state, returnedAt: null };
    case 'papers-returned':
      return { ...state, papersReturnedAt: at };
    case 'refused':
      return { ...state, finishedAt: at };
    case 'extended':
      return {
        ...state,
        dueAt: action.dueAt,
        extendedAt: at,
        countsLate: state.countsLate || action.overdue === true,
      };
    case 'finished':
      return { ...state, finishedAt: at, result: action.result };
    case 'announced':
      return { ...state, announcedAt: at };
    case 'returned':
      return action.again === true
        ? { ...state, error: state.error && { ...state.error, toHandOut: false } }
        : { ...state, returnedAt: at };
    case 'error-reported':
      return { ...state, error: { what: action.what, reportedAt: at, correctedAt: null, toHandOut: false } };
    case 'result-corrected': {
      const toHandOut = action.toHandOut === true;
      return { ...state, result: action.result, error: state.error && { ...state.error, correctedAt: at, toHandOut } };
    }
    case 'inquiry-sent': {
      const { type: _sent, ...asked } = action;
      return {
        ...state,
        inquiries: [
          ...state.inquiries,
          { ...asked, ref: referenceTo(recorded, 0), sentAt: at, answer: null, answeredAt: null },
        ],
      };
    }
    case 'inquiry-answered': {
      const answered = placeOf(state.inquiries, action.inquiry);
      return {
        ...state,
        inquiries: state.inquiries.map((one, index) =>
          index === answered ? { ...one, answer: action.answer, answeredAt: at } : one,
        ),
      };
    }
    case 'confirmed': {
      const said = action.confirmations.map((one) => ({ ...one, of: action.of, at, by: recorded.actor }));
      return { ...state, confirmations: [...state.confirmations, ...said] };
    }
    case 'identity-checked':
      return { ...state, identity: { found: action.found, at, note: action.note ?? '' } };
    case 'archived':
      return { ...state, archivedAt: at };
    case 'own-fields-set':
      return { ...state, received: { ...state.received, ownFields: action.ownFields } };
    // Judged before anything is folded (apart/judge.ts), or beside the status, as numbers of the book are (store/counter/certification).
    case 'decided':
    case 'certified':
    case 'transferred':
    // Who has the file and where its papers are has a fold of its own (whereabouts.ts).
    case 'taken-over':
    case 'handed-back':
    case 'assigned':
    case 'passed':
    case 'reworked':
    case 'bundle-moved':
    case 'bundle-missed':
    case 'bundle-lost':
    case 'bundle-settled':
    // Money has a fold of its own (case-fees.ts): it changes no status and no promise.
    case 'fee-set':
    case 'fee-waived':
    case 'fees-collected':
    case 'fees-refunded':
    case 'receipt-replaced':
    case 'receipt-error-told':
      return state;
    case 'document-made':
      return { ...state, documents: [...state.documents, documentOf(action, recorded)] };
  }
}

/** While the papers are waited for, or the clock stands already, a withdrawal stops nothing. */
function heldBack(state: CaseState, to: string): Pick<CaseState, 'pauses'> {
  const { closed, clock } = state;
  return closed === null || closed.dueAt === null || clock !== null ? {} : paused(state, { from: closed.at, to });
}

function paused({ pauses = [] }: CaseState, pause: Pause): Pick<CaseState, 'pauses'> {
  return { pauses: [...pauses, pause] };
}

/** What hours are counted from; nothing where the promise is not the one that was counted here, and its own hour is all there is. */
export function hoursCounted({ received, countedFrom, pauses = [], extendedAt, legs }: CaseState) {
  const { foreign, fromKit } = received;
  const own = extendedAt === null && legs.length === 0 && foreign === undefined && fromKit === undefined;
  return own ? { counted: { since: countedFrom, pauses } } : {};
}

/** The promise an action made anew, where it made one. */
function promised(
  { received }: CaseState,
  { dueAt, steps = [] }: { readonly dueAt?: string; readonly steps?: readonly PackedStep[] },
): Partial<Pick<CaseState, 'dueAt' | 'steps'>> {
  return dueAt === undefined ? {} : { dueAt, steps: unpackSteps(steps, received.term, dueAt) };
}

/** From here on the case goes by that limit, also where it is counted again from the beginning. */
function verificationNeeded(
  state: CaseState,
  action: Extract<CaseAction, { type: 'verification-needed' }>,
  at: string,
): CaseState {
  const { termCase: key, reason, term, rule, dueAt, steps } = action;
  const { rule: _before, ...received } = state.received;
  return {
    ...state,
    received: { ...received, term, ...(rule === undefined ? {} : { rule }), termCase: { key, reason } },
    dueAt,
    steps: unpackSteps(steps, term, dueAt),
    legs: legsOfWhole(state.legs, term, dueAt),
    verification: { at, reason, before: state.dueAt ?? dueAt },
  };
}

function corrected(state: CaseState, action: CorrectedAction, recorded: RecordedAction): CaseState {
  const {
    type: _type,
    requestId: _id,
    reason,
    voided,
    reissue,
    voidedDay: _day,
    voidedSerial: _serial,
    ...rest
  } = action;
  const { number, dueAt, steps, extendedTo, legsAnew, numberAlone, ...facts } = rest;
  const { procedureCode, channel, fromKit } = state.received;
  // Where the term is the same nothing was counted anew, and what a hand wrote on a sheet still stands.
  const sameTerm = facts.procedureCode === procedureCode && facts.channel === channel;
  return {
    ...state,
    received: fromKit === undefined ? facts : { ...facts, fromKit: sameTerm ? fromKit : onSheet(fromKit, dueAt) },
    number,
    dueAt: numberAlone === true ? state.dueAt : (extendedTo ?? dueAt),
    legs: legsAnew === undefined ? state.legs : legsOfCorrection(action, state.acceptedAt, recorded),
    steps: sameTerm ? state.steps : unpackSteps(steps, facts.term, dueAt, facts.termCase?.agreed),
    superseded:
      voided === undefined ? state.superseded : [...state.superseded, { number: voided, at: recorded.at, reason }],
    reissues: reissue === undefined ? state.reissues : [...state.reissues, { at: recorded.at, reason }],
  };
}

/** The legs that a correction begins. */
export function legsOfCorrection(
  { legs = [], legsAnew }: CorrectedAction,
  acceptedAt: string,
  by: Named,
): readonly LegState[] {
  return beginLegs(legs, acceptedAt, legsAnew === 'named' ? entryName(by) : undefined);
}

/** A sheet stays where a file came from; what it promised for another procedure is promised no more. */
function onSheet({ promisedAt: _promisedAt, ...sheet }: PaperReception, lawDueAt: string): PaperReception {
  return { ...sheet, lawDueAt };
}

function documentOf(action: Extract<CaseAction, { type: 'document-made' }>, recorded: RecordedAction): CaseDocument {
  const { type: _type, ...document } = action;
  return { ...document, madeAt: recorded.at, seq: recorded.seq };
}
