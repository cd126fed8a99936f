import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { rooms } from '../../build/check/layers.ts';
import { listFiles, readFiles, root } from '../../build/check/source-files.ts';

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

/** What has changed names what was there then; a comment of this test names what is not there. */
const speaking = [
  ...pages.filter((page) => page.path !== 'CHANGELOG.md'),
  ...readFiles(/^(electron|renderer|tests|build)\/.*\.(tsx?|js)$/)
    .filter(({ path: file }) => file !== 'tests/build/docs.test.ts')
    .map(({ path: file, text }) => ({ path: file, text: commentsOf(text) })),
];
const everyFile = listFiles(/./);

function commentsOf(text: string): string {
  return [...text.matchAll(/\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(,])\/\/.*$/gm)].map(([comment]) => comment).join('\n');
}

function namesNothing(pattern: RegExp, isThere: (name: string) => boolean): { told: number; gone: string[] } {
  const named = speaking.flatMap((one) =>
    [...one.text.matchAll(pattern)].map(([name]) => ({ page: one.path, name: name.replace(/[.,]$/, '') })),
  );
  const gone = named.filter(({ name }) => !name.includes('NNNN') && !isThere(name));
  return { told: named.length, gone: gone.map(({ page, name }) => `${page} names ${name}`) };
}

/** The tops of the house, and the rooms by the short names that pages and comments call them by. */
const tops = ['electron', 'renderer', 'tests', 'build', 'resources', 'docs'];
const short = ['contract', 'domain', 'store', 'desk', 'paper', 'shell', 'screens', 'parts'];
const inHouse = new RegExp(
  `(?<![\\w@./:{}*$-])(?:${[...tops, ...short].join('|')})/[\\w./*{},-]*[\\w*}/](?![\\w#])`,
  'g',
);

test('every file and folder of the house that a page or a comment names is there, and what is a pattern matches something', () => {
  // A room may be planned and empty.
  const planned = new Set(Object.values(rooms).map((room) => room.path.replace(/\/$/, '')));
  const isThere = (name: string) =>
    planned.has(name) ||
    ['', 'electron/', 'renderer/'].some((room) =>
      /[*{]/.test(name)
        ? globSync(`${room}${name}`, { cwd: root }).length > 0
        : existsSync(path.join(root, room, name)),
    );
  const { told, gone } = namesNothing(inHouse, isThere);
  expect(told).toBeGreaterThan(200);
  expect(gone).toEqual([]);
});

test('every file of code that a page or a comment names, by as much of its path as it likes, is there', () => {
  const code = /(?<![\w@./:{}*$-])(?:[\w-]+\/)*\w[\w.-]*\.tsx?\b(?!\.)/g;
  const { told, gone } = namesNothing(code, (name) => everyFile.some((file) => `/${file}`.endsWith(`/${name}`)));
  expect(told).toBeGreaterThan(200);
  expect(gone).toEqual([]);
});

test('the records of decisions bear their numbers', () => {
  const records = pages.filter((page) => page.path.startsWith('docs/adr/'));
  const wrong = records.filter(({ path: file, text }) => !text.startsWith(`# ${file.slice(9, 13)}. `));
  expect(wrong.map((page) => page.path)).toEqual([]);
  expect(records.length).toBeGreaterThan(18);
});

test('every npm command that a page names is there', () => {
  const named = pages.flatMap((page) =>
    [...page.text.matchAll(/npm run (?:-s )?([a-z:0-9-]*[a-z0-9])/g)].map((match) => match[1] ?? ''),
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
