import type { DrawOp } from '../contract/printing/paper.ts';
import { breakLines } from './lines.ts';
import { type Row, type Setting, drawLine, mm, rule } from './row.ts';

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
