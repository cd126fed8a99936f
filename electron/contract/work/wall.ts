import { z } from 'zod';
import { CivilTime } from '../base/values.ts';

const Count = z.int().min(0);

/** What was done today, at a counter or altogether. */
const Done = { received: Count, finished: Count, returned: Count };

/** How the ward stands, for a screen that hangs on a wall: figures alone, nothing of any citizen. */
export const WallFigures = z.object({
  /** How far the register was: a window asks for what comes after it. */
  head: z.string(),
  now: CivilTime,
  today: z.object(Done),
  /** Open files by how near their promise is; `late` is past it. */
  promised: z.object({ late: Count, today: Count, within24h: Count, within48h: Count, later: Count }),
  /** Files that wait for their citizen: papers asked for, results not fetched, of those the ones that lie more than a week. */
  waiting: z.object({ papers: Count, results: Count, resultsOverWeek: Count }),
  /** Files that wait to be received. */
  intake: Count,
  /** How long what was finished today took on average, in hours of the clock; null where nothing was. */
  handledHours: z.number().nullable(),
  /** Open files on which nobody wrote anything for so many days or more. */
  still: z.array(z.object({ days: z.int(), files: Count })),
  /** By counter, in the order of their codes. */
  counters: z.array(z.object({ code: z.string(), ...Done })),
  /** The procedures with the most late files, then the most open ones; one that was typed at a counter has no name here. */
  procedures: z.array(z.object({ code: z.string(), name: z.string(), open: Count, late: Count })),
  /** By who holds the files; null where the office does not allow it, or nobody is signed in who may see it. */
  people: z.array(z.object({ name: z.string(), open: Count, late: Count, finishedToday: Count })).nullable(),
});
export type WallFigures = z.infer<typeof WallFigures>;

/** So long a question for what comes next is kept waiting at most, in milliseconds. */
export const wallWaits = 10_000;
