import { canonicalJson } from '../../domain/base/canonical-json.ts';
import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/prepared.ts';
import { chainCode, chainStart, entryHashOf } from '../journal/chain.ts';
import { kindCode, subjectText } from '../journal/subject.ts';

type Row = {
  seq: number;
  id: Buffer;
  deskId: number;
  deskSeq: number;
  clock: number;
  at: number;
  username: string | null;
  kind: number;
  name: Buffer;
  type: string;
  body: string;
  chain: number | null;
  step: number | null;
  seen: string | null;
  bodyDigest: Buffer | null;
};

/**
 * Gives every desk of a practice office that has told nothing to anybody a name by chance, inside the transaction that is open: offices of one seed bear one name, and two that both
 * went on would meet as one desk that forked. All that they told is told under the new names: entries are hashed anew, and what is derived has to be derived
 * again. The journal of a real office is never written over.
 */
export function nameAnew(db: Db, newUuid: () => string): void {
  const desks = prepared(db, 'SELECT desk_id AS deskId, uuid FROM desk ORDER BY desk_id').all() as {
    deskId: number;
    uuid: string;
  }[];
  if (preparedValue(db, 'SELECT 1 FROM desk WHERE other = 1').get() !== undefined)
    throw new Error('others know these desks by their names');
  const named = new Map(desks.map(({ uuid }) => [uuid, newUuid()]));
  const renamed = (text: string): string => text.replaceAll(uuids, (uuid) => named.get(uuid) ?? uuid);
  const triggers = prepared(
    db,
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('journal', 'subject') ORDER BY rowid",
  ).all() as { name: string; sql: string }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  const name = prepared(db, 'UPDATE desk SET uuid = ? WHERE desk_id = ?');
  for (const { deskId, uuid } of desks) name.run(named.get(uuid), deskId);
  renameDrawers(db, renamed);
  hashAnew(db, new Map(desks.map(({ deskId, uuid }) => [deskId, named.get(uuid) ?? uuid])), renamed);
  for (const { sql } of triggers) db.exec(sql);
}

const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** A drawer goes by its desk's name. */
function renameDrawers(db: Db, renamed: (text: string) => string): void {
  const rows = prepared(db, 'SELECT subject_id AS id, name FROM subject WHERE kind = ?').all(kindCode('till')) as {
    id: number;
    name: Buffer;
  }[];
  const put = prepared(db, 'UPDATE subject SET name = ? WHERE subject_id = ?');
  for (const { id, name } of rows) put.run(Buffer.from(renamed(name.toString('utf8'))), id);
}

function hashAnew(db: Db, uuidOf: ReadonlyMap<number, string>, renamed: (text: string) => string): void {
  const next = prepared(
    db,
    `SELECT seq, id, desk_id AS deskId, desk_seq AS deskSeq, clock, at, username, kind, name, type, body, chain, step, seen, body_digest AS bodyDigest
      FROM journal JOIN subject USING (subject_id) LEFT JOIN account USING (account_id) WHERE seq > ? ORDER BY seq LIMIT 1000`,
  );
  const put = prepared(db, 'UPDATE journal SET body = ?, seen = ?, hash = ? WHERE seq = ?');
  const heads = new Map<string, Buffer>();
  let last = 0;
  for (;;) {
    const rows = next.all(last) as Row[];
    for (const row of rows) {
      const key = `${row.deskId} ${row.chain ?? chainCode.register}`;
      const body = renamed(row.body);
      const seen = row.seen === null ? null : canonicalJson(JSON.parse(renamed(row.seen)));
      const facts = {
        ...row,
        body,
        seen,
        desk: uuidOf.get(row.deskId) ?? '',
        actor: row.username,
        subject: subjectText(row),
      };
      const hash = entryHashOf(heads.get(key) ?? chainStart, facts);
      heads.set(key, hash);
      put.run(body, seen, hash, row.seq);
      last = row.seq;
    }
    if (rows.length < 1000) break;
  }
  const head = prepared(db, 'UPDATE chain SET hash = ? WHERE desk_id = ? AND kind = ?');
  for (const [key, hash] of heads) head.run(hash, ...key.split(' ').map(Number));
}
