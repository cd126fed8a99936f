import type { Statement } from 'better-sqlite3';
import { selectSummary } from '../case/case.ts';
import type { Db } from '../file/db.ts';

export type SearchStatements = { readonly [name in keyof typeof sql]: Statement };

/** How many of the newest cases are looked through for names that very many bear. */
export const scannedCases = 5000;

const newestOf = '(SELECT max(case_id) FROM case_summary WHERE case_summary.person_id = found.person_id)';

/** Lists go in as JSON, so that one statement serves any length. CROSS JOIN keeps the order: the list leads, the tables follow. */
const sql = {
  names: 'SELECT name_id FROM json_each(?) CROSS JOIN name ON folded = value',
  newestName: 'SELECT max(name_id) FROM name',
  waiting: 'SELECT name_id AS nameId, folded FROM name WHERE name_id >= ? ORDER BY name_id DESC',
  namesHolding: 'SELECT part, names FROM json_each(?) CROSS JOIN word_names ON word = value',
  namesHoldingBegun: 'SELECT part, names FROM word_names WHERE word >= ? AND word < ?',
  newestCases: `SELECT person_id AS personId, case_id AS caseId, name_id AS nameId
    FROM (SELECT case_id, person_id FROM case_summary ORDER BY case_id DESC LIMIT ${scannedCases}) CROSS JOIN person_name USING (person_id)`,
  personsNamed: `SELECT person_id AS personId, ${newestOf} AS caseId
    FROM (SELECT person_id FROM json_each(?) CROSS JOIN person_name ON name_id = value) AS found ORDER BY caseId DESC LIMIT ?`,
  newest: `SELECT person_id AS personId, ${newestOf} AS caseId
    FROM (SELECT value AS person_id FROM json_each(?)) AS found ORDER BY caseId DESC LIMIT ?`,
  cases: 'SELECT case_id FROM json_each(?) CROSS JOIN case_summary ON person_id = value ORDER BY case_id DESC LIMIT ?',
  personsByTail: 'SELECT DISTINCT person_id AS personId FROM digit_tail WHERE tail BETWEEN ? AND ?',
  personsByTailNamed: `SELECT DISTINCT person_id AS personId, folded
    FROM digit_tail CROSS JOIN person_name USING (person_id) CROSS JOIN name USING (name_id) WHERE tail BETWEEN ? AND ?`,
  personsByNumber: 'SELECT person_id FROM person WHERE id_number = ?',
  numbersOf: 'SELECT id_number AS idNumber, phone FROM person WHERE person_id = ?',
  nameOfCase: `SELECT folded FROM case_summary CROSS JOIN person_name USING (person_id) CROSS JOIN name USING (name_id)
    WHERE case_id = ?`,
  numbered: 'SELECT case_id FROM number_use WHERE day = ? AND serial = ?',
  officiallyNumbered: 'SELECT case_id FROM official_number WHERE day = ? AND serial = ?',
  newestDay: 'SELECT max(day) FROM number_use',
  summary: `${selectSummary} WHERE case_id = ?`,
} as const;

const plucked: readonly (keyof typeof sql)[] = [
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

const prepared = new WeakMap<Db, SearchStatements>();

/** The statements of a search, prepared once for each open file: a search runs at every key. */
export function searchStatements(db: Db): SearchStatements {
  const known = prepared.get(db);
  if (known !== undefined) return known;
  const one = (name: keyof typeof sql) =>
    plucked.includes(name) ? db.prepare(sql[name]).pluck() : db.prepare(sql[name]);
  const made = Object.fromEntries((Object.keys(sql) as (keyof typeof sql)[]).map((name) => [name, one(name)]));
  prepared.set(db, made as SearchStatements);
  return made as SearchStatements;
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
