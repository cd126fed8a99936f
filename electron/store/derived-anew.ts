import { foldVersion } from '../domain/base/vietnamese.ts';
import type { Db } from './file/db.ts';
import { prepared, preparedValue } from './file/prepared.ts';
import { renewIntakeWords } from './intake/intake.ts';
import { rebuildSearch } from './person/name-index.ts';
import { rebuildProjections } from './verify/rebuild.ts';

/**
 * By which rules what stands in derived tables was derived. 2: a person stands once for each name they filed under (migration 0170). A
 * higher number has every file of before derived anew, once, at its next opening.
 */
const projectionVersion = 2;

/**
 * What was derived by other rules is derived anew: cases under the name they were filed under, and indexes of folded names, for what is typed
 * today would not meet what was folded then. In one transaction each: after a crash the old rows and their old number stand, and the
 * next opening begins anew.
 */
export function deriveAnew(db: Db): void {
  once(db, 'projection', projectionVersion, () => {
    // A new file has nothing to derive.
    if (preparedValue(db, 'SELECT 1 FROM person LIMIT 1').get() !== undefined) rebuildProjections(db);
  });
  once(db, 'fold', foldVersion, () => {
    rebuildSearch(db);
    renewIntakeWords(db);
  });
}

function once(db: Db, what: 'projection' | 'fold', version: number, derive: () => void): void {
  const made = preparedValue(db, 'SELECT version FROM made_by WHERE what = ?').get(what) as number | undefined;
  if (made === version) return;
  db.transaction(() => {
    derive();
    prepared(
      db,
      'INSERT INTO made_by (what, version) VALUES (?, ?) ON CONFLICT (what) DO UPDATE SET version = excluded.version',
    ).run(what, version);
  }).immediate();
}
