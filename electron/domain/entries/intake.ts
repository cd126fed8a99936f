import type { Attachment, IntakeKind, intakeFacts } from '../../contract/counter/intake/intake.ts';
import type { IntakePerson, IntakeSubmitter } from '../../contract/common/person/person.ts';
import type { Term } from '../../contract/base/values.ts';
import type { CaseAction, CopiedPaper } from './case.ts';
import type { Decided } from './decided.ts';
import type { Named } from './reference.ts';

/** Everything known of a file before it is received (hồ sơ chờ tiếp nhận): no number, no promise, no clock of the citizen. */
export type IntakeFacts = {
  readonly procedureCode: string;
  readonly catalogueVersion: string;
  readonly applicant: IntakePerson;
  readonly submitter?: IntakeSubmitter;
  readonly components: readonly (readonly [index: number, originals: number, copies: number])[];
  readonly citizenCases?: readonly string[];
  readonly quantity: number;
  readonly pages?: number;
  readonly copies?: readonly CopiedPaper[];
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
  | Decided
  | Extract<CaseAction, { type: 'document-made' }>;

/** An event with where, when and by whom it was recorded. */
export type RecordedIntake = Named & {
  readonly seq: number;
  /** Civil time, +07:00. */
  readonly at: string;
  readonly actor: string;
  readonly action: IntakeEvent;
};
