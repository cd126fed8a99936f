import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  editDistanceAtMostOne,
  fold,
  initials,
  isNameLetter,
  nfc,
  tidyName,
} from '../../../electron/domain/base/vietnamese.ts';

const seed = 20261122;
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const vowels = [
  ['a', 'a'],
  ['a\u0306', 'a'],
  ['a\u0302', 'a'],
  ['e', 'e'],
  ['e\u0302', 'e'],
  ['i', 'i'],
  ['o', 'o'],
  ['o\u0302', 'o'],
  ['o\u031b', 'o'],
  ['u', 'u'],
  ['u\u031b', 'u'],
  ['y', 'y'],
] as const;
const consonants = [...'bcdđghklmnpqrstvxfjwz'];

/** Every letter of the alphabet with every tone, decomposed, and the plain letter it must become. */
const alphabet = [
  ...vowels.flatMap(([letter, plain]) => tones.map((tone) => [letter + tone, plain] as const)),
  ...consonants.map((letter) => [letter, letter === 'đ' ? 'd' : letter] as const),
];

describe('fold', () => {
  test('every letter of the alphabet, lower and upper, composed and decomposed', () => {
    expect(alphabet).toHaveLength(12 * 6 + 21);
    for (const [letter, plain] of alphabet) {
      for (const cased of [letter, letter.toUpperCase()]) {
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const) {
          expect(fold(cased.normalize(form)), `${cased} ${form}`).toBe(plain);
        }
      }
    }
  });

  test('marks typed in the other order fold the same', () => {
    expect(fold('e\u0323\u0302')).toBe('e');
    expect(fold('e\u0302\u0323')).toBe('e');
  });

  const examples: [string, string][] = [
    ['Nguyễn Thị Đặng', 'nguyen thi dang'],
    ['NGUYỄN THỊ ĐẶNG', 'nguyen thi dang'],
    ['  Lê   Đức\tThọ \n', 'le duc tho'],
    ['Ðinh Văn Ðoàn', 'dinh van doan'],
    ['Ủy ban nhân dân TP.HCM', 'uy ban nhan dan tp hcm'],
    ['Số 10/2B, đường 3–2', 'so 10 2b duong 3 2'],
    ["H'Hen Niê", 'h hen nie'],
    ['Y Blŏ Êban', 'y blo eban'],
    ['Y ƀlơ̆ Ê̆ban', 'y blo eban'],
    ['HʼHEN', 'h hen'],
    ['HʻHEN Hʹen HˈEn H`en', 'h hen h en h en h en'],
    ['ŁUKASZ ŻÓŁĆ', 'lukasz zolc'],
    ['Søren Ægir Þór', 'soren aegir thor'],
    ['WEIẞ Größe Œuvre', 'weiss grosse oeuvre'],
    ['ƏLİYEV IŞIĞI ısı', 'eliyev isigi isi'],
    ['Ħal Ŧora Ŋan Ɓôk Ɗăm', 'hal tora nan bok dam'],
    ['H29.999-261123-0042', 'h29 999 261123 0042'],
    ['ＮＧＵＹỄＮ　０７９', 'nguyen 079'],
    ['Tr\u200bần\u00ad Bình', 'tran binh'],
    ['“Giấy khai sinh”…', 'giay khai sinh'],
    ['😀 Cà Mau 😀', 'ca mau'],
    ['!!!', ''],
    ['', ''],
  ];
  test.each(examples)('%j -> %j', (text, expected) => {
    expect(fold(text)).toBe(expected);
    expect(fold(text.normalize('NFD'))).toBe(expected);
  });

  test('every Latin letter of an alphabet in use folds to plain letters, small and capital alike', () => {
    const letters = [
      ...Array.from({ length: 0x250 }, (_, at) => at),
      ...Array.from({ length: 0x100 }, (_, at) => at + 0x1e00),
    ]
      .map((code) => String.fromCharCode(code))
      .filter((sign) => /\p{Script=Latin}/u.test(sign));
    // Clicks and tone letters of phonetics, and what no keyboard has a plain letter for.
    const left = new Set('ƅƍƨƪƹƻƽƾǀǁǂǃȸȹƄƧƸƼỻỽỺỼ');
    for (const letter of letters.filter((one) => !left.has(one))) {
      expect(fold(letter), letter).toMatch(/^[a-z]*$/);
      expect(fold(letter.toLowerCase()), letter).toBe(fold(letter));
    }
  });

  test('any text: folded twice is folded once, in any normal form, single spaces, no ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const once = fold(text);
        expect(fold(once)).toBe(once);
        expect(fold(text.normalize('NFD'))).toBe(once);
        expect(fold(text.normalize('NFC'))).toBe(once);
        expect(once).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u);
      }),
      { seed, numRuns: 3000 },
    );
  });

  test('a million names take well under the time a start may cost', () => {
    const name = 'Nguyễn Thị Đặng Hoàng Yến';
    const before = performance.now();
    let letters = 0;
    for (let round = 0; round < 100_000; round += 1) letters += fold(name).length;
    expect(letters).toBe(100_000 * 'nguyen thi dang hoang yen'.length);
    expect(performance.now() - before).toBeLessThan(1500);
  });
});

describe('names', () => {
  test('tidyName composes, trims and keeps the letters', () => {
    expect(tidyName('  Trần \t Thị\u00a0 Bé '.normalize('NFD'))).toBe('Trần Thị Bé');
    expect(tidyName('lê VĂN tám')).toBe('lê VĂN tám');
    expect(nfc('e\u0302\u0323')).toBe('ệ');
  });

  test('every letter of the alphabet may stand in a name; foreign ones may not', () => {
    for (const [letter] of alphabet) {
      expect(isNameLetter(letter.normalize('NFC')), letter).toBe(true);
      expect(isNameLetter(letter.normalize('NFC').toUpperCase()), letter).toBe(true);
    }
    for (const letter of [...'ÄÆÅÐßŠœ廙ﾡ?º»1 ', '\ufffd']) expect(isNameLetter(letter), letter).toBe(false);
    for (const letter of 'čĕĭñŏŭƀ') expect(isNameLetter(letter), letter).toBe(true);
  });

  test.each([
    ['Đăng ký khai sinh', 'dkks'],
    ['Cấp bản sao từ sổ gốc', 'cbstsg'],
    ['', ''],
  ])('initials of %j: %j', (text, expected) => {
    expect(initials(text)).toBe(expected);
  });
});

describe('one slip of the fingers', () => {
  test.each([
    ['khai', 'khai', true],
    ['khai', 'kai', true],
    ['khai', 'khaii', true],
    ['khai', 'khoi', true],
    ['khai', 'kahi', true],
    ['khai', 'kiah', false],
    ['khai', 'khaaii', false],
    ['khai', 'koii', false],
    ['', 'a', true],
    ['', 'ab', false],
    ['ab', 'ba', true],
    ['abcd', 'badc', false],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(editDistanceAtMostOne(a, b)).toBe(expected);
    expect(editDistanceAtMostOne(b, a)).toBe(expected);
  });

  test('agrees with the full table of distances', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistanceAtMostOne(a, b)).toBe(fullDistance(a, b) <= 1);
      }),
      { seed, numRuns: 5000 },
    );
  });
});

/** Optimal string alignment, the slow way. */
function fullDistance(a: string, b: string): number {
  const rows: number[][] = [];
  for (let i = 0; i <= a.length; i += 1) {
    rows.push([]);
    for (let j = 0; j <= b.length; j += 1) {
      const at = (x: number, y: number) => rows[x]?.[y] ?? Infinity;
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = i === 0 && j === 0 ? 0 : Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1);
      rows[i]?.push(best);
    }
  }
  return rows[a.length]?.[b.length] ?? Infinity;
}
