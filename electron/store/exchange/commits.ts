import { Role } from '../../contract/office/office.ts';
import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/prepared.ts';
import { chainCode } from '../journal/chain.ts';
import { findDeskUuid } from '../journal/journal.ts';
import { bodyToSend } from '../journal/taken-out.ts';

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
