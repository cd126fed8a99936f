import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { migrate, migrations, newestVersion } from '../../../electron/store/file/migrate.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { statementsOf } from '../../support/desk/statements.ts';
import { fileOf, openTestStore } from '../../support/desk/test-store.ts';

const snapshotFile = path.resolve(import.meta.dirname, 'schema.snapshot.sql');

function schemaOf(db: Database.Database): string {
  const rows = db
    .prepare(
      `SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'name_index_%' ORDER BY type = 'trigger', type = 'index', name`,
    )
    .pluck()
    .all() as string[];
  return rows.map((sql) => `${sql};\n`).join('\n');
}

/** `table.column` of every table, and the names of triggers: what a later version may add to and never take away. */
function partsOf(sql: string): string[] {
  const db = new Database(':memory:');
  db.exec(sql);
  const tables = db
    .prepare(`SELECT name FROM sqlite_master WHERE type IN ('table', 'trigger')`)
    .pluck()
    .all() as string[];
  const parts = tables.flatMap((table) => [
    table,
    ...db
      .prepare('SELECT name FROM pragma_table_info(?)')
      .pluck()
      .all(table)
      .map((column) => `${table}.${String(column)}`),
  ]);
  db.close();
  return parts;
}

describe('the schema', () => {
  test('is the one in schema.snapshot.sql, and nothing was taken away', () => {
    const store = openTestStore();
    const schema = schemaOf(store.db);
    store.close();
    const renew = process.env['RENEW_SCHEMA_SNAPSHOT'] === '1';
    const snapshot = existsSync(snapshotFile) ? readFileSync(snapshotFile, 'utf8') : '';
    const removed = partsOf(snapshot).filter((part) => !partsOf(schema).includes(part));
    // Files of a released version hold these, and a new version must still read them: renewing does not skip this line.
    expect(
      removed,
      'a table, column or trigger was removed, but migrations only add (nothing is released yet? delete the snapshot, renew it)',
    ).toEqual([]);
    if (renew) writeFileSync(snapshotFile, schema);
    expect(
      schema,
      'if a migration was added on purpose: RENEW_SCHEMA_SNAPSHOT=1 npm run unit -- tests/store/migrate.test.ts',
    ).toBe(readFileSync(snapshotFile, 'utf8'));
  });

  test('every table is strict, and the journal has its guards', () => {
    const store = openTestStore();
    const loose = store.db
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all();
    const triggers = store.db
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name`)
      .pluck()
      .all();
    store.close();
    expect(loose).toEqual([]);
    expect(triggers).toEqual(['account_keeps_its_name', 'journal_never_changes', 'journal_never_shrinks']);
  });
});

describe('migrations', () => {
  test('are even numbers in order, each with its hash', () => {
    const versions = migrations().map(({ version }) => version);
    expect(versions.every((version, at) => version % 2 === 0 && version > (versions[at - 1] ?? 0))).toBe(true);
    expect(newestVersion()).toBe(versions.at(-1));
    expect(migrations().every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
  });

  test('a file says which it has, and opening it again changes nothing', () => {
    const folder = newFolder();
    const store = openTestStore(folder);
    const listed = store.db.prepare('SELECT version, name, sha256 FROM migration ORDER BY version').all();
    expect(listed).toEqual(migrations().map(({ version, name, sha256 }) => ({ version, name, sha256 })));
    expect(store.db.pragma('user_version', { simple: true })).toBe(newestVersion());
    migrate(store.db);
    expect(store.db.prepare('SELECT version, name, sha256 FROM migration ORDER BY version').all()).toEqual(listed);
    store.close();
  });

  test('a changed past is refused', () => {
    const store = openTestStore();
    store.db.exec(`UPDATE migration SET sha256 = 'other' WHERE version = 10`);
    expect(() => migrate(store.db)).toThrow('migration 0010-foundation.sql is not the one this file was made with');
    store.close();
  });
});

describe('a process killed inside a migration', () => {
  const total = migrations().reduce((sum, { sql }) => sum + statementsOf(sql).length, 0);
  const points = [0, 1, 2, Math.floor(total / 3), Math.floor(total / 2), total - 1];

  test('leaves the file wholly old, whichever statement it was', () => {
    const script = path.resolve(import.meta.dirname, '../../support/killed/killed-migration.ts');
    const endings = points.map((point) => {
      const folder = newFolder();
      new Database(fileOf(folder)).exec('PRAGMA journal_mode = WAL').close();
      const { signal, stderr } = spawnSync(process.execPath, [script, fileOf(folder), String(point)], {
        encoding: 'utf8',
      });
      expect([signal, stderr]).toEqual(['SIGKILL', '']);
      const kept = newFolder();
      cpSync(folder, kept, { recursive: true });
      const db = new Database(fileOf(kept));
      const ending = [
        db.prepare('SELECT count(*) FROM sqlite_master').pluck().get(),
        db.pragma('user_version', { simple: true }),
      ];
      db.close();
      const store = openTestStore(folder);
      expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(store.db.pragma('user_version', { simple: true })).toBe(newestVersion());
      store.close();
      return ending;
    });
    expect(endings).toEqual(points.map(() => [0, 0]));
  });
});
