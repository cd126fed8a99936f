import { z } from 'zod';
import { read } from '../../base/call.ts';
import { backwards, CivilDate, endsAfterItBegins, WatchName } from '../../base/values.ts';

/** A procedure behind an indicator of the index (QĐ 766) that counts procedures. */
export const ReportProcedure = z.object({
  code: z.string(),
  name: z.string(),
  /** It lost the indicator, or this desk cannot know whether it did; `told`: nothing is lost by it. */
  state: z.enum(['lost', 'unknown', 'told']),
  /** Files that its own list holds: of 2.2 those with a result, of 3.1 and 3.2 those that did not come online, of 3.4 and 3.5 those with a fee. */
  files: z.int(),
  received: z.int(),
  online: z.int(),
  /** How long its results took on average, in hours of the clock, time for papers left out; null where it has none. */
  hours: z.number().nullable(),
});
export type ReportProcedure = z.infer<typeof ReportProcedure>;

export const indexProcedureCalls = {
  /** The procedures behind 2.2, 3.1, 3.2, 3.4 or 3.5 of the index; the files of each are `report.files` of the same column with its code as the key. */
  procedures: read('staff', ['report-cancelled', 'report-not-begun'])
    .input(
      z
        .strictObject({
          from: CivilDate,
          to: CivilDate,
          column: z.enum(['2.2', '3.1', '3.2', '3.4', '3.5']),
          watch: WatchName,
        })
        .refine(endsAfterItBegins, backwards),
    )
    .output(z.object({ procedures: z.array(ReportProcedure), head: z.string() })),
};
