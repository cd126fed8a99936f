import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from 'vite';
import config from './vite.verifier.config.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'verifier-'));
  const outDir = path.join(folder, 'out');
  await build({ ...config, configFile: false, logLevel: 'error', build: { ...config.build, outDir } });
  copyFileSync(path.join(outDir, 'verifier.mjs'), path.join(folder, 'verifier.mjs'));
  rmSync(outDir, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** In a folder that holds nothing else, with no environment: as an inspector has it. */
function run(...words: string[]): { status: number; out: string } {
  try {
    const out = execFileSync(process.execPath, ['verifier.mjs', ...words], { cwd: folder, env: {}, encoding: 'utf8' });
    return { status: 0, out };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return { status, out: stdout };
  }
}

test('the verifier is one file that needs Node and nothing else', () => {
  const code = readFileSync(path.join(folder, 'verifier.mjs'), 'utf8');
  const imported = [...code.matchAll(/^import .* from "(.*)";$/gm)].map(([, name]) => name);
  expect(imported.every((name) => name?.startsWith('node:'))).toBe(true);
  expect(code).not.toMatch(/\brequire\(|\bimport\(/);
  expect(run()).toMatchObject({ status: 2 });
});

test('it answers by itself: what is no export, a square under no key', () => {
  writeFileSync(path.join(folder, 'none.jsonl'), '{"format":"another"}\n');
  const keys = {
    format: 'mot-cua-desk receipt keys 1',
    office: 'Phường Cát Lái',
    asOf: '2026-12-01',
    keys: [],
    ended: [],
  };
  writeFileSync(path.join(folder, 'keys.json'), JSON.stringify(keys));
  const none = run('export', 'none.jsonl');
  expect(none.status).toBe(1);
  expect(JSON.parse(none.out)).toMatchObject({ ok: false, checks: [{ name: 'file' }, {}, {}, {}, {}] });
  const square = run('receipt', '1'.repeat(297), '--key', 'keys.json');
  expect([square.status, JSON.parse(square.out).value.verdict]).toEqual([1, 'altered']);
  expect(run('receipt', '1', '--key', 'none.jsonl').status).toBe(2);
  expect(run('export', 'missing.jsonl').status).toBe(2);
});
