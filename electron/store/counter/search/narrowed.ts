import { isIn, statusCode } from '../../../contract/base/case-status.ts';
import { type Narrowing, narrowingsOf } from '../../../domain/counter/search/narrowing.ts';
import type { SearchQuery } from '../../../domain/counter/search/query.ts';
import { isUndoneRow, statusIn } from '../case/listed.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { type NameSet, hasName, newestOf, sizeOf } from '../../common/person/name-index.ts';
import { personsEndingIn } from './digits.ts';
import { namesBegun, namesWhole } from './names.ts';
import { type SearchStatements, newestFirst, scannedCases } from './statements.ts';

/** What is known beside the register where something is looked for. */
export type SearchBeside = {
  /** Seconds since 1970. */
  readonly now: number;
  /** Codes of the procedures that a text is a name of; none where it is none. */
  readonly proceduresCalled: (text: string) => readonly string[];
};

/** So many of the newest cases are looked through for what no index knows. */
const scanned = 20_000;
/** Of more names than these only the newest are looked up. */
const mostNames = 1000;
/** So many names have fewer cases between them than are looked through for common ones. */
const fewNames = 100;

/** Cases of which more was asked than whose they are: a state, a birth, a procedure, with words of a name or without. */
export function byNarrowing(
  find: SearchStatements,
  { tokens }: SearchQuery,
  limit: number,
  db: Db,
  beside: SearchBeside,
): number[] {
  const found = new Set<number>();
  for (const narrowing of narrowingsOf(tokens)) {
    if (found.size >= limit) break;
    const condition = conditionOf(narrowing, beside);
    if (condition === undefined) continue;
    for (const caseId of casesWhere(db, find, narrowing, condition, limit)) found.add(caseId);
    // A procedure is named once: the longest name of it that fits.
    if (narrowing.wish.kind === 'procedure' && found.size > 0) break;
  }
  return [...found].slice(0, limit);
}

/** SQL over a row of `case_summary`, and what it is asked with. `indexed`: an index has just these cases. */
type Condition = { readonly sql: string; readonly values: readonly (string | number)[]; readonly indexed: boolean };

type Asked = Omit<Condition, 'indexed'>;

function conditionOf({ wish }: Narrowing, { now, proceduresCalled }: SearchBeside): Condition | undefined {
  switch (wish.kind) {
    case 'late':
      return { sql: `${statusIn('promised')} AND due_at < CAST(? AS INTEGER)`, values: [now], indexed: true };
    case 'status':
      return {
        sql: `status IN (${wish.statuses.map(statusCode).join(', ')})${wish.statuses.includes('withdrawn') ? ` AND NOT ${isUndoneRow}` : ''}`,
        values: [],
        indexed: wish.statuses.every((status) => isIn(status, 'waiting-for-the-citizen')),
      };
    case 'undone':
      return { sql: isUndoneRow, values: [], indexed: false };
    case 'born':
      return {
        sql: '(SELECT date_of_birth FROM person WHERE person.person_id = case_summary.person_id) BETWEEN ? AND ?',
        values: [wish.from, wish.to],
        indexed: false,
      };
    case 'procedure': {
      const codes = proceduresCalled(wish.text);
      if (codes.length === 0) return undefined;
      return {
        sql: 'procedure_id IN (SELECT procedure_id FROM catalogue_procedure WHERE code IN (SELECT value FROM json_each(?)))',
        values: [JSON.stringify(codes)],
        indexed: false,
      };
    }
  }
}

function casesWhere(
  db: Db,
  find: SearchStatements,
  { words, digits }: Narrowing,
  { sql, values, indexed }: Condition,
  limit: number,
): number[] {
  const newest = newestFirst(db);
  if (digits !== '')
    return preparedValue(
      db,
      `SELECT case_id FROM json_each(?) AS one CROSS JOIN case_summary ON person_id = one.value WHERE ${sql} ORDER BY ${newest} LIMIT ?`,
    ).all(JSON.stringify(personsEndingIn(find, digits, words)), ...values, limit) as number[];
  if (words.length === 0) {
    const source = indexed ? 'case_summary' : `(SELECT * FROM case_summary ORDER BY ${newest} LIMIT ${scanned})`;
    return preparedValue(
      db,
      `SELECT case_id FROM ${source} AS case_summary WHERE ${sql} ORDER BY ${newest} LIMIT ?`,
    ).all(...values, limit) as number[];
  }
  const found = new Set(casesOfNames(db, namesWhole(find, words), { sql, values }, limit));
  if (found.size >= limit) return [...found];
  const names = namesBegun(find, words);
  // Of few names all cases are looked up, the newest first: that says all that the newest cases of the office could.
  if (sizeOf(names) > fewNames) for (const caseId of amongNewest(db, names, { sql, values }, limit)) found.add(caseId);
  if (found.size >= limit) return [...found];
  for (const caseId of casesOfNames(db, newestOf(names, mostNames), { sql, values }, limit)) found.add(caseId);
  return [...found];
}

function casesOfNames(db: Db, nameIds: readonly number[], { sql, values }: Asked, limit: number): number[] {
  return preparedValue(
    db,
    `SELECT case_id FROM json_each(?) AS named CROSS JOIN person_name ON name_id = named.value CROSS JOIN case_summary USING (person_id)
      WHERE ${sql} ORDER BY ${newestFirst(db)} LIMIT ?`,
  ).all(JSON.stringify(nameIds), ...values, limit) as number[];
}

/** Common names are met among the newest cases. */
function amongNewest(db: Db, names: NameSet, { sql, values }: Asked, limit: number): number[] {
  const newest = newestFirst(db);
  const rows = prepared(
    db,
    `SELECT case_id AS caseId, name_id AS nameId FROM (SELECT * FROM case_summary ORDER BY ${newest} LIMIT ${scannedCases}) AS case_summary
      CROSS JOIN person_name USING (person_id) WHERE ${sql}`,
  ).iterate(...values) as IterableIterator<{ caseId: number; nameId: number }>;
  const met: number[] = [];
  for (const { caseId, nameId } of rows) {
    if (hasName(names, nameId)) met.push(caseId);
    if (met.length === limit) break;
  }
  return met;
}
