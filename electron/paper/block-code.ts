import type { DrawOp } from '../contract/printing/paper.ts';
import { code128, qr, qrModules } from './bar-code.ts';
import type { BlockOf } from './form-schema.ts';
import { breakEvenly } from './lines.ts';
import { type Row, type Setting, drawLines, mm, round } from './row.ts';
import { fillTemplate, isFilled, valueAt } from './template.ts';

/** 0,25 mm is two dots of a 203 dpi printer and three of a 300 dpi one: the narrowest bar every office printer draws evenly. */
const barModule = 0.25 * mm;
const barHeight = 8 * mm;
const qrSide = 14 * mm;
const gap = 3;

/** The number in words, as a bar code below it, and as a QR symbol at the right edge. Both encode the number and nothing else. */
export function layCode(block: BlockOf<'code'>, setting: Setting): Row[] {
  if (block.alone !== undefined) return layAlone(block, block.alone * mm, setting);
  const { left, width, sheet, measure, values } = setting;
  const size = sheet.type.body + 1;
  const value = valueAt(values, block.value);
  const number = isFilled(value) ? String(value) : undefined;
  const runs = [...fillTemplate(`${block.label}: `, values), { text: number ?? '………………………', font: 'bold' as const }];
  const side = block.qr ? qrSide + gap : 0;
  const lines = breakEvenly(runs, size, width - 2 * side, measure);
  const words = drawLines(lines, { x: left + side, y: 0, width: width - 2 * side }, size, sheet.lineHeight, 'center');
  const barTop = words.height + gap;
  const ops: DrawOp[] = [...words.ops];
  if (number !== undefined && block.barCode) ops.push(...drawBars(number, setting, side, barTop));
  if (number !== undefined && block.qr) ops.push(...qr(number, { x: left + width - qrSide, y: 0 }, qrSide));
  const height = Math.max(block.barCode ? barTop + barHeight : words.height, block.qr ? qrSide : 0);
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
