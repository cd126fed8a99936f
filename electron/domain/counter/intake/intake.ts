import {
  type Contradiction,
  type Verdict,
  commute,
  conflict,
  judge,
  overtaken,
  same,
  unfit,
} from '../../apart/judge.ts';
import { type DecidedPair, pairsDecided } from '../../apart/owed.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import type { IntakeKind } from '../../../contract/counter/intake/intake.ts';
import type { IntakeEvent, IntakeFacts, RecordedIntake } from '../../entries/intake.ts';
import type { IntakeStatus } from '../../../contract/base/case-status.ts';

/** A waiting file as its events make it. Times are civil, +07:00. */
export type Intake = {
  readonly kind: IntakeKind;
  readonly facts: IntakeFacts;
  readonly status: IntakeStatus;
  /** When it was noted here. */
  readonly arrivedAt: string;
  /** From when the clocks of an online file run: since the portal had it, or since its citizen completed it. */
  readonly since: string;
  readonly seenAt: string | null;
  readonly guidedAt: string | null;
  readonly supplementRequests: number;
  readonly askedAt: string | null;
  /** What several desks told of it that does not go together; absent where everything does. */
  readonly contradictions?: readonly Contradiction[];
};

/**
 * One more event. What an event may follow is the business of acts.ts. A second arrival, of a desk to which the portal gave the same file, says its facts
 * once more and starts nothing again. Undefined where the file has not arrived.
 */
export function applyIntake(before: Intake, at: string, event: IntakeEvent): Intake;
export function applyIntake(before: undefined, at: string, event: Extract<IntakeEvent, { type: 'arrived' }>): Intake;
export function applyIntake(before: Intake | undefined, at: string, event: IntakeEvent): Intake | undefined;
export function applyIntake(before: Intake | undefined, at: string, event: IntakeEvent): Intake | undefined {
  if (before === undefined) return event.type === 'arrived' ? begin(at, event) : undefined;
  switch (event.type) {
    case 'arrived': {
      const { type: _type, kind: _kind, ...facts } = event;
      return { ...before, facts };
    }
    case 'amended': {
      const { type: _type, ...facts } = event;
      return { ...before, facts };
    }
    case 'seen':
      return { ...before, seenAt: before.seenAt ?? at };
    case 'guided':
      return { ...before, guidedAt: at, seenAt: before.seenAt ?? at };
    case 'supplement-asked':
      return {
        ...before,
        status: 'supplement-requested',
        seenAt: before.seenAt ?? at,
        supplementRequests: before.supplementRequests + 1,
        askedAt: at,
      };
    case 'completed':
      return { ...before, status: 'registered', since: at };
    case 'turned-away':
      return { ...before, status: 'refused', seenAt: before.seenAt ?? at };
    case 'taken-back':
      return { ...before, status: 'withdrawn' };
    case 'accepted':
      return { ...before, status: 'accepted', seenAt: before.seenAt ?? at };
    case 'document-made':
    case 'decided':
      return before;
  }
}

function begin(at: string, event: Extract<IntakeEvent, { type: 'arrived' }>): Intake {
  const { type: _type, kind, ...facts } = event;
  return {
    kind,
    facts,
    status: kind === 'counter' ? 'at-counter' : 'registered',
    arrivedAt: at,
    since: facts.portal?.receivedAt ?? at,
    // A parcel is in the hands of who notes it, and a person stands before them.
    seenAt: kind === 'online' ? null : at,
    guidedAt: null,
    supplementRequests: 0,
    askedAt: null,
  };
}

/** Folds a waiting file's events, first to last. */
export function foldIntake(events: readonly RecordedIntake[]): Intake {
  const { stand, contradictions } = judge(events, verdictOf);
  const begins = stand.findIndex(({ action }) => action.type === 'arrived');
  const state = stand.reduce<Intake | undefined>(
    (before, { at, action }) => applyIntake(before, at, action),
    undefined,
  );
  if (state === undefined) throw new Error('a waiting file begins with its arrival');
  const told = [...contradictions, ...stand.slice(0, begins).map(unfit)];
  return told.length === 0 ? state : { ...state, contradictions: told };
}

/** Every paper that a waiting file was asked for, as it was written. */
export function papersAskedFor(events: readonly RecordedIntake[]): readonly string[] {
  return events.flatMap(({ action }) => (action.type === 'supplement-asked' ? action.items : []));
}

/** The events that a waiting file's state is made of, in their order. */
export function standingEvents(events: readonly RecordedIntake[]): readonly RecordedIntake[] {
  return judge(events, verdictOf).stand;
}

/** What decides a waiting file: two of these that did not see each other cannot both be. */
const decides: ReadonlySet<IntakeEvent['type']> = new Set([
  'supplement-asked',
  'turned-away',
  'taken-back',
  'accepted',
]);
const saysFacts: ReadonlySet<IntakeEvent['type']> = new Set(['arrived', 'amended']);

function verdictOf({ action: one }: RecordedIntake, { action: other }: RecordedIntake): Verdict | null {
  if (decides.has(one.type) && decides.has(other.type))
    return canonicalJson(one) === canonicalJson(other) ? same : conflict;
  return saysFacts.has(one.type) && saysFacts.has(other.type) ? overtaken : commute;
}

/** The last decision by which whoever filed it hears something else than they were told: each act of which two may contradict each other is told to them. */
export function intakeToldOtherwise(events: readonly RecordedIntake[]): DecidedPair<RecordedIntake> | undefined {
  if (events[0]?.action.type !== 'arrived' || events.every(({ apart }) => apart === undefined)) return undefined;
  return pairsDecided(events, foldIntake(events).contradictions).at(-1);
}

/** A case is received under the id of the file that waited, so the papers of the two are told apart by their ids. */
export function intakeDocumentId(intakeId: string, nth: number): string {
  return `${intakeId}.i${nth}`;
}

export function isIntakeDocument(documentId: string): boolean {
  return /^.{36}\.i\d+(-[0-9a-f]{8})?$/.test(documentId);
}
