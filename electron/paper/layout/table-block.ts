import { headCells, headRows, sharedGroups } from './head-cells.ts';
import type { DrawOp } from '../../contract/common/printing/paper.ts';
import type { Steps } from '../../domain/base/resumable.ts';
import type { BlockOf } from '../forms/schema.ts';
import { type Run, fillTemplate, valueAt } from '../forms/template.ts';
import { code128 } from './code-block.ts';
import { type Line, breakEvenly, breakLines } from './lines.ts';
import { type Align, type Row, type Setting, drawLines, mm, round, rule } from './row.ts';
import { withItem } from './text-blocks.ts';

type Cell = {
  readonly lines: readonly Line[];
  readonly x: number;
  readonly width: number;
  readonly align: Align;
  readonly below: readonly BelowCell[];
  /** What its bar code says; empty where it has none. */
  readonly code: string;
};

/** A row of more lines is cut, so that even a cell longer than a page is printed whole. */
const longestRow = 18;

/** A ruled table whose title row comes again on each page; a step for each of its lines. */
export function* layTable(block: BlockOf<'table'>, setting: Setting): Steps<Row[]> {
  const { left, sheet, measure } = setting;
  const size = sheet.type.body;
  const columns = columnsOf(block, setting);
  const head = layHead(columns, setting);
  const list = valueAt(setting.values, block.rows);
  const items: unknown[] = Array.isArray(list) ? list : [];
  const rows: Row[] = [];
  for (const [index, item] of items.entries()) {
    rows.push(...cutRows(cellsOf(withItem(setting.values, item, index))));
    yield;
  }
  const gap: Row = { height: sheet.paragraphGap + 2, ops: [], space: true };
  return [{ ...head, keepWithNext: rows.length > 0 }, ...rows.map((row) => ({ ...row, head })), gap];

  function cellsOf(values: Setting['values']): Cell[] {
    return columns.map(({ column, x, width }) => {
      const lines = [column.text]
        .flat()
        .flatMap((text) => breakLines(fillTemplate(text, values, ''), size, width - 2 * paddingX, measure));
      const below = (column.below ?? []).map(({ title, text }) => ({
        title: fillTemplate(title, values, ''),
        text: fillTemplate(text, values, ''),
      }));
      const code =
        column.barCode === undefined
          ? ''
          : fillTemplate(column.barCode, values, '')
              .map((run) => run.text)
              .join('');
      return { lines, x, width, align: column.align, below, code };
    });
  }

  function cutRows(cells: readonly Cell[]): Row[] {
    const count = Math.max(1, ...cells.map((cell) => cell.lines.length));
    const parts = Math.ceil(count / longestRow);
    return Array.from({ length: parts }, (_, part) => {
      const cut = cells.map((cell) => ({
        ...cell,
        lines: cell.lines.slice(part * longestRow, (part + 1) * longestRow),
      }));
      return drawRow(cut, part === parts - 1);
    });
  }

  function drawRow(cells: readonly Cell[], isLast: boolean): Row {
    const lines = Math.max(1, ...cells.map((cell) => cell.lines.length));
    const wordsHeight = lines * size * 1.15 + 2 * paddingY;
    const coded = isLast && cells.some(({ code }) => code !== '');
    const top = wordsHeight + (coded ? codeHeight : 0);
    const below = isLast ? cells.map((cell) => drawBelow(cell, top, block.space * mm, setting)) : [];
    const height = top + Math.max(isLast ? block.space * mm : 0, ...below.map((cell) => cell.height));
    const words = cells.flatMap((cell) => {
      const at = { x: cell.x + paddingX, y: paddingY, width: cell.width - 2 * paddingX };
      return drawLines(cell.lines, at, size, 1.15, cell.align).ops;
    });
    const codes = coded ? cells.flatMap((cell) => drawCode(cell.code, cell, wordsHeight - paddingY)) : [];
    const dividers = below.flatMap((cell) => cell.dividers(height));
    return {
      height,
      ops: [
        ...words,
        ...codes,
        ...below.flatMap((cell) => cell.ops),
        ...dividers,
        ...grid(cells, left, setting.width, height),
      ],
    };
  }
}

function columnsOf(block: BlockOf<'table'>, { left, width, sheet }: Setting): Column[] {
  const em = sheet.type.body;
  const fixed = block.columns.reduce((sum, column) => sum + (column.width ?? 0) * em, 0);
  let x = left;
  return block.columns.map((column) => {
    const own = column.width === undefined ? Math.max(em, width - fixed) : column.width * em;
    const placed = { column, x, width: own };
    x += own;
    return placed;
  });
}

type Column = {
  readonly column: BlockOf<'table'>['columns'][number];
  readonly x: number;
  readonly width: number;
};

const paddingX = 3;
const paddingY = 1.5;

type Box = { readonly x: number; readonly width: number; readonly lines: readonly Line[] };

/** The title rows, each title in the middle of its cell; neighbours of one group stand under its title, and below all of them their numbers. Sizes in points. */
function layHead(columns: readonly Column[], { left, width, sheet, measure, values }: Setting): Row {
  const size = sheet.type.body;
  const lineHeight = size * 1.15;
  const heads = columns.map(({ column }) => column);
  const boxOf = (text: string, from: Column | undefined, to: Column | undefined): Box => {
    const x = from?.x ?? left;
    const own = (to?.x ?? x) + (to?.width ?? 0) - x;
    return { x, width: own, lines: breakEvenly(fillTemplate(text, values), size, own - 2 * paddingX, measure) };
  };
  const rows = headRows(heads);
  const isGroup = ({ row, rows: many }: { readonly row: number; readonly rows: number }) => row + many < rows;
  // Groups are drawn before titles, as papers that were handed out are drawn again to the byte (tests/paper/forms/kept.test.ts).
  const cells = headCells(heads)
    .toSorted((one, other) => Number(isGroup(other)) - Number(isGroup(one)))
    .map((cell) => ({ ...cell, box: boxOf(`**${cell.title}**`, columns[cell.from], columns[cell.to]) }));
  const heights = Array.from({ length: rows }, (_, row) =>
    heightOf(cells.filter((cell) => cell.row === row && cell.rows === 1).map(({ box }) => box)),
  );
  const topOf = (row: number) => heights.slice(0, row).reduce((sum, one) => sum + one, 0);
  // What stands over several rows may need more than they have: the last gets it.
  for (const { row, rows: many, box } of cells)
    if (many > 1)
      heights[rows - 1] = Math.max(heights[rows - 1] ?? 0, heightOf([box]) - (topOf(rows - 1) - topOf(row)));
  const titled = topOf(rows);
  const numbers = columns.flatMap((one) =>
    one.column.number === undefined ? [] : [boxOf(one.column.number, one, one)],
  );
  const height = titled + heightOf(numbers);
  return {
    height,
    ops: [
      ...cells.flatMap(({ box, row, rows: many }) => centred(box, topOf(row), topOf(row + many))),
      ...cells.filter(isGroup).map(({ box, row }) => rule(box.x, topOf(row + 1), box.x + box.width, topOf(row + 1))),
      ...columns.slice(1).map(({ x, column }, index) => rule(x, topOf(sharedGroups(column, heads[index])), x, height)),
      ...numbers.flatMap((box) => centred(box, titled, height)),
      ...(numbers.length === 0 ? [] : [rule(left, titled, left + width, titled)]),
      ...frame(left, width, height),
    ],
  };

  function heightOf(boxes: readonly Box[]): number {
    return Math.max(0, ...boxes.map(({ lines }) => Math.max(1, lines.length) * lineHeight + 2 * paddingY));
  }

  function centred({ x, width: own, lines }: Box, top: number, bottom: number): DrawOp[] {
    const at = { x: x + paddingX, y: top + (bottom - top - lines.length * lineHeight) / 2, width: own - 2 * paddingX };
    return drawLines(lines, at, size, 1.15, 'center').ops;
  }
}

/** The frame of one row: its edges and the lines between the columns. */
function grid(columns: readonly Pick<Column, 'x'>[], left: number, width: number, height: number): DrawOp[] {
  return [...frame(left, width, height), ...columns.slice(1).map(({ x }) => rule(x, 0, x, height))];
}

function frame(left: number, width: number, height: number): DrawOp[] {
  const flat = [0, height].map((y) => rule(left, y, left + width, y));
  const upright = [left, left + width].map((x) => rule(x, 0, x, height));
  return [...flat, ...upright];
}

type BelowCell = { readonly title: readonly Run[]; readonly text: readonly Run[] };

type CellBelow = { readonly x: number; readonly width: number; readonly below: readonly BelowCell[] };

type Below = {
  readonly ops: readonly DrawOp[];
  readonly height: number;
  /** The lines around the cells, once the height of the row is known. */
  readonly dividers: (bottom: number) => DrawOp[];
};

const padding = 2;

/** Cells side by side under the words of a table's cell: what each is for, room to sign, a name. Sizes in points. */
function drawBelow(cell: CellBelow, top: number, space: number, { sheet, measure }: Setting): Below {
  if (cell.below.length === 0) return { ops: [], height: 0, dividers: () => [] };
  const size = sheet.type.small;
  const own = cell.width / cell.below.length;
  const placed = cell.below.map(({ title, text }, index) => {
    const x = cell.x + index * own + padding;
    const width = own - 2 * padding;
    const heads = breakEvenly(title, size, width, measure);
    const names = breakEvenly(text, size, width, measure);
    return { x, width, heads, names };
  });
  const lineHeight = size * sheet.lineHeight;
  const least = Math.max(...placed.map(({ heads, names }) => (heads.length + names.length) * lineHeight + 2 * padding));
  const height = Math.max(space, least);
  const ops = placed.flatMap(({ x, width, heads, names }) => {
    const nameTop = top + height - names.length * lineHeight - padding;
    return [
      ...drawLines(heads, { x, y: top + padding / 2, width }, size, sheet.lineHeight, 'center').ops,
      ...drawLines(names, { x, y: nameTop, width }, size, sheet.lineHeight, 'center').ops,
    ];
  });
  return { ops, height, dividers };

  function dividers(bottom: number): DrawOp[] {
    const upright = cell.below.slice(1).map((_, index) => cell.x + (index + 1) * own);
    return [rule(cell.x, top, cell.x + cell.width, top), ...upright.map((x) => rule(x, top, x, bottom))];
  }
}

/** As narrow as every office printer draws evenly, and as high as a hand scanner finds at once. */
const barModule = 0.25 * mm;
const barHeight = 5.5 * mm;
/** Ten modules stay white on both sides. */
const quiet = 20;

const codeHeight = barHeight + 1 * mm;

/** A bar code in the cell of a table, in its middle, `top` below the row's edge; nothing where there is nothing to encode. */
function drawCode(text: string, at: { x: number; width: number }, top: number): DrawOp[] {
  if (text === '') return [];
  const natural = code128(text, barModule);
  const scale = Math.min(1, at.width / (natural.width + quiet * barModule));
  const start = at.x + (at.width - natural.width * scale) / 2;
  return natural.bars.map((bar) => ({
    kind: 'rect',
    x: round(start + bar.x * scale),
    y: round(top),
    width: round(bar.width * scale),
    height: round(barHeight),
    fill: true,
  }));
}
