import bwip from 'bwip-js';
import type { DrawOp } from '../../contract/common/printing/paper.ts';
import type { BlockOf } from '../forms/schema.ts';
import { fillTemplate, isFilled, valueAt } from '../forms/template.ts';
import { breakEvenly } from './lines.ts';
import { type Row, type Setting, drawLines, mm, round } from './row.ts';

type Linear = { readonly sbs: readonly number[] };
type Matrix = { readonly pixs: readonly number[]; readonly pixx: number; readonly pixy: number };
const symbols = bwip as unknown as { raw(kind: string, text: string, options: Record<string, string>): unknown[] };

/** A paper is laid out in a few sizes and copies, with the same texts: the last of each kind are kept. */
function remembered<T>(encode: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = encode(text);
    if (known.size >= mostRemembered) known.clear();
    known.set(text, made);
    return made;
  };
}
const mostRemembered = 4;

const linearOf = remembered((text) => symbols.raw('code128', text, {})[0] as Linear);
/** A signed text is long and stands beside its number in two other symbols: wider modules are worth more to it than more repair. */
const matrixOf = remembered(
  (text) => symbols.raw('qrcode', text, { eclevel: isSigned(text) ? 'L' : 'M' })[0] as Matrix,
);

function isSigned(text: string): boolean {
  return /^\d{200,}$/.test(text);
}

/** A Code 128 symbol as filled bars, without its number below. `moduleWidth` in points; a quiet zone of 10 modules is the caller's. */
export function code128(text: string, moduleWidth: number): { width: number; bars: { x: number; width: number }[] } {
  const symbol = linearOf(text);
  const bars: { x: number; width: number }[] = [];
  let modules = 0;
  for (const [index, count] of symbol.sbs.entries()) {
    if (index % 2 === 0) bars.push({ x: modules * moduleWidth, width: count * moduleWidth });
    modules += count;
  }
  return { width: modules * moduleWidth, bars };
}

/** A QR symbol as filled strips, one for each run of dark modules; a quiet zone of 4 modules is the caller's. */
export function qr(text: string, at: { x: number; y: number }, side: number): DrawOp[] {
  const symbol = matrixOf(text);
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

/** The QR symbol of a text as rows of modules, dark is true, with its quiet zone: for a screen that draws letters. */
export function qrRows(text: string): boolean[][] {
  const { pixs, pixx, pixy } = matrixOf(text);
  const side = (length: number) => Array.from({ length: length + 2 * quiet }, (_, at) => at - quiet);
  return side(pixy).map((y) => side(pixx).map((x) => x >= 0 && x < pixx && pixs[y * pixx + x] === 1));
}
const quiet = 4;

/** Modules along a side of the QR symbol of a text. */
function qrModules(text: string): number {
  return matrixOf(text).pixx;
}

/** 0,25 mm is two dots of a 203 dpi printer and three of a 300 dpi one: the narrowest bar every office printer draws evenly. */
const barModule = 0.25 * mm;
const barHeight = 8 * mm;
const qrSide = 14 * mm;
/** 41 modules, each a little more than three dots of a 203 dpi printer. */
const signedSide = 16 * mm;
const gap = 3;

/**
 * The number in words, as a bar code below it, and as a QR symbol at the right edge: both encode the number and nothing else. At the left edge stands what the
 * desk signed, where it signed something.
 */
export function layCode(block: BlockOf<'code'>, setting: Setting): Row[] {
  if (block.alone !== undefined) return layAlone(block, block.alone * mm, setting);
  const { left, width, sheet, measure, values } = setting;
  const size = sheet.type.body + 1;
  const value = valueAt(values, block.value);
  const number = isFilled(value) ? String(value) : undefined;
  const runs = [...fillTemplate(`${block.label}: `, values), { text: number ?? '………………………', font: 'bold' as const }];
  const signed = block.signed === undefined ? undefined : valueAt(values, block.signed);
  const side = Math.max(block.qr ? qrSide + gap : 0, isFilled(signed) ? signedSide + gap : 0);
  const lines = breakEvenly(runs, size, width - 2 * side, measure);
  const words = drawLines(lines, { x: left + side, y: 0, width: width - 2 * side }, size, sheet.lineHeight, 'center');
  const barTop = words.height + gap;
  const ops: DrawOp[] = [...words.ops];
  if (number !== undefined && block.barCode) ops.push(...drawBars(number, setting, side, barTop));
  if (number !== undefined && block.qr) ops.push(...qr(number, { x: left + width - qrSide, y: 0 }, qrSide));
  if (isFilled(signed)) ops.push(...qr(String(signed), { x: left, y: 0 }, signedSide));
  const height = Math.max(
    block.barCode ? barTop + barHeight : words.height,
    block.qr ? qrSide : 0,
    isFilled(signed) ? signedSide : 0,
  );
  return [{ height: height + gap, ops, keepWithNext: true }];
}

/** Nothing to encode is nothing to draw: a form says so with `when`. */
function layAlone(block: BlockOf<'code'>, wished: number, setting: Setting): Row[] {
  const { left, width, sheet, measure, values, dot } = setting;
  const value = valueAt(values, block.value);
  if (!isFilled(value)) return [];
  const side = dot === undefined ? wished : wholeModules(String(value), wished, dot);
  const lines = breakEvenly(fillTemplate(block.label, values), sheet.type.body, width, measure);
  const words = drawLines(lines, { x: left, y: 0, width }, sheet.type.body, sheet.lineHeight, 'center');
  const top = words.height + gap;
  const ops = [...words.ops, ...qr(String(value), { x: onDot(left + (width - side) / 2, dot), y: top }, side)];
  return [{ height: top + side + 2 * gap, ops, keepWithNext: true }];
}

/** The largest side up to the wished one in which each module is a whole number of dots. */
function wholeModules(text: string, wished: number, dot: number): number {
  const modules = qrModules(text);
  return modules * dot * Math.max(1, Math.floor(wished / modules / dot));
}

function onDot(points: number, dot: number | undefined): number {
  return dot === undefined ? points : Math.round(points / dot) * dot;
}

function drawBars(number: string, { left, width, dot }: Setting, side: number, top: number): DrawOp[] {
  const natural = code128(number, barModule);
  // A very long number is drawn narrower rather than over the edge; 20 modules stay white around it.
  const room = width - 2 * side - 20 * barModule;
  const scale = Math.min(1, room / natural.width);
  const start = onDot(left + (width - natural.width * scale) / 2, dot);
  return natural.bars.map((bar) => ({
    kind: 'rect',
    x: round(start + bar.x * scale),
    y: round(top),
    width: round(bar.width * scale),
    height: round(barHeight),
    fill: true,
  }));
}
