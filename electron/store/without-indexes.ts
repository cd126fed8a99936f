import type { Db } from './open.ts';

/**
 * Does something large while `table` has no indexes of its own, and makes them again whatever happens: sorting once is cheaper
 * than a million insertions. Only for filling a practice office: one that is killed meanwhile is slow, and to be thrown away.
 */
export function withoutIndexes<T>(db: Db, table: string, fill: () => T): T {
  const indexes = db
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL")
    .all(table) as { name: string; sql: string }[];
  for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`);
  // Three look-ups an entry for references that this very code made; `verify` looks at all of them.
  db.pragma('foreign_keys = OFF');
  try {
    return fill();
  } finally {
    db.pragma('foreign_keys = ON');
    for (const { sql } of indexes) db.exec(sql);
  }
}
