import type { Term } from '../contract/catalogue/procedure.ts';
import type { Attachment, IntakeKind, IntakeStatus, intakeFacts } from '../contract/intake/intake.ts';
import type { IntakePerson, IntakeSubmitter } from '../contract/person/person.ts';
import type { CaseAction } from './case-action.ts';

/** Everything known of a file before it is received (hồ sơ chờ tiếp nhận): no number, no promise, no clock of the citizen. */
export type IntakeFacts = {
  readonly procedureCode: string;
  readonly catalogueVersion: string;
  readonly applicant: IntakePerson;
  readonly submitter?: IntakeSubmitter;
  readonly components: readonly (readonly [index: number, originals: number, copies: number])[];
  readonly quantity: number;
  readonly pages?: number;
  readonly resultDelivery: (typeof intakeFacts)['resultDelivery']['_zod']['output'];
  /** From the portal. Times are civil, +07:00; the clocks of Điều 17 k2 run from `receivedAt`. */
  readonly portal?: {
    readonly number: string;
    readonly submittedAt: string;
    readonly receivedAt: string;
    readonly summary?: string;
    readonly attachments: readonly Attachment[];
  };
  readonly trackingNumber?: string;
};

/** The way of a file as a citizen was told it; not `verified` where it is the general frame (NĐ 118/2025 Điều 17 to 22). */
export type GuidedCourse = { readonly steps: readonly string[]; readonly verified: boolean };

/** What can happen to a waiting file, as it stands in the journal. */
export type IntakeEvent =
  | ({ readonly type: 'arrived'; readonly kind: IntakeKind } & IntakeFacts)
  /** At the counter more became known: a card was scanned, a paper was found. */
  | ({ readonly type: 'amended' } & IntakeFacts)
  | { readonly type: 'seen' }
  /** `term` is the time limit the citizen was told; null where none was known. */
  | {
      readonly type: 'guided';
      readonly items: readonly string[];
      readonly note?: string;
      readonly term: Term | null;
      /** The steps the citizen was told (Điều 16), as they were known then; left out by guidance given before they were told. */
      readonly course?: GuidedCourse;
    }
  | {
      readonly type: 'supplement-asked';
      readonly items: readonly string[];
      readonly reason: string;
      readonly override?: string;
    }
  | { readonly type: 'completed' }
  | { readonly type: 'turned-away'; readonly reason: string; readonly legalBasis: string }
  | { readonly type: 'taken-back'; readonly reason: string }
  | { readonly type: 'accepted' }
  | Extract<CaseAction, { type: 'document-made' }>;

/** An event with where, when and by whom it was recorded. */
export type RecordedIntake = {
  readonly seq: number;
  /** Civil time, +07:00. */
  readonly at: string;
  readonly actor: string;
  readonly desk: string;
  readonly action: IntakeEvent;
};

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

/** One more event. What an event may follow is the business of intake-acts.ts. Throws on a history that does not begin with `arrived`. */
export function applyIntake(before: Intake | undefined, at: string, event: IntakeEvent): Intake {
  if (event.type === 'arrived') return begin(at, event);
  if (before === undefined) throw new Error('a waiting file begins with its arrival');
  switch (event.type) {
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

/** The national code of each status (rules 4.1); 0 for who has filed nothing. */
export const intakeStatusCode = {
  'at-counter': 0,
  registered: 1,
  accepted: 2,
  refused: 3,
  'supplement-requested': 5,
  withdrawn: 7,
} as const satisfies Record<IntakeStatus, number>;

/** A case is received under the id of the file that waited, so the papers of the two are told apart by their ids. */
export function intakeDocumentId(intakeId: string, nth: number): string {
  return `${intakeId}.i${nth}`;
}

export function isIntakeDocument(documentId: string): boolean {
  return /^.{36}\.i\d+$/.test(documentId);
}
