import { z } from 'zod';
import { readOfPersons, write, writeOfPersons } from '../../base/call.ts';
import {
  CivilDate,
  CivilTime,
  Id,
  Instant,
  Limit,
  Uuid,
  WatchName,
  backwards,
  endsAfterItBegins,
  line,
  why,
} from '../../base/values.ts';
import { DocumentView } from '../case/case.ts';
import { canonicalPhone, phoneShape } from '../../common/person/phone.ts';
import { payerName } from '../../common/person/person.ts';

/** How it came: somebody at the counter, a letter, a call, a mail, the box, the national system of petitions, the city's line 1022. */
export const PetitionSource = z.enum(['counter', 'letter', 'phone', 'email', 'box', 'portal', '1022']);
export type PetitionSource = z.infer<typeof PetitionSource>;

/**
 * What it is about, as Biểu 06a counts: an administrative act (how somebody behaved, how late a file is) or an administrative rule. What is neither, such as a
 * street lamp told to 1022, is in the register and in no column.
 */
export const PetitionContent = z.enum(['act', 'rule', 'other']);
export type PetitionContent = z.infer<typeof PetitionContent>;

export const PetitionStatus = z.enum(['open', 'awaiting', 'forwarded', 'answered', 'refused', 'withdrawn', 'closed']);
export type PetitionStatus = z.infer<typeof PetitionStatus>;

/** Whether its sender was pleased with how it was handled; null where nobody asked. */
export const Satisfaction = z.enum(['satisfied', 'dissatisfied']);
export type Satisfaction = z.infer<typeof Satisfaction>;

/** What is kept of a petition when it comes. The name may be missing: a slip in the box is often unsigned. */
const petitionFacts = {
  source: PetitionSource,
  /** The number that 1022 or the national system gave it. */
  sourceCode: line(60, 1).optional(),
  /** The last day that whoever passed it on wants it done by. */
  sourceDue: CivilDate.optional(),
  content: PetitionContent,
  /** Ngành, lĩnh vực, as Biểu 06a has a line for each. */
  field: line(120, 1),
  sender: z
    .strictObject({
      name: payerName(200).optional(),
      address: line(300).optional(),
      phone: z.string().trim().overwrite(canonicalPhone).regex(phoneShape, 'phone').optional(),
      email: z.union([z.literal(''), z.email().max(200)], 'email').optional(),
    })
    .default({}),
  /** What it says. */
  summary: why(2000),
  /** Whom or which office it is about. */
  about: line(300).optional(),
  /** The file it is about. */
  caseNumber: line(40).optional(),
};

const reason = why(500);

/** What a person can do to a petition. What is then recorded is decided by domain/counter/petition/acts.ts. */
export const PetitionAct = z.discriminatedUnion('type', [
  /** It is about something else than was written down: another content, another field. */
  z.strictObject({
    type: z.literal('reclassify'),
    content: PetitionContent,
    field: line(120, 1),
    reason,
  }),
  /** Who in this office handles it; the clock goes on. */
  z.strictObject({ type: z.literal('assign'), to: line(200, 1) }),
  /** To another agency, whose it is: this office's clock stops. */
  z.strictObject({ type: z.literal('forward'), to: line(200, 1), reason, document: line(100).optional() }),
  /** The other agency gave it back: the clock goes on with the days that were left. */
  z.strictObject({ type: z.literal('send-back'), reason }),
  z.strictObject({ type: z.literal('ask-supplement'), reason }),
  z.strictObject({ type: z.literal('complete'), note: line(500).optional() }),
  z.strictObject({ type: z.literal('refuse'), reason, legalBasis: why(300) }),
  /** A later day told to its sender. The law's own day stays and is what lateness is counted by. */
  z.strictObject({ type: z.literal('extend'), until: CivilDate, reason }),
  z.strictObject({ type: z.literal('answer'), answer: why(2000), document: line(100).optional() }),
  z.strictObject({ type: z.literal('publish'), where: line(300, 1) }),
  z.strictObject({ type: z.literal('withdraw'), reason }),
  /** Nothing more is to be done. What its sender said of the handling, where they were asked. */
  z.strictObject({ type: z.literal('close'), satisfaction: Satisfaction.optional(), note: line(500).optional() }),
]);
export type PetitionAct = z.infer<typeof PetitionAct>;
export type PetitionActType = PetitionAct['type'];

/** One clock: until when, and whether it is over. */
const Clock = z.object({ due: CivilTime, late: z.boolean() });

/** The clocks that run now; null where one does not. Working days by the office's calendar. */
export const PetitionClocks = z.object({
  /** 2 days: to say that it is not taken. */
  refuse: Clock.nullable(),
  /** 5 days: to ask for what is missing in it. */
  ask: Clock.nullable(),
  /** 5 days: to pass it on, where it is about a rule and not this office's; over and nobody here was given it: late. */
  passOn: Clock.nullable(),
  /** 15 days: to answer. */
  answer: Clock.nullable(),
  /** 2 days after the answer: to publish it. */
  publish: Clock.nullable(),
});
export type PetitionClocks = z.infer<typeof PetitionClocks>;

export const PetitionRow = z.object({
  petitionId: z.string(),
  number: z.string(),
  status: PetitionStatus,
  source: PetitionSource,
  sourceCode: z.string(),
  content: PetitionContent,
  field: z.string(),
  senderName: z.string(),
  summary: z.string(),
  arrivedAt: CivilTime,
  /** Who has it: a division of this office, or another agency. */
  holder: z.string(),
  clocks: PetitionClocks,
  /** The last day by which its sender, or who passed it on, was told to expect an answer, where one was told. */
  toldDue: CivilDate.nullable(),
  /** When it was answered, refused, passed on or taken back. */
  endedAt: CivilTime.nullable(),
  /** Whether it was answered after its day; null where it was not answered. */
  late: z.boolean().nullable(),
  publishedAt: CivilTime.nullable(),
  /** When it was first passed on to another agency, until when it had to be (null where no article says), and whether that was later; null where it never was. */
  passedOn: z.object({ at: CivilTime, due: CivilTime.nullable(), late: z.boolean() }).nullable(),
  /** The counter it began at, where the office has several; left out where one desk is alone. */
  counter: z.string().optional(),
});
export type PetitionRow = z.infer<typeof PetitionRow>;

export const PetitionView = z.object({
  row: PetitionRow,
  facts: z.object(petitionFacts),
  /** The day the law gives for the answer, also after the clock stood; null where none can be told. */
  answerDue: CivilTime.nullable(),
  answer: z.object({ text: z.string(), document: z.string(), at: CivilTime }).nullable(),
  satisfaction: Satisfaction.nullable(),
  actions: z.array(
    z.object({
      seq: z.int(),
      at: CivilTime,
      type: z.string(),
      actor: z.string(),
      actorName: z.string(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
  documents: z.array(DocumentView),
  availableActions: z.array(
    z.object({
      action: z.string(),
      allowed: z.boolean(),
      role: z.string(),
      rule: z.string(),
      reason: z.string().nullable(),
      reasonEn: z.string().nullable(),
    }),
  ),
});
export type PetitionView = z.infer<typeof PetitionView>;

/** Where a page of the list ended, as the desk wrote it: of each duty the last petition that was listed. */
const PetitionPage = z.string().max(400);

export const PetitionFormat = z.enum(['pdf', 'xlsx']);
export type PetitionFormat = z.infer<typeof PetitionFormat>;

export const petitionCalls = {
  /** Writes a petition into the register and starts its clocks. The id is chosen by who asks: the same one twice is the same petition. */
  register: write('clerk', ['petition-from-the-future', 'petition-code-known', 'clock-untrusted', 'request-id-reused'])
    .input(
      z.strictObject({
        petitionId: Uuid,
        /** When it came here, where that was before now: a letter of yesterday. */
        arrivedAt: Instant.optional(),
        ...petitionFacts,
      }),
    )
    .output(z.object({ petitionId: z.string(), number: z.string(), answerDue: CivilTime.nullable() })),
  act: write('clerk', ['petition-unknown', 'action-not-allowed', 'clock-untrusted'])
    .input(z.strictObject({ petitionId: Id, act: PetitionAct }))
    .output(z.object({ petitionId: z.string(), status: PetitionStatus })),
  get: readOfPersons(['petition-unknown'])
    .input(z.strictObject({ petitionId: Id }))
    .output(PetitionView),
  /**
   * The register, what is open in front and the nearest clock first; of a name, a number or a word where text is given. It goes on behind a page with the
   * `next` that the page gave as `after`; what was done to a petition meanwhile may put it on a page that was read, or on none.
   */
  list: readOfPersons()
    .input(
      z.strictObject({
        text: z.string().max(200).default(''),
        /** `waiting`: what this office has still to do; `ended`: the rest. */
        show: z.enum(['waiting', 'ended', 'all']).default('all'),
        after: PetitionPage.optional(),
        limit: Limit.default(100),
      }),
    )
    .output(
      z.object({
        now: CivilTime,
        /** What this office has still to do, and how many of it are late; whatever was asked for. */
        waiting: z.int(),
        late: z.int(),
        /** How many fit what was asked, listed or not. */
        count: z.int(),
        /** What a petition’s field may be called: the catalogue’s own names, so that Biểu 06a has one line for each. */
        fields: z.array(z.string()),
        rows: z.array(PetitionRow),
        /** What the next page is asked for with; null after the last. */
        next: PetitionPage.nullable(),
      }),
    ),
  /**
   * The register of the petitions that came in a stretch of days, to print or to count on. A long one comes in volumes: `next` is what the following one is
   * asked for with as `after`, null after the last. Who took it out of the desk is kept, volume by volume.
   */
  file: writeOfPersons(['report-cancelled', 'petition-unknown', 'form-unknown', 'form-broken'])
    .input(
      z
        .strictObject({
          from: CivilDate,
          to: CivilDate,
          format: PetitionFormat,
          after: Id.optional(),
          watch: WatchName,
        })
        .refine(endsAfterItBegins, backwards),
    )
    .output(
      z.object({
        fileName: z.string(),
        mediaType: z.string(),
        base64: z.string(),
        /** The lines in this file. */
        rows: z.int(),
        volume: z.int(),
        volumes: z.int(),
        next: z.string().nullable(),
      }),
    ),
};
