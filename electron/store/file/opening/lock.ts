import Database from 'better-sqlite3';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, fault } from '../../../contract/base/fault.ts';
import { share, unlinked } from '../../../disk/shared.ts';
import { lockFileName, storeFileName } from '../file-names.ts';

const fileName = 'open-in.txt';

export type FolderLock = {
  /** Whether no desk had this folder before: whoever refuses it takes the lock's file away again. */
  readonly isNew: boolean;
  release(): void;
  /** As `release`, and nothing of the lock stays in a folder that is not ours. */
  withdraw(): void;
};

/**
 * One process a folder. The lock is the operating system's on an empty file beside the data, held as long as this process lives however it
 * ends; the data file itself is locked as SQLite locks it, so that a second connection of this process may read it (docs/adr/0015-reader.md).
 * Throws what the driver throws: SQLITE_BUSY where another process has it.
 */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, lockFileName);
  const isNew = !existsSync(path);
  const db = new Database(path, { timeout: 300 });
  try {
    // No file of its own beside the lock: it never writes anything.
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    // Something else lies where the lock should: a fault of this file, and not of the data.
    if ((error as { code?: unknown }).code === 'SQLITE_NOTADB')
      throw new Error(`${lockFileName} is no lock`, { cause: error });
    throw error;
  }
  const release = (): void => void db.close();
  return {
    isNew,
    release,
    withdraw: () => {
      release();
      if (isNew) rmSync(path, { force: true });
    },
  };
}

/** Leaves a note saying who has the folder open. A courtesy for the message; the lock on the file itself is what decides. */
export function writeHolder(folder: string, holder: string): void {
  try {
    const handle = openSync(join(folder, fileName), unlinked.over);
    try {
      writeSync(handle, `${holder}\n`);
    } finally {
      closeSync(handle);
    }
    share(join(folder, fileName));
  } catch {
    // The lock holds without the note.
  }
}

export function readHolder(folder: string): string {
  try {
    return readFileSync(join(folder, fileName), 'utf8').trim() || 'another program';
  } catch {
    return 'another program';
  }
}

/** Whether this product has had the folder open before: what it finds there now is then its own, or what is left of it. */
export function wasHeld(folder: string): boolean {
  return existsSync(join(folder, fileName));
}

/** Below this SQLite takes a file for an empty one and writes over it. */
const smallestDatabase = 512;

/**
 * What is wrong with a folder whose data file is too small to be one, or gone although it had one, or null. SQLite would take
 * it for a new office, write over it, and delete the log that stands beside it, which may hold the newest cases.
 */
export function lostFile(folder: string, path: string): Fault<'store-damaged' | 'store-foreign'> | null {
  const size = sizeOf(path);
  if (size >= smallestDatabase) return null;
  if (sizeOf(`${path}-wal`) > 0)
    return fault('store-damaged', { reason: 'the file is empty or missing, and its log is still there' });
  if (size >= 0 && wasHeld(folder)) return fault('store-damaged', { reason: `the file has ${size} bytes` });
  return size > 0 ? fault('store-foreign', { path }) : null;
}

/** A folder whose register is gone, with its log or without; null where there is one. */
export function missingFile(folder: string): Fault<'store-damaged'> | null {
  const size = sizeOf(join(folder, storeFileName));
  if (size >= smallestDatabase) return null;
  return size < 0
    ? fault('store-damaged', { reason: 'the file is missing', missing: true })
    : fault('store-damaged', { reason: `the file has ${size} bytes` });
}

/** Bytes, or -1 where there is no such file. */
function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return -1;
  // The size of a folder says nothing of it (0, 40 or 4096, by the file system): opening it says what it is.
  return found.isFile() ? found.size : Infinity;
}
