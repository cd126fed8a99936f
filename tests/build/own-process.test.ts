import path from 'node:path';
import { expect, test } from 'vitest';
import { readFiles } from '../../build/check/source-files.ts';
import config from '../../build/check/vitest.config.ts';

test('whoever puts something in the place of a module has a process of their own: another file may have loaded it before', () => {
  const own = (config.test?.projects ?? []).flatMap((project) => {
    const { test: said } = project as { test?: { include?: string[]; isolate?: boolean } };
    return said?.isolate === false ? [] : (said?.include ?? []);
  });
  const mocking = readFiles(/^tests\/.*\.test\.tsx?$/).filter(({ text }) => /^vi\.mock\(/m.test(text));
  expect(mocking.length).toBeGreaterThan(5);
  const shared = mocking.filter(({ path: file }) => !own.some((pattern) => path.matchesGlob(file, pattern)));
  expect(shared.map(({ path: file }) => file)).toEqual([]);
});
