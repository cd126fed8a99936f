import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonicalIdNumber,
  hasCheckDigit,
  keptIdNumbers,
} from '../../../../electron/contract/common/person/id-form.ts';
import { findNameFlaw, isCaseTurned, turnCase } from '../../../../electron/contract/common/person/name-check.ts';
import { Person } from '../../../../electron/contract/common/person/person.ts';

const seed = 20261130;

function issueOf(change: object): string | null {
  const parsed = Person.safeParse({ kind: 'citizen', fullName: 'TRẦN THỊ BÉ', idNumber: '079199000001', ...change });
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? '');
}

/** Names as their bearers write them: the peoples of the highlands, and citizens of other countries. */
const lawful = [
  'Nguyễn Thị Hồng Yến',
  'ĐẶNG ĐỨC HÀ',
  'Trần Ý Nhã',
  'LÃ MÃ BÁ',
  'Đỗ Ước',
  'Hoà Giòng Quì',
  'Ngoéo Khoèo',
  'Huơ Oanh',
  'Y ƀlơ̆ Ê̆ban',
  'HʼHEN NIÊ',
  'Y BLŬS',
  "Y WIN H'WING",
  'H’Wer Kbuôr',
  'KSOR ĐÔ̆NG',
  'Rơ Châm Sŏ̂n',
  "K'Brêh",
  'Hʹ Lưm',
  'HˈRin',
  'Leão Simões Magalhães João',
  'François Müller',
  'Søren Ægir Þór',
  'Noël Zaïre Raúl',
  'Łukasz Żółć',
  'Weiß Größe',
  'ƏLİYEV',
  'Ħal Għaxaq',
  'Saâd Maâmar',
  'Иванов Пётр',
  'Παπαδόπουλος',
  'Krlč',
  'Aäron de Vries',
  'Isaäc',
  'María DeÁngelis',
  'Aårøe',
  'Jõeäär',
  'Röøs',
  'Giàng Seò Chứ',
  'Tẩn Laò Tả',
  'Lò Thị Phiòng',
  'Loïc Martin',
  'Loïc Tran',
  'Benoît Naïma',
  'Muñoz Peña',
  'Håkon Lång',
  'Bjørn Åse',
  'LÃ\u00a0VĂN BÌNH',
  'Niê Mlô',
  'Bích Hoà',
  'McÉwen',
  'd’ARTAGNAN',
  'O´Brien',
  'Niccolò',
  'Ng',
  'NGƯỜI THỨ 2',
  'A',
];

describe('names', () => {
  test.each(lawful)('%s is a name', (name) => {
    for (const form of ['NFC', 'NFD'] as const) {
      expect(findNameFlaw(name.normalize(form))).toBeNull();
      expect(issueOf({ fullName: name.normalize(form) })).toBeNull();
    }
  });

  test.each(['123 !!', '--', '…', '2', "'"])('%j is no name', (name) => {
    expect(issueOf({ fullName: name })).toBe('name-needed');
  });

  test('signs that show nothing are no name, and change no name', () => {
    const sign = fc.constantFrom(
      '\u200b',
      '\u2060',
      '\u3164',
      '\u00ad',
      '\ufeff',
      '\u034f',
      '\u115f',
      '\u2800',
      '\ufe0f',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 6 }), fc.nat(10), (signs, at) => {
        const nothing = signs.join('');
        expect(issueOf({ fullName: nothing })).not.toBeNull();
        const hidden = nothing.replaceAll(' ', '');
        const name = 'TRẦN THỊ BÉ';
        const parsed = Person.parse({
          kind: 'citizen',
          idNumber: '079199000001',
          fullName: name.slice(0, at) + hidden + name.slice(at),
        });
        expect(parsed.fullName).toBe(name);
      }),
      { seed, numRuns: 1000 },
    );
  });

  test.each([
    'Nguy?n V?n A',
    'TrÇn ThÞ BÐ',
    'NguyÔn V¨n ¸nh',
    'Lª Lîi',
    '§oµn',
    'Nguyeãn Vaên A',
    'Leâ Thò Hoàng',
    'Traàn',
    'TRAÀN',
    'Laâm',
    'Nguyá»…n',
    'Tráº§n',
    'LÃª',
    'TrâÌn ThiÒ Beì',
    'Nguy&#7877;n',
    'Nguy%E1%BB%85n',
    'Nguy\\u1ec5n',
    'TrÀn',
    'NguyÍn',
    'PHAÏM THÒ HOA',
    'VUÕ THÒ LAN',
    'DÖÔNG THÒ MYÕ',
    'Tröông Thò Lan',
    'Phan ThÕ Anh',
    'Nguy™n Lan',
    'Traˆn Lan',
    'Ho\u00c3\u00a0ng',
    'Hồ Ho\u00c3\u00a0ng',
    'H\u00adng Thµnh',
    'Trýõng Vãn Nam',
    'NguyêÞn Thiò Hoa',
  ])('%s is damaged', (name) => {
    expect(issueOf({ fullName: name })).toBe('name-damaged');
  });

  test('UTF-8 read as Latin is seen in every name whose letters are not of ASCII', () => {
    const syllable = fc.constantFrom(
      'Nguyễn',
      'Trần',
      'Lê',
      'Phạm',
      'Hoàng',
      'Đặng',
      'Bùi',
      'Đỗ',
      'Hồ',
      'Ngô',
      'Dương',
      'Lý',
      'Thị',
      'Văn',
      'Hữu',
    );
    fc.assert(
      fc.property(
        fc.array(syllable, { minLength: 2, maxLength: 4 }),
        fc.constantFrom('latin1', 'windows-1252'),
        (words, encoding) => {
          const bytes = new TextEncoder().encode(words.join(' '));
          const read = encoding === 'latin1' ? String.fromCharCode(...bytes) : new TextDecoder(encoding).decode(bytes);
          expect(findNameFlaw(read)).not.toBeNull();
          expect(findNameFlaw(words.join(' '))).toBeNull();
        },
      ),
      { seed, numRuns: 1000 },
    );
  });

  test('a letter that no face has is refused by name', () => {
    expect(issueOf({ fullName: '陳大文' })).toBe('letter-undrawn:陳');
    expect(issueOf({ fullName: 'អ៊ុំ សុខា' })).toBe('letter-undrawn:អ');
    expect(issueOf({ fullName: 'Trần 😀' })).toBe('letter-undrawn:😀');
    expect(issueOf({ address: '12 長安' })).toBe('letter-undrawn:長');
    expect(issueOf({ fullName: 'Tr\ufffdn' })).toBe('letters-lost');
  });

  test('what Caps Lock turned is put right by turning it back', () => {
    const words = fc.array(fc.constantFrom('Trần', 'Thị', 'Bé', 'Lê', 'Lợi', 'Phường', 'Nguyễn', 'Ước'), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(words, (name) => {
        const text = name.join(' ');
        const turned = [...text]
          .map((sign) => (sign === sign.toLowerCase() ? sign.toUpperCase() : sign.toLowerCase()))
          .join('');
        expect(isCaseTurned(turned)).toBe(true);
        expect(isCaseTurned(text) || isCaseTurned(text.toUpperCase())).toBe(false);
        expect(turnCase(turned)).toBe(text);
      }),
      { seed, numRuns: 500 },
    );
    expect(issueOf({ fullName: 'lÊ lỢI' })).toBe('name-case');
    expect(issueOf({ kind: 'business', idNumber: '0300000000', fullName: 'iPHONE' })).toBeNull();
  });
});

describe('numbers', () => {
  test.each([
    ['0399999999-001', '0399999999-001'],
    ['0399999999001', '0399999999-001'],
    ['0399999999 001', '0399999999-001'],
    ['0399999999–001', '0399999999-001'],
    ['079 190 001 234', '079190001234'],
    ['ab-1234567', 'AB1234567'],
    ['b1234567', 'B1234567'],
  ])('%s is %s', (typed, kept) => {
    expect(canonicalIdNumber(typed)).toBe(kept);
    expect(canonicalIdNumber(kept)).toBe(kept);
    expect(keptIdNumbers(typed)).toContain(typed);
  });

  test.each([
    ['079 190 000 000', '079190000000'],
    ['079.190.000.000', '079190000000'],
    ['079-190-000-000', '079190000000'],
    ['079‑190–000—000', '079190000000'],
    ['0791 9000 1234', '079190001234'],
    ['079190 001234', '079190001234'],
    ['079 190 001234', '079190001234'],
    ['079190-001234', '079190001234'],
    ['079 190001234', '079190001234'],
    ['0 7 9 1 9 0 0 0 1 2 3 4', '079190001234'],
    ['123 456 789', '123456789'],
    ['123.456.789', '123456789'],
    ['usa 12345678', 'USA12345678'],
    ['03 9999 9999', '0399999999'],
  ])('%s is grouped, and is %s', (typed, kept) => {
    expect(canonicalIdNumber(typed)).toBe(kept);
    expect(canonicalIdNumber(kept)).toBe(kept);
  });

  test.each([
    ['citizen', '79190000000.0', 'id-decimal'],
    ['citizen', '7919000000.00', 'id-decimal'],
    ['citizen', '790000000.000', 'id-decimal'],
    ['citizen', '12345678.0', 'id-decimal'],
    ['business', '399999999.0', 'id-decimal'],
    ['business', '0399999999-01', 'id-number'],
    ['business', '0399999999 01', 'id-number'],
    ['business', '0399999999.01', 'id-decimal'],
    ['citizen', '0399999999-01', 'id-tax-code'],
    ['citizen', '0399999999-001', 'id-tax-code'],
    ['citizen', '0399999999 001', 'id-tax-code'],
    ['citizen', '039999999-001', 'id-number'],
    ['citizen', '039999999 001', 'id-number'],
    ['household-business', '039999999-001', 'id-number'],
    ['citizen', '07919000123-4', 'id-number'],
    ['citizen', '7.9190000000e10', 'id-number'],
    ['citizen', 'B1234567.0', 'id-number'],
  ])('%s %s is nobody’s number, and none is made of it: %s', (kind, idNumber, expected) => {
    expect(issueOf({ kind, idNumber })).toBe(expected);
  });

  test('no number of a person is made of digits that another sign parts than groups do', () => {
    const digits = (least: number, most: number) =>
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: least, maxLength: most });
    const sign = fc.constantFrom('.', '-', '–', ' - ');
    fc.assert(
      fc.property(digits(7, 11), sign, digits(1, 3), (number, between, tail) => {
        const branch = number.length === 10 && tail.length === 3;
        const kept = canonicalIdNumber(number + between + tail);
        if (branch) expect(kept).toBe(`${number}-${tail}`);
        else expect(kept).not.toMatch(/^\d+$/);
      }),
      { seed, numRuns: 1000 },
    );
    fc.assert(
      fc.property(
        digits(12, 12),
        fc.constantFrom(2, 3, 4, 6),
        fc.constantFrom(' ', '.', '-', '–'),
        (number, size, between) => {
          const groups = number.match(new RegExp(`\\d{${size}}`, 'g')) ?? [];
          expect(canonicalIdNumber(groups.join(between))).toBe(number);
        },
      ),
      { seed, numRuns: 500 },
    );
  });

  test.each([
    ['citizen', '12345678', 'passport-digits'],
    ['citizen', 'USA12345678', null],
    ['citizen', 'b1234567', null],
    ['citizen', 'AB-1234567', null],
    ['citizen', '123456789', null],
    ['citizen', '07919000123', 'id-number'],
    ['business', '1054321', 'budget-code'],
    ['business', '0399999999-001', null],
    ['business', '039999999', 'id-number'],
    ['household-business', '079190001234', null],
  ])('%s %s: %s', (kind, idNumber, expected) => {
    expect(issueOf({ kind, idNumber })).toBe(expected);
  });

  /** Codes of agencies and companies that are published on their own papers, and one digit of each changed. */
  test('the tenth digit of a tax code answers for the nine before it', () => {
    for (const code of ['0100112437', '0300588569', '0100109106', '0300000000', '0399999999']) {
      expect(hasCheckDigit(code), code).toBe(true);
      for (let at = 0; at < 10; at += 1) {
        const other = code.slice(0, at) + ((Number(code[at]) + 1) % 10) + code.slice(at + 1);
        expect(hasCheckDigit(other), other).toBe(false);
      }
    }
    expect(hasCheckDigit('079190001234')).toBe(true);
  });

  test.each(['0001-01-01', '9999-12-31', '1849-12-31', '2100-01-01', '0001', '9999'])(
    'a birth of %s is none',
    (dateOfBirth) => {
      expect(issueOf({ dateOfBirth })).not.toBeNull();
    },
  );

  test.each(['1950', '1950-05', '1950-05-01', '1899', '2026-11-29', '1850'])('a birth of %s may be', (dateOfBirth) => {
    expect(issueOf({ dateOfBirth })).toBeNull();
  });
});
