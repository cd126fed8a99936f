import { z } from 'zod';
import { read, write } from '../base/call.ts';
import { CivilDate, CivilTime, backwards, endsAfterItBegins } from '../base/values.ts';

/**
 * A number of a report: null where something it would be made of is missing, «N/A» where nothing was there to be counted against. Three
 * different things: a missing number is not 0.
 */
export const ReportValue = z.union([z.number(), z.null(), z.literal('N/A')]);
export type ReportValue = z.infer<typeof ReportValue>;

/** By the number of the column as it is printed in the form, "3" to "15" (Biểu 07a). */
export const ReportValues = z.record(z.string(), ReportValue);
export type ReportValues = z.infer<typeof ReportValues>;

/** What has to be found out before the report is whole, and how many files it touches. */
export const ReportGap = z.object({
  code: z.literal('online-level'),
  procedureCode: z.string(),
  name: z.string(),
  files: z.int(),
  text: z.string(),
  textEn: z.string(),
});
export type ReportGap = z.infer<typeof ReportGap>;

export const ReportAnswer = z.object({
  rows: z.array(z.object({ key: z.string(), values: ReportValues })),
  total: z.object({ values: ReportValues }),
  /** What the form's numbers must come to between them. */
  checks: z.array(z.object({ name: z.string(), ok: z.boolean() })),
  missing: z.array(ReportGap),
  /** How far the register was that the report was made of: the first signs of its newest hash, and when. */
  head: z.string(),
  madeAt: CivilTime,
});
export type ReportAnswer = z.infer<typeof ReportAnswer>;

export const ReportKind = z.enum(['07a']);
export type ReportKind = z.infer<typeof ReportKind>;

export const ReportFormat = z.enum(['pdf', 'xlsx']);
export type ReportFormat = z.infer<typeof ReportFormat>;

const period = { report: ReportKind, from: CivilDate, to: CivilDate };

export const ReportFile = z.object({
  caseId: z.string(),
  number: z.string(),
  procedureName: z.string(),
  acceptedAt: CivilTime,
  /** The promise that it is measured by; null where none ran. */
  dueAt: CivilTime.nullable(),
  /** When it was handled, within the period or before its end. */
  endedAt: CivilTime.nullable(),
});
export type ReportFile = z.infer<typeof ReportFile>;

export const reportCalls = {
  /** The figures of a stretch of days, both of them in it, as the register stood at the end of the last. */
  make: read('staff').input(z.strictObject(period).refine(endsAfterItBegins, backwards)).output(ReportAnswer),
  /** The files behind one number: of a row by its key, or of the whole sum. */
  files: read('staff')
    .input(
      z
        .strictObject({
          ...period,
          column: z.string().max(10),
          key: z.string().max(200).optional(),
          limit: z.int().min(1).max(1000).default(200),
        })
        .refine(endsAfterItBegins, backwards),
    )
    .output(z.object({ files: z.array(ReportFile), count: z.int() })),
  /** The form filled in, to print or to type from. Who made it, and of which register, is kept. */
  file: write('staff', ['form-unknown', 'form-broken'])
    .input(z.strictObject({ ...period, format: ReportFormat }).refine(endsAfterItBegins, backwards))
    .output(z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() })),
};
