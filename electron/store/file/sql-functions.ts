import { fold } from '../../domain/base/vietnamese.ts';
import type { Db } from './db.ts';

/** '0901' -> '1090': what ends alike begins alike, and an index finds it. Other signs than digits are left out. */
export function backwards(text: string): string {
  return [...text.replace(/\D/g, '')].toReversed().join('');
}

/** What migrations call that fill a table from the journal and SQL cannot say. No table, index or view may rest on them. */
export function knowFunctions(db: Db): void {
  db.function('fold', { deterministic: true }, (text) => fold(String(text)));
  db.function('backwards', { deterministic: true }, (text) => backwards(String(text)));
}
