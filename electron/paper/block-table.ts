import type { Steps } from '../domain/base/resumable.ts';
import { type BelowCell, drawBelow } from './block-table-below.ts';
import { codeHeight, drawCode } from './block-table-code.ts';
import { type Column, grid, layHead, paddingX, paddingY } from './block-table-head.ts';
import { withItem } from './block-text.ts';
import type { BlockOf } from './form-schema.ts';
import { type Line, breakLines } from './lines.ts';
import { type Align, type Row, type Setting, drawLines, mm } from './row.ts';
import { fillTemplate, valueAt } from './template.ts';

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
