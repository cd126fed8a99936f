import type { DrawOp } from '../contract/printing/paper.ts';
import type { BlockOf } from './form-schema.ts';
import { type Line, breakEvenly } from './lines.ts';
import { type Row, type Setting, drawLine, rule } from './row.ts';
import { type Run, type Style, fillTemplate } from './template.ts';

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
