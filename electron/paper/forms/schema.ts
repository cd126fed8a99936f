import { z } from 'zod';
import { RollWidth } from '../../contract/common/printing/printers.ts';

/**
 * A paper form as data: what is on the page, in which order, bound to which field. A `text` is a template:
 * `{path}` is a field, `{path|format}` a field in words, `{a ?? b}` the first that is filled, `{a ?? 'words'}` words where it is not, `[…]` left out where a field in
 * it is not filled, `**…**` bold, `_…_` italic.
 */
const Template = z.string().max(2000);
const Path = z.string().regex(/^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)*$/, 'dotted-path');
const Align = z.enum(['left', 'center', 'right']);
const Size = z.enum(['body', 'header', 'motto', 'title', 'small', 'big']);

/** Shown only where the field of this path is filled (`when`) or is not (`unless`). */
const condition = { when: Path.optional(), unless: Path.optional() };

const Header = z.strictObject({
  kind: z.literal('header'),
  ...condition,
  parent: Template,
  agency: Template,
  /** `Số: …/…`, under the agency and beside the date. */
  number: Template.optional(),
  nation: Template,
  motto: Template,
  placeDate: Template,
});

const Paragraph = z.strictObject({
  kind: z.literal('paragraph'),
  ...condition,
  text: Template,
  /** Repeats the paragraph for each element of a list; the element's fields are bound as `item.…`, its place as `item.index`. */
  each: Path.optional(),
  align: z.enum([...Align.options, 'justify']).default('left'),
  size: Size.default('body'),
  /** Indent of the whole paragraph, of its first line, and of the lines after the first, in millimetres. */
  indent: z.number().min(0).max(60).default(0),
  firstLine: z.number().min(0).max(60).default(0),
  hanging: z.number().min(0).max(60).default(0),
  keepWithNext: z.boolean().default(false),
});

const Code = z.strictObject({
  kind: z.literal('code'),
  ...condition,
  label: Template,
  /** The number alone is encoded, never a person (TT 01/2018 Điều 19 k2 allows a code and says no content). */
  value: Path,
  barCode: z.boolean().default(true),
  qr: z.boolean().default(true),
  /** A text that the desk signed, as a second QR symbol at the left edge; left out of a paper that has none. */
  signed: Path.optional(),
  /** For a text that only machines read, such as a payment code: the label, and a QR symbol of this side in millimetres below it. */
  alone: z.number().min(20).max(60).optional(),
});

const Fields = z.strictObject({
  kind: z.literal('fields'),
  ...condition,
  /** One line of labelled fields side by side; a field with nothing in it is a dotted line to write on. */
  items: z
    .array(z.strictObject({ label: Template, text: Template, share: z.number().positive().default(1) }))
    .min(1)
    .max(4),
});

const Table = z.strictObject({
  kind: z.literal('table'),
  ...condition,
  rows: Path,
  /** Height left free under the words of each row, in millimetres: to write or to sign in. */
  space: z.number().min(0).max(40).default(0),
  columns: z
    .array(
      z.strictObject({
        title: Template,
        /** A title over this column's own, and over those of its neighbours that name the same; several, the outermost first. */
        group: z.union([Template, z.array(Template).min(1).max(4)]).optional(),
        /** What stands below the titles, in a row of its own: the column's number, and what it is the sum of. */
        number: Template.optional(),
        /** One template, or one for each line of the cell. */
        text: z.union([Template, z.array(Template).min(1).max(6)]),
        /** What a bar code under the words says: `{item.number}`. */
        barCode: Template.optional(),
        /** Cells side by side in the free height: what each is for above, a name below. */
        below: z
          .array(z.strictObject({ title: Template, text: Template }))
          .min(1)
          .max(3)
          .optional(),
        /** Width in body type sizes, so that a column holds the same words on each paper; the one without takes what is left. */
        width: z.number().positive().max(40).optional(),
        align: Align.default('left'),
      }),
    )
    .min(1)
    .max(16)
    .refine((columns) => columns.filter((column) => column.width === undefined).length === 1, 'one-free-column'),
});

const Signatures = z.strictObject({
  kind: z.literal('signatures'),
  ...condition,
  /** Height left free to sign in, in millimetres. */
  space: z.number().min(5).max(60).default(16),
  columns: z
    .array(z.strictObject({ title: Template, hint: Template, name: Template }))
    .min(1)
    .max(3),
  /** The lines under `Nơi nhận:` on the left, where the paper is a letter (NĐ 30/2020, Phụ lục I). */
  recipients: z.array(Template).min(1).max(8).optional(),
});

const Spacer = z.strictObject({ kind: z.literal('spacer'), ...condition, height: z.number().min(0).max(100) });

/** A framed warning across the page, such as the mark of a practice office. */
const Mark = z.strictObject({ kind: z.literal('mark'), ...condition, text: Template });

/** A line across the page that begins on a millimetre and is numbered every ten: whether a printer prints in true size. */
const Scale = z.strictObject({ kind: z.literal('scale'), ...condition });

export const Block = z.discriminatedUnion('kind', [
  Header,
  Paragraph,
  Code,
  Fields,
  Table,
  Signatures,
  Spacer,
  Mark,
  Scale,
]);
export type Block = z.infer<typeof Block>;
export type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

const millimetres = z.number().min(0).max(60);
const points = z.number().min(5).max(40);

/** Margins in millimetres, type sizes in points, line height as a factor of the size. */
export const Sheet = z.strictObject({
  margins: z.strictObject({ top: millimetres, right: millimetres, bottom: millimetres, left: millimetres }),
  type: z.strictObject({
    body: points,
    header: points,
    motto: points,
    title: points,
    small: points,
    /** What is read at arm's length, such as the promised hour; as the title where it is left out. */
    big: points.optional(),
  }),
  lineHeight: z.number().min(1).max(2),
  /** Space after each paragraph, in points. */
  paragraphGap: z.number().min(0).max(20),
  /** How far the type may shrink where that saves a page. */
  shrinkTo: z.number().min(0.8).max(1).default(1),
});
export type Sheet = z.infer<typeof Sheet>;

export const PaperSize = z.enum(['A5', 'A4']);
export type PaperSize = z.infer<typeof PaperSize>;

/** Cut sheets, in the sizes an office may choose between. */
const SheetPaper = z.strictObject({
  default: PaperSize,
  /** The sheet it is on whatever the office receives on: a letter is on A4 (NĐ 30/2020, Phụ lục I). */
  only: PaperSize.optional(),
  orientation: z.enum(['portrait', 'landscape']).default('portrait'),
  sizes: z.strictObject({ A5: Sheet, A4: Sheet }),
});

/** Paper from a roll: as wide as the roll, as long as what stands on it; one page for each copy. */
const RollPaper = z.strictObject({ width: RollWidth, sheet: Sheet });

const formShape = z.strictObject({
  form: z.string().regex(/^[a-z0-9-]{1,60}$/),
  version: z.string().min(1).max(40),
  title: z.string().min(1).max(200),
  verification: z.strictObject({ state: z.enum(['verified', 'unverified']), note: z.string().min(1).max(600) }),
  /** One of the two: cut sheets, or a roll. */
  paper: SheetPaper.optional(),
  roll: RollPaper.optional(),
  /** Millimetres counted inwards from the middle of each edge: the first tick that comes out is the printer's own margin. */
  edgeRulers: z.boolean().default(false),
  /** A cross of numbered rulers in the middle: a sheet folded in half shows how far its drawing lies beside its place. */
  centreRulers: z.boolean().default(false),
  /** The moment the file is dated by, so that the same data give the same bytes. */
  datedBy: Path,
  copies: z
    .array(z.strictObject({ label: z.string().min(1).max(80) }))
    .min(1)
    .max(4),
  pageTop: z
    .array(z.discriminatedUnion('kind', [Mark, Paragraph]))
    .max(4)
    .default([]),
  blocks: z.array(Block).min(1).max(200),
  pageBottom: z
    .array(z.discriminatedUnion('kind', [Mark, Paragraph]))
    .max(4)
    .default([]),
});

type Shape = z.infer<typeof formShape>;
export type SheetForm = Shape & { readonly paper: NonNullable<Shape['paper']> };
export type RollForm = Shape & { readonly roll: NonNullable<Shape['roll']> };
export type Form = SheetForm | RollForm;
export const Form = formShape.refine((form): form is Form => (form.paper === undefined) !== (form.roll === undefined), {
  path: ['paper'],
  message: 'paper-or-roll',
});

export function isRollForm(form: Form): form is RollForm {
  return form.roll !== undefined;
}
