import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';

/**
 * What somebody set for themselves, each thing whole under a name: `lessons`, how far they are with the lessons of the practice office; `filters`, the saved
 * filters of their lists, which saved-filters.ts beside this reads and writes.
 */

/** As it was kept; undefined where it never was. */
export function findPreference(db: Db, accountId: number, name: string): unknown {
  const value = preparedValue(db, 'SELECT value FROM preference WHERE account_id = ? AND name = ?').get(
    accountId,
    name,
  ) as string | undefined;
  return value === undefined ? undefined : (JSON.parse(value) as unknown);
}

export function keepPreference(db: Db, accountId: number, name: string, value: unknown): void {
  prepared(
    db,
    `INSERT INTO preference (account_id, name, value) VALUES (?, ?, ?)
    ON CONFLICT (account_id, name) DO UPDATE SET value = excluded.value`,
  ).run(accountId, name, JSON.stringify(value));
}
