import { intakeStatusCode } from '../../contract/base/status.ts';
import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/prepared.ts';
import { hasOtherDesks } from '../journal/order.ts';
import { kindCode, kindOf, subjectText } from '../journal/subject.ts';

/**
 * What several desks wrote and what does not go together: a number that was given twice, a case that two desks received, a subject that cannot be put
 * together. Nothing of it is damage; a person has to decide. Each names what it is about by number and never a person. None on an island, where two of one
 * number are damage.
 */
export function contradictions(db: Db): string[] {
  if (!hasOtherDesks(db)) return [];
  const doubled = doubles.flatMap(({ sql }) => preparedValue(db, sql).all() as string[]);
  return [...doubled, ...aside(db)];
}

/** A number that stands twice, each in the order of what it is called. */
const doubles = [
  {
    sql: `SELECT day || ' ' || serial || ': number of ' || count(*) || ' cases' FROM number_use
      GROUP BY day, serial HAVING count(DISTINCT case_id) > 1 ORDER BY day, serial`,
  },
  {
    sql: `SELECT day || ' ' || serial || ': on sheets of ' || count(*) || ' kits' FROM kit_number
      GROUP BY day, serial HAVING count(*) > 1 ORDER BY day, serial`,
  },
  {
    sql: `SELECT form || ' ' || year || ' ' || number || ': number of ' || count(*) || ' papers' FROM paper_number
      GROUP BY form, year, number HAVING count(*) > 1 ORDER BY form, year, number`,
  },
  {
    sql: `SELECT template || ' ' || symbol || ' ' || number || ': number of ' || count(*) || ' receipts' FROM receipt
      GROUP BY template, symbol, number HAVING count(*) > 1 ORDER BY template, symbol, number`,
  },
  {
    sql: `SELECT number || ': number of ' || count(*) || ' lists' FROM hand_over GROUP BY number HAVING count(*) > 1 ORDER BY number`,
  },
  {
    sql: `SELECT coalesce(number, 'case ' || subject_id) || ': received ' || count(*) || ' times'
      FROM journal LEFT JOIN case_summary ON case_id = subject_id WHERE type = 'received'
        AND subject_id IN (SELECT subject_id FROM journal WHERE desk_id IN (SELECT desk_id FROM desk WHERE other = 1))
      GROUP BY subject_id HAVING count(*) > 1 ORDER BY 1`,
  },
  {
    // A file that waited has the id of the case it became.
    sql: `SELECT summary.number || ': received, and turned away or taken back elsewhere' FROM intake JOIN subject AS own ON own.subject_id = intake_id
      JOIN subject AS kase ON kase.name = own.name AND kase.kind = ${kindCode('case')}
      JOIN case_summary AS summary ON summary.case_id = kase.subject_id
      WHERE intake.status <> ${intakeStatusCode('accepted')} ORDER BY 1`,
  },
] as const;

function aside(db: Db): string[] {
  const rows = prepared(
    db,
    'SELECT kind, name, why FROM set_aside JOIN subject USING (subject_id) ORDER BY kind, name',
  ).all() as { kind: number; name: Buffer; why: string }[];
  return rows.map((row) => `${subjectText(row)}: its entries cannot be put together (${row.why})`);
}

/** Whether a subject of which two desks wrote is set aside: no table tells of it. */
export function asideOf(db: Db, kind: ReturnType<typeof kindOf>): number {
  const rows = prepared(db, 'SELECT kind FROM set_aside JOIN subject USING (subject_id)').all() as { kind: number }[];
  return rows.filter((row) => kindOf(row.kind) === kind).length;
}
