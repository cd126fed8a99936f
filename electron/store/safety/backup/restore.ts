import { cpSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import { addDays, dayOfDate, toCivilTime } from '../../../domain/base/civil-time.ts';
import { judgeClock } from '../../../domain/base/logical-clock.ts';
import { type Mark, seriesName, spentBeyond } from '../../../domain/safety/backup/series.ts';
import type { SpentRun } from '../../../domain/entries/entry.ts';
import { lastHandOverSerial } from '../../routing/hand-over.ts';
import { lastSerial } from '../../counter/case/numbers.ts';
import type { Db } from '../../file/db.ts';
import type { Testimony } from '../../file/opening/witness.ts';
import { syncFile, syncFolder } from '../../../disk/durable.ts';
import { makeFolders } from '../../../disk/shared.ts';
import { lockFolder } from '../../file/opening/lock.ts';
import { newestVersion } from '../../file/migrate.ts';
import { type OpenFault, openFault, openFile, openToRead } from '../../file/opening/open.ts';
import { storeFileName } from '../../file/file-names.ts';
import { type FileKey, foldLog } from '../../file/opening/sealed.ts';
import { copyKeys, readKeys } from '../../keys/keys-file.ts';
import { openReader } from '../reader/reader.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { findNewestEntry, headSaid, lastEntryAt } from '../../journal/journal.ts';
import { clockConfirmedAt, findOffice } from '../../common/office/settings.ts';
import { type BackupStep, copyFile, fileHash, proveCopy } from './make.ts';
import { type FoundBackup, type Manifest, findBackup } from './manifest.ts';
import { type Replayed, isDamage, replayTail } from './replay.ts';
import { seriesAhead } from './series-ahead.ts';
import { goOnAsAnother } from './new-desk.ts';
import { clearWork, placeKeys, swapIn, workFolder } from './swap.ts';
import { type BackupFault, troubleAt } from './trouble.ts';

export type RestoreFault =
  | BackupFault
  | OpenFault
  | Fault<'backup-unreadable' | 'restore-not-empty' | 'store-newer' | 'disk-full'>;

export type Restored = {
  readonly manifest: Manifest;
  readonly stateHash: string;
  /** Numbers the register never gives: they may stand on paper. */
  readonly spent: readonly SpentRun[];
  /** Entries that the damaged file still told beyond the backup. */
  readonly replayed: number;
  /** Whether it was read to its end: false where it could not be read, or not be believed from some entry on. */
  readonly whole: boolean;
  /** What the witness is to say from here on. */
  readonly testimony: Testimony;
};

type Asked = {
  /** A backup's folder, or the file in it. */
  readonly from: string;
  /** Where the register goes; it must hold none. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly random: (size: number) => Uint8Array;
  /** How far numbers had gone by a witness outside the file; null where nobody knows. */
  readonly marks: readonly Mark[] | null;
  /** What opens a sealed backup, and the register that comes back from it; null for a plain one. */
  readonly key: FileKey | null;
  /** Who proved who they are for it, and the key on paper: its first entry names them. */
  readonly persons?: readonly string[];
  /** The register whose place is taken holds no office: nothing of it comes over, and it is not kept. */
  readonly blank?: boolean;
  readonly step?: BackupStep;
};

/** The backup of that folder or file, where this version can read it. */
export function readableBackup(from: string): FoundBackup | Fault<'backup-unreadable' | 'store-newer'> {
  const backup = findBackup(basename(from) === storeFileName ? dirname(from) : from);
  if (backup === undefined || !existsSync(backup.file)) return fault('backup-unreadable', { path: from });
  if (backup.manifest.schema > newestVersion()) return fault('store-newer', { version: backup.manifest.schema });
  return backup;
}

/**
 * A register from a backup, in a folder that holds none: copied, compared byte by byte with what was proven, looked at as a whole once more,
 * given a chain of its own that passes over what may be on paper, and only then put in its place. Whatever ends it before leaves no register.
 */
export async function restoreBackup({
  from,
  folder,
  now,
  random,
  marks,
  key,
  persons = [],
  step = () => undefined,
}: Asked): Promise<Restored | RestoreFault> {
  const backup = readableBackup(from);
  if (isFault(backup)) return backup;
  const place = join(folder, storeFileName);
  try {
    makeFolders(folder);
    const lock = lockFolder(folder);
    try {
      if (existsSync(place) || existsSync(`${place}-wal`)) return fault('restore-not-empty', { path: folder });
      const made = await prepareRestored({ backup, folder, now, random, marks, key, persons, step, damaged: null });
      if (isFault(made)) return made;
      const work = join(folder, workFolder);
      if (existsSync(join(backup.folder, 'forms')))
        cpSync(join(backup.folder, 'forms'), join(folder, 'forms'), { recursive: true });
      placeKeys(work, folder, null);
      renameSync(join(work, storeFileName), place);
      syncFolder(folder);
      step('placed');
      rmSync(work, { recursive: true, force: true });
      return made;
    } finally {
      lock.release();
    }
  } catch (error) {
    if ((error as { code?: unknown }).code === 'SQLITE_BUSY') return openFault(error, folder, place);
    return troubleAt(folder, error);
  }
}

type Preparing = Omit<Required<Asked>, 'from' | 'blank'> & {
  readonly backup: FoundBackup;
  readonly damaged: string | null;
};

/** The whole register beside the place it goes to, in `restoring/`. */
async function prepareRestored({
  backup,
  folder,
  now,
  random,
  marks,
  key,
  persons,
  step,
  damaged,
}: Preparing): Promise<Restored | RestoreFault> {
  const { manifest, file } = backup;
  if (!existsSync(file) || statSync(file).size !== manifest.bytes)
    return fault('backup-not-proven', { path: file, reason: 'the file has another size' });
  const work = clearWork(folder);
  step('begun');
  const copy = join(work, storeFileName);
  await copyFile(file, copy);
  step('copied');
  const sha256 = await fileHash(copy);
  if (sha256 !== manifest.sha256)
    return fault('backup-not-proven', { path: file, reason: 'the file has other bytes than were proven' });
  const proven = await proveCopy(openReader(work, key), openReader(work, key), work, sha256);
  if (isFault(proven)) return proven;
  if (proven.stateHash !== manifest.stateHash)
    return fault('backup-not-proven', { path: file, reason: 'another state hash' });
  step('proven');
  const tail = damaged === null ? { entries: 0, whole: true } : replay(work, damaged, key);
  if (isFault(tail)) return tail;
  step('replayed');
  const went = goOnAs({ folder: work, now, random, marks, key, persons, manifest });
  if (isFault(went)) return went;
  foldLog(copy, key);
  syncFile(copy);
  // The folder's own keys stay where they are of this file: they know passwords that were set since.
  if (key !== null && isFault(readKeys(folder, key.salt))) copyKeys(backup.folder, work);
  step('renamed');
  return { manifest, stateHash: proven.stateHash, replayed: tail.entries, whole: tail.whole, ...went };
}

type GoingOn = Pick<Required<Asked>, 'folder' | 'now' | 'random' | 'marks' | 'key' | 'persons'> & {
  readonly manifest: Manifest;
};

/** The register goes on under a new name, and its first entry says from where and which numbers it passes over. An older backup is brought to this version too. */
function goOnAs({
  folder,
  now,
  random,
  marks,
  key,
  persons,
  manifest,
}: GoingOn): Pick<Restored, 'spent' | 'testimony'> | OpenFault {
  const db = openFile(folder, 'a restore', key);
  if (isFault(db)) return db;
  try {
    return db.transaction(() => {
      const spent = spentBeyond(keptMarks(db, now), marks);
      const { madeAt } = manifest;
      const by = marks === null ? 'nobody' : 'witness';
      const { uuid, journal } = goOnAsAnother(db, { now: datedBy(db, now), random }, (from) => ({
        type: 'restored',
        from: { ...from, madeAt },
        by,
        spent,
        ...(persons.length === 0 ? {} : { persons }),
      }));
      const said = { ...headSaid(journal, 'register'), machine: headSaid(journal, 'machine') };
      return { spent, testimony: { desk: uuid, ...said, marks: spent } };
    })();
  } finally {
    db.close();
  }
}

/** A clock that leapt, at a computer that nobody has worked at yet, dates nothing: it is asked about at the first sign-in. */
function datedBy(db: Db, now: number): number {
  const last = lastEntryAt(findNewestEntry(db), clockConfirmedAt(db));
  return judgeClock(now, last) === 'good' ? now : (last ?? now);
}

/** Whether anything was ever given a number here. */
export function hasGivenNumbers(db: Db): boolean {
  return preparedValue(db, 'SELECT EXISTS (SELECT 1 FROM number_use) OR EXISTS (SELECT 1 FROM receipt)').get() === 1;
}

/** As many days are passed over one by one; a clock that is further off is believed by nobody. */
const daysOfDoubt = 60;

/**
 * The days whose numbers may be on paper and not in the register: from that of its newest entry to today. Where nobody knows whether the clock is
 * right the two alone, for either may be today.
 */
function daysSince(db: Db, now: number): string[] {
  const today = toCivilTime(now).slice(0, 10);
  const newest = findNewestEntry(db);
  const first = newest === undefined ? today : toCivilTime(newest.at * 1000).slice(0, 10);
  const count = dayOfDate(today) - dayOfDate(first) + 1;
  return count < 1 || count > daysOfDoubt
    ? [...new Set([first, today])]
    : Array.from({ length: count }, (_, nth) => addDays(first, nth));
}

/** How far the register itself knows that each series went which may have gone on since its newest entry. @param now ms since 1970 */
export function keptMarks(db: Db, now: number): (Mark & { readonly first: number })[] {
  const days = daysSince(db, now);
  const years = [...new Set(days.map((day) => Number(day.slice(0, 4))))];
  const office = findOffice(db);
  const blocks = office?.desk.blocks ?? [];
  const begins = Math.min(...blocks.map(({ first }) => first));
  const cases =
    blocks.length === 0 ? [] : days.map((day) => [seriesName.case(day), lastSerial(db, day, blocks)] as const);
  const receipts = prepared(
    db,
    'SELECT template, symbol, max(number) AS last FROM receipt GROUP BY template, symbol',
  ).all() as { template: string; symbol: string; last: number }[];
  const ofYear = prepared(db, 'SELECT form, year, max(number) AS last FROM paper_number WHERE year = ? GROUP BY form');
  const papers = years.flatMap((year) => ofYear.all(year) as { form: string; year: number; last: number }[]);
  const petitions = prepared(db, 'SELECT series, max(serial) AS last FROM petition GROUP BY series').all() as {
    series: string;
    last: number;
  }[];
  const books = prepared(db, 'SELECT series, max(serial) AS last FROM certification GROUP BY series').all() as {
    series: string;
    last: number;
  }[];
  const fromOne = [
    ...receipts.map(({ template, symbol, last }) => [seriesName.receipt(template, symbol), last] as const),
    ...papers.map(({ form, year, last }) => [seriesName.paper(form, year), last] as const),
    ...petitions.map(({ series, last }) => [seriesName.petition(series), last] as const),
    ...books.map(({ series, last }) => [seriesName.certification(series), last] as const),
    ...days.map((day) => [seriesName.handOver(day), lastHandOverSerial(db, day)] as const),
  ];
  const known = new Set(fromOne.map(([series]) => series));
  const ahead = office === undefined ? [] : seriesAhead(office, days).filter((series) => !known.has(series));
  return [
    ...ahead.map((series) => ({ series, last: 0, first: 1 })),
    ...cases.map(([series, last]) => ({ series, last, first: begins })),
    ...fromOne.map(([series, last]) => ({ series, last, first: 1 })),
  ];
}

/** What the damaged file still holds beyond the backup; a file that cannot be read at all adds nothing. */
function replay(work: string, damaged: string, key: FileKey | null): Pick<Replayed, 'entries' | 'whole'> | OpenFault {
  const into = openFile(work, 'a restore', key);
  if (isFault(into)) return into;
  let from: Db | undefined;
  try {
    from = openToRead(damaged, key);
    return replayTail(into, from);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { entries: 0, whole: false };
  } finally {
    from?.close();
    into.close();
  }
}

/**
 * A register from a backup in the place of one that cannot be worked with: what the damaged file still tells beyond the backup comes over,
 * the old file with its log is kept in `kept/`, and a plan on disk sees to it that the exchange is whole whatever ends it. The caller tells the
 * witness, and then `endSwap`.
 */
export async function restoreOver({
  from,
  folder,
  now,
  random,
  marks,
  key,
  persons = [],
  blank = false,
  step = () => undefined,
}: Asked): Promise<Restored | RestoreFault> {
  const backup = readableBackup(from);
  if (isFault(backup)) return backup;
  try {
    const lock = lockFolder(folder);
    try {
      const damaged = blank ? null : folder;
      const made = await prepareRestored({ backup, folder, now, random, marks, key, persons, step, damaged });
      if (isFault(made)) return made;
      swapIn(
        folder,
        toCivilTime(now).slice(0, 19).replaceAll(':', ''),
        { testimony: made.testimony, practice: made.manifest.practice, ...(blank ? { shred: true } : {}) },
        step,
      );
      if (blank && existsSync(join(backup.folder, 'forms')))
        cpSync(join(backup.folder, 'forms'), join(folder, 'forms'), { recursive: true });
      return made;
    } finally {
      lock.release();
    }
  } catch (error) {
    if ((error as { code?: unknown }).code === 'SQLITE_BUSY')
      return openFault(error, folder, join(folder, storeFileName));
    return troubleAt(folder, error);
  }
}
