import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isFault } from '../../electron/contract/base/fault.ts';
import { listBackups } from '../../electron/store/safety/backup/manifest.ts';
import { restoreBackup } from '../../electron/store/safety/backup/restore.ts';
import { resumeSwap } from '../../electron/store/safety/backup/swap.ts';
import { stateHash } from '../../electron/store/safety/verify/state-hash.ts';
import { newFolder } from '../support/desk/folder.ts';
import { act, adoptProcedure, fileOf, findingsOf, openTestStore, received } from '../support/desk/test-store.ts';

const script = path.resolve(import.meta.dirname, '../support/killed/killed-backup.ts');

let office = '';
let hash = '';

beforeAll(() => {
  office = newFolder();
  const store = openTestStore(office);
  adoptProcedure(store);
  for (let serial = 1; serial <= 20; serial += 1) act(store, serial, received(serial));
  hash = stateHash(store.db);
  store.close();
});

function copyOfOffice(): string {
  const folder = newFolder();
  cpSync(fileOf(office), fileOf(folder));
  return folder;
}

function run(what: 'backup' | 'restore' | 'over', folder: string, place: string, at: string) {
  const { signal, stdout, stderr } = spawnSync(process.execPath, [script, what, folder, place, at], {
    encoding: 'utf8',
  });
  if (signal === null && stdout === '') throw new Error(stderr);
  return { signal, answer: stdout === '' ? undefined : (JSON.parse(stdout) as Record<string, unknown>) };
}

function hashOf(folder: string): string {
  const store = openTestStore(folder);
  try {
    expect(findingsOf(store.db)).toEqual([]);
    return stateHash(store.db);
  } finally {
    store.close();
  }
}

const backupSteps = ['begun', 'copied', 'proven', 'told'] as const;
const restoreSteps = ['begun', 'copied', 'proven', 'renamed', 'placed'] as const;

describe('a process killed while it makes a backup', () => {
  test.each(backupSteps)('after «%s»: the register is whole, no half backup counts, and the next one is made', (at) => {
    const [folder, place] = [copyOfOffice(), newFolder()];
    expect(run('backup', folder, place, '').answer).toMatchObject({ manifest: { stateHash: hash } });
    expect(run('backup', folder, place, at).signal).toBe('SIGKILL');
    expect(listBackups(place)).toHaveLength(1);
    expect(hashOf(folder)).toBe(hash);
    expect(run('backup', folder, place, '').answer).toMatchObject({ manifest: { stateHash: hash } });
    expect(readdirSync(place).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(listBackups(place)).toHaveLength(2);
  });
});

describe('a process killed while it restores', () => {
  test.each(restoreSteps)(
    'after «%s»: the backup is whole, and the register is there as a whole or not at all',
    async (at) => {
      const place = newFolder();
      run('backup', copyOfOffice(), place, '');
      const backup = listBackups(place)[0];
      if (backup === undefined) throw new Error('no backup');
      const folder = newFolder();
      expect(run('restore', folder, backup.folder, at).signal).toBe('SIGKILL');
      if (at !== 'placed') {
        expect(existsSync(fileOf(folder))).toBe(false);
        const again = run('restore', folder, backup.folder, '');
        expect(again.answer).toMatchObject({ stateHash: hash });
      }
      expect(hashOf(folder)).toBe(hash);
      // Killed after the exchange the plan may lie there still; the next opening ends it.
      if (at !== 'placed') expect(existsSync(path.join(folder, 'restoring'))).toBe(false);
      // Whatever happened there, the backup can be restored elsewhere.
      const elsewhere = await restoreBackup({
        from: backup.folder,
        folder: newFolder(),
        now: Date.parse('2026-11-23T09:30:00+07:00'),
        random: (size) => new Uint8Array(size).fill(9),
        marks: null,
        key: null,
      });
      expect(isFault(elsewhere)).toBe(false);
    },
  );
});

const overSteps = [
  'begun',
  'copied',
  'proven',
  'replayed',
  'renamed',
  'planned',
  'kept desk.sqlite',
  'kept desk.sqlite-wal',
  'placed',
] as const;

describe('a process killed while it puts a backup in the place of a damaged register', () => {
  test.each(overSteps)('after «%s»: the old register or the new one, and nothing of either is lost', (at) => {
    const [folder, place] = [copyOfOffice(), newFolder()];
    run('backup', folder, place, '');
    const store = openTestStore(folder);
    for (let serial = 21; serial <= 25; serial += 1) act(store, serial, received(serial));
    const later = stateHash(store.db);
    store.close();
    const backup = listBackups(place)[0]?.folder ?? '';
    expect(run('over', folder, backup, at).signal).toBe('SIGKILL');
    const swapped = resumeSwap(folder);
    // What the file told beyond the backup came over with it.
    expect(hashOf(folder)).toBe(later);
    expect(swapped !== null).toBe(overSteps.indexOf(at) >= overSteps.indexOf('planned'));
    expect(existsSync(path.join(folder, 'kept'))).toBe(swapped !== null);
  });
});
