import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../../electron/domain/base/vietnamese.ts';
import { withoutTypingKeys } from '../../../../electron/domain/counter/search/typing-keys.ts';
import { madeUpName, seeded } from '../../../support/data/hurried-names.ts';

describe('keys of Telex and VNI that made no letters', () => {
  test.each([
    ['nguyeenx', 'nguyen'],
    ['nguyeexn', 'nguyen'],
    ['nguyenex', 'nguyen'],
    ['nguyexen', 'nguyen'],
    ['vawn', 'van'],
    ['vanw', 'van'],
    ['ddawngj', 'dang'],
    ['dangjd', 'dang'],
    ['dungd', 'dung'],
    ['traanf', 'tran'],
    ['lees', 'le'],
    ['phuowng', 'phuong'],
    ['phuwowng', 'phuong'],
    ['huwowngf', 'huong'],
    ['hwng', 'hung'],
    ['thuyr', 'thuy'],
    ['hoaf', 'hoa'],
    ['bichs', 'bich'],
    ['quoocs', 'quoc'],
    ['nguye6n4', 'nguyen'],
    ['va8n', 'van'],
    ['d9a8ng5', 'dang'],
  ])('%s is %s', (typed, meant) => {
    expect(withoutTypingKeys(typed)).toBe(meant);
  });

  test.each(['27a', '1234', 'an', 'xuan', 'son', 'sy', 'thuy', 'khoa', 'giang', 'quyen', 'khuyen', 'ngoc', ''])(
    '%s holds none and stays',
    (typed) => {
      expect(withoutTypingKeys(typed)).toBe(typed);
    },
  );

  test('no made-up name is changed, and nothing throws or grows', () => {
    const random = seeded(5);
    for (let nth = 0; nth < 2000; nth += 1)
      for (const word of fold(madeUpName(random)).split(' ')) expect(withoutTypingKeys(word)).toBe(word);
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{0,12}$/), (word) => {
        expect(withoutTypingKeys(word).length).toBeLessThanOrEqual(word.length);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
