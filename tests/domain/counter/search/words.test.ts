import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistanceAtMostOne } from '../../../../electron/domain/base/vietnamese.ts';
import {
  beginsGivenName,
  initialsOf,
  nearnessOf,
  ordersOf,
  slipsOf,
} from '../../../../electron/domain/counter/search/words.ts';

describe('slips of the fingers', () => {
  test.each([
    ['a letter other', 'lam'],
    ['a letter less', 'ln'],
    ['a letter more', 'loan'],
    ['a letter twice', 'laan'],
    ['the first letter missing', 'an'],
    ['neighbours swapped', 'aln'],
    ['the last two swapped', 'lna'],
  ])('%s: lan -> %s', (_, slip) => {
    expect(slipsOf('lan')).toContain(slip);
  });

  test('each is one slip away, and the word is not its own slip', () => {
    const word = fc.stringMatching(/^[a-z]{2,7}$/);
    fc.assert(
      fc.property(word, (typed) => {
        const slips = slipsOf(typed);
        expect(slips).not.toContain(typed);
        expect(slips.every((slip) => editDistanceAtMostOne(slip, typed))).toBe(true);
      }),
      { seed: 7, numRuns: 50 },
    );
  });

  test('every word one slip away is among them', () => {
    const short = fc.stringMatching(/^[a-c]{2,4}$/);
    fc.assert(
      fc.property(short, short, (typed, meant) => {
        expect(slipsOf(typed).includes(meant)).toBe(typed !== meant && editDistanceAtMostOne(typed, meant));
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('how near a name is', () => {
  test.each([
    ['nguyen thi lan', 'nguyen thi lan', 'name'],
    ['nguyen thi lan', 'lan nguyen thi', 'name'],
    ['nguyen thi lan', 'lan nguyen', 'words'],
    ['nguyen thi lan', 'ng la', 'beginnings'],
    ['nguyen thi lan', 'nguyen thi lam', 'slip'],
    ['nguyen thi lan', 'ngyuen lan', 'slip'],
    ['nguyen thi lan', 'ngyuen lam', undefined],
    ['nguyen thi lan', 'nguyen thi hoa', undefined],
    ['nguyen thi lan', 'nguyen x', undefined],
    ['nguyen thi lan', '', 'name'],
  ])('%s for %j: %s', (name, typed, nearness) => {
    expect(nearnessOf(name, typed.split(' ').filter(Boolean))).toBe(nearness);
  });
});

test('orders of words begin with the typed one and come once', () => {
  expect(ordersOf(['a', 'b', 'c'])).toEqual(['a b c', 'a c b', 'b a c', 'b c a', 'c a b', 'c b a']);
  expect(ordersOf(['le', 'le'])).toEqual(['le le']);
  expect(ordersOf(['a', 'b', 'c', 'd', 'e'])).toEqual(['a b c d e']);
});

describe('first letters', () => {
  test.each([
    ['nguyen van tam', 'nvt', 'initials'],
    ['nguyen van tam', 'vt', undefined],
    ['nguyen van tam', 'n', 'beginnings'],
    ['le an', 'la', 'slip'],
  ])('%s: %s', (name, typed, nearness) => {
    expect(nearnessOf(name, [typed])).toBe(nearness);
  });

  test('of each word one', () => {
    expect(initialsOf('nguyen van tam')).toBe('nvt');
    expect(initialsOf('')).toBe('');
  });
});

test.each([
  ['nguyen thi hong', ['t'], false],
  ['nguyen thi tuyet', ['t'], true],
  ['tuyet', ['tu'], true],
  ['nguyen thi hong', ['nguyen', 'h'], true],
  ['nguyen thi hong', [], false],
])('the given name of %s begins with the last of %j: %s', (name, words, begins) => {
  expect(beginsGivenName(name, words)).toBe(begins);
});
