import { z } from 'zod';
import { read } from '../../base/call.ts';
import { PaperPage } from '../../common/printing/paper.ts';
import { CivilTime, Id, Instant, line } from '../../base/values.ts';

const Told = z.object({
  caseId: z.string(),
  number: z.string(),
  applicantName: z.string(),
  /** Of the applicant, or of who brought the file; null where neither left one. */
  phone: z.string().nullable(),
  procedureName: z.string(),
  holderName: z.string().nullable(),
  dueAt: CivilTime,
});

export const PreparedApology = Told.extend({
  /** Null where the calendar does not know the days to count: the officer names the date. */
  proposal: z
    .object({
      newDueAt: CivilTime,
      workingDays: z.int(),
      /** How it was come to, first to last. */
      steps: z.array(z.object({ text: z.string(), textEn: z.string() })),
    })
    .nullable(),
});
export type PreparedApology = z.infer<typeof PreparedApology>;

/** A promise that ends today or has ended, and that cannot be moved now: why. */
export const MissedApology = Told.extend({ reason: z.string(), reasonEn: z.string() });
export type MissedApology = z.infer<typeof MissedApology>;

const mostApologies = 100;

export const apologyCalls = {
  /** The apologies that have to leave today (NĐ 118/2025 Điều 19 k6) and those for what is late (Điều 12 k5), each prepared; and the promises that cannot be moved. */
  apologies: read('officer')
    .input(
      z.strictObject({
        mine: z.boolean().default(false),
        limit: z.int().min(1).max(mostApologies).default(mostApologies),
      }),
    )
    .output(
      z.object({
        now: CivilTime,
        due: z.array(PreparedApology),
        overdue: z.array(PreparedApology),
        missed: z.array(MissedApology),
        /** As they are printed; the screen chooses one by its digit. */
        reasons: z.array(z.string()),
      }),
    ),
  /** Mẫu 04 as it would print for this reason and date. Nothing is recorded, and it has no number yet. */
  apologyPaper: read('officer', [
    'case-unknown',
    'action-not-allowed',
    'calendar-ends',
    'form-unknown',
    'form-broken',
    'form-not-applicable',
  ])
    // Dots where the reason is still to be written.
    .input(z.strictObject({ caseId: Id, reason: line(500, 1), newDueAt: Instant }))
    .output(z.object({ pages: z.array(PaperPage) })),
};
