import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

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

/** Gives the group what lies in a shared folder, and nobody else; elsewhere, and where it is another account's, it stays as it was made. */
export function share(path: string): void {
  if (isShared(dirname(path))) give(path);
}

function give(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.uid !== process.getuid?.()) return;
  const wanted = found.isDirectory() ? folderMode : fileMode;
  if ((found.mode & 0o7777) !== wanted) chmodSync(path, wanted);
}

/** Makes a folder and those above it that are missing: the owner's alone, in a shared folder the group's too. */
export function makeFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  // From the first that was made downwards, for each looks at the one above it.
  const made = [path];
  while (made[0] !== first && made[0] !== dirname(made[0] ?? '')) made.unshift(dirname(made[0] ?? ''));
  for (const folder of made) share(folder);
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
