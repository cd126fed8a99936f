import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { kindCode } from '../../journal/subject.ts';

type Wanted = { readonly seq: number; readonly hash: Buffer; readonly lists: ReadonlyMap<string, ReadonlySet<number>> };

/**
 * What lists of other desks name and this file has not, by id, with the lists: looked for once, and gone on from as rows come. Each arriving case
 * looked through every list of every year before.
 */
const wanted = new WeakMap<Db, Wanted>();

/** The lists of other desks that name one of these ids, none of which was here before. */
export function listsNaming(db: Db, ids: ReadonlySet<string>): number[] {
  const known = upToDate(db, ids);
  const lists = new Map(known.lists);
  const found = new Set<number>();
  for (const id of ids) {
    for (const list of lists.get(id) ?? []) found.add(list);
    lists.delete(id);
  }
  wanted.set(db, { ...known, lists });
  return [...found].toSorted((one, other) => one - other);
}

/** @param arriving what came in the transaction that is open: a list may have been derived before it was there */
function upToDate(db: Db, arriving: ReadonlySet<string>): Wanted {
  const before = wanted.get(db);
  // A slice that was rolled back, or a file that was derived anew: other rows may stand there now.
  const stands =
    before !== undefined &&
    (preparedValue(db, 'SELECT hash FROM journal WHERE seq = ?').get(before.seq) as Buffer | undefined)?.equals(
      before.hash,
    ) === true;
  const lists = new Map(stands ? before.lists : []);
  const isHere = preparedValue(db, 'SELECT 1 FROM subject WHERE name = ? LIMIT 1');
  for (const { subject, body } of told(db, stands ? before.seq : 0))
    for (const id of idsIn(body))
      if (arriving.has(id) || isHere.get(Buffer.from(id.replaceAll('-', ''), 'hex')) === undefined)
        lists.set(id, new Set([...(lists.get(id) ?? []), subject]));
  const newest = prepared(db, 'SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1').get() as
    | { seq: number; hash: Buffer }
    | undefined;
  const now = { seq: newest?.seq ?? 0, hash: newest?.hash ?? Buffer.alloc(0), lists };
  wanted.set(db, now);
  return now;
}

/** What other desks told of lists behind a row: at first of each list that is here, afterwards of what came. */
function told(db: Db, after: number): { subject: number; body: string }[] {
  const columns = 'SELECT subject_id AS subject, body FROM';
  const ofOthers = `desk_id IN (SELECT desk_id FROM desk WHERE other = 1)`;
  const sql =
    after === 0
      ? `${columns} subject CROSS JOIN journal USING (subject_id) WHERE kind = ${kindCode('hand-over')} AND ${ofOthers}`
      : `${columns} journal JOIN subject USING (subject_id) WHERE seq > ? AND kind = ${kindCode('hand-over')} AND ${ofOthers}`;
  const rows = prepared(db, sql);
  return (after === 0 ? rows.all() : rows.all(after)) as { subject: number; body: string }[];
}

/** The ids that an entry's body names. */
export function idsIn(body: string): readonly string[] {
  return body.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
}
