import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSearch } from '../../../../electron/domain/counter/search/query.ts';

const nothing = { words: [], tokens: [], digits: '', idNumbers: [], numbers: [], serial: undefined };

describe('what was typed is taken apart', () => {
  test.each([
    ['a name without marks', 'nguyen anh', { words: ['nguyen', 'anh'] }],
    ['marks and đ go, composed or not', 'Đặng  Đức'.normalize('NFD'), { words: ['dang', 'duc'] }],
    ['a word typed twice counts twice', 'Lê Lê', { words: ['le', 'le'] }],
    ['a name and last digits', 'anh 1234', { words: ['anh'], digits: '1234', serial: 1234 }],
    ['two digits are no end of an id', '42', { words: [], digits: '', serial: 42 }],
    ['a serial with its noughts', '0042', { digits: '0042', serial: 42 }],
    ['noughts alone are no serial', '000', { digits: '000', serial: undefined }],
    ['a phone in groups', '0901 234 567', { digits: '0901234567', idNumbers: ['0901234567'], serial: undefined }],
    ['a phone with the code of the country', '+84 901.234.567', { digits: '84901234567', serial: undefined }],
    ['a whole id in groups', '079 190 001 234', { digits: '079190001234', idNumbers: ['079190001234'] }],
    ['a passport', 'b1234567', { words: [], digits: '', idNumbers: ['B1234567'] }],
    ['a branch of a company', '0312345678001', { idNumbers: ['0312345678001', '0312345678-001'] }],
    ['a company with a number in its name', 'cong ty 27a', { words: ['cong', 'ty', '27a'] }],
    [
      'a long company, what is asked of it, and the end of its number',
      'cong ty tnhh mot thanh vien thuong mai dich vu xuat nhap khau phu thien da tra 7652',
      { digits: '7652', tokens: expect.arrayContaining(['phu', 'thien', 'da', 'tra', '7652']) },
    ],
  ])('%s', (_, typed, expected) => {
    expect(parseSearch(typed)).toMatchObject(expected);
  });

  test('a citizen card scanned into the box is its id number', () => {
    const card = '079190001234|281234567|Nguyễn Thị Ánh|01021990|Nữ|Phường Sài Gòn, TP.HCM|05052021';
    expect(parseSearch(card)).toMatchObject({ words: [], digits: '079190001234', idNumbers: ['079190001234'] });
  });

  test.each(['', '   ', '"', '*', '%_', '-- ;', '«»', '\u0000', '🙂'])('%j says nothing', (typed) => {
    expect(parseSearch(typed)).toEqual(nothing);
  });

  test('a paste by accident stays small', () => {
    const { words, tokens } = parseSearch('tran '.repeat(2000));
    expect([words.length, tokens.length]).toEqual([24, 24]);
  });
});

describe('case numbers in any form', () => {
  const wanted = [{ date: '2026-11-23', serial: 42 }];

  test.each([
    'H29.999-261123-0042',
    'h29.999-261123-0042',
    ' H29.999 – 261123 – 0042 ',
    'H29.999-261123-42',
    'H29.999-20261123-0000042',
    'Q3-261123-0042',
    'h29.9992611230042',
    'h29.999 261123 0042',
    'https://example.test/?ma=H29.999-261123-0042&x=1',
  ])('%s is one case and nothing else', (typed) => {
    expect(parseSearch(typed)).toEqual({ ...nothing, numbers: wanted });
  });

  test.each([
    '261123-0042',
    '261123 42',
    '2611230042',
    '42 261123',
    '23/11/26 42',
    '42 23/11/2026',
    '231126 0042',
    '20261123 42',
  ])('%s may be that case', (typed) => {
    expect(parseSearch(typed).numbers).toContainEqual(wanted[0]);
  });

  test.each(['H29.999-261323-0042', 'H29.999-261123-0000', '310299 42', '42 42', '1 2 3'])('%s is no case', (typed) => {
    expect(parseSearch(typed).numbers).toEqual([]);
  });

  test('a serial of six digits, as the national portal gives', () => {
    expect(parseSearch('g22.99.08260921896048').numbers).toContainEqual({ date: '2026-09-21', serial: 896_048 });
  });
});

test('nothing that can be typed throws, and words hold letters and digits only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
      for (const token of parseSearch(typed).tokens) expect(token).toMatch(/^[\p{L}\p{N}]+$/u);
    }),
    { seed: 20_261_122, numRuns: 100 },
  );
});
