import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { rooms } from '../../build/check/layers.ts';
import { readFiles, root } from '../../build/check/source-files.ts';

const pages = readFiles(/^(README|CONTRIBUTING|CHANGELOG|docs\/.*|resources\/data\/SOURCES)\.md$/);
const manifest = readFiles(/^package\.json$/)[0]?.text ?? '{}';
const scripts = new Set(Object.keys((JSON.parse(manifest) as { scripts: object }).scripts));

test('every link from page to page leads somewhere', () => {
  const dead = pages.flatMap((page) =>
    [...page.text.matchAll(/(?<!!)\[[^\]]*\]\(([^)#]+)\)/g)]
      .map((match) => match[1] ?? '')
      .filter((link) => !/^https?:/.test(link) && !existsSync(path.join(root, path.dirname(page.path), link)))
      .map((link) => `${page.path} -> ${link}`),
  );
  expect(dead).toEqual([]);
});

test('every file and folder of the house that a page names is there', () => {
  const named = pages
    // What has changed names what was there then.
    .filter((page) => page.path !== 'CHANGELOG.md')
    .flatMap((page) =>
      [...page.text.matchAll(/\b(?:electron|renderer|tests|build|resources|docs)\/[\w./-]*\w/g)]
        // A pattern names no single file, nor does a number to be given: `tests/*.test.ts`, `NNNN-name.sql`.
        .filter(
          (match) => !/^[*{<]|^\/[*{]/.test(page.text.slice(match.index + match[0].length)) && !/NNNN/.test(match[0]),
        )
        .map((match) => ({ page: page.path, path: match[0] })),
    );
  expect(named.length).toBeGreaterThan(50);
  // A room may be planned and empty.
  const planned = new Set(Object.values(rooms).map((room) => room.path.replace(/\/$/, '')));
  const gone = named.filter(({ path: name }) => !planned.has(name) && !existsSync(path.join(root, name)));
  expect(gone.map(({ page, path: name }) => `${page} names ${name}`)).toEqual([]);
});

test('every npm command that a page names is there', () => {
  const named = pages.flatMap((page) =>
    [...page.text.matchAll(/npm run (?:-s )?([a-z:0-9]+)/g)].map((match) => match[1] ?? ''),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !scripts.has(name))).toEqual([]);
});

test('each word stands once, with its English name and its meaning', () => {
  const words = pages.find((page) => page.path === 'docs/words.md')?.text ?? '';
  const rows = words
    .split('\n')
    .filter((line) => /^\| (?!Vietnamese|-)/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  expect(rows.length).toBeGreaterThanOrEqual(40);
  expect(rows.filter((cells) => cells.length !== 5 || cells.slice(1, 4).includes(''))).toEqual([]);
  expect(new Set(rows.map((cells) => cells[1])).size).toBe(rows.length);
});
