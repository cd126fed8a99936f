import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../build/check/source-files.ts';

/** The walls that the compiler holds: in a pure room a file, a screen or a process does not even have a name. */
const folder = path.join(root, 'node_modules/.cache/pure-room');
const compiler = path.join(root, 'node_modules/typescript/bin/tsc');

beforeAll(() => mkdirSync(folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function compile(layer: string, code: string): string {
  writeFileSync(path.join(folder, 'probe.ts'), code);
  const config = {
    extends: path.join(root, `build/tsconfig/${layer}.json`),
    compilerOptions: { incremental: false, tsBuildInfoFile: null },
    include: ['./probe.ts'],
  };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
  return spawnSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], { encoding: 'utf8' }).stdout.trim();
}

test.each(['contract', 'domain'])('%s knows no file, no process, no screen', (layer) => {
  const output = compile(
    layer,
    "import { readFileSync } from 'node:fs';\nexport const wrong = [readFileSync, process.pid, document.title, setTimeout];\n",
  );
  for (const name of ['node:fs', 'process', 'document', 'setTimeout']) expect(output).toContain(`'${name}'`);
});

test('domain still compiles what is pure', () => {
  expect(compile('domain', 'export const right = [1, 2, 3].map((n) => n * 2).toSorted();\n')).toBe('');
});

test('store knows files and no screen', () => {
  const output = compile(
    'store',
    "import { readFileSync } from 'node:fs';\nexport const one = [readFileSync, document.title];\n",
  );
  expect(output).toContain("'document'");
  expect(output).not.toContain('node:fs');
});
