import type { DrawOp } from '../contract/paper.ts';
import type { BlockOf } from './form-schema.ts';
import { breakEvenly } from './lines.ts';
import { drawLines, mm, type Row, type Setting } from './row.ts';
import { fillTemplate, type Style } from './template.ts';

/** Columns with a title, how to sign, room to sign, and the name; never cut in two. */
export function laySignatures(block: BlockOf<'signatures'>, { left, width, sheet, measure, values }: Setting): Row[] {
  const size = sheet.type.body;
  const gap = size;
  const own = (width - gap * (block.columns.length - 1)) / block.columns.length;
  const ops: DrawOp[] = [];
  let height = 0;
  for (const [index, column] of block.columns.entries()) {
    const x = left + index * (own + gap);
    const title = put(column.title, 'bold', size, x, 0);
    const hint = put(column.hint, 'italic', sheet.type.small + 0.5, x, title.height);
    const name = put(column.name, 'bold', size, x, title.height + hint.height + block.space * mm);
    ops.push(...title.ops, ...hint.ops, ...name.ops);
    height = Math.max(height, title.height + hint.height + block.space * mm + name.height);
  }
  return [
    { height, ops },
    { height: sheet.paragraphGap, ops: [], space: true },
  ];

  function put(template: string, font: Style, points: number, x: number, y: number): { ops: DrawOp[]; height: number } {
    const runs = fillTemplate(template, values, '').map((run) => ({ ...run, font }));
    return drawLines(breakEvenly(runs, points, own, measure), { x, y, width: own }, points, sheet.lineHeight, 'center');
  }
}
