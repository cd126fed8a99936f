import type { Role } from '../../contract/office/office.ts';
import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/prepared.ts';

export type Account = {
  readonly accountId: number;
  readonly username: string;
  readonly fullName: string;
  readonly role: Role;
  /** A PHC string; it never leaves the desk. */
  readonly password: string;
  readonly disabled: boolean;
  readonly failures: number;
  /** Seconds since 1970. */
  readonly lastFailureAt: number | null;
};

type Row = {
  account_id: number;
  username: string;
  full_name: string;
  role: Role;
  password: string;
  disabled: number;
  failures: number;
  last_failure_at: number | null;
};

export function findAccount(db: Db, username: string): Account | undefined {
  const row = prepared(db, 'SELECT * FROM account WHERE username = ?').get(username) as Row | undefined;
  return row && accountOf(row);
}

/** Accounts that may not be used any more; an account is never taken away. */
export function disabledAccounts(db: Db): ReadonlySet<number> {
  return new Set(preparedValue(db, 'SELECT account_id FROM account WHERE disabled = 1').all() as number[]);
}

export function listAccounts(db: Db): Account[] {
  return (prepared(db, 'SELECT * FROM account ORDER BY username').all() as Row[]).map(accountOf);
}

export function addAccount(
  db: Db,
  account: { username: string; fullName: string; role: Role; password: string },
): number {
  const { username, fullName, role, password } = account;
  const added = prepared(db, 'INSERT INTO account (username, full_name, role, password) VALUES (?, ?, ?, ?)').run(
    username,
    fullName,
    role,
    password,
  );
  return Number(added.lastInsertRowid);
}

export function setPassword(db: Db, accountId: number, password: string): void {
  prepared(db, 'UPDATE account SET password = ?, failures = 0 WHERE account_id = ?').run(password, accountId);
}

export function disableAccount(db: Db, accountId: number): void {
  prepared(db, 'UPDATE account SET disabled = 1 WHERE account_id = ?').run(accountId);
}

export function enableAccount(db: Db, accountId: number): void {
  prepared(db, 'UPDATE account SET disabled = 0 WHERE account_id = ?').run(accountId);
}

/** Counts a wrong password, or forgets the count after a right one. */
export function recordSignIn(db: Db, accountId: number, outcome: { failedAt: number } | 'right'): void {
  const right = outcome === 'right';
  prepared(
    db,
    'UPDATE account SET failures = CASE WHEN ? THEN 0 ELSE failures + 1 END, last_failure_at = ? WHERE account_id = ?',
  ).run(right ? 1 : 0, right ? null : outcome.failedAt, accountId);
}

function accountOf(row: Row): Account {
  return {
    accountId: row.account_id,
    username: row.username,
    fullName: row.full_name,
    role: row.role,
    password: row.password,
    disabled: row.disabled === 1,
    failures: row.failures,
    lastFailureAt: row.last_failure_at,
  };
}
