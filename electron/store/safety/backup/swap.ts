import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { shredFolder, syncFolder, writeWhole } from '../../../disk/durable.ts';
import { makeFolder } from '../../../disk/shared.ts';
import { storeFileName } from '../../file/file-names.ts';
import { keysFileNames } from '../../keys/keys-file.ts';
import type { Testimony } from '../../file/opening/witness.ts';
import { type FolderLock, lockFolder } from '../../file/opening/lock.ts';
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
  // Half a plan would be one that nobody can go through with.
  writeWhole(
    join(folder, workFolder, planName),
    JSON.stringify({ kept: join(keptFolder, stamp), ...swapped } satisfies Plan),
  );
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
  } catch (error) {
    // Whoever has the folder is at it.
    if ((error as { code?: unknown }).code === 'SQLITE_BUSY') return null;
    throw error;
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

/** An empty folder to make a register ready in. A plan that lies there and cannot be read is no leave to remove what stands beside it. */
export function clearWork(folder: string): string {
  const work = join(folder, workFolder);
  findPlan(folder);
  rmSync(work, { recursive: true, force: true });
  makeFolder(work);
  return work;
}

/** Once the witness has been told. */
export function endSwap(folder: string): void {
  rmSync(join(folder, workFolder), { recursive: true, force: true });
}

/** Throws where there is one that cannot be read: what stands ready beside it may be all that is left of the register. */
function findPlan(folder: string): Plan | undefined {
  const path = join(folder, workFolder, planName);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return JSON.parse(text) as Plan;
  } catch (error) {
    throw new Error(`${path} is no plan`, { cause: error });
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
  makeFolder(kept);
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
