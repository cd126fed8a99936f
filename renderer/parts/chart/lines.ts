/** Where the lines of a chart run: numbers in, places out, in the units of the drawing. Nothing here knows of a screen. */

/** The drawing, and what of it the names around the lines take. */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

export type DrawnPoint = { readonly x: number; readonly y: number };

/** The marks of an axis from 0 on, of 1, 2 or 5 and its tens, the last of them at the greatest value or above it; at most `steps` above 0. */
export function ticksUpTo(most: number, steps: number): readonly number[] {
  const least = Math.max(1, most) / steps;
  const ten = 10 ** Math.floor(Math.log10(least));
  // What is counted has no halves.
  const step = Math.max(1, ([1, 2, 5, 10].find((one) => one * ten >= least * (1 - 1e-9)) ?? 10) * ten);
  return Array.from({ length: Math.ceil(Math.max(1, most) / step) + 1 }, (_, nth) => nth * step);
}

/** How far along its axis each of so many points stands; one alone stands in the middle. */
export function xOfPoint(count: number, nth: number, { width, left, right }: Drawing): number {
  const room = width - left - right;
  return left + (count === 1 ? room / 2 : (room * nth) / (count - 1));
}

/** What stands at the lower and at the upper end of an axis; the second is greater. */
export type Axis = { readonly from: number; readonly to: number };

/**
 * Where an axis of shares begins that ends at `to`: at the ten below the least of them, so that 98 and 99 of 100 are not one line; at 0 where that is less than
 * half of the way. Its three marks are whole fives then.
 */
export function axisOfShares(values: readonly number[], to: number): Axis {
  const least = Math.floor(Math.min(to - 1, ...values) / 10) * 10;
  return { from: least < to / 2 ? 0 : least, to };
}

export function yOfValue(value: number, { from, to }: Axis, { height, top, bottom }: Drawing): number {
  return height - bottom - (height - top - bottom) * Math.min(1, Math.max(0, (value - from) / (to - from)));
}

/** The stretches of a line, without a stroke over what is not known (null); a point between two such is a stretch of one. */
export function segmentsOf(values: readonly (number | null)[], axis: Axis, frame: Drawing): readonly DrawnPoint[][] {
  const stretches: DrawnPoint[][] = [];
  let open: DrawnPoint[] | null = null;
  for (const [nth, value] of values.entries()) {
    if (value === null) {
      open = null;
      continue;
    }
    if (open === null) stretches.push((open = []));
    open.push({ x: xOfPoint(values.length, nth, frame), y: yOfValue(value, axis, frame) });
  }
  return stretches;
}

/** The same heights, moved so that two beside each other are at least so far apart and none is below `lowest`; the order of their heights stays. */
export function heldApart(heights: readonly number[], least: number, lowest = Infinity): readonly number[] {
  const order = heights.map((y, nth) => ({ y, nth })).toSorted((a, b) => a.y - b.y || a.nth - b.nth);
  const placed = [...heights];
  let last = -Infinity;
  for (const { y, nth } of order) {
    last = Math.max(y, last + least);
    placed[nth] = last;
  }
  // Half of what was pushed down goes up, so that a pair stays around where it belongs.
  const pushed = Math.max(0, ...placed.map((y, nth) => y - (heights[nth] ?? y)));
  const below = Math.max(0, ...placed.map((y) => y - pushed / 2 - lowest));
  return placed.map((y) => y - pushed / 2 - below);
}

/** Of so many names under an axis every which one is written where each needs so much room; the last one always is. */
export function everyNth(count: number, each: number, { width, left, right }: Drawing): number {
  const room = count < 2 ? Infinity : (width - left - right) / (count - 1);
  return Math.max(1, Math.ceil(each / room));
}
