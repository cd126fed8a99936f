import { z } from 'zod';
import { readOfPersons, writeOfPersons } from '../../base/call.ts';
import {
  Channel,
  CivilDate,
  CivilTime,
  Id,
  ResultDelivery,
  WatchName,
  backwards,
  endsAfterItBegins,
} from '../../base/values.ts';
import { CaseStatus } from '../../base/case-status.ts';

/** The days of reception a register covers, both of them in it. */
const period = {
  from: CivilDate,
  to: CivilDate,
  channel: Channel.optional(),
  procedureCode: z.string().min(1).max(20).optional(),
};

export const RegisterFilter = z.strictObject(period).refine(endsAfterItBegins, backwards);
export type RegisterFilter = z.infer<typeof RegisterFilter>;

/** What a row's last column tells, as facts; `noteText` (domain/books/register/register.ts) makes the words. */
export const RegisterNote = z.object({
  kind: z.enum([
    'number-temporary',
    'filed-by',
    'refused',
    'withdrawn',
    'reception-undone',
    'stopped',
    'extended',
    'supplemented',
    'verification-needed',
    'corrected',
    'reissued',
    'entered-later',
    'confirmed',
    'resumed',
    'papers-returned',
    'received-elsewhere',
  ]),
  at: CivilTime,
  text: z.string(),
});
export type RegisterNote = z.infer<typeof RegisterNote>;

/** One line of the sổ theo dõi hồ sơ (Mẫu 07), in its columns' order. Null and an empty text are blank cells. */
export const RegisterRow = z.object({
  /** The line's number in this register, from 1. */
  no: z.int(),
  caseId: z.string(),
  number: z.string(),
  procedureCode: z.string(),
  procedureName: z.string(),
  /** Sets of papers (bộ). */
  quantity: z.int(),
  applicantName: z.string(),
  address: z.string(),
  phone: z.string(),
  authority: z.string(),
  acceptedAt: CivilTime,
  /** The promise in force, or the last one made where none is. */
  dueAt: CivilTime,
  returnedAt: CivilTime.nullable(),
  delivery: ResultDelivery.shape.kind,
  /** Who signed for the result. */
  receiver: z.string(),
  notes: z.array(RegisterNote),
  channel: Channel,
  status: CaseStatus,
  /** Received by mistake and taken back: a void line that counts in no total; left out otherwise. */
  undone: z.literal(true).optional(),
  /** It lies in the archive; left out otherwise. */
  archived: z.literal(true).optional(),
  /** The counter it began at, where the office has several; left out where one desk is alone. */
  counter: z.string().optional(),
});
export type RegisterRow = z.infer<typeof RegisterRow>;

/**
 * Solved before, on and after the promised date; still open in and over time. A refusal is a result, and what was withdrawn or stopped
 * after it was accepted is handled: each in time or late. `closed` is a case whose end was kept before that was told apart.
 */
export const TimeClass = z.enum(['early', 'on-time', 'late', 'open', 'open-late', 'closed']);
export type TimeClass = z.infer<typeof TimeClass>;

export const RegisterTotals = z.object({
  /** Those that were received: a line whose reception was taken back is void, and in none of these numbers. */
  cases: z.int(),
  byStatus: z.array(z.object({ status: CaseStatus, cases: z.int() })),
  byTime: z.array(z.object({ time: TimeClass, cases: z.int() })),
  /** Void lines beside; left out where there are none. */
  voided: z.int().optional(),
});
export type RegisterTotals = z.infer<typeof RegisterTotals>;

export const RegisterFormat = z.enum(['pdf', 'xlsx']);
export type RegisterFormat = z.infer<typeof RegisterFormat>;

export const registerCalls = {
  /**
   * The register of a period in the order of reception; `after` is the last case of the page before. A long one is read beside the desk: under the name `watch`
   * it tells how far it is (`report.progress`) and can be given up (`report.cancel`).
   */
  list: readOfPersons(['report-cancelled', 'case-unknown'])
    .input(
      z
        .strictObject({
          ...period,
          after: Id.optional(),
          limit: z.int().min(1).max(500).default(100),
          watch: WatchName,
        })
        .refine(endsAfterItBegins, backwards),
    )
    .output(z.object({ rows: z.array(RegisterRow), next: z.string().nullable(), totals: RegisterTotals })),
  /**
   * The register of a period as a file to print or to count on. A long one comes in volumes: `next` is what the following one is asked for with as
   * `after`, null after the last. Who took it out of the desk is kept, volume by volume.
   */
  file: writeOfPersons(['report-cancelled', 'case-unknown', 'form-unknown', 'form-broken'])
    .input(
      z
        .strictObject({ ...period, format: RegisterFormat, after: Id.optional(), watch: WatchName })
        .refine(endsAfterItBegins, backwards),
    )
    .output(
      z.object({
        fileName: z.string(),
        mediaType: z.string(),
        base64: z.string(),
        /** The lines in this file. */
        rows: z.int(),
        volume: z.int(),
        volumes: z.int(),
        next: z.string().nullable(),
      }),
    ),
};
