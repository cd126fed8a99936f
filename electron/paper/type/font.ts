import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type PDFDocument from 'pdfkit';
import { withNumbersForUndrawn } from '../../contract/base/letters.ts';
import type { Face } from '../../contract/common/printing/paper.ts';

/** Width in points of a text in a style and size (points). */
export type Measure = (text: string, style: Style, size: number) => number;

/**
 * The opened faces of the paper font; pdfkit takes them as they are, which saves it some 100 ms a paper. Those that stand in for letters the
 * four have not are opened with the first such letter.
 */
export type Fonts = Readonly<Record<Style | StandIn, PDFKit.Mixins.PDFFontSource>>;

/**
 * Noto Sans (OFL) has every Latin letter with its marks, Greek and Cyrillic: Be Vietnam Pro has no ŏ ŭ ƀ ʼ of the Ê Đê, Gia Rai and Ba Na.
 * Tinos has the arrows and boxes that neither has.
 */
const standIns = { letters: 'NotoSans_400Regular.ttf', signs: 'Tinos_400Regular.ttf' } as const;
type StandIn = keyof typeof standIns;

/**
 * Tinos is metric-compatible with Times New Roman, the font NĐ 30/2020 asks for, and free to embed (OFL). On 203 dots to the inch its stacked
 * marks run together: ẳ and ắ came out dot for dot the same. Rolls are set in Be Vietnam Pro (OFL), drawn for these marks; it has no
 * italic here, so what is italic on sheets is upright on rolls (docs/topics/roll-paper.md).
 */
const files: Readonly<Record<Face, Readonly<Record<Style, string>>>> = {
  serif: {
    regular: 'Tinos_400Regular.ttf',
    bold: 'Tinos_700Bold.ttf',
    italic: 'Tinos_400Regular_Italic.ttf',
    'bold-italic': 'Tinos_700Bold_Italic.ttf',
  },
  sans: {
    regular: 'BeVietnamPro_400Regular.ttf',
    bold: 'BeVietnamPro_700Bold.ttf',
    italic: 'BeVietnamPro_400Regular.ttf',
    'bold-italic': 'BeVietnamPro_700Bold.ttf',
  },
};

/** Height above and below the baseline in parts of the size, as Tinos has them. */
export const ascent = 0.891;
export const descent = 0.216;

type OpenFont = ShapingFace & { characterSet: number[]; glyphForCodePoint(point: number): unknown };

const styles = ['regular', 'bold', 'italic', 'bold-italic'] as const;

/** Opens the faces once for the life of the desk. Throws where a font file is missing: that is a broken installation. */
export function openFonts(folder: string, face: Face = 'serif'): Fonts {
  const names = files[face];
  const opened = new Map<StandIn, PDFKit.Mixins.PDFFontSource>();
  const standIn = (name: StandIn): PDFKit.Mixins.PDFFontSource => {
    const known = opened.get(name) ?? openFont(join(folder, standIns[name]));
    opened.set(name, known);
    return known;
  };
  return {
    get letters() {
      return standIn('letters');
    },
    get signs() {
      return standIn('signs');
    },
    regular: openFont(join(folder, names.regular)),
    bold: openFont(join(folder, names.bold)),
    italic: openFont(join(folder, names.italic)),
    'bold-italic': openFont(join(folder, names['bold-italic'])),
  };
}

type NewDocument = typeof PDFDocument;

const load = createRequire(import.meta.url);
let engine: NewDocument | undefined;

/** The engine is loaded with the first paper: a start does not wait for it. At once and not by a promise, for a preview is not one. */
function newDocument(options: PDFKit.PDFDocumentOptions): PDFKit.PDFDocument {
  engine ??= load('pdfkit') as NewDocument;
  return new engine(options);
}

function openFont(path: string): PDFKit.Mixins.PDFFontSource {
  const document = newDocument({ autoFirstPage: false, font: '' });
  document.font(readFileSync(path));
  const { font } = (document as unknown as { _font: { font: OpenFont } })._font;
  // A glyph remembers the first character it was asked for and writes that one into the file for searching. Asking for all of
  // them in order here makes the bytes of a paper independent of the papers before it.
  for (const point of font.characterSet) font.glyphForCodePoint(point);
  rememberShapes(font);
  return font as unknown as PDFKit.Mixins.PDFFontSource;
}

/** Shaping is what a paper costs most, and papers repeat their words: this many stay measured, then the memory starts afresh. */
const mostWords = 8000;

/** A measure to share between papers. */
export function createMeasure(fonts: Fonts): Measure {
  const document = openDocument(fonts, { fontLayoutCache: false });
  const known: Record<Style, Map<string, number>> = {
    regular: new Map(),
    bold: new Map(),
    italic: new Map(),
    'bold-italic': new Map(),
  };
  return (text, style, size) => {
    let sum = 0;
    let from = 0;
    // pdfkit shapes each word with the space after it, so the width of a line is the sum of these.
    while (from < text.length) {
      const space = text.indexOf(' ', from);
      const to = space === -1 ? text.length : space + 1;
      const word = text.slice(from, to);
      sum += known[style].get(word) ?? learn(style, word);
      from = to;
    }
    return (sum * size) / 1000;
  };

  function learn(style: Style, word: string): number {
    const width = stretchesOf(fonts, style, word).reduce((sum, { face, text }) => {
      if (face !== style) document.registerFont(face, fonts[face]);
      return sum + document.font(face).fontSize(1000).widthOfString(text);
    }, 0);
    if (known[style].size >= mostWords) known[style].clear();
    known[style].set(word, width);
    return width;
  }
}

/** An empty document that knows the four faces by their style. Its own default font is none: pdfkit would open that face again and again. */
export function openDocument(fonts: Fonts, options: PDFKit.PDFDocumentOptions): PDFKit.PDFDocument {
  const document = newDocument({ ...options, autoFirstPage: false, font: '' });
  for (const style of styles) document.registerFont(style, fonts[style]);
  return document;
}

// oxlint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Text as it goes on paper: composed (NFC), one kind of space, nothing invisible. Decomposed Vietnamese is drawn wrong otherwise. */
export function toPaperText(text: string): string {
  return withNumbersForUndrawn(text.replace(/\s/g, ' ').replace(unprintable, '').normalize('NFC'));
}

/** A piece of a text that one face draws. */
export type Stretch = { readonly face: Style | StandIn; readonly text: string };

/** What all four faces of both papers have: nearly every text there is. */
const ordinary =
  /^[\u0020-\u007e\u00a0-\u0107\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ab]*$/;

/**
 * A text by the faces that draw it: its own style as far as that goes, then the faces that stand in. A letter keeps its marks: both come
 * from one face, or they would not meet. What nobody draws was turned into its number before (`toPaperText`).
 */
export function stretchesOf(fonts: Fonts, style: Style, text: string): readonly Stretch[] {
  if (ordinary.test(text)) return [{ face: style, text }];
  const found: { face: Style | StandIn; text: string }[] = [];
  for (const [letter] of text.matchAll(/\P{M}?\p{M}*/gu)) {
    if (letter === '') continue;
    const face = faceOf(fonts, style, letter);
    const last = found.at(-1);
    if (last?.face === face) last.text += letter;
    else found.push({ face, text: letter });
  }
  return found;
}

function faceOf(fonts: Fonts, style: Style, letter: string): Style | StandIn {
  for (const face of [style, 'letters', 'signs'] as const) {
    const font = fonts[face] as unknown as { hasGlyphForCodePoint(point: number): boolean };
    if ([...letter].every((sign) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0))) return face;
  }
  return style;
}

/** A word as fontkit lays it out. Whoever asks may change the positions (pdfkit scales them in place), never the glyphs. */
type Run = { readonly glyphs: readonly unknown[]; readonly positions: readonly object[] };
type Glyph = { _decode(): unknown };
/** What is taken from an opened face; `_decode` is fontkit's own reading of an outline. */
type ShapingFace = { layout(text: string, features?: unknown): Run; getGlyph(id: number): Glyph };

/**
 * Under a kilobyte each. A register of a month has some 12 000, nearly all in one face: what was shaped to measure it is still there when it
 * is drawn, which is a sixth of its time.
 */
const mostShaped = 20_000;

/**
 * Papers repeat their words and their letters, and each document would shape and read them anew: a third of a warm receipt's time was
 * shaping, a tenth reading outlines that the face's file does not change. What comes out is the same, so the bytes are.
 */
function rememberShapes(face: ShapingFace): void {
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
    if (known.size >= mostShaped) known.clear();
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

export type Style = 'regular' | 'bold' | 'italic' | 'bold-italic';
