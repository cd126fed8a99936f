import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { chainCode, chainStart, entryHashOf } from '../../journal/chain.ts';
import { chainOfType } from '../../journal/make-entry.ts';
import { kindCode, subjectText } from '../../journal/subject.ts';
import { withoutGuards, entryNames } from './go-on.ts';

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
  withoutGuards(db, () => {
    const name = prepared(db, 'UPDATE desk SET uuid = ? WHERE desk_id = ?');
    for (const { deskId, uuid } of desks) name.run(named.get(uuid), deskId);
    renameDrawers(db, renamed);
    hashAnew(db, new Map(desks.map(({ deskId, uuid }) => [deskId, named.get(uuid) ?? uuid])), renamed);
  });
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

type Head = { deskSeq: number; clock: number; at: number; hash: Buffer };

/** Every entry under its desk's new name and in form 2, each of form 1 a commit of its own: a chain of form 1 goes to nobody before it was ended, and those of counters never were. */
function hashAnew(db: Db, uuidOf: ReadonlyMap<number, string>, renamed: (text: string) => string): void {
  const next = prepared(
    db,
    `SELECT seq, id, desk_id AS deskId, desk_seq AS deskSeq, clock, at, username, kind, name, type, body, chain, step, seen, body_digest AS bodyDigest
      FROM journal JOIN subject USING (subject_id) LEFT JOIN account USING (account_id) WHERE seq > ? ORDER BY seq LIMIT 1000`,
  );
  const put = prepared(
    db,
    'UPDATE journal SET desk_seq = ?, chain = ?, step = ?, body = ?, seen = ?, hash = ? WHERE seq = ?',
  );
  const heads = new Map<string, Head>();
  const places = new Map<string, number>();
  /** An entry by its new place: those that were told before are in the map, and nobody speaks of later ones. */
  const placed = (text: string): string =>
    renamed(text).replaceAll(entryNames, (name, uuid: string, seq: string) => {
      const place = places.get(`${uuid} ${seq}`);
      return place === undefined ? name : `${uuid}.${place}`;
    });
  const seenAnew = (seen: string): string =>
    canonicalJson(
      Object.fromEntries(
        Object.entries(JSON.parse(renamed(seen)) as Record<string, number>).map(([uuid, seq]) => [
          uuid,
          places.get(`${uuid} ${seq}`) ?? seq,
        ]),
      ),
    );
  let last = 0;
  for (;;) {
    const rows = next.all(last) as Row[];
    for (const row of rows) {
      const chain = row.chain ?? chainCode[chainOfType(row.type)];
      const key = `${row.deskId} ${chain}`;
      const { deskSeq: before, hash: prev } = heads.get(key) ?? { deskSeq: 0, hash: chainStart };
      const desk = uuidOf.get(row.deskId) ?? '';
      const deskSeq = before + 1;
      const [body, seen] = [placed(row.body), row.seen === null ? null : seenAnew(row.seen)];
      const step = row.chain === null ? 0 : row.step;
      const facts = { ...row, deskSeq, chain, step, body, seen, desk, actor: row.username, subject: subjectText(row) };
      const hash = entryHashOf(prev, facts);
      heads.set(key, { deskSeq, clock: row.clock, at: row.at, hash });
      // What happened at a machine was in the same chain then: seen up to there is seen up to the entry before.
      const register = heads.get(`${row.deskId} ${chainCode.register}`)?.deskSeq ?? 0;
      if (row.chain !== chainCode.machine) places.set(`${desk} ${row.deskSeq}`, register);
      put.run(deskSeq, chain, step, body, seen, hash, row.seq);
      last = row.seq;
    }
    if (rows.length < 1000) break;
  }
  prepared(db, 'DELETE FROM chain').run();
  const head = prepared(db, 'INSERT INTO chain (desk_id, kind, desk_seq, clock, hash, at) VALUES (?, ?, ?, ?, ?, ?)');
  for (const [key, { deskSeq, clock, hash, at }] of heads)
    head.run(...key.split(' ').map(Number), deskSeq, clock, hash, at);
}
