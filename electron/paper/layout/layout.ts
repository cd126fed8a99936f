import type { DrawOp, PaperPage } from '../../contract/common/printing/paper.ts';
import { type Steps, atOnce } from '../../domain/base/resumable.ts';
import type { Block, Form, PaperSize, Sheet, SheetForm } from '../forms/schema.ts';
import { isFilled, valueAt } from '../forms/template.ts';
import { type Measure, toPaperText } from '../type/font.ts';
import { layCode } from './code-block.ts';
import { flowRows } from './flow.ts';
import { type Row, type Setting, mm, moveDown, round } from './row.ts';
import { centreRulers, edgeRulers } from './rulers.ts';
import { layTable } from './table-block.ts';
import { layFields, layHeader, layMark, layParagraph, layScale, laySignatures } from './text-blocks.ts';

/** ISO 216, in millimetres, portrait. */
const sheets: Readonly<Record<PaperSize, readonly [number, number]>> = { A5: [148, 210], A4: [210, 297] };

/** How finely type is shrunk to save a page. */
const step = 0.03;

export type LayoutOptions = { readonly size: PaperSize; readonly reprint: number | undefined };

/** Lays a form out with its data: all copies, one after the other. What comes out is both the picture on screen and the print. */
export function* layOut(
  form: SheetForm,
  data: Readonly<Record<string, unknown>>,
  options: LayoutOptions,
  measure: Measure,
): Steps<PaperPage[]> {
  const sheet = form.paper.sizes[options.size];
  const [short, long] = sheets[options.size];
  const [width, height] = (form.paper.orientation === 'portrait' ? [short, long] : [long, short]).map((side) =>
    round(side * mm),
  ) as [number, number];
  const shown = yield* paperData(data);
  const copies = form.copies.map((copy) => ({
    width,
    height,
    measure,
    values: copyValues(form, copy, shown, options.reprint),
  }));
  const [first] = copies;
  if (first === undefined) return [];
  const fitting = yield* fitSheet(form, sheet, first);
  const pages: PaperPage[][] = [];
  for (const copy of copies) pages.push(yield* layNumbered(form, fitting, copy));
  return pages.flat();
}

/** What the templates of a copy are filled from; `shown` is the data as `paperData` gives them. */
export function copyValues(
  form: Form,
  copy: Form['copies'][number],
  shown: Readonly<Record<string, unknown>>,
  reprint: number | undefined,
): Setting['values'] {
  return {
    ...shown,
    copy,
    form: { title: form.title, version: form.version },
    print: { reprint },
  };
}

/** The data with every text as it goes on paper, so that layout need not look at it again; a step for each item of its lists. */
export function* paperData(data: Readonly<Record<string, unknown>>): Steps<Readonly<Record<string, unknown>>> {
  const shown: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(data)) {
    if (!Array.isArray(value)) shown[name] = paperValue(value);
    else {
      const items: unknown[] = [];
      for (const item of value) {
        items.push(paperValue(item));
        yield;
      }
      shown[name] = items;
    }
  }
  return shown;
}

function paperValue(value: unknown): unknown {
  if (typeof value === 'string') return toPaperText(value);
  if (Array.isArray(value)) return value.map(paperValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, paperValue(inner)]));
}

/** The largest type in which a copy takes the fewest pages its form allows: a single sheet is not lost in halves. */
function* fitSheet(form: SheetForm, sheet: Sheet, copy: Unnumbered): Steps<Sheet> {
  if (sheet.shrinkTo === 1) return sheet;
  const full = (yield* layNumbered(form, sheet, copy)).length;
  if (full === 1) return sheet;
  const smallest = shrink(sheet, sheet.shrinkTo);
  const fewest = (yield* layNumbered(form, smallest, copy)).length;
  if (fewest >= full) return sheet;
  for (let scale = 1 - step; scale > sheet.shrinkTo; scale -= step) {
    const tried = shrink(sheet, scale);
    if ((yield* layNumbered(form, tried, copy)).length <= fewest) return tried;
  }
  return smallest;
}

/**
 * Pages are numbered only where there are several, and the number takes room: hence placed twice. What stands on them is laid out again
 * only where it speaks of pages itself: a register has thousands of rows.
 */
function* layNumbered(form: SheetForm, sheet: Sheet, copy: Unnumbered): Steps<PaperPage[]> {
  const rows = yield* layBlocks(form.blocks, numbered(settingOf(sheet, copy), 1, 1, false));
  const single = yield* placeRows(form, sheet, { ...copy, many: false }, rows);
  if (single.length === 1) return single;
  const again = speaksOfPages(form)
    ? yield* layBlocks(form.blocks, numbered(settingOf(sheet, copy), 1, 1, true))
    : rows;
  return yield* placeRows(form, sheet, { ...copy, many: true }, again);
}

function speaksOfPages({ blocks }: SheetForm): boolean {
  return JSON.stringify(blocks).includes('page.');
}

function shrink(sheet: Sheet, scale: number): Sheet {
  const { body, header, motto, title, small, big } = sheet.type;
  const type = {
    body: body * scale,
    header: header * scale,
    motto: motto * scale,
    title: title * scale,
    small: small * scale,
    ...(big === undefined ? {} : { big: big * scale }),
  };
  return { ...sheet, type, paragraphGap: sheet.paragraphGap * scale * scale };
}

type Copy = {
  readonly width: number;
  readonly height: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly measure: Measure;
  /** Whether it runs over one page, so that pages are numbered. */
  readonly many: boolean;
};

type Unnumbered = Omit<Copy, 'many'>;

function settingOf(sheet: Sheet, { width, measure, values }: Unnumbered): Setting {
  const { left, right } = sheet.margins;
  return { left: left * mm, width: width - (left + right) * mm, sheet, measure, values };
}

function* placeRows(form: SheetForm, sheet: Sheet, copy: Copy, rows: readonly Row[]): Steps<PaperPage[]> {
  const { margins } = sheet;
  const setting = settingOf(sheet, copy);
  const top = (number: number, total: number): Row[] =>
    atOnce(layBlocks(form.pageTop, numbered(setting, number, total, copy.many)));
  const bottom = (number: number, total: number): Row[] =>
    atOnce(layBlocks(form.pageBottom, numbered(setting, number, total, copy.many)));
  // Two digits on both sides is the widest a page number gets, so its room is the same on all pages.
  const [topHeight, bottomHeight] = [heightOf(top(99, 99)), heightOf(bottom(99, 99))];
  const inner = copy.height - (margins.top + margins.bottom) * mm;
  const flowed = yield* flowRows(rows, inner - topHeight - bottomHeight, margins.top * mm + topHeight);
  const pages: PaperPage[] = [];
  for (const [index, inside] of flowed.entries()) {
    const ops = [
      ...stack(top(index + 1, flowed.length), margins.top * mm),
      ...inside,
      ...stack(bottom(index + 1, flowed.length), copy.height - margins.bottom * mm - bottomHeight),
      ...(form.edgeRulers ? edgeRulers(copy) : []),
      ...(form.centreRulers ? centreRulers(copy, copy.measure) : []),
    ];
    pages.push({ width: copy.width, height: copy.height, ops });
    yield;
  }
  return pages;
}

function numbered(setting: Setting, number: number, total: number, many: boolean): Setting {
  return { ...setting, values: { ...setting.values, page: { number, total, many } } };
}

export function* layBlocks(blocks: readonly Block[], setting: Setting): Steps<Row[]> {
  const rows: Row[][] = [];
  for (const block of blocks) if (isShown(block, setting)) rows.push(yield* layBlock(block, setting));
  return rows.flat();
}

function isShown(block: Block, { values }: Setting): boolean {
  if (block.when !== undefined && !isFilled(valueAt(values, block.when))) return false;
  return block.unless === undefined || !isFilled(valueAt(values, block.unless));
}

function* layBlock(block: Block, setting: Setting): Steps<Row[]> {
  switch (block.kind) {
    case 'header':
      return layHeader(block, setting);
    case 'paragraph':
      return layParagraph(block, setting);
    case 'code':
      return layCode(block, setting);
    case 'fields':
      return layFields(block, setting);
    case 'table':
      return yield* layTable(block, setting);
    case 'signatures':
      return laySignatures(block, setting);
    case 'mark':
      return layMark(block, setting);
    case 'scale':
      return layScale(setting);
    case 'spacer':
      return [{ height: block.height * mm, ops: [], space: true, keepWithNext: true }];
  }
}

export function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + row.height, 0);
}

export function stack(rows: readonly Row[], from: number): DrawOp[] {
  let y = from;
  return rows.flatMap((row) => {
    const ops = row.ops.map((op) => moveDown(op, y));
    y += row.height;
    return ops;
  });
}
