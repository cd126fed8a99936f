/** A straight edge of an outline, in dots; curves are cut into such edges before they come here. */
export type Edge = readonly [x1: number, y1: number, x2: number, y2: number];
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** Lines looked at in each row of dots: enough that no hairline of a letter falls between two of them. */
const samples = 8;

/**
 * How much of each dot of a box lies inside closed outlines, 0 to 1, row by row: across exactly, down by samples. Inside is where the
 * outlines wind around a point more often one way than the other (nonzero), as fonts are drawn.
 */
export function coverOutline(edges: readonly Edge[], box: Box): Float64Array {
  const cover = new Float64Array(box.width * box.height);
  for (let line = 0; line < box.height * samples; line += 1) {
    const y = box.top + (line + 0.5) / samples;
    const row = Math.floor(line / samples) * box.width;
    for (const [from, to] of insideOf(edges, y)) addSpan(cover, row, box.width, from - box.left, to - box.left);
  }
  return cover;
}

/** The stretches of a horizontal line that lie inside. */
function insideOf(edges: readonly Edge[], y: number): [from: number, to: number][] {
  const crossings: [x: number, turn: number][] = [];
  for (const [x1, y1, x2, y2] of edges) {
    // The lower end belongs to the edge and the upper does not, so that a corner is crossed once.
    if (y1 <= y === y2 <= y) continue;
    crossings.push([x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), y1 < y2 ? 1 : -1]);
  }
  crossings.sort(([a], [b]) => a - b);
  const spans: [number, number][] = [];
  let [winding, start] = [0, 0];
  for (const [x, turn] of crossings) {
    if (winding === 0) start = x;
    winding += turn;
    if (winding === 0 && x > start) spans.push([start, x]);
  }
  return spans;
}

function addSpan(cover: Float64Array, row: number, width: number, from: number, to: number): void {
  const [start, end] = [Math.max(0, from), Math.min(width, to)];
  for (let at = Math.floor(start); at < end; at += 1) {
    const part = Math.min(at + 1, end) - Math.max(at, start);
    if (part > 0) cover[row + at] = (cover[row + at] ?? 0) + part / samples;
  }
}
