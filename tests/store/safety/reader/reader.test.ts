import Database from 'better-sqlite3';
import { existsSync, readdirSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { openToRead } from '../../../../electron/store/file/opening/open.ts';
import { type Reader, openReader } from '../../../../electron/store/safety/reader/reader.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { act, adoptProcedure, fileOf, openTestStore, received } from '../../../support/desk/test-store.ts';

let open: { store: Store; reader: Reader; folder: string } | undefined;
afterEach(async () => {
  await open?.reader.close();
  open?.store.close();
  open = undefined;
});

function office(cases: number) {
  const folder = newFolder();
  const store = openTestStore(folder);
  open = { store, reader: openReader(folder), folder };
  adoptProcedure(store);
  for (let serial = 1; serial <= cases; serial += 1) act(store, serial, received(serial));
  return open;
}

function looked(checks: readonly { readonly name: string; readonly looked: number }[], name: string): number {
  return checks.find((check) => check.name === name)?.looked ?? -1;
}

test('a thread reads what stands in the log of a file that is open', async () => {
  const { reader, store } = office(3);
  const checks = await reader.read('verify', null);
  expect(checks.flatMap(({ found }) => found)).toEqual([]);
  expect(looked(checks, 'journal chains')).toBe(3);
  expect(store.db.open).toBe(true);
});

test('while it reads the desk writes, and what is read is of one moment', async () => {
  const { reader, store } = office(30);
  const reading = [1, 2, 3].map(() => reader.read('verify', null));
  let written = 0;
  let done = false;
  void Promise.all(reading).then(() => (done = true));
  while (!done) {
    written += 1;
    act(store, 1000 + written, received(1000 + written));
    await new Promise(setImmediate);
  }
  const answers = await Promise.all(reading);
  expect(answers.flat().flatMap(({ found }) => found)).toEqual([]);
  for (const checks of answers) expect(looked(checks, 'projections')).toBe(looked(checks, 'journal chains'));
  expect(looked(answers[2] ?? [], 'journal chains')).toBeGreaterThan(looked(answers[0] ?? [], 'journal chains'));
});

test('what somebody looks at is not kept waiting by what takes long', async () => {
  const { reader } = office(3);
  const unpaid = () => reader.read('unpaid', { until: '2026-12-31', incentives: [], limit: 10 });
  // Its thread has begun by then: what is asked here is who waits for whom, not how long a thread takes to begin.
  await unpaid();
  let ended = 0;
  const long = Array.from({ length: 12 }, () => reader.read('verify', null).then(() => (ended += 1)));
  const checked = await unpaid();
  expect(checked?.total.files).toBe(0);
  expect(ended).toBeLessThan(12);
  await Promise.all(long);
});

test('the reading connection cannot write', () => {
  const { folder } = office(1);
  const db = openToRead(folder);
  expect(() => db.exec("UPDATE setting SET value = '1'")).toThrow('readonly');
  expect(() => db.exec('DELETE FROM draft')).toThrow('readonly');
  db.close();
});

test('a desk that closes meanwhile gives the reading up, and leaves one file and its lock', async () => {
  const { reader, store, folder } = office(3);
  const given = reader.read('verify', null);
  const waiting = reader.read('verify', null);
  const ended = Promise.allSettled([given, waiting]);
  await reader.close();
  store.close();
  expect((await ended).map(({ status }) => status)).toContain('rejected');
  await expect(reader.read('stateHash', null)).rejects.toThrow('closing');
  expect(readdirSync(folder).toSorted()).toEqual(['desk.sqlite', 'lock.sqlite', 'open-in.txt']);
});

test('a file that is gone is an error of the reading and not of the desk', async () => {
  const reader = openReader(newFolder());
  await expect(reader.read('verify', null)).rejects.toThrow('unable to open database file');
});

test('a thread that failed, and one that was given up, spoil nothing for who reads next', async () => {
  const { reader, folder } = office(2);
  const head = await reader.read('stateHash', null);
  await expect(openReader(newFolder()).read('verify', null)).rejects.toThrow();
  expect(await reader.read('stateHash', null)).toBe(head);
  const other = openReader(folder);
  const given = other.read('verify', null);
  const ended = Promise.allSettled([given]);
  await other.close();
  await ended;
  expect(await reader.read('stateHash', null)).toBe(head);
  const beside = reader.beside(folder);
  expect(await Promise.all([beside.read('stateHash', null), reader.read('stateHash', null)])).toEqual([head, head]);
});

const always = { from: '2020-01-01', to: '2030-01-01', now: '2026-11-23T09:00:00+07:00' };

test('who looks on at a report is told how far it is', async () => {
  const { reader } = office(30);
  const told: (readonly [number, number])[] = [];
  const { signal } = new AbortController();
  const tell = (done: number, of: number) => void told.push([done, of]);
  const report = await reader.read('report07a', always, { tell, signal });
  expect(report.head).toMatch(/^[0-9a-f]{16}$/);
  expect(told).toEqual([
    [0, 30],
    [30, 30],
  ]);
});

test('a report that was given up has no answer, and who reads next is not touched by it', async () => {
  const { reader } = office(30);
  const reason = new Error('given up');
  const stop = new AbortController();
  // At its first word: the answer may be on its way already, and is not taken.
  const given = reader.read('report07a', always, { tell: () => stop.abort(reason), signal: stop.signal });
  const next = reader.read('report07a', always);
  await expect(given).rejects.toBe(reason);
  expect((await next).head).toMatch(/^[0-9a-f]{16}$/);
  // One that was given up before its turn does not begin.
  await expect(reader.read('report07a', always, { tell: () => undefined, signal: stop.signal })).rejects.toBe(reason);
});

test('the lock is held beside the file, by the process that has it open and no other', () => {
  const { folder, store } = office(0);
  const lock = () => new Database(`${folder}/lock.sqlite`, { timeout: 10 });
  const other = lock();
  expect(() => other.exec('BEGIN EXCLUSIVE')).toThrow('locked');
  store.close();
  other.exec('BEGIN EXCLUSIVE; COMMIT');
  other.close();
  expect(existsSync(`${fileOf(folder)}-shm`)).toBe(false);
});
