import { type Hash, createHash } from 'node:crypto';
import { catalogueHash } from '../../catalogue/catalogue.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { hasOtherDesks } from '../../journal/order.ts';
import { projectedTables } from '../../projections.ts';
import { registerHeads } from './chains.ts';

/**
 * One hash for all that a register holds: equal for two folders with the same entries, whatever else happened on their machines, and
 * whatever numbers rows have there. Entries go in by desk (in the order of the desks' UUIDs) and by their place in its chain; rows that
 * are made from them by what they are called outside this file. Who signed in and what was printed where is a machine's own history.
 */
export function stateHash(db: Db): string {
  return stateHashOf(registerHeads(db), rowsHash(db));
}

/** From its two halves, which may be made beside each other. */
export function stateHashOf(heads: readonly string[], rows: string): string {
  return createHash('sha256')
    .update([...heads, rows].join('\n'))
    .digest('hex');
}

/** All rows made from the journal, by what they are called outside this file. */
export function rowsHash(db: Db): string {
  const hash = createHash('sha256');
  const left = hasOtherDesks(db) ? ofThisDesk : alone;
  for (const table of comparedTables.filter((one) => !left.includes(one))) hashRows(db, table, hash);
  return hash.digest('hex');
}

/**
 * Print jobs and what a restore passed over are the machine's; where files are is told by the cases and holds places of the journal that are this file's own;
 * which fees are open is told by the cases too, and a backup of before it was kept is proven as it was.
 */
const ofThisFile: readonly string[] = ['print_job', 'whereabouts', 'spent_number', 'fee_open', 'fee_shape'];
const comparedTables = projectedTables.filter((table) => !ofThisFile.includes(table)).toSorted();
/** Among several desks each has its own settings; their entries are in the hash by their desk. */
const ofThisDesk: readonly string[] = ['setting', 'term_override', 'leg_override', 'process_override'];
/** Alone a desk sets nothing aside. */
const alone: readonly string[] = ['set_aside'];

const subjectName = (column: string) =>
  `(SELECT kind || ' ' || hex(name) FROM subject WHERE subject_id = row.${column})`;

const subjectColumns: readonly string[] = [
  'case_id',
  'receipt_id',
  'till_id',
  'intake_id',
  'hand_over_id',
  'kit_id',
  'petition_id',
  'subject_id',
  'job_id',
];

/** What a row of another table is called outside this file, by the column that refers to it; tables are looked at as they are kept, or as they were made beside. */
function naturalName(db: Db, schema: Schema, column: string): string | undefined {
  if (subjectColumns.includes(column)) return subjectName(column);
  switch (column) {
    case 'person_id':
      return `(SELECT id_number || ' ' || kind || ' ' || full_name FROM ${schema}.person WHERE person_id = row.person_id)`;
    case 'name_id':
      return `(SELECT folded FROM ${schema}.name WHERE name_id = row.name_id)`;
    case 'procedure_id':
      return `(SELECT ${hasOtherDesks(db) ? listByContent(db) : 'catalogue_version'} || ' ' || code FROM catalogue_procedure WHERE procedure_id = row.procedure_id)`;
    default:
      return undefined;
  }
}

/** Two desks may call one list by different names: among several it goes by what stands in it. */
function listByContent(db: Db): string {
  const versions = preparedValue(db, 'SELECT DISTINCT catalogue_version FROM catalogue_procedure').all() as string[];
  const cases = versions.map((one) => `WHEN ${sqlText(one)} THEN '${catalogueHash(db, one)}'`);
  return cases.length === 0 ? 'catalogue_version' : `CASE catalogue_version ${cases.join(' ')} END`;
}

function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

type Schema = 'main' | 'temp';
type Column = { readonly name: string; readonly pk: number };

/** The columns of a table, each as it reads outside this file, and those that its rows are told apart by; of a table called `row`. */
export function naturalColumns(
  db: Db,
  table: string,
  schema: Schema = 'main',
): { readonly shown: readonly string[]; readonly keys: readonly string[] } {
  const columns = prepared(db, 'SELECT name, pk FROM pragma_table_info(?)').all(table) as Column[];
  const nameOf = ({ name }: Column): string => naturalName(db, schema, name) ?? `row.${name}`;
  if (table === 'name') return { shown: ['row.folded'], keys: ['row.folded'] };
  // A person is its number and name, whatever row it stands in.
  if (table === 'person')
    return {
      shown: columns.filter(({ name }) => name !== 'person_id').map(nameOf),
      keys: ['row.id_number', 'row.kind', 'row.full_name'],
    };
  return { shown: columns.map(nameOf), keys: columns.filter(({ pk }) => pk > 0).map(nameOf) };
}

/** Tables of later versions: a register that has nothing in them has the hash it had before, and a backup of before is proven by it. */
const cameLater: ReadonlySet<string> = new Set(['certification', 'conflict', 'petition']);

function hasRows(db: Db, table: string): boolean {
  const isThere = preparedValue(db, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table) === 1;
  return isThere && db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined;
}

function hashRows(db: Db, table: string, hash: Hash): void {
  if (cameLater.has(table) && !hasRows(db, table)) return;
  const { shown, keys } = naturalColumns(db, table);
  // Columns are whole numbers and texts, of which SQLite writes the JSON that JavaScript would; a row comes as one text and not as twenty values.
  const rows = db
    .prepare(
      `SELECT json_array(${shown.join(', ')}) FROM ${table} AS row${only[table] ?? ''} ORDER BY ${keys.join(', ')}`,
    )
    .pluck();
  let gathered = `${table}\n`;
  for (const row of rows.iterate() as IterableIterator<string>) {
    gathered += row;
    if (gathered.length < lettersAtOnce) continue;
    hash.update(gathered);
    gathered = '';
  }
  hash.update(gathered);
}

/** Each call of the hash function costs about as much as a row. */
const lettersAtOnce = 32_768;

/** A place in this file's journal, which another file has at another row. */
const only: Readonly<Record<string, string>> = { setting: " WHERE name <> 'countedAnewFrom'" };
