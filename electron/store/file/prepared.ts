import type { Statement } from 'better-sqlite3';
import type { Db } from './db.ts';

const known = new WeakMap<Db, Map<string, Statement>>();

/** A statement made once for each open file, for what every call or every case asks: preparing anew was a tenth of a reception's time, its commit apart. */
export function prepared(db: Db, sql: string): Statement {
  return remembered(db, sql, () => db.prepare(sql));
}

/** As `prepared`, answering the first column alone. */
export function preparedValue(db: Db, sql: string): Statement {
  return remembered(db, `value: ${sql}`, () => db.prepare(sql).pluck());
}

function remembered(db: Db, name: string, make: () => Statement): Statement {
  const statements = known.get(db) ?? new Map<string, Statement>();
  known.set(db, statements);
  const made = statements.get(name) ?? make();
  statements.set(name, made);
  return made;
}
