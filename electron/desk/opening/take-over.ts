import { createHash } from 'node:crypto';
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { type Fault, fault } from '../../contract/base/fault.ts';
import { syncFile, syncFolder, writeDurably, writeWhole } from '../../disk/durable.ts';
import { makeFolder, share, shareBelow } from '../../disk/shared.ts';
import { storeFileName } from '../../store/file/file-names.ts';
import { type FolderLock, lockFolder, readHolder } from '../../store/file/opening/lock.ts';

/** In the folder of the machine, while a register is on its way into it; in the folder it came from, once it has gone. */
const workName = '.incoming';
const readyName = 'complete.json';
const markName = 'moved.json';
/** Of the window and the process, and not of the register. */
const leftBehind = new Set([
  'window-profile',
  'browser-profile',
  'open-in.txt',
  'lock.sqlite',
  `${storeFileName}-shm`,
  markName,
]);

/** What is on its way into a folder: from where; `undefined` while that is being copied; null where nothing is. */
export function incomingTo(folder: string): { readonly from: string | undefined } | null {
  const work = path.join(folder, workName);
  if (!existsSync(work)) return null;
  try {
    return { from: String((JSON.parse(readFileSync(path.join(work, readyName), 'utf8')) as { from: unknown }).from) };
  } catch {
    return { from: undefined };
  }
}

/** Where the register of this folder went, if it did: what lies here is no register any more, and is never opened as one. */
export function movedFrom(folder: string): string | null {
  const mark = path.join(folder, markName);
  if (!existsSync(mark)) return null;
  try {
    return String((JSON.parse(readFileSync(mark, 'utf8')) as { to: unknown }).to);
  } catch {
    return '?';
  }
}

type Asked = {
  /** The folder of one account, where the register was. */
  readonly from: string;
  /** The folder of the machine, where there is none yet. */
  readonly to: string;
  /** The witness of the register, where it stands and where it is to stand; it need not be there. */
  readonly witness: { readonly from: string; readonly to: string };
  /** Told after each step, for tests that stop there. */
  readonly step?: (name: string) => void;
};

/**
 * Moves a register from the folder of an account into that of the machine: copied and compared, then the old folder is marked, and from that
 * moment on it is no register; then what was copied takes its place, the data file last. Whenever it is stopped, at most one of the two folders
 * opens, and the next start goes on. The old files stay where they are, for whoever keeps the machine to remove. Nothing may have either open.
 */
export function takeOver({
  from,
  to,
  witness,
  step = () => undefined,
}: Asked): Fault<'store-locked' | 'store-unusable'> | null {
  const locks: FolderLock[] = [];
  try {
    for (const folder of [from, to]) {
      try {
        locks.push(lockFolder(folder));
      } catch (error) {
        if (codeOf(error) === 'SQLITE_BUSY') return fault('store-locked', { holder: readHolder(folder) });
        throw error;
      }
    }
    if (movedFrom(from) === null) {
      copy(from, to, witness.from);
      step('copied');
      writeWhole(path.join(from, markName), `${JSON.stringify({ to })}\n`);
      step('marked');
    }
    place(to, witness.to, step);
    return null;
  } catch (error) {
    return fault('store-unusable', { path: to, reason: error instanceof Error ? error.message : String(error) });
  } finally {
    for (const lock of locks) lock.release();
  }
}

/** Whether a desk, or a command, has the register of this folder open right now. */
export function isHeld(folder: string): boolean {
  if (!existsSync(path.join(folder, storeFileName))) return false;
  try {
    lockFolder(folder).withdraw();
    return false;
  } catch (error) {
    if (codeOf(error) === 'SQLITE_BUSY') return true;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown }).code;
}

function copy(from: string, to: string, witness: string): void {
  const work = path.join(to, workName);
  rmSync(work, { recursive: true, force: true });
  makeFolder(work);
  const files = readdirSync(from, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, name: path.relative(from, path.join(entry.parentPath, entry.name)) }))
    .filter(({ name }) => !leftBehind.has(name.split(path.sep)[0] ?? ''));
  for (const { entry, name } of files) {
    if (entry.isDirectory()) mkdirSync(path.join(work, name), { recursive: true, mode: 0o700 });
    else if (entry.isFile()) copyOne(path.join(from, name), path.join(work, name));
  }
  if (existsSync(witness)) copyOne(witness, path.join(work, 'moved.witness'));
  for (const { entry, name } of files) if (entry.isDirectory()) syncFolder(path.join(work, name));
  // Before it takes its place, so that whoever of the group opens it first finds it open to them.
  shareBelow(work);
  writeDurably(path.join(work, readyName), `${JSON.stringify({ from })}\n`);
  syncFolder(work);
  syncFolder(to);
}

function copyOne(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 });
  copyFileSync(from, to);
  syncFile(to);
  if (hashOf(from) !== hashOf(to)) throw new Error(`${path.basename(from)} was not copied as it is`);
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function place(to: string, witness: string, step: (name: string) => void): void {
  const work = path.join(to, workName);
  const copied = path.join(work, 'moved.witness');
  if (existsSync(copied)) {
    makeFolder(path.dirname(witness));
    // Anew, never into what lies there: in the machine's folder that may be a link of another account.
    rmSync(witness, { force: true });
    copyFileSync(copied, witness, constants.COPYFILE_EXCL);
    share(witness);
    syncFile(witness);
  }
  const names = existsSync(work) ? readdirSync(work) : [];
  const last = names.filter((name) => name === storeFileName);
  for (const name of [
    ...names.filter((one) => one !== storeFileName && one !== readyName && one !== 'moved.witness'),
    ...last,
  ]) {
    const target = path.join(to, name);
    // A folder of the same name is one that a start made there and left empty.
    if (statSync(target, { throwIfNoEntry: false })?.isDirectory() === true) rmSync(target, { recursive: true });
    renameSync(path.join(work, name), target);
    step(`placed ${name}`);
  }
  syncFolder(to);
  rmSync(work, { recursive: true, force: true });
  step('done');
}
