import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/** docs/SECURITY.md says of each item which test attacks: this holds the page to the tests, and to its lists being whole. */

const root = path.resolve(import.meta.dirname, '../..');
const page = readFileSync(path.join(root, 'docs/SECURITY.md'), 'utf8');

function read(file: string): string | undefined {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch {
    return undefined;
  }
}

/** Each test that is named: its file, and the title that stands behind it. */
function namedTests(text: string): { readonly file: string; readonly title: string }[] {
  const named: { file: string; title: string }[] = [];
  for (const [, file = '', titles = ''] of text.matchAll(
    /`((?:tests|build)\/[\w./-]+\.(?:test|spec)\.ts)`((?:,? “[^”]+”)*)/g,
  )) {
    const told = [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => title);
    for (const title of told.length === 0 ? [''] : told) named.push({ file, title });
  }
  return named;
}

function rowsOf(heading: string): string[][] {
  const [, part = ''] = page.split(`## ${heading}\n`);
  return part
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[-|]+\|$/.test(line))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
}

test('each test that the page names is there, by its title', () => {
  const gone = namedTests(page).filter(({ file, title }) => {
    const text = read(file);
    return text === undefined || !text.includes(title);
  });
  expect(gone).toEqual([]);
  expect(namedTests(page).length).toBeGreaterThan(50);
});

describe.each([
  ['The seventeen of the attack of 29 November 2026', 17],
  ['Electron’s checklist'.replace('’', "'"), 20],
])('%s', (heading, count) => {
  test('has each of its items once, and each its test or a plain word that nobody saw it', () => {
    const rows = rowsOf(heading);
    expect(rows.map(([number]) => Number(number))).toEqual(Array.from({ length: count }, (_, at) => at + 1));
    const bare = rows.filter((row) => !namedTests(row.at(-1) ?? '').some(({ title }) => title !== ''));
    expect(bare.filter((row) => !row.at(-1)?.includes('**not seen**'))).toEqual([]);
  });
});

test('what looks for a title sees one that is gone', () => {
  expect(namedTests('`tests/a.test.ts` “one”, “two”; `build/b.test.ts`')).toEqual([
    { file: 'tests/a.test.ts', title: 'one' },
    { file: 'tests/a.test.ts', title: 'two' },
    { file: 'build/b.test.ts', title: '' },
  ]);
});
