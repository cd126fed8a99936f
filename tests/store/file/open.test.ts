import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { storeFileName } from '../../../electron/store/file/file-names.ts';
import type { Store } from '../../../electron/store/store.ts';
import { newFolder } from '../../support/desk/folder.ts';
import {
  act,
  adoptProcedure,
  bytesOf,
  fileOf,
  openTestStore,
  received,
  tamper,
  tryStore,
} from '../../support/desk/test-store.ts';

const open: Store[] = [];
afterEach(() => open.splice(0).forEach((store) => store.close()));

function opened(folder = newFolder()): Store {
  const store = openTestStore(folder);
  open.push(store);
  return store;
}

let made: string | undefined;

/** A folder with a register of three cases, closed as it should be. */
function usedFolder(): string {
  made ??= makeFolder();
  const folder = newFolder();
  cpSync(made, folder, { recursive: true });
  return folder;
}

function makeFolder(): string {
  const folder = newFolder();
  const store = openTestStore(folder);
  adoptProcedure(store);
  for (const serial of [1, 2, 3]) act(store, serial, received(serial));
  store.close();
  return folder;
}

function openInAnotherProcess(folder: string): unknown {
  const script = `
    import { openStore } from '${path.resolve('electron/store/store.ts')}';
    const store = openStore({ folder: process.argv[1], holder: 'another process', random: (size) => new Uint8Array(size) });
    process.stdout.write(JSON.stringify('fault' in store ? store : 'opened'));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, folder], {
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

describe('the settings, read back from the open file', () => {
  test.each([
    ['page_size', 8192],
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['recursive_triggers', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['mmap_size', undefined],
    ['locking_mode', 'normal'],
    ['temp_store', 2],
    ['secure_delete', 2],
    ['journal_size_limit', 67_108_864],
    ['application_id', 0x4d_43_44_4b],
  ])('%s is %s', (pragma, value) => {
    const answered = opened().db.pragma(pragma, { simple: true });
    // A build that cannot map memory at all answers nothing to the question how much.
    expect(answered === 0 && pragma === 'mmap_size' ? undefined : answered).toBe(value);
  });

  test('the schema itself cannot be written to', () => {
    const { db } = opened();
    expect(() => db.exec(`UPDATE sqlite_master SET sql = '' WHERE name = 'journal'`)).toThrow(/may not be modified/);
  });
});

describe('one process at a time', () => {
  test('a second process is refused and told who has the file open', () => {
    const folder = newFolder();
    opened(folder);
    expect(openInAnotherProcess(folder)).toEqual({ fault: 'store-locked', data: { holder: 'a test' } });
  });

  test('after closing the next process opens', () => {
    const folder = newFolder();
    openTestStore(folder).close();
    expect(openInAnotherProcess(folder)).toBe('opened');
  });

  test('without the note the lock still holds', () => {
    const folder = newFolder();
    opened(folder);
    writeFileSync(path.join(folder, 'open-in.txt'), '');
    expect(openInAnotherProcess(folder)).toEqual({ fault: 'store-locked', data: { holder: 'another program' } });
  });
});

/** What is refused, with the fault, and how the folder came to be so. No byte of it may change. */
const refusals: readonly (readonly [string, string, () => string])[] = [
  [
    'a file of a newer version',
    'store-newer',
    () =>
      changed((db) => {
        db.exec(
          `INSERT INTO migration (version, name, sha256) VALUES (9990, 'later.sql', ''); PRAGMA user_version = 9990`,
        );
      }),
  ],
  ['a register of another program', 'store-foreign', () => foreign()],
  ['a file that is no database', 'store-foreign', () => withFile('Sổ theo dõi hồ sơ năm 2026\n'.repeat(400))],
  ['a short text file', 'store-foreign', () => withFile('x')],
  ['a text file where a register was', 'store-damaged', () => overwritten((bytes) => Buffer.alloc(bytes.length, 'x'))],
  ['an emptied file', 'store-damaged', () => overwritten(() => Buffer.alloc(0))],
  ['a file of zeros', 'store-damaged', () => overwritten((bytes) => Buffer.alloc(bytes.length))],
  ['a truncated file', 'store-damaged', () => overwritten((bytes) => bytes.subarray(0, 8192))],
  [
    'a file cut inside a page',
    'store-damaged',
    () => overwritten((bytes) => bytes.subarray(0, Math.floor(bytes.length / 2) + 100)),
  ],
  ['flipped magic', 'store-damaged', () => flipped(3)],
  ['a flipped page size', 'store-damaged', () => flipped(16)],
  ['a flipped application id', 'store-damaged', () => flipped(69)],
  ['a flipped schema version', 'store-damaged', () => flipped(62)],
  ['a flipped schema page', 'store-damaged', () => flipped(100)],
  [
    'a lost file whose log is still there',
    'store-damaged',
    () => {
      const folder = newFolder();
      writeFileSync(`${fileOf(folder)}-wal`, 'the newest cases');
      return folder;
    },
  ],
  [
    'an empty file whose log is still there',
    'store-damaged',
    () => {
      const folder = newFolder();
      writeFileSync(fileOf(folder), '');
      writeFileSync(`${fileOf(folder)}-wal`, 'the newest cases');
      return folder;
    },
  ],
];

describe('what is refused is left as it was, byte for byte', () => {
  test.each(refusals)('%s: %s', (_what, code, make) => {
    const folder = make();
    const before = bytesOf(folder);
    const answer = tryStore(folder);
    expect(answer).toMatchObject({ fault: code });
    expect(bytesOf(folder)).toEqual(before);
  });

  test('a folder that is a file', () => {
    const file = path.join(newFolder(), 'not-a-folder');
    writeFileSync(file, 'x');
    expect(tryStore(file)).toEqual({ fault: 'store-unusable', data: { path: file, reason: 'EEXIST' } });
    expect(readFileSync(file, 'utf8')).toBe('x');
  });

  test('a folder that cannot be made', () => {
    const file = path.join(newFolder(), 'not-a-folder');
    writeFileSync(file, 'x');
    const folder = path.join(file, 'desk');
    expect(tryStore(folder)).toEqual({ fault: 'store-unusable', data: { path: folder, reason: 'ENOTDIR' } });
  });

  test('a data file that is a folder', () => {
    const folder = newFolder();
    mkdirSync(path.join(folder, storeFileName));
    expect(tryStore(folder)).toMatchObject({ fault: 'store-unusable' });
  });

  test('a migration that is not the one the file was made with', () => {
    const folder = changed((db) => db.exec(`UPDATE migration SET sha256 = 'other'`));
    expect(tryStore(folder)).toMatchObject({
      fault: 'store-unusable',
      data: { reason: expect.stringContaining('0010-foundation.sql is not the one this file was made with') },
    });
  });
});

describe('what is opened', () => {
  test('an empty file in a folder that never held a register is a new office', () => {
    const folder = newFolder();
    writeFileSync(fileOf(folder), '');
    expect(isFault(tryStoreAndClose(folder))).toBe(false);
  });

  test('a register moved into another folder', () => {
    const folder = newFolder();
    copyFileSync(fileOf(usedFolder()), fileOf(folder));
    const store = opened(folder);
    expect(store.db.prepare('SELECT count(*) FROM case_summary').pluck().get()).toBe(3);
  });

  test('after a clean close everything is in one file', () => {
    const folder = usedFolder();
    expect(existsSync(`${fileOf(folder)}-wal`)).toBe(false);
    expect(existsSync(`${fileOf(folder)}-shm`)).toBe(false);
  });
});

function tryStoreAndClose(folder: string): unknown {
  const store = tryStore(folder);
  if (!isFault(store)) open.push(store);
  return isFault(store) ? store : 'opened';
}

function changed(change: (db: Database.Database) => void): string {
  const folder = usedFolder();
  tamper(folder, change);
  return folder;
}

function foreign(): string {
  const folder = newFolder();
  const db = new Database(fileOf(folder));
  db.exec('CREATE TABLE invoice (id INTEGER PRIMARY KEY); INSERT INTO invoice VALUES (1)');
  db.close();
  return folder;
}

function withFile(text: string): string {
  const folder = newFolder();
  writeFileSync(fileOf(folder), text);
  return folder;
}

function overwritten(change: (bytes: Buffer) => Uint8Array): string {
  const folder = usedFolder();
  const bytes = change(readFileSync(fileOf(folder)));
  truncateSync(fileOf(folder), 0);
  writeFileSync(fileOf(folder), bytes);
  return folder;
}

function flipped(offset: number): string {
  return overwritten((bytes) => {
    bytes[offset] = (bytes[offset] ?? 0) ^ 0x10;
    return bytes;
  });
}
