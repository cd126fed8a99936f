import { foldVersion } from '../domain/base/vietnamese.ts';
import type { Db } from './file/db.ts';
import { prepared, preparedValue } from './file/prepared.ts';
import { renewIntakeWords } from './intake/intake.ts';
import { rebuildSearch } from './person/name-index.ts';

/**
 * Indexes of folded names are made again where they were made by other rules of folding: what is typed today would not meet what was
 * folded then. In one transaction: after a crash the old index and its old number stand, and the next opening begins anew.
 */
export function renewFoldedIndexes(db: Db): void {
  const made = preparedValue(db, "SELECT version FROM made_by WHERE what = 'fold'").get() as number | undefined;
  if (made === foldVersion) return;
  db.transaction(() => {
    rebuildSearch(db);
    renewIntakeWords(db);
    prepared(
      db,
      "INSERT INTO made_by (what, version) VALUES ('fold', ?) ON CONFLICT (what) DO UPDATE SET version = excluded.version",
    ).run(foldVersion);
  }).immediate();
}
