import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNameFlaw, findTextFlaw, isDoubtfulName } from '../../../../electron/contract/common/person/name-check.ts';

const seed = 20261130;

describe('text of old encodings', () => {
  test.each(['NGUYÔN VAN', 'Bïi Lan', 'Loïc Tran', 'Bo Lång'])('%s may be damaged and may be a name', (name) => {
    expect(findNameFlaw(name)).toBeNull();
    expect(isDoubtfulName(name)).toBe(true);
  });

  /** What the converters of the years before Unicode made of the same syllables, whole names of them. */
  test('VNI, TCVN3 and windows-1258 read as Latin are seen wherever they changed a syllable beyond spelling', () => {
    const written: readonly (readonly [string, string, string])[] = [
      ['Nguyeãn', 'NguyÔn', 'NguyêÞn'],
      ['Traàn', 'TrÇn', 'TrâÌn'],
      ['Phaïm', 'Ph¹m', 'Phaòm'],
      ['Vuõ', 'Vò', 'VuÞ'],
      ['Döông', 'D\u00ad¬ng', 'Dýõng'],
      ['Tröông', 'Tr\u00ad¬ng', 'Trýõng'],
      ['Ñaëng', '§Æng', 'Ðãòng'],
      ['Buøi', 'Bïi', 'BuÌi'],
      ['Hoàng', 'Hång', 'HôÌng'],
      ['Thò', 'ThÞ', 'Thiò'],
      ['Vaên', 'V¨n', 'Vãn'],
      ['Lan', 'Lan', 'Lan'],
    ];
    const nth = fc.constantFrom(0, 1, 2);
    // A name begins with one of those that no spelling has.
    const first = fc.constantFrom(...written.slice(0, 8).filter(([, tcvn3]) => tcvn3 !== 'Vò' && tcvn3 !== 'Bïi'));
    fc.assert(
      fc.property(nth, first, fc.array(fc.constantFrom(...written), { maxLength: 3 }), (encoding, one, others) => {
        const name = [one, ...others].map((forms) => forms[encoding] ?? '').join(' ');
        expect(findNameFlaw(name), name).toBe('name-damaged');
        expect(findTextFlaw(`12 ${name}`), name).not.toBeNull();
      }),
      { seed, numRuns: 1000 },
    );
  });

  test.each([
    ['PhÆ°á»\u009dng Báº¿n', 'lost'],
    ['Ph??ng B?n Th?nh', 'lost'],
    ['Phường Bến Th\ufffdnh', 'lost'],
    ['12 Ph\u00adêng BÕn Thµnh', 'doubtful'],
    ['12 Leâ Lôïi, Phöôøng Beán Thaønh', 'doubtful'],
    ['12 H\u00adng', 'doubtful'],
    ['12½ Lê Lợi', null],
    ['12 ½ Lê Lợi', null],
    ['12bis/3A Lê Lợi (30m²), P.Bến Thành', null],
    ['Tổ 5, Khu phố 3 – Phường Cát Lái', null],
    ['12 Rue de l’Abbé Grégoire, Orléans', null],
    ['Königstraße 4, München', null],
    ['Calle Núñez 5 2º', null],
  ])('an address %j: %s', (address, expected) => {
    expect(findTextFlaw(address)).toBe(expected);
  });
});
