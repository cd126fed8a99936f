import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDelimited } from '../../../../electron/domain/catalogue/lists/delimited.ts';

describe('text with separators', () => {
  test.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a;b\r\nc;d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\tb', [['a', 'b']]],
    [
      'a|b\nc|d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['\ufeffa,b', [['a', 'b']]],
    ['"a,""b""\nc",d', [['a,"b"\nc', 'd']]],
    [
      '1.000,5;b\n2.000,5;c',
      [
        ['1.000,5', 'b'],
        ['2.000,5', 'c'],
      ],
    ],
    [
      'a,,\n,b,',
      [
        ['a', '', ''],
        ['', 'b', ''],
      ],
    ],
    ['sep=;\na;b', [['sep=;'], ['a', 'b']]],
    ['a\rb', [['a'], ['b']]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(readDelimited(text)).toEqual(rows);
  });

  test('what a spreadsheet writes is read back, whatever stands in its cells', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'a1đ ,;\t"\n'), maxLength: 6 });
    fc.assert(
      fc.property(
        fc.constantFrom(',', ';', '\t'),
        fc.array(fc.tuple(cell, cell, cell), { minLength: 3, maxLength: 6 }),
        (separator, rows) => {
          const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(separator)).join('\n');
          expect(readDelimited(`${`"x"${separator}"y"${separator}"z"\n`.repeat(40)}${text}`).slice(40)).toEqual(rows);
        },
      ),
      { seed: 5, numRuns: 200 },
    );
  });
});
