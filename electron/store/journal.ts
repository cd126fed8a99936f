import type { Statement } from 'better-sqlite3';
import { logicalMilliseconds, nextLogicalClock } from '../domain/logical-clock.ts';
import { chainHash, chainStart } from './chain.ts';
import { findDeskUuid } from './desk-store.ts';
import { entryBodies } from './entry-body.ts';
import type { EntryBody, Subject } from './entry.ts';
import type { Db } from './open.ts';
import { prepared } from './prepared.ts';
import { subjectKey, subjectText } from './subject.ts';

/** Where a desk's own chain stands: what the next entry is linked to. */
export type Head = { readonly deskSeq: number; readonly clock: number; readonly hash: Uint8Array };

export type Author = { readonly accountId: number; readonly username: string } | null;

export type NewEntry = {
  readonly id: Uint8Array;
  /** Milliseconds since 1970 by the desk's clock. */
  readonly now: number;
  readonly author: Author;
  readonly subject: Subject;
  readonly event: EntryBody;
};

export type Written = { readonly seq: number; readonly subjectId: number; readonly at: number };

export type Journal = {
  /** Adds one entry inside the transaction that is open. */
  append(entry: NewEntry): Written;
  head(): Head;
  /** Reads the desk's name and head from the file again: after a rollback what was remembered is not true. */
  reload(): void;
};

/** The journal of one desk: its entries are one chain, in the order of `deskSeq`. */
export function openJournal(db: Db, deskId: number): Journal {
  const insert =
    db.prepare(`INSERT INTO journal (id, desk_id, desk_seq, clock, at, account_id, subject_id, type, body, hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const subjects = subjectTable(db);
  const bodies = entryBodies(db);
  let desk = getDeskUuid(db, deskId);
  let head = readHead(db, deskId);

  function append(entry: NewEntry): Written {
    const { type } = entry.event;
    const at = Math.floor(entry.now / 1000);
    const body = bodies.write(entry.event, at);
    const subject = subjects.get(entry.subject);
    const clock = nextLogicalClock(head.clock, entry.now);
    const deskSeq = head.deskSeq + 1;
    const hash = chainHash(head.hash, {
      id: entry.id,
      desk,
      deskSeq,
      clock,
      at,
      actor: entry.author?.username ?? null,
      subject: subject.text,
      type,
      body,
    });
    const accountId = entry.author?.accountId ?? null;
    const { lastInsertRowid } = insert.run(
      entry.id,
      deskId,
      deskSeq,
      clock,
      at,
      accountId,
      subject.id,
      type,
      body,
      hash,
    );
    head = { deskSeq, clock, hash };
    return { seq: Number(lastInsertRowid), subjectId: subject.id, at };
  }

  return {
    append,
    head: () => head,
    reload: () => {
      subjects.forget();
      desk = getDeskUuid(db, deskId);
      head = readHead(db, deskId);
    },
  };
}

type KnownSubject = { readonly id: number; readonly text: string };

/** What entries are about, by row; those lately asked for are remembered, for one case has several entries. */
function subjectTable(db: Db) {
  const find: Statement = db.prepare('SELECT subject_id FROM subject WHERE name = ? AND kind = ?').pluck();
  const add = db.prepare('INSERT INTO subject (name, kind) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const known = new Map<string, KnownSubject>();

  function get(subject: Subject): KnownSubject {
    // Case ids are UUIDs, which no written-out subject looks like.
    const asked = subject.kind === 'case' ? subject.caseId : JSON.stringify(subject);
    const remembered = known.get(asked);
    if (remembered !== undefined) return remembered;
    const key = subjectKey(subject);
    const added = add.run(key.name, key.kind);
    const id = added.changes === 1 ? Number(added.lastInsertRowid) : (find.get(key.name, key.kind) as number);
    const made = { id, text: subjectText(key) };
    if (known.size >= mostRemembered) known.clear();
    known.set(asked, made);
    return made;
  }

  // A row made in a transaction that was rolled back is not there any more.
  return { get, forget: () => known.clear() };
}

const mostRemembered = 20_000;

function getDeskUuid(db: Db, deskId: number): string {
  const uuid = findDeskUuid(db, deskId);
  if (uuid === undefined) throw new Error(`no desk ${deskId}`);
  return uuid;
}

function readHead(db: Db, deskId: number): Head {
  const row = db
    .prepare('SELECT desk_seq, clock, hash FROM journal WHERE desk_id = ? ORDER BY seq DESC LIMIT 1')
    .get(deskId) as { desk_seq: number; clock: number; hash: Buffer } | undefined;
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
