import { dayNumber } from './case-projection.ts';
import type { Db } from './open.ts';

/** The greatest serial used on a day within a block, or null. Serials are counted for the day, so an earlier date goes on where it stopped. */
export function findLastSerial(db: Db, date: string, block: { readonly first: number; readonly last: number }): number | null {
  return db
    .prepare('SELECT max(serial) FROM number_use WHERE day = ? AND serial BETWEEN ? AND ?')
    .pluck()
    .get(dayNumber(date), block.first, block.last) as number | null;
}

export function usedSerials(db: Db, date: string, block: { readonly first: number; readonly last: number }): number[] {
  return db
    .prepare('SELECT serial FROM number_use WHERE day = ? AND serial BETWEEN ? AND ? ORDER BY serial')
    .pluck()
    .all(dayNumber(date), block.first, block.last) as number[];
}
