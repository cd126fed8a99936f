import { type Fault, fault, isFault } from '../contract/fault.ts';
import type { EntryBody, Subject } from './entry.ts';
import { type Author, type Journal, type Written, openJournal } from './journal.ts';
import { type Db, type OpenFault, openFile } from './open.ts';
import { type Projections, projections } from './projections.ts';
import { uuidText, uuidV7 } from './uuid.ts';

/** What a write handler holds: it can read, and it can add entries. Nothing else changes history. */
export type Writer = {
  readonly db: Db;
  append(subject: Subject, event: EntryBody): Written;
};

export type Store = {
  readonly db: Db;
  readonly journal: Journal;
  /** Runs a change in one transaction: its entries and their projections are on disk when it returns, or nothing is. */
  write<T>(author: Author, now: number, change: (tx: Writer) => T): T | Fault<'disk-full'>;
  close(): void;
};

type Options = {
  readonly folder: string;
  readonly holder: string;
  readonly random: (size: number) => Uint8Array;
};

export function openStore(options: Options): Store | OpenFault {
  const opened = openFile(options.folder, options.holder);
  if (isFault(opened)) return opened;
  return storeOver(opened, options.random);
}

function storeOver(db: Db, random: Options['random']): Store {
  const project: Projections = projections(db);
  const journal = openJournal(db, ownDesk(db, random));

  function write<T>(author: Author, now: number, change: (tx: Writer) => T): T | Fault<'disk-full'> {
    const append = (subject: Subject, event: EntryBody): Written => {
      const written = journal.append({ id: uuidV7(now, random(10)), now, author, subject, event });
      project(subject.kind, written.subjectId, written.at, event);
      return written;
    };
    return commit(db, journal, () => change({ db, append }));
  }

  return { db, journal, write, close: () => closeFile(db) };
}

/** A fault or a throw rolls everything back; a full disk is a fault, whatever statement met it. */
function commit<T>(db: Db, journal: Journal, change: () => T): T | Fault<'disk-full'> {
  let refused: { readonly value: T } | undefined;
  try {
    return db
      .transaction(() => {
        const value = change();
        if (!isFault(value)) return value;
        refused = { value };
        throw new Refused();
      })
      .immediate();
  } catch (error) {
    journal.reload();
    if (refused !== undefined) return refused.value;
    if ((error as { code?: unknown }).code === 'SQLITE_FULL') return fault('disk-full', {});
    throw error;
  }
}

class Refused extends Error {}

/** This file's own desk: row 1, named by a UUID when the file is made. */
function ownDesk(db: Db, random: Options['random']): { deskId: number; uuid: string } {
  const find = db.prepare('SELECT uuid FROM desk WHERE desk_id = 1').pluck();
  const found = find.get() as string | undefined;
  if (found !== undefined) return { deskId: 1, uuid: found };
  const uuid = uuidText(uuidV7(0, random(10)));
  db.prepare('INSERT INTO desk (desk_id, uuid) VALUES (1, ?)').run(uuid);
  return { deskId: 1, uuid };
}

function closeFile(db: Db): void {
  if (!db.open) return;
  db.pragma('optimize');
  db.close();
}
