import { type Fonts, type Stretch, type Style, stretchesOf } from './font.ts';

/** A letter as dots, from the pen: `left` to the right of it, `top` below the baseline (so above it is negative). */
export type GlyphDots = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly dark: readonly boolean[];
};
type SetGlyph = { readonly dots: GlyphDots; readonly x: number; readonly y: number };
/** A text set in a style and a size in dots: each letter with its distance from the start and below the baseline, in dots. */
export type SetText = (text: string, style: Style, size: number) => SetGlyph[];

/** A dot that lies so far inside a letter is black. Below a half, since heat spreads on thermal paper less than a hairline is thin. */
const threshold = 0.4;
/** Straight pieces for each curve: at 60 dots an em none is longer than three dots. */
const pieces = 8;

type Command = { readonly command: string; readonly args: readonly number[] };
type Glyph = { readonly id: number; readonly path: { readonly commands: readonly Command[] } };
type Outlines = {
  readonly unitsPerEm: number;
  layout(text: string): {
    readonly glyphs: readonly Glyph[];
    readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[];
  };
};

/** Sets texts from the outlines of the paper's own fonts. Each letter of a size is drawn once, on whole dots, so that it looks alike everywhere. */
export function createGlyphSetter(fonts: Fonts): SetText {
  const drawn = new Map<string, GlyphDots>();
  return (text, style, size) => {
    let pen = 0;
    return stretchesOf(fonts, style, text).flatMap(({ face, text: stretch }) => {
      // What pdfkit was given is a font that it opened itself; its outlines are the same that go into the PDF.
      const font = fonts[face] as unknown as Outlines;
      const scale = size / font.unitsPerEm;
      const { glyphs, positions } = font.layout(stretch);
      return glyphs.map((glyph, index) => {
        const at = positions[index];
        const x = pen + (at?.xOffset ?? 0) * scale;
        // A mark over a mark stands by how high the face sets it: without that both lie in one place.
        const y = -(at?.yOffset ?? 0) * scale;
        pen += (at?.xAdvance ?? 0) * scale;
        return { dots: dotsOf(glyph, face, size, scale), x, y };
      });
    });
  };

  function dotsOf(glyph: Glyph, style: Stretch['face'], size: number, scale: number): GlyphDots {
    const key = `${style} ${glyph.id} ${size}`;
    const known = drawn.get(key);
    if (known !== undefined) return known;
    const dots = drawGlyph(edgesOf(glyph.path.commands, scale));
    drawn.set(key, dots);
    return dots;
  }
}

function drawGlyph(edges: readonly Edge[]): GlyphDots {
  if (edges.length === 0) return { left: 0, top: 0, width: 0, height: 0, dark: [] };
  const xs = edges.flatMap(([x1, , x2]) => [x1, x2]);
  const ys = edges.flatMap(([, y1, , y2]) => [y1, y2]);
  const [left, top] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))];
  const box = { left, top, width: Math.ceil(Math.max(...xs)) - left, height: Math.ceil(Math.max(...ys)) - top };
  return { ...box, dark: Array.from(coverOutline(edges, box), (part) => part >= threshold) };
}

/** The outline in dots, y downwards, every contour closed. */
function edgesOf(commands: readonly Command[], scale: number): Edge[] {
  const edges: Edge[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const { command, args } of commands) {
    const points = args.map((value, index) => (index % 2 === 0 ? value : -value) * scale);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = points;
    switch (command) {
      case 'moveTo':
        [x, y, startX, startY] = [a, b, a, b];
        break;
      case 'lineTo':
        to(a, b);
        break;
      case 'quadraticCurveTo':
        // A quadratic curve is the cubic one whose handles reach two thirds of the way.
        curve(x + ((a - x) * 2) / 3, y + ((b - y) * 2) / 3, c + ((a - c) * 2) / 3, d + ((b - d) * 2) / 3, c, d);
        break;
      case 'bezierCurveTo':
        curve(a, b, c, d, e, f);
        break;
      case 'closePath':
        to(startX, startY);
    }
  }
  return edges;

  function to(nextX: number, nextY: number): void {
    if (nextY !== y) edges.push([x, y, nextX, nextY]);
    [x, y] = [nextX, nextY];
  }

  function curve(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): void {
    const [x0, y0] = [x, y];
    for (let piece = 1; piece <= pieces; piece += 1) {
      const t = piece / pieces;
      const u = 1 - t;
      to(
        u ** 3 * x0 + 3 * u * u * t * ax + 3 * u * t * t * bx + t ** 3 * cx,
        u ** 3 * y0 + 3 * u * u * t * ay + 3 * u * t * t * by + t ** 3 * cy,
      );
    }
  }
}

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
