import { z } from 'zod';
import { read, write } from '../base/call.ts';
import { turnFaults } from '../base/turn-faults.ts';
import { CivilTime, SetBy, Term, line, why } from '../base/values.ts';

/** The least role a person needs at a step. */
export const StepRole = z.enum(['clerk', 'officer', 'supervisor']);
export type StepRole = z.infer<typeof StepRole>;

/** One step inside the office. Without a time only the promise to the citizen limits it. */
export const ProcessStep = z.strictObject({ name: line(120, 1), role: StepRole, time: Term.nullable() });
export type ProcessStep = z.infer<typeof ProcessStep>;

export const ProcessView = z.object({
  code: z.string(),
  name: z.string(),
  /** The shortest limit promised over all channels; null while the procedure has none. */
  term: Term.nullable(),
  steps: z.array(ProcessStep),
  /** `office`: a supervisor set it. `frame`: a general one of the product, which nobody published. */
  source: z.enum(['office', 'frame']),
  verified: z.boolean(),
  note: z.string(),
  /** Who set it, and why; null for a frame. */
  set: SetBy.nullable(),
  /** Minutes of the office's own time. */
  sum: z.object({ minutes: z.number(), termMinutes: z.number().nullable(), fits: z.boolean(), open: z.int() }),
});
export type ProcessView = z.infer<typeof ProcessView>;

const Code = z.string().min(1).max(20);

/** Part of `procedure`. */
export const processCalls = {
  /** The inner steps of a procedure: the office's own, or the frame of its kind. */
  process: read('staff', ['procedure-unknown'])
    .input(z.strictObject({ code: Code }))
    .output(ProcessView),
  /** Sets the inner steps; cases that are under way keep those they began with. */
  setProcess: write('supervisor', ['procedure-unknown', 'process-too-long', 'process-unfit', ...turnFaults])
    .input(z.strictObject({ code: Code, steps: z.array(ProcessStep).min(1).max(20), reason: why(300) }))
    .output(ProcessView),
};

/** Where the papers are, in the shape a screen shows. */
export const PaperPlace = z.object({
  kind: z.enum(['person', 'division', 'unit', 'on-the-way', 'archive', 'citizen']),
  /** The name of the person, division, unit or shelf; empty for the citizen. */
  name: z.string(),
  /** Of a person. */
  username: z.string().nullable(),
});
export type PaperPlace = z.infer<typeof PaperPlace>;

/** Who has the file now, and who the papers. */
export const WhereaboutsView = z.object({
  /** The username of who holds the file; null while nobody has taken it. */
  holder: z.string().nullable(),
  holderName: z.string().nullable(),
  steps: z.array(ProcessStep.extend({ index: z.int(), state: z.enum(['done', 'now', 'to-come', 'skipped']) })),
  /** Null before the file leaves the counter. */
  step: z
    .object({
      index: z.int(),
      name: z.string(),
      role: StepRole,
      since: CivilTime,
      dueAt: CivilTime.nullable(),
      late: z.boolean(),
      reworks: z.int(),
    })
    .nullable(),
  papers: z.object({
    place: PaperPlace,
    since: CivilTime,
    /** Until when they have to be where the file is (NĐ 118/2025 Điều 18); null while nobody waits for them. */
    awaitedUntil: CivilTime.nullable(),
    late: z.boolean(),
    missingSince: CivilTime.nullable(),
    lost: z
      .object({ reason: z.string(), unit: z.string(), reportedAt: CivilTime, settledAt: CivilTime.nullable() })
      .nullable(),
  }),
});
export type WhereaboutsView = z.infer<typeof WhereaboutsView>;
