import { dayNumber } from './case-projection.ts';
import type { Db } from './open.ts';
import { preparedValue } from './prepared.ts';

type Range = { readonly first: number; readonly last: number };

/** The greatest serial a day has used within any of these blocks; 0 when none. An earlier date goes on where it stopped. */
export function lastSerial(db: Db, date: string, blocks: readonly Range[]): number {
  const greatest = preparedValue(db, 'SELECT max(serial) FROM number_use WHERE day = ? AND serial BETWEEN ? AND ?');
  const found = blocks.map(({ first, last }) => (greatest.get(dayNumber(date), first, last) as number | null) ?? 0);
  return Math.max(0, ...found);
}

export function usedSerials(db: Db, date: string, block: Range): number[] {
  return db
    .prepare('SELECT serial FROM number_use WHERE day = ? AND serial BETWEEN ? AND ? ORDER BY serial')
    .pluck()
    .all(dayNumber(date), block.first, block.last) as number[];
}
