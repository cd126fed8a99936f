import { z } from 'zod';
import { read, write } from '../base/call.ts';
import { OwnField } from './own-fields.ts';
import { LegInfo, LegPlan, LegsView, NewLeg } from '../routing/legs.ts';
import { turnFaults } from '../base/turn-faults.ts';
import {
  Channel,
  CivilDate,
  CivilTime,
  CopyList,
  DeadlineRule,
  DeadlineStepView,
  Dong,
  FeeLineView,
  Instant,
  Limit,
  Term,
  TermUnit,
  competentShape,
  promiseFaults,
  termShape,
  why,
} from '../base/values.ts';

export const Deadline = z.object({
  dueAt: CivilTime,
  dueDate: CivilDate,
  steps: z.array(DeadlineStepView),
  /** The way through other agencies, with the dates it would have; empty where this office decides. */
  legs: z.array(LegPlan),
});
export type Deadline = z.infer<typeof Deadline>;

const ProcedureComponent = z.object({
  index: z.int(),
  name: z.string(),
  short: z.string(),
  /** Kept, only looked at, or one of several that stand for each other. */
  kind: z.enum(['received', 'shown', 'alternative']),
  group: z.string().nullable(),
  condition: z.string().nullable(),
  originals: z.int(),
  copies: z.int(),
});

/** A lawful limit of a procedure, as it stands in the catalogue; `usual` is the one a file goes by where nobody chooses. */
export const TermChoice = z.object({
  key: z.string(),
  words: z.string(),
  value: z.int(),
  unit: TermUnit,
  /** The limit in words: «05 ngày làm việc». */
  text: z.string(),
  textEn: z.string(),
  rule: DeadlineRule.nullable(),
  article: z.string(),
  from: CivilDate.nullable(),
  until: CivilDate.nullable(),
  chosen: z.enum(['reception', 'verification', 'either']),
  needs: z.enum(['reason', 'written-agreement']).nullable(),
  channels: z.array(Channel).nullable(),
  grade: z.enum(['A', 'B', 'C']),
  readOn: CivilDate.nullable(),
  readBy: z.string(),
});
export type TermChoice = z.infer<typeof TermChoice>;

/**
 * Where a procedure comes from: read in the law one by one, out of the list that goes on from there and that nobody read, from this office's own
 * list, or typed at a counter because no list had it.
 */
export const ProcedureOrigin = z.enum(['read', 'listed', 'office', 'typed']);
export type ProcedureOrigin = z.infer<typeof ProcedureOrigin>;

export const ProcedureHit = z.object({
  code: z.string(),
  name: z.string(),
  field: z.string(),
  authority: z.string(),
  /** The usual limit of a file that is received at the counter today. */
  term: Term.nullable(),
  rule: DeadlineRule.nullable(),
  /** The code that takes its place in newer lists; `inferred` where it was told from the names. */
  successor: z
    .object({ code: z.string(), from: CivilDate.nullable(), inferred: z.boolean(), note: z.string() })
    .nullable(),
  /** Codes that were looked for and that this one has taken the place of. */
  insteadOf: z.array(z.string()),
  origin: ProcedureOrigin,
});

export type ProcedureHit = z.infer<typeof ProcedureHit>;

export const ProcedureDetail = ProcedureHit.extend({
  components: z.array(ProcedureComponent),
  /** What it asks beside what every file says, in the order in which it is asked. */
  ownFields: z.array(OwnField),
  /** The declaration that is printed filled in by them: the name of its form; null where there is none. */
  declaration: z.string().nullable(),
  /** What a fee is counted by besides the file itself: copies of each paper, or the pages of each copy. */
  counts: z.enum(['none', 'copies', 'pages']),
  decidingAgency: z.string(),
  onlineLevel: z.enum(['full', 'partial', 'none']).nullable(),
  /** The article by which it is filed online only; null on any way. */
  onlineOnly: z.string().nullable(),
  /** Every lawful limit the catalogue knows, those of other days too. */
  terms: z.array(TermChoice),
  /** Why there is no usual limit. */
  noTerm: z.string().nullable(),
  termText: z.string().nullable(),
  termVerified: z.boolean(),
  termNote: z.string(),
  /** Who read the articles of today against this entry, and when; null while nobody did. */
  verified: z.object({ article: z.string(), readOn: CivilDate, readBy: z.string() }).nullable(),
  feeAmount: Dong.nullable(),
  feeNote: z.string(),
  result: z.string(),
  legalBasis: z.array(z.string()),
  /** The legs of an interlinked procedure, or of one that another agency decides; empty for the rest. */
  legs: z.array(LegInfo),
  catalogueVersion: z.string(),
  /** Whether files of it are received; one that is not is known by its cases and by lists that name it. */
  offered: z.boolean(),
  /** What the office calls it, for the search alone. */
  nicknames: z.array(z.string()),
  /** What a reader of its sources must know before trusting it: for the office, never for a citizen. */
  doubts: z.array(z.string()),
});
export type ProcedureDetail = z.infer<typeof ProcedureDetail>;

const Code = z.string().min(1).max(20);

export const procedureCalls = {
  find: read('anyone')
    .input(z.strictObject({ text: z.string().max(200), limit: Limit.optional() }))
    .output(
      z.object({
        procedures: z.array(ProcedureHit),
        /** Whether a word of what was typed means the first of them; where none does it is a guess, and nobody's first choice. */
        meant: z.boolean(),
      }),
    ),
  get: read('anyone', ['procedure-unknown'])
    .input(z.strictObject({ code: Code }))
    .output(ProcedureDetail),
  /** What a file would cost now, before it is received. */
  fees: read('anyone', ['procedure-unknown'])
    .input(
      z.strictObject({
        code: Code,
        channel: z.enum(['direct', 'online', 'post']).default('direct'),
        quantity: z.int().min(1).max(999).default(1),
        pages: z.int().min(1).max(10_000).optional(),
        copies: CopyList.optional(),
      }),
    )
    .output(z.object({ fees: z.array(FeeLineView), needsPages: z.boolean(), countsCopies: z.boolean() })),
  /** Sets the time limit that the catalogue lacks; recorded with its reason, never guessed. */
  setTerm: write('supervisor', ['procedure-unknown', ...turnFaults])
    .input(z.strictObject({ code: Code, term: Term, rule: DeadlineRule.nullable().default(null), reason: why(300) }))
    .output(ProcedureDetail),
  /** The legs that an office sets, with who set them. */
  legs: read('staff', ['procedure-unknown'])
    .input(z.strictObject({ code: Code }))
    .output(LegsView),
  /** Sets the legs of a procedure that goes through other agencies, in order, with the time of each; none makes it this office's own. */
  setLegs: write('supervisor', ['procedure-unknown', ...turnFaults])
    .input(z.strictObject({ code: Code, legs: z.array(NewLeg).max(8), reason: why(300) }))
    .output(ProcedureDetail),
  /** What the office that sets itself up must know is not verified. */
  unverified: read('anyone')
    .input(z.strictObject({}))
    .output(z.object({ entries: z.array(z.object({ kind: z.string(), code: z.string(), what: z.string() })) })),
};

export const deadlineCalls = {
  explain: read('anyone', ['procedure-unknown', ...promiseFaults])
    .input(
      z.union([
        z.strictObject({ term: Term, acceptedAt: Instant, rule: DeadlineRule.optional() }),
        z.strictObject({
          procedureCode: Code,
          acceptedAt: Instant,
          channel: z.enum(['direct', 'online', 'post']).optional(),
          ...competentShape,
          ...termShape,
        }),
      ]),
    )
    .output(Deadline),
};

export const textCalls = {
  amountInWords: read('anyone')
    .input(z.strictObject({ amount: Dong }))
    .output(z.object({ text: z.string() })),
};
