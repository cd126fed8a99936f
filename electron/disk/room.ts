import { statfsSync } from 'node:fs';

/** Bytes that are free for us on the disk of a folder. Throws where the folder is not there. */
export function roomIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
