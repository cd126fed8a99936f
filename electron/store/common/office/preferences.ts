import { fold } from '../../../domain/base/vietnamese.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';

/** What somebody kept for themselves under a name, as it was kept; undefined where they never did. */
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

/** Takes out, of every account, the filters that name one of these people: a filter is often typed without marks. */
export function dropFiltersNaming(db: Db, wanted: readonly string[]): void {
  const sought = wanted.map((one) => fold(one)).filter((one) => one !== '');
  const rows = prepared(db, `SELECT account_id, value FROM preference WHERE name = 'filters'`).all() as {
    account_id: number;
    value: string;
  }[];
  for (const row of rows) {
    const filters = JSON.parse(row.value) as Readonly<Record<string, unknown>>[];
    const left = filters.filter((filter) => {
      const words = fold(Object.values(filter).join(' '));
      return !sought.some((one) => words.includes(one));
    });
    if (left.length < filters.length) keepPreference(db, row.account_id, 'filters', left);
  }
}
