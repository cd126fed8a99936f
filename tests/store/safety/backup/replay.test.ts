import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { cpSync } from 'node:fs';
import { expect, test } from 'vitest';
import { replayTail } from '../../../../electron/store/safety/backup/replay.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { stateHash } from '../../../../electron/store/safety/verify/state-hash.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { goldenOffice } from '../../../support/desk/golden.ts';
import {
  adoptProcedure,
  caseId,
  fileOf,
  findingsOf,
  monday,
  openTestStore,
  received,
} from '../../../support/desk/test-store.ts';

/** A backup of a folder: the same file elsewhere. */
function copied(folder: string): string {
  const place = newFolder();
  cpSync(fileOf(folder), fileOf(place));
  return place;
}

/** A reception that goes on at once, and the sign-in before it: two commits, the second of two entries and a print. */
function work(store: Store, serial: number): void {
  const now = monday + serial * 1000;
  const kase = { kind: 'case', caseId: caseId(serial) } as const;
  store.write(null, now, (tx) => tx.append({ kind: 'account', username: 'clerk' }, { type: 'signed-in' }));
  store.write(null, now, (tx) => {
    tx.append(kase, received(serial));
    tx.append(kase, { type: 'transferred', to: 'hộ tịch' });
    tx.append({ kind: 'account', username: 'clerk' }, { type: 'signed-out' });
  });
}

const serial = 9000;

/** An office, its backup, and what it went on to. */
function office(folder: string): { backup: string; damaged: string; hash: string } {
  const first = openTestStore(folder);
  adoptProcedure(first);
  first.close();
  const backup = copied(folder);
  const store = openTestStore(folder);
  for (const at of [0, 1, 2]) work(store, serial + at);
  const hash = stateHash(store.db);
  store.close();
  return { backup, damaged: folder, hash };
}

function replayed(backup: string, damaged: string, harm = ''): { told: unknown; store: Store } {
  const from = new Database(fileOf(damaged));
  const guards = from.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all() as string[];
  for (const name of guards) from.exec(`DROP TRIGGER ${name}`);
  from.exec(harm);
  const store = openTestStore(backup);
  const told = replayTail(store.db, from);
  from.close();
  store.close();
  return { told, store: openTestStore(backup) };
}

test.each([
  ['begun in form 2', newFolder, 12],
  ['begun in form 1', () => goldenOffice('form-1-practice.sqlite.gz'), 13],
  ['restored in form 1', () => goldenOffice('form-1-restored.sqlite.gz'), 13],
])('all that an office %s told after its backup comes over, and it goes on', (_what, make, entries) => {
  const { backup, damaged, hash } = office(make());
  const { told, store } = replayed(backup, damaged);
  expect(told).toMatchObject({ entries, whole: true });
  expect(stateHash(store.db)).toBe(hash);
  expect(findingsOf(store.db)).toEqual([]);
  work(store, serial + 3);
  expect(findingsOf(store.db)).toEqual([]);
  expect(store.db.prepare("SELECT count(*) FROM journal WHERE type = 'form-begun'").pluck().get()).toBe(entries - 12);
  store.close();
});

test('a kept form that changed on the disk is not brought over under the name of what it was', () => {
  const { backup, damaged } = office(newFolder());
  const body = 'mẫu giấy';
  const [right, wrong] = [body, 'mẫu giây'].map((text) => createHash('sha256').update(text).digest('hex'));
  const harm = `INSERT INTO form_kept (sha256, body) VALUES (x'${right}', '${body}'), (x'${wrong}', 'mẫu giấx')`;
  const { store } = replayed(backup, damaged, harm);
  expect(store.db.prepare('SELECT lower(hex(sha256)) FROM form_kept').pluck().all()).toEqual([right]);
  expect(findingsOf(store.db)).toEqual([]);
  store.close();
});

/** What is thrown where a case is written down. */
function breaks({ db }: Store, error: Error): void {
  db.pragma('trusted_schema = ON');
  db.function('breaks', () => {
    throw error;
  });
  db.exec('CREATE TEMP TRIGGER breaks AFTER INSERT ON case_summary BEGIN SELECT breaks(); END');
}

test.each([
  ['a bug of ours', new TypeError('a bug')],
  ['a disk that is full', new Database.SqliteError('database or disk is full', 'SQLITE_FULL')],
])('%s is not taken for a page that cannot be read', (_what, error) => {
  const { backup, damaged } = office(newFolder());
  const from = new Database(fileOf(damaged), { readonly: true });
  const store = openTestStore(backup);
  breaks(store, error);
  expect(() => replayTail(store.db, from)).toThrow(error);
  from.close();
  store.close();
});

test.each([
  ['its last entry is gone', 'DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)'],
  [
    'an entry in it cannot be believed',
    "UPDATE journal SET at = at + 1 WHERE seq = (SELECT max(seq) FROM journal WHERE type = 'transferred')",
  ],
  ['its end is nowhere told', 'DELETE FROM chain'],
])('of a commit, nothing comes over where %s', (_what, harm) => {
  const { backup, damaged } = office(newFolder());
  const { told, store } = replayed(backup, damaged, harm);
  expect(told).toMatchObject({ entries: 9, whole: false });
  expect(store.db.prepare('SELECT count(*) FROM case_summary').pluck().get()).toBe(2);
  expect(findingsOf(store.db)).toEqual([]);
  store.close();
});
