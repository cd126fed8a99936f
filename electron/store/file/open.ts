import Database from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, fault } from '../../contract/fault.ts';
import type { Db } from './db.ts';
import { lostFile, readHolder, wasHeld, writeHolder } from './lock.ts';
import { applicationId, migrate, newestVersion } from './migrate.ts';

export const storeFileName = 'desk.sqlite';

export type OpenFault = Fault<
  'store-locked' | 'store-newer' | 'store-damaged' | 'store-foreign' | 'store-unusable' | 'disk-full'
>;

/**
 * Opens the office's file, or says why not. The only place in the house that opens it; encryption will be set here too.
 * @param holder who opens it, for the message another process gets, such as `desk batch, pid 1234`
 */
export function openFile(folder: string, holder: string): Db | OpenFault {
  const path = join(folder, storeFileName);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    return fault('store-unusable', { path: folder, reason: codeOf(error) });
  }
  const lost = lostFile(folder, path);
  if (lost !== null) return lost;
  let db: Db | undefined;
  try {
    db = new Database(path, { timeout: 300 });
    // Said before the lock, which makes the first page; a file that is there keeps what it has. Entries of a few hundred bytes leave
    // less of a larger page unused.
    db.pragma('page_size = 8192');
    lock(db);
    // Asked before anything is set: even `journal_mode` would write into a file that is not ours.
    const refused = refuse(db, folder, path);
    if (refused !== null) {
      db.close();
      return refused;
    }
    setUp(db);
    migrate(db);
    writeHolder(folder, holder);
    return db;
  } catch (error) {
    db?.close();
    return openFault(error, folder, path);
  }
}

/** Takes the lock now and not at the first write, so a second process is told at its door. */
function lock(db: Db): void {
  db.pragma('locking_mode = EXCLUSIVE');
  db.exec('BEGIN IMMEDIATE; COMMIT');
}

/** The order matters; the reasons are in docs/topics/store.md. */
function setUp(db: Db): void {
  const mode = db.pragma('journal_mode = WAL', { simple: true });
  if (mode !== 'wal') throw new Error(`journal_mode is ${String(mode)}, not wal`);
  for (const pragma of settings) db.pragma(pragma);
}

const settings = [
  'synchronous = FULL',
  'foreign_keys = ON',
  'recursive_triggers = ON',
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'mmap_size = 0',
  'temp_store = MEMORY',
  'journal_size_limit = 67108864',
  'wal_autocheckpoint = 1000',
  'secure_delete = FAST',
  'cache_size = -65536',
  'checkpoint_fullfsync = ON',
] as const;

function refuse(db: Db, folder: string, path: string): OpenFault | null {
  const id = db.pragma('application_id', { simple: true });
  const version = db.pragma('user_version', { simple: true }) as number;
  const tables = db.prepare('SELECT count(*) FROM sqlite_master').pluck().get() as number;
  if (tables > 0 && id !== applicationId) return notOurs(folder, path, 'application_id');
  if (tables === 0 && wasHeld(folder)) return fault('store-damaged', { reason: 'the file has no tables' });
  if (tables > 0 && version !== newestApplied(db))
    return fault('store-damaged', { reason: `user_version is ${version}` });
  if (version > newestVersion()) return fault('store-newer', { version });
  return null;
}

/** The newest migration that the file itself lists. */
function newestApplied(db: Db): number {
  return (db.prepare('SELECT max(version) FROM migration').pluck().get() as number | null) ?? 0;
}

/** A file that this product has opened before and that no longer looks like its own was damaged, not exchanged. */
function notOurs(folder: string, path: string, reason: string): OpenFault {
  return wasHeld(folder) ? fault('store-damaged', { reason }) : fault('store-foreign', { path });
}

/** Whatever was thrown while the file was opened, or by the first thing done with it, as a fault. */
export function openFault(error: unknown, folder: string, path: string): OpenFault {
  const code = codeOf(error);
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') return fault('store-locked', { holder: readHolder(folder) });
  if (code === 'SQLITE_NOTADB') return notOurs(folder, path, code);
  if (code.startsWith('SQLITE_CORRUPT')) return fault('store-damaged', { reason: code });
  if (code === 'SQLITE_FULL') return fault('disk-full', {});
  return fault('store-unusable', { path, reason: code });
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : String((error as Error).message ?? error);
}
