import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { furthestFirst } from '../../../domain/safety/backup/order.ts';
import { storeFileName } from '../../file/file-names.ts';

export const manifestFileName = 'manifest.json';

/** What stands beside a backup: what is in it, as it was proven, and nothing of any person. */
export const Manifest = z.object({
  format: z.literal(1),
  /** The version of the program that made it, and of the schema in it. */
  app: z.string(),
  schema: z.int(),
  desk: z.object({
    uuid: z.string(),
    code: z.string(),
    name: z.string(),
    /** How many desks it goes on from, one for each restore; those of before did not say. */
    follows: z.int().optional(),
  }),
  unitCode: z.string(),
  centreName: z.string(),
  practice: z.boolean(),
  /** Two people keep the office, so two stand for restoring it; earlier ones do not say. */
  two: z.boolean().optional(),
  why: z.enum(['hourly', 'closing', 'asked', 'migration', 'restore']),
  /** Civil time, +07:00, by the desk's clock. */
  madeAt: z.string(),
  bytes: z.int(),
  /** Of the file's bytes: a stick that has lost one says so before anything is restored from it. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  entries: z.int(),
  cases: z.int(),
  /** The last entry in it. */
  last: z.object({ seq: z.int(), hash: z.string() }).nullable(),
  stateHash: z.string().regex(/^[0-9a-f]{64}$/),
  seconds: z.number(),
});
export type Manifest = z.infer<typeof Manifest>;

export type FoundBackup = { readonly folder: string; readonly file: string; readonly manifest: Manifest };

/** The backup in a folder of its own; undefined where there is none, or none that was made to its end. */
export function findBackup(folder: string): FoundBackup | undefined {
  try {
    const manifest = Manifest.parse(JSON.parse(readFileSync(join(folder, manifestFileName), 'utf8')));
    return { folder, file: join(folder, storeFileName), manifest };
  } catch {
    return undefined;
  }
}

const begunBy = 'sao-luu_';
const unfinished = '.part';

/** `sao-luu_Q1_2026-11-29_100000`: what a person looks for on a stick. */
export function backupName(deskCode: string, madeAt: string): string {
  return `${begunBy}${deskCode}_${madeAt.slice(0, 10)}_${madeAt.slice(11, 19).replaceAll(':', '')}`;
}

export function partOf(name: string): string {
  return `${name}${unfinished}`;
}

/** The backups of these places, of each register the furthest first; nothing of a place that is not there. */
export function listBackups(...places: readonly string[]): FoundBackup[] {
  const found = places
    .flatMap(foundIn)
    .flatMap(({ backup }) => (backup !== undefined && isAsLong(backup) ? backup : []));
  return furthestFirst(found, ({ manifest }) => ({
    office: counterOf(manifest),
    desk: manifest.desk.uuid,
    follows: manifest.desk.follows ?? 0,
    entries: manifest.entries,
    madeAt: manifest.madeAt,
  }));
}

/** Which counter of which unit it is of; a practice office is another. Its history is told by `desk.uuid`. */
export function counterOf({
  unitCode,
  desk,
  practice,
}: Pick<Manifest, 'unitCode' | 'practice'> & { readonly desk: { readonly code: string } }): string {
  return `${unitCode} ${desk.code} ${practice}`;
}

/** The names of what was a backup of a place and is none any more: its file is gone or cut, or nobody can read what it says of itself. */
export function brokenIn(place: string): string[] {
  return foundIn(place)
    .filter(({ backup }) => backup === undefined || !isAsLong(backup))
    .map(({ name }) => name)
    .toSorted();
}

/** So many folders are looked into, so that a whole drive does not take minutes. */
const mostFolders = 400;
const deepest = 2;

/**
 * The places of backups at or under what somebody named: the folder itself, the drive or folder above it, or one backup in it. The named one alone where there is
 * none; null where there is nothing of that name.
 */
export function placesUnder(named: string): string[] | null {
  const stat = statSync(named, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  const folder = stat.isDirectory() ? named : dirname(named);
  if (basename(folder).startsWith(begunBy)) return [dirname(folder)];
  const found: string[] = [];
  let looked = 0;
  for (let layer = [folder], depth = 0; layer.length > 0 && depth <= deepest; depth += 1) {
    const next: string[] = [];
    for (const one of layer) {
      looked += 1;
      if (looked > mostFolders) break;
      if (namesIn(one).length > 0) found.push(one);
      else next.push(...foldersIn(one));
    }
    layer = next;
  }
  return found.length === 0 ? [folder] : found;
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !entry.name.startsWith('$'))
      .map(({ name }) => join(folder, name));
  } catch {
    return [];
  }
}

function foundIn(place: string): { readonly name: string; readonly backup: FoundBackup | undefined }[] {
  return namesIn(place)
    .filter((name) => !name.endsWith(unfinished))
    .map((name) => ({ name, backup: findBackup(join(place, name)) }));
}

/** As long as it was proven; whether every byte is still the same is asked when something is restored from it. */
function isAsLong({ file, manifest }: FoundBackup): boolean {
  return statSync(file, { throwIfNoEntry: false })?.size === manifest.bytes;
}

/** What a pulled plug or stick left: never a backup, and in the way of the next. */
export function unfinishedIn(place: string, deskCode: string): string[] {
  return namesIn(place).filter((name) => name.startsWith(`${begunBy}${deskCode}_`) && name.endsWith(unfinished));
}

function namesIn(place: string): string[] {
  try {
    return readdirSync(place).filter((name) => name.startsWith(begunBy));
  } catch {
    return [];
  }
}
