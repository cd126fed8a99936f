import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { headOf } from '../../electron/store/file/opening/sealed.ts';
import { newFolder } from '../support/desk/folder.ts';
import { foundIn } from '../support/desk/stolen.ts';
import { openPracticeDesk, openTestDesk, password, reception } from '../support/desk/test-desk.ts';

const script = path.resolve(import.meta.dirname, '../support/killed/killed-reseal.ts');

let plain = '';
let sealed = '';

beforeAll(async () => {
  const at = await openPracticeDesk();
  at.sit('clerk');
  await at.get('case.receive', reception());
  await at.desk.close();
  plain = at.folder;
  sealed = copyOf(plain);
  expect(run('seal', sealed, '').stdout).toBe('null');
  const next = openTestDesk({ folder: sealed });
  for (const username of ['clerk', 'admin']) await next.get('account.signIn', { username, password });
  await next.desk.close();
});

function copyOf(from: string): string {
  const folder = newFolder();
  cpSync(from, folder, { recursive: true });
  return folder;
}

function run(what: 'seal' | 'turn', folder: string, at: string) {
  const { signal, stdout, stderr } = spawnSync(process.execPath, [script, what, folder, at], { encoding: 'utf8' });
  if (signal === null && stdout === '') throw new Error(stderr);
  return { signal, stdout };
}

const steps = [
  'begun',
  'copied',
  'proven',
  'written',
  'keyed',
  'planned',
  'kept desk.sqlite',
  'kept desk.sqlite-wal',
  'kept desk.sqlite-shm',
  'placed',
  'shredded',
] as const;

/** Opened as any start opens it: the case is there, the next one gets the next number, and all of it holds. */
async function expectWhole(folder: string): Promise<void> {
  const at = openTestDesk({ folder });
  await at.get('account.signIn', { username: 'clerk', password });
  const got = await at.get('case.receive', reception());
  expect(got.number.official).toMatch(/-0002$/);
  expect(at.desk.verify()).toMatchObject({ ok: true });
  await at.desk.close();
}

describe('a process killed while a plain register is sealed', () => {
  test.each(steps)('after «%s»: it is wholly plain or wholly sealed, and nothing is lost', async (at) => {
    const folder = copyOf(plain);
    expect(run('seal', folder, at).signal).toBe('SIGKILL');
    const isSealed = steps.indexOf(at) >= steps.indexOf('planned');
    await expectWhole(folder);
    expect(headOf(path.join(folder, 'desk.sqlite')) === 'plain').toBe(!isSealed);
    // No copy of the plain file is left where it became a sealed one.
    if (isSealed) expect(foundIn(folder, ['case_summary', 'scrypt$ln'])).toEqual([]);
    else expect(run('seal', folder, '').stdout).toBe('null');
    expect(existsSync(path.join(folder, 'kept')) ? readdirSync(path.join(folder, 'kept')) : []).toEqual([]);
  });
});

describe('a process killed while the key of the file is turned', () => {
  test.each(steps)('after «%s»: one of the two keys opens it, and nothing is lost', async (at) => {
    const folder = copyOf(sealed);
    const before = headOf(path.join(folder, 'desk.sqlite')) as Buffer;
    expect(run('turn', folder, at).signal).toBe('SIGKILL');
    await expectWhole(folder);
    const after = headOf(path.join(folder, 'desk.sqlite')) as Buffer;
    expect(after.equals(before)).toBe(steps.indexOf(at) < steps.indexOf('planned'));
    expect(foundIn(folder, ['case_summary'])).toEqual([]);
  });
});
