import type { EntryBody, Subject } from '../../domain/entries/entry.ts';
import type { Named } from '../../domain/entries/reference.ts';
import { civilOf } from '../file/codecs.ts';
import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/prepared.ts';
import { type EntryBodies, entryBodies } from './bodies.ts';
import { kindOf, subjectKey } from './subject.ts';

const selectEntries = `SELECT seq, at, username, uuid, desk_seq, type, body FROM journal
  JOIN desk USING (desk_id) LEFT JOIN account USING (account_id) WHERE subject_id = ? ORDER BY seq`;

type EntryRow = {
  seq: number;
  at: number;
  username: string | null;
  uuid: string;
  desk_seq: number;
  type: string;
  body: string;
};

/** All that is recorded of a subject, first to last. What its entries are is known by who asks: a subject has one kind. */
export function entriesOf<
  T extends { readonly seq: number; readonly at: string; readonly action: { readonly type: string } },
>(db: Db, row: number): T[] {
  const entries = prepared(db, selectEntries).all(row) as EntryRow[];
  const bodies = entryBodies(db);
  return entries.map((entry) => recordedEntry(bodies, entry)) as unknown as T[];
}

/** The last entry of a subject, 0 where it has none: by it one asks whether the subject moved on meanwhile, and reads nothing. */
export function lastSeqOf(db: Db, subject: Subject): number {
  const { kind, name } = subjectKey(subject);
  return preparedValue(
    db,
    'SELECT coalesce(max(seq), 0) FROM journal WHERE subject_id = (SELECT subject_id FROM subject WHERE name = ? AND kind = ?)',
  ).get(name, kind) as number;
}

function recordedEntry(bodies: EntryBodies, row: EntryRow) {
  return {
    seq: row.seq,
    at: civilOf(row.at),
    actor: row.username ?? '',
    desk: row.uuid,
    deskSeq: row.desk_seq,
    action: bodies.read(row.type, row.body, row.at, row.uuid),
  };
}

/** Who wrote an entry, and which it is. */
export type RecordedBy = Named & { readonly actor: string; readonly seq: number };

type Row = {
  seq: number;
  subjectId: number;
  kind: number;
  at: number;
  type: string;
  body: string;
  actor: string | null;
  desk: string;
  deskSeq: number;
};

const entriesAtOnce = 1000;

/** Gives every entry of the journal to those who derive from it, in their order; returns how many there were. */
export function replay(db: Db, project: Projections): number {
  const bodies = entryBodies(db);
  const next = prepared(
    db,
    `SELECT seq, subject_id AS subjectId, kind, at, type, body, username AS actor, uuid AS desk, desk_seq AS deskSeq
    FROM journal JOIN subject USING (subject_id) JOIN desk USING (desk_id) LEFT JOIN account USING (account_id)
    WHERE seq > ? ORDER BY seq LIMIT ${entriesAtOnce}`,
  );
  let [last, read] = [0, 0];
  for (;;) {
    const rows = next.all(last) as Row[];
    for (const { seq, subjectId, kind, at, type, body, actor, desk, deskSeq } of rows) {
      project(kindOf(kind), subjectId, at, bodies.read(type, body, at, desk), {
        seq,
        actor: actor ?? '',
        desk,
        deskSeq,
      });
    }
    read += rows.length;
    if (rows.length < entriesAtOnce) return read;
    last = rows.at(-1)?.seq ?? last;
  }
}

export type Projections = (
  kind: Subject['kind'],
  subjectId: number,
  at: number,
  event: EntryBody,
  by: RecordedBy,
) => void;
