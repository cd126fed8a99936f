import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from 'vite';
import { openTestDesk, password, reception } from '../../../tests/support/desk/test-desk.ts';
import { squareOn, withDigit } from '../../../tests/support/proof/square.ts';
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

/** What an office hands an inspector: its register without a person, its keys, and one receipt as it was printed. */
async function handedOut(seed: number) {
  const at = openTestDesk();
  await at.get('office.openPractice', { cases: 0, seed, password });
  at.sit('clerk');
  let square: string | undefined;
  for (let nth = 0; nth < 3; nth += 1) {
    const { documents } = await at.get('case.receive', reception());
    square = await squareOn(at, documents[0].documentId);
  }
  const keys = JSON.stringify(await at.get('receipt.keys'));
  at.sit('supervisor');
  const { base64 } = await at.get('journal.export');
  await at.end();
  return { packed: Buffer.from(base64, 'base64'), keys, square: square ?? '' };
}

test('an inspector runs it on a real export and a real receipt, and it finds whatever was changed', async () => {
  const office = await handedOut(1);
  const other = await handedOut(2);
  const put = (name: string, what: string | Uint8Array) => writeFileSync(path.join(folder, name), what);
  put('export.jsonl.gz', office.packed);
  put('keys.json', office.keys);
  put('other.json', other.keys);
  expect(run('export', 'export.jsonl.gz', '--key', 'keys.json').status).toBe(0);
  expect(run('export', 'export.jsonl.gz').status).toBe(0);
  const receipt = run('receipt', office.square, '--key', 'keys.json');
  expect([receipt.status, JSON.parse(receipt.out).value.verdict]).toEqual([0, 'genuine']);
  expect(run('receipt', office.square, '--key', 'export.jsonl.gz').status).toBe(0);

  const text = gunzipSync(office.packed).toString('utf8');
  const lines = text.trimEnd().split('\n');
  const entries = lines.flatMap((line, index) => (line.startsWith('["e"') ? [index] : []));
  const [second, third] = [entries[1] ?? 0, entries[2] ?? 0];
  const withLines = (change: (all: string[]) => void): string => {
    const all = [...lines];
    change(all);
    return all.map((line) => `${line}\n`).join('');
  };
  /** One digit of an entry's hash, of a signed receipt, of the end. */
  const oneByte = (line: string): string => {
    const at = line.search(/[0-9][^0-9]*$/);
    return line.slice(0, at) + String((Number(line[at]) + 1) % 10) + line.slice(at + 1);
  };
  const receiptLine = lines.findIndex((line) => line.startsWith('["r"'));
  const tampered: Record<string, string> = {
    'one byte of an entry': withLines((all) => all.splice(second, 1, oneByte(lines[second] ?? ''))),
    'one byte of a receipt': withLines((all) => all.splice(receiptLine, 1, oneByte(lines[receiptLine] ?? ''))),
    'one byte of the end': withLines((all) => all.splice(-1, 1, oneByte(lines.at(-1) ?? ''))),
    'a line cut out': withLines((all) => all.splice(second, 1)),
    'the last line cut off': withLines((all) => all.pop()),
    'cut in the middle': text.slice(0, Math.floor(text.length / 2)),
    'two lines in each other’s place': withLines((all) => {
      [all[second], all[third]] = [all[third] ?? '', all[second] ?? ''];
    }),
    'a line twice': withLines((all) => all.splice(second, 0, lines[second] ?? '')),
  };
  for (const [name, changed] of Object.entries(tampered)) {
    expect([name, changed === text]).toEqual([name, false]);
    put('changed.jsonl', changed);
    const said = run('export', 'changed.jsonl', '--key', 'keys.json');
    expect([name, said.status]).toEqual([name, 1]);
    expect([name, JSON.parse(said.out).checks.some(({ found }: { found: string[] }) => found.length > 0)]).toEqual([
      name,
      true,
    ]);
  }
  expect(run('export', 'export.jsonl.gz', '--key', 'other.json').status).toBe(1);

  for (const at of [10, 60, 150, 290]) {
    const said = run('receipt', withDigit(office.square, at), '--key', 'keys.json');
    expect([at, said.status]).toEqual([at, 1]);
  }
  const byOther = run('receipt', office.square, '--key', 'other.json');
  expect([byOther.status, JSON.parse(byOther.out).value.verdict]).toEqual([1, 'unknown-key']);
}, 120_000);
