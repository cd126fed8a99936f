import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../build/check/source-files.ts';

/** The walls that the compiler holds: in a pure room a file, a screen or a process does not even have a name. */
const folder = path.join(root, 'node_modules/.cache/pure-room');
const compiler = path.join(root, 'node_modules/typescript/bin/tsc');

beforeAll(() => mkdirSync(folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function compile(surroundings: string, code: string): string {
  writeFileSync(path.join(folder, 'probe.ts'), code);
  const config = {
    extends: path.join(root, `build/tsconfig/${surroundings}.json`),
    compilerOptions: { incremental: false, tsBuildInfoFile: null },
    include: ['./probe.ts'],
  };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
  return spawnSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], { encoding: 'utf8' }).stdout.trim();
}

const configOf = (name: string) =>
  JSON.parse(readFileSync(path.join(root, 'build/tsconfig', `${name}.json`), 'utf8')) as { include: string[] };

test('contract and domain are compiled as pure rooms, and by nothing that knows more but what stands on them', () => {
  expect(configOf('pure').include).toEqual(['../../electron/contract', '../../electron/domain']);
});

test('a pure room knows no file, no process, no screen', () => {
  const output = compile(
    'pure',
    "import { readFileSync } from 'node:fs';\nexport const wrong = [readFileSync, process.pid, document.title, setTimeout];\n",
  );
  for (const name of ['node:fs', 'process', 'document', 'setTimeout']) expect(output).toContain(`'${name}'`);
});

test('it still compiles what is pure', () => {
  expect(compile('pure', 'export const right = [1, 2, 3].map((n) => n * 2).toSorted();\n')).toBe('');
});

test('the rooms above know files and no screen', () => {
  const output = compile(
    'node',
    "import { readFileSync } from 'node:fs';\nexport const one = [readFileSync, document.title];\n",
  );
  expect(output).toContain("'document'");
  expect(output).not.toContain('node:fs');
});
