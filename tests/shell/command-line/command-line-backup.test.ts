import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newFolder } from '../../support/desk/folder.ts';
import { openPracticeDesk, password, reception } from '../../support/desk/test-desk.ts';
import { runDesk } from './run-desk.ts';

const env = { DESK_PASSWORD: password };
type Answer = { ok: boolean; value: Record<string, any>; fault: { code: string } };

async function ask(...words: string[]): Promise<Answer> {
  const { lines } = await runDesk(words, { env });
  return lines[0] as Answer;
}

async function practiceFolder(cases: number): Promise<string> {
  const at = await openPracticeDesk();
  for (let index = 0; index < cases; index += 1) await at.get('case.receive', reception());
  await at.desk.close();
  return at.folder;
}

test('a computer breaks: a stick, a spare one, and the next citizen has a number nobody else has', async () => {
  const folder = await practiceFolder(3);
  const stick = newFolder();
  const made = await ask('backup', '--data', folder, '--to', stick);
  expect(made).toMatchObject({ ok: true, value: { cases: 3 } });
  const printed = await practiceNumbers(folder);
  // The computer is gone with all that is on it.
  rmSync(folder, { recursive: true });
  const spare = path.join(newFolder(), 'spare');
  const { stateHash } = made.value;
  const back = await ask('restore', made.value['file'] as string, '--data', spare);
  expect(back).toMatchObject({ ok: true, value: { folder: spare, stateHash, cases: 3 } });
  expect((await ask('call', 'journal.stateHash', '--data', spare)).value).toEqual({ stateHash });
  const { code } = await runDesk(['verify', '--data', spare]);
  expect(code).toBe(0);
  const input = JSON.stringify({ call: 'case.receive', input: reception() });
  const words = ['batch', '--data', spare, '--user', 'clerk', '--now', '2026-11-23T10:00:00+07:00'];
  const { lines } = await runDesk(words, { stdin: `${input}\n`, env });
  const next = (lines[0] as Answer).value['number'].official as string;
  expect(printed).toHaveLength(3);
  expect(printed).not.toContain(next);
});

async function practiceNumbers(folder: string): Promise<string[]> {
  const stdin = `${JSON.stringify({ call: 'register.list', input: { from: '2026-11-23', to: '2026-11-23', limit: 10 } })}\n`;
  const { lines } = await runDesk(['batch', '--data', folder], { stdin, env });
  return (lines[0] as Answer).value['rows'].map(({ number }: { number: string }) => number);
}

test('what a restore could not do beside is told to who runs it', async () => {
  const made = await ask('backup', '--data', await practiceFolder(1), '--to', newFolder());
  const spare = newFolder();
  // Where the witness of a practice office would stand lies something else.
  mkdirSync(path.join(spare, 'witness'));
  const { code, err } = await runDesk(['restore', made.value['file'] as string, '--data', spare]);
  expect(code).toBe(0);
  expect(err).toContain('witness-not-written');
});

test.each([
  ['a wrong password', ['backup', '--data', 'DATA', '--to', 'TO', '--user', 'nobody'], 'sign-in-refused', 1],
  ['no data', ['backup', '--data', 'NONE', '--to', 'TO'], 'store-missing', 1],
  ['no backup', ['restore', 'NONE', '--data', 'TO'], 'backup-unreadable', 1],
])('%s is a fault, and makes nothing', async (_what, words, code, exit) => {
  const data = await practiceFolder(0);
  const none = path.join(newFolder(), 'none');
  const to = path.join(newFolder(), 'to');
  // Whole words alone: a folder's own name, which is by chance, may have these letters too.
  const folders: Readonly<Record<string, string>> = { DATA: data, NONE: none, TO: to };
  const given = words.map((word) => folders[word] ?? word);
  const run = await runDesk(given, { env });
  expect(run.lines[0]).toMatchObject({ fault: { code } });
  expect(run.code).toBe(exit);
  expect(existsSync(none)).toBe(false);
  expect(existsSync(to) ? readdirSync(to) : []).toEqual([]);
});

test.each([
  ['where to', ['backup', '--data', 'x']],
  ['which backup', ['restore', '--data', 'x']],
])('it has to be said %s', async (_what, words) => {
  expect((await runDesk(words)).code).toBe(2);
});

test('nothing of a person stands in a manifest', async () => {
  const folder = await practiceFolder(1);
  const made = await ask('backup', '--data', folder, '--to', newFolder());
  const manifest = readFileSync(path.join(path.dirname(made.value['file'] as string), 'manifest.json'), 'utf8');
  expect(manifest).not.toMatch(/ĐẶNG|079190001234|0901234567/);
});

test.each([
  ['a missing file', (folder: string) => void folder],
  ['an empty file', (folder: string) => writeFileSync(path.join(folder, 'desk.sqlite'), '')],
])('verify of %s says so, and makes nothing', async (_what, make) => {
  const folder = newFolder();
  make(folder);
  const before = readdirSync(folder);
  const run = await runDesk(['verify', '--data', folder]);
  expect(run.code).toBe(1);
  expect(run.lines[0]).toMatchObject({ fault: { code: 'store-missing' } });
  expect(readdirSync(folder)).toEqual(before);
});
