import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { newFolder } from '../desk/folder.ts';

export type SlowDisk = {
  /** What a process is started with that shall meet it. */
  readonly env: Readonly<Record<string, string>>;
  /** From now on each write and each sync below the folder waits for so many milliseconds. */
  readonly slow: (waits: { readonly write: number; readonly sync: number }) => void;
  /** How many waited so far. */
  readonly waited: () => { readonly writes: number; readonly syncs: number };
  end(): void;
};

/** A disk that takes its time below a folder; null where nothing can be compiled. */
export function slowDisk(below: string): SlowDisk | null {
  const folder = newFolder();
  const [shim, page] = [path.join(folder, 'slow-disk.so'), path.join(folder, 'told')];
  const source = path.join(import.meta.dirname, 'slow-disk.c');
  const made = process.platform === 'linux' && spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', shim, source, '-ldl']);
  if (made === false || made.status !== 0) return null;
  const bytes = Buffer.alloc(4096);
  bytes.write(below, 16);
  writeFileSync(page, bytes);
  const file = openSync(page, 'r+');
  return {
    env: { SLOW_DISK: page, LD_PRELOAD: shim },
    slow({ write, sync }) {
      const told = Buffer.alloc(8);
      told.writeInt32LE(write * 1000, 0);
      told.writeInt32LE(sync * 1000, 4);
      writeSync(file, told, 0, told.length, 0);
    },
    waited() {
      const read = Buffer.alloc(16);
      readSync(file, read, 0, read.length, 0);
      return { writes: read.readInt32LE(8), syncs: read.readInt32LE(12) };
    },
    end: () => closeSync(file),
  };
}
