import type { SpentRun } from '../../domain/entries/entry.ts';
import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/prepared.ts';

/** The greatest spent number of a series within a range; 0 when none is. */
export function lastSpent(db: Db, series: string, first = 0, last: number = Number.MAX_SAFE_INTEGER): number {
  const greatest = preparedValue(
    db,
    'SELECT max(min(last, ?)) FROM spent_number WHERE series = ? AND last >= ? AND first <= ?',
  );
  return (greatest.get(last, series, first, last) as number | null) ?? 0;
}

export function spentRuns(db: Db): SpentRun[] {
  return prepared(db, 'SELECT series, first, last FROM spent_number ORDER BY series, first').all() as SpentRun[];
}

/** As `restored` entries tell. */
export function spendNumbers(db: Db, runs: readonly SpentRun[]): void {
  const insert = prepared(
    db,
    `INSERT INTO spent_number (series, first, last) VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET last = max(last, excluded.last)`,
  );
  for (const { series, first, last } of runs) insert.run(series, first, last);
}
