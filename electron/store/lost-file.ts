import { statSync } from 'node:fs';
import { type Fault, fault } from '../contract/fault.ts';
import { wasHeld } from './holder.ts';

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
