import { z } from 'zod';
import { read, write } from '../../base/call.ts';
import {
  backwards,
  CivilDate,
  CivilTime,
  endsAfterItBegins,
  line,
  Sha256,
  Skip,
  TermUnit,
  WatchName,
} from '../../base/values.ts';
import { indexProcedureCalls } from './procedures.ts';

/**
 * A number of a report: null where something it would be made of is missing, «N/A» where nothing was there to be counted against. Three
 * different things: a missing number is not 0.
 */
export const ReportValue = z.union([z.number(), z.null(), z.literal('N/A')]);
export type ReportValue = z.infer<typeof ReportValue>;

/** By the number of the column as it is printed in the form, "3" to "15" (Biểu 07a). */
export const ReportValues = z.record(z.string(), ReportValue);
export type ReportValues = z.infer<typeof ReportValues>;

const said = { text: z.string(), textEn: z.string() };

/** What has to be found out before the report is whole. */
export const ReportGap = z.discriminatedUnion('code', [
  /** Which procedure, and how many files it touches. */
  z.object({
    code: z.literal('online-level'),
    procedureCode: z.string(),
    name: z.string(),
    files: z.int(),
    ...said,
  }),
  /** No legal time of a procedure is known, or it is not in the unit of what the office committed to. */
  z.object({ code: z.literal('legal-term'), procedureCode: z.string(), name: z.string(), files: z.int(), ...said }),
  /** No petitions register is kept here: nothing of the form is known. */
  z.object({ code: z.literal('petitions'), ...said }),
  /** Petitions that were open at the end of the period before and are none of this one's, or the other way round: by their numbers, the first of them. */
  z.object({ code: z.literal('petitions-moved'), numbers: z.array(z.string()), ...said }),
  /** The register began within the period or after it: what was done before is on paper, or nowhere. */
  z.object({ code: z.literal('before-register'), ...said }),
  /** An indicator of the index of which this desk does not hold what it would take. */
  z.object({ code: z.literal('indicator'), indicator: z.string(), ...said }),
  /** Nobody said this of the centre for the last day of the period. */
  z.object({ code: z.literal('centre'), column: z.string(), ...said }),
]);
export type ReportGap = z.infer<typeof ReportGap>;

/** The numbers of a form: a line for each field (of Biểu 08b one, for the centre) and their sum. */
const figures = {
  /** `name`: of a procedure, where the key is its code; `unit`: of its times. */
  rows: z.array(
    z.object({ key: z.string(), name: z.string().optional(), unit: TermUnit.optional(), values: ReportValues }),
  ),
  total: z.object({ values: ReportValues }),
};
export const Figures = z.object(figures);
export type Figures = z.infer<typeof Figures>;

const Range = z.object({ least: z.number(), most: z.number() });

/** One indicator of the index (QĐ 766). Where something is not known it is a range, never 0. */
export const Indicator = z.object({
  code: z.string(),
  max: z.number(),
  /** A share in percent, two decimals. */
  value: ReportValue,
  /** Of 2.1: the same by our own promise, day by day. */
  ours: ReportValue.optional(),
  numerator: Range.nullable(),
  denominator: Range.nullable(),
  points: Range,
  /** Of 5.4, where sources differ on how often a file that is late and displeased its citizen is taken off. */
  twice: z
    .object({
      /** How many files are both: those known here, and the most it can be where contentment is not known. */
      overlap: Range,
      /** The most points: where both shares are added, and where such a file is taken off once. */
      highest: Range,
    })
    .optional(),
  /** Files that lost it; null where no list can tell. */
  lost: z.int().nullable(),
  /** Of 3.1, 3.2, 3.4 and 3.5: procedures that lost it, and those of which this desk does not know whether they did. */
  procedures: z.object({ lost: z.int(), unknown: z.int() }).optional(),
  /** What would raise it; null where nothing more can be gained, or nobody here can do anything. */
  raise: z.object(said).nullable(),
});
export type Indicator = z.infer<typeof Indicator>;

/** Files received in a week of the period, and how many of them are on time by the portal's formula and by our promise. */
export const IndexWeek = z.object({
  from: CivilDate,
  to: CivilDate,
  files: z.int(),
  onTime: z.int(),
  ours: z.int(),
  online: z.int(),
  /** Procedures of which something came online in the week. */
  came: z.int(),
  /** Files that cost something, or may, and of those the ones that were paid in cash (3.6). */
  owing: z.int(),
  inCash: z.int(),
  /** Files that are on time and that no petition names (5.4). */
  uncontested: z.int(),
  /** Limits of petitions that came in the week, and those that were kept (5.2); null where no register of petitions is kept. */
  limits: z.object({ asked: z.int(), kept: z.int(), petitions: z.int(), displeased: z.int() }).nullable(),
  /** Of them open and in time: what may be lost yet, or kept. */
  open: z.int(),
  /** What would raise this week; null where nothing more can be gained. */
  raise: z.object(said).nullable(),
});
export type IndexWeek = z.infer<typeof IndexWeek>;

export const ReportAnswer = z.object({
  ...figures,
  /** What the form's numbers must come to between them. */
  checks: z.array(z.object({ name: z.string(), ok: z.boolean() })),
  missing: z.array(ReportGap),
  /** How far the register was that the report was made of: the first signs of its newest hash, and when. */
  head: z.string(),
  madeAt: CivilTime,
  /** Of the index alone. */
  indicators: z.array(Indicator).optional(),
  points: Range.optional(),
  weeks: z.array(IndexWeek).optional(),
});
export type ReportAnswer = z.infer<typeof ReportAnswer>;

/** The forms that a commune fills in (TT 09/2026/TT-BTP): files, petitions, the centre. */
export const ReportKind = z.enum(['07a', '06a', '08b']);
export type ReportKind = z.infer<typeof ReportKind>;

export const ReportFormat = z.enum(['pdf', 'xlsx']);
export type ReportFormat = z.infer<typeof ReportFormat>;

/** What a ward answers for beside the forms: the index of public service (QĐ 766/QĐ-TTg), and how far its times are cut (NQ 66/NQ-CP). Counted, and in no form. */
export const FigureKind = z.enum([...ReportKind.options, '766', 'cut']);
export type FigureKind = z.infer<typeof FigureKind>;

const period = { report: ReportKind, from: CivilDate, to: CivilDate };

export const ReportFile = z.object({
  /** Null where it is a petition and no case. */
  caseId: z.string().nullable(),
  number: z.string(),
  procedureName: z.string(),
  acceptedAt: CivilTime,
  /** The promise that it is measured by; null where none ran. */
  dueAt: CivilTime.nullable(),
  /** When it was handled, within the period or before its end. */
  endedAt: CivilTime.nullable(),
});
export type ReportFile = z.infer<typeof ReportFile>;

/** A report that left the desk as a file: who made it, when, and how far the register was that it was made of. */
export const KeptReport = z.object({
  reportId: z.string(),
  ...period,
  report: FigureKind,
  format: ReportFormat,
  madeAt: CivilTime,
  by: z.string(),
  head: z.string(),
  /** What its file came to; null of one from before that was kept, of which the numbers are not known either. */
  sha256: Sha256.nullable(),
});
export type KeptReport = z.infer<typeof KeptReport>;

/** One number that is another now; `key` is null in the sum. */
export const ReportDifference = z.object({
  key: z.string().nullable(),
  column: z.string(),
  then: ReportValue,
  now: ReportValue,
});
export type ReportDifference = z.infer<typeof ReportDifference>;

/**
 * A file that is counted otherwise since, in which columns (of the index: which indicators it lost, of the cut: which procedure), and by which entries; by none
 * where its promise passed meanwhile, or where the rules by which files are counted changed (`byRule`).
 */
export const MovedFile = ReportFile.pick({ caseId: true, number: true, procedureName: true }).extend({
  then: z.array(z.string()),
  now: z.array(z.string()),
  since: z.array(z.object({ type: z.string(), at: CivilTime, by: z.string() })),
  byRule: z.boolean(),
});
export type MovedFile = z.infer<typeof MovedFile>;

/** What the office said after a report was made that its numbers hang on: of its centre, what it commits to, what it offers. */
export const SaidSince = z.object({ type: z.string(), at: CivilTime, by: z.string(), about: z.string() });
export type SaidSince = z.infer<typeof SaidSince>;

/** A kept report made again. */
export const ReportAgain = z.object({
  report: KeptReport,
  kept: Figures,
  now: Figures,
  /**
   * Made again from the register as far as it was then, by the rules of then: the same numbers, others (nobody knows why), or nobody can tell, for what was
   * read then is not in this file.
   */
  sameRegister: z.enum(['equal', 'differs', 'unknown']),
  /** What is another number as the register is now; none where it is equal. */
  differences: z.array(ReportDifference),
  /** Why, file by file, a page of them; `moved` is how many there are. */
  files: z.array(MovedFile),
  moved: z.int(),
  said: z.array(SaidSince),
  /** By which rules it was counted then and is now, and what of the form they changed in between: the files of it say so themselves (`byRule`). */
  rules: z.object({ made: z.int(), now: z.int(), changes: z.array(z.object({ rules: z.int(), ...said })) }),
  /** Of which register: with it a further page goes on with what was judged then. */
  head: z.string(),
});
export type ReportAgain = z.infer<typeof ReportAgain>;

/** Enough, not enough, or nobody said (Biểu 08b, columns 7 to 10). */
const Enough = z.boolean().nullable();
/** How many; null where nobody said. */
const HowMany = z.int().min(0).max(9999).nullable();

/** What Biểu 08b asks of the centre, as it is from a day on. */
export const CentreFacts = z.strictObject({
  from: CivilDate,
  /** Columns 3 to 6: points of reception; staff of the centre, sent by divisions, by contract. */
  points: HowMany,
  ownStaff: HowMany,
  sentStaff: HowMany,
  contractStaff: HowMany,
  /** Columns 7 to 10: computers of the staff and for citizens, scanners, touch screens. */
  staffComputers: Enough,
  publicComputers: Enough,
  scanners: Enough,
  touchScreens: Enough,
});
export type CentreFacts = z.infer<typeof CentreFacts>;

/** In how short a time the office commits to handle a procedure, from a day on; null ends that. */
export const CommittedTerm = z.strictObject({
  procedureCode: line(20, 1),
  value: z.int().min(1).max(9999).nullable(),
  unit: TermUnit,
  /** The decision that says so. */
  document: line(300, 1),
  from: CivilDate,
});
export type CommittedTerm = z.infer<typeof CommittedTerm>;

const CommittedView = z.object({
  terms: z.array(CommittedTerm.extend({ by: z.string(), at: CivilTime })),
});

const CentreView = z.object({
  /** By the day from which on they hold, the newest first. */
  facts: z.array(CentreFacts.extend({ by: z.string(), at: CivilTime })),
  today: CivilDate,
});

export const reportCalls = {
  ...indexProcedureCalls,
  /** The figures of a stretch of days, both of them in it, as the register stood at the end of the last. */
  make: read('staff', ['report-cancelled', 'report-not-begun'])
    .input(
      z
        .strictObject({
          ...period,
          report: FigureKind,
          watch: WatchName,
        })
        .refine(endsAfterItBegins, backwards),
    )
    .output(ReportAnswer),
  /** How far it is, in files or petitions; null where nothing of that name is under way. */
  progress: read('staff')
    .input(z.strictObject({ watch: z.string().min(1).max(64) }))
    .output(z.object({ done: z.int(), of: z.int() }).nullable()),
  /** Gives up what is under way by that name; nothing was changed by it. */
  cancel: read('staff')
    .input(z.strictObject({ watch: z.string().min(1).max(64) }))
    .output(z.object({ cancelled: z.boolean() })),
  /**
   * The files behind one number, of a row by its key or of the whole sum: in the order of reception, so many at a time; `count` is of all. With the `head` of the
   * first page a further one goes on with the list as it was judged then, whatever was written since, as long as the desk still keeps it: `head` says of which
   * register the answer is.
   */
  files: read('staff', ['report-cancelled', 'report-not-begun'])
    .input(
      z
        .strictObject({
          ...period,
          report: FigureKind,
          column: z.string().max(10),
          key: z.string().max(200).optional(),
          head: z.string().max(16).optional(),
          skip: Skip,
          limit: z.int().min(1).max(1000).default(200),
          watch: WatchName,
        })
        .refine(endsAfterItBegins, backwards),
    )
    .output(z.object({ files: z.array(ReportFile), count: z.int(), head: z.string() })),
  /** The form filled in, the index or the cut, to print or to type from. Who made it, its numbers, and of which register, is kept. */
  file: write('staff', ['report-cancelled', 'report-not-begun', 'form-unknown', 'form-broken'])
    .input(
      z
        .strictObject({ ...period, report: FigureKind, format: ReportFormat, watch: WatchName })
        .refine(endsAfterItBegins, backwards),
    )
    .output(z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() })),
  /** The reports that this office's own desks made files of, the newest first. */
  kept: read('staff')
    .input(z.strictObject({ skip: Skip, limit: z.int().min(1).max(500).default(100) }))
    .output(z.object({ reports: z.array(KeptReport), count: z.int() })),
  /** A kept report made again, of the register as it was and as it is, and why they differ. */
  again: read('staff', ['report-cancelled', 'report-unknown', 'report-figures-unknown'])
    .input(
      z.strictObject({
        reportId: z.string().max(64),
        head: z.string().max(16).optional(),
        skip: Skip,
        limit: z.int().min(1).max(1000).default(200),
        watch: WatchName,
      }),
    )
    .output(ReportAgain),
  /** What the office has committed to, procedure by procedure, in the order in which it was said. */
  committed: read('staff').input(z.strictObject({})).output(CommittedView),
  /** In how short a time a procedure is to be handled, in the unit of the law's own time; the promise on papers stays the law's. */
  setCommitted: write('supervisor', ['procedure-unknown', 'committed-term'])
    .input(CommittedTerm.omit({ unit: true }))
    .output(CommittedView),
  /** What of the centre is reported (Biểu 08b), from which day on. */
  centre: read('staff').input(z.strictObject({})).output(CentreView),
  /** Said anew from a day on; the same day once more takes the place of what was said of it. A day that is over may be told of later. */
  setCentre: write('supervisor').input(CentreFacts).output(CentreView),
};
