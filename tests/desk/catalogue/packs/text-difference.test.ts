import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textDifference } from '../../../../electron/desk/catalogue/packs/text-difference.ts';

const form = (...texts: string[]) =>
  JSON.stringify({ form: 'x', blocks: texts.map((text) => ({ kind: 'paragraph', text })) });

test('what was worded anew stands beside what it took the place of; what moved nothing is not shown', () => {
  expect(textDifference(form('một dòng', 'hai dòng', 'ba dòng'), form('một dòng', 'hai dòng mới', 'ba dòng'))).toEqual([
    { before: 'hai dòng', after: 'hai dòng mới' },
  ]);
  expect(textDifference(form('một dòng', 'ba dòng'), form('không dòng', 'một dòng', 'ba dòng'))).toEqual([
    { before: '', after: 'không dòng' },
  ]);
  expect(textDifference(form('một dòng', 'ba dòng'), form('ba dòng'))).toEqual([{ before: 'một dòng', after: '' }]);
  // Laid out otherwise, it says the same.
  const moved = JSON.stringify({ blocks: [{ text: 'một dòng', kind: 'title' }], form: 'x', size: 5 });
  expect(textDifference(form('một dòng'), moved)).toEqual([]);
});

test('whatever two forms say, every text that only one of them has is shown', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom<string[]>('a á', 'b b', 'c ç', 'd đ'), { maxLength: 30 }),
      fc.array(fc.constantFrom<string[]>('a á', 'b b', 'c ç', 'e ê'), { maxLength: 30 }),
      (one, other) => {
        const shown = textDifference(form(...one), form(...other));
        for (const text of one)
          if (!other.includes(text)) expect(shown.some(({ before }) => before === text)).toBe(true);
        for (const text of other) if (!one.includes(text)) expect(shown.some(({ after }) => after === text)).toBe(true);
        if (JSON.stringify(one) === JSON.stringify(other)) expect(shown).toEqual([]);
      },
    ),
    { seed: 46, numRuns: 200 },
  );
});

test('two forms as long as forms may be are compared at once', () => {
  const long = (sign: string) => form(...Array.from({ length: 2500 }, (_, at) => `${sign}${sign} ${at % 97}`));
  expect(textDifference(long('a'), long('b')).length).toBeGreaterThan(0);
});
