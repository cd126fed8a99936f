import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountInWords, formatDong, largestAmountInWords } from '../../../electron/domain/base/dong.ts';

const seed = 20261122;

describe('formatDong', () => {
  test.each([
    [0, '0 đ'],
    [7, '7 đ'],
    [999, '999 đ'],
    [1_000, '1.000 đ'],
    [8_000, '8.000 đ'],
    [200_000, '200.000 đ'],
    [1_250_000, '1.250.000 đ'],
    [999_999_999_999, '999.999.999.999 đ'],
    [-30_000, '-30.000 đ'],
  ])('%i -> %s', (amount, expected) => {
    expect(formatDong(amount)).toBe(expected);
  });

  test.each([0.5, Number.NaN, Infinity, 2 ** 53])('%d is not whole đồng', (amount) => {
    expect(() => formatDong(amount)).toThrow(RangeError);
  });
});

const examples: [number, string][] = [
  [0, 'Không đồng'],
  [1, 'Một đồng'],
  [4, 'Bốn đồng'],
  [5, 'Năm đồng'],
  [10, 'Mười đồng'],
  [11, 'Mười một đồng'],
  [14, 'Mười bốn đồng'],
  [15, 'Mười lăm đồng'],
  [19, 'Mười chín đồng'],
  [20, 'Hai mươi đồng'],
  [21, 'Hai mươi mốt đồng'],
  [24, 'Hai mươi tư đồng'],
  [25, 'Hai mươi lăm đồng'],
  [31, 'Ba mươi mốt đồng'],
  [44, 'Bốn mươi tư đồng'],
  [55, 'Năm mươi lăm đồng'],
  [90, 'Chín mươi đồng'],
  [91, 'Chín mươi mốt đồng'],
  [99, 'Chín mươi chín đồng'],
  [100, 'Một trăm đồng'],
  [101, 'Một trăm lẻ một đồng'],
  [104, 'Một trăm lẻ bốn đồng'],
  [105, 'Một trăm lẻ năm đồng'],
  [110, 'Một trăm mười đồng'],
  [111, 'Một trăm mười một đồng'],
  [115, 'Một trăm mười lăm đồng'],
  [121, 'Một trăm hai mươi mốt đồng'],
  [500, 'Năm trăm đồng'],
  [555, 'Năm trăm năm mươi lăm đồng'],
  [999, 'Chín trăm chín mươi chín đồng'],
  [1_000, 'Một nghìn đồng'],
  [1_001, 'Một nghìn không trăm lẻ một đồng'],
  [1_010, 'Một nghìn không trăm mười đồng'],
  [1_015, 'Một nghìn không trăm mười lăm đồng'],
  [1_100, 'Một nghìn một trăm đồng'],
  [2_000, 'Hai nghìn đồng'],
  [4_000, 'Bốn nghìn đồng'],
  [5_500, 'Năm nghìn năm trăm đồng'],
  [8_000, 'Tám nghìn đồng'],
  [10_000, 'Mười nghìn đồng'],
  [14_000, 'Mười bốn nghìn đồng'],
  [15_000, 'Mười lăm nghìn đồng'],
  [21_000, 'Hai mươi mốt nghìn đồng'],
  [24_000, 'Hai mươi tư nghìn đồng'],
  [25_000, 'Hai mươi lăm nghìn đồng'],
  [30_000, 'Ba mươi nghìn đồng'],
  [50_000, 'Năm mươi nghìn đồng'],
  [100_000, 'Một trăm nghìn đồng'],
  [104_000, 'Một trăm lẻ bốn nghìn đồng'],
  [105_005, 'Một trăm lẻ năm nghìn không trăm lẻ năm đồng'],
  [200_000, 'Hai trăm nghìn đồng'],
  [400_000, 'Bốn trăm nghìn đồng'],
  [1_000_000, 'Một triệu đồng'],
  [1_000_001, 'Một triệu không trăm lẻ một đồng'],
  [1_000_010, 'Một triệu không trăm mười đồng'],
  [1_005_000, 'Một triệu không trăm lẻ năm nghìn đồng'],
  [1_050_000, 'Một triệu không trăm năm mươi nghìn đồng'],
  [1_250_000, 'Một triệu hai trăm năm mươi nghìn đồng'],
  [1_500_000, 'Một triệu năm trăm nghìn đồng'],
  [10_000_000, 'Mười triệu đồng'],
  [21_021_021, 'Hai mươi mốt triệu không trăm hai mươi mốt nghìn không trăm hai mươi mốt đồng'],
  [100_000_000, 'Một trăm triệu đồng'],
  [105_000_000, 'Một trăm lẻ năm triệu đồng'],
  [1_000_000_000, 'Một tỷ đồng'],
  [1_000_000_005, 'Một tỷ không trăm lẻ năm đồng'],
  [1_000_005_000, 'Một tỷ không trăm lẻ năm nghìn đồng'],
  [1_005_000_000, 'Một tỷ không trăm lẻ năm triệu đồng'],
  [1_234_567_890, 'Một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi đồng'],
  [15_000_000_000, 'Mười lăm tỷ đồng'],
  [101_010_101_010, 'Một trăm lẻ một tỷ không trăm mười triệu một trăm lẻ một nghìn không trăm mười đồng'],
  [500_000_000_000, 'Năm trăm tỷ đồng'],
  [
    999_999_999_999,
    'Chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín đồng',
  ],
];

describe('amountInWords', () => {
  test.each(examples)('%i', (amount, expected) => {
    expect(amountInWords(amount)).toBe(expected);
    expect(expected.normalize('NFC')).toBe(expected);
  });

  test('sixty worked examples at least', () => {
    expect(new Set(examples.map(([amount]) => amount)).size).toBeGreaterThanOrEqual(60);
  });

  test('read back by another hand, every amount is itself', () => {
    const anyAmount = fc.oneof(
      fc.integer({ min: 0, max: largestAmountInWords }),
      fc.integer({ min: 0, max: 9_999_999 }),
      fc
        .array(fc.constantFrom(0, 1, 4, 5, 9), { minLength: 1, maxLength: 12 })
        .map((digits) => Number(digits.join(''))),
    );
    fc.assert(
      fc.property(anyAmount, (amount) => {
        const words = amountInWords(amount);
        expect(readBack(words), words).toBe(amount);
        expect(words).not.toMatch(/ {2}|^ | $/);
      }),
      { seed, numRuns: 20_000 },
    );
  });

  test.each([-1, 0.5, largestAmountInWords + 1, Number.NaN])('%d has no words', (amount) => {
    expect(() => amountInWords(amount)).toThrow(RangeError);
  });
});

/** Word by word, knowing nothing of how the words were made; refuses what a Vietnamese reader would refuse. */
function readBack(text: string): number {
  expect(text.charAt(0)).toBe(text.charAt(0).toUpperCase());
  const words = text.toLowerCase().split(' ');
  expect(words.pop()).toBe('đồng');
  const digits = new Map('không một hai ba bốn năm sáu bảy tám chín'.split(' ').map((word, digit) => [word, digit]));
  const afterTens = new Map([
    ['mốt', 1],
    ['tư', 4],
    ['lăm', 5],
  ]);
  const scales = new Map([
    ['nghìn', 1e3],
    ['triệu', 1e6],
    ['tỷ', 1e9],
  ]);
  let total = 0;
  let triad = 0;
  let digit = 0;
  for (const word of words) {
    if (digits.has(word)) digit = digits.get(word) ?? NaN;
    else if (afterTens.has(word)) digit = afterTens.get(word) ?? NaN;
    else if (word === 'trăm') [triad, digit] = [digit * 100, 0];
    else if (word === 'mươi') [triad, digit] = [triad + digit * 10, 0];
    else if (word === 'mười') triad += 10;
    else if (word === 'lẻ') digit = 0;
    else if (scales.has(word)) [total, triad, digit] = [total + (triad + digit) * (scales.get(word) ?? NaN), 0, 0];
    else throw new Error(`unknown word ${word}`);
  }
  return total + triad + digit;
}
