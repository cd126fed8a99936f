import {
  closeSync,
  fsyncSync,
  fstatSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** Waits until a file's bytes are on the disk, as far as the disk keeps its word. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Waits until names in a folder are on the disk. Windows has no such thing: there its file system keeps a log of names by itself. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export function writeDurably(path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o600 });
  syncFile(path);
}

const block = Buffer.alloc(1024 * 1024);

/** Writes over a file, waits until that is on the disk, and takes it away. What a disk keeps beside its blocks it keeps: SSDs do. */
function shredFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    const { size } = fstatSync(handle);
    for (let at = 0; at < size; at += block.length) writeSync(handle, block, 0, Math.min(block.length, size - at), at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  rmSync(path);
}

/** The same with all that is in a folder; one that is not there is gone already. */
export function shredFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return;
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) shredFile(join(entry.parentPath, entry.name));
  rmSync(path, { recursive: true, force: true });
}
