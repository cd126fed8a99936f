import { createHash } from 'node:crypto';
import type { EntryBody, Subject } from '../../../domain/entries/entry.ts';
import type { Db } from '../../file/db.ts';
import { prepared } from '../../file/rows/prepared.ts';
import { entryBodies } from '../../journal/bodies.ts';
import { bodyDigest, chainCode } from '../../journal/chain.ts';
import { findDeskUuid } from '../../journal/journal.ts';
import { rebuildProjections } from './rebuild.ts';

type Row = {
  id: Buffer;
  deskId: number;
  deskSeq: number;
  chain: number | null;
  at: number;
  type: string;
  body: string;
  digest: Buffer | null;
};

/** What a change of the store is given, as far as it is needed here. */
type Writing = { readonly db: Db; append(subject: Subject, event: EntryBody): unknown };

/**
 * Takes the body of an entry out of the register for good, with its salt: what stays is its digest, by which the chain is still whole, and `left`, what
 * the entry tells without what had to go, so that everything that was made from it can be made again. An entry of the office says that it
 * was done and on what ground. Throws on an entry that cannot be erased: one of form 1, of the machine, or one whose body was taken out.
 */
export function eraseBody(tx: Writing, seq: number, left: EntryBody, ground: string): void {
  eraseBodies(tx, [{ seq, left }], ground);
}

/** Several at once, for all that is derived is derived again after the last of them. */
export function eraseBodies(
  tx: Writing,
  bodies: readonly { readonly seq: number; readonly left: EntryBody }[],
  ground: string,
): void {
  for (const { seq, left } of bodies) takeOut(tx, seq, left, ground);
  rebuildProjections(tx.db);
}

function takeOut(tx: Writing, seq: number, left: EntryBody, ground: string): void {
  const { db } = tx;
  const row = prepared(
    db,
    `SELECT id, desk_id AS deskId, desk_seq AS deskSeq, chain, at, type, body, body_digest AS digest FROM journal WHERE seq = ?`,
  ).get(seq) as Row | undefined;
  if (row === undefined) throw new Error(`no entry ${seq}`);
  if (row.chain !== chainCode.register || row.digest !== null || row.type !== left.type || ground.trim() === '')
    throw new Error(`the body of entry ${seq} cannot be taken out so`);
  const body = entryBodies(db).write(left, row.at);
  const desk = findDeskUuid(db, row.deskId) ?? '';
  tx.append(
    { kind: 'office' },
    { type: 'body-erased', entry: { desk, seq: row.deskSeq }, left: sha256(body), ground: ground.trim() },
  );
  const digest = bodyDigest(row.id, row.body);
  prepared(db, 'UPDATE journal SET id = zeroblob(16), body = ?, body_digest = ? WHERE seq = ?').run(body, digest, seq);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
