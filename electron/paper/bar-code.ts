import bwip from 'bwip-js';
import type { DrawOp } from '../contract/printing/paper.ts';
import { round } from './row.ts';

type Linear = { readonly sbs: readonly number[] };
type Matrix = { readonly pixs: readonly number[]; readonly pixx: number; readonly pixy: number };
const symbols = bwip as unknown as { raw(kind: string, text: string, options: Record<string, string>): unknown[] };

type Encoded = { readonly text: string; readonly linear: Linear; readonly matrix: Matrix };
let last: Encoded | undefined;

/** A paper is laid out in a few sizes and copies, all with one number: the last one encoded is kept. */
function encode(text: string): Encoded {
  if (last?.text === text) return last;
  const [linear] = symbols.raw('code128', text, {}) as [Linear];
  const [matrix] = symbols.raw('qrcode', text, { eclevel: 'M' }) as [Matrix];
  last = { text, linear, matrix };
  return last;
}

/** A Code 128 symbol as filled bars, without its number below. `moduleWidth` in points; a quiet zone of 10 modules is the caller's. */
export function code128(text: string, moduleWidth: number): { width: number; bars: { x: number; width: number }[] } {
  const { linear: symbol } = encode(text);
  const bars: { x: number; width: number }[] = [];
  let modules = 0;
  for (const [index, count] of symbol.sbs.entries()) {
    if (index % 2 === 0) bars.push({ x: modules * moduleWidth, width: count * moduleWidth });
    modules += count;
  }
  return { width: modules * moduleWidth, bars };
}

/** A QR symbol (level M) as filled strips, one for each run of dark modules; a quiet zone of 4 modules is the caller's. */
export function qr(text: string, at: { x: number; y: number }, side: number): DrawOp[] {
  const { matrix: symbol } = encode(text);
  const size = side / symbol.pixx;
  const ops: DrawOp[] = [];
  for (let y = 0; y < symbol.pixy; y += 1) {
    for (let x = 0; x < symbol.pixx; x += 1) {
      const start = x;
      while (x < symbol.pixx && symbol.pixs[y * symbol.pixx + x] === 1) x += 1;
      if (x > start)
        ops.push({
          kind: 'rect',
          x: round(at.x + start * size),
          y: round(at.y + y * size),
          width: round((x - start) * size),
          height: round(size),
          fill: true,
        });
    }
  }
  return ops;
}

/** Modules along a side of the QR symbol of a text. */
export function qrModules(text: string): number {
  return encode(text).matrix.pixx;
}
