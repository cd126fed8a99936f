import { expect, test } from 'vitest';
import { matchesWords } from '../../../../renderer/parts/controls/word-match.ts';

test.each([
  ['', true],
  ['cat lai', true],
  ['lái CÁT', true],
  ['ph cat', true],
  ['26737', true],
  ['at', false],
  ['cat lai 2', true],
  ['cat thu', false],
])('«%s» finds Phường Cát Lái 26737: %s', (typed, found) => {
  expect(matchesWords(typed, 'Phường Cát Lái 26737')).toBe(found);
});
