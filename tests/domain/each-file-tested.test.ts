import path from 'node:path';
import { expect, test } from 'vitest';
import { importsOf, readFiles } from '../../build/check/source-files.ts';

/** What holds only shapes, or is one row of a table whose test is of the whole; with the test that sees it. */
const seenThrough: Readonly<Record<string, string>> = {
  'electron/domain/base/refusal.ts': 'a shape',
  'electron/domain/base/resumable.ts': 'tests/desk',
  'electron/domain/base/xml.ts': 'money/receipt.test.ts',
};

test('every file of the domain that decides something is asked directly by a test of its own room', () => {
  const tests = readFiles(/^tests\/domain\/.*\.test\.ts$/);
  const asked = new Set(
    tests.flatMap(({ path: file, text }) =>
      importsOf(text).map((specifier) => path.posix.join(path.posix.dirname(file), specifier)),
    ),
  );
  const unasked = readFiles(/^electron\/domain\/.*\.ts$/)
    .filter(({ path: file }) => !asked.has(file))
    .map(({ path: file }) => file)
    .filter(
      (file) => !file.startsWith('electron/domain/entries/') && !/\/case\/acts\/(?!acts\.ts$)[\w-]+\.ts$/.test(file),
    );
  expect(unasked.filter((file) => seenThrough[file] === undefined)).toEqual([]);
  expect(Object.keys(seenThrough).filter((file) => !unasked.includes(file))).toEqual([]);
});
