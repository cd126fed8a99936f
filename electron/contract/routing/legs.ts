import { z } from 'zod';
import { CivilTime, SetBy, Term, UnitCode, line } from '../base/values.ts';

export type Competent = {
  readonly competentUnit?: { readonly code: string } | undefined;
  readonly competentAgency?: { readonly name: string } | undefined;
};

const legShape = {
  agency: line(200, 3),
  unitCode: UnitCode.optional(),
  work: line(300, 3),
  way: z.enum(['here', 'paper', 'electronic']),
  term: Term.nullable(),
};

/** A leg as a supervisor sets it: agency, what it does, how the file gets there, its time. */
export const NewLeg = z.strictObject(legShape);
export type NewLeg = z.infer<typeof NewLeg>;

export const LegInfo = z.object({ ...legShape, termText: z.string().nullable() });
export type LegInfo = z.infer<typeof LegInfo>;

/** The way of a procedure through other agencies, and where it is known from. */
export const LegsView = z.object({
  code: z.string(),
  name: z.string(),
  /** The limit promised for the whole way; null while the procedure has none. */
  term: Term.nullable(),
  legs: z.array(LegInfo),
  /** `office`: a supervisor set them. `list`: the supplied list has them. `none`: nobody named any, so this office decides. */
  source: z.enum(['office', 'list', 'none']),
  verified: z.boolean(),
  note: z.string(),
  set: SetBy.nullable(),
});
export type LegsView = z.infer<typeof LegsView>;

/** A leg with the dates it would have if the file were received now. */
export const LegPlan = LegInfo.extend({ sendBy: CivilTime.nullable(), plannedDueAt: CivilTime.nullable() });
export type LegPlan = z.infer<typeof LegPlan>;

/** A leg of a case: waiting for its turn, to be sent, sent and not confirmed, running, finished. */
export const LegView = LegPlan.extend({
  index: z.int(),
  stage: z.enum(['waiting', 'to-send', 'sent', 'running', 'finished']),
  sentAt: CivilTime.nullable(),
  handOverId: z.string().nullable(),
  receivedAt: CivilTime.nullable(),
  receivedBy: z.string().nullable(),
  dueAt: CivilTime.nullable(),
  finishedAt: CivilTime.nullable(),
  result: z.string().nullable(),
  returnReason: z.string().nullable(),
  missed: z.boolean(),
  late: z.boolean(),
});
export type LegView = z.infer<typeof LegView>;
