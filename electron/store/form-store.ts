import type { Db } from './open.ts';

/** Keeps the text of a form's definition for good, under its hash (hexadecimal): archived papers are made by it again. */
export function keepForm(db: Db, sha256: string, text: string): void {
  db.prepare('INSERT INTO form_kept (sha256, body) VALUES (?, ?) ON CONFLICT DO NOTHING').run(
    Buffer.from(sha256, 'hex'),
    text,
  );
}

export function findKeptForm(db: Db, sha256: string): string | undefined {
  return db.prepare('SELECT body FROM form_kept WHERE sha256 = ?').pluck().get(Buffer.from(sha256, 'hex')) as
    | string
    | undefined;
}
