import { join } from 'node:path';
import { toCivilTime } from '../domain/base/civil-time.ts';
import { type Fault, fault, isFault } from '../contract/base/fault.ts';
import { syncFile } from '../disk/durable.ts';
import { lockFolder } from './file/opening/lock.ts';
import { type OpenFault, openFault, openToRead } from './file/opening/open.ts';
import { storeFileName } from './file/file-names.ts';
import { type FileKey, foldLog, recodeFile } from './file/opening/sealed.ts';
import { headSaid } from './journal/journal.ts';
import { writeKeys } from './keys/keys-file.ts';
import { openReader } from './safety/reader/reader.ts';
import { type Store, openStore } from './store.ts';
import { stateHash } from './safety/verify/state-hash.ts';
import { type BackupStep, proveCopy } from './safety/backup/make.ts';
import { deskUuidOf } from './safety/backup/new-desk.ts';
import { clearWork, dropUnplanned, swapIn } from './safety/backup/swap.ts';
import { type BackupFault, troubleAt } from './safety/backup/trouble.ts';

type Asked = {
  /** The office's folder, whose register nobody has open. */
  readonly folder: string;
  /** Null for a plain register. */
  readonly from: FileKey | null;
  readonly to: FileKey;
  /** The key file of the new register. */
  readonly keys: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly random: (size: number) => Uint8Array;
  readonly practice: boolean;
  /** What the new register says besides, such as who may open it; a fault leaves everything as it was. */
  readonly write: (store: Store) => Fault | null;
  readonly step?: BackupStep;
};

type ResealFault = BackupFault | OpenFault | Fault;

/**
 * The same register under another key, in the place of the one before: copied, compared with it and looked at as a whole, and exchanged by a plan on
 * disk, so that it is wholly the one or wholly the other whatever ends it. The one before is written over. The caller ends the swap.
 */
export async function reseal(asked: Asked): Promise<ResealFault | null> {
  const { folder, from, to, keys, now, random, practice, write, step = () => undefined } = asked;
  const place = join(folder, storeFileName);
  try {
    const lock = lockFolder(folder);
    try {
      const work = clearWork(folder);
      step('begun');
      const copy = join(work, storeFileName);
      recodeFile(place, from, copy, to);
      syncFile(copy);
      step('copied');
      const proven = await proveCopy(openReader(work, to), openReader(work, to), work);
      if (isFault(proven)) return proven;
      if (proven.stateHash !== hashOf(folder, from))
        return fault('backup-not-proven', { path: copy, reason: 'another state hash' });
      step('proven');
      const store = openStore({ folder: work, holder: 'a new key', random, key: to });
      if (isFault(store)) return store;
      let testimony;
      try {
        const refused = write(store);
        if (refused !== null) return refused;
        const said = { ...headSaid(store.journal, 'register'), machine: headSaid(store.journal, 'machine') };
        testimony = { desk: deskUuidOf(store.db), ...said, marks: [] };
      } finally {
        store.close();
      }
      foldLog(copy, to);
      syncFile(copy);
      step('written');
      writeKeys(work, keys);
      step('keyed');
      swapIn(folder, toCivilTime(now).slice(0, 19).replaceAll(':', ''), { testimony, practice, shred: true }, step);
      return null;
    } finally {
      try {
        dropUnplanned(folder);
      } finally {
        lock.release();
      }
    }
  } catch (error) {
    if ((error as { code?: unknown }).code === 'SQLITE_BUSY') return openFault(error, folder, place);
    return troubleAt(folder, error);
  }
}

function hashOf(folder: string, key: FileKey | null): string {
  const db = openToRead(folder, key);
  try {
    return stateHash(db);
  } finally {
    db.close();
  }
}
