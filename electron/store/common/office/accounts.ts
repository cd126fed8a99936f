import type { Role } from '../../../contract/common/office/office.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { type KnownPassword, rememberPassword } from './known-passwords.ts';

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
  /** The password was given by somebody else, for one sign-in. */
  readonly mustChange: boolean;
  /** Seconds since 1970; null where it was never noted. */
  readonly passwordSetAt: number | null;
  readonly lastSignInAt: number | null;
  /** The secret its phone shares; it never leaves the desk. Null where nothing but a password is asked for. */
  readonly factor: string | null;
  readonly factorStep: number | null;
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
  must_change: number;
  password_set_at: number | null;
  last_sign_in_at: number | null;
  factor: string | null;
  factor_step: number | null;
};

export function findAccount(db: Db, username: string): Account | undefined {
  const row = prepared(db, 'SELECT * FROM account WHERE username = ?').get(username) as Row | undefined;
  return row && accountOf(row);
}

/** What a session of an account hangs on; `hasFactor`: whether its sign-in asks for a code of a phone. */
export type AccountState = Pick<Account, 'disabled' | 'role' | 'password'> & { readonly hasFactor: boolean };

/** Of every account; one is never taken away. */
export function accountStates(db: Db): ReadonlyMap<number, AccountState> {
  return new Map(
    listAccounts(db).map(({ accountId, disabled, role, password, factor }) => [
      accountId,
      { disabled, role, password, hasFactor: factor !== null },
    ]),
  );
}

export function listAccounts(db: Db): Account[] {
  return (prepared(db, 'SELECT * FROM account ORDER BY username').all() as Row[]).map(accountOf);
}

/** Whether somebody was given a password here: who was added at another counter of the centre has none until then. */
export function worksHere({ password }: Pick<Account, 'password'>): boolean {
  return password !== '';
}

/** When somebody was last given a password, in milliseconds since 1970; null where nobody was. */
export function lastPasswordAt(db: Db): number | null {
  const at = preparedValue(db, 'SELECT max(password_set_at) FROM account').get() as number | null;
  return at === null ? null : at * 1000;
}

/** Whether the password is for one sign-in alone, when it was set, in seconds since 1970, and what is remembered of it. */
type Given = { readonly mustChange?: boolean; readonly at: number; readonly known: KnownPassword | undefined };

export function addAccount(
  db: Db,
  account: { username: string; fullName: string; role: Role; password: string },
  { mustChange = false, at, known }: Given,
): number {
  const { username, fullName, role, password } = account;
  const added = prepared(
    db,
    'INSERT INTO account (username, full_name, role, password, must_change, password_set_at) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(username, fullName, role, password, mustChange ? 1 : 0, at);
  const accountId = Number(added.lastInsertRowid);
  if (known !== undefined) rememberPassword(db, accountId, known);
  return accountId;
}

export function setPassword(
  db: Db,
  accountId: number,
  password: string,
  { mustChange = false, at, known }: Given,
): void {
  prepared(
    db,
    'UPDATE account SET password = ?, failures = 0, must_change = ?, password_set_at = ? WHERE account_id = ?',
  ).run(password, mustChange ? 1 : 0, at, accountId);
  if (known !== undefined) rememberPassword(db, accountId, known);
}

/** The same password under another key: nothing of it changed. */
export function renewSecret(db: Db, accountId: number, password: string): void {
  prepared(db, 'UPDATE account SET password = ? WHERE account_id = ?').run(password, accountId);
}

/** @param step of the code that proved the phone: it is used, and lets nobody in */
export function setFactor(db: Db, accountId: number, factor: string | null, step: number | null = null): void {
  prepared(db, 'UPDATE account SET factor = ?, factor_step = ? WHERE account_id = ?').run(factor, step, accountId);
}

export function recordFactorStep(db: Db, accountId: number, step: number): void {
  prepared(db, 'UPDATE account SET factor_step = ? WHERE account_id = ?').run(step, accountId);
}

export function setRole(db: Db, accountId: number, role: Role): void {
  prepared(db, 'UPDATE account SET role = ? WHERE account_id = ?').run(role, accountId);
}

export function disableAccount(db: Db, accountId: number): void {
  prepared(db, 'UPDATE account SET disabled = 1 WHERE account_id = ?').run(accountId);
}

/** From here on it counts as used at `at`: an account that comes back is not shut again for the time it was away. */
export function enableAccount(db: Db, accountId: number, at: number): void {
  prepared(
    db,
    'UPDATE account SET disabled = 0, failures = 0, last_failure_at = NULL, last_sign_in_at = ? WHERE account_id = ?',
  ).run(at, accountId);
}

/** Forgets the wrong passwords before this right one. */
export function recordSignIn(db: Db, accountId: number, at: number): void {
  prepared(db, 'UPDATE account SET failures = 0, last_failure_at = NULL, last_sign_in_at = ? WHERE account_id = ?').run(
    at,
    accountId,
  );
}

export function recordFailures(db: Db, accountId: number, times: number, at: number): void {
  prepared(db, 'UPDATE account SET failures = failures + ?, last_failure_at = ? WHERE account_id = ?').run(
    times,
    at,
    accountId,
  );
}

type Failures = { readonly failures: number; readonly lastFailureAt: number | null };

/** What was tried on a name that no account has, or that of a closed one. */
export function findTriedName(db: Db, username: string): Failures {
  const row = prepared(db, 'SELECT failures, last_failure_at AS lastFailureAt FROM tried_name WHERE username = ?').get(
    username,
  ) as Failures | undefined;
  return row ?? { failures: 0, lastFailureAt: null };
}

/** So many are remembered; who tries more names than that has forgotten the first one. */
const mostTriedNames = 1000;

/** @param failures how many there were altogether, where it is known */
export function recordTriedName(db: Db, username: string, at: number, failures?: number): void {
  prepared(
    db,
    `INSERT INTO tried_name (username, failures, last_failure_at) VALUES (@username, coalesce(@failures, 1), @at)
      ON CONFLICT DO UPDATE SET failures = coalesce(@failures, failures + 1), last_failure_at = excluded.last_failure_at`,
  ).run({ username, at, failures: failures ?? null });
  prepared(
    db,
    `DELETE FROM tried_name WHERE username IN (SELECT username FROM tried_name ORDER BY last_failure_at DESC, username LIMIT -1 OFFSET ${mostTriedNames})`,
  ).run();
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
    mustChange: row.must_change === 1,
    passwordSetAt: row.password_set_at,
    lastSignInAt: row.last_sign_in_at,
    factor: row.factor,
    factorStep: row.factor_step,
  };
}
