import { expect, test } from 'vitest';
import { readFiles } from '../../build/check/source-files.ts';
import { issueSentences } from '../../electron/contract/base/input-issues.ts';

/** The words that shapes give for what is wrong: the last word of a `refine` or a `regex`, or its `message`. */
const word = /(?:, |message: )'([a-z]+(?:-[a-z]+)*)'(?:,?\s*\)| \}|,\s*\})/g;

test('every word of the contract for what is wrong has a sentence in both languages', () => {
  const words = readFiles(/^electron\/contract\/(?!base\/fault\.ts|counter\/intake\/tolerant-file\.ts).*\.ts$/).flatMap(
    ({ text }) => [...text.matchAll(word)].map((match) => match[1] ?? ''),
  );
  expect(words).toEqual(expect.arrayContaining(['id-number', 'address-needed', 'private-address', 'tracking-number']));
  expect(words.filter((one) => issueSentences[one] === undefined)).toEqual([]);
  for (const { vi, en } of Object.values(issueSentences)) expect(vi).not.toBe(en);
});
