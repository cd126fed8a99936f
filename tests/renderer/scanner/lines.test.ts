import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endLine, feedLine, noLine, readLine } from '../../../renderer/scanner/lines.ts';

const card = '079190001234||Nguyễn Thị Đặng Ánh|04031990|Nữ|12 Lê Lợi, Phường Cát Lái|02072024';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The texts of a stream that comes in pieces of these lengths. */
function linesOf(bytes: Uint8Array, pieces: readonly number[]): string[] {
  let state = noLine;
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let index = 0; from < bytes.length; index += 1) {
    const length = pieces[index % pieces.length] ?? 1;
    const fed = feedLine(state, bytes.subarray(from, from + length), index);
    ({ state } = fed);
    lines.push(...fed.lines);
    from += length;
  }
  const rest = endLine(state);
  return [...lines, ...(rest === null ? [] : [rest])].map((line) => new TextDecoder().decode(line));
}

describe('a scan ends with CR, LF, ETX or a pause', () => {
  test.each(['\r', '\n', '\r\n', '\u0003', '\u0003\r\n', ''])('%j', (ending) => {
    expect(linesOf(bytesOf(`${card}${ending}`), [7])).toEqual([card]);
  });

  test('letters cut in two by the line come whole, however the bytes arrive', () => {
    const text = fc.array(fc.constantFrom(card, 'H29.175-261123-0042', '079190001234'), { minLength: 1, maxLength: 4 });
    const pieces = fc.array(fc.integer({ min: 1, max: 64 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(text, pieces, (texts, lengths) => {
        expect(linesOf(bytesOf(texts.map((one) => `${one}\r\n`).join('')), lengths)).toEqual(texts);
      }),
      { seed: 2026, numRuns: 200 },
    );
  });
});

test.each<[string, Uint8Array, string]>([
  ['a card in UTF-8', bytesOf(card), 'text'],
  ['a card with STX and GS', bytesOf(`\u0002${card.replaceAll('|', '\u001d')}`), 'text'],
  [
    'a card in another alphabet',
    Uint8Array.from(card, (letter) => (letter.codePointAt(0) ?? 0) % 256 || 0x3f),
    'wrong-letters',
  ],
  ['noise of a wrong speed', Uint8Array.of(0xf8, 0x80, 0x00, 0xfe, 0x86, 0x00, 0x78, 0x98, 0xe6), 'wrong-speed'],
  ['noise that happens to be UTF-8', Uint8Array.of(0, 6, 0x18, 0, 0x60, 0, 1, 0, 0x66), 'wrong-speed'],
])('%s is %s', (_what, bytes, kind) => {
  expect(readLine(bytes).kind).toBe(kind);
});
