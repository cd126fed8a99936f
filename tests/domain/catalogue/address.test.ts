import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { readCatalogue } from '../../../electron/desk/catalogue/files.ts';
import { addressEndings, addressTail, withEnding } from '../../../electron/domain/catalogue/address.ts';

const catalogue = readCatalogue(path.resolve(import.meta.dirname, '../../../resources/data'));
if (isFault(catalogue)) throw new Error('the shipped lists are broken');
const city = 'Thành phố Hồ Chí Minh';
const endings = (typed: string, limit = 6) => addressEndings(catalogue, '79', typed, limit);

describe('how an address may end', () => {
  test.each([
    ['behind the last comma', '12 Lê Lợi, cat lai', `Phường Cát Lái, ${city}`, null],
    ['with what is written before the name', '12 Lê Lợi, P. cát lái', `Phường Cát Lái, ${city}`, null],
    ['by the beginnings of its words', 'hẻm 3, cat l', `Phường Cát Lái, ${city}`, null],
    ['by the name it had', '12 Lê Lợi, thanh my loi', `Phường Cát Lái, ${city}`, 'Phường Thạnh Mỹ Lợi'],
    [
      'by the name it had, with its rank',
      '1 Tôn Đức Thắng, phường Bến Nghé',
      `Phường Sài Gòn, ${city}`,
      'Phường Bến Nghé',
    ],
    ['by itself', 'cat lai', `Phường Cát Lái, ${city}`, null],
  ])('%s: %s', (_, typed, place, was) => {
    expect(endings(typed)[0]).toEqual({ place, was });
  });

  test('one’s own province comes first, then others', () => {
    const found = endings('ba dinh', 50).map(({ place }) => place);
    expect(found).toContain('Phường Ba Đình, Thành phố Hà Nội');
    const own = endings('tan', 50).map(({ place, was }) => was === null && place.endsWith(city));
    expect(own.indexOf(false)).toBeGreaterThan(0);
    expect(own.lastIndexOf(true)).toBeLessThan(own.indexOf(false));
  });

  test.each(['', ' ', ',', '12 Lê Lợi,', '12 Lê Lợi, p', '12 Lê Lợi', '12 Lê Lợi, khong co noi nay'])(
    '%j has no ending',
    (typed) => {
      expect(endings(typed)).toEqual([]);
    },
  );

  test('no more than were asked for', () => {
    expect(endings('tan', 3)).toHaveLength(3);
  });

  test('takes the place of what was typed of it and leaves the rest', () => {
    const [ending] = endings('12 Lê Lợi,cat lai');
    if (ending === undefined) throw new Error('nothing found');
    expect(withEnding('12 Lê Lợi,cat lai', ending)).toBe(`12 Lê Lợi, Phường Cát Lái, ${city}`);
    expect(withEnding('cat lai', ending)).toBe(`Phường Cát Lái, ${city}`);
    expect(addressTail('12 Lê Lợi, cat')).toBe(' cat');
  });
});
