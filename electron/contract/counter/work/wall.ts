import { z } from 'zod';
import { CivilDate, CivilTime, Dong } from '../../base/values.ts';

const Count = z.int().min(0);

/** What was done today, at a counter or altogether. */
const Done = { received: Count, finished: Count, returned: Count };

/** A procedure; one that was typed at a counter has no name here, for it may name a person. */
const procedure = { code: z.string(), name: z.string() };

/** On average, in hours of the clock; null where there was nothing. */
const Hours = z.number().nullable();

/** Open files; past their promise as `promised.late`; promised within the next 48 hours: the sum of `today`, `within24h` and `within48h`. */
const Open = { open: Count, late: Count, near: Count };

/**
 * On average: since anything was written of the open files, and how long the results of the last seven days took from reception; `results`: so many.
 */
const Times = { idleHours: Hours, results: Count, resultHours: Hours };

/** Where an open file is: at the counter, with somebody, with nobody who took it, or at another agency, which is named. */
const Standing = z.enum(['counter', 'held', 'untaken', 'agency']);

/** How the ward stands, for a screen that hangs on a wall: figures alone, nothing of any citizen. */
export const WallFigures = z.object({
  /** How far the register was: a window asks for what comes after it. */
  head: z.string(),
  now: CivilTime,
  today: z.object(Done),
  /**
   * Open files by how near the promise in force is; `late` is past it as Biểu 07a counts it, by the day (a term in hours by its hour). Files that another agency
   * decides are among them; those that wait for papers are not, for no promise runs.
   */
  promised: z.object({ late: Count, today: Count, within24h: Count, within48h: Count, later: Count }),
  /**
   * Files that wait for their citizen: papers asked for, results not fetched, of those the ones that lie more than a week; and how long they have waited.
   * `papersAway`: papers that are not where their file is, that a stock-taking did not find, or that were given up.
   */
  waiting: z.object({
    papers: Count,
    papersHours: Hours,
    results: Count,
    resultsOverWeek: Count,
    resultsHours: Hours,
    papersAway: Count,
  }),
  /** Fees that no receipt covers: of so many files, whole đồng, fees whose amount nobody knows, and files among them whose result was handed out. */
  unpaid: z.object({ files: Count, amount: Dong, unknown: Count, returned: Count }),
  /** Files that wait to be received. */
  intake: Count,
  /** What was received and decided on each of the last days, today the last; null before the register began. */
  course: z.array(z.object({ day: CivilDate, received: Count.nullable(), finished: Count.nullable() })),
  /** How long what was finished today took on average, in hours of the clock; null where nothing was. */
  handledHours: Hours,
  /** Results of the last seven days by procedure, the most first: how long they took on average, and how many came after their promise. */
  handled: z.array(z.object({ ...procedure, files: Count, hours: z.number(), late: Count })),
  /** Open files on which nobody wrote anything for so many days or more. */
  still: z.array(z.object({ days: z.int(), files: Count })),
  /** Where those stand; `agency` is the name of the other one. */
  standing: z.array(z.object({ at: Standing, agency: z.string(), files: Count })),
  /**
   * By counter, in the order of their codes; `files` as its list of today holds: one that was received and decided there today is one. An open file is told at
   * the counter that received it, wherever it is now; a result at the counter that wrote it down.
   */
  counters: z.array(z.object({ code: z.string(), files: Count, ...Done, ...Open, ...Times })),
  /** Those with open files: the ones with the most late files first, then the most open ones. */
  procedures: z.array(z.object({ ...procedure, ...Open })),
  /** By who holds the files, in the order of names; null where the office does not allow it, or nobody is signed in who may see it. Results are of who wrote them down. */
  people: z
    .array(z.object({ username: z.string(), name: z.string(), ...Open, finishedToday: Count, ...Times }))
    .nullable(),
});
export type WallFigures = z.infer<typeof WallFigures>;

/** So long a question for what comes next is kept waiting at most, in milliseconds. */
export const wallWaits = 10_000;

/** What on the wall a list of files is asked for; some are asked for by a key: days, the place, a counter, a procedure, a person, a day. */
export const WallFigure = z.enum([
  'late',
  'today',
  'within24h',
  'within48h',
  'later',
  'papers',
  'results',
  'resultsOverWeek',
  'papersAway',
  'unpaid',
  'unpaidReturned',
  'unpaidUnknown',
  'received',
  'finished',
  'returned',
  'receivedOn',
  'finishedOn',
  'handled',
  'handledLate',
  'still',
  'standing',
  'counter',
  'counterOpen',
  'counterLate',
  'counterNear',
  'counterHandled',
  'procedure',
  'procedureLate',
  'procedureNear',
  'person',
  'personLate',
  'personNear',
  'personHandled',
]);
export type WallFigure = z.infer<typeof WallFigure>;

/** Of these the key is a person: they are listed where the wall may show persons. */
export const ofPersons: ReadonlySet<WallFigure> = new Set<WallFigure>([
  'person',
  'personLate',
  'personNear',
  'personHandled',
]);

/** Where a file is now: where an open one stands, with its citizen for papers, its result waiting to be fetched, or nobody works on it any more. */
const Place = z.enum([...Standing.options, 'citizen', 'ready', 'ended']);

/** A file behind a figure. Nothing of its citizen: the list may stand on the wall. */
export const WallFile = z.object({
  caseId: z.string(),
  number: z.string(),
  /** Empty where it was typed at a counter. */
  procedureName: z.string(),
  acceptedAt: CivilTime,
  /** The promise in force; null where none runs. */
  dueAt: CivilTime.nullable(),
  /** When anything was last written of it. */
  lastAt: CivilTime.nullable(),
  /** `agency`: the other one that has it, by name. */
  where: z.object({ at: Place, agency: z.string() }),
  /** Who holds the file, by name; null where nobody does. */
  holder: z.string().nullable(),
  /** Who keeps its papers, where that is somebody else. */
  papersWith: z.string().nullable(),
});
export type WallFile = z.infer<typeof WallFile>;
