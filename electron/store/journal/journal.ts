import { canonicalJson } from '../../domain/base/canonical-json.ts';
import { logicalMilliseconds } from '../../domain/base/logical-clock.ts';
import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/rows/prepared.ts';
import { entryBodies } from './bodies.ts';
import { type ChainKind, chainCode, chainKinds, chainStart, formBegun } from './chain.ts';
import {
  type ChainOfDesk,
  type Head,
  type MadeEntry,
  type NewEntry,
  chainOfType,
  linkEntry,
  makeEntry,
} from './make-entry.ts';
import { hasOtherDesks, keepSeen, unsaidSeen } from './order.ts';
import { type SubjectKey, byOwnDesk, officeRow } from './subject.ts';

/** The desk a file is made for: row 1, named by a UUID then. */
export const firstDesk = 1;

/** This file's own desk: the first one, or the last of those that went on from it after a restore. */
export function ownDeskId(db: Db): number {
  const next = preparedValue(db, 'SELECT max(desk_id) FROM desk WHERE follows = ?');
  let own = firstDesk;
  for (let after = next.get(own) as number | null; after !== null; after = next.get(own) as number | null) own = after;
  return own;
}

/** SQL of whether a row of `desk` is this file's own desk, or was once. */
const wasOwn = `(desk_id = ${firstDesk} OR follows IS NOT NULL)`;

/** The same without one at which somebody else is at work since this file went on as another. */
const isOwn = `${wasOwn} AND coalesce(stranger, 3) = 3`;

/** Whether a desk is this file's own, or was before a restore. */
export function isOwnDesk(db: Db, uuid: string): boolean {
  return preparedValue(db, `SELECT 1 FROM desk WHERE uuid = ? AND ${isOwn}`).get(uuid) === 1;
}

/** A desk that this file was, as long as it is not one of the others here: what came of it is put back as its own. */
export function isOwnStill(db: Db, uuid: string): boolean {
  return preparedValue(db, `SELECT 1 FROM desk WHERE uuid = ? AND ${wasOwn} AND other IS NULL`).get(uuid) === 1;
}

/** A desk that this file was and is no more. */
export function isFormer(db: Db, uuid: string): boolean {
  return (
    preparedValue(db, `SELECT 1 FROM desk WHERE uuid = ? AND ${wasOwn} AND desk_id <> ?`).get(uuid, ownDeskId(db)) === 1
  );
}

/** This file's own desk by its UUID, and those it was before a restore, newest first. */
export function ownDeskUuids(db: Db): string[] {
  return preparedValue(db, `SELECT uuid FROM desk WHERE ${isOwn} ORDER BY desk_id DESC`).all() as string[];
}

/** SQL of whether what is printed was told here: what another desk prints never comes, so whoever this file was told it here. */
export function isPrintedHere(subjectColumn: string): string {
  return `EXISTS (SELECT 1 FROM journal JOIN desk USING (desk_id) WHERE journal.subject_id = ${subjectColumn} AND ${wasOwn})`;
}

/** SQL of whether this file's own desk told of a subject: what stands at another desk's counter (its prints, its drawers) is not touched from here. */
export function isToldHere(subjectColumn: string): string {
  return `EXISTS (SELECT 1 FROM journal JOIN desk USING (desk_id) WHERE journal.subject_id = ${subjectColumn} AND ${isOwn})`;
}

/** The file goes on as another desk from here: its chain begins anew, and names the old one in its first entry. */
export function beginNewChain(db: Db, uuid: string): void {
  prepared(db, 'INSERT INTO desk (uuid, follows) VALUES (?, ?)').run(uuid, ownDeskId(db));
}

/** Names a desk of this file by a UUID. Throws once the desk has entries: its name is in their hashes. */
export function nameDesk(db: Db, deskId: number, uuid: string): void {
  const used = preparedValue(db, 'SELECT 1 FROM journal WHERE desk_id = ? LIMIT 1').get(deskId);
  if (used !== undefined) throw new Error(`desk ${deskId} has entries and keeps its name`);
  prepared(
    db,
    'INSERT INTO desk (desk_id, uuid) VALUES (?, ?) ON CONFLICT (desk_id) DO UPDATE SET uuid = excluded.uuid',
  ).run(deskId, uuid);
}

export function findDeskUuid(db: Db, deskId: number): string | undefined {
  return preparedValue(db, 'SELECT uuid FROM desk WHERE desk_id = ?').get(deskId) as string | undefined;
}

/** An entry's place in the file, when it was written, and by whom: an empty actor where nobody was signed in. */
export type Written = {
  readonly seq: number;
  readonly subjectId: number;
  /** Seconds since 1970. */
  readonly at: number;
  readonly clock: number;
  readonly actor: string;
  /** The desk's UUID, and the entry's place in its chain. */
  readonly desk: string;
  readonly deskSeq: number;
};

export type Journal = {
  /** Makes one entry and writes it, inside the transaction that is open; it belongs to the commit that `endCommit` ends. */
  append(entry: NewEntry): Written;
  /** As `append`, as a commit of its own: of one that is told later, with others. */
  appendAlone(entry: NewEntry): Written;
  /** Writes an entry that was made elsewhere to follow the head of its chain. Throws on one that does not. */
  write(made: MadeEntry): Written;
  /** As `write`, linked anew to whatever was written since it was made. */
  follow(made: MadeEntry): Written;
  head(kind?: ChainKind): Head;
  /** Of which form the newest entry of the register is. */
  form(): 1 | 2;
  /** Says how far the chains are now: the last thing in a transaction that wrote. */
  endCommit(): void;
  /** Reads the desk's name and heads from the file again: after a rollback what was remembered is not true. */
  reload(): void;
};

/** A chain while it is written to. */
type Writing = {
  head: Head;
  /** When the newest entry was written that was written since this was read, in seconds. */
  at: number | null;
  /** 1 while the newest entry is of the form before. */
  form: 1 | 2;
  /** Whether the commit that is open told something in it. */
  moved: boolean;
};

/** The journal of one desk: what the register holds is one chain, in the order of `deskSeq`, and what happened at the machine another. */
export function openJournal(db: Db, deskId: number): Journal {
  const insert = prepared(
    db,
    `INSERT INTO journal (id, desk_id, desk_seq, clock, at, account_id, subject_id, type, body, hash, chain, step, seen, body_digest)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const keepHead = prepared(
    db,
    `INSERT INTO chain (desk_id, kind, desk_seq, clock, hash, at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET desk_seq = excluded.desk_seq, clock = excluded.clock, hash = excluded.hash, at = excluded.at`,
  );
  const subjects = subjectTable(db);
  let chain = chainOf(db, deskId);
  let chains = readChains(db, deskId);
  let unsaid = unsaidOf(db, deskId);
  /** Which entry of the commit that is open the next one is. */
  let nextStep = 0;

  function write(made: MadeEntry): Written {
    const { id, deskSeq, clock, at, author, type, body, hash, step, seen, bodyDigest } = made;
    const kind = made.chain === chainCode.machine ? 'machine' : 'register';
    const into = chains[kind];
    if (made.deskId !== deskId || deskSeq !== into.head.deskSeq + 1)
      throw new Error(
        `entry ${deskSeq} of desk ${made.deskId} does not follow entry ${into.head.deskSeq} of desk ${deskId}`,
      );
    const form = made.chain === null ? 1 : 2;
    if (form !== into.form && into.head.deskSeq > 0 && (form === 1 || type !== formBegun))
      throw new Error(`entry ${deskSeq} of desk ${deskId} is of another form than the one before`);
    const subjectId = subjects.get(made.subject);
    const accountId = author?.accountId ?? null;
    const { lastInsertRowid } = insert.run(
      id,
      deskId,
      deskSeq,
      clock,
      at,
      accountId,
      subjectId,
      type,
      body,
      hash,
      made.chain,
      step,
      seen,
      bodyDigest,
    );
    if (seen !== null) keepSeen(db, { deskId, deskSeq }, seen);
    into.head = { deskSeq, clock, hash };
    into.at = at;
    into.form = form;
    into.moved ||= form === 2;
    nextStep = (step ?? 0) + 1;
    return {
      seq: Number(lastInsertRowid),
      subjectId,
      at,
      clock,
      actor: author?.username ?? '',
      desk: chain.desk,
      deskSeq,
    };
  }

  /** The head of its chain, by the clock of both: what a desk told later is later, in whichever chain. */
  function headFor(type: string): Head {
    const { register, machine } = chains;
    const { head } = chains[chainOfType(type)];
    return { ...head, clock: Math.max(register.head.clock, machine.head.clock) };
  }

  /** What was seen of others since is told by the next entry of the register, once. */
  function make(entry: NewEntry, step: number): MadeEntry {
    const { type } = entry.event;
    if (unsaid === null || chainOfType(type) === 'machine') return makeEntry(chain, headFor(type), entry, step);
    const seen = unsaid;
    unsaid = null;
    return makeEntry(chain, headFor(type), entry, step, seen);
  }

  /** A chain that was begun in form 1 says once from where on it is of form 2. */
  function begin(now: number): void {
    if (chains.register.form === 2) return;
    // Its body is no secret, so its salt need not be one.
    const id = chains.register.head.hash.subarray(0, 16);
    const event = { type: formBegun, form: 2 } as const;
    const entry = { id, now, author: null, subject: { kind: 'office' }, event } as const;
    write(make(entry, nextStep));
  }

  return {
    append: (entry) => {
      begin(entry.now);
      return write(make(entry, nextStep));
    },
    appendAlone: (entry) => {
      begin(entry.now);
      return write(make(entry, 0));
    },
    write,
    follow: (made) => {
      begin(made.at * 1000);
      return write(linkEntry(chain, headFor(made.type), made));
    },
    head: (kind = 'register') => chains[kind].head,
    form: () => chains.register.form,
    endCommit: () => {
      for (const kind of chainKinds) {
        const { head, at, moved } = chains[kind];
        if (moved) keepHead.run(deskId, chainCode[kind], head.deskSeq, head.clock, head.hash, at);
        chains[kind].moved = false;
      }
      nextStep = 0;
    },
    reload: () => {
      subjects.forget();
      chain = chainOf(db, deskId);
      chains = readChains(db, deskId);
      unsaid = unsaidOf(db, deskId);
      nextStep = 0;
    },
  };
}

/** As it stands in an entry; asked of this file's own desk alone, for the others of a practice office are told by one hand. */
function unsaidOf(db: Db, deskId: number): string | null {
  const seen = deskId === ownDeskId(db) ? unsaidSeen(db, deskId) : null;
  return seen === null ? null : canonicalJson(seen);
}

/** How far a chain is, as a witness is told. */
export function headSaid(journal: Journal, kind: ChainKind): { readonly seq: number; readonly hash: string } {
  const { deskSeq: seq, hash } = journal.head(kind);
  return { seq, hash: Buffer.from(hash).toString('hex') };
}

/** What entries are about, by row; those lately asked for are remembered, for one case has several entries. */
function subjectTable(db: Db) {
  const find = preparedValue(db, 'SELECT subject_id FROM subject WHERE name = ? AND kind = ?');
  const add = prepared(db, 'INSERT INTO subject (name, kind) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const known = new Map<string, number>();

  function get({ kind, name }: SubjectKey): number {
    const asked = kind + name.toString('latin1');
    const remembered = known.get(asked);
    if (remembered !== undefined) return remembered;
    const added = add.run(name, kind);
    const id = added.changes === 1 ? Number(added.lastInsertRowid) : (find.get(name, kind) as number);
    if (known.size >= mostRemembered) known.clear();
    known.set(asked, id);
    return id;
  }

  // A row made in a transaction that was rolled back is not there any more.
  return { get, forget: () => known.clear() };
}

const mostRemembered = 20_000;

function chainOf(db: Db, deskId: number): ChainOfDesk {
  const desk = findDeskUuid(db, deskId);
  if (desk === undefined) throw new Error(`no desk ${deskId}`);
  return { deskId, desk, write: entryBodies(db).write };
}

/** As the last commit left them; of a desk that has written nothing in form 2, as its newest entry says. */
function readChains(db: Db, deskId: number): Record<ChainKind, Writing> {
  const kept = prepared(db, 'SELECT desk_seq AS deskSeq, clock, hash FROM chain WHERE desk_id = ? AND kind = ?');
  const newest = prepared(
    db,
    'SELECT desk_seq AS deskSeq, clock, hash FROM journal WHERE desk_id = ? ORDER BY seq DESC LIMIT 1',
  );
  const headOf = (kind: ChainKind): Head | undefined => kept.get(deskId, chainCode[kind]) as Head | undefined;
  const [register, machine] = [headOf('register'), headOf('machine')];
  const none = { deskSeq: 0, clock: 0, hash: chainStart };
  // A chain of form 1 was one for both, and ends where the desk ends.
  const before = register === undefined && machine === undefined ? (newest.get(deskId) as Head | undefined) : undefined;
  return {
    register: { head: register ?? before ?? none, at: null, form: before === undefined ? 2 : 1, moved: false },
    machine: { head: machine ?? none, at: null, form: 2, moved: false },
  };
}

/** When an entry was written: by the logical clock, and by the clock of the machine in seconds since 1970. */
export type EntryTime = { readonly clock: number; readonly at: number };

/**
 * The newest entry of this file's own desks, by which its clock is judged: another desk's may run ahead, or bring years at once. Undefined in an empty
 * journal.
 */
export function findNewestEntry(db: Db): EntryTime | undefined {
  if (!hasOtherDesks(db))
    return prepared(db, 'SELECT clock, at FROM journal ORDER BY seq DESC LIMIT 1').get() as EntryTime | undefined;
  const own = ownDeskId(db);
  const said = prepared(
    db,
    'SELECT clock, at FROM chain WHERE desk_id = ? AND at IS NOT NULL ORDER BY clock DESC LIMIT 1',
  ).get(own) as EntryTime | undefined;
  // A chain that was last written to before it was kept when: read back once over all that came from others.
  const newest = prepared(db, 'SELECT clock, at FROM journal WHERE desk_id = ? ORDER BY seq DESC LIMIT 1');
  return said ?? (newest.get(own) as EntryTime | undefined);
}

/**
 * The moment the newest entry was written; null in an empty journal. Milliseconds. By the logical clock, which a step back does
 * not move; where a supervisor confirmed the clock since it leapt (`confirmedAt`), by the entries' own time from then on.
 */
export function lastEntryAt(newest: EntryTime | undefined, confirmedAt: number | null): number | null {
  if (newest === undefined) return null;
  return confirmedAt === null ? logicalMilliseconds(newest.clock) : Math.max(confirmedAt, newest.at * 1000);
}

/**
 * When the first entry of this register was written, in seconds since 1970; null in an empty journal. Of several counters the one that was set up first began it:
 * each says first of all what office it is of.
 */
export function firstEntryAt(db: Db): number | null {
  const own = preparedValue(db, `SELECT at FROM journal WHERE ${byOwnDesk} ORDER BY seq LIMIT 1`).get() as
    | number
    | undefined;
  if (own === undefined || !hasOtherDesks(db)) return own ?? null;
  const others = preparedValue(db, `SELECT min(at) FROM journal WHERE subject_id = ${officeRow}`).get() as
    | number
    | null;
  return others === null ? own : Math.min(own, others);
}

/** How far this file is, as figures that were counted from it say on paper: the first signs of its newest hash. */
export function registerHead(db: Db): string {
  const head = preparedValue(db, 'SELECT hash FROM journal ORDER BY seq DESC LIMIT 1').get() as Buffer | undefined;
  return (head ?? Buffer.alloc(0)).toString('hex').slice(0, 16);
}

/** The newest row; 0 in an empty journal. */
export function lastSeq(db: Db): number {
  return preparedValue(db, 'SELECT coalesce(max(seq), 0) FROM journal').get() as number;
}

/**
 * A row before which nothing is of a day (seconds since 1970), found by halves: rows stand in the order of their moments, but for a clock that was put back. What other desks told
 * came here after it happened, so among several the own rows alone are asked, and all behind the last of before that day is looked at.
 */
export function firstSeqOf(db: Db, since: number): number {
  const which = hasOtherDesks(db) ? ` AND ${byOwnDesk}` : '';
  const at = preparedValue(db, `SELECT at FROM journal WHERE seq >= ?${which} ORDER BY seq LIMIT 1`);
  let low = 1;
  let high = lastSeq(db) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const moment = at.get(middle) as number | undefined;
    if (moment !== undefined && moment < since) low = middle + 1;
    else high = middle;
  }
  if (which === '') return Math.max(1, low);
  const before = `SELECT seq FROM journal WHERE seq < ?${which} ORDER BY seq DESC LIMIT 1`;
  return (preparedValue(db, before).get(low) as number | undefined) ?? 1;
}
