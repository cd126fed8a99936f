import { chmodSync, lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lockFileName, storeFileName } from '../file-names.ts';

/** What everybody on a computer may do, beside the owner and the group. */
const everybody = 0o007;

/**
 * Takes from everybody on the computer what a folder that was there before, or was made under another umask, gives them: the register is the
 * owner's and, where an office shares a computer, the group's. Returns a path that stays open to everybody, because it is not ours to close;
 * null otherwise. Windows keeps rights in another way, which this does not look at.
 */
export function closeToOthers(folder: string): string | null {
  if (process.platform === 'win32') return null;
  const paths = [
    folder,
    ...[storeFileName, `${storeFileName}-wal`, `${storeFileName}-shm`, lockFileName].map((name) => join(folder, name)),
  ];
  return paths.find((path) => !closed(path, path === folder)) ?? null;
}

/** @param isOurs whoever started the desk named it: that it may be a link is theirs to know */
function closed(path: string, isOurs: boolean): boolean {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  if (mode === undefined || (mode & everybody) === 0) return true;
  // A link that somebody laid here leads to a file that is none of ours to close: what would be written into through it stays shut.
  if (!isOurs && lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true) return false;
  try {
    chmodSync(path, mode & 0o7777 & ~everybody);
    return true;
  } catch {
    return false;
  }
}
