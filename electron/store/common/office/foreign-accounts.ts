import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { hasOtherDesks } from '../../journal/order.ts';
import { byOwnDeskIn, kindCode } from '../../journal/subject.ts';
import { findCodeOfDesk } from './settings.ts';

/**
 * Closed accounts that nobody added here, nor for the whole centre: their names came with entries of another desk, which is told of each, by its code. Such an account says who wrote
 * there, and lets nobody in here.
 */
export function accountsOfOthers(db: Db): ReadonlyMap<string, string> {
  if (!hasOtherDesks(db)) return new Map();
  const names = preparedValue(
    db,
    `SELECT username FROM account WHERE disabled = 1 AND NOT EXISTS (
      SELECT 1 FROM subject JOIN journal USING (subject_id) JOIN desk USING (desk_id)
        WHERE kind = ${kindCode('account')} AND name = CAST(username AS BLOB) AND type = 'account-added'
          AND (${byOwnDeskIn('journal')} OR body ->> '$.person' IS NOT NULL))`,
  ).all() as string[];
  const addedAt = preparedValue(
    db,
    `SELECT uuid FROM subject JOIN journal USING (subject_id) JOIN desk USING (desk_id)
      WHERE kind = ${kindCode('account')} AND name = CAST(? AS BLOB) AND other = 1 AND type = 'account-added' ORDER BY seq LIMIT 1`,
  );
  const wroteAt = preparedValue(
    db,
    `SELECT uuid FROM account JOIN journal USING (account_id) JOIN desk USING (desk_id)
      WHERE username = ? AND other = 1 ORDER BY seq LIMIT 1`,
  );
  const found = names.flatMap((username) => {
    const uuid = (addedAt.get(username) ?? wroteAt.get(username)) as string | undefined;
    return uuid === undefined ? [] : [[username, findCodeOfDesk(db, uuid) ?? uuid.slice(-6)] as const];
  });
  return new Map(found);
}

/** The code of the desk that added an account, where this one did not; undefined where it was added here. */
export function findWhoAdded(db: Db, username: string): string | undefined {
  const uuid = preparedValue(
    db,
    `SELECT uuid FROM subject JOIN journal USING (subject_id) JOIN desk USING (desk_id)
      WHERE kind = ${kindCode('account')} AND name = CAST(? AS BLOB) AND type = 'account-added' ORDER BY other IS NOT NULL, seq LIMIT 1`,
  ).get(username) as string | undefined;
  const isOwn = preparedValue(db, 'SELECT other IS NULL FROM desk WHERE uuid = ?').get(uuid ?? '') !== 0;
  return uuid === undefined || isOwn ? undefined : (findCodeOfDesk(db, uuid) ?? uuid.slice(-6));
}

/** An account that another desk's entries made known works here too, from now on, as `account-added` says; with the password it was given here. */
export function takeInAccount(
  db: Db,
  account: { accountId: number; fullName: string; role: string; password: string },
  { mustChange, at }: { readonly mustChange: boolean; readonly at: number },
): void {
  const { accountId, fullName, role, password } = account;
  prepared(
    db,
    `UPDATE account SET full_name = ?, role = ?, password = ?, disabled = 0, failures = 0, last_failure_at = NULL, must_change = ?, password_set_at = ?
      WHERE account_id = ?`,
  ).run(fullName, role, password, mustChange ? 1 : 0, at, accountId);
}

/** Where and when (seconds since 1970) a person who works here too was shut out. */
export type ShutElsewhere = { readonly desk: string; readonly at: number };

/**
 * Open accounts of this office whose person (same username, same full name) somebody shut out at another desk, which did not let them in again since. What was
 * decided here later (added, opened) stands over it.
 */
export function shutElsewhere(db: Db): ReadonlyMap<string, ShutElsewhere> {
  if (!hasOtherDesks(db)) return new Map();
  const shut = prepared(
    db,
    `SELECT CAST(name AS TEXT) AS username, uuid, at FROM subject JOIN journal told USING (subject_id) JOIN desk USING (desk_id)
      JOIN account here ON here.username = CAST(name AS TEXT) AND here.disabled = 0
      WHERE kind = ${kindCode('account')} AND other = 1 AND told.type = 'account-disabled' AND told.account_id IS NOT NULL
        AND (SELECT body ->> '$.fullName' FROM journal first WHERE first.subject_id = told.subject_id AND first.desk_id = told.desk_id
          AND first.type = 'account-added' ORDER BY seq LIMIT 1) = here.full_name
        AND NOT EXISTS (SELECT 1 FROM journal later WHERE later.subject_id = told.subject_id
          AND later.type IN ('account-added', 'account-enabled')
          AND (later.desk_id = told.desk_id AND later.desk_seq > told.desk_seq OR ${byOwnDeskIn('later')} AND later.at > told.at))
      ORDER BY at`,
  ).all() as { username: string; uuid: string; at: number }[];
  return new Map(
    shut.map(({ username, uuid, at }) => [username, { desk: findCodeOfDesk(db, uuid) ?? uuid.slice(-6), at }]),
  );
}

/** Who a username was at another desk, as that desk told it; undefined where it told nothing of that name. */
export function nameAtDesk(db: Db, desk: string, username: string): string | undefined {
  const told = preparedValue(
    db,
    `SELECT body ->> '$.fullName' FROM subject JOIN journal USING (subject_id)
      WHERE kind = ${kindCode('account')} AND name = CAST(? AS BLOB) AND type = 'account-added'
        AND desk_id = (SELECT desk_id FROM desk WHERE uuid = ?) ORDER BY seq DESC LIMIT 1`,
  ).get(username, desk);
  return typeof told === 'string' && told !== '' ? told : undefined;
}
