import { z } from 'zod';
import { read, write } from '../call.ts';
import { LegInfo, LegPlan, LegsView, NewLeg } from '../routing/legs.ts';
import {
  CivilDate,
  CivilTime,
  DeadlineRule,
  DeadlineStepView,
  Dong,
  FeeLineView,
  Instant,
  Limit,
  Term,
  competentShape,
  line,
} from '../values.ts';

export const Deadline = z.object({
  dueAt: CivilTime,
  dueDate: CivilDate,
  steps: z.array(DeadlineStepView),
  /** The way through other agencies, with the dates it would have; empty where this office decides. */
  legs: z.array(LegPlan),
});
export type Deadline = z.infer<typeof Deadline>;

export const ProcedureComponent = z.object({
  index: z.int(),
  name: z.string(),
  short: z.string(),
  condition: z.string().nullable(),
  originals: z.int(),
  copies: z.int(),
});

export const ProcedureHit = z.object({
  code: z.string(),
  name: z.string(),
  field: z.string(),
  authority: z.string(),
  term: Term.nullable(),
  rule: DeadlineRule.nullable(),
});

export const ProcedureDetail = ProcedureHit.extend({
  components: z.array(ProcedureComponent),
  termText: z.string().nullable(),
  termVerified: z.boolean(),
  termNote: z.string(),
  feeAmount: Dong.nullable(),
  feeNote: z.string(),
  result: z.string(),
  legalBasis: z.array(z.string()),
  /** The legs of an interlinked procedure, or of one that another agency decides; empty for the rest. */
  legs: z.array(LegInfo),
  catalogueVersion: z.string(),
});
export type ProcedureDetail = z.infer<typeof ProcedureDetail>;

const Code = z.string().min(1).max(20);

export const procedureCalls = {
  find: read('anyone')
    .input(z.strictObject({ text: z.string().max(200), limit: Limit.optional() }))
    .output(z.object({ procedures: z.array(ProcedureHit) })),
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
      }),
    )
    .output(z.object({ fees: z.array(FeeLineView), needsPages: z.boolean() })),
  /** Sets the time limit that the catalogue lacks; recorded with its reason, never guessed. */
  setTerm: write('supervisor', ['procedure-unknown'])
    .input(
      z.strictObject({ code: Code, term: Term, rule: DeadlineRule.nullable().default(null), reason: line(300, 3) }),
    )
    .output(ProcedureDetail),
  /** The legs that an office sets, with who set them. */
  legs: read('staff', ['procedure-unknown'])
    .input(z.strictObject({ code: Code }))
    .output(LegsView),
  /** Sets the legs of a procedure that goes through other agencies, in order, with the time of each; none makes it this office's own. */
  setLegs: write('supervisor', ['procedure-unknown'])
    .input(z.strictObject({ code: Code, legs: z.array(NewLeg).max(8), reason: line(300, 3) }))
    .output(ProcedureDetail),
  /** What the office that sets itself up must know is not verified. */
  unverified: read('anyone')
    .input(z.strictObject({}))
    .output(z.object({ entries: z.array(z.object({ kind: z.string(), code: z.string(), what: z.string() })) })),
};

export const deadlineCalls = {
  explain: read('anyone', [
    'procedure-unknown',
    'time-limit-missing',
    'calendar-ends',
    'competent-unknown',
    'competent-own',
    'competent-twice',
    'competent-interlinked',
  ])
    .input(
      z.union([
        z.strictObject({ term: Term, acceptedAt: Instant, rule: DeadlineRule.optional() }),
        z.strictObject({
          procedureCode: Code,
          acceptedAt: Instant,
          channel: z.enum(['direct', 'online', 'post']).optional(),
          ...competentShape,
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
