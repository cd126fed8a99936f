import type { Db } from '../../file/db.ts';
import { prepared } from '../../file/rows/prepared.ts';
import { byOwnDesk, kindCode, ofThisOffice } from '../../journal/subject.ts';

/** Who looked through the accounts last, when (seconds since 1970), and what they wrote of it. */
export type Reviewed = { readonly at: number; readonly by: string; readonly note: string };

export function lastReview(db: Db): Reviewed | undefined {
  return prepared(
    db,
    `SELECT at, username AS "by", body ->> '$.note' AS note FROM journal LEFT JOIN account USING (account_id)
      WHERE ${ofThisOffice} AND type = 'access-reviewed' ORDER BY seq DESC LIMIT 1`,
  ).get() as Reviewed | undefined;
}

/** Since when two keep this office, in seconds since 1970: from there on somebody looks through its accounts. */
export function twoPersonsSince(db: Db): number | undefined {
  const row = prepared(
    db,
    `SELECT at FROM journal WHERE ${ofThisOffice} AND type = 'two-persons-begun' ORDER BY seq LIMIT 1`,
  ).get() as { at: number } | undefined;
  return row?.at;
}

/** Since when each account has the role that it has, in seconds since 1970. */
export function rolesSince(db: Db): ReadonlyMap<string, number> {
  const rows = prepared(
    db,
    `SELECT CAST(name AS TEXT) AS username, max(at) AS at FROM subject JOIN journal USING (subject_id)
      WHERE kind = ${kindCode('account')} AND ${byOwnDesk} AND type IN ('account-added', 'account-role-set') GROUP BY name`,
  ).all() as { username: string; at: number }[];
  return new Map(rows.map(({ username, at }) => [username, at]));
}

/** How often each account looked at somebody since then; a rest on a line of a list is none. */
export function lookUpsSince(db: Db, since: number): ReadonlyMap<number, number> {
  const rows = prepared(
    db,
    `SELECT account_id AS accountId, count(*) AS times FROM look_up WHERE at >= ? AND kind <> 'ahead' GROUP BY account_id`,
  ).all(since) as { accountId: number; times: number }[];
  return new Map(rows.map(({ accountId, times }) => [accountId, times]));
}
