import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkIdNumber,
  idProvinces,
  isIdNumber,
  isLater,
  maskIdNumber,
  readIdNumber,
} from '../../../../electron/domain/common/person/id-number.ts';

const seed = 20261122;
const codes = (id: string, stated = {}) => checkIdNumber(id, stated).map((warning) => warning.code);

test('63 provinces, three digits each, in order', () => {
  const keys = [...idProvinces.keys()];
  expect(keys).toHaveLength(63);
  expect(keys).toEqual([...keys].sort());
  expect(keys.every((key) => /^0\d\d$/.test(key))).toBe(true);
  expect([idProvinces.get('001'), idProvinces.get('079'), idProvinces.get('096')]).toEqual([
    'Hà Nội',
    'Hồ Chí Minh',
    'Cà Mau',
  ]);
});

describe('what the digits say', () => {
  test.each([
    ['079190001234', { province: 'Hồ Chí Minh', birthYear: 1990, sex: 'female' }],
    ['001098012345', { province: 'Hà Nội', birthYear: 1998, sex: 'male' }],
    ['079201000001', { province: 'Hồ Chí Minh', birthYear: 2001, sex: 'male' }],
    ['077326000001', { province: 'Bà Rịa - Vũng Tàu', birthYear: 2026, sex: 'female' }],
    ['096900000000', { province: 'Cà Mau', birthYear: 2300, sex: 'female' }],
    ['079800000000', { province: 'Hồ Chí Minh', birthYear: 2300, sex: 'male' }],
    ['005098012345', { province: null, birthYear: 1998, sex: 'male' }],
  ])('%s', (id, facts) => {
    expect(readIdNumber(id)).toEqual(facts);
  });

  test.each(['', '079', '07919000123', '0791900012345', '07919000123a', ' 079190001234', '０７９１９０００１２３４'])(
    '%j is not twelve digits',
    (id) => {
      expect(isIdNumber(id)).toBe(false);
      expect(readIdNumber(id)).toBeUndefined();
      expect(codes(id, { sex: 'male' })).toEqual(['id-number-malformed']);
    },
  );
});

describe('what disagrees', () => {
  test.each([
    ['079190001234', {}, []],
    ['079190001234', { dateOfBirth: '1990-05-01', sex: 'female', today: '2026-11-23' }, []],
    ['079190001234', { dateOfBirth: '1990', sex: null }, []],
    ['079190001234', { dateOfBirth: null, sex: null }, []],
    ['079190001234', { dateOfBirth: '1991-05-01' }, ['birth-year-disagrees']],
    ['079190001234', { dateOfBirth: '2090-05-01' }, ['birth-year-disagrees']],
    ['079190001234', { sex: 'male' }, ['sex-disagrees']],
    ['099190001234', {}, ['province-unknown']],
    ['079226001234', { dateOfBirth: '2026-11-24', today: '2026-11-23' }, ['birth-in-future']],
    ['079226001234', { dateOfBirth: '2026-11-23', today: '2026-11-23' }, []],
    ['079226001234', { dateOfBirth: '2026-12', today: '2026-11-23' }, ['birth-in-future']],
    ['079226001234', { dateOfBirth: '2026', today: '2026-11-23' }, []],
    ['079227001234', { today: '2026-11-23' }, ['birth-in-future']],
    ['079227001234', {}, []],
    [
      '099327001234',
      { dateOfBirth: '1990-01-01', sex: 'male', today: '2026-11-23' },
      ['province-unknown', 'birth-year-disagrees', 'sex-disagrees', 'birth-in-future'],
    ],
  ])('%s with %j: %j', (id, stated, expected) => {
    expect(codes(id, stated)).toEqual(expected);
  });

  test('a number made from the facts never disagrees with them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...idProvinces.keys()),
        fc.integer({ min: 1900, max: 2399 }),
        fc.constantFrom('male' as const, 'female' as const),
        fc.nat(999_999),
        (province, year, sex, rest) => {
          const century = Math.floor((year - 1900) / 100) * 2 + (sex === 'female' ? 1 : 0);
          const id = `${province}${century}${String(year % 100).padStart(2, '0')}${String(rest).padStart(6, '0')}`;
          expect(codes(id, { dateOfBirth: `${year}-07-15`, sex })).toEqual([]);
          expect(codes(id, { dateOfBirth: `${year + 1}-07-15` })).toEqual(['birth-year-disagrees']);
        },
      ),
      { seed },
    );
  });

  test.each([
    ['2026-01-02', '2026-01-01', true],
    ['2026-01-01', '2026-01-01', false],
    ['2026', '2026-01-01', false],
    ['2027', '2026-12-31', true],
    ['2026-05-05', '2026', false],
    ['2026-02', '2026-01-31', true],
  ])('%s surely after %s: %s', (a, b, expected) => {
    expect(isLater(a, b)).toBe(expected);
  });
});

test.each([
  ['079190001234', '0•••••••1234'],
  [' 079190001234 ', '0•••••••1234'],
  ['023456789', '0••••6789'],
  ['B1234567', 'B•••••67'],
  ['123456', '1•••56'],
  ['12345', '•••••'],
  ['', ''],
])('mask %j -> %j', (id, expected) => {
  expect(maskIdNumber(id)).toBe(expected);
});
