import { type EntryName, entryName } from '../../domain/entries/reference.ts';
import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/rows/prepared.ts';
import { chainCode } from './chain.ts';

/** Whether entries of other desks are in this file. On an island nothing below is ever asked. */
export function hasOtherDesks(db: Db): boolean {
  return preparedValue(db, 'SELECT EXISTS (SELECT 1 FROM desk WHERE other = 1)').get() === 1;
}

/** How many entries of other desks are here, by how far their chains are. */
export function entriesOfOthers(db: Db): number {
  return preparedValue(
    db,
    `SELECT coalesce(sum(desk_seq), 0) FROM chain JOIN desk USING (desk_id) WHERE other = 1 AND kind = ${chainCode.register}`,
  ).get() as number;
}

/**
 * In SQL, by which subjects of one moment follow each other in a list: by their rows, which an island makes one after the other; among several desks by
 * what they are called everywhere, for rows are made there in the order of arrival.
 */
export function tie(db: Db, column = 'case_id'): string {
  return hasOtherDesks(db) ? `(SELECT name FROM subject WHERE subject_id = ${column})` : column;
}

/** The desks whose entries come from their own files, by row. Asked each time: a reader beside the writer has no other way to hear of one. */
export function otherDesks(db: Db): ReadonlySet<number> {
  return new Set(preparedValue(db, 'SELECT desk_id FROM desk WHERE other = 1').all() as number[]);
}

/** Up to which row of the journal what a desk told that this file was once is this file's own past, by the desk's row; nothing of desks that it never was. */
export function ownPast(db: Db): ReadonlyMap<number, number> {
  const rows = prepared(db, 'SELECT desk_id, own_until FROM desk WHERE own_until IS NOT NULL').raw().all();
  return new Map(rows as [number, number][]);
}

/** The row of another desk, which is made when nothing of it was here before. Throws on a desk of this file. */
export function otherDeskRow(db: Db, uuid: string): number {
  const row = prepared(db, 'SELECT desk_id AS deskId, other FROM desk WHERE uuid = ?').get(uuid) as
    | { deskId: number; other: number | null }
    | undefined;
  if (row?.other === null) throw new Error(`desk ${uuid} is this file’s own`);
  return row?.deskId ?? Number(prepared(db, 'INSERT INTO desk (uuid, other) VALUES (?, 1)').run(uuid).lastInsertRowid);
}

/** What tells where an entry stands among those of its subject, outside this file too. */
export type Placed = { readonly deskId: number; readonly deskSeq: number; readonly clock: number };

/**
 * The entries of a subject in the order in which they are folded, given in the order of their rows: whoever had seen an entry stands behind it, and
 * between two desks that had not seen each other the clock decides, then the desk's UUID. It hangs on the entries alone and
 * not on when they came here. What this file's own desks wrote stands in the order of its rows, as ever.
 */
export function inOrder<T extends Placed>(db: Db, rows: readonly T[]): readonly T[] {
  const [first] = rows;
  if (first === undefined || rows.every(({ deskId }) => deskId === first.deskId)) return rows;
  const others = otherDesks(db);
  if (!rows.some(({ deskId }) => others.has(deskId))) return rows;
  return byCause(db, rows);
}

/**
 * Tells of each entry of a subject which others it is apart from: its desk had not seen them, nor theirs it. What this file's own desks wrote
 * stands in the order of its rows and is never apart.
 */
export function markApart<T extends Placed & { readonly uuid: string }>(
  db: Db,
  rows: readonly T[],
): readonly (T & { readonly apart?: readonly EntryName[] })[] {
  const [first] = rows;
  if (first === undefined || rows.every(({ deskId }) => deskId === first.deskId)) return rows;
  const others = otherDesks(db);
  if (!rows.some(({ deskId }) => others.has(deskId))) return rows;
  const seen = seenUpTo(db);
  const queues = placesByDesk(rows);
  let pairs = 0;
  return rows.map((row) => {
    const apart = [...queues].flatMap(([desk, places]) =>
      desk !== row.deskId && (others.has(desk) || others.has(row.deskId)) && pairs < mostPairs
        ? places.slice(firstUnseen(places, seen(row, desk)), firstThatSaw(places, row, seen))
        : [],
    );
    pairs += apart.length;
    if (apart.length === 0) return row;
    return { ...row, apart: apart.toSorted((one, other) => one.at - other.at).map(({ name }) => name) };
  });
}

/** So many pairs are named of one subject: an honest one has a handful, and each is judged. */
const mostPairs = 30_000;

/** Whether more entries of a subject are apart than are told and judged. */
export function areTooManyApart(rows: readonly { readonly apart?: readonly EntryName[] }[]): boolean {
  return rows.reduce((pairs, { apart }) => pairs + (apart?.length ?? 0), 0) >= mostPairs;
}

type NamedPlace = Placed & { readonly at: number; readonly name: EntryName };

/** The entries of each desk, first to last, with where they stand among all. */
function placesByDesk<T extends Placed & { readonly uuid: string }>(
  rows: readonly T[],
): ReadonlyMap<number, readonly NamedPlace[]> {
  const places = rows.map(({ deskId, deskSeq, clock, uuid: desk }, at) => ({
    deskId,
    deskSeq,
    clock,
    at,
    name: entryName({ desk, deskSeq }),
  }));
  return Map.groupBy(places, ({ deskId }) => deskId);
}

function firstUnseen(places: readonly Placed[], seen: number): number {
  return firstWhere(places, ({ deskSeq }) => deskSeq > seen);
}

/** Who had seen an entry once has seen it ever after. */
function firstThatSaw(places: readonly Placed[], { deskId, deskSeq }: Placed, seen: SeenUpTo): number {
  return firstWhere(places, (place) => seen(place, deskId) >= deskSeq);
}

/** The place of the first of which it is so, where it is so of all behind it. */
function firstWhere<T>(list: readonly T[], isSo: (one: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one !== undefined && isSo(one)) high = middle;
    else low = middle + 1;
  }
  return low;
}

type Queue<T> = { readonly entries: readonly T[]; next: number; waitsFor: number };

function byCause<T extends Placed>(db: Db, rows: readonly T[]): readonly T[] {
  const queues = [...Map.groupBy(rows, ({ deskId }) => deskId).values()].map((entries): Queue<T> => ({
    entries,
    next: 0,
    waitsFor: 0,
  }));
  const upTo = seenUpTo(db);
  const seen = (entry: T, other: T) => other.deskSeq <= upTo(entry, other.deskId);
  const uuids = new Map(prepared(db, 'SELECT desk_id, uuid FROM desk').raw().all() as [number, string][]);
  const headOf = ({ entries, next }: Queue<T>) => entries[next];
  /** Counts again which heads the head of a queue waits for, and which wait for it: nothing else changed. */
  const count = (queue: Queue<T>, by: 1 | -1): void => {
    const head = headOf(queue);
    if (head === undefined) return;
    if (by === 1) queue.waitsFor = 0;
    for (const other of queues) {
      const its = other === queue ? undefined : headOf(other);
      if (its === undefined) continue;
      if (by === 1 && seen(head, its)) queue.waitsFor += 1;
      if (seen(its, head)) other.waitsFor += by;
    }
  };
  const isBefore = (one: T, other: T) =>
    one.clock - other.clock || ((uuids.get(one.deskId) ?? '') < (uuids.get(other.deskId) ?? '') ? -1 : 1);
  const least = (of: readonly Queue<T>[]) => {
    let found: { readonly queue: Queue<T>; readonly head: T } | undefined;
    for (const queue of of) {
      const head = headOf(queue);
      if (head !== undefined && (found === undefined || isBefore(head, found.head) < 0)) found = { queue, head };
    }
    return found;
  };
  for (const [at, queue] of queues.entries())
    queue.waitsFor = queues.filter((other, place) => {
      const [head, its] = [headOf(queue), headOf(other)];
      return place !== at && head !== undefined && its !== undefined && seen(head, its);
    }).length;
  const ordered: T[] = [];
  while (ordered.length < rows.length) {
    // Two that had seen each other cannot be: the clock decides, so that nothing stands still.
    const next = least(queues.filter(({ waitsFor }) => waitsFor === 0)) ?? least(queues);
    if (next === undefined) break;
    ordered.push(next.head);
    count(next.queue, -1);
    next.queue.next += 1;
    count(next.queue, 1);
  }
  return ordered;
}

/** How far the desk of an entry had seen another desk's register when it wrote it. */
type SeenUpTo = (entry: Placed, other: number) => number;

/** Asked once of each entry and desk, however many others it is compared with. */
function seenUpTo(db: Db): SeenUpTo {
  const last = preparedValue(
    db,
    'SELECT max(other_seq) FROM seen_at WHERE desk_id = ? AND other_id = ? AND desk_seq <= ?',
  );
  const known = new Map<string, number>();
  return ({ deskId, deskSeq }, other) => {
    const asked = `${deskId} ${deskSeq} ${other}`;
    const found = known.get(asked) ?? (last.get(deskId, other, deskSeq) as number | null) ?? 0;
    known.set(asked, found);
    return found;
  };
}

/** Whether the desk of an entry had seen another desk's entry when it wrote it. */
function seenBy(db: Db): (entry: Placed, other: Placed) => boolean {
  const upTo = seenUpTo(db);
  return (entry, other) => other.deskSeq <= upTo(entry, other.deskId);
}

/**
 * Tells of entries whether the desk that wrote entry `seq` knew them when it did, the places being those in this file. Within a file's own desks that is which of
 * them stands before.
 */
export function knownTo(db: Db, seq: number): (other: number) => boolean {
  if (!isOfOther(db, seq)) return (other) => other < seq;
  const place = prepared(db, 'SELECT desk_id AS deskId, desk_seq AS deskSeq, clock FROM journal WHERE seq = ?');
  const entry = place.get(seq) as Placed;
  const seen = seenBy(db);
  return (other) => {
    const before = place.get(other) as Placed | undefined;
    if (before === undefined) return false;
    return entry.deskId === before.deskId ? other < seq : seen(entry, before);
  };
}

/** Whether an entry is of another desk. */
export function isOfOther(db: Db, seq: number): boolean {
  return (
    hasOtherDesks(db) &&
    preparedValue(db, 'SELECT other FROM journal JOIN desk USING (desk_id) WHERE seq = ?').get(seq) === 1
  );
}

/** What a desk tells with an entry: how far it had seen others, as far as it told no entry before. */
type Seen = { readonly [desk: string]: number };

/** Whether all is here that a desk had seen when it wrote an entry. Of its own chain it says nothing. */
export function isSeenHere(db: Db, desk: string, seen: string): boolean {
  const head = preparedValue(
    db,
    `SELECT desk_seq FROM chain JOIN desk USING (desk_id) WHERE uuid = ? AND kind = ${chainCode.register}`,
  );
  const told = JSON.parse(seen) as Seen;
  return Object.entries(told).every(
    ([uuid, seq]) => uuid !== desk && ((head.get(uuid) as number | undefined) ?? 0) >= seq,
  );
}

/** What this desk had seen of the registers of others and has not told yet, by their UUIDs; null where there is nothing. */
export function unsaidSeen(db: Db, own: number): Seen | null {
  const rows = prepared(
    db,
    `SELECT uuid, chain.desk_seq AS seq FROM chain JOIN desk USING (desk_id) WHERE kind = ${chainCode.register} AND desk_id <> @own AND chain.desk_seq >
      coalesce((SELECT max(other_seq) FROM seen_at WHERE seen_at.desk_id = @own AND other_id = chain.desk_id), 0) ORDER BY uuid`,
  ).all({ own }) as { uuid: string; seq: number }[];
  return rows.length === 0 ? null : Object.fromEntries(rows.map(({ uuid, seq }) => [uuid, seq]));
}

/** Keeps what an entry tells of that where it is asked for. */
export function keepSeen(db: Db, { deskId, deskSeq }: Omit<Placed, 'clock'>, seen: string): void {
  prepared(
    db,
    `INSERT INTO seen_at (desk_id, other_id, desk_seq, other_seq)
      SELECT ?, desk_id, ?, value FROM json_each(?) JOIN desk ON uuid = key ON CONFLICT DO NOTHING`,
  ).run(deskId, deskSeq, seen);
}

/** Derives the same from the journal again. */
export function rebuildSeen(db: Db): void {
  db.exec(`DELETE FROM seen_at; INSERT INTO seen_at (desk_id, other_id, desk_seq, other_seq) ${toldSeen}`);
}

/** Whether what is kept of it is what the journal tells. */
export function isSeenAsTold(db: Db): boolean {
  const kept = 'SELECT desk_id, other_id, desk_seq, other_seq FROM seen_at';
  const differing = `SELECT 1 FROM (${kept} EXCEPT ${toldSeen}) UNION ALL SELECT 1 FROM (${toldSeen} EXCEPT ${kept}) LIMIT 1`;
  return db.prepare(differing).get() === undefined;
}

const toldSeen = `SELECT journal.desk_id, desk.desk_id, desk_seq, value FROM journal, json_each(seen) JOIN desk ON uuid = key
  WHERE seen IS NOT NULL`;
