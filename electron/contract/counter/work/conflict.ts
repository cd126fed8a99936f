import { z } from 'zod';
import { read, write } from '../../base/call.ts';
import { CivilDate, CivilTime, DocumentRef, Uuid, systemName, why } from '../../base/values.ts';
import { CaseStatus } from '../../base/case-status.ts';
import { CaseFactsView } from '../case/case.ts';

/** An entry by its name: the UUID of its desk and its place in that desk's chain. */
const Entry = z.string().regex(/^[0-9a-f-]{36}\.\d{1,15}$/);

/** What somebody decides between: two entries of one thing, or two cases that bear one number. */
export const ConflictRef = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('case'), id: Uuid, entry: Entry, against: Entry }),
  z.strictObject({ kind: z.literal('intake'), id: Uuid, entry: Entry, against: Entry }),
  z.strictObject({ kind: z.literal('petition'), id: Uuid, entry: Entry, against: Entry }),
  z.strictObject({ kind: z.literal('hand-over'), id: Uuid, entry: Entry, against: Entry }),
  z.strictObject({ kind: z.literal('number'), day: CivilDate, serial: z.int().min(1) }),
]);
export type ConflictRef = z.infer<typeof ConflictRef>;

/** A counter as people call it; both empty for one that has told nothing of itself. */
const CounterView = z.object({ code: z.string(), name: z.string() });
export type CounterView = z.infer<typeof CounterView>;

/** What follows from choosing a side, in the order in which it is said. */
export const Consequence = z.discriminatedUnion('kind', [
  /** How the thing stands then; `status` in words of its own where it is no case. */
  z.object({ kind: z.literal('status'), status: CaseStatus }),
  /** The promise then, null where none runs; `before` is the one that is on the other paper, where it differs. */
  z.object({ kind: z.literal('promise'), dueAt: CivilTime.nullable(), before: CivilTime.nullable() }),
  /** The number it goes by then. */
  z.object({ kind: z.literal('number'), number: z.string() }),
  /** The other case gets a receipt with a number of this counter in the place of this one. */
  z.object({ kind: z.literal('new-number'), number: z.string() }),
  /** The citizen was told otherwise: a notice that says what stands, with an apology. */
  z.object({ kind: z.literal('notice') }),
  /** A new receipt (Mẫu 01) with what stands. */
  z.object({ kind: z.literal('receipt') }),
  /** The case that was received of it has to be closed by its own act. */
  z.object({ kind: z.literal('close-case'), number: z.string() }),
  /** No paper can go out, for its sender is not named: they are told the way they were told before. */
  z.object({ kind: z.literal('tell') }),
  /** Money that was taken for nothing is to be given back at the counter whose drawer has it. */
  z.object({ kind: z.literal('refund'), number: z.string(), amount: z.int(), counter: CounterView }),
  /** Money that went out once too often: somebody asks for it back. */
  z.object({ kind: z.literal('recover'), number: z.string(), amount: z.int(), counter: CounterView }),
  /** A receipt that counts no more though it was handed out. */
  z.object({ kind: z.literal('recall'), number: z.string(), counter: CounterView }),
  /** What the same counter did afterwards on that basis counts no more either. */
  z.object({ kind: z.literal('with-it'), acts: z.array(z.string()) }),
  /** Numbers, receipts and money of the other side stay booked. */
  z.object({ kind: z.literal('booked') }),
]);
export type Consequence = z.infer<typeof Consequence>;

export const ConflictSide = z.object({
  /** What `conflict.decide` is told. */
  name: z.string(),
  /** The case to look at; null where it is no case. */
  caseId: z.string().nullable(),
  at: CivilTime,
  actorName: z.string(),
  counter: CounterView,
  type: z.string(),
  detail: z.record(z.string(), z.unknown()),
  /** A case as its counter knew it, before the act and after it; `was` is null for a reception, `changed` for what is no case. */
  changed: z.object({ was: CaseFactsView.nullable(), becomes: CaseFactsView }).nullable(),
  /** It counts until somebody decides. */
  stands: z.boolean(),
  /** What was made on paper with it. */
  papers: z.array(z.object({ documentId: z.string(), form: z.string(), madeAt: CivilTime })),
  then: z.array(Consequence),
});
export type ConflictSide = z.infer<typeof ConflictSide>;

export const ConflictRow = z.object({
  ref: ConflictRef,
  /** What it is of, as people call it. */
  number: z.string(),
  /** The acts that do not go together, in the order of the sides. */
  types: z.array(z.string()),
  counters: z.array(CounterView),
  /** When the later of them was done. */
  at: CivilTime,
});
export type ConflictRow = z.infer<typeof ConflictRow>;

/** What somebody is owed because of a decision, until it is done by its ordinary act. */
export const OwedRow = z.object({
  kind: z.enum(['refund', 'recover', 'recall', 'notice']),
  /** What it is of; `caseId` is the id of that. Money is of cases alone. */
  about: z.enum(['case', 'intake', 'petition']),
  caseId: z.string(),
  number: z.string(),
  /** The receipt's number; empty for a notice. */
  receipt: z.string(),
  receiptId: z.string().nullable(),
  amount: z.int().nullable(),
  counter: CounterView,
  /** It is to be done at this counter. */
  here: z.boolean(),
});
export type OwedRow = z.infer<typeof OwedRow>;

/** A number that two counters gave to two things: nothing is to be chosen, both are on paper. */
export const DoubledRow = z.object({
  kind: z.enum(['receipt', 'paper', 'hand-over', 'petition', 'certification', 'kit']),
  number: z.string(),
  counters: z.array(CounterView),
  /** Numbers of the cases it is of, where it is of cases. */
  cases: z.array(z.string()),
});
export type DoubledRow = z.infer<typeof DoubledRow>;

/** What two counters told of one thing and nobody chooses a side of: to be put right by an ordinary act, or told to IT. */
export const BesideRow = z.object({
  kind: z.enum(['received-twice', 'turned-away', 'told-apart', 'newer', 'set-aside']),
  of: z.enum(['office', 'account', 'case', 'print', 'till', 'receipt', 'hand-over', 'intake', 'kit', 'petition']),
  /** The number of a case, a receipt, a petition or a list; empty where it has none. */
  number: z.string(),
  caseId: z.string().nullable(),
  counters: z.array(CounterView),
});
export type BesideRow = z.infer<typeof BesideRow>;

const MadeAfter = z.object({
  /** What was made good with the decision, and what is left to be done; empty for a notice that was made later. */
  then: z.array(Consequence),
  documents: z.array(DocumentRef),
  printJobIds: z.array(z.string()),
  paperFault: z.object({ code: z.string(), message: z.string() }).nullable(),
});

export const conflictCalls = {
  /** What two counters did that does not go together, and what is owed of what was decided; all empty where one desk is alone. Without `owed` as many lines as `hub.sync` counts. */
  list: read('supervisor')
    .input(z.strictObject({}))
    .output(
      z.object({
        conflicts: z.array(ConflictRow),
        owed: z.array(OwedRow),
        doubled: z.array(DoubledRow),
        besides: z.array(BesideRow),
      }),
    ),
  /** One of them, side by side. */
  get: read('supervisor', ['conflict-unknown'])
    .input(z.strictObject({ ref: ConflictRef }))
    .output(z.object({ number: z.string(), sides: z.tuple([ConflictSide, ConflictSide]) })),
  /** Makes the notice of what was decided that somebody is owed still. */
  notice: write('supervisor', ['conflict-unknown'])
    .input(
      z.strictObject({
        about: OwedRow.shape.about,
        /** The `caseId` of its line. */
        id: Uuid,
        print: z.boolean().default(false),
        printer: systemName(200).optional(),
      }),
    )
    .output(MadeAfter),
  /** Says which side stands. A person who saw both does it, never a program. */
  decide: write('supervisor', [
    'conflict-unknown',
    'clock-untrusted',
    'numbers-exhausted',
    'turn-without-hub',
    'turn-taken',
  ])
    .input(
      z.strictObject({
        ref: ConflictRef,
        /** The `name` of the side that stands. */
        stands: z.string().max(64),
        reason: why(500),
        attended: z.literal(true),
        print: z.boolean().default(false),
        printer: systemName(200).optional(),
      }),
    )
    .output(MadeAfter),
};
