import { uuidText } from '../file/codecs.ts';
import type { Db } from '../file/db.ts';
import { prepared } from '../file/prepared.ts';
import { officeRow } from '../journal/subject.ts';

/** A receipt that somebody made void and issued again alone, and nobody has countersigned. */
export type LoneCorrection = {
  readonly caseId: string;
  readonly requestId: string;
  /** The number of the case, which is that of its receipt. */
  readonly number: string;
  /** Which reissue took the place of the void one, from 1; null where a new number did. */
  readonly reissue: number | null;
  /** Seconds since 1970. */
  readonly at: number;
  readonly by: string;
  readonly reason: string;
};

type Row = Omit<LoneCorrection, 'caseId'> & { readonly name: Buffer };

/**
 * Corrections since two persons keep the office whose author is nobody who decides in it, the oldest first: a supervisor decides alone. What waits is found by
 * an index of the corrections there are.
 */
export function loneCorrections(db: Db): LoneCorrection[] {
  const rows = prepared(
    db,
    `SELECT subject.name AS name, case_summary.number AS number, journal.at AS at, account.username AS by,
        json_extract(body, '$.reason') AS reason, json_extract(body, '$.requestId') AS requestId, json_extract(body, '$.reissue') AS reissue
      FROM journal JOIN subject USING (subject_id) JOIN case_summary ON case_id = journal.subject_id JOIN account USING (account_id)
      WHERE journal.type = 'corrected' AND account.role <> 'supervisor'
        AND journal.seq > (SELECT min(seq) FROM journal WHERE subject_id = ${officeRow} AND type = 'two-persons-begun')
      ORDER BY journal.seq`,
  ).all() as Row[];
  if (rows.length === 0) return [];
  const signed = prepared(
    db,
    `SELECT json_extract(body, '$.requestId') AS requestId FROM journal WHERE subject_id = ${officeRow} AND type = 'correction-countersigned'`,
  ).all() as { requestId: string }[];
  const done = new Set(signed.map(({ requestId }) => requestId));
  return rows
    .filter(({ requestId }) => !done.has(requestId))
    .map(({ name, ...row }) => ({ ...row, caseId: uuidText(name) }));
}
