import type { Statement } from 'better-sqlite3';
import type { Db } from '../db.ts';

type Statements = Map<string, Statement>;

const whole = new WeakMap<Db, Statements>();
const values = new WeakMap<Db, Statements>();

/**
 * A statement made once for each open file: preparing anew was a tenth of a reception's time, its commit apart, and what was prepared and
 * let go stays with the connection until memory is cleaned up. A statement that is being iterated cannot be asked again meanwhile.
 */
export function prepared(db: Db, sql: string): Statement {
  const known = statementsOf(db, whole);
  const found = known.get(sql);
  if (found !== undefined) return found;
  const made = db.prepare(sql);
  known.set(sql, made);
  return made;
}

/** As `prepared`, answering the first column alone. */
export function preparedValue(db: Db, sql: string): Statement {
  const known = statementsOf(db, values);
  const found = known.get(sql);
  if (found !== undefined) return found;
  const made = db.prepare(sql).pluck();
  known.set(sql, made);
  return made;
}

function statementsOf(db: Db, of: WeakMap<Db, Statements>): Statements {
  const found = of.get(db);
  if (found !== undefined) return found;
  const made: Statements = new Map();
  of.set(db, made);
  return made;
}
