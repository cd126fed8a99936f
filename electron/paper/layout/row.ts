import type { DrawOp } from '../../contract/common/printing/paper.ts';
import type { Sheet } from '../forms/schema.ts';
import { type Measure, ascent, descent } from '../type/font.ts';
import type { Line } from './lines.ts';

/** A strip of the page that is never cut: `ops` lie between 0 and `height`, x from the left edge of the paper, all in points. */
export type Row = {
  readonly height: number;
  readonly ops: readonly DrawOp[];
  /** Stays on the page of the row after it. */
  readonly keepWithNext?: boolean;
  /** What is drawn again above this row where it comes first on a page. */
  readonly head?: Row;
  /** White space that is left out at the top of a page. */
  readonly space?: boolean;
};

/** Where a block is laid out: the column in points, the type of the sheet, and the values its templates are filled from. */
export type Setting = {
  readonly left: number;
  readonly width: number;
  readonly sheet: Sheet;
  readonly measure: Measure;
  readonly values: Readonly<Record<string, unknown>>;
  /** The side of the printer's dot in points, where it is known: codes are then drawn in whole dots. */
  readonly dot?: number;
};

export type Align = 'left' | 'center' | 'right';

/** Points in a millimetre. */
export const mm = 72 / 25.4;

/** Draws one line of text in a box; `y` is the top of the box. */
export function drawLine(
  line: Line,
  at: { x: number; y: number; width: number },
  size: number,
  height: number,
  align: Align,
): DrawOp[] {
  const slack = at.width - line.width;
  const start = at.x + (align === 'left' ? 0 : align === 'right' ? slack : slack / 2);
  const y = round(at.y + (height - (ascent + descent) * size) / 2 + ascent * size);
  return line.pieces.map((piece) => ({
    kind: 'text',
    x: round(start + piece.x),
    y,
    text: piece.text,
    font: piece.font,
    size,
    width: round(piece.width),
  }));
}

/** Draws lines under each other; gives the height they take. */
export function drawLines(
  lines: readonly Line[],
  at: { x: number; y: number; width: number },
  size: number,
  lineHeight: number,
  align: Align,
): { ops: DrawOp[]; height: number } {
  const height = size * lineHeight;
  const ops = lines.flatMap((line, index) => drawLine(line, { ...at, y: at.y + index * height }, size, height, align));
  return { ops, height: lines.length * height };
}

export function rule(x1: number, y1: number, x2: number, y2: number, width = 0.5): DrawOp {
  return { kind: 'line', x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2), width };
}

/** The same drawing further down. */
export function moveDown(op: DrawOp, by: number): DrawOp {
  if (op.kind === 'line') return { ...op, y1: round(op.y1 + by), y2: round(op.y2 + by) };
  return { ...op, y: round(op.y + by) };
}

/** Thousandths of a point: the same numbers on screen, in the file and in the tests. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
