import type { Role } from '../../../contract/common/office/office.ts';
import { isCountersigned } from '../../../domain/counter/work/countersign.ts';
import { uuidText } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { byOwnDeskIn, kindCode, ofThisOffice } from '../../journal/subject.ts';

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

type Row = Omit<LoneCorrection, 'caseId'> & { readonly name: Buffer; readonly role: Role };

/** What its author's entries before it said last; of an account older than its entries, what it is. */
const roleThen = `coalesce((SELECT told.body ->> '$.role' FROM journal AS told JOIN subject AS who USING (subject_id)
  WHERE who.kind = ${kindCode('account')} AND who.name = CAST(account.username AS BLOB) AND told.type IN ('account-added', 'account-role-set')
    AND ${byOwnDeskIn('told')} AND told.seq < journal.seq ORDER BY told.seq DESC LIMIT 1), account.role)`;

/** What waited when the journal was so long: the bar asks every few seconds, and it changes only with the journal. */
const waitedAt = new WeakMap<Db, { readonly seq: number; readonly waiting: readonly LoneCorrection[] }>();

export function loneCorrections(db: Db): readonly LoneCorrection[] {
  const seq = (preparedValue(db, 'SELECT max(seq) FROM journal').get() ?? 0) as number;
  const before = waitedAt.get(db);
  if (before?.seq === seq) return before.waiting;
  const waiting = findWaiting(db);
  waitedAt.set(db, { seq, waiting });
  return waiting;
}

/**
 * Corrections of this desk since two persons keep the office that a second person looks at, the oldest first. What was made void at another desk is looked at there: its
 * people, their roles and who countersigned are that desk's to tell, and none of them is asked for here. What waits is found by an index of the corrections there are.
 */
function findWaiting(db: Db): LoneCorrection[] {
  const rows = prepared(
    db,
    `SELECT subject.name AS name, case_summary.number AS number, journal.at AS at, account.username AS by,
        ${roleThen} AS role, journal.body ->> '$.reason' AS reason, journal.body ->> '$.requestId' AS requestId, journal.body ->> '$.reissue' AS reissue
      FROM journal JOIN subject USING (subject_id) JOIN case_summary ON case_id = journal.subject_id JOIN account USING (account_id)
      WHERE journal.type = 'corrected' AND ${byOwnDeskIn('journal')} AND journal.seq > (SELECT min(seq) FROM journal WHERE ${ofThisOffice} AND type = 'two-persons-begun')
      ORDER BY journal.seq`,
  ).all() as Row[];
  if (rows.length === 0) return [];
  const signed = prepared(
    db,
    `SELECT json_extract(body, '$.requestId') AS requestId FROM journal WHERE ${ofThisOffice} AND type = 'correction-countersigned'`,
  ).all() as { requestId: string }[];
  const done = new Set(signed.map(({ requestId }) => requestId));
  return rows
    .filter(({ requestId, role }) => isCountersigned(role) && !done.has(requestId))
    .map(({ name, role: _role, ...row }) => ({ ...row, caseId: uuidText(name) }));
}
