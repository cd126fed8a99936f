import { join } from 'node:path';
import { type Fault, fault, isFault } from '../contract/fault.ts';
import type { EntryBody, Subject } from '../domain/entries/entry.ts';
import { randomBytesOfId, uuidText, uuidV7 } from './file/codecs.ts';
import type { Db } from './file/db.ts';
import { type OpenFault, openFault, openFile, storeFileName } from './file/open.ts';
import { entryBodies } from './journal/bodies.ts';
import type { Projections } from './journal/entries.ts';
import { type Journal, type Written, findDeskUuid, nameDesk, openJournal, ownDesk } from './journal/journal.ts';
import type { Author, Head, MadeEntry, NewEntry } from './journal/make-entry.ts';
import { kindOf } from './journal/subject.ts';
import { projections } from './projections.ts';
import { whereaboutsInMemory } from './routing/whereabouts.ts';

/** What a write handler holds: it can read, and it can add entries. Nothing else changes history. */
export type Writer = {
  readonly db: Db;
  append(subject: Subject, event: EntryBody): Written;
};

/** What a maker of many entries holds: each has its own time, author and desk. Times must not go back within a desk. */
export type BulkWriter = {
  readonly db: Db;
  /** Gives a desk its UUID before its first entry; desk 1 is this file's own. */
  nameDesk(deskId: number, uuid: string): void;
  append(deskId: number, entry: NewEntry): Written;
  /** Where a desk's chain stands, for those who make its next entries beside the file. */
  head(deskId: number): Head;
  /** Writes an entry made elsewhere; what is projected is read back from its body, as a rebuild would. */
  write(made: MadeEntry): Written;
  /** As `write`, for an entry of a desk that has written something else since it was made. */
  follow(made: MadeEntry): Written;
};

export type Store = {
  readonly db: Db;
  readonly journal: Journal;
  /** Runs a change in one transaction: its entries and their projections are on disk when it returns, or nothing is. */
  write<T>(author: Author, now: number, change: (tx: Writer) => T): T | Fault<'disk-full'>;
  /** As `write`, for an office made by machine: entries of several desks and many moments, committed together. */
  writeBulk<T>(change: (tx: BulkWriter) => T): T | Fault<'disk-full'>;
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
  try {
    return storeOver(opened, options.random);
  } catch (error) {
    opened.close();
    return openFault(error, options.folder, join(options.folder, storeFileName));
  }
}

function storeOver(db: Db, random: Options['random']): Store {
  const project: Projections = projections(db);
  nameOwnDesk(db, random);
  const draw = inPieces(random);
  const journal = openJournal(db, ownDesk);
  const others = new Map<number, Journal>();
  const bodies = entryBodies(db);
  const commit = committing(db, forget);

  function record(into: Journal, entry: NewEntry, tables: Projections): Written {
    const written = into.append(entry);
    tables(entry.subject.kind, written.subjectId, written.at, entry.event, written);
    return written;
  }

  function recordMade(made: MadeEntry, tables: Projections, how: 'write' | 'follow'): Written {
    const written = journalOf(made.deskId)[how](made);
    const { type, body, at, subject } = made;
    tables(kindOf(subject.kind), written.subjectId, at, bodies.read(type, body, at), written);
    return written;
  }

  function write<T>(author: Author, now: number, change: (tx: Writer) => T): T | Fault<'disk-full'> {
    const append = (subject: Subject, event: EntryBody): Written =>
      record(journal, { id: uuidV7(now, draw(randomBytesOfId)), now, author, subject, event }, project);
    return commit(() => change({ db, append }));
  }

  function writeBulk<T>(change: (tx: BulkWriter) => T): T | Fault<'disk-full'> {
    const name = (deskId: number, uuid: string): void => {
      nameDesk(db, deskId, uuid);
      forget();
    };
    const head = (deskId: number): Head => journalOf(deskId).head();
    return commit(() => {
      const whereabouts = whereaboutsInMemory(db);
      const tables = projections(db, whereabouts);
      const append = (deskId: number, entry: NewEntry): Written => record(journalOf(deskId), entry, tables);
      const write = (made: MadeEntry): Written => recordMade(made, tables, 'write');
      const follow = (made: MadeEntry): Written => recordMade(made, tables, 'follow');
      const value = change({ db, nameDesk: name, append, head, write, follow });
      whereabouts.save();
      return value;
    });
  }

  function journalOf(deskId: number): Journal {
    const known = deskId === ownDesk ? journal : others.get(deskId);
    if (known !== undefined) return known;
    const opened = openJournal(db, deskId);
    others.set(deskId, opened);
    return opened;
  }

  /** What is remembered of the chains may not be what the file says. */
  function forget(): void {
    journal.reload();
    others.clear();
  }

  return { db, journal, write, writeBulk, close: () => closeFile(db) };
}

/** A fault or a throw rolls everything back; a full disk is a fault, whatever statement met it. */
function committing(db: Db, forget: () => void): <T>(change: () => T) => T | Fault<'disk-full'> {
  const transaction = db.transaction((change: () => unknown) => {
    const value = change();
    if (isFault(value)) throw new Refused(value);
    return value;
  });
  return <T>(change: () => T) => {
    try {
      return transaction.immediate(change) as T;
    } catch (error) {
      forget();
      if (error instanceof Refused) return error.value as T;
      if ((error as { code?: unknown }).code === 'SQLITE_FULL') return fault('disk-full', {});
      throw error;
    }
  };
}

class Refused extends Error {
  readonly value: unknown;
  constructor(value: unknown) {
    super();
    this.value = value;
  }
}

/** Random bytes drawn many at a time: asking the system for ten at each entry took a twentieth of its time. */
function inPieces(random: Options['random']): Options['random'] {
  let drawn: Uint8Array = new Uint8Array();
  let used = 0;
  return (size) => {
    if (used + size > drawn.length) {
      drawn = random(size * 100);
      used = 0;
    }
    used += size;
    return drawn.subarray(used - size, used);
  };
}

function nameOwnDesk(db: Db, random: Options['random']): void {
  if (findDeskUuid(db, ownDesk) === undefined) nameDesk(db, ownDesk, uuidText(uuidV7(0, random(randomBytesOfId))));
}

function closeFile(db: Db): void {
  if (!db.open) return;
  try {
    db.pragma('optimize');
  } catch {
    // Only a help for the next opening: a page that cannot be read is verify's to tell, and must not keep the file open.
  }
  db.close();
}
