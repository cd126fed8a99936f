import type { DrawOp } from '../contract/printing/paper.ts';
import { code128 } from './bar-code.ts';
import { mm, round } from './row.ts';

/** As narrow as every office printer draws evenly, and as high as a hand scanner finds at once. */
const barModule = 0.25 * mm;
const barHeight = 5.5 * mm;
/** Ten modules stay white on both sides. */
const quiet = 20;

export const codeHeight = barHeight + 1 * mm;

/** A bar code in the cell of a table, in its middle, `top` below the row's edge; nothing where there is nothing to encode. */
export function drawCode(text: string, at: { x: number; width: number }, top: number): DrawOp[] {
  if (text === '') return [];
  const natural = code128(text, barModule);
  const scale = Math.min(1, at.width / (natural.width + quiet * barModule));
  const start = at.x + (at.width - natural.width * scale) / 2;
  return natural.bars.map((bar) => ({
    kind: 'rect',
    x: round(start + bar.x * scale),
    y: round(top),
    width: round(bar.width * scale),
    height: round(barHeight),
    fill: true,
  }));
}
