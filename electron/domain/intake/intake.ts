import type { IntakeKind } from '../../contract/intake/intake.ts';
import type { IntakeEvent, IntakeFacts, RecordedIntake } from '../entries/intake.ts';
import type { IntakeStatus } from '../../contract/base/status.ts';

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
};

/** One more event. What an event may follow is the business of acts.ts. Throws on a history that does not begin with `arrived`. */
export function applyIntake(before: Intake | undefined, at: string, event: IntakeEvent): Intake {
  if (before === undefined) {
    if (event.type === 'arrived') return begin(at, event);
    throw new Error('a waiting file begins with its arrival');
  }
  switch (event.type) {
    // Taken in at a second desk too: the file goes on from its first arrival, with what the second one knew of it.
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
  const state = events.reduce<Intake | undefined>(
    (before, { at, action }) => applyIntake(before, at, action),
    undefined,
  );
  if (state === undefined) throw new Error('a waiting file begins with its arrival');
  return state;
}

/** A case is received under the id of the file that waited, so the papers of the two are told apart by their ids. */
export function intakeDocumentId(intakeId: string, nth: number): string {
  return `${intakeId}.i${nth}`;
}

export function isIntakeDocument(documentId: string): boolean {
  return /^.{36}\.i\d+$/.test(documentId);
}
