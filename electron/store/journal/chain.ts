import { hash } from 'node:crypto';
import type { Db } from '../file/db.ts';
import { preparedValue } from '../file/prepared.ts';

/** What the hash of an entry covers: everything a reader of the entry relies on. */
export type ChainedEntry = {
  /** Of form 2 the salt of its body: sixteen random bytes that are in the hash by the body's digest alone. */
  readonly id: Uint8Array;
  readonly desk: string;
  readonly deskSeq: number;
  readonly clock: number;
  /** Seconds since 1970. */
  readonly at: number;
  readonly actor: string | null;
  readonly subject: string;
  readonly type: string;
  /** The body as it is stored: canonical JSON. */
  readonly body: string;
};

/** The two chains of a desk: what the register holds, and what happened at the machine. The numbers are in every file. */
export const chainCode = { register: 0, machine: 1 } as const;
export type ChainKind = keyof typeof chainCode;
export const chainKinds = ['register', 'machine'] as const satisfies readonly ChainKind[];

/** What an entry of form 2 has and one of form 1 has not; as it lies in its row. */
export type FormFields = {
  /** Null: form 1. */
  readonly chain: number | null;
  /** Which entry of its commit it is, 0 the first. */
  readonly step: number | null;
  /** What its desk had seen of others; null where there are none. */
  readonly seen: string | null;
  /** Of a body that was taken out. */
  readonly bodyDigest: Uint8Array | null;
};

/** The columns of `FormFields` in a row of the journal. */
export const formColumns = 'chain, step, seen, body_digest AS bodyDigest';

/** The type of the entry that says: from here on of form 2. */
export const formBegun = 'form-begun';

export const chainStart = Buffer.alloc(32);

/** The hash of an entry in the form it was written in. Forms never change: there are files (docs/adr/0018-entry-form-2.md). */
export function entryHashOf(previous: Uint8Array, entry: ChainedEntry & FormFields): Buffer {
  return entry.chain === null ? formOne(previous, entry) : formTwo(previous, entry);
}

/** SHA-256 over the previous hash and the entry: change or drop one entry and every later hash is wrong. */
function formOne(previous: Uint8Array, entry: ChainedEntry): Buffer {
  const { id, desk, deskSeq, clock, at, actor, subject, type, body } = entry;
  // Plain texts and numbers in a list: what JSON writes is canonical already.
  return hashAfter([previous], JSON.stringify([hexOf(id), desk, deskSeq, clock, at, actor, subject, type]) + body);
}

/** SHA-256 over the previous hash, the digest of the body and the rest: who lacks the body still checks the chain. */
function formTwo(previous: Uint8Array, entry: ChainedEntry & FormFields): Buffer {
  const { id, desk, deskSeq, clock, at, actor, subject, type, body, chain, step, seen } = entry;
  const digest = entry.bodyDigest ?? bodyDigest(id, body);
  return hashAfter(
    [previous, digest],
    JSON.stringify([2, desk, chain, deskSeq, step, clock, at, actor, seen, subject, type]),
  );
}

/** What stands for a body in the chain. Without the salt nobody can try bodies until one fits. */
export function bodyDigest(salt: Uint8Array, body: string): Buffer {
  return hashAfter([salt], body);
}

/** The hash of some bytes of known length and a text behind them. */
function hashAfter(parts: readonly Uint8Array[], text: string): Buffer {
  const before = parts.reduce((sum, { length }) => sum + length, 0);
  const room = before + text.length * mostBytesAUnit;
  const bytes = room <= scratch.length ? scratch : Buffer.allocUnsafe(room);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const length = before + bytes.write(text, before, 'utf8');
  return hash('sha256', bytes.subarray(0, length), 'buffer');
}

/** Looked at where they lie: a copy for each entry took a tenth of the time of its hash. */
function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}

/** UTF-8 takes at most three bytes for a unit of a JavaScript string. */
const mostBytesAUnit = 3;
/** Used again for each entry: hashing is synchronous, so nobody else writes here meanwhile. */
const scratch = Buffer.alloc(65_536);

/** The hash of an entry in hexadecimal: its first digits go on paper, outside the reach of whoever holds the file. */
export function entryHash(db: Db, seq: number): string {
  const hash = preparedValue(db, 'SELECT hash FROM journal WHERE seq = ?').get(seq) as Buffer | undefined;
  if (hash === undefined) throw new Error(`no entry ${seq}`);
  return hash.toString('hex');
}
