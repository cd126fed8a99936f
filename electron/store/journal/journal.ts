import { logicalMilliseconds } from '../../domain/base/logical-clock.ts';
import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/prepared.ts';
import { entryBodies } from './bodies.ts';
import { chainStart } from './chain.ts';
import { type ChainOfDesk, type Head, type MadeEntry, type NewEntry, linkEntry, makeEntry } from './make-entry.ts';
import type { SubjectKey } from './subject.ts';

/** This file's own desk: row 1, named by a UUID when the file is made. */
export const ownDesk = 1;

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
  readonly actor: string;
  /** The desk's UUID. */
  readonly desk: string;
};

export type Journal = {
  /** Makes one entry and writes it, inside the transaction that is open. */
  append(entry: NewEntry): Written;
  /** Writes an entry that was made elsewhere to follow `head`. Throws on one that does not. */
  write(made: MadeEntry): Written;
  /** As `write`, linked anew to whatever was written since it was made. */
  follow(made: MadeEntry): Written;
  head(): Head;
  /** Reads the desk's name and head from the file again: after a rollback what was remembered is not true. */
  reload(): void;
};

/** The journal of one desk: its entries are one chain, in the order of `deskSeq`. */
export function openJournal(db: Db, deskId: number): Journal {
  const insert = prepared(
    db,
    `INSERT INTO journal (id, desk_id, desk_seq, clock, at, account_id, subject_id, type, body, hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const subjects = subjectTable(db);
  let chain = chainOf(db, deskId);
  let head = readHead(db, deskId);

  function write(made: MadeEntry): Written {
    const { id, deskSeq, clock, at, author, type, body, hash } = made;
    if (made.deskId !== deskId || deskSeq !== head.deskSeq + 1)
      throw new Error(
        `entry ${deskSeq} of desk ${made.deskId} does not follow entry ${head.deskSeq} of desk ${deskId}`,
      );
    const subjectId = subjects.get(made.subject);
    const accountId = author?.accountId ?? null;
    const { lastInsertRowid } = insert.run(id, deskId, deskSeq, clock, at, accountId, subjectId, type, body, hash);
    head = { deskSeq, clock, hash };
    return { seq: Number(lastInsertRowid), subjectId, at, actor: author?.username ?? '', desk: chain.desk };
  }

  return {
    append: (entry) => write(makeEntry(chain, head, entry)),
    write,
    follow: (made) => write(linkEntry(chain, head, made)),
    head: () => head,
    reload: () => {
      subjects.forget();
      chain = chainOf(db, deskId);
      head = readHead(db, deskId);
    },
  };
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

function readHead(db: Db, deskId: number): Head {
  const sql = 'SELECT desk_seq, clock, hash FROM journal WHERE desk_id = ? ORDER BY seq DESC LIMIT 1';
  const row = prepared(db, sql).get(deskId) as { desk_seq: number; clock: number; hash: Buffer } | undefined;
  return row === undefined
    ? { deskSeq: 0, clock: 0, hash: chainStart }
    : { deskSeq: row.desk_seq, clock: row.clock, hash: row.hash };
}

/**
 * When the newest entry of any desk was written; null in an empty journal. Milliseconds. By the logical clock, which a step back does
 * not move; where a supervisor confirmed the clock since it leapt (`confirmedAt`), by the entries' own time from then on.
 */
export function lastEntryAt(db: Db, confirmedAt: number | null): number | null {
  const newest = prepared(db, 'SELECT clock, at FROM journal ORDER BY seq DESC LIMIT 1').get() as
    | { clock: number; at: number }
    | undefined;
  if (newest === undefined) return null;
  return confirmedAt === null ? logicalMilliseconds(newest.clock) : Math.max(confirmedAt, newest.at * 1000);
}
