import { z } from 'zod';
import { read, readOfPersons, write } from '../base/call.ts';
import { PaperPage } from '../common/printing/paper.ts';
import { personName } from '../common/person/person.ts';
import { CivilTime, DocumentRef, Id, Instant, Limit, Uuid, line, systemName } from '../base/values.ts';
import { CaseStatus } from '../base/case-status.ts';

/** Who a list goes to: another agency, a division of this office, or the counter. */
export const HandOverTo = z.strictObject({ kind: z.enum(['unit', 'division', 'counter']), name: line(200, 2) });
export type HandOverTo = z.infer<typeof HandOverTo>;

const CaseIds = z
  .array(Id)
  .min(1)
  .max(200)
  .refine((ids) => new Set(ids).size === ids.length, 'case-twice');

/** The code on the citizen's receipt, where another centre received the file and it has another number here. */
const GivenCode = z.string().nullable();

export const WaitingCase = z.object({
  caseId: z.string(),
  number: z.string(),
  givenCode: GivenCode,
  applicantName: z.string(),
  procedureName: z.string(),
  status: CaseStatus,
  /** By when the papers have to be there; null where no rule says. */
  by: CivilTime.nullable(),
  late: z.boolean(),
  /** It was on a list and not there when that was signed: the number of the list. */
  missedFrom: z.string().nullable(),
});
export type WaitingCase = z.infer<typeof WaitingCase>;

export const Pile = z.object({
  to: HandOverTo,
  /** The nearest of its clocks. */
  by: CivilTime.nullable(),
  late: z.int(),
  cases: z.array(WaitingCase),
});
export type Pile = z.infer<typeof Pile>;

export const HandOverView = z.object({
  handOverId: z.string(),
  number: z.string(),
  to: HandOverTo,
  note: z.string(),
  madeAt: CivilTime,
  madeByName: z.string(),
  cases: z.array(
    z.object({
      caseId: z.string(),
      number: z.string(),
      givenCode: GivenCode,
      applicantName: z.string(),
      procedureName: z.string(),
      missing: z.boolean(),
    }),
  ),
  received: z.object({ at: CivilTime, by: z.string(), missing: z.int() }).nullable(),
  documents: z.array(DocumentRef),
  /** The counter it began at, where the office has several; left out where one desk is alone. */
  counter: z.string().optional(),
});
export type HandOverView = z.infer<typeof HandOverView>;

const makeFaults = ['case-unknown', 'hand-over-refused', 'calendar-ends', 'clock-untrusted'] as const;
const listInput = { to: HandOverTo, caseIds: CaseIds, note: line(300).default('') };

export const handOverCalls = {
  /** What waits to be handed to somebody, by where it goes, the most urgent pile first. */
  prepare: readOfPersons()
    .input(z.strictObject({}))
    .output(z.object({ now: CivilTime, piles: z.array(Pile) })),
  /** The list as it would print now; its number is still blank. */
  preview: read('clerk', ['case-unknown', 'case-undone', 'form-unknown', 'form-broken'])
    .input(z.strictObject(listInput))
    .output(z.object({ pages: z.array(PaperPage) })),
  /** Makes a numbered list of cases: each is sent or passed on, their papers are on the way, and the list prints. */
  make: write('clerk', [...makeFaults, 'request-id-reused'])
    .input(
      z.strictObject({
        ...listInput,
        print: z.boolean().default(false),
        printer: systemName(200).optional(),
        requestId: Uuid,
      }),
    )
    .output(
      z.object({
        handOver: HandOverView,
        printJobId: z.string().nullable(),
        paperFault: z.object({ code: z.string(), message: z.string() }).nullable(),
      }),
    ),
  /** The second signature: who took it, when, and what was not there. What is missing stays with who sent it. */
  receive: write('clerk', [
    'hand-over-unknown',
    'hand-over-signed',
    'hand-over-not-listed',
    'hand-over-moment',
    'calendar-ends',
    'clock-untrusted',
  ])
    .input(
      z.strictObject({
        handOverId: Id,
        missing: z.array(Id).max(200).default([]),
        by: personName(200, 2),
        /** When the other side signed; now where it is left out. */
        at: Instant.optional(),
      }),
    )
    .output(HandOverView),
  /** Lists that the other side has not signed, oldest first; or the newest of all. */
  list: readOfPersons()
    .input(z.strictObject({ open: z.boolean().default(true), limit: Limit.default(50) }))
    .output(
      z.object({
        handOvers: z.array(
          z.object({
            handOverId: z.string(),
            number: z.string(),
            to: HandOverTo,
            madeAt: CivilTime,
            madeByName: z.string(),
            cases: z.int(),
            received: z.boolean(),
            missing: z.int(),
            /** The counter that made it, where the office has several; left out where one desk is alone. */
            counter: z.string().optional(),
          }),
        ),
      }),
    ),
  /** A list by its id, or by the number under its bar code. */
  get: readOfPersons(['hand-over-unknown'])
    .input(z.union([z.strictObject({ handOverId: Id }), z.strictObject({ number: line(40, 1) })]))
    .output(HandOverView),
};
