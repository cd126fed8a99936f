import { hash } from 'node:crypto';
import type { Db } from '../file/db.ts';
import { preparedValue } from '../file/rows/prepared.ts';

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

/** An entry as it lies in its row; of the body its bytes do. */
type Chained = Omit<ChainedEntry, 'body'> & FormFields & { readonly body: string | Uint8Array };

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
export function entryHashOf(previous: Uint8Array, entry: Chained): Buffer {
  return Buffer.from(digestOf(previous, entry), 'latin1');
}

/** Whether that hash is the entry's: what is asked of a million entries makes no buffer for each. */
export function isEntryHash(hash: Buffer, previous: Uint8Array, entry: Chained): boolean {
  return hash.toString('latin1') === digestOf(previous, entry);
}

/** A digest as Node gives it most cheaply: a letter for each byte. As a buffer of its own it takes three times as long as its hash. */
type Digest = string;

function digestOf(previous: Uint8Array, entry: Chained): Digest {
  return entry.chain === null ? formOne(previous, entry) : formTwo(previous, entry);
}

/** SHA-256 over the previous hash and the entry: change or drop one entry and every later hash is wrong. */
function formOne(previous: Uint8Array, entry: Chained): Digest {
  const { id, desk, deskSeq, clock, at, actor, subject, type, body } = entry;
  // Plain texts and numbers in a list: what JSON writes is canonical already.
  return digest([previous, JSON.stringify([hexOf(id), desk, deskSeq, clock, at, actor, subject, type]), body]);
}

/** SHA-256 over the previous hash, the digest of the body and the rest: who lacks the body still checks the chain. */
function formTwo(previous: Uint8Array, entry: Chained): Digest {
  const { id, desk, deskSeq, clock, at, actor, subject, type, body, chain, step, seen } = entry;
  const told = JSON.stringify([2, desk, chain, deskSeq, step, clock, at, actor, seen, subject, type]);
  return digest([previous, entry.bodyDigest ?? Buffer.from(digest([id, body]), 'latin1'), told]);
}

/** What stands for a body in the chain. Without the salt nobody can try bodies until one fits. */
export function bodyDigest(salt: Uint8Array, body: string): Buffer {
  return Buffer.from(digest([salt, body]), 'latin1');
}

/** SHA-256 over bytes, and texts in UTF-8, one behind the other. */
function digest(parts: readonly (string | Uint8Array)[]): Digest {
  let room = 0;
  for (const part of parts) room += typeof part === 'string' ? part.length * mostBytesAUnit : part.length;
  const bytes = room <= scratch.length ? scratch : Buffer.allocUnsafe(room);
  let at = 0;
  for (const part of parts) {
    if (typeof part === 'string') at += bytes.write(part, at, 'utf8');
    else {
      bytes.set(part, at);
      at += part.length;
    }
  }
  return hash('sha256', bytes.subarray(0, at), 'binary');
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
