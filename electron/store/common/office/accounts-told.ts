import { Role } from '../../../contract/common/office/office.ts';
import type { AccountEvent } from '../../../domain/entries/entry.ts';
import { type EntryName, entryName } from '../../../domain/entries/reference.ts';
import { isOnePerson, mayStand } from '../../../domain/common/office/second-person.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { hasOtherDesks, inOrder, markApart } from '../../journal/order.ts';
import { byOwnDesk, kindCode } from '../../journal/subject.ts';

/**
 * What accounts are, as the journal tells it: by the entries of this file's own desks, and of a centre's other counters by those that name the person whom they
 * mean (`person`, docs/adr/0034-people-of-the-centre.md). No password is told, so a person who was added at another counter has none here until one is given here.
 */

export type AccountFacts = { fullName: string; role: string; disabled: number };

type Told = { readonly fullName: string; readonly role: string };

/** Two counters that did not know of each other said different things of one account. */
type ToldApart = { readonly username: string; readonly desks: readonly string[]; readonly at: number };

/** Another counter made somebody who works here one who may stand for others: in a sealed office two of its own people say that. */
type RoleWaiting = { readonly username: string; readonly role: string; readonly desk: string };

/** One username is two people's: here, and at that desk. */
export type NameTwice = { readonly username: string; readonly desk: string };

export type AccountsTold = {
  readonly accounts: ReadonlyMap<string, AccountFacts>;
  readonly apart: readonly ToldApart[];
  readonly waiting: readonly RoleWaiting[];
};

type Row = {
  readonly seq: number;
  readonly deskId: number;
  readonly deskSeq: number;
  readonly clock: number;
  readonly at: number;
  readonly uuid: string;
  /** Told by this file's own desks. */
  readonly isOwn: number;
  readonly username: string;
  readonly type: AccountEvent['type'];
  readonly body: string;
  readonly apart?: readonly EntryName[];
};

type Body = {
  readonly fullName?: unknown;
  readonly role?: unknown;
  readonly person?: unknown;
  readonly takenIn?: unknown;
};

type Standing = AccountFacts & {
  /** Whether somebody was given a password here. */
  works: boolean;
  /** The role that another counter took from it here, or closed it in, last. */
  lost: { readonly role: string; readonly clock: number } | null;
  waiting: Omit<RoleWaiting, 'username'> | null;
};

/** What is told of accounts, in the order in which it holds: sign-ins are many and say nothing of what an account is. */
function rowsTold(db: Db): readonly Row[] {
  const shared = hasOtherDesks(db)
    ? "OR type IN ('account-added', 'account-role-set', 'account-disabled', 'account-enabled', 'account-renamed') AND body ->> '$.person' IS NOT NULL"
    : '';
  return prepared(
    db,
    `SELECT journal.seq AS seq, desk_id AS deskId, desk_seq AS deskSeq, clock, at, uuid, ${byOwnDesk} AS isOwn, CAST(name AS TEXT) AS username, type, body
      FROM subject JOIN journal USING (subject_id) JOIN desk USING (desk_id)
      WHERE kind = ${kindCode('account')} AND (${byOwnDesk} AND type IN ('account-added', 'account-role-set', 'account-disabled', 'account-shut',
        'account-enabled', 'account-renamed', 'password-set') ${shared}) ORDER BY journal.seq`,
  ).all() as Row[];
}

/** @param elsewhere names and roles that came with another counter's entries, for an account that was opened here without being added */
export function accountsTold(db: Db, elsewhere: ReadonlyMap<string, Told>): AccountsTold {
  const standing = new Map<string, Standing>();
  const apart: ToldApart[] = [];
  const twoFrom = twoOfThisOfficeFrom(db);
  for (const [username, rows] of Map.groupBy(rowsTold(db), (row) => row.username)) {
    const ordered = markApart(db, inOrder(db, rows));
    const found = fold(ordered, elsewhere.get(username), twoFrom);
    if (found !== undefined) standing.set(username, found);
    apart.push(...toldApart(username, ordered));
  }
  for (const role of ['admin', 'supervisor']) keepLast(standing, role);
  return {
    accounts: new Map(
      [...standing].map(([username, { fullName, role, disabled }]) => [username, { fullName, role, disabled }]),
    ),
    apart,
    waiting: [...standing].flatMap(([username, { waiting }]) => (waiting === null ? [] : { username, ...waiting })),
  };
}

/** From which row of the journal on a right to stand for others is given here by two people of this office alone: it is sealed, and asks for two. */
function twoOfThisOfficeFrom(db: Db): number {
  const first = preparedValue(db, `SELECT min(seq) FROM journal WHERE ${byOwnDesk} AND type = ?`);
  const from = ['two-persons-begun', 'recovery-key-made'].map((type) => first.get(type) as number | null);
  return from.includes(null) ? Number.MAX_SAFE_INTEGER : Math.max(...from.map(Number));
}

function fold(rows: readonly Row[], elsewhere: Told | undefined, twoFrom: number): Standing | undefined {
  const closings = new Set(
    rows
      .filter(({ type }) => type === 'account-disabled' || type === 'account-renamed')
      .map(({ uuid: desk, deskSeq }) => entryName({ desk, deskSeq })),
  );
  let account: Standing | undefined;
  for (const { seq, type, body, isOwn: own, apart, clock, uuid: desk } of rows) {
    const told = JSON.parse(body) as Body;
    const isOwn = own === 1;
    if (isOwn) {
      if (type === 'account-added' && account !== undefined && told.takenIn === true) {
        account.works = true;
        continue;
      }
      if (type === 'account-added')
        account = {
          fullName: String(told.fullName),
          role: String(told.role),
          disabled: 0,
          works: true,
          lost: null,
          waiting: null,
        };
      else if (type === 'account-enabled' && account === undefined && elsewhere !== undefined)
        account = { ...elsewhere, disabled: 1, works: false, lost: null, waiting: null };
    } else if (account === undefined) {
      if (type !== 'account-added' || typeof told.person !== 'string') continue;
      account = { fullName: told.person, role: roleOf(told), disabled: 0, works: false, lost: null, waiting: null };
      continue;
    } else if (!isOfPerson(told, account)) continue;
    if (account === undefined) continue;
    // Who opened it did not know that another counter had closed it: who is shut out stays shut out.
    const isOverruled = apart?.some((name) => closings.has(name)) === true;
    const before: Standing = { ...account };
    switch (type) {
      case 'account-added':
        if (isOwn) break;
        giveRole(account, told, { seq, desk }, twoFrom);
        if (!isOverruled) account.disabled = 0;
        break;
      case 'account-role-set':
        if (isOwn) Object.assign(account, { role: String(told.role), waiting: null });
        else giveRole(account, told, { seq, desk }, twoFrom);
        break;
      case 'account-enabled':
        if (!isOverruled) account.disabled = 0;
        break;
      case 'password-set':
        account.works = true;
        continue;
      default:
        account.disabled = 1;
    }
    const isLost =
      !isOwn && before.works && before.disabled === 0 && (account.disabled === 1 || account.role !== before.role);
    if (isLost) account.lost = { role: before.role, clock };
    else if (isOwn) account.lost = null;
  }
  return account;
}

/** What another counter says that somebody is. */
function giveRole(
  account: Standing,
  told: Body,
  from: { readonly seq: number; readonly desk: string },
  twoFrom: number,
): void {
  const role = roleOf(told, account.role) as Role;
  const isGiven = mayStand(role) && !mayStand(account.role as Role);
  if (isGiven && account.works && from.seq > twoFrom) account.waiting = { role, desk: from.desk };
  else Object.assign(account, { role, waiting: null });
}

function roleOf({ role }: Body, otherwise = 'clerk'): string {
  return Role.safeParse(role).data ?? otherwise;
}

/** A name that two people have at two counters is one account for neither of them. */
function isOfPerson({ person }: Body, { fullName }: AccountFacts): boolean {
  return typeof person === 'string' && isOnePerson({ fullName: person }, { fullName });
}

/** Other counters leave this one its last administrator and its last supervisor, who could give nobody a password afterwards: People tells of them. */
function keepLast(standing: ReadonlyMap<string, Standing>, role: string): void {
  const all = [...standing.values()];
  if (all.some((one) => one.works && one.disabled === 0 && one.role === role)) return;
  const last = all
    .filter(({ lost }) => lost?.role === role)
    .toSorted((one, other) => (other.lost?.clock ?? 0) - (one.lost?.clock ?? 0))[0];
  if (last === undefined) return;
  last.role = role;
  last.disabled = 0;
}

const said: ReadonlySet<string> = new Set([
  'account-added',
  'account-role-set',
  'account-disabled',
  'account-enabled',
  'account-renamed',
]);

/** The last thing of an account that was told without knowing what another counter told of it. */
function toldApart(username: string, rows: readonly Row[]): readonly ToldApart[] {
  // Before they were one centre, counters told of accounts of their own: only what names its person is the centre's.
  const shared = rows.filter(({ type, body }) => said.has(type) && (JSON.parse(body) as Body).person !== undefined);
  const names = new Map(shared.map((row) => [entryName({ desk: row.uuid, deskSeq: row.deskSeq }), row]));
  // Who changed it since knew of both.
  const last = shared.at(-1);
  if (last?.apart?.some((name) => names.has(name)) !== true) return [];
  const others = (last.apart ?? []).flatMap((name) => names.get(name) ?? []);
  const desks = [...new Set([last, ...others].map(({ uuid }) => uuid))].toSorted();
  return [{ username, desks, at: last.at }];
}

/** Usernames of this office that are somebody else's at another counter: in its entries the name of the one here is shown. */
export function namesTwice(db: Db): readonly NameTwice[] {
  if (!hasOtherDesks(db)) return [];
  const rows = prepared(
    db,
    `SELECT DISTINCT username, full_name AS here, body ->> '$.fullName' AS there, uuid AS desk FROM subject JOIN journal USING (subject_id)
      JOIN desk USING (desk_id) JOIN account ON username = CAST(name AS TEXT)
      WHERE kind = ${kindCode('account')} AND other = 1 AND type = 'account-added' AND disabled = 0
        AND NOT EXISTS (SELECT 1 FROM journal AS later WHERE later.subject_id = journal.subject_id AND later.desk_id = journal.desk_id
          AND later.type = 'account-renamed' AND later.desk_seq > journal.desk_seq)
      ORDER BY username, uuid`,
  ).all() as { username: string; here: string; there: unknown; desk: string }[];
  return rows.flatMap(({ username, here, there, desk }) =>
    typeof there !== 'string' || here === username || isOnePerson({ fullName: here }, { fullName: there })
      ? []
      : [{ username, desk }],
  );
}

/**
 * Who wrote or is told of in entries of other desks alone has a closed account here, which says no more than that; and the name and role that came with it, which
 * are its own where it was opened here without being added.
 */
export function namedByOthers(db: Db): ReadonlyMap<string, Told> {
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

/**
 * Makes accounts once more what the journal says: name, role, open or shut. Passwords stay as they are; one that is not there any more comes back without one,
 * and is given one as after a restore. What nobody added is shut, not taken away: its name may stand under entries.
 */
export function deriveAccounts(db: Db): AccountsTold {
  const told = accountsTold(db, namedByOthers(db));
  const put = prepared(
    db,
    `INSERT INTO account (username, full_name, role, password, disabled) VALUES (@username, @fullName, @role, '', @disabled)
      ON CONFLICT (username) DO UPDATE SET full_name = excluded.full_name, role = excluded.role, disabled = excluded.disabled`,
  );
  // Whoever comes back may be given the number of somebody who went: what was remembered of their passwords is not theirs.
  prepared(db, 'DELETE FROM known_password WHERE account_id NOT IN (SELECT account_id FROM account)').run();
  for (const [username, facts] of told.accounts) put.run({ username, ...facts });
  const shut = prepared(db, 'UPDATE account SET disabled = 1 WHERE username = ?');
  const kept = preparedValue(db, 'SELECT username FROM account').all() as string[];
  for (const username of kept.filter((one) => !told.accounts.has(one))) shut.run(username);
  return told;
}

/** Whether an entry of another counter says something of an account that holds here too, or who has a name there that somebody may have here. */
export function isOfAllCounters(type: string, body: string): boolean {
  return type === 'account-added' || (said.has(type) && typeof (JSON.parse(body) as Body).person === 'string');
}

/** The username that a person of this office has instead of one they had; undefined where it was not changed. */
export function renamedTo(db: Db, username: string): string | undefined {
  const to = preparedValue(
    db,
    `SELECT body ->> '$.to' FROM subject JOIN journal USING (subject_id)
      WHERE kind = ${kindCode('account')} AND name = CAST(? AS BLOB) AND type = 'account-renamed' AND ${byOwnDesk} ORDER BY seq DESC LIMIT 1`,
  ).get(username);
  return typeof to === 'string' ? to : undefined;
}
