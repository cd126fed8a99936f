import type { DrawOp, PaperPage } from '../../contract/common/printing/paper.ts';
import type { RollWidth } from '../../contract/common/printing/printers.ts';
import { mm } from '../layout/row.ts';
import type { SetText } from '../type/glyph-dots.ts';

/** A picture of one bit a dot: rows of whole bytes, the leftmost dot in the highest bit, 1 is black, as `GS v 0` wants them. */
export type Bitmap = {
  readonly width: number;
  readonly height: number;
  /** Bytes in a row. */
  readonly stride: number;
  readonly bits: Uint8Array;
};

export function newBitmap(width: number, height: number): Bitmap {
  const stride = Math.ceil(width / 8);
  return { width, height, stride, bits: new Uint8Array(stride * height) };
}

/** Blackens a dot; what lies beside the picture is left out. */
function setDot({ width, height, stride, bits }: Bitmap, x: number, y: number): void {
  if (x < 0 || y < 0 || x >= width || y >= height) return;
  const at = y * stride + (x >> 3);
  bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
}

export function isDark({ width, height, stride, bits }: Bitmap, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= width || y >= height) return false;
  return ((bits[y * stride + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** Blackens whole dots from (x, y), `width` across and `height` down. */
export function setBox(bitmap: Bitmap, x: number, y: number, width: number, height: number): void {
  for (let row = y; row < y + height; row += 1) for (let at = x; at < x + width; at += 1) setDot(bitmap, at, row);
}

/** Dots of a printer of 203 to the inch: eight a millimetre, as its makers count. */
export const dotsPerMm = 8;
export const dotsPerPoint = dotsPerMm / mm;

/** What a head of a roll printer covers, in the middle of its paper (docs/adr/0009-roll-printers.md). */
const headDots: Readonly<Record<RollWidth, number>> = { 80: 576, 58: 384 };

/** A page of roll paper as dots, the white at its sides that no head reaches left out. `shift` moves what is drawn to the right, in dots. */
export function rasterPage(page: PaperPage, roll: RollWidth, setText: SetText, shift = 0): Bitmap {
  // Whole bytes down too: some printers, and the encoder, want pictures so.
  const bitmap = newBitmap(headDots[roll], Math.ceil((page.height * dotsPerPoint) / 8) * 8);
  const aside = (roll * dotsPerMm - headDots[roll]) / 2 - shift;
  for (const op of page.ops) draw(bitmap, op, aside, setText);
  return bitmap;
}

function draw(bitmap: Bitmap, op: DrawOp, aside: number, setText: SetText): void {
  const x = (points: number): number => Math.round(points * dotsPerPoint - aside);
  const y = (points: number): number => Math.round(points * dotsPerPoint);
  switch (op.kind) {
    case 'text':
      return drawText(bitmap, setText(op.text, op.font, op.size * dotsPerPoint), x(op.x), y(op.y));
    case 'line': {
      const thick = Math.max(1, Math.round(op.width * dotsPerPoint));
      const [left, top] = [Math.min(x(op.x1), x(op.x2)), Math.min(y(op.y1), y(op.y2))];
      const [across, down] = [Math.abs(x(op.x2) - x(op.x1)), Math.abs(y(op.y2) - y(op.y1))];
      // Forms draw upright and level lines only.
      return across >= down ? setBox(bitmap, left, top, across, thick) : setBox(bitmap, left, top, thick, down);
    }
    case 'rect': {
      const [left, top, right, bottom] = [x(op.x), y(op.y), x(op.x + op.width), y(op.y + op.height)];
      if (op.fill) return setBox(bitmap, left, top, Math.max(1, right - left), Math.max(1, bottom - top));
      setBox(bitmap, left, top, right - left, 2);
      setBox(bitmap, left, bottom - 2, right - left, 2);
      setBox(bitmap, left, top, 2, bottom - top);
      setBox(bitmap, right - 2, top, 2, bottom - top);
    }
  }
}

function drawText(bitmap: Bitmap, glyphs: ReturnType<SetText>, start: number, baseline: number): void {
  for (const { dots, x, y } of glyphs) {
    const [left, top] = [Math.round(start + x) + dots.left, baseline + Math.round(y) + dots.top];
    for (const [index, dark] of dots.dark.entries())
      if (dark) setDot(bitmap, left + (index % dots.width), top + Math.floor(index / dots.width));
  }
}
