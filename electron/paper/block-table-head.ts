import type { DrawOp } from '../contract/printing/paper.ts';
import type { BlockOf } from './form-schema.ts';
import { type Line, breakEvenly } from './lines.ts';
import { type Row, type Setting, drawLines, rule } from './row.ts';
import { fillTemplate } from './template.ts';

export type Column = {
  readonly column: BlockOf<'table'>['columns'][number];
  readonly x: number;
  readonly width: number;
};

export const paddingX = 3;
export const paddingY = 1.5;

type Box = { readonly x: number; readonly width: number; readonly lines: readonly Line[] };

/** The title row, each title in the middle of its cell; neighbours of one group stand under its title. Sizes in points. */
export function layHead(columns: readonly Column[], { left, width, sheet, measure, values }: Setting): Row {
  const size = sheet.type.body;
  const lineHeight = size * 1.15;
  const boxOf = (title: string, x: number, own: number): Box => ({
    x,
    width: own,
    lines: breakEvenly(fillTemplate(`**${title}**`, values), size, own - 2 * paddingX, measure),
  });
  const titles = columns.map(({ column, x, width: own }) => ({
    grouped: column.group !== undefined,
    ...boxOf(column.title, x, own),
  }));
  const groups = groupsOf(columns).map(({ title, x, width: own }) => boxOf(title, x, own));
  const upper = heightOf(groups);
  const lower = heightOf(titles.filter(({ grouped }) => grouped));
  const height = Math.max(upper + lower, heightOf(titles.filter(({ grouped }) => !grouped)));
  const edges = columns.slice(1).map(({ x, column }, index) => {
    const within = column.group !== undefined && column.group === columns[index]?.column.group;
    return rule(x, within ? upper : 0, x, height);
  });
  return {
    height,
    ops: [
      ...groups.flatMap((box) => centred(box, 0, upper)),
      ...titles.flatMap(({ grouped, ...box }) => centred(box, grouped ? upper : 0, height)),
      ...groups.map(({ x, width: own }) => rule(x, upper, x + own, upper)),
      ...edges,
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

function groupsOf(
  columns: readonly Column[],
): { readonly title: string; readonly x: number; readonly width: number }[] {
  const groups: { title: string; x: number; width: number }[] = [];
  columns.forEach(({ column, x, width }, index) => {
    const open = groups.at(-1);
    if (column.group === undefined) return;
    if (open !== undefined && column.group === columns[index - 1]?.column.group) open.width += width;
    else groups.push({ title: column.group, x, width });
  });
  return groups;
}

/** The frame of one row: its edges and the lines between the columns. */
export function grid(columns: readonly Pick<Column, 'x'>[], left: number, width: number, height: number): DrawOp[] {
  return [...frame(left, width, height), ...columns.slice(1).map(({ x }) => rule(x, 0, x, height))];
}

function frame(left: number, width: number, height: number): DrawOp[] {
  const flat = [0, height].map((y) => rule(left, y, left + width, y));
  const upright = [left, left + width].map((x) => rule(x, 0, x, height));
  return [...flat, ...upright];
}
