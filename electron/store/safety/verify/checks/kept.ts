import { createHash } from 'node:crypto';
import type { Db } from '../../../file/db.ts';
import { prepared } from '../../../file/rows/prepared.ts';

type Kept = { readonly name: string; readonly body: string };

/** What is kept under the hash of its own text; a process by the first sixteen digits. */
const keptIn = [
  ['form', 'SELECT lower(hex(sha256)) AS name, body FROM form_kept'],
  ['list', 'SELECT lower(hex(sha256)) AS name, body FROM content_kept'],
  ['process', 'SELECT id AS name, steps AS body FROM process_kept'],
] as const;

/** Whether a text is the one whose SHA-256 its name begins. */
export function isAsKept(name: string, body: string): boolean {
  return createHash('sha256').update(body).digest('hex').startsWith(name);
}

/**
 * Forms, lists of days, lists and packs of procedures, processes: entries name them by the SHA-256 of their text, papers are made again and promises explained by them.
 * A letter that changed on the disk would change those unseen.
 */
export function keptFindings(db: Db): { looked: number; found: string[] } {
  const found: string[] = [];
  let looked = 0;
  for (const [kind, all] of keptIn)
    for (const row of prepared(db, all).iterate()) {
      const { name, body } = row as Kept;
      looked += 1;
      if (!isAsKept(name, body)) found.push(`the ${kind} kept as ${name.slice(0, 16)} is not what its name says`);
    }
  return { looked, found };
}
