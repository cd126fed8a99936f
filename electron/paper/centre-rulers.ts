import type { DrawOp } from '../contract/paper.ts';
import type { Measure } from './font.ts';
import { breakLines } from './lines.ts';
import { drawLine, mm, rule } from './row.ts';

/** How far the rulers reach from the middle of the page, in millimetres: further than any margin that can be set. */
const reach = 20;
const size = 10;

/**
 * A cross of two rulers in the middle of the page, numbered from 0 there, to the right and downwards. A sheet folded in half has its fold in the true
 * middle: the number under the fold is how far everything must move, and nobody needs a ruler of their own.
 */
export function centreRulers(
  { width, height }: { readonly width: number; readonly height: number },
  measure: Measure,
): DrawOp[] {
  const middle = { x: width / 2, y: height / 2 };
  const marks = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach);
  return [
    rule(middle.x - reach * mm, middle.y, middle.x + reach * mm, middle.y, 0.4),
    rule(middle.x, middle.y - reach * mm, middle.x, middle.y + reach * mm, 0.4),
    ...marks.filter((at) => at !== 0).flatMap((at) => [...across(at), ...down(at)]),
  ];

  function across(at: number): DrawOp[] {
    const [x, half] = [middle.x + at * mm, lengthOf(at)];
    const tick = rule(x, middle.y - half, x, middle.y + half, 0.4);
    return at % 5 === 0 ? [tick, ...number(at, x, middle.y + half + 0.5, 'center')] : [tick];
  }

  function down(at: number): DrawOp[] {
    const [y, half] = [middle.y + at * mm, lengthOf(at)];
    const tick = rule(middle.x - half, y, middle.x + half, y, 0.4);
    return at % 5 === 0 ? [tick, ...number(at, middle.x + half + 2, y - size * 0.6, 'left')] : [tick];
  }

  function number(at: number, x: number, y: number, align: 'left' | 'center'): DrawOp[] {
    // A true minus, as wide as a digit: a hyphen is lost beside the ticks.
    const text = String(at).replace('-', '−');
    const [line] = breakLines([{ text, font: 'bold' }], size, width, measure);
    if (line === undefined) return [];
    const from = align === 'left' ? x : x - line.width / 2;
    return drawLine(line, { x: from, y, width: line.width }, size, size * 1.2, 'left');
  }
}

function lengthOf(at: number): number {
  return (at % 5 === 0 ? 3 : 1.5) * mm;
}
