import type { Db } from './open.ts';

/**
 * Does something large while these tables have no indexes of their own, and makes them again whatever happens: sorting once is cheaper
 * than a million insertions. Only for filling a practice office: one that is killed meanwhile is slow, and to be thrown away.
 */
export function withoutIndexes<T>(db: Db, tables: readonly string[], fill: () => T): T {
  const indexes = db
    .prepare(
      `SELECT name, sql FROM sqlite_master
        WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(tables)) as { name: string; sql: string }[];
  for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`);
  // Three look-ups an entry for references that this very code made; `verify` looks at all of them.
  db.pragma('foreign_keys = OFF');
  // Nobody was promised anything yet: what a power cut leaves of a practice office is thrown away.
  db.pragma('synchronous = OFF');
  try {
    return fill();
  } finally {
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    for (const { sql } of indexes) db.exec(sql);
  }
}
