import { Role } from '../../../contract/common/office/office.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { chainCode, chainStart } from '../../journal/chain.ts';
import { findDeskUuid, ownDeskId } from '../../journal/journal.ts';
import { kindCode } from '../../journal/subject.ts';
import { bodyToSend } from '../../journal/taken-out.ts';

/** An entry of a register as it goes to another desk: everything its hash covers, and the hash. Bytes in hexadecimal. */
export type SentEntry = {
  readonly seq: number;
  readonly id: string;
  readonly clock: number;
  readonly at: number;
  readonly actor: string | null;
  readonly subject: { readonly kind: number; readonly name: string };
  readonly type: string;
  readonly body: string;
  readonly hash: string;
  /** Null: form 1. */
  readonly chain: number | null;
  readonly step: number | null;
  readonly seen: string | null;
  /** Of a body that was taken out. */
  readonly bodyDigest: string | null;
};

/** What a desk committed at once of its register: it comes whole or not at all. */
export type Commit = { readonly desk: string; readonly entries: readonly SentEntry[] };

/** How far each desk's register is in a file, by the desks' UUIDs. */
export type Heads = { readonly [desk: string]: number };

/** What this file has: of a desk whose chain has not begun in form 2 nothing travels yet. */
export function headsHere(db: Db): Heads {
  const rows = prepared(
    db,
    `SELECT uuid, desk_seq FROM chain JOIN desk USING (desk_id) WHERE kind = ${chainCode.register} ORDER BY uuid`,
  )
    .raw()
    .all() as [string, number][];
  return Object.fromEntries(rows);
}

/**
 * What another file lacks, whose heads these are, of every desk that this one knows: whole commits in the order of the journal, in which nothing stands
 * before what its desk had seen. What happened at the machine (sign-ins, prints) stays there, but of form 1, where it is in the same chain: a desk's
 * history of that form goes as one commit, with the entry that ended the form.
 */
export function commitsAfter(db: Db, heads: Heads): Commit[] {
  const desks = prepared(
    db,
    `SELECT desk_id AS deskId, uuid, desk_seq AS seq FROM chain JOIN desk USING (desk_id) WHERE kind = ${chainCode.register}`,
  ).all() as { deskId: number; uuid: string; seq: number }[];
  const lacking = new Map(
    desks.filter(({ uuid, seq }) => seq > (heads[uuid] ?? 0)).map(({ deskId, uuid }) => [deskId, heads[uuid] ?? 0]),
  );
  if (lacking.size === 0) return [];
  const rows = prepared(
    db,
    `SELECT desk_id AS deskId, desk_seq AS seq, id, clock, at, username, kind, name, type, body, hash, chain, step, seen, body_digest AS bodyDigest
      FROM journal JOIN subject USING (subject_id) LEFT JOIN account USING (account_id)
      WHERE desk_id IN (SELECT value FROM json_each(?)) AND chain IS NOT ${chainCode.machine} ORDER BY seq`,
  ).iterate(JSON.stringify([...lacking.keys()])) as IterableIterator<Row>;
  const commits: { deskId: number; entries: SentEntry[] }[] = [];
  const open = new Map<number, { deskId: number; entries: SentEntry[] }>();
  for (const row of rows) {
    if (row.seq <= (lacking.get(row.deskId) ?? 0)) continue;
    const known = open.get(row.deskId);
    if (known !== undefined && !begins(row, known.entries.at(-1))) {
      known.entries.push(sent(row));
      continue;
    }
    const commit = { deskId: row.deskId, entries: [sent(row)] };
    open.set(row.deskId, commit);
    commits.push(commit);
  }
  return commits.map(({ deskId, entries }) => ({ desk: findDeskUuid(db, deskId) ?? '', entries }));
}

/** Where the reading of a chain goes on: behind this entry of the desk's register, which lies in this row of the journal. */
export type ReadUpTo = { readonly seq: number; readonly row: number };

/** A commit with where it ends. */
export type PlacedCommit = { readonly commit: Commit; readonly ends: ReadUpTo; readonly hash: string };

const entryColumns = `desk_id AS deskId, desk_seq AS seq, journal.seq AS row, id, clock, at, username, kind, name, type, body, hash, chain, step, seen,
      body_digest AS bodyDigest`;

/**
 * What this file's own desk committed behind a place of its register, in order. Reads nothing of the journal that lies before that row, and so much at once that
 * whoever takes some of it reads no more; nothing is left open meanwhile.
 */
export function* ownCommitsAfter(db: Db, after: ReadUpTo): Generator<PlacedCommit, void, undefined> {
  const deskId = ownDeskId(db);
  const desk = findDeskUuid(db, deskId) ?? '';
  const next = prepared(
    db,
    `SELECT ${entryColumns} FROM journal JOIN subject USING (subject_id) LEFT JOIN account USING (account_id)
      WHERE journal.seq > ? AND +desk_id = ? AND chain IS NOT ${chainCode.machine} ORDER BY journal.seq LIMIT ${readAtOnce}`,
  );
  let open: SentEntry[] = [];
  let row = after.row;
  const placed = (): PlacedCommit => {
    const last = open.at(-1) as SentEntry;
    return { commit: { desk, entries: open }, ends: { seq: last.seq, row }, hash: last.hash };
  };
  for (;;) {
    const rows = next.all(row, deskId) as (Row & { readonly row: number })[];
    for (const one of rows) {
      if (open.length > 0 && begins(one, open.at(-1))) {
        yield placed();
        open = [];
      }
      row = one.row;
      if (one.seq > after.seq) open.push(sent(one));
    }
    if (rows.length < readAtOnce) break;
  }
  if (open.length > 0) yield placed();
}

const readAtOnce = 500;

/** The row and the hash of an entry of this file's own register; reads the journal, so it is asked for once and remembered. Of the entry before the first: the beginning. */
export function findOwnPlace(db: Db, seq: number): (ReadUpTo & { readonly hash: Buffer }) | undefined {
  if (seq === 0) return { seq: 0, row: 0, hash: chainStart };
  const found = prepared(
    db,
    `SELECT seq AS row, hash FROM journal WHERE desk_id = ? AND desk_seq = ? AND chain IS NOT ${chainCode.machine} ORDER BY seq LIMIT 1`,
  ).get(ownDeskId(db), seq) as { row: number; hash: Buffer } | undefined;
  return found && { seq, ...found };
}

/** Whether this file's own desk told anything but of its office and its people. */
export function hasToldCases(db: Db): boolean {
  const kinds = `(${kindCode('office')}, ${kindCode('account')})`;
  const told = `SELECT 1 FROM journal JOIN subject USING (subject_id) WHERE chain IS NOT ${chainCode.machine} AND kind NOT IN ${kinds}`;
  return preparedValue(db, `${told} AND desk_id = ? LIMIT 1`).get(ownDeskId(db)) !== undefined;
}

/** The newest row of the journal, whosever. */
export function lastRow(db: Db): number {
  return (preparedValue(db, 'SELECT max(seq) FROM journal').get() as number | null) ?? 0;
}

/** When the first entry of the own register behind a row was written, in seconds since 1970; undefined where nothing is. */
export function firstOwnAfter(db: Db, row: number): number | undefined {
  return preparedValue(
    db,
    `SELECT at FROM journal WHERE seq > ? AND +desk_id = ? AND chain IS NOT ${chainCode.machine} ORDER BY seq LIMIT 1`,
  ).get(row, ownDeskId(db)) as number | undefined;
}

/**
 * What this file's own desks told under other names: before it came back from a backup, or as the counters of a practice office. It goes with the first that the
 * desk tells of itself.
 */
export function formerCommits(db: Db, there: (desk: string) => Pick<End, 'seq' | 'head'> | undefined): Commit[] {
  const rows = prepared(
    db,
    `SELECT uuid, desk_seq FROM chain JOIN desk USING (desk_id) WHERE kind = ${chainCode.register} AND (other = 1 OR desk_id = ?)`,
  )
    .raw()
    .all(ownDeskId(db)) as [string, number][];
  const heads = Object.fromEntries(rows);
  for (const { desk, seq, head } of chainsHere(db)) {
    const end = there(desk);
    // What came to its end there, word for word, is not told twice; where it ends otherwise all of it is, and whoever reads it finds out.
    if (desk in heads || end === undefined || end.seq > seq) continue;
    const isSame = end.seq === seq ? head.equals(end.head) : isEntryOf(db, desk, end);
    if (isSame) heads[desk] = end.seq;
  }
  return commitsAfter(db, heads);
}

type End = { readonly desk: string; readonly seq: number; readonly head: Buffer };

function isEntryOf(db: Db, desk: string, { seq, head }: Pick<End, 'seq' | 'head'>): boolean {
  const hash = preparedValue(
    db,
    `SELECT hash FROM journal WHERE desk_id = (SELECT desk_id FROM desk WHERE uuid = ?) AND desk_seq = ? AND chain IS NOT ${chainCode.machine}`,
  ).get(desk, seq) as Buffer | undefined;
  return hash?.equals(head) === true;
}

/** How far each register is here, with its hash. */
export function chainsHere(db: Db): readonly End[] {
  return prepared(
    db,
    `SELECT uuid AS desk, desk_seq AS seq, hash AS head FROM chain JOIN desk USING (desk_id) WHERE kind = ${chainCode.register} ORDER BY uuid`,
  ).all() as End[];
}

type Row = {
  deskId: number;
  seq: number;
  id: Buffer;
  clock: number;
  at: number;
  username: string | null;
  kind: number;
  name: Buffer;
  type: string;
  body: string;
  hash: Buffer;
  chain: number | null;
  step: number | null;
  seen: string | null;
  bodyDigest: Buffer | null;
};

/**
 * Whether an entry begins a commit of its desk. A step that is not greater than the one before says so; where a machine's entry stood between, it is not
 * told, and two commits go as one.
 */
function begins({ step }: Row, before: SentEntry | undefined): boolean {
  if (before === undefined) return true;
  return before.chain !== null && (step ?? 0) <= (before.step ?? 0);
}

function sent(row: Row): SentEntry {
  const { seq, clock, at, username, kind, type, chain, step, seen, bodyDigest } = row;
  const { id, body } = bodyToSend(row.id, row.body);
  return {
    seq,
    id,
    clock,
    at,
    actor: username,
    subject: { kind, name: row.name.toString('hex') },
    type,
    body,
    hash: row.hash.toString('hex'),
    chain,
    step,
    seen,
    bodyDigest: bodyDigest?.toString('hex') ?? null,
  };
}

/** The account of who wrote an entry of another desk: one of that name here, or one that is closed and says no more than that. What is told of it may be anything. */
export function accountRowOf(db: Db, username: string, told: { fullName?: unknown; role?: unknown } = {}): number {
  const known = preparedValue(db, 'SELECT account_id FROM account WHERE username = ?').get(username) as
    | number
    | undefined;
  if (known !== undefined) return known;
  const fullName = typeof told.fullName === 'string' ? told.fullName : username;
  const role = Role.safeParse(told.role).data ?? 'clerk';
  const insert = prepared(
    db,
    "INSERT INTO account (username, full_name, role, password, disabled) VALUES (?, ?, ?, '', 1)",
  );
  return Number(insert.run(username, fullName, role).lastInsertRowid);
}
