import { chmodSync, constants, existsSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** What the folder of a machine's register bears: new files are of its group, and the group may write. */
const ofGroup = 0o2020;
const folderMode = 0o2770;
const fileMode = 0o660;

/**
 * Whether a folder is one that several accounts of a computer work in by turns: whoever installed the desk made it so (docs/topics/installing.md).
 * Windows keeps rights in another way and hands them down by itself.
 */
function isShared(folder: string): boolean {
  if (process.platform === 'win32') return false;
  const mode = statSync(folder, { throwIfNoEntry: false })?.mode ?? 0;
  return (mode & ofGroup) === ofGroup;
}

const noLink = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW;

/**
 * How a file of a name that anybody can guess is opened in a folder that several accounts write in: never through a link. One of them may have laid it there, and it leads
 * to a file of whoever opens the desk next, or looks after it as root. Where there is one, the system says ELOOP.
 */
export const unlinked = {
  over: constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | noLink,
  append: constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | noLink,
  update: constants.O_RDWR | noLink,
} as const;

/** Gives the group what lies in a shared folder, and nobody else; elsewhere, and where it is another account's, it stays as it was made. */
export function share(path: string): void {
  if (isShared(dirname(path))) give(path);
}

function give(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  // What a link leads to is not in this folder, and no group's.
  if (found === undefined || found.isSymbolicLink() || found.uid !== process.getuid?.()) return;
  const wanted = found.isDirectory() ? folderMode : fileMode;
  if ((found.mode & 0o7777) !== wanted) chmodSync(path, wanted);
}

/**
 * Makes a folder and those above it that are missing, one by one: Node's own `recursive` tries for ever where a file system says of a name that it is not there
 * though the folder above it is (an automounter, `/proc`), and nothing else runs meanwhile. Throws as `mkdir` does.
 * @returns those that were made, the uppermost first
 */
export function makeFolders(path: string, mode = 0o700): readonly string[] {
  const missing: string[] = [];
  for (let at = resolve(path); !existsSync(at) && missing[0] !== at; at = dirname(at)) missing.unshift(at);
  // It may be there and no folder: that is told as ever.
  if (missing.length === 0) mkdirSync(path, { recursive: true, mode });
  for (const folder of missing) {
    try {
      mkdirSync(folder, { mode });
    } catch (error) {
      // Somebody else made it meanwhile.
      if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
    }
  }
  return missing;
}

/** Makes a folder and those above it that are missing: the owner's alone, in a shared folder the group's too. */
export function makeFolder(path: string): void {
  // From the first that was made downwards, for each looks at the one above it.
  for (const folder of makeFolders(path)) share(folder);
}

/** The same for all that lies below a folder, such as what another program or the driver made with its own modes. */
export function shareBelow(folder: string): void {
  if (!isShared(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory() && !entry.isFile()) continue;
    give(path);
    if (entry.isDirectory()) shareBelow(path);
  }
}
