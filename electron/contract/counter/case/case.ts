import { z } from 'zod';
import { readOfPersons, write } from '../../base/call.ts';
import { Confirmation, Confirmations } from './confirm.ts';
import { FromKit } from '../kit/kit.ts';
import { Person, Submitter, checkSubmitter } from '../../common/person/person.ts';
import { LegView } from '../../routing/legs.ts';
import { WhereaboutsView } from '../../routing/process.ts';
import {
  CaseNumber,
  Channel,
  CitizenCases,
  CivilDate,
  CivilTime,
  ComponentList,
  CopyLine,
  CopyList,
  DeadlineRule,
  DeadlineStepView,
  DocumentRef,
  FeeLineView,
  Id,
  Limit,
  ResultDelivery,
  Term,
  Uuid,
  askedAhead,
  competentShape,
  line,
  promiseFaults,
  systemName,
  termShape,
} from '../../base/values.ts';
import { OwnField, OwnFieldView, OwnValues } from '../../catalogue/own-fields.ts';
import { checkTyped, typedShape } from '../../catalogue/office-list.ts';
import { CaseStatus } from '../../base/case-status.ts';

export const ReceiveInput = z
  .strictObject({
    procedureCode: z.string().min(1).max(20),
    channel: Channel,
    applicant: Person,
    submitter: Submitter.nullable().optional(),
    components: ComponentList,
    /** Left out where nobody was asked. */
    citizenCases: CitizenCases.optional(),
    /** What the procedure asks beside, by the key of each field; nothing that was not said. */
    ownFields: OwnValues.optional(),
    /** Sets of papers (bộ). */
    quantity: z.int().min(1).max(999).default(1),
    /** With `quantity` as the number of copies: one line of `copies`, for who counts no papers apart. */
    pages: z.int().min(1).max(10_000).optional(),
    /** Certified copies or extracts, a line for each paper: each has its own cap (TT 226/2016/TT-BTC Điều 4). */
    copies: CopyList.optional(),
    resultDelivery: ResultDelivery.default({ kind: 'desk' }),
    ...competentShape,
    ...termShape,
    /** What no list says of the procedure; with `procedureCode: "other"` its name. */
    ...typedShape,
    print: z.boolean().default(false),
    printer: systemName(200).optional(),
    draftId: Uuid.optional(),
    /** The number of the parcel the file came in. */
    trackingNumber: line(40, 4).optional(),
    /** What a numbered blank says that was filled in by hand: the case is entered later, as it was received. */
    fromKit: FromKit.optional(),
    /** The reasons for what is lawful only with one. */
    confirm: Confirmations,
    /** Somebody stands before a screen and can answer: what no law forbids and a hand may have slipped at is asked too. */
    attended: z.literal(true).optional(),
    /** It was filed at a self-service kiosk (NĐ 309/2026). */
    kiosk: z.literal(true).optional(),
    /** The case's id. A file that waits (contract/counter/intake/intake.ts) is received under its own id, so nothing is received twice. */
    requestId: Uuid,
  })
  .superRefine(checkSubmitter)
  .superRefine(checkTyped);
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
  /** Who filed it for the applicant; null where nobody did. */
  submitterName: z.string().nullable(),
  idNumberMasked: z.string(),
  procedureName: z.string(),
  status: CaseStatus,
  /** Received by mistake and taken back: its number is void; left out otherwise. */
  undone: z.literal(true).optional(),
  acceptedAt: CivilTime,
  dueAt: CivilTime.nullable(),
  /** The void number by which it was found, where it was: `number` has taken its place. */
  superseded: z.object({ number: z.string(), at: CivilTime }).nullable(),
  /** The counter it began at, where the office has several; left out where one desk is alone. */
  counter: z.string().optional(),
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
  /** Its counter had not seen something that another did with the case; left out where it had seen all. */
  apart: z.literal(true).optional(),
  detail: z.record(z.string(), z.unknown()),
});

/** Where a file came from before it was received. */
export const Origin = z.object({
  kind: z.enum(['counter', 'online', 'post', 'kiosk']),
  portalNumber: z.string().optional(),
  submittedAt: CivilTime.optional(),
  trackingNumber: z.string().optional(),
});
export type Origin = z.infer<typeof Origin>;

export const CaseStateView = z.object({
  caseId: z.string(),
  number: CaseNumber,
  status: CaseStatus,
  /** Received by mistake and taken back: its number is void; left out otherwise. */
  undone: z.literal(true).optional(),
  channel: Channel,
  origin: Origin.nullable(),
  procedure: z.object({ code: z.string(), name: z.string(), field: z.string(), catalogueVersion: z.string() }),
  applicant: Person,
  submitter: Submitter.nullable(),
  /** Further parties of what was certified; left out where there are none. */
  others: z.array(Person).optional(),
  components: z.array(z.object({ index: z.int(), name: z.string(), originals: z.int(), copies: z.int() })),
  /** The cases of the citizen that papers were asked for; empty for one whom only everybody's were asked of. */
  citizenCases: z.array(z.string()),
  /** What the procedure asks beside, as far as it was said, in its order. */
  ownFields: z.array(OwnFieldView),
  quantity: z.int(),
  /** Pages of the original, where one paper was counted. */
  pages: z.int().nullable(),
  /** What was asked to be copied, paper by paper; empty for other procedures. */
  copies: z.array(CopyLine),
  resultDelivery: ResultDelivery,
  term: Term,
  rule: DeadlineRule.nullable(),
  /** The lawful limit it goes by, where it is not the usual one. */
  termCase: z
    .object({ key: z.string(), words: z.string(), reason: z.string().nullable(), agreed: z.boolean() })
    .nullable(),
  /** The lawful limits that verification would lead to, by the catalogue it was received under. */
  verificationTerms: z.array(
    z.object({ key: z.string(), words: z.string(), text: z.string(), textEn: z.string(), article: z.string() }),
  ),
  acceptedAt: CivilTime,
  dueAt: CivilTime.nullable(),
  dueDate: CivilDate.nullable(),
  /** The last moment of the promise as the exchange takes it (NgayHenTra): the end of its day, or its hour. */
  exchangeDueAt: CivilTime.nullable(),
  /** While papers are awaited of the citizen: since when, and the end of their last day; no promise runs meanwhile (NĐ 118/2025 Điều 19 k5). */
  awaiting: z.object({ since: CivilTime, until: CivilTime.nullable() }).nullable(),
  /** Papers that an officer proposed to ask for, and a supervisor has not answered; null where there are none. */
  proposal: z
    .object({
      items: z.array(z.string()),
      reason: z.string(),
      override: z.string(),
      byName: z.string(),
      at: CivilTime,
    })
    .nullable(),
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
  /** What came with a file that another centre received (NĐ 118/2025 Điều 20); null for one that was received here. */
  foreign: z
    .object({ code: z.string(), receivingUnit: z.string(), acceptedAt: CivilTime, arrivedAt: CivilTime })
    .nullable(),
  /** Receipts issued again under the same code, first to last (NĐ 118/2025 Điều 17 k3). */
  reissues: z.array(z.object({ at: CivilTime, reason: z.string() })),
  /** The catalogue it goes by is another desk's and has not come here. */
  contentMissing: z.boolean(),
  /** What several desks told that does not go together; empty on one desk alone. `seq` is the action's, `aside` says that it is not counted, `open` that somebody still has to decide. */
  contradictions: z.array(
    z.object({
      entry: z.string(),
      seq: z.int(),
      type: z.string(),
      at: CivilTime,
      actorName: z.string(),
      /** At which counter, as its desk calls itself; both empty for one that told nothing of itself. */
      counter: z.object({ code: z.string(), name: z.string() }),
      aside: z.boolean(),
      open: z.boolean(),
      /** Somebody said that it does not stand. */
      decided: z.boolean(),
    }),
  ),
  /** A wrong result and the end of its three working days (Điều 23 k1); null where none was reported. */
  error: z
    .object({
      what: z.string(),
      reportedAt: CivilTime,
      dueAt: CivilTime.nullable(),
      correctedAt: CivilTime.nullable(),
      /** The corrected result waits to be handed out. */
      toHandOut: z.boolean(),
    })
    .nullable(),
  /** The fields that its procedure asks for beside, by the catalogue it was received under; `ownFields` is what was said of them. */
  ownFieldsAsked: z.array(OwnField),
  /** What was done with a reason that had to be given, first to last. */
  confirmations: z.array(
    Confirmation.extend({
      text: z.string(),
      textEn: z.string(),
      of: z.string(),
      at: CivilTime,
      byName: z.string(),
    }),
  ),
  /** Verification and opinions asked of others (Điều 19 k4). */
  inquiries: z.array(
    z.object({
      kind: z.enum(['verification', 'opinion']),
      asked: z.string(),
      about: z.string(),
      sentAt: CivilTime,
      answerBy: CivilTime,
      answer: z.string().nullable(),
      answeredAt: CivilTime.nullable(),
      /** Over its time without an answer: the head of the one-stop desk is told (Điều 19 k4c). */
      late: z.boolean(),
    }),
  ),
  /** Whether the account of electronic identity was looked at, and when (Điều 17 k1a). */
  identity: z.object({ found: z.string(), note: z.string(), at: CivilTime }).nullable(),
  papersReturnedAt: CivilTime.nullable(),
  /** Where the time until an obligation is met is not counted: since when it stands. */
  clockStoppedAt: CivilTime.nullable(),
  whereabouts: WhereaboutsView,
});
export type CaseStateView = z.infer<typeof CaseStateView>;

/** What a receipt says of a case and a correction may change: for two of them side by side. */
export const CaseFactsView = CaseStateView.pick({
  procedure: true,
  channel: true,
  applicant: true,
  submitter: true,
  others: true,
  components: true,
  citizenCases: true,
  ownFields: true,
  quantity: true,
  pages: true,
  copies: true,
  resultDelivery: true,
  termCase: true,
  dueAt: true,
  fees: true,
});
export type CaseFactsView = z.infer<typeof CaseFactsView>;

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
    'confirmation-needed',
    'procedure-unknown',
    'procedure-superseded',
    'procedure-not-offered',
    ...promiseFaults,
    'component-unknown',
    'citizen-case-unknown',
    'numbers-exhausted',
    'clock-untrusted',
    'action-not-allowed',
    'kit-number-unknown',
    'kit-number-used',
    'kit-number-void',
    'kit-time',
    'kit-promise',
    'kit-square',
    'request-id-reused',
  ])
    .input(ReceiveInput)
    .output(Received),
  search: readOfPersons()
    .input(z.strictObject({ text: z.string().max(600), limit: Limit.optional() }))
    .output(z.object({ hits: z.array(CaseHit) })),
  get: readOfPersons(['case-unknown'])
    .input(z.strictObject({ caseId: Id, ahead: askedAhead }))
    .output(CaseView),
};
