import type { Db } from '../db.ts';
import { prepared, preparedValue } from './prepared.ts';

/** How many rows each table has, by its highest row where it counts its rows: a look that costs nothing in a large file; null where it does not. */
export function tableSizes(db: Db): readonly { readonly table: string; readonly rows: number | null }[] {
  const tables = prepared(
    db,
    `SELECT name, wr AS bare FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`,
  ).all() as { name: string; bare: number }[];
  return tables.map(({ name, bare }) => ({
    table: name,
    rows: bare === 1 ? null : ((preparedValue(db, `SELECT max(rowid) FROM "${name}"`).get() ?? 0) as number),
  }));
}
