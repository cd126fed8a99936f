import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';

/** So many passwords of an account are remembered, the present one among them (TCVN 14423:2026, docs/law/data.md). */
export const passwordsKept = 10;

/** What tells whether a password is this one: a digest over what scrypt gave with this salt at this cost. It opens and signs nothing. */
export type KnownPassword = {
  readonly ln: number;
  readonly r: number;
  readonly p: number;
  readonly salt: Uint8Array;
  readonly digest: Uint8Array;
};

/** The newest first, which is the present one; none of an account that has had its password since before they were remembered. */
export function knownPasswords(db: Db, accountId: number): readonly KnownPassword[] {
  return prepared(
    db,
    'SELECT ln, r, p, salt, digest FROM known_password WHERE account_id = ? ORDER BY number DESC',
  ).all(accountId) as KnownPassword[];
}

/** From here on this one is the present one of the account, and the eleventh before it is forgotten. */
export function rememberPassword(db: Db, accountId: number, known: KnownPassword): void {
  const last = preparedValue(db, 'SELECT coalesce(max(number), 0) FROM known_password WHERE account_id = ?').get(
    accountId,
  ) as number;
  prepared(
    db,
    `INSERT INTO known_password (account_id, number, ln, r, p, salt, digest)
      VALUES (@accountId, @number, @ln, @r, @p, @salt, @digest)`,
  ).run({ ...known, accountId, number: last + 1 });
  prepared(db, 'DELETE FROM known_password WHERE account_id = ? AND number <= ?').run(
    accountId,
    last + 1 - passwordsKept,
  );
}
