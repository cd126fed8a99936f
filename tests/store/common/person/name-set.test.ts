import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addPart,
  digitsOf,
  emptySet,
  findTail,
  growPart,
  hasName,
  intersect,
  isEmpty,
  namesInPart,
  newestOf,
  packPart,
  phoneEndsIn,
  sizeOf,
  subtract,
  tailRange,
  unite,
} from '../../../../electron/store/common/person/name-index.ts';

const newest = namesInPart * 2 + 5;
const places = fc.uniqueArray(fc.nat(namesInPart - 1), { maxLength: 40 });
const setOf = (names: readonly number[], part = 1) => {
  const set = emptySet(newest);
  addPart(set, part, packPart(names));
  return set;
};
const sorted = (names: readonly number[]) => [...names].sort((a, b) => b - a).map((place) => namesInPart + place);

describe('sets of names', () => {
  test.each([0, 1, 1919, 1920, 1921, namesInPart])(
    '%i names packed and read again are the same, few or many',
    (size) => {
      const names = Array.from({ length: size }, (_, at) => namesInPart - 1 - at);
      const set = setOf(names);
      expect(newestOf(set, namesInPart * 3)).toEqual(sorted(names));
      expect(sizeOf(set)).toBe(size);
      expect(isEmpty(set)).toBe(size === 0);
    },
  );

  test('a part grown in steps is the part packed at once, across the change from places to bits', () => {
    const names = Array.from({ length: 4000 }, (_, at) => at * 7);
    let grown = packPart(names.slice(0, 256));
    for (let from = 256; from < names.length; from += 256) grown = growPart(grown, names.slice(from, from + 256));
    expect(grown.equals(packPart(names))).toBe(true);
  });

  test('both, either, one without the other', () => {
    fc.assert(
      fc.property(places, places, (a, b) => {
        expect(newestOf(intersect(setOf(a), setOf(b)), newest)).toEqual(sorted(a.filter((name) => b.includes(name))));
        expect(newestOf(unite(setOf(a), setOf(b)), newest)).toEqual(sorted([...new Set([...a, ...b])]));
        expect(newestOf(subtract(setOf(a), setOf(b)), newest)).toEqual(sorted(a.filter((name) => !b.includes(name))));
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  test('the newest come first, as many as asked for', () => {
    const set = unite(setOf([0, 31, 32], 0), setOf([4], 2));
    expect(newestOf(set, 3)).toEqual([namesInPart * 2 + 4, 32, 31]);
    expect([hasName(set, 31), hasName(set, 30)]).toEqual([true, false]);
  });
});

describe('ends of numbers', () => {
  test('those and only those that end as typed are in the range', () => {
    const number = fc.stringMatching(/^\d{3,12}$/);
    fc.assert(
      fc.property(number, fc.stringMatching(/^\d{3,6}$/), fc.boolean(), (digits, other, own) => {
        const typed = own ? digits.slice(-3 - (digits.length % 4)) : other;
        const [from, to] = tailRange(typed);
        const tail = findTail(digits) ?? -1;
        expect(tail >= from && tail <= to).toBe(digits.slice(-6).endsWith(typed.slice(-6)));
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  test('a shorter number is not one with noughts', () => {
    const [from, to] = tailRange('000123');
    expect(findTail('123')).not.toBe(findTail('000123'));
    expect((findTail('123') ?? 0) >= from && (findTail('123') ?? 0) <= to).toBe(false);
    expect(findTail('12')).toBeUndefined();
  });

  test.each([
    ['+84 901 234 567', '0901234567', true],
    ['0901234567', '84901234567', true],
    ['0901234567', '1234567', true],
    ['0901234567', '0801234567', false],
  ])('phone %j ends in %s: %s', (phone, typed, ends) => {
    expect(phoneEndsIn(phone, digitsOf(typed))).toBe(ends);
  });
});
