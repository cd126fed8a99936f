import { z } from 'zod';
import { read, write } from '../base/call.ts';
import { turnFaults } from '../base/turn-faults.ts';
import { CivilDate, CivilTime, Dong, line, why } from '../base/values.ts';
import { DayHours, WeekHours } from '../common/office/hours.ts';
import { ProcessStep } from '../routing/process.ts';
import { CalendarDay, FeeRule, Incentive, ProcessFrame } from './lists.ts';
import { OfficeList, ProcedureCode } from './office-list.ts';

/**
 * A data pack: what an office works by, in one file that its publisher signed. Of whatever kind it holds, it goes one way: read, shown as a difference, taken
 * from a day on, rolled back whole or by kind (docs/topics/data-packs.md).
 */

export const packKinds = ['procedures', 'calendar', 'forms', 'fees', 'processes', 'settings'] as const;
export const PackKind = z.enum(packKinds);
export type PackKind = z.infer<typeof PackKind>;

/** Whatever stands in it may come onto a screen or a paper: no text longer than a form has room for, none with signs that turn a line around. */
function ofPlainTexts<S extends z.ZodType>(schema: S): S {
  return schema.superRefine((value, context) => {
    const wrong = firstUnplain(value, []);
    if (wrong !== undefined) context.addIssue({ code: 'custom', path: wrong.path, message: wrong.message });
  });
}

const plain = line(600);

function firstUnplain(
  value: unknown,
  path: readonly (string | number)[],
): { readonly path: (string | number)[]; readonly message: string } | undefined {
  if (typeof value === 'string') {
    const read = plain.safeParse(value);
    return read.success ? undefined : { path: [...path], message: read.error.issues[0]?.message ?? 'invalid' };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, one] of Object.entries(value)) {
    const found = firstUnplain(one, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function unique<T>(keyOf: (row: T) => string) {
  return (rows: readonly T[], context: z.RefinementCtx): void => {
    const seen = new Set<string>();
    for (const [at, row] of rows.entries()) {
      const key = keyOf(row);
      if (seen.has(key)) context.addIssue({ code: 'custom', path: [at], message: 'row-twice' });
      seen.add(key);
    }
  };
}

/** The fees of one procedure, all of them: what is taken at the counter for one person, in words, and the rules it is counted by. */
const PackFee = z.strictObject({
  code: ProcedureCode,
  amount: Dong.nullable(),
  note: z.string().max(300),
  rules: z.array(FeeRule).min(1).max(30),
});
export type PackFee = z.infer<typeof PackFee>;

const PackFees = z.strictObject({
  rules: ofPlainTexts(
    z
      .array(PackFee)
      .max(2000)
      .superRefine(unique((row: PackFee) => row.code)),
  ),
  /** What a law takes off fees, beside what the product knows; in force from the pack's day at the earliest. */
  incentives: ofPlainTexts(
    z
      .array(Incentive)
      .max(200)
      .superRefine(unique((row: Incentive) => row.id)),
  ),
});

const PackCalendar = z.strictObject({
  days: ofPlainTexts(
    z
      .array(CalendarDay)
      .max(2000)
      .superRefine(unique((row: CalendarDay) => row.date)),
  ),
  /** Days that are ordinary ones again: no holiday, and no make-up day. */
  ordinary: z.array(CivilDate).max(500),
  weeks: z
    .array(WeekHours)
    .max(60)
    .superRefine(unique((row: WeekHours) => row.from)),
  hours: z
    .array(DayHours)
    .max(1000)
    .superRefine(unique((row: DayHours) => row.date)),
});

const PackForm = z.strictObject({
  form: z.string().regex(/^[a-z0-9-]{1,60}$/),
  /** The text of its file, as it would lie in the folder `forms`. */
  text: z.string().min(2).max(60_000),
});

const StepsOf = z.strictObject({ code: ProcedureCode, steps: z.array(ProcessStep).min(1).max(20) });
const PackProcesses = z.strictObject({
  /** General ones, by the unit of the limit; each takes the place of the product's of its name. */
  frames: ofPlainTexts(
    z
      .array(ProcessFrame.refine(({ steps }) => steps.length <= 20, 'too-many:20'))
      .max(20)
      .superRefine(unique((row: ProcessFrame) => row.id)),
  ),
  steps: z
    .array(StepsOf)
    .max(2000)
    .superRefine(unique((row: z.infer<typeof StepsOf>) => row.code)),
});

/** What of an office's settings somebody may set for many offices at once. Where money goes, names, numbers and the centre's telephone are never among it. */
export const PackSettings = z.strictObject({
  lookupAddress: line(200, 1).exactOptional(),
  numberAuthority: z.enum(['centre', 'city']).exactOptional(),
  peopleOnWall: z.boolean().exactOptional(),
  signing: z.enum(['at-once', 'leader']).exactOptional(),
});
export type PackSettings = z.infer<typeof PackSettings>;

export const PackParts = z.strictObject({
  procedures: OfficeList.superRefine(({ items }, context) =>
    unique<{ code: string }>((row) => row.code)(items, context),
  ).exactOptional(),
  calendar: PackCalendar.exactOptional(),
  forms: z
    .array(PackForm)
    .max(60)
    .superRefine(unique((row: z.infer<typeof PackForm>) => row.form))
    .exactOptional(),
  fees: PackFees.exactOptional(),
  processes: PackProcesses.exactOptional(),
  settings: PackSettings.exactOptional(),
});
export type PackParts = z.infer<typeof PackParts>;

/** The public half of a publisher's key: 32 bytes as base64url. */
export const PublisherKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'publisher-key');

const PackSignature = z.strictObject({ key: PublisherKey, value: z.string().regex(/^[A-Za-z0-9_-]{86}$/) });

/** A pack as its file holds it. What is signed is everything but the signature, as canonical JSON. */
export const DataPack = z.strictObject({
  pack: z.literal(1),
  title: line(200, 2),
  publisher: line(120, 2),
  madeOn: CivilDate,
  ...PackParts.shape,
  signature: PackSignature.exactOptional(),
});
export type DataPack = z.infer<typeof DataPack>;

/** A little less than a call may be. */
const mostText = 3_900_000;
const PackText = z.string().min(2).max(mostText);

export const PackRow = z.object({
  kind: PackKind,
  /** What it is about: the code of a procedure, a day, a form, a setting. */
  key: z.string(),
  name: z.string(),
  act: z.enum(['added', 'changed', 'ended']),
  /** What of it: a word of the contract, which screens have a text for. */
  field: z.string(),
  before: z.string(),
  after: z.string(),
});
export type PackRow = z.infer<typeof PackRow>;

export const PackProblem = z.object({
  kind: PackKind,
  key: z.string(),
  what: z.string(),
  /** It is left out, and the rest of the pack counts. */
  left: z.boolean(),
  text: z.string(),
  textEn: z.string(),
});
export type PackProblem = z.infer<typeof PackProblem>;

const Signer = z.object({
  /** `none`: nobody signed it. `unknown`: it holds, under a key that this office has not trusted. `trusted`: under one it has. */
  state: z.enum(['none', 'unknown', 'trusted']),
  key: z.string(),
  /** What people compare: the beginning of the key's SHA-256, in four groups of four. Empty until the key is trusted: what is to be compared is not copied off the screen that asks. */
  fingerprint: z.string(),
  /** What this office calls the key; empty where it does not know it. */
  name: z.string(),
});

export const PackPreview = z.object({
  title: z.string(),
  publisher: z.string(),
  madeOn: CivilDate,
  from: CivilDate,
  signer: Signer,
  /** What it holds, kind by kind: rows that would change, and rows that say what holds already. */
  kinds: z.array(z.object({ kind: PackKind, changed: z.int(), same: z.int() })),
  rows: z.array(PackRow),
  problems: z.array(PackProblem),
  /** Receipts that are out: so many were looked at, and so many would be dated otherwise by its days. They stay as they were promised. */
  promises: z.object({ looked: z.int(), otherwise: z.int() }),
});
export type PackPreview = z.infer<typeof PackPreview>;

const TakenPack = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  fingerprint: z.string(),
  /** Its key is trusted here still; what was taken under one that is not any more stands until it is rolled back. */
  trusted: z.boolean(),
  /** Why this desk does not work by it, whatever another counter told: its text is not here, its signature does not hold, or nobody trusted its key. */
  doubt: z.enum(['absent', 'forged', 'publisher-unknown']).nullable(),
  from: CivilDate,
  at: CivilTime,
  by: z.string(),
  kinds: z.array(z.object({ kind: PackKind, changed: z.int(), stands: z.boolean() })),
  /** Something of it counts still. */
  stands: z.boolean(),
  /** Files that run and were received since its day, of procedures whose entry or inner steps stand of it: rolled back, it changes nothing of theirs. */
  running: z.int(),
});

const Publisher = z.object({
  key: z.string(),
  fingerprint: z.string(),
  name: z.string(),
  by: z.string(),
  at: CivilTime,
});

const Kinds = z.array(PackKind).min(1).max(packKinds.length);
const readFaults = ['data-pack-broken', 'data-pack-forged', 'data-pack-past'] as const;

export const packCalls = {
  /** What a pack would change from a day on, whoever signed it. Changes nothing. */
  preview: read('supervisor', readFaults)
    .input(z.strictObject({ text: PackText, from: CivilDate, kinds: Kinds.optional() }))
    .output(PackPreview),
  /** Takes it, or some kinds of it: one entry, in force from its day. Only under a key that this office trusts. */
  take: write('supervisor', [
    ...readFaults,
    'data-pack-unsigned',
    'publisher-unknown',
    'data-pack-empty',
    'data-pack-left',
    ...turnFaults,
  ])
    .input(z.strictObject({ text: PackText, from: CivilDate, kinds: Kinds.optional() }))
    .output(PackPreview.extend({ id: z.string() })),
  /** Makes a pack, or some kinds of it, count no more: what holds is what held without it. Files received by it keep what they were promised. */
  rollBack: write('supervisor', ['data-pack-unknown', ...turnFaults])
    .input(z.strictObject({ id: z.string().max(40), kinds: Kinds.optional(), reason: why(300) }))
    .output(
      z.object({
        id: z.string(),
        kinds: z.array(PackKind),
        /** What becomes of the files that were received by it. */
        text: z.string(),
        textEn: z.string(),
      }),
    ),
  /** The packs that were taken, newest first. */
  list: read('staff')
    .input(z.strictObject({}))
    .output(z.object({ packs: z.array(TakenPack) })),
  /** This office's own data as a pack that nobody signed yet: for `desk pack sign`. */
  make: read('supervisor', ['data-pack-empty'])
    .input(z.strictObject({ title: line(200, 2), publisher: line(120, 2), kinds: Kinds.optional() }))
    .output(
      z.object({
        fileName: z.string(),
        text: z.string(),
        kinds: z.array(z.object({ kind: PackKind, rows: z.int() })),
      }),
    ),
  /** Whose packs this office takes. */
  publishers: read('staff')
    .input(z.strictObject({}))
    .output(z.object({ publishers: z.array(Publisher) })),
  /** From here on packs under this key are taken. The fingerprint is typed from what the publisher gave by another way. */
  trust: write('supervisor', ['fingerprint-other', ...turnFaults])
    .input(z.strictObject({ key: PublisherKey, name: line(120, 2), fingerprint: line(40, 1), reason: why(300) }))
    .output(z.object({ publishers: z.array(Publisher) })),
  /** From here on none is. Those that were taken stay until they are rolled back. */
  distrust: write('supervisor', ['publisher-not-trusted', ...turnFaults])
    .input(z.strictObject({ key: PublisherKey, reason: why(300) }))
    .output(z.object({ publishers: z.array(Publisher) })),
};
