import fc from 'fast-check';
import { expect, test } from 'vitest';
import { saysSomething, why } from '../../../electron/contract/base/values.ts';

/** The rule as one expression. It is right, and over a long row of one letter it never ends: what the rule was until somebody sent such a row. */
function ruleOf(text: string): boolean {
  return text.trim().length >= 3 && /(\p{L})\p{M}*.*(?!\1)\p{L}/su.test(text.toLowerCase());
}

test('a reason says something where two of its letters differ, as the rule has it', () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', 'A', 'á', 'a\u0301', 'đ', 'Đ', ' ', '.', '1', '\n'),
    maxLength: 8,
  });
  fc.assert(
    fc.property(letters, (text) => {
      expect([text, saysSomething(text)]).toEqual([text, ruleOf(text)]);
    }),
    { numRuns: 2000, seed: 1 },
  );
});

test.each(['A'.repeat(300_000), `${' '.repeat(300_000)}x`, 'a\u0301'.repeat(200_000), '\u200b'.repeat(300_000)])(
  'a row of 300,000 signs is refused as too long, at once',
  (text) => {
    const begun = process.cpuUsage();
    const read = why(300).safeParse(text);
    expect(read.success).toBe(false);
    expect(read.error?.issues.map(({ code }) => code)).toEqual(['too_big']);
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(500);
  },
);
