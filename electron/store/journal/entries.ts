import type { CaseState } from '../../domain/counter/case/state.ts';
import type { EntryBody, Subject } from '../../domain/entries/entry.ts';
import type { EntryName, Named } from '../../domain/entries/reference.ts';
import { civilOf } from '../file/rows/codecs.ts';
import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/rows/prepared.ts';
import { type EntryBodies, entryBodies } from './bodies.ts';
import { inOrder, markApart, otherDesks, ownPast } from './order.ts';
import { isBodyTold } from './taken-out.ts';
import { kindCode, kindOf, subjectKey } from './subject.ts';

const selectEntries = `SELECT seq, journal.desk_id AS deskId, desk_seq AS deskSeq, clock, at, username, uuid, type, body FROM journal
  JOIN desk USING (desk_id) LEFT JOIN account USING (account_id) WHERE subject_id = ? AND ${isBodyTold} ORDER BY seq`;

/** An entry as it lies in its row, with who wrote it where. */
export type EntryRow = {
  readonly seq: number;
  readonly deskId: number;
  readonly deskSeq: number;
  readonly clock: number;
  readonly at: number;
  readonly username: string | null;
  readonly uuid: string;
  readonly type: string;
  readonly body: string;
  /** Entries of the subject that its desk had not seen, and whose desks had not seen it; left out where there are none. */
  readonly apart?: readonly EntryName[];
};

/** All rows of a subject in the order in which they are folded (order.ts), but those whose bodies are not told yet (taken-out.ts). */
export function rowsOfSubject(db: Db, subject: number): readonly EntryRow[] {
  return markApart(db, inOrder(db, prepared(db, selectEntries).all(subject) as EntryRow[]));
}

/** What an entry is called at every desk, and which it is apart from. */
export function namedRow({ uuid: desk, deskSeq, apart }: Pick<EntryRow, 'uuid' | 'deskSeq' | 'apart'>): Named {
  return { desk, deskSeq, ...(apart === undefined ? {} : { apart }) };
}

/** All that is recorded of a subject, first to last. What its entries are is known by who asks: a subject has one kind. */
export function entriesOf<
  T extends { readonly seq: number; readonly at: string; readonly action: { readonly type: string } },
>(db: Db, row: number): T[] {
  return recordedIn<T>(db, rowsOfSubject(db, row));
}

/** The same of rows that were read already. */
export function recordedIn<T extends { readonly seq: number; readonly action: { readonly type: string } }>(
  db: Db,
  rows: readonly EntryRow[],
): T[] {
  const bodies = entryBodies(db);
  return rows.map((entry) => recordedEntry(bodies, entry)) as unknown as T[];
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
    ...namedRow(row),
    action: bodies.read(row.type, row.body, row.at, row.uuid),
  };
}

/** Who wrote an entry, which it is, and how it came here. */
export type RecordedBy = Named & {
  readonly actor: string;
  readonly seq: number;
  /** Told in this moment by a desk of this file: a number it gives must be free. Of what stood in a journal before nothing is refused. */
  readonly isNew?: boolean;
};

type Row = {
  seq: number;
  deskId: number;
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

/**
 * Gives every entry of the journal to those who derive from it, in the order of the rows; returns how many there were. What other desks had a hand
 * in is not among them: such subjects have an order of their own (order.ts).
 */
export function replay(db: Db, project: Projections): number {
  const others = otherDesks(db);
  const past = ownPast(db);
  const shared = subjectsOfOthers(db);
  const bodies = entryBodies(db);
  const next = prepared(
    db,
    `SELECT seq, desk_id AS deskId, subject_id AS subjectId, kind, at, type, body, username AS actor, uuid AS desk, desk_seq AS deskSeq
    FROM journal JOIN subject USING (subject_id) JOIN desk USING (desk_id) LEFT JOIN account USING (account_id)
    WHERE seq > ? ORDER BY seq LIMIT ${entriesAtOnce}`,
  );
  let [last, read] = [0, 0];
  for (;;) {
    const rows = next.all(last) as Row[];
    for (const { seq, deskId, subjectId, kind, at, type, body, actor, desk, deskSeq } of rows) {
      const isOfOthers = others.has(deskId) && seq > (past.get(deskId) ?? 0);
      if (isOfOthers || shared.has(subjectId)) continue;
      const by = { seq, actor: actor ?? '', desk, deskSeq };
      project(kindOf(kind), subjectId, at, bodies.read(type, body, at, desk), by);
    }
    read += rows.length;
    if (rows.length < entriesAtOnce) return read;
    last = rows.at(-1)?.seq ?? last;
  }
}

/** Subjects that are folded from entries of other desks too: of an office's own things and of accounts each desk goes by what it wrote itself. */
export function subjectsOfOthers(db: Db): ReadonlySet<number> {
  const others = otherDesks(db);
  if (others.size === 0) return new Set();
  const rows = preparedValue(
    db,
    `SELECT DISTINCT subject_id FROM journal JOIN subject USING (subject_id)
      WHERE desk_id IN (SELECT desk_id FROM desk WHERE other = 1) AND kind NOT IN (${ownKinds.map(kindCode).join(', ')}) ORDER BY subject_id`,
  );
  return new Set(rows.all() as number[]);
}

/** What each desk goes by its own entries in: its settings, its people, its printers. */
export const ownKinds = ['office', 'account', 'print'] as const satisfies readonly Subject['kind'][];

/**
 * What hangs on several subjects and on nothing's order of arrival (a person's particulars, what was missing from a list): looked at once more when a commit
 * ends. Nothing is, on an island. By a name, so that each is looked at once.
 */
export type AtEnd = Map<string, () => void>;

/** Everything that derives from entries. */
export type Deriving = {
  readonly tell: Projections;
  /** What tables tell of a case is about to be told anew: what hangs on it elsewhere is let go, and looked at when the commit ends. */
  leave(caseId: number): void;
  /** A case that several desks wrote, as all of its entries come to. */
  fit(caseId: number, state: CaseState): void;
  /** The last thing before a commit ends. */
  settle(): void;
  /** What was to be settled was rolled back. */
  forget(): void;
};

export type Projections = (
  kind: Subject['kind'],
  subjectId: number,
  at: number,
  event: EntryBody,
  by: RecordedBy,
) => void;

/** Whether it is the entries that do not go together: a full disk, or a page that cannot be read, is nothing of theirs. */
export function isOfEntries(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code !== 'string' || code.startsWith('SQLITE_CONSTRAINT') || !code.startsWith('SQLITE_');
}
