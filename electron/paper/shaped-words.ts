/** A word as fontkit lays it out. Whoever asks may change the positions (pdfkit scales them in place), never the glyphs. */
type Run = { readonly glyphs: readonly unknown[]; readonly positions: readonly object[] };
type Glyph = { _decode(): unknown };
/** What is taken from an opened face; `_decode` is fontkit's own reading of an outline. */
export type ShapingFace = { layout(text: string, features?: unknown): Run; getGlyph(id: number): Glyph };

/**
 * Under a kilobyte each. A register of a month has some 12 000, nearly all in one face: what was shaped to measure it is still there when it
 * is drawn, which is a sixth of its time.
 */
const mostWords = 20_000;

/**
 * Papers repeat their words and their letters, and each document would shape and read them anew: a third of a warm receipt's time was
 * shaping, a tenth reading outlines that the face's file does not change. What comes out is the same, so the bytes are.
 */
export function rememberShapes(face: ShapingFace): void {
  rememberWords(face);
  rememberOutlines(face);
}

function rememberWords(face: ShapingFace): void {
  const shape = face.layout.bind(face);
  const known = new Map<string, Run>();
  face.layout = (text, features) => {
    if (features !== undefined) return shape(text, features);
    const found = known.get(text);
    if (found !== undefined) return copyOf(found);
    const run = shape(text);
    if (known.size >= mostWords) known.clear();
    known.set(text, run);
    return copyOf(run);
  };
}

function copyOf(run: Run): Run {
  const positions = run.positions.map((position) => ({ ...position }));
  return Object.assign(Object.create(Object.getPrototypeOf(run) as object) as Run, run, { positions });
}

/** A face has some thousand glyphs, a paper a hundred, and all papers together hardly more. */
function rememberOutlines(face: ShapingFace): void {
  const get = face.getGlyph.bind(face);
  const read = new Map<number, unknown>();
  face.getGlyph = (id) => {
    const glyph = get(id);
    if (Object.hasOwn(glyph, '_decode')) return glyph;
    const decode = glyph._decode.bind(glyph);
    glyph._decode = () => {
      if (!read.has(id)) read.set(id, decode());
      return read.get(id);
    };
    return glyph;
  };
}
