import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The files of a desk's log that are there, `desk.4.log` … `desk.1.log`, `desk.log`: the oldest first. */
export function logFiles(folder: string): string[] {
  const indexOf = (name: string): number => Number(/^desk\.(\d+)\.log$/.exec(name)?.[1] ?? 0);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^desk(\.\d+)?\.log$/.test(name))
    .toSorted((a, b) => indexOf(b) - indexOf(a))
    .map((name) => path.join(folder, name));
}
