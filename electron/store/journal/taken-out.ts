import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/rows/prepared.ts';
import { bodyDigest } from './chain.ts';
import { byOwnDesk, officeRow } from './subject.ts';

/**
 * An entry of another desk may come with the digest of its body, which is in its hash, and a text beside it, which is not. That text counts where an entry of
 * the office names its SHA-256; until one does it is kept within another text, and nothing is derived from it.
 */
const untoldId = 'ff'.repeat(16);

/** SQL of whether the body of an entry is there to be read: its own, or what is told to stand in its place. */
export const isBodyTold = `id <> x'${untoldId}'`;

type Sent = { readonly id: string; readonly body: string; readonly bodyDigest: string | null };

/** As it is to lie in its row. */
export function bodyToKeep(
  db: Db,
  desk: string,
  { seq, id, body, bodyDigest: digest }: Sent & { readonly seq: number },
): { readonly id: Buffer; readonly body: string; readonly isTold: boolean } {
  if (digest === null) return { id: Buffer.from(id, 'hex'), body, isTold: true };
  if (isTakenOutAs(db, desk, seq, body)) return { id: Buffer.alloc(16), body, isTold: true };
  return { id: Buffer.from(untoldId, 'hex'), body: canonicalJson({ untold: body }), isTold: false };
}

/** As it came. */
export function bodyToSend(id: Buffer, body: string): { readonly id: string; readonly body: string } {
  if (id.toString('hex') !== untoldId) return { id: id.toString('hex'), body };
  return { id: '00'.repeat(16), body: (JSON.parse(body) as { untold: string }).untold };
}

/** Whether an entry of the office says that the body of an entry was taken out, and that this stands in its place. Of an entry of this file's own desks one of theirs. */
export function isTakenOutAs(db: Db, desk: string, seq: number, left: string): boolean {
  const own = preparedValue(db, 'SELECT 1 FROM desk WHERE uuid = ? AND other IS NULL').get(desk) !== undefined;
  const told = preparedValue(
    db,
    `SELECT 1 FROM journal WHERE subject_id = ${officeRow} AND type = 'body-erased'
      AND body ->> '$.entry.desk' = ? AND body ->> '$.entry.seq' = ? AND body ->> '$.left' = ?${own ? ` AND ${byOwnDesk}` : ''} LIMIT 1`,
  );
  return told.get(desk, seq, sha256(left)) === 1;
}

type Place = { readonly subject: number; readonly seq: number };
type Row = Place & { readonly hash: Buffer; readonly body: string; readonly id: Buffer; readonly digest: Buffer };

/** The entry that came without its own body; undefined where there is none, or its own is there. */
function findTakenOut(db: Db, desk: string, seq: number): Row | undefined {
  return prepared(
    db,
    `SELECT subject_id AS subject, seq, hash, body, id, body_digest AS digest FROM journal INDEXED BY journal_taken_out
      WHERE body_digest IS NOT NULL AND desk_id = (SELECT desk_id FROM desk WHERE uuid = ? AND other = 1) AND desk_seq = ?`,
  ).get(desk, seq) as Row | undefined;
}

/** Once an entry of the office says what stands in the place of a body: that entry is read from here on. */
export function tellTakenOut(db: Db, event: unknown): Place | undefined {
  const { entry, left } = (event ?? {}) as { entry?: { desk?: unknown; seq?: unknown }; left?: unknown };
  if (typeof entry?.desk !== 'string' || typeof entry.seq !== 'number') return undefined;
  const row = findTakenOut(db, entry.desk, entry.seq);
  if (row === undefined || row.id.toString('hex') !== untoldId) return undefined;
  const { body } = bodyToSend(row.id, row.body);
  if (sha256(body) !== left) return undefined;
  prepared(db, 'UPDATE journal SET id = zeroblob(16), body = ? WHERE seq = ?').run(body, row.seq);
  return row;
}

/** The true body of an entry that came without it takes its place, unless this file's own desk took it out. */
export function giveBodyBack(
  db: Db,
  desk: string,
  sent: Sent & { readonly seq: number; readonly hash: string },
): Place | undefined {
  if (sent.bodyDigest !== null) return undefined;
  const row = findTakenOut(db, desk, sent.seq);
  if (row === undefined || row.hash.toString('hex') !== sent.hash) return undefined;
  const id = Buffer.from(sent.id, 'hex');
  if (!bodyDigest(id, sent.body).equals(row.digest) || isTakenOutHere(db, desk, sent.seq)) return undefined;
  prepared(db, 'UPDATE journal SET id = ?, body = ?, body_digest = NULL WHERE seq = ?').run(id, sent.body, row.seq);
  return row;
}

function isTakenOutHere(db: Db, desk: string, seq: number): boolean {
  const told = preparedValue(
    db,
    `SELECT 1 FROM journal WHERE subject_id = ${officeRow} AND type = 'body-erased' AND ${byOwnDesk}
      AND body ->> '$.entry.desk' = ? AND body ->> '$.entry.seq' = ? LIMIT 1`,
  );
  return told.get(desk, seq) === 1;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
