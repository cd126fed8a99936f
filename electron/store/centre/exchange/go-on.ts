import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { type FormFields, chainCode, entryHashOf } from '../../journal/chain.ts';
import { type Journal, findDeskUuid, openJournal, ownDeskId } from '../../journal/journal.ts';
import type { Author, Head } from '../../journal/make-entry.ts';
import { type SubjectKey, kindCode, subjectText } from '../../journal/subject.ts';
import type { Commit } from './commits.ts';
import { isCommit } from './door.ts';

/**
 * A file goes on as another desk while the one that it was goes on elsewhere (docs/adr/0036-going-on-as-another-desk.md): a folder that was copied, or put back after
 * somebody had gone on from it. Up to where both part their past is one; behind that what this file told stands under its new name, and what the other told comes as
 * any other desk's. All of it inside the transaction that is open; what is derived has to be derived again.
 */

/** Who this file was is from here on one of the others: what it told until now stays this file's own past. */
export function partFrom(db: Db, uuid: string): void {
  const until = preparedValue(db, 'SELECT max(seq) FROM journal').get() as number;
  prepared(db, 'UPDATE desk SET other = 1, own_until = ? WHERE uuid = ? AND other IS NULL').run(until, uuid);
}

/** The same, and somebody else may have gone on as that desk, from a place on that nobody knows yet. @param atWork it is open at the centre */
export function partFromStranger(db: Db, uuid: string, atWork: boolean): void {
  partFrom(db, uuid);
  prepared(db, 'UPDATE desk SET stranger = ? WHERE uuid = ?').run(atWork ? 1 : 3, uuid);
}

/** Whom this file was, and of whom it is not known yet where both part. */
export function strangersMet(db: Db): string[] {
  return preparedValue(db, 'SELECT uuid FROM desk WHERE stranger IN (1, 3) ORDER BY desk_id').all() as string[];
}

/** How far what a desk told elsewhere is what stands of it here: the last entry that is the same. */
export function commonEntry(db: Db, uuid: string, commits: readonly Commit[]): number {
  const here = preparedValue(
    db,
    `SELECT hash FROM journal WHERE desk_id = (SELECT desk_id FROM desk WHERE uuid = ?) AND desk_seq = ? AND chain IS NOT ${chainCode.machine}`,
  );
  let common = 0;
  const told = commits.filter((one) => isCommit(one)).flatMap(({ entries }) => entries);
  for (const { seq, hash } of told.toSorted((one, other) => one.seq - other.seq)) {
    if (seq <= common) continue;
    const own = here.get(uuid, seq) as Buffer | undefined;
    if (own === undefined) break;
    if (own.toString('hex') !== hash) break;
    common = seq;
  }
  return common;
}

type Row = FormFields & {
  row: number;
  uuid: string;
  id: Buffer;
  deskSeq: number;
  clock: number;
  at: number;
  accountId: number | null;
  username: string | null;
  kind: number;
  name: Buffer;
  type: string;
  body: string;
  hash: Buffer;
};

/**
 * What this file told as `uuid` behind the entry both have in common is told again as the desk that it is now, at the beginning of that one's register, in whole
 * commits. Nothing of that register may have gone out yet. How many entries it was.
 */
export function tellAgain(db: Db, uuid: string, common: number): number {
  prepared(db, 'UPDATE desk SET stranger = CASE stranger WHEN 1 THEN 2 END WHERE uuid = ?').run(uuid);
  const formerId = preparedValue(db, 'SELECT desk_id FROM desk WHERE uuid = ?').get(uuid) as number;
  const own = ownDeskId(db);
  const desk = findDeskUuid(db, own) ?? '';
  const tail = rowsOf(db, formerId).filter(({ chain, deskSeq }) => chain !== chainCode.machine && deskSeq > common);
  // With what happened at the machine: one commit is both.
  const [begun, ...since] = rowsOf(db, own);
  if (tail.length === 0) return 0;
  if (begun?.type !== 'desk-begun') throw new Error(`desk ${desk} has not begun`);
  // What was told in form 1 is in one chain with what happened at the machine.
  if ([...tail, ...since].some(({ chain }) => chain === null)) throw new Error('of form 1 nothing is told again');
  const last = tail.at(-1) as Row;
  withoutGuards(db, () => {
    const drop = prepared(db, 'DELETE FROM journal WHERE seq = ?');
    for (const { row } of [...tail, begun, ...since]) drop.run(row);
    prepared(db, 'DELETE FROM seen_at WHERE desk_id = ? OR (desk_id = ? AND desk_seq > ?)').run(own, formerId, common);
    endAt(db, formerId, common);
    prepared(db, 'DELETE FROM chain WHERE desk_id = ?').run(own);
    retell(db, { desk, own, formerId, uuid, common, last }, begun, tail, since);
    prepared(db, 'UPDATE desk SET own_until = (SELECT max(seq) FROM journal WHERE desk_id = ?) WHERE desk_id = ?').run(
      formerId,
      formerId,
    );
  });
  return tail.length;
}

type Retelling = {
  readonly desk: string;
  readonly own: number;
  readonly formerId: number;
  readonly uuid: string;
  readonly common: number;
  readonly last: Row;
};

function retell(
  db: Db,
  { desk, own, formerId, uuid, common, last }: Retelling,
  begun: Row,
  tail: readonly Row[],
  since: readonly Row[],
): void {
  const journal = openJournal(db, own);
  const places = new Map<string, number>();
  const drawers = drawersOpenedIn(tail, uuid);
  const placed = (text: string): string =>
    text.replaceAll(entryNames, (name, of: string, seq: string) => {
      const place = places.get(`${of} ${seq}`);
      return place === undefined ? name : `${desk}.${place}`;
    });
  // What the desk had seen when both parted; what it saw since is told by the entries that follow, as they told it.
  const seen = seenUpTo(db, formerId, common);
  if (common > 0) seen[uuid] = common;
  const seenAtBegin = JSON.parse(begun.seen ?? '{}') as Record<string, number>;
  const tell = (row: Row, step: number | null, body: string, seenHere: Record<string, number>): void => {
    const told = Object.keys(seenHere).length === 0 ? null : canonicalJson(seenHere);
    const name =
      row.kind === kindCode('till') && drawers.has(row.name.toString('utf8'))
        ? Buffer.from(row.name.toString('utf8').replace(uuid, desk))
        : row.name;
    append(db, journal, own, { ...row, body, name, seen: told, step });
    places.set(`${row.uuid} ${row.deskSeq}`, journal.head().deskSeq);
  };
  const event = JSON.parse(begun.body) as { from: object };
  const again = { seq: last.deskSeq, hash: last.hash.toString('hex') };
  const from = { ...event.from, seq: common, hash: hashAt(db, formerId, common).toString('hex') };
  tell(begun, 0, canonicalJson({ ...event, again, from }), seen);
  // What happened at the machine stays there: the steps of a commit are counted anew without it.
  let step = -1;
  for (const [at, row] of tail.entries()) {
    const more = JSON.parse(row.seen ?? '{}') as Record<string, number>;
    Object.assign(seen, more);
    const before = tail[at - 1];
    step = before === undefined || (row.step ?? 0) <= (before.step ?? 0) ? 0 : step + 1;
    tell(row, step, bodyOf(row, placed, places, uuid, desk), more);
  }
  // What was seen and not told yet when it began anew: the first entry of its own says it.
  const late = Object.entries(seenAtBegin).filter(([of, seq]) => of !== uuid && seq > (seen[of] ?? 0));
  let unsaid: Record<string, number> = Object.fromEntries(late);
  for (const row of since) {
    if (row.chain === chainCode.machine) {
      journal.write({ ...row, deskId: own, author: authorOf(row), subject: row });
      continue;
    }
    const seenHere = { ...unsaid, ...(JSON.parse(row.seen ?? '{}') as Record<string, number>) };
    unsaid = {};
    tell(row, row.step, bodyOf(row, placed, places, uuid, desk), seenHere);
  }
  journal.endCommit();
}

/** An entry as others name it: the UUID of its desk, a dot, its place in that desk's chain. */
export const entryNames = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d+)/g;

function bodyOf(
  { type, body }: Row,
  placed: (text: string) => string,
  places: ReadonlyMap<string, number>,
  uuid: string,
  desk: string,
): string {
  if (type !== 'body-erased') return placed(body);
  const event = JSON.parse(body) as { entry: { desk: string; seq: number } };
  const place = places.get(`${event.entry.desk} ${event.entry.seq}`);
  return place === undefined || event.entry.desk !== uuid
    ? body
    : canonicalJson({ ...event, entry: { desk, seq: place } });
}

/** Drawers that were opened behind the common past stand at this counter, and go by its name. */
function drawersOpenedIn(tail: readonly Row[], uuid: string): ReadonlySet<string> {
  return new Set(
    tail
      .filter(({ kind, type }) => kind === kindCode('till') && type === 'till-opened')
      .map(({ name }) => name.toString('utf8'))
      .filter((name) => name.endsWith(`@${uuid}`)),
  );
}

/** Linked to the head of the register, by its own moment; a body that was taken out stays out. */
function append(db: Db, journal: Journal, deskId: number, row: Row): void {
  const head: Head = journal.head();
  const { id, at, type, body, step, seen, bodyDigest } = row;
  const subject: SubjectKey = { kind: row.kind, name: row.name };
  const author = authorOf(row);
  const [deskSeq, clock] = [head.deskSeq + 1, Math.max(row.clock, head.clock + 1)];
  const form = { chain: chainCode.register, step, seen, bodyDigest };
  const desk = findDeskUuid(db, deskId) ?? '';
  const facts = {
    id,
    deskSeq,
    clock,
    at,
    type,
    body,
    ...form,
    desk,
    actor: row.username,
    subject: subjectText(subject),
  };
  journal.write({ ...facts, deskId, author, subject, hash: entryHashOf(head.hash, facts) });
}

function authorOf({ username, accountId }: Row): Author {
  return username === null || accountId === null ? null : { username, accountId };
}

function rowsOf(db: Db, deskId: number): Row[] {
  return prepared(
    db,
    `SELECT journal.seq AS row, uuid, id, desk_seq AS deskSeq, clock, at, account_id AS accountId, username, kind, name, type, body, hash, chain, step, seen,
        body_digest AS bodyDigest
      FROM journal JOIN desk USING (desk_id) JOIN subject USING (subject_id) LEFT JOIN account USING (account_id)
      WHERE desk_id = ? ORDER BY journal.seq`,
  ).all(deskId) as Row[];
}

function hashAt(db: Db, deskId: number, seq: number): Buffer {
  const hash = preparedValue(
    db,
    `SELECT hash FROM journal WHERE desk_id = ? AND desk_seq = ? AND chain IS NOT ${chainCode.machine}`,
  ).get(deskId, seq) as Buffer | undefined;
  return hash ?? Buffer.alloc(32);
}

/** Which entries of each other desk one had seen at a place of its own register, by their UUIDs. */
function seenUpTo(db: Db, deskId: number, seq: number): Record<string, number> {
  const rows = prepared(
    db,
    'SELECT uuid, max(other_seq) FROM seen_at JOIN desk ON desk.desk_id = other_id WHERE seen_at.desk_id = ? AND desk_seq <= ? GROUP BY uuid',
  )
    .raw()
    .all(deskId, seq) as [string, number][];
  return Object.fromEntries(rows);
}

/** A register ends with an entry that stands in the middle of it. */
function endAt(db: Db, deskId: number, seq: number): void {
  const end = prepared(
    db,
    `SELECT clock, hash, at FROM journal WHERE desk_id = ? AND desk_seq = ? AND chain IS NOT ${chainCode.machine}`,
  ).get(deskId, seq) as { clock: number; hash: Buffer; at: number } | undefined;
  if (end === undefined)
    prepared(db, 'DELETE FROM chain WHERE desk_id = ? AND kind = ?').run(deskId, chainCode.register);
  else
    prepared(db, 'UPDATE chain SET desk_seq = ?, clock = ?, hash = ?, at = ? WHERE desk_id = ? AND kind = ?').run(
      seq,
      end.clock,
      end.hash,
      end.at,
      deskId,
      chainCode.register,
    );
}

/** The journal is guarded against every change; this one is told in the journal itself. */
export function withoutGuards(db: Db, work: () => void): void {
  const triggers = prepared(
    db,
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('journal', 'subject') ORDER BY rowid",
  ).all() as { name: string; sql: string }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  work();
  for (const { sql } of triggers) db.exec(sql);
}
