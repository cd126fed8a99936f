import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { canonicalJson } from '../../../electron/domain/base/canonical-json.ts';
import { foldCase } from '../../../electron/domain/counter/case/state.ts';
import type { RecordedAction } from '../../../electron/domain/entries/case.ts';
import type { Db } from '../../../electron/store/file/db.ts';
import { newestVersion } from '../../../electron/store/file/migrate.ts';
import { newFileKey, recodeFile } from '../../../electron/store/file/opening/sealed.ts';
import { entriesOf } from '../../../electron/store/journal/entries.ts';
import { kindCode } from '../../../electron/store/journal/subject.ts';
import { openStore } from '../../../electron/store/store.ts';
import { rebuildProjections } from '../../../electron/store/safety/verify/rebuild.ts';
import { stateHash } from '../../../electron/store/safety/verify/state-hash.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { goldenOffice, goldenOffices, renewState } from '../../support/desk/golden.ts';
import {
  bytesOf,
  fileOf,
  findingsOf,
  openTestStore,
  stateHash as everyRow,
  tamper,
  tryStore,
} from '../../support/desk/test-store.ts';

/** What every case of the file folds to. */
function foldsOf(db: Db): string {
  const cases = db
    .prepare('SELECT subject_id FROM subject WHERE kind = ? ORDER BY name')
    .pluck()
    .all(kindCode('case')) as number[];
  const hash = createHash('sha256');
  for (const row of cases) {
    const actions = entriesOf<RecordedAction>(db, row);
    if (actions.length > 0) hash.update(canonicalJson(JSON.parse(JSON.stringify(foldCase(actions)))));
  }
  return hash.digest('hex');
}

/** What the program of that day would have shown and printed, asked of its own tables by names that were there from the first. */
const asked = {
  cases: 'SELECT number, status, channel, accepted_at, due_at, finished_at, holder FROM case_summary ORDER BY case_id',
  receipts: 'SELECT template, symbol, number, day FROM receipt ORDER BY receipt_id',
  accounts: 'SELECT username, role FROM account ORDER BY username',
  chain: 'SELECT hex(hash) FROM journal ORDER BY seq',
} as const;

function toldBy(db: Db): Record<string, unknown[]> {
  return Object.fromEntries(Object.entries(asked).map(([name, sql]) => [name, db.prepare(sql).raw().all()]));
}

function toldThen(folder: string): { version: number; told: Record<string, unknown[]> } {
  const db = new Database(fileOf(folder), { readonly: true });
  try {
    return { version: db.pragma('user_version', { simple: true }) as number, told: toldBy(db) };
  } finally {
    db.close();
  }
}

const offices = goldenOffices();

describe('an office as an earlier version left it', () => {
  test('is kept for each state of the schema that a program was ever made with', () => {
    const files = readdirSync(import.meta.dirname).filter((name) => /\.(br|gz)$/.test(name));
    expect(offices.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
    const versions = offices.map(({ file }) => toldThen(goldenOffice(file)).version);
    expect([...new Set(versions)].toSorted((one, other) => one - other)).toEqual([20, 50, 70, 140, 160, 170, 210]);
  });

  test.each(offices)('$file opens, is whole, and is what it was', ({ file, entries, state, folds }) => {
    const folder = goldenOffice(file);
    const then = toldThen(folder);
    const store = openTestStore(folder);
    expect(store.db.pragma('user_version', { simple: true })).toBe(newestVersion());
    expect(store.db.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(entries);
    expect(toldBy(store.db)).toEqual(then.told);
    expect(findingsOf(store.db)).toEqual([]);
    expect(foldsOf(store.db)).toBe(folds);
    if (process.env['RENEW_GOLDEN_STATE'] === '1') renewState(file, stateHash(store.db));
    else expect(stateHash(store.db)).toBe(state);
    const rows = everyRow(store.db);
    rebuildProjections(store.db);
    expect(everyRow(store.db)).toBe(rows);
    const held = stateHash(store.db);
    store.close();
    const again = openTestStore(folder);
    expect(stateHash(again.db)).toBe(held);
    again.close();
  });

  test.each(offices)('$file, sealed as it was and opened with its key, is the same', ({ file, folds }) => {
    const [plain, folder, key] = [goldenOffice(file), newFolder(), newFileKey()];
    const then = toldThen(plain);
    recodeFile(fileOf(plain), null, fileOf(folder), key);
    const opened = openStore({ folder, holder: 'a test', random: (size) => new Uint8Array(size).fill(3), key });
    if (isFault(opened)) throw new Error(opened.fault);
    expect(toldBy(opened.db)).toEqual(then.told);
    expect(foldsOf(opened.db)).toBe(folds);
    expect(findingsOf(opened.db)).toEqual([]);
    opened.close();
  });

  test('with a past that is not ours is refused by name, and not a byte of it changes', () => {
    const folder = goldenOffice('schema-70.sqlite.br');
    tamper(folder, (db) => db.exec("UPDATE migration SET sha256 = 'other' WHERE version = 10"));
    const before = bytesOf(folder);
    expect(tryStore(folder)).toMatchObject({
      fault: 'store-unusable',
      data: { reason: 'migration 0010-foundation.sql is not the one this file was made with' },
    });
    rmSync(path.join(folder, 'lock.sqlite'), { force: true });
    expect(bytesOf(folder)).toEqual(before);
  });
});
