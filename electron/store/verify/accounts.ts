import { Role } from '../../contract/office/office.ts';
import type { AccountEvent } from '../../domain/entries/entry.ts';
import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/prepared.ts';
import { hasOtherDesks } from '../journal/order.ts';
import { byOwnDesk, kindCode } from '../journal/subject.ts';

type Facts = { fullName: string; role: string; disabled: number };
type Told = Omit<Facts, 'disabled'>;
type Row = Facts & { username: string };
type Entry = { username: string; type: AccountEvent['type']; body: string };

/**
 * The secrets of accounts never enter the journal; but who was let in, as what, and who was shut out is told there and nowhere else. A role that somebody
 * gave themselves with another tool, or an account nobody added, is a finding.
 */
export function accountFindings(db: Db): { looked: number; found: string[] } {
  const kept = prepared(db, 'SELECT username, full_name AS fullName, role, disabled FROM account').all() as Row[];
  const elsewhere = namedByOthers(db);
  const inJournal = accountsInJournal(db, elsewhere);
  const found = kept
    .filter(({ username, disabled }) => inJournal.has(username) || disabled === 0 || !elsewhere.has(username))
    .flatMap((account) => doubts(account, inJournal.get(account.username)));
  const names = new Set(kept.map(({ username }) => username));
  const gone = [...inJournal.keys()].filter((username) => !names.has(username));
  return { looked: kept.length, found: [...found, ...gone.map((username) => `account ${username} is not there`)] };
}

/**
 * Makes accounts once more what their entries say: name, role, open or shut. Passwords stay as they are; one that is not there any more comes back without one,
 * and is given one as after a restore. What nobody added is shut, not taken away: its name may stand under entries.
 */
export function deriveAccounts(db: Db): void {
  const inJournal = accountsInJournal(db, namedByOthers(db));
  const put = prepared(
    db,
    `INSERT INTO account (username, full_name, role, password, disabled) VALUES (@username, @fullName, @role, '', @disabled)
      ON CONFLICT (username) DO UPDATE SET full_name = excluded.full_name, role = excluded.role, disabled = excluded.disabled`,
  );
  for (const [username, facts] of inJournal) put.run({ username, ...facts });
  const shut = prepared(db, 'UPDATE account SET disabled = 1 WHERE username = ?');
  const kept = preparedValue(db, 'SELECT username FROM account').all() as string[];
  for (const username of kept.filter((one) => !inJournal.has(one))) shut.run(username);
}

function doubts({ username, fullName, role, disabled }: Row, inJournal: Facts | undefined): string[] {
  if (inJournal === undefined) return disabled === 1 ? [] : [`account ${username} was added by no entry`];
  const wrong: string[] = [];
  if (role !== inJournal.role) wrong.push(`account ${username} is ${role}, and its entries say ${inJournal.role}`);
  if (disabled !== inJournal.disabled)
    wrong.push(`account ${username} is ${stateOf(disabled)}, and its last entry says ${stateOf(inJournal.disabled)}`);
  if (fullName !== inJournal.fullName) wrong.push(`account ${username} has another full name than it was added with`);
  return wrong;
}

/**
 * Who wrote or is told of in entries of other desks alone has a closed account here, which says no more than that; and the name and role that came with it, which
 * are its own where it was opened here without being added.
 */
function namedByOthers(db: Db): ReadonlyMap<string, Told> {
  if (!hasOtherDesks(db)) return new Map();
  const names = preparedValue(
    db,
    `SELECT username FROM journal JOIN desk USING (desk_id) JOIN account USING (account_id) WHERE other = 1
      UNION SELECT CAST(name AS TEXT) FROM journal JOIN desk USING (desk_id) JOIN subject USING (subject_id) WHERE other = 1 AND kind = ${kindCode('account')}`,
  );
  const added = prepared(
    db,
    `SELECT body ->> '$.fullName' AS fullName, body ->> '$.role' AS role FROM subject JOIN journal USING (subject_id) JOIN desk USING (desk_id)
      WHERE kind = ${kindCode('account')} AND name = CAST(? AS BLOB) AND other = 1 AND type = 'account-added' ORDER BY seq LIMIT 1`,
  );
  const row = prepared(db, 'SELECT full_name AS fullName FROM account WHERE username = ?');
  return new Map(
    (names.all() as string[]).map((username) => {
      const told = added.get(username) as { fullName: unknown; role: unknown } | undefined;
      const kept = row.get(username) as { fullName: string } | undefined;
      // The row was made by whichever entry came first: by one that names its author alone it has a username for a name.
      const isTold = typeof told?.fullName === 'string' && (kept === undefined || kept.fullName !== username);
      const fullName = isTold ? (told?.fullName as string) : username;
      return [username, { fullName, role: (isTold ? Role.safeParse(told?.role).data : undefined) ?? 'clerk' }];
    }),
  );
}

function stateOf(disabled: number): string {
  return disabled === 0 ? 'open' : 'disabled';
}

/** What entries of this desk say of accounts, added here or opened here though another desk's (`elsewhere`). */
function accountsInJournal(db: Db, elsewhere: ReadonlyMap<string, Told>): Map<string, Facts> {
  // Sign-ins are many and say nothing of what an account is.
  const entries = prepared(
    db,
    `SELECT CAST(name AS TEXT) AS username, type, body FROM subject JOIN journal USING (subject_id)
      JOIN desk USING (desk_id)
      WHERE kind = ${kindCode('account')} AND ${byOwnDesk}
        AND type IN ('account-added', 'account-role-set', 'account-disabled', 'account-shut', 'account-enabled') ORDER BY seq`,
  ).all() as Entry[];
  const inJournal = new Map<string, Facts>();
  for (const { username, type, body } of entries) {
    if (type === 'account-added') {
      const { fullName, role } = JSON.parse(body) as { fullName: string; role: string };
      inJournal.set(username, { fullName, role, disabled: 0 });
    }
    const told = elsewhere.get(username);
    if (type === 'account-enabled' && !inJournal.has(username) && told !== undefined)
      inJournal.set(username, { ...told, disabled: 1 });
    const account = inJournal.get(username);
    if (account === undefined || type === 'account-added') continue;
    if (type === 'account-role-set') account.role = (JSON.parse(body) as { role: string }).role;
    else account.disabled = type === 'account-enabled' ? 0 : 1;
  }
  return inJournal;
}
