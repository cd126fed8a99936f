import Database from 'better-sqlite3';
import { join } from 'node:path';
import { type Fault, fault, isFault } from '../contract/base/fault.ts';
import { marksOf } from '../domain/safety/backup/series.ts';
import { type Steps, atOnce } from '../domain/base/resumable.ts';
import { type EntryBody, type Subject, isOfThisMachine } from '../domain/entries/entry.ts';
import { civilOf, randomBytesOfId, uuidText, uuidV7 } from './file/rows/codecs.ts';
import type { Db } from './file/db.ts';
import { areTwoPersonsAsked } from './common/office/settings.ts';
import { endLook, openToLook } from './file/opening/look.ts';
import { migrate, sayLeastReader } from './file/migrate.ts';
import { type OpenFault, openFault, openFile } from './file/opening/open.ts';
import { storeFileName } from './file/file-names.ts';
import type { FileKey } from './file/opening/sealed.ts';
import { committing, inPieces } from './file/committing.ts';
import { watchFile } from './file/watch.ts';
import type { Testimony, Witness } from './file/opening/witness.ts';
import { type TakenCommits, applyCommits, distinct, readCommits } from './centre/exchange/apply.ts';
import { type ArrivedContent, takeArrivedContent } from './centre/exchange/take-content.ts';
import type { Commit } from './centre/exchange/commits.ts';
import { type TakenBack, findOwnDeskRow, takeBackCommits } from './centre/exchange/take-back.ts';
import { lookAgain, refolding } from './centre/exchange/derive.ts';
import { entryBodies } from './journal/bodies.ts';
import type { Deriving } from './journal/entries.ts';
import {
  type EntryTime,
  type Journal,
  type Written,
  findDeskUuid,
  findNewestEntry,
  firstDesk,
  nameDesk,
  openJournal,
  headSaid,
  ownDeskId,
} from './journal/journal.ts';
import type { Author, Head, MadeEntry, NewEntry } from './journal/make-entry.ts';
import { hasOtherDesks } from './journal/order.ts';
import { kindOf } from './journal/subject.ts';
import { deriveAnew } from './safety/verify/derive-anew.ts';
import { projections } from './projections.ts';
import { type Renaming, renaming } from './safety/backup/renaming.ts';
import { rebuildRegister } from './safety/verify/rebuild.ts';
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

export type Store = Renaming & {
  readonly db: Db;
  /** Of the desk that this file is now. */
  readonly journal: Journal;
  /** When the newest entry of this file's own desks was written, remembered: every reception is dated by it. */
  newestEntry(): EntryTime | undefined;
  /** Runs a change in one transaction: its entries and their projections are on disk when it returns, or nothing is. */
  write<T>(author: Author, now: number, change: (tx: Writer) => T): T | Fault<'disk-full'>;
  /** As `write`, for an office made by machine: entries of several desks and many moments, committed together. */
  writeBulk<T>(change: (tx: BulkWriter) => T): T | Fault<'disk-full'>;
  /**
   * Takes commits of other desks, each whole and after all that its desk had seen; what has to wait is remembered until it can be taken, or this file is
   * closed. Says what was taken now.
   */
  apply(commits: readonly Commit[]): TakenCommits | Fault<'disk-full'>;
  /**
   * The same in slices, each on disk when it steps: whoever steps through many decides who goes between.
   * @param atOnce so many entries are a slice
   */
  applying(commits: readonly Commit[], atOnce?: number): Steps<TakenCommits | Fault<'disk-full'>>;
  /** Writes back what this file's own desk had told before it was brought back from a copy (centre/exchange/take-back.ts); nothing where it went on since. */
  takeBack(commits: readonly Commit[]): TakenBack | Fault<'disk-full'>;
  /** A change of what the file keeps for itself, beside the register; no entry tells of it. */
  keep<T>(change: (db: Db) => T): T | Fault<'disk-full'>;
  /** Takes in what other desks' entries rest on (centre/content/content.ts): how many texts were what their names say. What waited for them is there then. */
  takeContent(arrived: readonly ArrivedContent[]): number | Fault<'disk-full'>;
  /** Derives every table from the journal again; how many entries were read. The journal itself is not touched. */
  rebuild(): number | Fault<'disk-full'>;
  /** Tells after each commit, once it is on disk and before its maker goes on, until what this answers is called. It must not throw. */
  onCommit(tell: () => void): () => void;
  close(): void;
};

type Options = {
  readonly folder: string;
  readonly holder: string;
  readonly random: (size: number) => Uint8Array;
  /** Of a sealed office. */
  readonly key?: FileKey | null;
  /** Told how far the register is, after each commit. */
  readonly witness?: Witness;
};

export function openStore(options: Options): Store | OpenFault {
  const opened = openFile(options.folder, options.holder, options.key ?? null);
  if (isFault(opened)) return opened;
  try {
    return storeOver(opened, options);
  } catch (error) {
    opened.close();
    return openFault(error, options.folder, join(options.folder, storeFileName));
  }
}

/** A register in memory that nothing is written into: what is asked of no office. */
export function openBlankStore(random: Options['random']): Store {
  const db = new Database(':memory:');
  migrate(db);
  return storeOver(db, { random, folder: '', holder: '' });
}

/** A register that cannot be worked with, to be looked at (file/opening/look.ts): whatever would write answers that nothing is written. */
export function openLook(folder: string, random: Options['random'], key: FileKey | null): LookStore | OpenFault {
  const opened = openToLook(folder, key);
  if (isFault(opened)) return opened;
  try {
    const store = storeOver(opened.db, { random, folder: opened.folder, holder: '' });
    opened.db.pragma('query_only = ON');
    const refuse = () => fault('look-only', {}) as never;
    const close = (): void => {
      opened.db.close();
      endLook(folder);
    };
    return {
      ...store,
      write: refuse,
      writeBulk: refuse,
      apply: refuse,
      applying: refuse,
      takeBack: refuse,
      nameAnew: refuse,
      goOn: refuse,
      partFrom: refuse,
      tellAgain: refuse,
      keep: refuse,
      takeContent: refuse,
      rebuild: refuse,
      close,
      folder: opened.folder,
    };
  } catch (error) {
    opened.db.close();
    endLook(folder);
    return openFault(error, folder, join(folder, storeFileName));
  }
}

/** With the folder of the copy that is looked at. */
type LookStore = Store & { readonly folder: string };

function storeOver(db: Db, { random, folder, witness }: Options): Store {
  deriveAnew(db);
  sayLeastReader(db);
  const deriving: Deriving = projections(db);
  lookAgain(db, deriving);
  nameOwnDesk(db, random);
  const draw = inPieces(random);
  let ownDesk = ownDeskId(db);
  let ownUuid: string | undefined;
  let isOfTwo = false;
  let journal = openJournal(db, ownDesk);
  /** Whoever keeps it keeps whatever desk this file is by then. */
  const ownJournal: Journal = {
    append: (entry) => journal.append(entry),
    appendAlone: (entry) => journal.appendAlone(entry),
    write: (made) => journal.write(made),
    follow: (made) => journal.follow(made),
    head: (kind) => journal.head(kind),
    form: () => journal.form(),
    endCommit: () => journal.endCommit(),
    reload: () => journal.reload(),
  };
  const others = new Map<number, Journal>();
  const bodies = entryBodies(db);
  const watch = watchFile(db, join(folder, storeFileName));
  const commitOrFault = committing(db, watch, endCommit, forget);
  let newest = findNewestEntry(db);
  /** As the last commit left it: looking for it after each refused call would read back over all that came from others. */
  let committed = newest;
  let waiting: readonly Commit[] = [];
  const followers = new Set<() => void>();
  /** Whether entries of other desks are here: they come by `apply` alone, so nobody asks again at each entry. */
  let isShared = hasOtherDesks(db);

  function commit<T>(change: () => T): T | Fault<'disk-full'> {
    const value = commitOrFault(change);
    if (isFault(value)) return value;
    committed = newest;
    for (const tell of followers) tell();
    return value;
  }

  function record(into: Journal, entry: NewEntry, tables: Deriving, how: 'append' | 'appendAlone'): Written {
    const written = into[how](entry);
    newest = { clock: written.clock, at: written.at };
    const { subjectId, at } = written;
    const tell = (): void => tables.tell(entry.subject.kind, subjectId, at, entry.event, { ...written, isNew: true });
    if (isShared) refolding(db, tables).follow(subjectId, tell);
    else tell();
    return written;
  }

  function recordMade(made: MadeEntry, { tell }: Deriving, how: 'write' | 'follow'): Written {
    const into = journalOf(made.deskId);
    const written = into[how](made);
    newest = { clock: written.clock, at: written.at };
    const { type, body, at, subject } = made;
    const event = bodies.read(type, body, at, written.desk);
    tell(kindOf(subject.kind), written.subjectId, at, event, { ...written, isNew: true });
    return written;
  }

  function write<T>(author: Author, now: number, change: (tx: Writer) => T): T | Fault<'disk-full'> {
    const told: EntryBody[] = [];
    const append = (subject: Subject, event: EntryBody): Written => {
      told.push(event);
      return record(journal, { id: draw(saltBytes), now, author, subject, event }, deriving, 'append');
    };
    const value = commit(() => change({ db, append }));
    if (told.length > 0 && !isFault(value)) testify(told, civilOf(Math.floor(now / 1000)));
    return value;
  }

  function farNow(): Omit<Testimony, 'marks'> {
    // A practice office is given its name after it was opened.
    ownUuid ??= findDeskUuid(db, ownDesk);
    // Once begun it does not end.
    isOfTwo ||= areTwoPersonsAsked(db);
    const far = { desk: ownUuid ?? '', ...headSaid(journal, 'register'), machine: headSaid(journal, 'machine') };
    return isOfTwo ? { ...far, two: true } : far;
  }

  /** After the commit and before anybody hears of it. */
  function testify(told: readonly EntryBody[], at: string): void {
    if (witness === undefined) return;
    const marks = told.flatMap((event) => marksOf(event, at));
    const when = told.every(({ type }) => isOfThisMachine(type) && type !== 'print-queued') ? 'soon' : 'beside';
    witness.note({ ...farNow(), marks }, when);
  }

  function writeBulk<T>(change: (tx: BulkWriter) => T): T | Fault<'disk-full'> {
    const name = (deskId: number, uuid: string): void => {
      nameDesk(db, deskId, uuid);
      forget();
    };
    const head = (deskId: number): Head => journalOf(deskId).head();
    const filled = commit(() => {
      const whereabouts = whereaboutsInMemory(db);
      const tables = projections(db, whereabouts);
      const append = (deskId: number, entry: NewEntry): Written =>
        record(journalOf(deskId), entry, tables, 'appendAlone');
      const write = (made: MadeEntry): Written => recordMade(made, tables, 'write');
      const follow = (made: MadeEntry): Written => recordMade(made, tables, 'follow');
      const value = change({ db, nameDesk: name, append, head, write, follow });
      tables.settle();
      whereabouts.save();
      return value;
    });
    if (!isFault(filled)) testify([], '');
    return filled;
  }

  function journalOf(deskId: number): Journal {
    const known = deskId === ownDesk ? journal : others.get(deskId);
    if (known !== undefined) return known;
    const opened = openJournal(db, deskId);
    others.set(deskId, opened);
    return opened;
  }

  /**
   * A commit that came in part is none: what waits is what could not be taken, with what is already known left out. Each slice is a transaction of its own:
   * what was taken is on disk when the next one begins, and whoever steps through them lets others write between.
   */
  function* applying(commits: readonly Commit[], atOnce?: number): Steps<TakenCommits | Fault<'disk-full'>> {
    const came = readCommits(commits);
    let left = distinct([...waiting, ...came.waiting]);
    const refused = [...came.refused];
    let entries = 0;
    let people: true | undefined;
    let office: true | undefined;
    for (;;) {
      const slice = commit(() =>
        applyCommits({ db, deriving, journalOf, forget: (deskId) => others.delete(deskId) }, left, atOnce),
      );
      if (isFault(slice)) return slice;
      ({ waiting: left } = slice);
      waiting = left;
      entries += slice.entries;
      refused.push(...slice.refused);
      people ||= slice.people;
      office ||= slice.office;
      if (slice.entries > 0) {
        isShared = true;
        // The next entry says what this desk has seen now.
        journal.reload();
      }
      if (!slice.more) return { entries, waiting, refused, people, office };
      yield;
      // Others may have gone on meanwhile, with what came to them.
      left = waiting;
    }
  }

  /** A part of it is none: what went on since the copy was made is not mixed with what was told before. */
  function takeBack(commits: readonly Commit[]): TakenBack | Fault<'disk-full'> {
    let forked: number | undefined;
    const taken = commit(() => {
      const back = takeBackCommits(
        {
          db,
          findDesk: (uuid) => findOwnDeskRow(db, uuid),
          headOf: (deskId) => journalOf(deskId).head(),
          write: (made) => void recordMade(made, deriving, 'write'),
        },
        commits,
      );
      if (!('forked' in back)) return back;
      ({ forked } = back);
      // Rolls back what was written of it.
      return fault('disk-full', {});
    });
    if (forked !== undefined) return { forked };
    if (!isFault(taken)) {
      journal.reload();
      testifyAlone();
    }
    return taken;
  }

  /** Which desk this file is, and what its chains are, may be other than before. */
  function becomeOwn(): void {
    ownDesk = ownDeskId(db);
    journal = openJournal(db, ownDesk);
    forget();
    isShared = hasOtherDesks(db);
  }

  /** Where the register is now, whatever was told. */
  function testifyAlone(): void {
    if (witness === undefined) return;
    witness.note({ ...farNow(), marks: [] }, 'at-once');
  }

  function endCommit(): void {
    deriving.settle();
    journal.endCommit();
    for (const other of others.values()) other.endCommit();
  }

  /** What is remembered of the chains may not be what the file says. */
  function forget(): void {
    ownUuid = undefined;
    journal.reload();
    others.clear();
    deriving.forget();
    newest = committed;
  }

  return {
    db,
    journal: ownJournal,
    newestEntry: () => newest,
    write,
    writeBulk,
    apply: (commits) => atOnce(applying(commits)),
    applying,
    takeBack,
    ...renaming({ db, random, witness, commit, becomeOwn, testifyAlone }),
    keep: (change) => commit(() => change(db)),
    takeContent: (arrived) => commit(() => takeArrivedContent(db, deriving, arrived)),
    rebuild: () => commit(() => rebuildRegister(db)),
    onCommit: (tell) => {
      followers.add(tell);
      return () => void followers.delete(tell);
    },
    close: () => {
      // What it still has to say is of commits that are on disk.
      witness?.close();
      closeFile(db);
    },
  };
}

/** Sixteen random bytes: nobody finds a body that was taken out by trying. */
const saltBytes = 16;

function nameOwnDesk(db: Db, random: Options['random']): void {
  if (findDeskUuid(db, firstDesk) === undefined) nameDesk(db, firstDesk, uuidText(uuidV7(0, random(randomBytesOfId))));
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
