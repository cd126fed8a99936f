import type { CaseNumber } from '../../contract/values.ts';
import { unpackSteps } from '../deadline/deadline.ts';
import type {
  CaseAction,
  CaseDocument,
  CorrectedAction,
  DeadlineStep,
  PaperReception,
  ReceivedAction,
  RecordedAction,
} from '../entries/case.ts';
import { acceptedAtOf, promiseSteps } from '../kit/back-entry.ts';
import { type LegState, applyLeg, beginLegs, resendBy } from '../routing/legs.ts';
import { type Whereabouts, firstWhereabouts, follow } from '../routing/whereabouts.ts';
import type { CaseStatus } from '../../contract/status.ts';

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
  readonly steps: readonly DeadlineStep[];
  readonly supplementRequests: number;
  readonly supplementRequestedAt: string | null;
  /** The way through other agencies; empty for a case that this office decides itself. */
  readonly legs: readonly LegState[];
  readonly extendedAt: string | null;
  readonly announcedAt: string | null;
  readonly result: string | null;
  /** A wrong result: corrected within three working days (NĐ 118/2025 Điều 23 k1). It is an event beside the status. */
  readonly error: { readonly what: string; readonly reportedAt: string; readonly correctedAt: string | null } | null;
  readonly archivedAt: string | null;
  readonly finishedAt: string | null;
  readonly returnedAt: string | null;
  readonly documents: readonly CaseDocument[];
  /** Numbers that corrections made void, first to last. */
  readonly superseded: readonly { readonly number: string; readonly at: string; readonly reason: string }[];
};

/** Folds a case's actions, first to last. Throws when the first is not `received`: no case begins otherwise. */
export function foldCase(actions: readonly RecordedAction[]): CaseState {
  const [first, ...rest] = actions;
  if (first === undefined || first.action.type !== 'received') throw new Error('a case begins with its reception');
  return rest.reduce(applyAction, beginCase(first.action, first));
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
    steps: promiseSteps(received),
    supplementRequests: 0,
    supplementRequestedAt: null,
    ...firstWhereabouts(recorded.actor, acceptedAt),
    legs: beginLegs(received.legs ?? [], acceptedAt),
    extendedAt: null,
    announcedAt: null,
    result: null,
    error: null,
    archivedAt: null,
    finishedAt: null,
    returnedAt: null,
    documents: [],
    superseded: [],
  };
}

/** One more action on a case. What an action may follow is the business of acts.ts, not of the fold. */
export function applyAction(state: CaseState, recorded: RecordedAction): CaseState {
  const { holder, stage, bundle } = state;
  const before = { holder, stage, bundle };
  const after = follow(before, recorded);
  const next = applyFacts(state, recorded);
  return after === before ? next : { ...next, ...after };
}

function applyFacts(state: CaseState, recorded: RecordedAction): CaseState {
  const { action, at } = recorded;
  switch (action.type) {
    case 'received':
      throw new Error('a case is received once');
    case 'corrected':
      return corrected(state, action, at);
    case 'official-code-attached':
      return { ...state, number: { ...state.number, official: action.official } };
    case 'transferred':
    case 'obligation-met':
      return { ...state, status: 'processing' };
    case 'leg-sent':
      return { ...state, status: 'processing', legs: applyLeg(state.legs, at, action) };
    case 'leg-not-arrived':
    case 'leg-received':
    case 'leg-finished':
    case 'leg-returned-incomplete':
      return { ...state, legs: applyLeg(state.legs, at, action) };
    case 'supplement-requested':
      return {
        ...state,
        status: 'supplement-requested',
        supplementRequests: state.supplementRequests + 1,
        supplementRequestedAt: at,
      };
    case 'supplemented':
      // NĐ 118 Điều 19 k5: the term is counted again from the beginning once the file is complete.
      return {
        ...state,
        status: 'processing',
        dueAt: action.dueAt,
        steps: unpackSteps(action.steps, state.received.term, action.dueAt),
        legs: resendBy(state.legs, action.sendBy),
      };
    case 'obligation-requested':
      return { ...state, status: 'obligation-requested' };
    case 'withdrawn':
      return { ...state, status: 'withdrawn', dueAt: null };
    case 'stopped':
      return { ...state, status: 'stopped', dueAt: null };
    case 'refused':
      return { ...state, status: 'refused', finishedAt: at };
    case 'extended':
      return { ...state, dueAt: action.dueAt, extendedAt: at };
    case 'finished':
      return { ...state, status: 'finished', finishedAt: at, result: action.result };
    case 'announced':
      return { ...state, announcedAt: at };
    case 'returned':
      return { ...state, status: 'returned', returnedAt: at };
    case 'error-reported':
      return { ...state, error: { what: action.what, reportedAt: at, correctedAt: null } };
    case 'result-corrected':
      return { ...state, result: action.result, error: state.error && { ...state.error, correctedAt: at } };
    case 'archived':
      return { ...state, archivedAt: at };
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
      return state;
    case 'document-made':
      return { ...state, documents: [...state.documents, documentOf(action, recorded)] };
  }
}

function corrected(state: CaseState, action: CorrectedAction, at: string): CaseState {
  const { type: _type, requestId: _id, reason, voided, voidedDay: _day, voidedSerial: _serial, ...rest } = action;
  const { number, dueAt, steps, extendedTo, legsAnew, ...facts } = rest;
  const { procedureCode, channel, fromKit } = state.received;
  // Where the term is the same nothing was counted anew, and what a hand wrote on a sheet still stands.
  const sameTerm = facts.procedureCode === procedureCode && facts.channel === channel;
  return {
    ...state,
    received: fromKit === undefined ? facts : { ...facts, fromKit: sameTerm ? fromKit : onSheet(fromKit, dueAt) },
    number,
    dueAt: extendedTo ?? dueAt,
    legs: legsAnew === true ? beginLegs(facts.legs ?? [], state.acceptedAt) : state.legs,
    steps: sameTerm ? state.steps : unpackSteps(steps, facts.term, dueAt),
    superseded: [...state.superseded, { number: voided, at, reason }],
  };
}

/** A sheet stays where a file came from; what it promised for another procedure is promised no more. */
function onSheet({ kitId, acceptedAt }: PaperReception, lawDueAt: string): PaperReception {
  return { kitId, acceptedAt, lawDueAt };
}

function documentOf(action: Extract<CaseAction, { type: 'document-made' }>, recorded: RecordedAction): CaseDocument {
  const { type: _type, ...document } = action;
  return { ...document, madeAt: recorded.at, seq: recorded.seq };
}
