import Database from 'better-sqlite3';
import { closeSync, openSync, readFileSync, readdirSync, writeSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { makeBackup } from '../../../electron/store/safety/backup/make.ts';
import { restoreBackup, restoreOver } from '../../../electron/store/safety/backup/restore.ts';
import { openFile, openToRead } from '../../../electron/store/file/opening/open.ts';
import { type FileKey, headOf, keyFile, newFileKey } from '../../../electron/store/file/opening/sealed.ts';
import { keysText, readKeys, writeKeys } from '../../../electron/store/keys/keys-file.ts';
import { type Reader, openReader } from '../../../electron/store/safety/reader/reader.ts';
import { type Store, openStore } from '../../../electron/store/store.ts';
import { openingFinding } from '../../../electron/store/safety/verify/opening.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { filesBelow, foundIn } from '../../support/desk/stolen.ts';
import { act, adoptProcedure, bytesOf, fileOf, findingsOf, received } from '../../support/desk/test-store.ts';

const random = (size: number) => new Uint8Array(size).fill(7);
const monday = Date.parse('2026-11-23T09:00:00+07:00');
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

function open(folder: string, key: FileKey | null): Store {
  const store = openStore({ folder, holder: 'a test', random, key });
  if (isFault(store)) throw new Error(JSON.stringify(store));
  closing.push(() => store.close());
  return store;
}

function readerOf(folder: string, key: FileKey | null): Reader {
  const reader = openReader(folder, key);
  closing.push(() => reader.close());
  return reader;
}

/** An office of five cases whose log still holds some of them. */
function office(key: FileKey | null): { folder: string; store: Store } {
  const folder = newFolder();
  const store = open(folder, key);
  adoptProcedure(store);
  for (let serial = 1; serial <= 5; serial += 1) act(store, serial, received(serial));
  return { folder, store };
}

const canaries = ['NGUYỄN THỊ ĐẶNG ÁNH', 'nguyen thi dang anh', '079190000001', 'Đăng ký khai sinh', 'case_summary'];

const facts = {
  app: 'test',
  schema: 80,
  desk: { uuid: 'u', code: 'Q1', name: 'Quầy 1' },
  unitCode: '27112',
  centreName: 'Trung tâm',
  practice: true,
  why: 'asked',
  madeAt: '2026-11-23T09:00:00+07:00',
} as const;

const closedOffice = { unitName: 'A', centreName: 'T', deskName: 'Quầy 1', deskCode: 'Q1', practice: true };

function keysOf({ key, salt }: FileKey): string {
  const files = [{ salt: salt.toString('base64url'), seals: [] }];
  return keysText({ format: 1, office: closedOffice, files, accounts: [] }, key);
}

describe('a sealed folder in other hands', () => {
  test('nothing of it can be read: file, log, index, backup, key; in a plain one everything can', async () => {
    const key = newFileKey();
    for (const one of [null, key]) {
      const { folder } = office(one);
      const keys = one === null ? null : keysOf(one);
      if (keys !== null) writeKeys(folder, keys);
      const reader = readerOf(folder, one);
      const made = await makeBackup({ folder, reader, place: path.join(folder, 'backups'), facts, keys });
      expect(isFault(made)).toBe(false);
      expect(filesBelow(folder).map((file) => path.basename(file))).toContain('desk.sqlite-wal');
      expect(foundIn(folder, canaries)).toEqual(one === null ? canaries : []);
      const secrets = [key.key.toString('latin1'), key.key.toString('hex'), key.key.toString('base64')];
      expect(foundIn(folder, secrets)).toEqual([]);
    }
  });

  test('neither does it open with another key or with none, and it stays as it was', () => {
    const key = newFileKey();
    const { folder, store } = office(key);
    store.close();
    const before = bytesOf(folder);
    expect(openFile(folder, 'x', newFileKey())).toMatchObject({ fault: 'keys-foreign' });
    // The right salt, and not its key: what somebody makes who changes the key file.
    expect(openFile(folder, 'x', { ...newFileKey(), salt: key.salt })).toMatchObject({ fault: 'store-damaged' });
    expect(openFile(folder, 'x')).toMatchObject({ fault: 'store-damaged' });
    expect(bytesOf(folder)).toEqual(before);
  });

  test('a page that was exchanged is found when it is read', () => {
    const key = newFileKey();
    const { folder, store } = office(key);
    store.close();
    const bytes = readFileSync(fileOf(folder));
    const handle = openSync(fileOf(folder), 'r+');
    writeSync(handle, Buffer.from([(bytes[3 * 8192 + 100] ?? 0) ^ 1]), 0, 1, 3 * 8192 + 100);
    closeSync(handle);
    const db = openToRead(folder, key);
    expect(() => db.pragma('integrity_check')).toThrow('malformed');
    db.close();
  });
});

describe('a sealed register is worked with as a plain one', () => {
  test('closed and opened again it holds the same, and passes the checks', () => {
    const key = newFileKey();
    const { folder, store } = office(key);
    store.close();
    expect(headOf(fileOf(folder))).toEqual(key.salt);
    const again = open(folder, { key: Buffer.from(key.key), salt: Buffer.from(key.salt) });
    expect(openingFinding(again.db)).toBeNull();
    expect(findingsOf(again.db)).toEqual([]);
    expect(again.db.prepare('SELECT count(*) FROM case_summary').pluck().get()).toBe(5);
    expect(again.db.pragma('page_size', { simple: true })).toBe(8192);
    expect(again.db.pragma('journal_mode', { simple: true })).toBe('wal');
  });

  test('a plain file is not opened with a key: it would be taken for damaged', () => {
    const { folder, store } = office(null);
    store.close();
    expect(openFile(folder, 'x', newFileKey())).toMatchObject({ fault: 'keys-foreign' });
  });

  test('a thread reads it while it is written', async () => {
    const key = newFileKey();
    const { folder, store } = office(key);
    const reading = readerOf(folder, key).read('verify', null);
    act(store, 9, received(9));
    expect((await reading).flatMap(({ found }) => found)).toEqual([]);
    // The thread wiped its own copy and not this one.
    expect(key.key.equals(Buffer.alloc(32))).toBe(false);
  });

  test('a backup has the same key and salt, and comes back with its keys', async () => {
    const key = newFileKey();
    const { folder, store } = office(key);
    const reader = readerOf(folder, key);
    const place = newFolder();
    const made = await makeBackup({ folder, reader, place, facts, keys: keysOf(key) });
    if (isFault(made)) throw new Error(JSON.stringify(made));
    expect(headOf(made.file)).toEqual(key.salt);
    store.close();
    const elsewhere = newFolder();
    const asked = { from: made.folder, folder: elsewhere, now: monday, random, marks: null };
    expect(await restoreBackup({ ...asked, key: { ...newFileKey(), salt: key.salt } })).toMatchObject({
      fault: expect.stringMatching(/^(backup|store)-/),
    });
    const restored = await restoreBackup({ ...asked, key });
    expect(restored).toMatchObject({ manifest: { cases: 5 } });
    expect(readKeys(elsewhere, key.salt)).toMatchObject({ format: 1 });
    expect(open(elsewhere, key).db.prepare('SELECT count(*) FROM case_summary').pluck().get()).toBe(5);
  });

  test('a damaged register is replaced by a sealed backup, what it still told comes over, and its own keys stay', async () => {
    const key = newFileKey();
    const { folder, store } = office(key);
    const own = keysText(
      {
        format: 1,
        office: { ...closedOffice, deskName: 'Quầy Một' },
        files: [{ salt: key.salt.toString('base64url'), seals: [] }],
        accounts: [],
      },
      key.key,
    );
    writeKeys(folder, own);
    const made = await makeBackup({
      folder,
      reader: readerOf(folder, key),
      place: newFolder(),
      facts,
      keys: keysOf(key),
    });
    if (isFault(made)) throw new Error(JSON.stringify(made));
    act(store, 6, received(6));
    store.close();
    const restored = await restoreOver({ from: made.folder, folder, now: monday, random, marks: null, key });
    expect(restored).toMatchObject({ replayed: 1, whole: true });
    expect(readFileSync(path.join(folder, 'keys.json'), 'utf8')).toBe(own);
    expect(open(folder, key).db.prepare('SELECT count(*) FROM case_summary').pluck().get()).toBe(6);
  });
});

/** What is relied on and not promised: looked at whenever the driver changes. */
describe('the driver', () => {
  test('takes the key as bytes, and quotes it in no error', () => {
    const folder = newFolder();
    const key = newFileKey();
    const hex = key.key.toString('hex');
    const errors: unknown[] = [];
    const tries = [
      () => openFile(folder, 'x', { key: key.key.subarray(0, 7), salt: key.salt }),
      () => openFile(folder, 'x', { key: key.key, salt: key.salt.subarray(0, 3) }),
      () => openToRead(path.join(folder, 'nowhere'), key),
      () => {
        office(key);
        const db = new Database(path.join(folder, 'other.sqlite'));
        closing.push(() => db.close());
        keyFile(db, key);
        db.exec('CREATE TABLE t (a); SELECT nothing FROM t');
      },
    ];
    for (const attempt of tries) {
      try {
        errors.push(attempt());
      } catch (error) {
        errors.push(error instanceof Error ? `${error.message} ${error.stack} ${JSON.stringify(error)}` : error);
      }
    }
    const text = errors.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');
    expect(errors).toHaveLength(tries.length);
    for (const secret of [hex, hex.toUpperCase(), key.key.toString('base64')])
      expect(text).not.toContain(secret.slice(0, 12));
    for (const name of readdirSync(folder)) expect(name).not.toContain(hex.slice(0, 12));
  });
});
