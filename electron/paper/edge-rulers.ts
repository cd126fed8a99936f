import type { DrawOp } from '../contract/printing/paper.ts';
import { mm, rule } from './row.ts';

/** How far each ruler reaches into the page, in millimetres: more than any office printer leaves white. */
const reach = 12;

/** Ticks a millimetre apart inwards from the middle of each edge, the fifth and tenth longer. Sizes in points. */
export function edgeRulers({ width, height }: { readonly width: number; readonly height: number }): DrawOp[] {
  const middle = { x: width / 2, y: height / 2 };
  return Array.from({ length: reach + 1 }, (_, at) => at).flatMap((at) => {
    const [half, deep] = [(at % 5 === 0 ? 4 : 2) * mm, at * mm];
    return [
      rule(deep, middle.y - half, deep, middle.y + half, 0.4),
      rule(width - deep, middle.y - half, width - deep, middle.y + half, 0.4),
      rule(middle.x - half, deep, middle.x + half, deep, 0.4),
      rule(middle.x - half, height - deep, middle.x + half, height - deep, 0.4),
    ];
  });
}
