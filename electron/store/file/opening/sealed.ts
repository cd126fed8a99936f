import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync, rmSync } from 'node:fs';
import type { Db } from '../db.ts';

/** What opens a sealed file: its key, and the salt that is its first 16 bytes and so says which key it is. Never in a text, a name or an error. */
export type FileKey = { readonly key: Buffer; readonly salt: Buffer };

const saltBytes = 16;

export function newFileKey(): FileKey {
  return { key: randomBytes(32), salt: randomBytes(saltBytes) };
}

/**
 * Gives a connection the key of its file, before anything else is asked of it. As bytes and never as SQL: a statement or a file name that fails is
 * quoted in its error, and a key in a name would make a plain file called by the key.
 */
export function keyFile(db: Db, { key, salt }: FileKey): void {
  for (const pragma of cipher) db.pragma(pragma);
  const given = rawKey(key, salt);
  try {
    (db as Keyed).key(given);
  } finally {
    given.fill(0);
  }
}

/**
 * The whole of a file that nobody has open, under another key: through a carrier that has the new key and holds nothing, for a copy takes the key
 * of the connection that makes it. Nothing plain is written. Throws what the driver throws.
 */
export function recodeFile(from: string, key: FileKey | null, to: string, next: FileKey): void {
  const carrier = new Database(`${to}.carrier`);
  const given = key === null ? Buffer.alloc(0) : rawKey(key.key, key.salt);
  try {
    keyFile(carrier, next);
    carrier.pragma('page_size = 8192');
    carrier.exec('CREATE TABLE carrier (held); DROP TABLE carrier');
    carrier.prepare('ATTACH ? AS source KEY ?').run(from, key === null ? '' : given);
    carrier.prepare('VACUUM source INTO ?').run(to);
  } finally {
    given.fill(0);
    carrier.close();
    rmSync(`${to}.carrier`, { force: true });
  }
}

/** What the driver has beyond what its types say. */
type Keyed = Db & { key(key: Buffer): void };

/** SQLCipher 4 with this product's page: AES-256-CBC and an HMAC for each page, the salt in front of the first. */
const cipher = ["cipher = 'sqlcipher'", 'legacy = 4', 'legacy_page_size = 8192'] as const;

const digits = Buffer.from('0123456789abcdef');

/** `x'…'` with key and salt in hex, made without a string that stays in memory. */
function rawKey(key: Uint8Array, salt: Uint8Array): Buffer {
  const raw = Buffer.alloc(2 + 2 * (key.length + salt.length) + 1);
  let at = raw.write("x'");
  for (const part of [key, salt]) {
    for (const byte of part) {
      raw[at] = digits[byte >> 4] ?? 0;
      raw[at + 1] = digits[byte & 15] ?? 0;
      at += 2;
    }
  }
  raw.write("'", at);
  return raw;
}

const plainHead = Buffer.from('SQLite format 3\0');

/** The first 16 bytes of a file: `plain`, or the salt that names its key; undefined where there are none, or none can be read. */
export function headOf(path: string): 'plain' | Buffer | undefined {
  try {
    return readHead(path);
  } catch {
    return undefined;
  }
}

/** As `headOf`, but throws what the system throws. */
export function readHead(path: string): 'plain' | Buffer | undefined {
  const head = Buffer.alloc(saltBytes);
  const handle = openSync(path, 'r');
  try {
    if (readSync(handle, head, 0, saltBytes, 0) < saltBytes) return undefined;
  } finally {
    closeSync(handle);
  }
  return head.equals(plainHead) ? 'plain' : head;
}

/**
 * A file that goes elsewhere goes without its log: what the disk did not let its closing fold into it is folded now. Throws what the driver throws,
 * for without its log the file would look whole and lack its newest commits.
 */
export function foldLog(path: string, key: FileKey | null): void {
  const log = `${path}-wal`;
  if (!existsSync(log)) return;
  const db = new Database(path, { fileMustExist: true });
  try {
    if (key !== null) keyFile(db, key);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
  rmSync(log, { force: true });
}
