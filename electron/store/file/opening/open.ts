import Database from 'better-sqlite3';
import { join } from 'node:path';
import { roomIn } from '../../../disk/room.ts';
import { type Fault, fault } from '../../../contract/base/fault.ts';
import { makeFolders, shareBelow } from '../../../disk/shared.ts';
import type { Db } from '../db.ts';
import { type FolderLock, lockFolder, lostFile, readHolder, wasHeld, writeHolder } from './lock.ts';
import { applicationId, migrate, newestVersion } from '../migrate.ts';
import { closeToOthers } from './rights.ts';
import { type FileKey, headOf, keyFile } from './sealed.ts';
import { StoreGone } from '../watch.ts';
import { storeFileName } from '../file-names.ts';

export type OpenFault = Fault<
  | 'store-locked'
  | 'store-newer'
  | 'store-damaged'
  | 'store-foreign'
  | 'store-unusable'
  | 'keys-foreign'
  | 'disk-full'
  | 'disk-failing'
>;

/**
 * Opens the office's file to write, or says why not. Closing it gives the folder free.
 * @param holder who opens it, for the message another process gets, such as `desk batch, pid 1234`
 * @param key of a sealed office; a new file is sealed with it
 */
export function openFile(folder: string, holder: string, key: FileKey | null = null): Db | OpenFault {
  const path = join(folder, storeFileName);
  try {
    makeFolders(folder);
  } catch (error) {
    return fault('store-unusable', { path: folder, reason: codeOf(error) });
  }
  const lost = lostFile(folder, path) ?? notThisKey(path, key);
  if (lost !== null) return lost;
  let lock: FolderLock | undefined;
  let db: Db | undefined;
  try {
    lock = lockFolder(folder);
    db = new Database(path, { timeout: 300 });
    if (key !== null) keyFile(db, key);
    // Said before the lock, which makes the first page; a file that is there keeps what it has. Entries of a few hundred bytes leave
    // less of a larger page unused.
    db.pragma('page_size = 8192');
    takeFile(db);
    // Asked before anything is set: even `journal_mode` would write into a file that is not ours.
    const refused = refuse(db, folder, path);
    if (refused !== null) {
      db.close();
      lock.withdraw();
      return refused;
    }
    shareBelow(folder);
    const open = closeToOthers(folder);
    if (open !== null) {
      db.close();
      lock.withdraw();
      return fault('store-unusable', { path: open, reason: 'everybody on this computer may read it' });
    }
    setUp(db);
    migrate(db);
    writeHolder(folder, holder);
    return withLock(db, lock);
  } catch (error) {
    db?.close();
    lock?.withdraw();
    return openFault(error, folder, path);
  }
}

/** The salt in front of a file says which key is its own: another would only make its pages look damaged. */
function notThisKey(path: string, key: FileKey | null): Fault<'keys-foreign'> | null {
  const head = headOf(path);
  if (key === null || head === undefined) return null;
  return head !== 'plain' && head.equals(key.salt) ? null : fault('keys-foreign', { path });
}

/** The lock goes with the file, whoever closes it; the file first, so that who waits for the lock finds everything in it. */
function withLock(db: Db, lock: FolderLock): Db {
  const close = db.close.bind(db);
  db.close = () => {
    close();
    lock.release();
    return db;
  };
  return db;
}

/** Another program that has the file itself, such as an older desk or a tool, is met now and not at the first write. */
function takeFile(db: Db): void {
  db.exec('BEGIN IMMEDIATE; COMMIT');
}

/**
 * A second connection to a file that this process has open, to read it while the desk goes on writing: a report, a check, a copy. What it reads in
 * one transaction is of one moment. Throws what the driver throws.
 */
export function openToRead(folder: string, key: FileKey | null = null): Db {
  const db = new Database(join(folder, storeFileName), { readonly: true, fileMustExist: true });
  if (key !== null) keyFile(db, key);
  for (const pragma of readerSettings) db.pragma(pragma);
  return db;
}

const readerSettings = [
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'mmap_size = 0',
  'temp_store = MEMORY',
  'cache_size = -8192',
] as const;

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
  // The index of the log could not be made: on a disk without room that is what it is.
  if (/^SQLITE_IOERR_SHM(OPEN|SIZE)$/.test(code) && !hasRoom(folder)) return fault('disk-full', {});
  return diskFault(error) ?? fault('store-unusable', { path, reason: code });
}

function hasRoom(folder: string): boolean {
  try {
    return roomIn(folder) > indexBytes;
  } catch {
    // Nobody knows: the driver's own word stands.
    return true;
  }
}

/** The index of a log is made in pieces of this size. */
const indexBytes = 32 * 1024;

const full: ReadonlySet<string> = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT']);

/** A disk that is full or fails, whoever met it: the driver or the system. Null for anything else. */
function diskFault(error: unknown): Fault<'disk-full' | 'disk-failing'> | null {
  const code = codeOf(error);
  if (full.has(code)) return fault('disk-full', {});
  return /^(SQLITE_IOERR.*|EIO|EFBIG|ENODEV|ENXIO|EROFS)$/.test(code) ? fault('disk-failing', { reason: code }) : null;
}

/** What a call met that is no bug of ours and nothing of its own: the file went away, the disk fails, a page cannot be read. */
export function storeTrouble(
  error: unknown,
): Fault<'disk-full' | 'disk-failing' | 'store-gone' | 'store-damaged'> | null {
  if (error instanceof StoreGone) return error.fault;
  const code = codeOf(error);
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return fault('store-damaged', { reason: code });
  return diskFault(error);
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : String((error as Error).message ?? error);
}
