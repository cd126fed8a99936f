import { dayNumber } from './day-number.ts';
import type { Db } from './open.ts';
import { preparedValue } from './prepared.ts';

type Range = { readonly first: number; readonly last: number };

/**
 * The greatest serial a day has used or set aside on paper within any of these blocks; 0 when none. An earlier date goes on where it
 * stopped, and what is on a kit's sheet is never given again.
 */
export function lastSerial(db: Db, date: string, blocks: readonly Range[]): number {
  const day = dayNumber(date);
  const tables = ['number_use', 'kit_number'].map((table) =>
    preparedValue(db, `SELECT max(serial) FROM ${table} WHERE day = ? AND serial BETWEEN ? AND ?`),
  );
  const found = blocks.flatMap(({ first, last }) =>
    tables.map((greatest) => (greatest.get(day, first, last) as number | null) ?? 0),
  );
  return Math.max(0, ...found);
}

export function usedSerials(db: Db, date: string, block: Range): number[] {
  return db
    .prepare('SELECT serial FROM number_use WHERE day = ? AND serial BETWEEN ? AND ? ORDER BY serial')
    .pluck()
    .all(dayNumber(date), block.first, block.last) as number[];
}
