import type { DrawOp } from '../../contract/common/printing/paper.ts';
import type { Measure } from '../type/font.ts';
import { breakLines } from './lines.ts';
import { drawLine, mm, rule } from './row.ts';

/** How far the rulers reach from the middle of the page, in millimetres: a little further than any margin that can be set. */
const reach = 12;
/** How far each ruler lies from the middle along its fold, so that the two do not stand over each other. */
const aside = 28 * mm;
const size = 8;

/**
 * Two rulers numbered from 0 in the middle of the page: a level one that the upright fold crosses, and an upright one that the level fold crosses. A
 * sheet folded in half has its folds in the true middle: the number under a fold is how far everything must move to the right, or down, and
 * nobody needs a ruler of their own.
 */
export function centreRulers(
  { width, height }: { readonly width: number; readonly height: number },
  measure: Measure,
): DrawOp[] {
  const level = { x: width / 2, y: height / 2 - aside };
  const upright = { x: width / 2 + aside, y: height / 2 };
  const marks = Array.from({ length: 4 * reach + 1 }, (_, index) => index / 2 - reach);
  return [
    rule(level.x - reach * mm, level.y, level.x + reach * mm, level.y, 0.4),
    rule(upright.x, upright.y - reach * mm, upright.x, upright.y + reach * mm, 0.4),
    ...marks.flatMap((at) => [...onLevel(at), ...onUpright(at)]),
  ];

  function onLevel(at: number): DrawOp[] {
    const [x, length] = [level.x + at * mm, lengthOf(at)];
    const tick = rule(x, level.y, x, level.y + length, thickOf(at));
    return at % 5 === 0 ? [tick, ...number(at, level.y + length + 1, (own) => x - own / 2)] : [tick];
  }

  function onUpright(at: number): DrawOp[] {
    const [y, length] = [upright.y + at * mm, lengthOf(at)];
    const tick = rule(upright.x, y, upright.x + length, y, thickOf(at));
    return at % 5 === 0 ? [tick, ...number(at, y - size * 0.6, () => upright.x + length + 2)] : [tick];
  }

  function number(at: number, y: number, startOf: (width: number) => number): DrawOp[] {
    // A true minus, as wide as a digit: a hyphen is lost beside the ticks.
    const text = String(at).replace('-', '−');
    const [line] = breakLines([{ text, font: 'bold' }], size, width, measure);
    if (line === undefined) return [];
    return drawLine(line, { x: startOf(line.width), y, width: line.width }, size, size * 1.2, 'left');
  }
}

function lengthOf(at: number): number {
  return (at === 0 ? 7 : at % 5 === 0 ? 5 : at % 1 === 0 ? 3.2 : 1.6) * mm;
}

function thickOf(at: number): number {
  return at === 0 ? 0.8 : at % 1 === 0 ? 0.4 : 0.25;
}

/** How far each ruler reaches into the page, in millimetres: more than any office printer leaves white. */
const edgeReach = 12;

/** Ticks a millimetre apart inwards from the middle of each edge, the fifth and tenth longer. Sizes in points. */
export function edgeRulers({ width, height }: { readonly width: number; readonly height: number }): DrawOp[] {
  const middle = { x: width / 2, y: height / 2 };
  return Array.from({ length: edgeReach + 1 }, (_, at) => at).flatMap((at) => {
    const [half, deep] = [(at % 5 === 0 ? 4 : 2) * mm, at * mm];
    return [
      rule(deep, middle.y - half, deep, middle.y + half, 0.4),
      rule(width - deep, middle.y - half, width - deep, middle.y + half, 0.4),
      rule(middle.x - half, deep, middle.x + half, deep, 0.4),
      rule(middle.x - half, height - deep, middle.x + half, height - deep, 0.4),
    ];
  });
}
