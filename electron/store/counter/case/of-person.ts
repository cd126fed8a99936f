import type { Person } from '../../../contract/common/person/person.ts';
import { fold } from '../../../domain/base/vietnamese.ts';
import { casesFiledById } from '../../common/person/submitter.ts';
import { underNumber } from '../../common/person/person.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { tie } from '../../journal/order.ts';
import {
  type CaseSummary,
  type CaseSummaryRow,
  findCaseRow,
  fromSummary,
  selectSummary,
  summaryColumns,
  summaryOf,
} from './case.ts';
import { statusIn } from './listed.ts';

/** A case that somebody has to do with whose it is not. */
export type CaseForOther = CaseSummary & { readonly applicantKind: Person['kind'] };

/** Cases that somebody with one of these numbers filed for others, newest first. */
export function casesFiledBy(db: Db, idNumbers: readonly string[], limit: number): CaseForOther[] {
  return casesOfRows(db, casesFiledById(db, idNumbers, limit), limit);
}

/** The number that whoever fetched something showed. */
const shown = `body ->> '$.detail.idNumber'`;

/** Cases whose result or papers were handed to somebody with one of these numbers, newest first; the index of migration 0450 finds them. */
export function casesHandedTo(db: Db, idNumbers: readonly string[], limit: number): CaseForOther[] {
  const rows = preparedValue(
    db,
    `SELECT DISTINCT subject_id FROM journal WHERE type IN ('returned', 'papers-returned')
      AND ${shown} IS NOT NULL AND ${shown} IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(idNumbers)) as number[];
  return casesOfRows(db, rows, limit);
}

/** How who fetched a result or papers with this number was called, the last time. */
export function findReceiverName(db: Db, idNumber: string): string | undefined {
  return preparedValue(
    db,
    `SELECT body ->> '$.receiver' FROM journal WHERE type IN ('returned', 'papers-returned')
      AND ${shown} IS NOT NULL AND ${shown} = ? ORDER BY seq DESC LIMIT 1`,
  ).get(idNumber) as string | undefined;
}

function casesOfRows(db: Db, rows: readonly number[], limit: number): CaseForOther[] {
  if (rows.length === 0) return [];
  const found = prepared(
    db,
    `SELECT ${summaryColumns}, person.kind AS kind ${fromSummary} WHERE case_id IN (SELECT value FROM json_each(?))
      ORDER BY accepted_at DESC, ${tie(db)} DESC LIMIT ?`,
  ).all(JSON.stringify(rows), limit) as (CaseSummaryRow & { kind: Person['kind'] })[];
  return found.map((row) => ({ ...summaryOf(row), applicantKind: row.kind }));
}

/**
 * What else lies ready to be handed out to whoever has one of these numbers and is called as in a case of theirs, longest ready first, and how many there are. Cases
 * under the same number and another name are left out: a card that changed hands, or a slip of the hand, is for a person to look at.
 */
export function casesToReturnWith(
  db: Db,
  { caseId, idNumbers }: { readonly caseId: string; readonly idNumbers: readonly string[] },
  limit: number,
): { readonly cases: readonly CaseSummary[]; readonly count: number } {
  const where = `case_id <> @row AND ${statusIn('to-return')} AND archived = 0 AND person_id IN (
    SELECT person_id FROM person WHERE id_number IN (SELECT value FROM json_each(@numbers))
      AND full_name = (SELECT full_name FROM case_summary JOIN person USING (person_id) WHERE case_id = @row))`;
  const asked = { row: findCaseRow(db, caseId) ?? null, numbers: JSON.stringify(idNumbers) };
  const rows = prepared(db, `${selectSummary} WHERE ${where} ORDER BY finished_at, ${tie(db)} LIMIT @limit`).all({
    ...asked,
    limit,
  }) as CaseSummaryRow[];
  const count = preparedValue(db, `SELECT count(*) FROM case_summary WHERE ${where}`).get(asked) as number;
  return { cases: rows.map(summaryOf), count };
}

/** A number under which somebody of the same whole name and day of birth filed, with one of their cases. */
export type AlikePerson = { readonly idNumber: string; readonly latest: CaseSummary };

/**
 * Citizens of the same whole name, born on the same whole day, under other numbers: the old number of nine digits of who has one of twelve now, or somebody
 * else altogether. Only a person can tell.
 */
export function alikePersons(
  db: Db,
  { fullName, dateOfBirth, idNumbers }: { fullName: string; dateOfBirth: string; idNumbers: readonly string[] },
  limit: number,
): AlikePerson[] {
  const others = prepared(
    db,
    `SELECT DISTINCT id_number AS idNumber FROM name CROSS JOIN person_name USING (name_id) CROSS JOIN person USING (person_id)
      WHERE folded = ? AND date_of_birth = ? AND kind = 'citizen' AND id_number <> ''
        AND id_number NOT IN (SELECT value FROM json_each(?)) ORDER BY person_id DESC LIMIT ?`,
  ).all(fold(fullName), dateOfBirth, JSON.stringify(idNumbers), limit) as { idNumber: string }[];
  return others.flatMap(({ idNumber }) => {
    const row = prepared(
      db,
      `SELECT ${summaryColumns} ${fromSummary} WHERE person_id IN (SELECT person_id FROM person WHERE ${underNumber})
        ORDER BY accepted_at DESC, ${tie(db)} DESC LIMIT 1`,
    ).get(idNumber) as CaseSummaryRow | undefined;
    return row === undefined ? [] : [{ idNumber, latest: summaryOf(row) }];
  });
}
