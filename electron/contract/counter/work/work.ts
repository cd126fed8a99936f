import { z } from 'zod';
import { read, readOfPersons, write } from '../../base/call.ts';
import { CaseStateView } from '../case/case.ts';
import { Confirmation } from '../case/confirm.ts';
import { Password } from '../../common/office/office.ts';
import { WallFigure, WallFigures, WallFile } from './wall.ts';
import { LegView } from '../../routing/legs.ts';
import { CaseStatus } from '../../base/case-status.ts';
import { CivilTime, Done, Limit, Skip, Term, Uuid } from '../../base/values.ts';
import { OwedRow } from './conflict.ts';

/** The groups of the work list, most urgent first. The hours are hours of working days (domain/counter/work/radar.ts). */
export const WorkGroupName = z.enum([
  'overdue',
  'today',
  'within-24h',
  'within-48h',
  'within-72h',
  /** Passed on, and taken by nobody yet. */
  'untaken',
  /** Held by who asks and promised for later; where everybody's are asked for it is empty. */
  'held-later',
  'supplement',
  /** Papers that an officer proposed to ask for where a supervisor decides; of every holder for who decides. */
  'to-approve',
  'to-return',
  'error',
  'waiting',
  'step-late',
  'leg-late',
  'leg-untimed',
  'answer-late',
  'promise-changed',
]);
export type WorkGroupName = z.infer<typeof WorkGroupName>;

/** Counted up to 99; `more` says that there are more than that. */
export const WorkCount = z.object({ value: z.int(), more: z.boolean() });
export type WorkCount = z.infer<typeof WorkCount>;

export const WorkRow = z.object({
  caseId: z.string(),
  number: z.string(),
  applicantName: z.string(),
  procedureName: z.string(),
  status: CaseStatus,
  dueAt: CivilTime.nullable(),
  /** The name of who has taken it; null while nobody has. */
  holderName: z.string().nullable(),
  held: z.boolean(),
  /** The apology with its new date (Mẫu 04) has to leave today: tomorrow is too late (NĐ 118/2025 Điều 19 k6). */
  apologyDue: z.boolean(),
  /** The end of the citizen's time for papers, of the three working days for a correction, of the inner clock that ran out; or the day another calendar came to. */
  until: CivilTime.nullable(),
  /** Days of the calendar from today to `until`, or to the promise; negative once it is past. Null without either. */
  daysLeft: z.int().nullable(),
  /** When the result was ready, for what waits to be fetched; since when an agency has it, for a leg without a time, or a proposal waits. */
  readyAt: CivilTime.nullable(),
  /** The step, the agency, or who owes an answer, that is late; of a proposal its reason; null elsewhere. */
  place: z.string().nullable(),
  /** How long the citizen has for papers that were asked for, and what follows by the law of the field; null elsewhere. */
  papers: z.object({ term: Term, afterwards: z.enum(['close', 'refuse']) }).nullable(),
  /** Where the late agency's leg stands; null elsewhere. */
  legStage: LegView.shape.stage.nullable(),
  /** The counter it began at, where the office has several; left out where one desk is alone. */
  counter: z.string().optional(),
});
export type WorkRow = z.infer<typeof WorkRow>;

export const WorkList = z.object({
  now: CivilTime,
  mine: z.boolean(),
  groups: z.array(z.object({ group: WorkGroupName, count: WorkCount, rows: z.array(WorkRow) })),
  /** Promised for later than 72 hours. */
  later: WorkCount,
  /** Held by who asks, with a promise running. */
  heldByMe: WorkCount,
  apologies: WorkCount,
  unsettledPrints: z.int(),
});
export type WorkList = z.infer<typeof WorkList>;

/** Something that was done with a reason that had to be given: who, when, what, and why. */
export const ConfirmedRow = Confirmation.extend({
  caseId: z.string(),
  number: z.string(),
  applicantName: z.string(),
  at: CivilTime,
  byName: z.string(),
  text: z.string(),
  textEn: z.string(),
  /** The act it was said for. */
  of: z.string(),
});
export type ConfirmedRow = z.infer<typeof ConfirmedRow>;

export const workCalls = {
  /** How the ward stands, for a screen on the wall. With `since` it answers as soon as the register is further, or after a while. */
  wall: read('anyone')
    .input(z.strictObject({ since: z.string().max(64).optional() }))
    .output(WallFigures),
  /** The files behind a figure of the wall, the most pressing first. `key`: days, the place, the counter, the procedure, the person. */
  wallFiles: read('staff', ['wall-closed'])
    .input(
      z.strictObject({
        figure: WallFigure,
        key: z.string().max(200).optional(),
        skip: Skip,
        limit: z.int().min(1).max(1000).default(200),
      }),
    )
    .output(z.object({ files: z.array(WallFile), count: z.int() })),
  /** Receipts that somebody made void and issued again alone, since two persons keep the office: a supervisor stands for each within three working days. */
  loneCorrections: read('supervisor')
    .input(z.strictObject({}))
    .output(
      z.object({
        corrections: z.array(
          z.object({
            caseId: z.string(),
            requestId: z.string(),
            number: z.string(),
            reissue: z.int().nullable(),
            at: CivilTime,
            byName: z.string(),
            reason: z.string(),
            /** The last day of the three. */
            until: z.string(),
            late: z.boolean(),
          }),
        ),
      }),
    ),
  /**
   * Cases at which two counters acted without seeing each other, and somebody has to decide; and what this counter's drawer owes of what was decided. None where one
   * desk is alone.
   */
  apart: read('staff')
    .input(z.strictObject({}))
    .output(
      z.object({
        cases: z.array(z.object({ caseId: z.string(), number: z.string(), open: z.int() })),
        /** What waits beside these and a supervisor alone sees listed: doubled numbers, petitions, lists. With the `open` of the cases as many as `hub.sync` counts. */
        others: z.int(),
        owed: z.array(OwedRow),
      }),
    ),
  /** The case before and after one of them, for who is asked to stand for it. */
  correction: read('supervisor', ['correction-unknown'])
    .input(z.strictObject({ caseId: Uuid, requestId: Uuid }))
    .output(z.object({ was: CaseStateView, becomes: CaseStateView })),
  /** With one's own password where a hand does it; a program signs as who it is. */
  countersign: write('supervisor', ['correction-unknown', 'sign-in-refused'])
    .input(z.strictObject({ caseId: Uuid, requestId: Uuid, password: Password.optional() }))
    .output(Done),
  /** What was done with a reason that had to be given, newest first: for a supervisor to look over. */
  confirmed: read('supervisor')
    .input(z.strictObject({ limit: Limit.default(50) }))
    .output(z.object({ rows: z.array(ConfirmedRow) })),
  /** What is to be done, most urgent first: of the whole desk, or only of the cases that who asks holds. */
  list: readOfPersons()
    .input(z.strictObject({ mine: z.boolean().default(false), limit: Limit.default(12) }))
    .output(WorkList),
};
