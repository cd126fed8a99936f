import { z } from 'zod';
import { read, write } from '../call.ts';
import { FromKit } from '../kit/kit.ts';
import { Person, Submitter } from '../person/person.ts';
import { LegView } from '../routing/legs.ts';
import { WhereaboutsView } from '../routing/process.ts';
import {
  CaseNumber,
  Channel,
  CivilDate,
  CivilTime,
  ComponentList,
  DeadlineRule,
  DeadlineStepView,
  DocumentRef,
  FeeLineView,
  Limit,
  ResultDelivery,
  Term,
  Uuid,
  competentShape,
  line,
  systemName,
} from '../values.ts';
import { CaseStatus } from '../status.ts';

export const ReceiveInput = z.strictObject({
  procedureCode: z.string().min(1).max(20),
  channel: Channel,
  applicant: Person,
  submitter: Submitter.nullable().optional(),
  components: ComponentList,
  /** Sets of papers (bộ). */
  quantity: z.int().min(1).max(999).default(1),
  /** Pages of the original, for fees counted by the page. */
  pages: z.int().min(1).max(10_000).optional(),
  resultDelivery: ResultDelivery.default({ kind: 'desk' }),
  ...competentShape,
  print: z.boolean().default(false),
  printer: systemName(200).optional(),
  draftId: Uuid.optional(),
  /** The number of the parcel the file came in. */
  trackingNumber: line(40, 4).optional(),
  /** What a numbered blank says that was filled in by hand: the case is entered later, as it was received. */
  fromKit: FromKit.optional(),
  /** The case's id. A file that waits (contract/intake.ts) is received under its own id, so nothing is received twice. */
  requestId: Uuid,
});
export type ReceiveInput = z.infer<typeof ReceiveInput>;

export const Received = z.object({
  caseId: z.string(),
  number: CaseNumber,
  acceptedAt: CivilTime,
  dueAt: CivilTime,
  dueDate: CivilDate,
  steps: z.array(DeadlineStepView),
  fees: z.array(FeeLineView),
  documents: z.array(DocumentRef),
  /** The print job, where printing was asked for; its outcome is in `print.list`. */
  printJobId: z.string().nullable(),
  /** Why there is no paper yet although the case is safe: the code of a fault, or null. */
  paperFault: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** What the clerk should know of a case entered from paper, in words. */
  warnings: z.array(z.object({ code: z.string(), text: z.string(), textEn: z.string() })),
});
export type Received = z.infer<typeof Received>;

export const CaseHit = z.object({
  caseId: z.string(),
  number: z.string(),
  applicantName: z.string(),
  idNumberMasked: z.string(),
  procedureName: z.string(),
  status: CaseStatus,
  acceptedAt: CivilTime,
  dueAt: CivilTime.nullable(),
  /** The void number by which it was found, where it was: `number` has taken its place. */
  superseded: z.object({ number: z.string(), at: CivilTime }).nullable(),
});
export type CaseHit = z.infer<typeof CaseHit>;

/** What has been done, in the order it was done. */
export const CaseActionView = z.object({
  seq: z.int(),
  at: CivilTime,
  type: z.string(),
  actor: z.string(),
  /** The person's name; the account's name where the person is not known here. */
  actorName: z.string(),
  /** The code of the counter; empty for a counter this desk does not know. */
  desk: z.string(),
  detail: z.record(z.string(), z.unknown()),
});

/** Where a file came from before it was received. */
export const Origin = z.object({
  kind: z.enum(['counter', 'online', 'post']),
  portalNumber: z.string().optional(),
  submittedAt: CivilTime.optional(),
  trackingNumber: z.string().optional(),
});
export type Origin = z.infer<typeof Origin>;

export const CaseStateView = z.object({
  caseId: z.string(),
  number: CaseNumber,
  status: CaseStatus,
  channel: Channel,
  origin: Origin.nullable(),
  procedure: z.object({ code: z.string(), name: z.string(), field: z.string(), catalogueVersion: z.string() }),
  applicant: Person,
  submitter: Submitter.nullable(),
  components: z.array(z.object({ index: z.int(), name: z.string(), originals: z.int(), copies: z.int() })),
  quantity: z.int(),
  /** Pages of the original, where they were counted. */
  pages: z.int().nullable(),
  resultDelivery: ResultDelivery,
  term: Term,
  rule: DeadlineRule.nullable(),
  acceptedAt: CivilTime,
  dueAt: CivilTime.nullable(),
  dueDate: CivilDate.nullable(),
  steps: z.array(DeadlineStepView),
  /** The way through other agencies, in order; empty where this office decides. */
  legs: z.array(LegView),
  fees: z.array(FeeLineView),
  receivedBy: z.string(),
  receivedByName: z.string(),
  /** Where the file was received on paper: who entered it, when, and what the paper and the law promised. */
  enteredLater: z
    .object({
      by: z.string(),
      byName: z.string(),
      at: CivilTime,
      promisedAt: CivilTime.nullable(),
      lawDueAt: CivilTime,
    })
    .nullable(),
  finishedAt: CivilTime.nullable(),
  returnedAt: CivilTime.nullable(),
  /** Numbers that corrections made void, first to last. */
  superseded: z.array(z.object({ number: z.string(), at: CivilTime, reason: z.string() })),
  /** A wrong result and the end of its three working days (Điều 23 k1); null where none was reported. */
  error: z
    .object({
      what: z.string(),
      reportedAt: CivilTime,
      dueAt: CivilTime.nullable(),
      correctedAt: CivilTime.nullable(),
    })
    .nullable(),
  whereabouts: WhereaboutsView,
});
export type CaseStateView = z.infer<typeof CaseStateView>;

export const AvailableAction = z.object({
  action: z.string(),
  allowed: z.boolean(),
  /** Who may do it. */
  role: z.enum(['clerk', 'officer', 'supervisor']),
  /** The article that allows it, or that forbids it now. */
  rule: z.string(),
  reason: z.string().nullable(),
  reasonEn: z.string().nullable(),
});

export const DocumentView = DocumentRef.extend({
  madeAt: CivilTime,
  pages: z.int(),
  prints: z.int(),
  /** The number in force, on a paper that bears a void one. */
  supersededBy: z.string().nullable(),
});

export const CaseView = z.object({
  state: CaseStateView,
  actions: z.array(CaseActionView),
  documents: z.array(DocumentView),
  availableActions: z.array(AvailableAction),
});
export type CaseView = z.infer<typeof CaseView>;

export const caseCalls = {
  receive: write('clerk', [
    'procedure-unknown',
    'time-limit-missing',
    'calendar-ends',
    'component-unknown',
    'numbers-exhausted',
    'clock-untrusted',
    'competent-unknown',
    'competent-own',
    'competent-twice',
    'competent-interlinked',
    'action-not-allowed',
    'kit-number-unknown',
    'kit-number-used',
    'kit-number-void',
    'kit-time',
    'kit-promise',
  ])
    .input(ReceiveInput)
    .output(Received),
  search: read('staff')
    .input(z.strictObject({ text: z.string().max(200), limit: Limit.optional() }))
    .output(z.object({ hits: z.array(CaseHit) })),
  get: read('staff', ['case-unknown'])
    .input(z.strictObject({ caseId: z.string().max(64) }))
    .output(CaseView),
};
