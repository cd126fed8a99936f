import { parseCaseNumber } from '../domain/base/numbering.ts';
import type { Whereabouts } from '../domain/routing/whereabouts.ts';
import { dayNumber } from './day-number.ts';
import { civilOf } from './instant.ts';
import { type NamedCase, type NamedRow, namedCase, namedColumns } from './named-case.ts';
import type { Db } from './open.ts';
import { uuidText } from './uuid.ts';

/** A case under way, as lists of files and papers show it. */
export type KeptWhereabouts = NamedCase & {
  readonly procedureCode: string;
  readonly acceptedAt: string;
  readonly where: Whereabouts;
};

type Row = NamedRow & { code: string; accepted_at: number; state: string };

const select = `SELECT ${namedColumns}, code, accepted_at, state
  FROM whereabouts CROSS JOIN case_summary USING (case_id) CROSS JOIN subject ON subject_id = case_id
    CROSS JOIN person USING (person_id) CROSS JOIN catalogue_procedure USING (procedure_id)`;

function rowsOf(db: Db, where: string, values: Record<string, unknown>): KeptWhereabouts[] {
  return (db.prepare(`${select} WHERE ${where} LIMIT @limit`).all(values) as Row[]).map(keptOf);
}

/** Papers that are not where their file is since `until` or before: the oldest first. */
export function awaitedBundles(db: Db, until: number, limit: number): KeptWhereabouts[] {
  return rowsOf(db, 'awaited_at <= @until AND missing_at IS NULL ORDER BY awaited_at, case_id', { until, limit });
}

/** Papers a stock-taking did not find. */
export function missedBundles(db: Db, limit: number): KeptWhereabouts[] {
  return rowsOf(db, 'missing_at IS NOT NULL ORDER BY missing_at, case_id', { limit });
}

/** Papers given up and not made good yet. */
export function lostBundles(db: Db, limit: number): KeptWhereabouts[] {
  return rowsOf(db, 'lost_at IS NOT NULL ORDER BY lost_at, case_id', { limit });
}

/** Papers of cases under way that a person has. */
export function bundlesOf(db: Db, keeper: string, limit: number): KeptWhereabouts[] {
  return rowsOf(db, 'keeper = @keeper ORDER BY case_id', { keeper, limit });
}

/** Cases that were received by a person and have not left the counter: their papers lie with them. */
export function bundlesAtReception(db: Db, receiver: string, limit: number): string[] {
  const rows = db
    .prepare(`SELECT subject.name FROM case_summary CROSS JOIN subject ON subject_id = case_id
      WHERE status = 2 AND NOT EXISTS (SELECT 1 FROM whereabouts WHERE whereabouts.case_id = case_summary.case_id)
        AND (SELECT username FROM journal JOIN account USING (account_id) WHERE journal.subject_id = case_summary.case_id
          ORDER BY seq LIMIT 1) = @receiver
      ORDER BY due_at LIMIT @limit`)
    .pluck()
    .all({ receiver, limit }) as Buffer[];
  return rows.map(uuidText);
}

/** The case a label or a receipt belongs to: its number whole, in any writing, by either of its two numbers. */
export function findCaseByNumber(db: Db, text: string): string | undefined {
  const number = parseCaseNumber(text);
  if (number === undefined) return undefined;
  const day = dayNumber(number.date);
  const table = number.kind === 'local' ? ['number_use'] : ['number_use', 'official_number'];
  const rows = table.flatMap(
    (name) =>
      db
        .prepare(`SELECT subject.name AS uuid, number FROM ${name} JOIN case_summary USING (case_id)
          JOIN subject ON subject_id = case_id WHERE day = ? AND serial = ?`)
        .all(day, number.serial) as { uuid: Buffer; number: string }[],
  );
  const same = rows.find((row) => {
    const known = parseCaseNumber(row.number);
    return known?.prefix === number.prefix;
  });
  // A label from before the city's code came carries the desk's own number, which the row no longer shows.
  const hidden = rows.find((row) => parseCaseNumber(row.number)?.kind === 'official');
  const found = same ?? (number.kind === 'local' && rows.length === 1 ? hidden : undefined);
  return found === undefined ? undefined : uuidText(found.uuid);
}

function keptOf(row: Row): KeptWhereabouts {
  return {
    ...namedCase(row),
    procedureCode: row.code,
    acceptedAt: civilOf(row.accepted_at),
    where: JSON.parse(row.state) as Whereabouts,
  };
}
