import { z } from 'zod';
import { readOfPersons, write } from '../base/call.ts';
import { CivilTime, DocumentRef, Id, Limit, line, systemName, why } from '../base/values.ts';
import { PaperPlace } from './process.ts';

const CaseId = Id;
/** What a scanner read from a label or a receipt, or a number somebody typed. */
const Scan = z.string().trim().min(1).max(200);

/** A bundle of papers, with its case and with where the file is. */
export const BundleRow = z.object({
  caseId: z.string(),
  number: z.string(),
  applicantName: z.string(),
  procedureName: z.string(),
  status: z.string(),
  place: PaperPlace,
  since: CivilTime,
  /** Who has the file; null while nobody has taken it. */
  holderName: z.string().nullable(),
  stepName: z.string().nullable(),
  /** The counter it began at, where the office has several; left out where one desk is alone. */
  counter: z.string().optional(),
});
export type BundleRow = z.infer<typeof BundleRow>;

export const MissingBundle = BundleRow.extend({
  /** `late`: not where the file is although it should be; `missed`: a stock-taking did not find it; `lost`: given up, not made good yet. */
  kind: z.enum(['late', 'missed', 'lost']),
  /** Since when it is late or looked for. */
  from: CivilTime,
  reason: z.string().nullable(),
  unit: z.string().nullable(),
});
export type MissingBundle = z.infer<typeof MissingBundle>;

export const bundleCalls = {
  /** I hold these papers now. */
  take: write('clerk', ['bundle-unknown', 'case-undone'])
    .input(z.strictObject({ scan: Scan }))
    .output(
      z.object({
        bundle: BundleRow,
        before: PaperPlace,
        /** It was with who scans already; nothing was recorded. */
        already: z.boolean(),
        /** The number that was scanned, where a correction has made it void: the bundle wants a new label. */
        voidNumber: z.string().nullable(),
        /** What to know: the list it was sent on is not signed, it comes from the archive, it was looked for, the file is elsewhere. */
        notice: z.enum(['on-the-way', 'archived', 'given-back', 'found', 'file-elsewhere', 'file-free']).nullable(),
      }),
    ),
  /** The papers go on a shelf of the archive, or home with the citizen. */
  place: write('clerk', [
    'bundle-unknown',
    'case-unknown',
    'case-undone',
    'bundle-not-archived-yet',
    'bundle-not-returned-yet',
  ])
    .input(
      z.strictObject({
        case: z.union([z.strictObject({ caseId: CaseId }), z.strictObject({ scan: Scan })]),
        place: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('archive'), place: line(200, 1) }),
          z.strictObject({ kind: z.literal('citizen') }),
        ]),
      }),
    )
    .output(z.object({ bundle: BundleRow })),
  /** What lies on my desk against what should; with `settle` what is here is mine from now on, and what is not is looked for. */
  check: write('clerk')
    .input(z.strictObject({ scans: z.array(Scan).max(500), settle: z.boolean().default(false) }))
    .output(
      z.object({
        here: z.array(BundleRow),
        /** Scanned here, but recorded elsewhere. */
        elsewhere: z.array(BundleRow),
        /** Recorded here, but not scanned. */
        missing: z.array(BundleRow),
        unknown: z.array(z.string()),
        /** Scanned by numbers that corrections have made void, with the number in force: they want new labels. */
        relabel: z.array(z.object({ caseId: z.string(), voidNumber: z.string(), number: z.string() })),
        settled: z.boolean(),
      }),
    ),
  /** Papers that did not come after their file in time (Điều 18), that nobody found, or that are lost and not made good yet. */
  missing: readOfPersons()
    .input(z.strictObject({ limit: Limit.default(100) }))
    .output(z.object({ rows: z.array(MissingBundle), count: z.int(), more: z.boolean() })),
  /** The papers are given up: the unit that answers for it, and why (Điều 23). It stays open until it is made good. */
  lost: write('clerk', ['case-unknown', 'case-undone', 'bundle-reported', 'bundle-with-citizen'])
    .input(z.strictObject({ caseId: CaseId, reason: why(500), unit: line(200, 1) }))
    .output(z.object({ bundle: BundleRow })),
  /** How lost papers were made good: paid, apologised, made again. */
  settle: write('supervisor', ['case-unknown', 'case-undone', 'bundle-not-open'])
    .input(z.strictObject({ caseId: CaseId, note: why(500) }))
    .output(z.object({ bundle: BundleRow })),
  /** The label of the bundle: its number as bar code and QR, and no person. */
  label: write('clerk', ['case-unknown', 'case-undone'])
    .input(z.strictObject({ caseId: CaseId, print: z.boolean().default(true), printer: systemName(200).optional() }))
    .output(
      z.object({
        document: DocumentRef.nullable(),
        printJobId: z.string().nullable(),
        paperFault: z.object({ code: z.string(), message: z.string() }).nullable(),
      }),
    ),
};
