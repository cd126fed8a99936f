import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCaseNumber } from '../../../electron/domain/base/numbering.ts';
import { cleanLine, cleanScan } from '../../../electron/domain/base/scan-text.ts';
import { readCard } from '../../../electron/domain/common/person/citizen-card.ts';
import { parseSearch } from '../../../electron/domain/counter/search/query.ts';

const seed = 20261130;
const card = '079199000001||Trần Thị Bé|05091999|Nữ|12 Lê Lợi, Phường Bến Thành, TP. Hồ Chí Minh|02072025';
const texts = [card, '079199000001', 'H29.999-261123-0042', '000.00.16.H29-261123-0042', 'Q3-261123-0042'] as const;

/** What stands before a text by the makers' manuals and ISO/IEC 15424; each may be set on by itself. */
const before = [
  '\u0002',
  '\u0001',
  '\u001d',
  '\ufeff',
  ']Q1',
  ']q1',
  ']Q3',
  ']C1',
  ']A0',
  ']d2',
  ']Q2\\000026',
  '\\000026',
  'Q',
  's',
  '~',
  '\t',
  ' ',
  '\u0000',
  '<STX>',
  '\u2402',
];
const after = ['\r', '\n', '\r\n', '\t', '\u0003', '\u0004', '\u001e\u0004', ' ', '<ETX>', '\u0000'];

describe('what scanners put around a text', () => {
  test.each(texts)('%s comes through each mark alone', (text) => {
    for (const mark of before) for (const end of ['', ...after]) expect(cleanScan(mark + text + end)).toBe(text);
  });

  test('one mark of each kind, in their order, and any control characters around', () => {
    const frame = fc.array(fc.constantFrom('\u0002', '\u0001', '\u001d', '\ufeff', '\u0000', '\t'), { maxLength: 3 });
    const identifier = fc.constantFrom('', ']Q1', ']C1', ']A0', ']X0', '~', 's', 'Q');
    const encoding = fc.constantFrom('', '\\000026', '\\000003', '\\000020');
    const end = fc.array(fc.constantFrom(...after), { maxLength: 3 });
    fc.assert(
      fc.property(frame, identifier, encoding, fc.constantFrom(...texts), end, (frames, id, eci, text, ends) => {
        expect(cleanScan(frames.join('') + id + eci + text + ends.join(''))).toBe(text);
      }),
      { seed, numRuns: 3000 },
    );
  });

  test('stars of Code 39, with and without identifiers', () => {
    for (const mark of ['', ']A0', '\u0002', 'b'])
      for (const text of texts.slice(1)) expect(cleanScan(`${mark}*${text}*\r`)).toBe(text);
  });

  test('up to four signs that a scanner is set to send, before or behind', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'%@#!*$^&;'), maxLength: 4 });
    const whole = fc.constantFrom(...texts.filter((text) => text !== '079199000001'));
    fc.assert(
      fc.property(signs, signs, whole, (front, back, text) => {
        expect(cleanScan(front + text + back)).toBe(text);
      }),
      { seed, numRuns: 500 },
    );
  });

  test('control characters inside a number go, inside a card they may part the fields', () => {
    expect(cleanLine('H29.999\u001d-261123-\u00000042\r')).toBe('H29.999-261123-0042');
    expect(cleanScan(card.replaceAll('|', '\u001d'))).toContain('\u001d');
  });

  test('cleaning twice is cleaning once', () => {
    const piece = fc.oneof(fc.constantFrom(...before, ...after, ...texts, '*'), fc.string());
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const once = cleanScan(pieces.join(''));
        expect(cleanScan(once)).toBe(once);
        expect(cleanLine(cleanLine(once))).toBe(cleanLine(once));
      }),
      { seed, numRuns: 3000 },
    );
  });
});

test.each([
  'Trần Thị Bé',
  'Q',
  'B1234567',
  'K12345678',
  'GD4790123456789|4e677579|01/01/1990|1|5450|79-034|01/01/2026|-|$',
  '0312345678-001',
  'cong ty 27a',
  '42 23/11/26',
  'EA123456789VN',
  'q3-261123-0042',
  'h29.999 – 261123 – 0042',
  '12*3',
])('%s, as a hand types it, is left as it is', (typed) => {
  expect(cleanScan(typed)).toBe(typed);
});

/** A backslash may be what became of the bars: '\\05091999' is a birth and no encoding. */
test('a birth behind a backslash is kept', () => {
  const scan = card.replace('05091999', '00001999').replaceAll('|', '\\');
  expect(readCard(scan)).toMatchObject({ fullName: 'Trần Thị Bé', dateOfBirth: '1999' });
});

test('what is read as a card is found by search, and what is a number is that number at every place', () => {
  for (const mark of before) {
    expect(readCard(mark + card), JSON.stringify(mark)).toEqual(readCard(card));
    expect(parseSearch(mark + card)).toEqual(parseSearch('079199000001'));
    expect(parseSearch(mark + card.replaceAll('|', '~'))).toEqual(parseSearch('079199000001'));
    for (const number of texts.slice(2)) {
      expect(parseCaseNumber(mark + number)).toEqual(parseCaseNumber(number));
      expect(parseSearch(`${mark}${number}\r`)).toEqual(parseSearch(number));
    }
  }
});
