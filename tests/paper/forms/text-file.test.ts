import fc from 'fast-check';
import { expect, test } from 'vitest';
import { windows1258 } from '../../support/papers/old-encodings.ts';
import { encodingReasons, readTextFile } from '../../../electron/paper/forms/text-file.ts';

const seed = 20261130;
const sample = '{"name":"Tết Âm lịch","note":"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}';
const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(little ? bytes : bytes.swap16());
}

test('UTF-8 and UTF-16, with their mark and without, are the same text', () => {
  for (const bytes of [
    utf8(sample),
    utf8(`\ufeff${sample}`),
    utf16(sample, true),
    utf16(`\ufeff${sample}`, true),
    utf16(sample, false),
    utf16(`\ufeff${sample}`, false),
  ])
    expect(readTextFile(bytes)).toEqual({ text: sample });
});

test('windows-1258 and TCVN3 are refused by name', () => {
  expect(readTextFile(windows1258(sample))).toEqual({ refused: 'windows-1258' });
  expect(readTextFile(Buffer.from('{"name":"TrÇn V¨n ¸nh, §Æng ThÞ H­¬ng, Nguyªn ®¸n"}', 'latin1'))).toEqual({
    refused: 'tcvn3',
  });
  expect(readTextFile(utf8('{"name":"T\ufffdt"}'))).toEqual({ refused: 'other' });
  for (const { vi, en } of Object.values(encodingReasons)) expect(vi).not.toBe(en);
});

test('any text in windows-1258 that holds a tone is never taken for another text', () => {
  const word = fc.constantFrom('Tết', 'lịch', 'Hồ', 'Chí', 'Quốc', 'khánh', 'Giỗ', 'Tổ', 'phường', 'CỘNG', 'HÒA');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
      expect(readTextFile(windows1258(JSON.stringify({ words })))).toHaveProperty('refused');
    }),
    { seed, numRuns: 500 },
  );
});
