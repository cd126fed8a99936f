import type { Db } from '../../file/db.ts';
import { deriveAll } from '../../centre/exchange/derive.ts';
import { rebuildSeen } from '../../journal/order.ts';
import { rebuildSearch } from '../../common/person/name-index.ts';
import { deriveAccounts } from '../../common/office/accounts-told.ts';
import { projectedTables, projections } from '../../projections.ts';

/**
 * Throws everything away that was derived from the journal and derives it again, in one transaction: after a crash or a full
 * disk (which throws) the old rows stand. Returns how many entries were read.
 */
export function rebuildProjections(db: Db): number {
  return db
    .transaction(() => {
      for (const table of projectedTables) db.exec(`DELETE FROM ${table}`);
      // No person is left, so this only empties the search tables.
      rebuildSearch(db);
      rebuildSeen(db);
      return deriveAll(db, projections(db));
    })
    .immediate();
}

/** Everything that the journal tells, tables and accounts alike. Returns how many entries were read. */
export function rebuildRegister(db: Db): number {
  deriveAccounts(db);
  return rebuildProjections(db);
}
