import type { Statement } from 'better-sqlite3';
import { selectSummary } from '../case/case.ts';
import { underNumber } from '../../common/person/person.ts';
import type { Db } from '../../file/db.ts';
import { hasOtherDesks } from '../../journal/order.ts';

export type SearchStatements = { readonly [name in Name]: Statement };

/** How many of the newest cases are looked through for names that very many bear. */
export const scannedCases = 5000;

/** What says how new a case is. */
type Newness = {
  /** The newest first. */
  readonly newest: string;
  /** Persons from a list called `found`, each with their newest case, the newest first. */
  readonly personsOf: (found: string) => string;
  /** What is added where a number is looked up, of a table of numbers. */
  readonly numbered: (table: string) => string;
};

/** Rows, while this file's desks are alone: then later cases have later ones. */
const byRow: Newness = {
  newest: 'case_id DESC',
  personsOf: (found) => `SELECT person_id AS personId,
    (SELECT max(case_id) FROM case_summary WHERE case_summary.person_id = found.person_id) AS caseId
    FROM (${found}) AS found ORDER BY caseId DESC LIMIT ?`,
  numbered: () => '',
};

const name = '(SELECT name FROM subject WHERE subject_id = case_id)';
/** Years at once may come from another desk, behind what was received here: so the moment of reception says it, and the case's own id between two of one. */
const byMoment: Newness = {
  newest: `accepted_at DESC, ${name} DESC`,
  // The row stands behind what it is found by: twelve digits, thirty-two of the id, a space.
  personsOf: (found) => `SELECT personId, CAST(substr(newness, 46) AS INTEGER) AS caseId FROM (
    SELECT person_id AS personId, (SELECT max(printf('%012d', accepted_at) || hex(${name}) || ' ' || case_id)
      FROM case_summary WHERE case_summary.person_id = found.person_id) AS newness
    FROM (${found}) AS found ORDER BY newness DESC LIMIT ?)`,
  // A case that is set aside keeps its number and is in no list.
  numbered: (table) =>
    ` AND EXISTS (SELECT 1 FROM case_summary WHERE case_summary.case_id = ${table}.case_id) ORDER BY ${name}`,
};

/** What `ORDER BY` takes to have a file's newest cases first. */
export function newestFirst(db: Db): string {
  return (hasOtherDesks(db) ? byMoment : byRow).newest;
}

/** Lists go in as JSON, so that one statement serves any length. CROSS JOIN keeps the order: the list leads, the tables follow. */
function statementsBy({ newest, personsOf, numbered }: Newness) {
  return {
    names: 'SELECT name_id FROM json_each(?) CROSS JOIN name ON folded = value',
    newestName: 'SELECT max(name_id) FROM name',
    waiting: 'SELECT name_id AS nameId, folded FROM name WHERE name_id >= ? ORDER BY name_id DESC',
    namesByRow: 'SELECT name_id AS nameId, folded FROM json_each(?) CROSS JOIN name ON name_id = value',
    namesHolding: 'SELECT part, names FROM json_each(?) CROSS JOIN word_names ON word = value',
    namesHoldingBegun: 'SELECT part, names FROM word_names WHERE word >= ? AND word < ?',
    newestCases: `SELECT person_id AS personId, case_id AS caseId, name_id AS nameId
      FROM (SELECT case_id, person_id FROM case_summary ORDER BY ${newest} LIMIT ${scannedCases}) CROSS JOIN person_name USING (person_id)`,
    personsNamed: personsOf('SELECT person_id FROM json_each(?) CROSS JOIN person_name ON name_id = value'),
    newest: personsOf('SELECT value AS person_id FROM json_each(?)'),
    cases: `SELECT case_id FROM json_each(?) CROSS JOIN case_summary ON person_id = value ORDER BY ${newest} LIMIT ?`,
    personsByTail: 'SELECT DISTINCT person_id AS personId FROM digit_tail WHERE tail BETWEEN ? AND ?',
    personsByTailNamed: `SELECT DISTINCT person_id AS personId, folded
      FROM digit_tail CROSS JOIN person_name USING (person_id) CROSS JOIN name USING (name_id) WHERE tail BETWEEN ? AND ?`,
    personsByNumber: `SELECT person_id FROM person WHERE ${underNumber}`,
    numbersOf: 'SELECT id_number AS idNumber, phone FROM person WHERE person_id = ?',
    nameOfCase: `SELECT folded FROM case_summary CROSS JOIN person_name USING (person_id) CROSS JOIN name USING (name_id)
      WHERE case_id = ?`,
    numbered: `SELECT case_id FROM number_use WHERE day = ? AND serial = ?${numbered('number_use')}`,
    officiallyNumbered: `SELECT case_id FROM official_number WHERE day = ? AND serial = ?${numbered('official_number')}`,
    newestDay: 'SELECT max(day) FROM number_use',
    summary: `${selectSummary} WHERE case_id = ?`,
  } as const;
}

type Name = keyof ReturnType<typeof statementsBy>;

const plucked: readonly Name[] = [
  'names',
  'newestName',
  'cases',
  'personsByTail',
  'personsByNumber',
  'nameOfCase',
  'numbered',
  'officiallyNumbered',
  'newestDay',
];

const alone = new WeakMap<Db, SearchStatements>();
const among = new WeakMap<Db, SearchStatements>();

/** The statements of one search. What it looks up on its way is kept under them (names.ts), and goes with it. */
export function searchStatements(db: Db): SearchStatements {
  return { ...preparedFor(db) };
}

/** Prepared once for each open file: a search runs at every key. */
function preparedFor(db: Db): SearchStatements {
  const [made, by] = hasOtherDesks(db) ? ([among, byMoment] as const) : ([alone, byRow] as const);
  const known = made.get(db);
  if (known !== undefined) return known;
  const sql = statementsBy(by);
  const one = (of: Name) => (plucked.includes(of) ? db.prepare(sql[of]).pluck() : db.prepare(sql[of]));
  const statements = Object.fromEntries((Object.keys(sql) as Name[]).map((of) => [of, one(of)])) as SearchStatements;
  made.set(db, statements);
  return statements;
}

/** A person and their newest case. */
export type Found = { readonly personId: number; readonly caseId: number };

/**
 * The cases of persons who fit equally well: first each one's newest, so that nobody's many cases hide another person,
 * then, where there is room, their earlier ones; each part newest first.
 */
export function casesOf(find: SearchStatements, persons: readonly Found[], limit: number): number[] {
  const newest = persons.map(({ caseId }) => caseId);
  if (newest.length === 0 || newest.length >= limit) return newest;
  const all = find.cases.all(JSON.stringify(persons.map(({ personId }) => personId)), limit) as number[];
  return [...new Set([...newest, ...all])].slice(0, limit);
}
