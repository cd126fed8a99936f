import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, fault } from '../../contract/fault.ts';

const fileName = 'open-in.txt';

/** Leaves a note saying who has the folder open. A courtesy for the message; the lock on the file itself is what decides. */
export function writeHolder(folder: string, holder: string): void {
  try {
    writeFileSync(join(folder, fileName), `${holder}\n`);
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

/** Bytes, or -1 where there is no such file. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? -1;
}
