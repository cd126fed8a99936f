import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../build/check/source-files.ts';
import { readPlaywright, readVitest } from '../../build/run/test-reports.ts';

test('a suite that cannot run here counts as skipped, each test by its name, with what to install', () => {
  const results = [
    ['passed', 'a real paper is printed'],
    ['skipped', 'a real CUPS (NOT TESTED HERE: CUPS is not here: apt-get install cups) a paper is printed'],
    ['pending', 'a window has a place of its own'],
    ['failed', 'a paper is lost'],
  ].map(([status = '', fullName = '']) => ({ status, fullName }));
  const name = path.join(root, 'tests/paper/cups.test.ts');
  expect(readVitest({ numPassedTests: 1, testResults: [{ name, assertionResults: results }] })).toEqual({
    passed: 1,
    skipped: [
      {
        name: 'tests/paper/cups.test.ts › a real CUPS a paper is printed',
        why: 'CUPS is not here: apt-get install cups',
      },
      { name: 'tests/paper/cups.test.ts › a window has a place of its own', why: expect.any(String) as string },
    ],
    failed: ['tests/paper/cups.test.ts › a paper is lost'],
  });
});

test('so does a journey; one after a failure says so', () => {
  const specs = [
    { title: 'arrives', tests: [{ status: 'expected', annotations: [] }] },
    { title: 'gets lost', tests: [{ status: 'unexpected', annotations: [] }] },
    { title: 'comes back', tests: [{ status: 'skipped', annotations: [{ type: 'serial' }] }] },
  ];
  const away = [{ type: 'skip', description: 'Chromium is not here: apt-get install chromium' }];
  const inner = {
    file: '../tests/e2e/b.spec.ts',
    specs: [{ title: 'sees', tests: [{ status: 'skipped', annotations: away }] }],
  };
  expect(readPlaywright({ stats: { expected: 1 }, suites: [{ file: 'a', specs, suites: [inner] }] })).toEqual({
    passed: 1,
    skipped: [
      { name: 'a › comes back', why: 'the one before it failed' },
      { name: 'tests/e2e/b.spec.ts › sees', why: 'Chromium is not here: apt-get install chromium' },
    ],
    failed: ['a › gets lost'],
  });
});
