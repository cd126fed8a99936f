import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  fstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { share } from './shared.ts';

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

/** A file's bytes are on the disk when this returns; that there is a file of this name is so only once its folder is synced. */
export function writeDurably(path: string, content: string | Uint8Array): void {
  writeFileSync(path, content, { mode: 0o600 });
  share(path);
  syncFile(path);
}

/** Writes a file so that it is there whole or not at all, also after a power cut: a half PDF prints as a torn receipt. Throws what the system throws. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const folder = dirname(path);
  const draft = join(folder, `.${basename(path)}.${randomUUID()}`);
  try {
    writeDurably(draft, content);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  syncFolder(folder);
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
