import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import type { Db } from './db.ts';
import { knowFunctions } from './sql-functions.ts';

/** 'MCDK': a file that carries it is ours. */
export const applicationId = 0x4d_43_44_4b;

/** The oldest version whose program can look at a file of this one; raised by a migration after which older programs would read something wrong. */
const leastReader = 160;

const folder = new URL('./migrations/', import.meta.url);

type Migration = { readonly version: number; readonly name: string; readonly sql: string; readonly sha256: string };

let shipped: readonly Migration[] | undefined;

/** The migrations of this version, oldest first; their numbers step by ten so that one can slip between. */
export function migrations(): readonly Migration[] {
  shipped ??= readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map(readMigration);
  return shipped;
}

export function newestVersion(): number {
  return migrations().at(-1)?.version ?? 0;
}

/** Says in the file which programs may look at it. On a full disk it stays unsaid until there is room: the file opens all the same. */
export function sayLeastReader(db: Db): void {
  const said = db.prepare("SELECT version FROM made_by WHERE what = 'reader'").pluck().get();
  if (said === leastReader) return;
  try {
    db.prepare(
      "INSERT INTO made_by (what, version) VALUES ('reader', ?) ON CONFLICT (what) DO UPDATE SET version = excluded.version",
    ).run(leastReader);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'SQLITE_FULL') throw error;
  }
}

/** Whether this program may look at a file of a later version: that one says so itself. */
export function mayLookAt(db: Db): boolean {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version <= newestVersion()) return true;
  const least = db.prepare("SELECT version FROM made_by WHERE what = 'reader'").pluck().get();
  return typeof least === 'number' && least <= newestVersion();
}

function readMigration(name: string): Migration {
  // A checkout on Windows may have turned line ends around; the hash is of the text with plain ones.
  const sql = readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n');
  return { version: Number(name.slice(0, 4)), name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
}

/** Brings the file to this version in one transaction: after a crash it is wholly old or wholly new. Throws on a changed past. */
export function migrate(db: Db): void {
  knowFunctions(db);
  if (isUpToDate(db)) return;
  const run = db.transaction(() => {
    db.pragma(`application_id = ${applicationId}`);
    db.exec(`CREATE TABLE IF NOT EXISTS migration (
      version INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT`);
    const applied = new Map(
      (db.prepare('SELECT version, sha256 FROM migration').all() as { version: number; sha256: string }[]).map(
        (row) => [row.version, row.sha256],
      ),
    );
    for (const migration of migrations()) applyOnce(db, migration, applied.get(migration.version));
    const [torn] = db.pragma('foreign_key_check') as { table: string }[];
    if (torn !== undefined) throw new Error(`a row of ${torn.table} refers to nothing`);
  });
  // A table that others refer to is made anew under its name; what they refer to is looked at as a whole instead.
  const enforced = db.pragma('foreign_keys', { simple: true });
  db.pragma('foreign_keys = OFF');
  try {
    run.immediate();
  } finally {
    db.pragma(`foreign_keys = ${enforced === 1 ? 'ON' : 'OFF'}`);
  }
}

/** Nothing is due, so nothing is written: a file on a full disk still opens. */
function isUpToDate(db: Db): boolean {
  if (db.pragma('application_id', { simple: true }) !== applicationId) return false;
  const rows = db.prepare('SELECT version, sha256 FROM migration ORDER BY version').all() as Pick<
    Migration,
    'version' | 'sha256'
  >[];
  const applied = JSON.stringify(rows.map(({ version, sha256 }) => [version, sha256]));
  return applied === JSON.stringify(migrations().map(({ version, sha256 }) => [version, sha256]));
}

function applyOnce(db: Db, migration: Migration, appliedSha256: string | undefined): void {
  if (appliedSha256 === migration.sha256) return;
  if (appliedSha256 !== undefined)
    throw new Error(`migration ${migration.name} is not the one this file was made with`);
  db.exec(migration.sql);
  db.prepare('INSERT INTO migration (version, name, sha256) VALUES (?, ?, ?)').run(
    migration.version,
    migration.name,
    migration.sha256,
  );
  // One that slipped between two others does not make the file older.
  const newest = db.prepare('SELECT max(version) FROM migration').pluck().get() as number;
  db.pragma(`user_version = ${newest}`);
}
