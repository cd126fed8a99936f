import { expect, test, vi } from 'vitest';
import { findUndrawn } from '../../../electron/contract/base/letters.ts';
import { isDark } from '../../../electron/paper/output/raster.ts';
import { type RenderedPaper, createPaper } from '../../../electron/paper/paper.ts';
import { type Fonts, openFonts, stretchesOf, toPaperText } from '../../../electron/paper/type/font.ts';
import { createGlyphSetter } from '../../../electron/paper/type/glyph-dots.ts';
import { birth, folders } from '../../support/papers/mau-01-sample.ts';
import { wordsOf } from '../../support/papers/page-boxes.ts';
import { readPdf } from '../../support/papers/pdf-reader.ts';

vi.setConfig({ testTimeout: 60_000 });

/** As their bearers write them: Kinh, Ê Đê, Gia Rai, Ba Na, Mnông, Cơ Ho, Xơ Đăng, Bru, Chăm, Hmông, and citizens of other countries. */
const names = [
  'NGUYỄN THỊ ĐẶNG ÁNH',
  'Y ƀlơ̆ Ê̆ban',
  'HʼHEN NIÊ',
  'Y BLŬS',
  'Ksor Đô̆ng',
  'Rơ Châm Sŏ̂n',
  'ĔĬŎŬ ĕĭŏŭ',
  'Čil Ñăn',
  'Ɓôk Ɗăm',
  'H’Wer Kbuôr',
  'Hʹ Lưm HˈRin',
  'Kʻbang',
  'Ư̆m Â̆n Ơ̆t',
  'Łukasz Żółć',
  'Søren Ægir Þór',
  'Weiß Œuvre',
  'ƏLİYEV ı',
  'Ħal Ŧora Ŋan',
  'Țepeș',
  'Иванов Пётр',
  'Số № 5 − 3‑2 → 7′',
];
const paper = createPaper(folders);
const shapes = {
  serif: openFonts(folders.fontsFolder, 'serif'),
  sans: openFonts(folders.fontsFolder, 'sans'),
} as const;
const styles = ['regular', 'bold', 'italic', 'bold-italic'] as const;
type Face = {
  readonly unitsPerEm: number;
  layout(text: string): { readonly glyphs: readonly { readonly id: number }[] };
};

function lost(fonts: Fonts, style: (typeof styles)[number], text: string): string[] {
  return stretchesOf(fonts, style, text).flatMap(({ face, text: stretch }) =>
    (fonts[face] as unknown as Face).layout(stretch).glyphs.some(({ id }) => id === 0) ? [stretch] : [],
  );
}

test('every sign that a field takes is drawn by some face, on sheets and on rolls, in every style', () => {
  const taken: string[] = [];
  for (let code = 0x20; code <= 0xffff; code += 1) {
    const sign = String.fromCharCode(code);
    if (code >= 0xd800 && code <= 0xdfff) continue;
    if (/[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(sign) && findUndrawn(sign) === undefined) taken.push(sign);
  }
  expect(taken.length).toBeGreaterThan(2500);
  for (const fonts of Object.values(shapes))
    for (const style of styles) expect(taken.flatMap((sign) => lost(fonts, style, sign))).toEqual([]);
});

test.each(names)('%s: no letter is lost on any paper', (name) => {
  for (const fonts of Object.values(shapes))
    for (const style of styles) expect(lost(fonts, style, toPaperText(name))).toEqual([]);
});

async function madeFor(form: string, fullName: string, size?: 'A5'): Promise<RenderedPaper> {
  const data = { ...birth, applicant: { ...birth.applicant, fullName } };
  const done = await paper.render(form, data, size === undefined ? {} : { size });
  if ('fault' in done) throw new Error(JSON.stringify(done));
  return done;
}

test('sheets of A5 say every name, letter by letter, to who reads the file', async () => {
  for (const name of names) {
    const [page] = await readPdf((await madeFor('mau-01', name, 'A5')).pdf);
    const said = (page?.words ?? [])
      .map(({ text }) => text)
      .join('')
      .normalize('NFC');
    expect(said).toContain(name.normalize('NFC').replaceAll(' ', ''));
  }
});

test.each([
  ['mau-01-cuon', 80],
  ['mau-01-cuon-58', 58],
] as const)('%s blackens dots for every letter', async (form, roll) => {
  for (const name of names) {
    const made = await madeFor(form, name);
    expect(wordsOf(made.laid.slice(0, 1))).toContain(toPaperText(name).split(' ')[0]);
    expect(paper.dots(made, roll)).not.toBeNull();
    const set = createGlyphSetter(shapes.sans);
    for (const letter of name.normalize('NFC').match(/[^\s\p{M}]\p{M}*/gu) ?? [])
      expect(
        set(letter, 'regular', 30).some(({ dots }) => dots.dark.includes(true)),
        letter,
      ).toBe(true);
  }
});

/** How high a text reaches over its baseline, in dots. */
function heightOf(text: string, style: 'regular' | 'bold'): number {
  const tops = createGlyphSetter(shapes.sans)(text, style, 60).flatMap(({ dots, y }) => {
    const first = dots.dark.indexOf(true);
    return first === -1 ? [] : [dots.top + Math.floor(first / dots.width) + Math.round(y)];
  });
  return -Math.min(...tops);
}

test.each(['Ê̆', 'Ô̆', 'Â̆', 'ê̆', 'ô̆', 'â̆', 'Ễ̆'])('the second mark of %s stands above the first', (letter) => {
  for (const style of ['regular', 'bold'] as const) {
    const [base = ''] = letter.normalize('NFC');
    expect(heightOf(letter, style)).toBeGreaterThan(heightOf(base, style) + 3);
  }
});

test('what no face has stands on the paper by its number', async () => {
  expect(toPaperText('陳 B')).toBe('[U+9673] B');
  expect(toPaperText('a\u{1f600}')).toBe('a[U+1F600]');
  const made = await madeFor('mau-01-cuon', '陳大文');
  expect(wordsOf(made.laid.slice(0, 1))).toContain('[U+9673]');
  expect(paper.dots(made, 80)?.some((page) => isDark(page, 0, 0))).toBe(false);
});
