import { z } from 'zod';
import { CivilTime } from '../../contract/base/values.ts';
import { OfficeOnPaper, PaperText as Text } from './data.ts';

/** What lists and figures print, which are of no one case: registers, reports, the money of a month. */

/** What Mẫu 07, sổ theo dõi hồ sơ, can print: one item for each case, in the order of reception. */
export const Mau07Data = z.strictObject({
  office: OfficeOnPaper,
  from: CivilTime,
  to: CivilTime,
  madeAt: CivilTime,
  /** What the register was narrowed to, in words, where it was. */
  only: Text.optional(),
  cases: z.array(
    z.strictObject({
      /** Its number in the register, which goes on from volume to volume. */
      no: z.int().min(1),
      number: Text,
      procedure: Text,
      quantity: z.int().min(1),
      applicant: Text,
      address: Text.optional(),
      phone: Text.optional(),
      authority: Text,
      acceptedAt: CivilTime,
      dueAt: CivilTime,
      returnedAt: CivilTime.optional(),
      delivery: Text,
      receiver: Text.optional(),
      note: Text.optional(),
    }),
  ),
  count: z.int().min(0),
  /** How many of each status and of each class of time, as one sentence each. */
  byStatus: Text,
  byTime: Text,
  practice: z.boolean().optional(),
});
export type Mau07Data = z.infer<typeof Mau07Data>;

/** What a form of the reports can print: a line for each field and the sum; a number that is not known is left out. */
function reportShape<const C extends string>(columns: readonly C[]) {
  return {
    office: OfficeOnPaper,
    from: CivilTime,
    to: CivilTime,
    madeAt: CivilTime,
    periodName: Text,
    unit: Text,
    receiver: Text,
    maker: Text,
    /** How far the register was: the first signs of its newest hash. */
    head: Text,
    lines: z.array(z.strictObject({ no: Text.optional(), field: Text, ...shapeOf(columns, Text.optional()) })).min(1),
    /** What is left blank, and why. */
    gaps: Text.optional(),
    practice: z.boolean().optional(),
  };
}

/** What the register of petitions can print: a line for each, and how many of each state. */
export const SoPaknData = z.strictObject({
  office: OfficeOnPaper,
  from: CivilTime,
  to: CivilTime,
  madeAt: CivilTime,
  maker: Text,
  /** Which volume of a long register. */
  only: Text.optional(),
  petitions: z.array(
    z.strictObject({
      number: Text,
      arrivedAt: CivilTime,
      source: Text,
      sender: Text,
      content: Text,
      field: Text,
      summary: Text,
      holder: Text.optional(),
      dueAt: CivilTime.optional(),
      outcome: Text,
    }),
  ),
  totals: Text,
  practice: z.boolean().optional(),
});
export type SoPaknData = z.infer<typeof SoPaknData>;

/** What a month of a book of certification can print: a line for each number, those that stand on no paper, and the count. */
export const SoChungThucData = z.strictObject({
  office: OfficeOnPaper,
  /** What the book is of, and its sign: «BẢN SAO TỪ BẢN CHÍNH», «SCT/BS». */
  title: Text,
  book: Text,
  month: Text,
  madeAt: CivilTime,
  maker: Text,
  /** What the columns of the papers and of their number are called in this book. */
  paperTitle: Text,
  countTitle: Text,
  rows: z.array(
    z.strictObject({
      number: Text,
      at: CivilTime,
      applicant: Text,
      paper: Text,
      signer: Text,
      count: Text,
      fee: Text,
      note: Text,
    }),
  ),
  totals: Text,
  gaps: Text,
  practice: z.boolean().optional(),
});
export type SoChungThucData = z.infer<typeof SoChungThucData>;

/** What a copy for a person, and the list of who looked at whom, can print: four columns that each names for itself. */
export const PersonalData = z.strictObject({
  office: OfficeOnPaper,
  heading: Text,
  under: Text,
  heads: z.strictObject({ first: Text, second: Text, third: Text, fourth: Text }),
  lines: z.array(z.strictObject({ first: Text, second: Text, third: Text, fourth: Text })),
  notes: z.array(z.strictObject({ text: Text })),
  madeAt: CivilTime,
  maker: Text,
  head: Text,
  practice: z.boolean().optional(),
});
export type PersonalData = z.infer<typeof PersonalData>;

/** What the settlement of a month's fees can print: a line for each fee of each procedure, and the sum; what is not known is left out. */
export const FeesOfMonthData = z.strictObject({
  office: OfficeOnPaper,
  month: Text,
  madeAt: CivilTime,
  maker: Text,
  head: Text,
  lines: z
    .array(
      z.strictObject({
        no: Text.optional(),
        fee: Text,
        kind: Text.optional(),
        procedure: Text.optional(),
        receipts: Text,
        cash: Text,
        transfer: Text,
        card: Text,
        collected: Text,
        refunded: Text,
        adjusted: Text,
        net: Text,
        waived: Text.optional(),
      }),
    )
    .min(1),
  payIn: z.array(z.strictObject({ text: Text })).min(1),
  checks: Text,
  practice: z.boolean().optional(),
});
export type FeesOfMonthData = z.infer<typeof FeesOfMonthData>;

/** What the list of fees owed can print; an amount that nobody knows is left out. */
export const FeesOwedData = z.strictObject({
  office: OfficeOnPaper,
  until: CivilTime,
  madeAt: CivilTime,
  maker: Text,
  head: Text,
  lines: z.array(
    z.strictObject({
      number: Text,
      applicant: Text,
      procedure: Text,
      fee: Text,
      since: CivilTime,
      amount: Text.optional(),
      note: Text.optional(),
    }),
  ),
  total: Text,
  practice: z.boolean().optional(),
});
export type FeesOwedData = z.infer<typeof FeesOwedData>;

export const Bieu06aData = z.strictObject(
  reportShape(['c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9', 'c10', 'c11', 'c12', 'c13', 'c14', 'c15', 'c16']),
);
export type Bieu06aData = z.infer<typeof Bieu06aData>;

export const Bieu07aData = z.strictObject(
  reportShape(['c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9', 'c10', 'c11', 'c12', 'c13', 'c14', 'c15']),
);
export type Bieu07aData = z.infer<typeof Bieu07aData>;

export const Bieu08bData = z.strictObject(reportShape(['c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9', 'c10']));
export type Bieu08bData = z.infer<typeof Bieu08bData>;

const figureShape = {
  office: OfficeOnPaper,
  from: CivilTime,
  to: CivilTime,
  madeAt: CivilTime,
  periodName: Text,
  unit: Text,
  maker: Text,
  head: Text,
  gaps: Text.optional(),
  practice: z.boolean().optional(),
};

/** What the index (QĐ 766) of a period can print: a line for each indicator and each week; what is not known is left out. */
export const ChiSo766Data = z.strictObject({
  ...figureShape,
  points: Text,
  lines: z.array(
    z.strictObject({
      code: Text,
      name: Text,
      parts: Text.optional(),
      share: Text.optional(),
      points: Text,
      max: Text,
      lost: Text.optional(),
      raise: Text.optional(),
    }),
  ),
  weeks: z.array(
    z.strictObject({
      week: Text,
      files: Text,
      ours: Text,
      portal: Text,
      online: Text,
      came: Text,
      inCash: Text,
      content: Text,
      limits: Text,
      displeased: Text,
      open: Text,
      raise: Text.optional(),
    }),
  ),
});
export type ChiSo766Data = z.infer<typeof ChiSo766Data>;

/** What the cut of times of a period can print: a line for each procedure; what is not known is left out. */
export const CatGiamData = z.strictObject({
  ...figureShape,
  lines: z.array(
    z.strictObject({
      code: Text,
      name: Text,
      files: Text,
      legal: Text.optional(),
      committed: Text.optional(),
      cut: Text.optional(),
    }),
  ),
  total: Text,
  notApplicable: Text,
});
export type CatGiamData = z.infer<typeof CatGiamData>;

function shapeOf<K extends string, S extends z.ZodType>(names: readonly K[], schema: S): Record<K, S> {
  return Object.fromEntries(names.map((name) => [name, schema])) as Record<K, S>;
}
