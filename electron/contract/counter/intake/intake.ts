import { z } from 'zod';
import { readOfPersons, write } from '../../base/call.ts';
import { AvailableAction, CaseActionView, DocumentView } from '../case/case.ts';
import { IntakeStatus } from '../../base/case-status.ts';
import { IntakePerson, IntakeSubmitter, checkSubmitter } from '../../common/person/person.ts';
import {
  CitizenCases,
  CivilTime,
  ComponentCount,
  CopyList,
  DocumentRef,
  Id,
  Limit,
  Sha256,
  Uuid,
  line,
  systemName,
  why,
} from '../../base/values.ts';

/** How a file that is not received yet came here: somebody at the counter, the online portal, a parcel. */
export const IntakeKind = z.enum(['counter', 'online', 'post']);
export type IntakeKind = z.infer<typeof IntakeKind>;

/** An attachment of an online file: what it is called and what it must hash to. The bytes stay with the portal. */
export const Attachment = z.object({
  name: line(300, 1),
  size: z.int().min(0).max(10_000_000_000),
  sha256: Sha256,
  /** The component it is meant for, as the procedure counts them from 0. */
  component: z.int().min(0).max(200).optional(),
});
export type Attachment = z.infer<typeof Attachment>;

export const TrackingNumber = line(40, 4).regex(/^[0-9A-Za-z][0-9A-Za-z -]*$/, 'tracking-number');

/** What is known of the file, as far as it goes: it is not complete, or it would have been received. */
export const intakeFacts = {
  procedureCode: z.string().min(1).max(20),
  applicant: IntakePerson,
  submitter: IntakeSubmitter.nullable().default(null),
  components: z
    .array(ComponentCount)
    .max(200)
    .refine((list) => new Set(list.map((item) => item.index)).size === list.length, 'component-twice')
    .default([]),
  /** Left out where nobody was asked. */
  citizenCases: CitizenCases.optional(),
  quantity: z.int().min(1).max(999).default(1),
  pages: z.int().min(1).max(10_000).optional(),
  copies: CopyList.optional(),
  resultDelivery: z
    .strictObject({ kind: z.enum(['desk', 'post', 'electronic']), address: line(300).optional() })
    .default({ kind: 'desk' }),
};

const reason = why(500);
const items = z.array(line(300, 1)).max(30);

/** What a person can do to a waiting file. What is then recorded is decided by domain/counter/intake/acts.ts. */
export const IntakeAct = z.discriminatedUnion('type', [
  /** Somebody at the desk has seen an online file: the two hours of Điều 17 k2. */
  z.strictObject({ type: z.literal('see') }),
  z.strictObject({ type: z.literal('guide'), items: items.default([]), note: line(500).optional() }),
  z.strictObject({
    type: z.literal('ask-supplement'),
    items: items.min(1),
    reason,
    /** Why a supervisor asks a second time. */
    override: reason.optional(),
  }),
  z.strictObject({ type: z.literal('complete') }),
  z.strictObject({ type: z.literal('refuse'), reason, legalBasis: why(300) }),
  z.strictObject({ type: z.literal('withdraw'), reason }),
]);
export type IntakeAct = z.infer<typeof IntakeAct>;
export type IntakeActType = IntakeAct['type'];

export const IntakeRow = z.object({
  intakeId: z.string(),
  kind: IntakeKind,
  status: IntakeStatus,
  /** The portal's number, or the parcel's; empty at the counter. */
  code: z.string(),
  applicantName: z.string(),
  idNumberMasked: z.string(),
  procedureCode: z.string(),
  procedureName: z.string(),
  /** When the portal had it, or when it was noted here. */
  since: CivilTime,
  seenAt: CivilTime.nullable(),
  /** The clocks of NĐ 118/2025 Điều 17 k2, while they run: to be seen, and to be accepted or answered. */
  notifyDue: CivilTime.nullable(),
  answerDue: CivilTime.nullable(),
  notifyLate: z.boolean(),
  answerLate: z.boolean(),
  askedAt: CivilTime.nullable(),
  /** The counter it began at, where the office has several; left out where one desk is alone. */
  counter: z.string().optional(),
});
export type IntakeRow = z.infer<typeof IntakeRow>;

export const IntakeView = z.object({
  row: IntakeRow,
  facts: z.object(intakeFacts),
  submittedAt: CivilTime.nullable(),
  trackingNumber: z.string().nullable(),
  attachments: z.array(Attachment),
  summary: z.string(),
  /** What was asked for, and why, where it was. */
  asked: z.object({ items: z.array(z.string()), reason: z.string() }).nullable(),
  actions: z.array(CaseActionView),
  documents: z.array(DocumentView),
  availableActions: z.array(AvailableAction),
});
export type IntakeView = z.infer<typeof IntakeView>;

const Acted = z.object({
  intakeId: z.string(),
  status: IntakeStatus,
  documents: z.array(DocumentRef),
  printJobId: z.string().nullable(),
  paperFault: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type IntakeActed = z.infer<typeof Acted>;

const printing = { print: z.boolean().default(false), printer: systemName(200).optional() };

/** What became of one file of a pack; `line` counts from 1. */
export const PackOutcome = z.object({
  line: z.int(),
  portalNumber: z.string(),
  outcome: z.enum(['imported', 'known', 'refused']),
  intakeId: z.string().nullable(),
  applicantName: z.string(),
  reason: z
    .enum([
      'file-invalid',
      'procedure-unknown',
      'component-unknown',
      'citizen-case-unknown',
      'number-twice',
      'number-of-another',
      'from-the-future',
    ])
    .nullable(),
  /** The field that was wrong, where one was, and what about it. */
  path: z.string().nullable(),
  problem: z.object({ vi: z.string(), en: z.string() }).nullable(),
  /** Fields that came otherwise than a pack has them: read as meant, or left out and kept as words in the summary. */
  notes: z.array(z.string()),
});
export type PackOutcome = z.infer<typeof PackOutcome>;

export const intakeCalls = {
  /**
   * Notes somebody at the counter, or a parcel, and does the first act on it in the same commit. The id is chosen by who asks and
   * becomes the case's id: the same id again changes what is known and begins nothing twice.
   */
  open: write('clerk', [
    'procedure-unknown',
    'component-unknown',
    'citizen-case-unknown',
    'action-not-allowed',
    'clock-untrusted',
    'request-id-reused',
  ])
    .input(
      z
        .strictObject({
          intakeId: Uuid,
          kind: z.enum(['counter', 'post']),
          ...intakeFacts,
          trackingNumber: TrackingNumber.optional(),
          act: IntakeAct.optional(),
          draftId: Uuid.optional(),
          ...printing,
        })
        .refine((one) => one.kind !== 'post' || one.trackingNumber !== undefined, {
          path: ['trackingNumber'],
          message: 'tracking-number',
        })
        .superRefine(checkSubmitter),
    )
    .output(Acted),
  /** Takes in a pack of online files (docs/topics/online-pack.md): each on its own, none twice. */
  importPack: write('clerk', ['pack-broken', 'pack-other-office', 'clock-untrusted'])
    .input(z.strictObject({ text: z.string().max(3_000_000) }))
    .output(z.object({ imported: z.int(), known: z.int(), refused: z.int(), files: z.array(PackOutcome) })),
  /** What waits, most urgent first; of a name or a number where text is given. */
  list: readOfPersons()
    .input(z.strictObject({ text: z.string().max(200).default(''), limit: Limit.default(100) }))
    .output(
      z.object({
        now: CivilTime,
        /** Waiting for the desk; what waits for the citizen's papers is not counted. */
        waiting: z.int(),
        late: z.int(),
        /** The nearest end of a clock that is not over. */
        nearest: CivilTime.nullable(),
        rows: z.array(IntakeRow),
      }),
    ),
  get: readOfPersons(['intake-unknown'])
    .input(z.strictObject({ intakeId: Id }))
    .output(IntakeView),
  /** Does one act to a waiting file, records it, and makes the paper that goes with it. */
  act: write('clerk', ['intake-unknown', 'action-not-allowed', 'clock-untrusted'])
    .input(z.strictObject({ intakeId: Id, act: IntakeAct, ...printing }))
    .output(Acted),
};
