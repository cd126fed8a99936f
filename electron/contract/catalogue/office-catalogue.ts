import { z } from 'zod';
import { read, write } from '../base/call.ts';
import { turnFaults } from '../base/turn-faults.ts';
import { CivilDate, CivilTime, Dong, TypedPaper, TypedTerm, line, why } from '../base/values.ts';
import { OwnFieldList } from './own-fields.ts';
import { ProcedureCode, namesNoIdentity } from './office-list.ts';
import { ProcedureOrigin } from './procedure.ts';

/** Some thirty thousand rows: a list of a ward has hundreds. */
const mostText = 8_000_000;

const Column = z.union([z.int().min(0).max(199), z.string().min(1).max(200)]).nullable();

/** Which column says what: by its place from 0, by the words that stand over it, or by its letter; null for none. What is left out is told from the head. */
const ListMapping = z.strictObject({
  code: Column.optional(),
  name: Column.optional(),
  field: Column.optional(),
  term: Column.optional(),
  fee: Column.optional(),
  level: Column.optional(),
  nicknames: Column.optional(),
});

/** What a person made of one row of the file, as the sheet counts it: other cells, or that it is meant as it stands, or that it is left out. */
const RowDecision = z.strictObject({
  row: z.int().min(1).max(20_000),
  code: z.string().max(60).optional(),
  name: z.string().max(1000).optional(),
  term: z.string().max(300).optional(),
  fee: z.string().max(100).optional(),
  keep: z.enum(['as-is', 'out']).optional(),
});

/** A list as somebody has it: text, or the bytes of a file. */
export const OfficeListInput = z
  .strictObject({
    /** `json`: the national record, as its services answer. */
    format: z.enum(['csv', 'xlsx', 'json']),
    text: z.string().min(1).max(mostText).optional(),
    base64: z.base64().min(1).max(mostText).optional(),
    /** Which sheet of a workbook; left out: the first that has a head. */
    sheet: z.string().max(200).optional(),
    mapping: ListMapping.optional(),
    /** What a bare number in the column of limits counts, where the words over it do not say so. */
    bareTerm: z.enum(['working-day', 'day', 'working-hour']).optional(),
    /** Of rows that could not be taken as they stand. */
    decided: z.array(RowDecision).max(5000).default([]),
    /** The day it comes into force. */
    from: CivilDate,
    /** What the list is called: the ground of its terms. */
    title: line(200, 2).optional(),
    /** Whatever is received today and does not stand in the list is received no longer. Only when it is asked for. */
    complete: z.boolean().default(false),
  })
  .superRefine(({ format, text, base64 }, context) => {
    if (base64 === undefined && (text === undefined || format === 'xlsx'))
      context.addIssue({ code: 'custom', path: [format === 'xlsx' ? 'base64' : 'text'], message: 'required' });
  });
export type OfficeListInput = z.infer<typeof OfficeListInput>;

const Listed = z.object({ code: z.string(), name: z.string() });
export const CatalogueDifference = z.object({
  /** Procedures that are received from that day and were not before. */
  added: z.array(Listed.extend({ row: z.int(), field: z.string(), termText: z.string().nullable() })),
  changed: z.array(
    Listed.extend({
      row: z.int(),
      what: z.array(
        z.object({
          field: z.enum(['name', 'field', 'term', 'fee', 'level', 'nicknames', 'components', 'ownFields', 'offered']),
          before: z.string(),
          after: z.string(),
        }),
      ),
    }),
  ),
  ended: z.array(Listed),
  /** What of the list cannot be taken as it stands, and what a person should look at. `row` counts as the sheet does, from 1. */
  problems: z.array(
    z.object({
      row: z.int(),
      code: z.string(),
      kind: z.string(),
      /** The row was left out. */
      left: z.boolean(),
      /** A person can decide it on the spot (`decided`). */
      asks: z.boolean(),
      /** What stands in the row, as it was read or as it was corrected; null where the whole list is spoken of. */
      cells: z.object({ code: z.string(), name: z.string(), term: z.string(), fee: z.string() }).nullable(),
      text: z.string(),
      textEn: z.string(),
    }),
  ),
});
export type CatalogueDifference = z.infer<typeof CatalogueDifference>;

export const CatalogueListPreview = CatalogueDifference.extend({
  from: CivilDate,
  /** Rows that say nothing new. */
  unchanged: z.int(),
  /** How many procedures would be received on that day. */
  offered: z.int(),
  sheet: z.string(),
  sheets: z.array(z.string()),
  /** The row that names the columns, from 1; null where none does. */
  head: z.int().nullable(),
  /** Each column with the words over it, something of what stands in it, and what it is taken for. */
  columns: z.array(
    z.object({ index: z.int(), head: z.string(), samples: z.array(z.string()), as: z.string().nullable() }),
  ),
});
export type CatalogueListPreview = z.infer<typeof CatalogueListPreview>;

const TakenListView = z.object({
  id: z.string(),
  title: z.string(),
  from: CivilDate,
  at: CivilTime,
  by: z.string(),
  counts: z.object({ added: z.int(), changed: z.int(), ended: z.int() }),
  /** It counts: in force from its day, and not rolled back. */
  stands: z.boolean(),
});

export const CatalogueRow = z.object({
  code: z.string(),
  name: z.string(),
  field: z.string(),
  origin: ProcedureOrigin,
  offered: z.boolean(),
  termText: z.string().nullable(),
  termVerified: z.boolean(),
  papers: z.int(),
  feeKnown: z.boolean(),
  nicknames: z.array(z.string()),
  /** Somebody typed at the counter what the list lacks: it waits for the supervisor. */
  toComplete: z.boolean(),
});
export type CatalogueRow = z.infer<typeof CatalogueRow>;

const Text = z.string().max(200);

export const catalogueCalls = {
  /** What a list would change from a day on. Changes nothing. */
  previewList: read('supervisor', ['list-unreadable']).input(OfficeListInput).output(CatalogueListPreview),
  /** Takes it: one entry, in force from its day. The same list for the same day is taken once. */
  takeList: write('supervisor', ['list-unreadable', 'list-empty', ...turnFaults])
    .input(OfficeListInput)
    .output(CatalogueListPreview.extend({ id: z.string() })),
  /** One procedure, as a supervisor has it: added, changed, or received no longer. What is left out stays. */
  setProcedure: write('supervisor', ['list-empty', 'procedure-unknown', 'fee-by-rule', ...turnFaults])
    .input(
      z.strictObject({
        /** Left out for one that has no code yet. */
        code: ProcedureCode.optional(),
        name: line(1000, 5).refine(namesNoIdentity, 'id-in-name').optional(),
        field: line(200, 2).optional(),
        term: TypedTerm.optional(),
        fee: Dong.optional(),
        onlineLevel: z.enum(['full', 'partial', 'none']).optional(),
        nicknames: z.array(line(80, 2)).max(20).optional(),
        components: z.array(TypedPaper).max(60).optional(),
        ownFields: OwnFieldList.optional(),
        offered: z.boolean().optional(),
        from: CivilDate,
        reason: why(300),
      }),
    )
    .output(CatalogueDifference.extend({ id: z.string(), code: z.string() })),
  /** Makes a list that was taken count no more. Files received by it keep what they were received under. */
  rollBack: write('supervisor', ['list-unknown', ...turnFaults])
    .input(z.strictObject({ id: z.string().max(40), reason: why(300) }))
    .output(z.object({ id: z.string(), offered: z.int() })),
  /** The lists that were taken, newest first. */
  lists: read('staff')
    .input(z.strictObject({}))
    .output(z.object({ lists: z.array(TakenListView) })),
  /** The office's catalogue today. */
  list: read('staff')
    .input(z.strictObject({ text: Text.default(''), all: z.boolean().default(false) }))
    .output(z.object({ offered: z.int(), toComplete: z.int(), procedures: z.array(CatalogueRow) })),
};
