import type { DrawOp } from '../contract/printing/paper.ts';
import type { BlockOf } from './form-schema.ts';
import { breakEvenly, breakLines } from './lines.ts';
import { type Row, type Setting, drawLines, mm } from './row.ts';
import { type Style, fillTemplate } from './template.ts';

type Drawn = { readonly ops: readonly DrawOp[]; readonly height: number };

/** Columns with a title, how to sign, room to sign, and the name, after `Nơi nhận` where there is one; never cut in two. */
export function laySignatures(block: BlockOf<'signatures'>, setting: Setting): Row[] {
  const { left, width, sheet, measure, values } = setting;
  const size = sheet.type.body;
  const gap = size;
  const count = block.columns.length + (block.recipients === undefined ? 0 : 1);
  const own = (width - gap * (count - 1)) / count;
  const first = block.recipients === undefined ? undefined : layRecipients(block.recipients, own, setting);
  const ops: DrawOp[] = [...(first?.ops ?? [])];
  let height = first?.height ?? 0;
  for (const [index, column] of block.columns.entries()) {
    const x = left + (index + count - block.columns.length) * (own + gap);
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

  function put(template: string, font: Style, points: number, x: number, y: number): Drawn {
    const runs = fillTemplate(template, values, '').map((run) => ({ ...run, font }));
    return drawLines(breakEvenly(runs, points, own, measure), { x, y, width: own }, points, sheet.lineHeight, 'center');
  }
}

/** `Nơi nhận:` in italic bold and its lines one point smaller, upright (NĐ 30/2020, Phụ lục I). */
function layRecipients(recipients: readonly string[], width: number, { left, sheet, measure, values }: Setting): Drawn {
  const size = sheet.type.small;
  const head = breakLines([{ text: 'Nơi nhận:', font: 'bold-italic' }], size + 1, width, measure);
  const lines = recipients.flatMap((line) => breakLines(fillTemplate(line, values, ''), size, width, measure));
  const title = drawLines(head, { x: left, y: 0, width }, size + 1, sheet.lineHeight, 'left');
  const list = drawLines(lines, { x: left, y: title.height, width }, size, sheet.lineHeight, 'left');
  return { ops: [...title.ops, ...list.ops], height: title.height + list.height };
}
