import type { Db } from './open.ts';

/** The hash of an entry in hexadecimal: its first digits go on paper, outside the reach of whoever holds the file. */
export function entryHash(db: Db, seq: number): string {
  const hash = db.prepare('SELECT hash FROM journal WHERE seq = ?').pluck().get(seq) as Buffer | undefined;
  if (hash === undefined) throw new Error(`no entry ${seq}`);
  return hash.toString('hex');
}
