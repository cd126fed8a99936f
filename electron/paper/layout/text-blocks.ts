import type { DrawOp } from '../../contract/common/printing/paper.ts';
import type { BlockOf } from '../forms/schema.ts';
import { type Run, fillTemplate, isFilled, valueAt } from '../forms/template.ts';
import type { Style } from '../type/font.ts';
import { type Line, breakEvenly, breakLines, spreadLine } from './lines.ts';
import { type Row, type Setting, drawLine, drawLines, mm, rule } from './row.ts';

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

type Set = { readonly line: Line; readonly size: number };

/**
 * Issuing agency on the left, nation and motto on the right (NĐ 30/2020, Phụ lục I): the rule under the motto is as long as
 * the motto, the one under the agency a third to a half of its name.
 */
export function layHeader(block: BlockOf<'header'>, setting: Setting): Row[] {
  const { sheet, measure, values, left, width } = setting;
  const { header, motto, small, body } = sheet.type;
  const runs = (template: string, font: Style): Run[] =>
    fillTemplate(template, values).map((run) => ({ ...run, font }));
  const nation = runs(block.nation, 'bold');
  const mottoRuns = runs(block.motto, 'bold');
  const placeDate = runs(block.placeDate, 'italic');
  const dateSize = (small + body) / 2;
  const natural = Math.max(lengthOf(nation, header), lengthOf(mottoRuns, motto), lengthOf(placeDate, dateSize));
  const rightWidth = Math.min(natural + 1, width * 0.6);
  const leftWidth = width - rightWidth - header;
  const leftBox = { x: left, width: leftWidth };
  const rightBox = { x: left + width - rightWidth, width: rightWidth };

  const parent = set(runs(block.parent, 'regular'), header, leftWidth);
  const agency = set(runs(block.agency, 'bold'), header, leftWidth);
  const above = set(nation, header, rightWidth);
  const below = set(mottoRuns, motto, rightWidth);
  const agencyEnd = draw([...parent, ...agency], leftBox);
  const number = set(runs(block.number ?? '', 'regular'), dateSize, leftWidth);
  const mottoEnd = draw([...above, ...below], rightBox);
  const agencyRule = longest(agency) * 0.4;
  // Number and date stand on one line, below the longer of the two columns.
  const dateTop = number.length === 0 ? mottoEnd.height + 5 : Math.max(mottoEnd.height, agencyEnd.height) + 7;
  const date = draw(set(placeDate, dateSize, rightWidth), rightBox, dateTop);
  const numbered = draw(number, leftBox, dateTop);
  const ops = [
    ...agencyEnd.ops,
    ...mottoEnd.ops,
    ...date.ops,
    ...numbered.ops,
    centredRule(leftBox, agencyRule, agencyEnd.height + 1.5),
    centredRule(rightBox, longest(below), mottoEnd.height + 1),
  ];
  return [
    {
      height: Math.max(agencyEnd.height + 3, dateTop + date.height, dateTop + numbered.height),
      ops,
      keepWithNext: true,
    },
  ];

  function lengthOf(text: Run[], size: number): number {
    return text.reduce((sum, run) => sum + measure(run.text, run.font, size), 0);
  }

  function set(text: Run[], size: number, room: number): Set[] {
    return breakEvenly(text, size, room, measure).map((line) => ({ line, size }));
  }

  function draw(lines: readonly Set[], box: { x: number; width: number }, from = 0): { ops: DrawOp[]; height: number } {
    let y = 0;
    const drawn = lines.flatMap(({ line, size }) => {
      const height = size * 1.2;
      const ops = drawLine(line, { ...box, y: from + y }, size, height, 'center');
      y += height;
      return ops;
    });
    return { ops: drawn, height: y };
  }
}

function longest(lines: readonly Set[]): number {
  return Math.max(0, ...lines.map(({ line }) => line.width));
}

function centredRule(box: { x: number; width: number }, length: number, y: number): DrawOp {
  const start = box.x + (box.width - length) / 2;
  return rule(start, y, start + length, y, 0.6);
}

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
    // Each line of its own where the form says so: whose authority, and what who signs is.
    const lines = template
      .split('\n')
      .map((line) => fillTemplate(line, values, '').map((run) => ({ ...run, font })))
      .filter((runs, nth) => nth === 0 || runs.some(({ text }) => text !== ''))
      .flatMap((runs) => breakEvenly(runs, points, own, measure));
    return drawLines(lines, { x, y, width: own }, points, sheet.lineHeight, 'center');
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

/** Ticks a millimetre apart, longer at five and ten, numbered at ten: laid against a ruler it says whether the print is in true size. */
export function layScale({ left, width, sheet, measure }: Setting): Row[] {
  const size = sheet.type.small;
  const height = size * 1.2;
  // The last number is wider than its tick.
  const length = Math.floor((width - size) / mm / 10) * 10;
  const ops: DrawOp[] = [rule(left, 0, left + length * mm, 0)];
  for (let at = 0; at <= length; at += 1) {
    const x = left + at * mm;
    ops.push(rule(x, 0, x, (at % 10 === 0 ? 4 : at % 5 === 0 ? 3 : 1.8) * mm, 0.3));
    if (at % 10 === 0) ops.push(...number(at, x));
  }
  return [{ height: 4 * mm + height, ops }];

  function number(at: number, x: number): DrawOp[] {
    const [line] = breakLines(
      [{ text: at === length ? `${at} mm` : String(at), font: 'regular' }],
      size,
      width,
      measure,
    );
    if (line === undefined) return [];
    const from = at === 0 ? x : Math.min(x - line.width / 2, left + width - line.width);
    return drawLine(line, { x: from, y: 4 * mm, width: line.width }, size, height, 'left');
  }
}
