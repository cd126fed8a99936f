import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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
