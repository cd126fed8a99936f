import { statSync } from 'node:fs';
import { wasHeld } from './holder.ts';

/**
 * What is wrong with a folder whose data file is empty or gone although it had one, or null. SQLite would take it for a new
 * office and delete the log that stands beside it, which may hold the newest cases.
 */
export function lostFile(folder: string, path: string): string | null {
  const size = sizeOf(path);
  if (size > 0) return null;
  if (sizeOf(`${path}-wal`) > 0) return 'the file is empty or missing, and its log is still there';
  return size === 0 && wasHeld(folder) ? 'the file is empty' : null;
}

/** Bytes, or -1 where there is no such file. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? -1;
}
