import type { DrawOp } from '../contract/printing/paper.ts';
import { breakEvenly } from './lines.ts';
import { type Setting, drawLines, rule } from './row.ts';
import type { Run } from './template.ts';

export type BelowCell = { readonly title: readonly Run[]; readonly text: readonly Run[] };

type Cell = { readonly x: number; readonly width: number; readonly below: readonly BelowCell[] };

export type Below = {
  readonly ops: readonly DrawOp[];
  readonly height: number;
  /** The lines around the cells, once the height of the row is known. */
  readonly dividers: (bottom: number) => DrawOp[];
};

const padding = 2;

/** Cells side by side under the words of a table's cell: what each is for, room to sign, a name. Sizes in points. */
export function drawBelow(cell: Cell, top: number, space: number, { sheet, measure }: Setting): Below {
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
