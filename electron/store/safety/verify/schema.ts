import Database from 'better-sqlite3';
import type { Db } from '../../file/db.ts';
import { migrate } from '../../file/migrate.ts';

type Part = { readonly name: string; readonly type: string; readonly sql: string };

const select = "SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'";

let shipped: ReadonlyMap<string, Part> | undefined;

function partsOf(db: Db): ReadonlyMap<string, Part> {
  return new Map((db.prepare(select).all() as Part[]).map((part) => [`${part.type} ${part.name}`, part]));
}

/** What the migrations of this version make, by making it once in memory. */
function shippedParts(): ReadonlyMap<string, Part> {
  if (shipped !== undefined) return shipped;
  const db = new Database(':memory:');
  migrate(db);
  shipped = partsOf(db);
  db.close();
  return shipped;
}

/**
 * Where the file's schema is not the shipped one: a guard that was dropped, a trigger somebody planted, a table that is not ours. A schema is
 * code that runs in the desk, and nothing else in the file can vouch for it.
 */
export function schemaFindings(db: Db): string[] {
  const [ours, found] = [shippedParts(), partsOf(db)];
  const lacking = [...ours].filter(([key, { sql }]) => found.get(key)?.sql !== sql);
  const foreign = [...found.keys()].filter((key) => !ours.has(key));
  return [
    ...lacking.map(([key]) => (found.has(key) ? `${key} is another than ours` : `${key} is missing`)),
    ...foreign.map((key) => `${key} is not ours`),
  ];
}
