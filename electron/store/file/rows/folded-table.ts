import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import type { Named } from '../../../domain/entries/reference.ts';
import { civilOf } from './codecs.ts';
import type { Db } from '../db.ts';
import { prepared, preparedValue } from './prepared.ts';

type Value = number | string | null;

/** A table that keeps the fold of each subject's entries as JSON in `state`, and beside it what lists are read by. */
type Shape<State> = {
  readonly table: string;
  /** The column of the subject's row. */
  readonly key: string;
  /** The column that tells several rows of one subject apart, where there are several: the newest has the greatest, and is the one that goes on. */
  readonly newest?: string;
  /** The other columns, each by what it says of the state. */
  readonly columns: { readonly [column: string]: (state: State) => Value };
};

export type FoldedTable<State> = {
  find(id: number): State | undefined;
  has(id: number): boolean;
  keep(id: number, state: State): void;
  drop(id: number): void;
  /** Whether the row says what this state says, in every column. */
  says(id: number, state: State): boolean;
};

/** Statements are made once for each open file, so this may be asked for wherever it is used. */
export function foldedTable<State>(db: Db, { table, key, newest, columns }: Shape<State>): FoldedTable<State> {
  const names = Object.keys(columns);
  const all = [key, ...names, 'state'];
  const keys = newest === undefined ? [key] : [key, newest];
  const changed = [...names.filter((name) => !keys.includes(name)), 'state'].map(
    (name) => `${name} = excluded.${name}`,
  );
  // The key is named: a row that clashes with another subject's, as a number given twice does, is refused and not written over it.
  const keep = prepared(
    db,
    `INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})
      ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${changed.join(', ')}`,
  );
  const last = newest === undefined ? '' : ` ORDER BY ${newest} DESC LIMIT 1`;
  const find = preparedValue(db, `SELECT state FROM ${table} WHERE ${key} = ?${last}`);
  const has = preparedValue(db, `SELECT 1 FROM ${table} WHERE ${key} = ? LIMIT 1`);
  const drop = prepared(db, `DELETE FROM ${table} WHERE ${key} = ?`);
  const same = preparedValue(
    db,
    `SELECT 1 FROM ${table} WHERE ${all.map((name) => (keys.includes(name) ? `${name} = ?` : `${name} IS ?`)).join(' AND ')}`,
  );

  function row(id: number, state: State): Value[] {
    return [id, ...names.map((name) => columns[name]?.(state) ?? null), canonicalJson(state)];
  }

  return {
    find: (id) => {
      const state = find.get(id) as string | undefined;
      return state === undefined ? undefined : (JSON.parse(state) as State);
    },
    has: (id) => has.get(id) !== undefined,
    keep: (id, state) => void keep.run(row(id, state)),
    drop: (id) => void drop.run(id),
    says: (id, state) => same.get(row(id, state)) !== undefined,
  };
}

/** The projection of such a table: one more entry on the state that is kept. */
export function folding<State, Event>(
  table: FoldedTable<State>,
  apply: (before: State | undefined, at: string, event: Event, by: Named) => State | undefined,
): (id: number, at: number, event: Event, by: Named) => void {
  return (id, at, event, by) => {
    const state = apply(table.find(id), civilOf(at), event, by);
    if (state !== undefined) table.keep(id, state);
  };
}
