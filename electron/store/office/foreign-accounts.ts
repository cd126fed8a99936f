import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/prepared.ts';
import { hasOtherDesks } from '../journal/order.ts';
import { kindCode } from '../journal/subject.ts';
import { findCodeOfDesk } from './settings.ts';

/**
 * Closed accounts that nobody added here: their names came with entries of another desk, which is told of each, by its code. Such an account says who wrote
 * there, and lets nobody in here.
 */
export function accountsOfOthers(db: Db): ReadonlyMap<string, string> {
  if (!hasOtherDesks(db)) return new Map();
  const names = preparedValue(
    db,
    `SELECT username FROM account WHERE disabled = 1 AND NOT EXISTS (
      SELECT 1 FROM subject JOIN journal USING (subject_id) JOIN desk USING (desk_id)
        WHERE kind = ${kindCode('account')} AND name = CAST(username AS BLOB) AND other IS NULL AND type = 'account-added')`,
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
