import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { shredFolder, syncFolder, writeDurably } from '../file/durable.ts';
import { storeFileName } from '../file/open.ts';
import { keysFileNames } from '../keys/keys-file.ts';
import type { Testimony } from '../file/witness.ts';
import { type FolderLock, lockFolder } from '../file/lock.ts';
import type { BackupStep } from './make.ts';

/** Where a register is made ready beside the one it takes the place of. */
export const workFolder = 'restoring';
const planName = 'plan.json';

/** What was there is moved here and never removed: whoever looks into what happened finds it. */
export const keptFolder = 'kept';

export type Swapped = {
  readonly testimony: Testimony;
  readonly practice: boolean;
  /** Where the new register holds all that the old one did, and nobody is to read the old one any more: it is not kept. */
  readonly shred?: true;
};
type Plan = Swapped & { readonly kept: string };

/**
 * Puts the register that stands ready in `restoring/` into its place, and keeps what was there. From the moment the plan is on disk it is gone
 * through with, whatever ends this process: the next opening does the rest, step by step, and a step that was done is not done again.
 */
export function swapIn(folder: string, stamp: string, swapped: Swapped, step: BackupStep): void {
  writeDurably(
    join(folder, workFolder, planName),
    JSON.stringify({ kept: join(keptFolder, stamp), ...swapped } satisfies Plan),
  );
  syncFolder(join(folder, workFolder));
  step('planned');
  followPlan(folder, step);
}

/** Goes on with a swap that was under way when a process ended; what the witness is to say then, or null where there was none. */
export function resumeSwap(folder: string): Swapped | null {
  const plan = findPlan(folder);
  if (plan === undefined) return null;
  let lock: FolderLock;
  try {
    lock = lockFolder(folder);
  } catch {
    // Whoever has the folder is at it.
    return null;
  }
  try {
    followPlan(folder, () => undefined);
  } finally {
    lock.release();
  }
  return plan;
}

/** Where nothing was planned nothing will be done: what was made ready only takes room. */
export function dropUnplanned(folder: string): void {
  if (findPlan(folder) === undefined) rmSync(join(folder, workFolder), { recursive: true, force: true });
}

/** Once the witness has been told. */
export function endSwap(folder: string): void {
  rmSync(join(folder, workFolder), { recursive: true, force: true });
}

function findPlan(folder: string): Plan | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, workFolder, planName), 'utf8')) as Plan;
  } catch {
    return undefined;
  }
}

function followPlan(folder: string, step: BackupStep): void {
  const plan = findPlan(folder);
  const ready = join(folder, workFolder, storeFileName);
  if (plan === undefined) return;
  const kept = join(folder, plan.kept);
  if (existsSync(ready)) exchange(folder, ready, kept, step);
  if (plan.shred === true) {
    shredFolder(kept);
    step('shredded');
  }
}

function exchange(folder: string, ready: string, kept: string, step: BackupStep): void {
  mkdirSync(kept, { recursive: true, mode: 0o700 });
  // The file goes first: a log without its file is refused, a file without its log would be opened.
  for (const name of [storeFileName, `${storeFileName}-wal`, `${storeFileName}-shm`]) {
    const from = join(folder, name);
    if (existsSync(from)) renameSync(from, join(kept, name));
    step(`kept ${name}`);
  }
  placeKeys(join(folder, workFolder), folder, kept);
  syncFolder(kept);
  renameSync(ready, join(folder, storeFileName));
  syncFolder(folder);
  step('placed');
}

/** Keys that came with a sealed register go before it: a register without its keys would not open. None in `work` means that the folder's own are right. */
export function placeKeys(work: string, folder: string, kept: string | null): void {
  for (const name of keysFileNames.filter((one) => existsSync(join(work, one)))) {
    const there = join(folder, name);
    if (kept !== null && existsSync(there)) renameSync(there, join(kept, name));
    renameSync(join(work, name), there);
  }
}
