import type { Db } from '../../../file/db.ts';
import { deriveAll } from '../../../centre/exchange/derive.ts';
import { hasOtherDesks } from '../../../journal/order.ts';
import { searchTables } from '../../../common/person/name-index.ts';
import { projectedTables, projections } from '../../../projections.ts';
import { whereaboutsInMemory } from '../../../routing/whereabouts.ts';
import { naturalColumns } from '../state-hash.ts';

const tables = [...projectedTables, ...searchTables];
const named = 5;

/**
 * What stands in the derived tables and is not what the journal makes of them, or is lacking. All of them are made once more beside the
 * kept ones, in memory, under the same names: SQLite looks there first, so the very code that made them makes them. At the end all is
 * rolled back. A table that is projected is compared, and nobody has to remember it.
 */
export function tableFindings(db: Db): { looked: number; found: string[] } {
  // Within the transaction of a check that looks at one moment throughout, or by itself.
  db.exec('SAVEPOINT beside');
  try {
    for (const table of tables) makeBeside(db, table);
    const whereabouts = whereaboutsInMemory(db);
    const looked = deriveAll(db, projections(db, whereabouts));
    whereabouts.save();
    const differ = hasOtherDesks(db) ? naturalDifferences : differences;
    return { looked, found: tables.flatMap((table) => differ(db, table)) };
  } finally {
    db.exec('ROLLBACK TO beside; RELEASE beside');
  }
}

/** An empty table of that name and shape. What its rows refer to is in the file and not beside it: `references` looks at that. */
function makeBeside(db: Db, table: string): void {
  const made = db
    .prepare('SELECT sql FROM main.sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC')
    .pluck()
    .all(table) as string[];
  for (const sql of made) {
    if (sql.startsWith('CREATE TABLE'))
      db.exec(sql.replace('CREATE TABLE', 'CREATE TEMP TABLE').replaceAll(/ REFERENCES \w+/g, ''));
    // Indexes of a part of the rows serve lists, and nobody makes lists here.
    else if (!sql.includes(' WHERE ')) db.exec(sql.replace('INDEX ', 'INDEX temp.'));
  }
}

/**
 * Among several desks rows have numbers by when they came here: they are compared by what they are called outside this file. Of the index of words
 * nothing is asked then, and a name that nobody bears any more may stay.
 */
function naturalDifferences(db: Db, table: string): string[] {
  if (table === 'word_names') return [];
  const rowsOf = (schema: 'main' | 'temp') =>
    `SELECT json_array(${naturalColumns(db, table, schema).shown.join(', ')}) FROM ${schema}.${table} AS row`;
  const count = (one: string, other: string) =>
    db.prepare(`SELECT count(*) FROM (${one} EXCEPT ${other})`).pluck().get() as number;
  const changed = table === 'name' ? 0 : count(rowsOf('main'), rowsOf('temp'));
  const lacking = count(rowsOf('temp'), rowsOf('main'));
  return [
    ...(changed > 0 ? [`${table}: ${changed} rows are not what the journal tells`] : []),
    ...(lacking > 0 ? [`${table}: ${lacking} rows told by the journal are not there`] : []),
  ];
}

type Column = { readonly name: string; readonly pk: number };

function differences(db: Db, table: string): string[] {
  const columns = db.prepare('SELECT name, pk FROM pragma_table_info(?)').all(table) as Column[];
  const keys = keysOf(table, columns);
  const same = keys.map((key) => `kept.${key} = made.${key}`).join(' AND ');
  const differs = columns.map(({ name }) => `kept.${name} IS NOT made.${name}`).join(' OR ');
  const shown = keys.filter((key) => !personal.has(key));
  const row = (side: string): string => shown.map((key) => `${side}.${key}`).join(" || ' ' || ");
  const other = db.prepare(`SELECT count(*) OVER () AS rows, ${row('kept')} AS row
    FROM main.${table} AS kept LEFT JOIN temp.${table} AS made ON ${same} WHERE ${differs} ORDER BY row LIMIT ${named}`);
  const lacking = db.prepare(`SELECT count(*) OVER () AS rows, ${row('made')} AS row
    FROM temp.${table} AS made WHERE NOT EXISTS (SELECT 1 FROM main.${table} AS kept WHERE ${same}) ORDER BY row LIMIT ${named}`);
  return [
    ...sentence(other.all() as Difference[], `${table}: not what the journal tells`),
    ...sentence(lacking.all() as Difference[], `${table}: told by the journal and not there`),
  ];
}

/** Parts of keys that are digits or words of a person: a report is mailed to whoever mends the desk. */
const personal: ReadonlySet<string> = new Set(['tail', 'word']);

function keysOf(table: string, columns: readonly Column[]): readonly string[] {
  if (table === 'word_names') return ['word', 'part'];
  return columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
}

type Difference = { readonly rows: number; readonly row: string | number };

function sentence(differences: readonly Difference[], what: string): string[] {
  const [first] = differences;
  if (first === undefined) return [];
  const more = first.rows > named ? ` and ${first.rows - named} more` : '';
  return [`${what}: ${differences.map(({ row }) => row).join(', ')}${more}`];
}
