import type { Db } from './db.ts';

/**
 * For filling an empty file with a practice office in one transaction, and for nothing else. Pages go straight to where they belong: an
 * empty file has nothing to be kept for a way back, while the usual log would hold the whole office once more.
 */
export function largeFill<T>(db: Db, fill: () => T): T {
  db.pragma('journal_mode = DELETE');
  // Three look-ups an entry for references that this very code made; `verify` looks at all of them.
  db.pragma('foreign_keys = OFF');
  // Nobody was promised anything yet: what a power cut leaves of a practice office is thrown away.
  db.pragma('synchronous = OFF');
  // Every body was written as JSON by this very code a moment ago; `verify` reads all of them.
  db.pragma('ignore_check_constraints = ON');
  db.pragma('cell_size_check = OFF');
  try {
    return fill();
  } finally {
    db.pragma('cell_size_check = ON');
    db.pragma('ignore_check_constraints = OFF');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    // Were it refused, the rollback journal would go on, which is as safe with every write synced again.
    db.pragma('journal_mode = WAL');
  }
}

/**
 * Does something large, inside the transaction that is open, while these tables have no indexes of their own: sorting once is cheaper than a
 * million insertions. A transaction that is rolled back brings them back by itself.
 */
export function withoutIndexes<T>(db: Db, tables: readonly string[], fill: () => T): T {
  const indexes = db
    .prepare(
      `SELECT name, sql FROM sqlite_master
        WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(tables)) as { name: string; sql: string }[];
  for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`);
  const filled = fill();
  for (const { sql } of indexes) db.exec(sql);
  return filled;
}
