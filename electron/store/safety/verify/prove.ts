import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { rowsHash } from './state-hash.ts';

export type ProvenRows = { readonly found: readonly string[]; readonly rows: string; readonly cases: number };

/** That SQLite finds the file whole, and what its rows are. */
export function proveRows(db: Db): ProvenRows {
  const found = (preparedValue(db, 'PRAGMA integrity_check(20)').all() as string[]).filter((row) => row !== 'ok');
  const dangling = prepared(db, 'PRAGMA foreign_key_check').all() as { table: string; rowid: number }[];
  return {
    found: [...found, ...dangling.slice(0, 20).map(({ table, rowid }) => `${table} row ${rowid} refers to nothing`)],
    rows: rowsHash(db),
    cases: preparedValue(db, 'SELECT count(*) FROM case_summary').get() as number,
  };
}

/** The hash at a place of the journal: a copy whose last entry stands there came from this file. */
export function hashAt(db: Db, seq: number): string | null {
  const hash = preparedValue(db, 'SELECT hash FROM journal WHERE seq = ?').get(seq) as Buffer | undefined;
  return hash?.toString('hex') ?? null;
}
