import { createHash } from 'node:crypto';
import { cpSync, createReadStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { roomIn } from '../../../disk/room.ts';
import { fault, isFault } from '../../../contract/base/fault.ts';
import { syncFile, syncFolder, writeDurably } from '../../../disk/durable.ts';
import { makeFolder, share, shareBelow } from '../../../disk/shared.ts';
import { storeFileName } from '../../file/file-names.ts';
import { writeKeys } from '../../keys/keys-file.ts';
import type { Reader } from '../reader/reader.ts';
import { stateHashOf } from '../verify/state-hash.ts';
import { type FoundBackup, type Manifest, backupName, manifestFileName, partOf, unfinishedIn } from './manifest.ts';
import { type BackupFault, troubleAt } from './trouble.ts';

type BackupFacts = Pick<
  Manifest,
  'app' | 'schema' | 'desk' | 'unitCode' | 'centreName' | 'practice' | 'two' | 'why' | 'madeAt'
>;

/** Told after each step, for tests that pull the plug there. */
export type BackupStep = (name: string) => void;

type Asked = {
  /** The office's folder, whose file this process has open. */
  readonly folder: string;
  readonly reader: Reader;
  /** Where backups are put, each in a folder of its own. */
  readonly place: string;
  readonly facts: BackupFacts;
  /** The key file of a sealed office, as it goes with a backup to this place; null for a plain one. */
  readonly keys: string | null;
  readonly step?: BackupStep;
};

/** More than the file itself: what goes on being written meanwhile, and a disk nobody wants full to the last page. */
const margin = 64 * 1024 * 1024;

/**
 * One backup that proves itself: copied of one moment by a thread while the desk goes on, read back from the disk and looked at as a whole
 * (SQLite's own check, every link of the journal, counts, the state hash, its last entry in the live journal), and only then given its name.
 * Whatever ends it before leaves an unfinished folder, which nobody takes for a backup and the next one clears away. Faults: see `BackupFault`.
 */
export async function makeBackup({
  folder,
  reader,
  place,
  facts,
  keys,
  step = () => undefined,
}: Asked): Promise<FoundBackup | BackupFault> {
  const begun = performance.now();
  try {
    makeFolder(place);
    clearUnfinished(place, facts.desk.code);
    if (!hasRoom(place, statSync(join(folder, storeFileName)).size)) return fault('backup-no-room', { path: place });
    const name = freeName(place, backupName(facts.desk.code, facts.madeAt));
    const part = join(place, partOf(name));
    const file = join(part, storeFileName);
    mkdirSync(part, { mode: 0o700 });
    share(part);
    step('begun');
    await reader.read('copy', file);
    step('copied');
    syncFile(file);
    const proven = await proveCopy(reader.beside(part), reader.beside(part), part);
    if (isFault(proven)) return proven;
    const { last } = proven;
    if (last !== null && (await reader.read('hashAt', last.seq)) !== last.hash)
      return fault('backup-not-proven', { path: part, reason: 'its last entry is not in the journal' });
    step('proven');
    copyForms(folder, part);
    if (keys !== null) writeKeys(part, keys);
    const seconds = Math.round(performance.now() - begun) / 1000;
    const manifest: Manifest = { format: 1, ...facts, bytes: statSync(file).size, ...proven, seconds };
    writeDurably(join(part, manifestFileName), `${JSON.stringify(manifest, null, 2)}\n`);
    step('told');
    return finish(place, part, name, manifest);
  } catch (error) {
    return troubleAt(place, error);
  }
}

type Proven = Pick<Manifest, 'sha256' | 'entries' | 'cases' | 'last' | 'stateHash'>;

/**
 * Looks at a copy as a whole, on two threads. Fault: backup-not-proven.
 * @param sha256 of its bytes, where they were read already
 */
export async function proveCopy(
  one: Reader,
  other: Reader,
  folder: string,
  sha256?: string,
): Promise<Proven | BackupFault> {
  // All of them to their end: nobody may take the folder away while it is being read.
  const [chains, rows, digest] = await Promise.allSettled([
    one.read('proveChains', null),
    other.read('proveRows', null),
    sha256 ?? fileHash(join(folder, storeFileName)),
  ]);
  if (chains.status === 'rejected') throw chains.reason;
  if (rows.status === 'rejected') throw rows.reason;
  if (digest.status === 'rejected') throw digest.reason;
  const found = [...rows.value.found, ...chains.value.broken];
  if (found.length > 0) return fault('backup-not-proven', { path: folder, reason: found[0] ?? '' });
  const { entries, last, heads } = chains.value;
  const stateHash = stateHashOf(heads, rows.value.rows);
  return { sha256: digest.value, entries, cases: rows.value.cases, last, stateHash };
}

/**
 * The same backup at another place, such as a stick: copied, read back and compared before it is given its name. Faults: the place is not
 * there, or went away in the middle; what was kept there before stays.
 */
export async function copyBackup(
  backup: FoundBackup,
  place: string,
  keys: string | null = null,
  step: BackupStep = () => undefined,
): Promise<FoundBackup | BackupFault> {
  const { manifest } = backup;
  if (!existsSync(place)) return fault('backup-place-missing', { path: place });
  try {
    clearUnfinished(place, manifest.desk.code);
    if (!hasRoom(place, manifest.bytes)) return fault('backup-no-room', { path: place });
    const name = freeName(place, backupName(manifest.desk.code, manifest.madeAt));
    const part = join(place, partOf(name));
    mkdirSync(part, { mode: 0o700 });
    share(part);
    step('begun');
    await copyFile(backup.file, join(part, storeFileName));
    step('copied');
    if ((await fileHash(join(part, storeFileName))) !== manifest.sha256)
      return fault('backup-not-proven', { path: part, reason: 'the copy has other bytes' });
    copyForms(backup.folder, part);
    if (keys !== null) writeKeys(part, keys);
    writeDurably(join(part, manifestFileName), `${JSON.stringify(manifest, null, 2)}\n`);
    step('told');
    return finish(place, part, name, manifest);
  } catch (error) {
    return troubleAt(place, error);
  }
}

/** Copies beside the desk's work, and waits until the bytes are on the disk. */
export async function copyFile(from: string, to: string): Promise<void> {
  const { copyFile: copy } = await import('node:fs/promises');
  await copy(from, to);
  syncFile(to);
}

export async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(bytes as Uint8Array);
  return hash.digest('hex');
}

/** One rename decides: before it there is no backup, after it there is a whole one. */
function finish(place: string, part: string, name: string, manifest: Manifest): FoundBackup {
  shareBelow(part);
  syncFolder(part);
  const folder = join(place, name);
  renameSync(part, folder);
  syncFolder(place);
  return { folder, file: join(folder, storeFileName), manifest };
}

/** The office's own forms are part of what a spare computer needs. */
function copyForms(from: string, to: string): void {
  const forms = join(from, 'forms');
  if (existsSync(forms)) cpSync(forms, join(to, 'forms'), { recursive: true });
}

function clearUnfinished(place: string, deskCode: string): void {
  for (const name of unfinishedIn(place, deskCode)) rmSync(join(place, name), { recursive: true, force: true });
}

/** Two within one second, by a clock that may stand still. */
function freeName(place: string, wanted: string): string {
  let name = wanted;
  for (let nth = 2; existsSync(join(place, name)); nth += 1) name = `${wanted}-${nth}`;
  return name;
}

function hasRoom(place: string, bytes: number): boolean {
  return roomIn(place) > bytes + margin;
}
