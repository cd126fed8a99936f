import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';

/** What this file keeps of its centre; nothing on an island. All of it is the file's own and stands in no entry. */
export type KeptCentre = {
  readonly centre: string;
  /** What opens the way to the hub, as the program that goes there keeps it. */
  readonly place: string;
  readonly no: number;
  readonly code: string;
  /** As whom it joined. */
  readonly uuid: string;
  readonly seed: Buffer;
  readonly enrolSecret: Buffer;
  /** Seconds since 1970. */
  readonly joinedAt: number;
  readonly generation: string | null;
  readonly contactAt: number | null;
  readonly pushed: Pushed;
  readonly stopped: Notice | null;
  readonly notices: readonly Notice[];
};

/** How far the own register is at the hub, and the row of the journal it ends at. */
export type Pushed = { readonly seq: number; readonly row: number; readonly hash: Buffer };

/** Something that a person has to know, by the name of its sentence. */
export type Notice = { readonly code: string; readonly data: Readonly<Record<string, string | number>> };

type Row = Omit<KeptCentre, 'pushed' | 'stopped' | 'notices'> & {
  readonly pushedSeq: number;
  readonly pushedRow: number;
  readonly pushedHash: Buffer;
  readonly stopped: string | null;
  readonly notices: string;
};

export function findCentre(db: Db): KeptCentre | undefined {
  const row = prepared(
    db,
    `SELECT centre, place, desk_no AS no, desk_code AS code, uuid, seed, enrol_secret AS enrolSecret, joined_at AS joinedAt, generation,
      contact_at AS contactAt, pushed_seq AS pushedSeq, pushed_row AS pushedRow, pushed_hash AS pushedHash, stopped, notices FROM hub_centre`,
  ).get() as Row | undefined;
  if (row === undefined) return undefined;
  const { pushedSeq: seq, pushedRow, pushedHash: hash, stopped, notices, ...kept } = row;
  return {
    ...kept,
    pushed: { seq, row: pushedRow, hash },
    stopped: stopped === null ? null : (JSON.parse(stopped) as Notice),
    notices: JSON.parse(notices) as readonly Notice[],
  };
}

export function isInCentre(db: Db): boolean {
  return preparedValue(db, 'SELECT 1 FROM hub_centre').get() !== undefined;
}

export type NewCentre = Pick<
  KeptCentre,
  'centre' | 'place' | 'no' | 'code' | 'uuid' | 'seed' | 'enrolSecret' | 'joinedAt'
>;

/** The desk joined; whatever it knew of a hub before (of the same centre: its keys and colleagues, which hub it was) stays. How far it is there is asked anew. */
export function keepCentre(db: Db, { centre, place, no, code, uuid, seed, enrolSecret, joinedAt }: NewCentre): void {
  const before = findCentre(db);
  const generation = before?.generation ?? null;
  prepared(db, 'DELETE FROM hub_centre').run();
  // Where rows ended is of the register that they were of.
  if (before !== undefined && before.uuid !== uuid) prepared(db, 'DELETE FROM hub_cut').run();
  prepared(
    db,
    `INSERT INTO hub_centre (only_one, centre, place, desk_no, desk_code, uuid, seed, enrol_secret, joined_at, generation)
      VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(centre, place, no, code, uuid, seed, enrolSecret, joinedAt, generation);
}

/**
 * The desk left: it is an island again, and keeps what came. The centre's key stays: the last that leaves is the only one that can open what lies at the hub. So do
 * others' rows and whom it met: comes it back, what a desk that is gone told may be nowhere else as that desk signed it, and is not asked for again.
 */
export function forgetCentre(db: Db): void {
  forgetHeadsThere(db);
  for (const table of ['hub_centre', 'hub_trust', 'hub_blob', 'hub_cut']) prepared(db, `DELETE FROM ${table}`).run();
}

export function keepContact(db: Db, generation: string, at: number): void {
  prepared(db, 'UPDATE hub_centre SET generation = ?, contact_at = ?').run(generation, at);
}

export function keepPushed(db: Db, { seq, row, hash }: Pushed): void {
  prepared(db, 'UPDATE hub_centre SET pushed_seq = ?, pushed_row = ?, pushed_hash = ?').run(seq, row, hash);
}

export function keepStopped(db: Db, stopped: Notice | null): void {
  prepared(db, 'UPDATE hub_centre SET stopped = ?').run(stopped === null ? null : JSON.stringify(stopped));
}

export function keepNotices(db: Db, notices: readonly Notice[]): void {
  prepared(db, 'UPDATE hub_centre SET notices = ?').run(JSON.stringify(notices));
}

export type KeptKey = {
  readonly keyId: string;
  readonly key: Buffer;
  readonly since: number;
  readonly madeHere: boolean;
  /** 0 for the centre's first; a later one is sealed with instead. */
  readonly number: number;
  /** UUIDs of desks that were gone when it was made. */
  readonly excluded: readonly string[];
  /** The key before it, under which it travels; null for the first. */
  readonly under: string | null;
  /** What lies at the hub is read with it, and nothing is sealed: by the word of a desk that has left, or of this one's time before it left. */
  readonly readsOnly: boolean;
};

/** In `made_here`: the centre's; begun here and not the centre's yet; to read with; the same, and the centre's when this desk left. */
const [ofCentre, begun, toRead, resting] = [0, 1, 2, 3];

/** Keys of the centre, the one that this desk seals with first. One to read with counts where those before it lead to one of the centre: none of another centre does. */
export function centreKeys(db: Db): readonly KeptKey[] {
  const rows = prepared(
    db,
    `SELECT key_id AS keyId, key, since, made_here AS made, number, excluded, under FROM hub_key
      ORDER BY made_here IN (${toRead}, ${resting}), made_here AND number > 0, number DESC, since DESC, key_id`,
  ).all() as (Omit<KeptKey, 'madeHere' | 'readsOnly' | 'excluded'> & { made: number; excluded: string })[];
  const keys = rows.map(({ made, excluded, ...row }) => ({
    ...row,
    madeHere: made === begun,
    readsOnly: made === toRead || made === resting,
    excluded: JSON.parse(excluded) as readonly string[],
  }));
  const underOf = new Map(keys.map((one) => [one.keyId, one]));
  const isOfCentre = ({ readsOnly, number, under }: KeptKey): boolean => {
    const before = under === null ? undefined : underOf.get(under);
    return !readsOnly || (before !== undefined && before.number < number && isOfCentre(before));
  };
  return keys.filter(isOfCentre);
}

export function keepKey(db: Db, { keyId, key, since, madeHere, readsOnly, number, excluded, under }: KeptKey): void {
  prepared(
    db,
    `INSERT INTO hub_key (key_id, key, since, made_here, number, excluded, under) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET made_here = excluded.made_here, number = excluded.number, excluded = excluded.excluded, under = excluded.under`,
  ).run(keyId, key, since, readsOnly ? toRead : madeHere ? begun : ofCentre, number, JSON.stringify(excluded), under);
}

/** A desk that comes back waits for the key from whoever has it now. What it had may be all that opens rows of then: once it is of the centre again it reads with them. */
export function restKeys(db: Db): void {
  prepared(db, 'DELETE FROM hub_key WHERE made_here = ?').run(begun);
  prepared(db, 'UPDATE hub_key SET made_here = ? WHERE made_here = ?').run(resting, ofCentre);
}

/** Nobody is left who could give it one. */
export function takeUpKeys(db: Db): void {
  prepared(db, 'UPDATE hub_key SET made_here = ? WHERE made_here = ?').run(ofCentre, resting);
}

/** Of a key that was made here while another desk's became the centre's: nothing was sealed with it. */
export function dropKey(db: Db, keyId: string): void {
  prepared(db, 'DELETE FROM hub_key WHERE key_id = ?').run(keyId);
}

export type KnownDesk = {
  readonly uuid: string;
  readonly no: number;
  readonly code: string;
  readonly publicKey: Buffer;
  readonly enrolKey: Buffer;
  readonly seq: number;
  readonly head: Buffer;
};

export function knownDesks(db: Db): readonly KnownDesk[] {
  return prepared(
    db,
    'SELECT uuid, desk_no AS no, code, public_key AS publicKey, enrol_key AS enrolKey, seq, head FROM hub_desk ORDER BY desk_no, uuid',
  ).all() as KnownDesk[];
}

/** Keeps a desk as it is first met: its key stays the one that it had then. */
export function meetDesk(db: Db, { uuid, no, code, publicKey, enrolKey }: Omit<KnownDesk, 'seq' | 'head'>): void {
  prepared(
    db,
    `INSERT INTO hub_desk (uuid, desk_no, code, public_key, enrol_key) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET desk_no = excluded.desk_no, code = excluded.code, enrol_key = excluded.enrol_key`,
  ).run(uuid, no, code, publicKey, enrolKey);
}

export function keepHeadAtHub(db: Db, uuid: string, seq: number, head: Uint8Array): void {
  prepared(db, 'UPDATE hub_desk SET seq = ?, head = ? WHERE uuid = ?').run(seq, head, uuid);
}

export type Trust = { readonly enrolKey: Buffer; readonly byWhom: string; readonly granted: string | null };

export function trusts(db: Db): readonly Trust[] {
  return prepared(db, 'SELECT enrol_key AS enrolKey, by_whom AS byWhom, granted FROM hub_trust').all() as Trust[];
}

/** Somebody compared its digits, or the office is a practice office: the centre's keys may go to it. */
export function trustDesk(db: Db, enrolKey: Uint8Array, byWhom: string, at: number): void {
  prepared(db, 'INSERT INTO hub_trust (enrol_key, by_whom, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(
    enrolKey,
    byWhom,
    at,
  );
}

/** @param granted which keys went, in which generation of the hub: others and a new hub get them again */
export function keepGranted(db: Db, enrolKey: Uint8Array, granted: string): void {
  prepared(db, 'UPDATE hub_trust SET granted = ? WHERE enrol_key = ?').run(granted, enrolKey);
}

/** A row as it came; `place` is what stands outside its seal. */
export type KeptRow = {
  readonly uuid: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly prev: Buffer;
  readonly head: Buffer;
  readonly format: number;
  readonly keyId: string;
  readonly sig: Buffer;
  readonly body: Buffer;
};

export function keepRow(db: Db, row: KeptRow): void {
  const { uuid, firstSeq, lastSeq, prev, head, format, keyId, sig, body } = row;
  prepared(
    db,
    `INSERT INTO hub_row (uuid, first_seq, last_seq, prev, head, format, key_id, sig, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING`,
  ).run(uuid, firstSeq, lastSeq, prev, head, format, keyId, sig, body);
}

/** The next row of a desk behind `seq`, as it was cut then; undefined where none was kept. */
export function rowBehind(db: Db, uuid: string, seq: number): KeptRow | undefined {
  return prepared(
    db,
    `SELECT uuid, first_seq AS firstSeq, last_seq AS lastSeq, prev, head, format, key_id AS keyId, sig, body FROM hub_row
      WHERE uuid = ? AND first_seq > ? ORDER BY first_seq LIMIT 1`,
  ).get(uuid, seq) as KeptRow | undefined;
}

export function hasBlobThere(db: Db, sha256: string, generation: string): boolean {
  return (
    preparedValue(db, 'SELECT 1 FROM hub_blob WHERE sha256 = ? AND generation = ?').get(
      Buffer.from(sha256, 'hex'),
      generation,
    ) !== undefined
  );
}

/** Another hub, or one that was put back and says so: what is there of whom is asked anew. */
export function forgetHeadsThere(db: Db): void {
  prepared(db, 'UPDATE hub_desk SET seq = 0, head = zeroblob(32)').run();
  prepared(db, 'UPDATE hub_centre SET pushed_seq = 0, pushed_row = 0, pushed_hash = zeroblob(32)').run();
}

/** A hub that was put back to an older state without saying so: what it was given since is given again. */
export function forgetBlobsThere(db: Db): void {
  prepared(db, 'DELETE FROM hub_blob').run();
}

export function keepBlobThere(db: Db, sha256: string, generation: string): void {
  prepared(
    db,
    'INSERT INTO hub_blob (sha256, generation) VALUES (?, ?) ON CONFLICT DO UPDATE SET generation = excluded.generation',
  ).run(Buffer.from(sha256, 'hex'), generation);
}

/** Where a row of the own register ends, told before it goes. */
export function keepCut(db: Db, seq: number): void {
  prepared(db, 'INSERT INTO hub_cut (last_seq) VALUES (?) ON CONFLICT DO NOTHING').run(seq);
}

export function isCut(db: Db, seq: number): boolean {
  return preparedValue(db, 'SELECT 1 FROM hub_cut WHERE last_seq = ?').get(seq) !== undefined;
}
