import { createHash } from 'node:crypto';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { ownDeskId } from '../../journal/journal.ts';
import { officeRow } from '../../journal/subject.ts';
import { signerOf } from '../../keys/primitives.ts';

/** A key that a desk signs its receipts with, as its own entry says it. */
export type DeskKey = {
  /** The desk's UUID. */
  readonly desk: string;
  readonly keyId: string;
  readonly ed25519: Buffer;
  /** Where that is told, and when: seconds since 1970. */
  readonly seq: number;
  readonly at: number;
  /** When another one took its place at that desk; null while it is in use. */
  readonly until: number | null;
  /** Since when nothing that it signed is to be believed: it got into other hands. Civil time. */
  readonly stolenSince: string | null;
};

/** What a key is called on paper: the beginning of the hash of its public half. 16 hexadecimal digits. */
export function deskKeyId(ed25519: Uint8Array): string {
  return createHash('sha256').update(ed25519).digest('hex').slice(0, 16);
}

/** As the entry says it: base64url. */
export function deskKeyHalves(seed: Uint8Array): { readonly keyId: string; readonly ed25519: string } {
  const { ed25519 } = signerOf(seed);
  return { keyId: deskKeyId(ed25519), ed25519: ed25519.toString('base64url') };
}

/** What this file's own desk signs with; undefined before it has made a key. */
export function findDeskSeed(db: Db): Buffer | undefined {
  return preparedValue(db, 'SELECT seed FROM desk_key WHERE desk_id = ?').get(ownDeskId(db)) as Buffer | undefined;
}

/** From here on the only one: the one before, and the key of a desk that this file was before a restore, sign nothing more. */
export function keepDeskSeed(db: Db, seed: Uint8Array): void {
  prepared(db, 'DELETE FROM desk_key').run();
  prepared(db, 'INSERT INTO desk_key (desk_id, seed) VALUES (?, ?)').run(ownDeskId(db), seed);
}

type Row = { desk: string; seq: number; at: number; body: string };

/** The keys of all desks that this register knows, in the order they were told. A key that is not what its name says is none. */
export function deskKeys(db: Db): DeskKey[] {
  const rows = prepared(
    db,
    `SELECT uuid AS desk, seq, at, body FROM journal JOIN desk USING (desk_id) WHERE subject_id = ${officeRow} AND type = 'desk-key' ORDER BY seq`,
  ).all() as Row[];
  const keys: DeskKey[] = [];
  for (const { desk, seq, at, body } of rows) {
    const { keyId, ed25519: half, stolenSince = null } = JSON.parse(body) as Record<string, string | null>;
    const ed25519 = Buffer.from(String(half), 'base64url');
    const before = keys.findLastIndex((key) => key.desk === desk);
    const last = keys[before];
    if (last !== undefined) keys[before] = { ...last, until: at, stolenSince };
    if (ed25519.length === 32 && deskKeyId(ed25519) === keyId)
      keys.push({ desk, keyId, ed25519, seq, at, until: null, stolenSince: null });
  }
  return keys;
}
