import type { DrawOp } from '../contract/printing/paper.ts';
import type { BlockOf } from './form-schema.ts';
import { breakEvenly, breakLines } from './lines.ts';
import { type Row, type Setting, drawLine, drawLines, mm } from './row.ts';
import { spreadLine } from './spread-line.ts';
import { fillTemplate, isFilled, valueAt } from './template.ts';

/** A paragraph, or one for each element of a list: a row for each line, so that a long one runs on to the next page. */
export function layParagraph(block: BlockOf<'paragraph'>, setting: Setting): Row[] {
  if (block.each === undefined) return layOne(block, setting);
  const list = valueAt(setting.values, block.each);
  const items: unknown[] = Array.isArray(list) ? list : [];
  return items.flatMap((item, index) => layOne(block, { ...setting, values: withItem(setting.values, item, index) }));
}

/** The values of a list's element, as `item`, with its place from 1 as `item.index`. */
export function withItem(values: Setting['values'], item: unknown, index: number): Setting['values'] {
  return { ...values, item: { ...(item as object), index: index + 1 } };
}

function layOne(block: BlockOf<'paragraph'>, { left, width, sheet, measure, values }: Setting): Row[] {
  const size = sheet.type[block.size] ?? sheet.type.title;
  const height = size * sheet.lineHeight;
  const [indent, firstLine, hanging] = [block.indent * mm, block.firstLine * mm, block.hanging * mm];
  const runs = fillTemplate(block.text, values);
  const room = width - indent;
  const lines =
    block.align === 'center'
      ? breakEvenly(runs, size, room, measure)
      : breakLines(runs, size, room - firstLine, measure, hanging - firstLine);
  const rows = lines.map((broken, index): Row => {
    const start = index === 0 ? firstLine : hanging;
    const at = { x: left + indent + start, y: 0, width: room - start };
    const spread = block.align === 'justify' && index < lines.length - 1;
    const line = spread ? spreadLine(broken, size, at.width, measure) : broken;
    // The first two lines stay together, and a paragraph asked to stay with the next does so with its last line.
    const keepWithNext = (index === 0 && lines.length > 1) || block.keepWithNext;
    return {
      height,
      ops: drawLine(line, at, size, height, block.align === 'justify' ? 'left' : block.align),
      keepWithNext,
    };
  });
  return [...rows, ...gapAfter(block.keepWithNext, sheet.paragraphGap)];
}

function gapAfter(keepWithNext: boolean, height: number): Row[] {
  return height === 0 ? [] : [{ height, ops: [], keepWithNext, space: true }];
}

/** Labelled fields side by side. What is not known is a dotted line, to be written by hand as on the printed form. */
export function layFields(block: BlockOf<'fields'>, setting: Setting): Row[] {
  const { left, width, sheet, measure, values } = setting;
  const [only, ...others] = block.items;
  if (
    only !== undefined &&
    others.length === 0 &&
    fillTemplate(only.text, values, '').some((run) => isFilled(run.text.trim()))
  ) {
    const text = `${only.label}: ${only.text}`;
    return layOne(
      {
        kind: 'paragraph',
        text,
        align: 'left',
        size: 'body',
        indent: 0,
        firstLine: 0,
        hanging: 0,
        keepWithNext: false,
      },
      setting,
    );
  }
  const size = sheet.type.body;
  const between = size;
  const shares = block.items.reduce((sum, item) => sum + item.share, 0);
  const room = width - between * others.length;
  const ops: DrawOp[] = [];
  let [x, height] = [left, 0];
  for (const item of block.items) {
    const itemWidth = (room * item.share) / shares;
    const drawn = drawField(item, { x, y: 0, width: itemWidth }, size);
    ops.push(...drawn.ops);
    height = Math.max(height, drawn.height);
    x += itemWidth + between;
  }
  return [{ height, ops }, ...gapAfter(false, sheet.paragraphGap)];

  function drawField(item: (typeof block.items)[number], at: { x: number; y: number; width: number }, size: number) {
    const label = fillTemplate(`${item.label}: `, values);
    const text = fillTemplate(item.text, values, '');
    if (text.some((run) => isFilled(run.text.trim()))) {
      return drawLines(breakLines([...label, ...text], size, at.width, measure), at, size, sheet.lineHeight, 'left');
    }
    const used = label.reduce((sum, run) => sum + measure(run.text, run.font, size), 0);
    const dots = '.'.repeat(Math.max(3, Math.floor((at.width - used) / measure('.', 'regular', size)) - 1));
    return drawLines(
      breakLines([...label, { text: dots, font: 'regular' }], size, at.width, measure),
      at,
      size,
      sheet.lineHeight,
      'left',
    );
  }
}

/** A framed warning over the whole width. */
export function layMark(block: BlockOf<'mark'>, { left, width, sheet, measure, values }: Setting): Row[] {
  const size = sheet.type.body;
  const runs = fillTemplate(`**${block.text}**`, values);
  const padding = 2.5;
  const inner = { x: left + padding, y: padding, width: width - 2 * padding };
  const words = drawLines(breakEvenly(runs, size, inner.width, measure), inner, size, 1.2, 'center');
  const height = words.height + 2 * padding;
  const frame: DrawOp = { kind: 'rect', x: left + 0.5, y: 0.5, width: width - 1, height: height - 1, fill: false };
  return [
    { height, ops: [frame, ...words.ops], keepWithNext: true },
    { height: 4, ops: [], space: true, keepWithNext: true },
  ];
}
