import { type Fault, fault, isFault } from '../../contract/fault.ts';
import {
  type Account,
  addAccount,
  disableAccount,
  enableAccount,
  findAccount,
  listAccounts,
  recordSignIn,
  setPassword,
} from '../../store/office/accounts.ts';
import { authorOf } from '../author.ts';
import type { Client } from '../client.ts';
import { type Handlers, getSession } from '../handler.ts';
import { hashPassword, isStrongPassword, passwordMatches, passwordMinimum, wastePasswordTime } from '../password.ts';
import type { Room } from '../room.ts';

const done = { done: true } as const;

export const accountHandlers: Handlers['account'] = {
  signIn: async (room, { username, password }, { client }) => {
    const account = await checkPassword(room, username, password);
    if (isFault(account)) return account;
    const signed = room.store.write(account, room.now(), (tx) => {
      recordSignIn(tx.db, account.accountId, 'right');
      return tx.append({ kind: 'account', username: account.username }, { type: 'signed-in' });
    });
    if (isFault(signed)) return signed;
    begin(room, client, account);
    return whoOf(account);
  },

  signOut: (room, _input, { client, session }) => {
    client.session = null;
    client.expired = false;
    if (session === null) return done;
    const signed = room.store.write(authorOf(session), room.now(), (tx) =>
      tx.append({ kind: 'account', username: session.username }, { type: 'signed-out' }),
    );
    return isFault(signed) ? signed : done;
  },

  list: (room) => ({
    accounts: listAccounts(room.store.db).map((account) => ({ ...whoOf(account), disabled: account.disabled })),
  }),

  colleagues: (room) => ({
    accounts: listAccounts(room.store.db)
      .filter(({ disabled }) => !disabled)
      .map(whoOf),
  }),

  add: async (room, { username, fullName, role, password }, caller) => {
    if (!isStrongPassword(password)) return fault('password-weak', { minimum: passwordMinimum });
    const hash = await hashPassword(password);
    return room.store.write(authorOf(getSession(caller)), room.now(), (tx) => {
      if (findAccount(tx.db, username) !== undefined) return fault('account-exists', { username });
      addAccount(tx.db, { username, fullName, role, password: hash });
      tx.append({ kind: 'account', username }, { type: 'account-added', fullName, role });
      return { username, fullName, role };
    });
  },

  setPassword: async (room, { username, password, current }, caller) => {
    const session = getSession(caller);
    if (session.role !== 'admin' && session.username !== username) return fault('forbidden', { role: 'admin' });
    if (!isStrongPassword(password)) return fault('password-weak', { minimum: passwordMinimum });
    if (session.username === username) {
      const own = await checkPassword(room, username, current ?? '');
      if (isFault(own)) return own;
    }
    const hash = await hashPassword(password);
    return room.store.write(authorOf(session), room.now(), (tx) => {
      const account = findAccount(tx.db, username);
      if (account === undefined) return fault('account-unknown', { username });
      setPassword(tx.db, account.accountId, hash);
      tx.append({ kind: 'account', username }, { type: 'password-set' });
      return done;
    });
  },

  disable: (room, { username, reason }, caller) =>
    room.store.write(authorOf(getSession(caller)), room.now(), (tx) => {
      const account = findAccount(tx.db, username);
      if (account === undefined) return fault('account-unknown', { username });
      disableAccount(tx.db, account.accountId);
      tx.append({ kind: 'account', username }, { type: 'account-disabled', reason });
      return done;
    }),

  enable: (room, { username, reason }, caller) =>
    room.store.write(authorOf(getSession(caller)), room.now(), (tx) => {
      const account = findAccount(tx.db, username);
      if (account === undefined) return fault('account-unknown', { username });
      // Nothing happened to an open account, so nothing is told of it.
      if (!account.disabled) return done;
      enableAccount(tx.db, account.accountId);
      tx.append({ kind: 'account', username }, { type: 'account-enabled', reason });
      return done;
    }),
};

/** After each failure the wait doubles, from one second to a minute; it is kept in the file, so a restart does not help. */
function waitSeconds(failures: number): number {
  return failures === 0 ? 0 : Math.min(60, 2 ** (failures - 1));
}

/** Seconds still to wait. A failure later than now was dated by a clock that has been put right since: it shuts nobody out. */
function remainingWait({ failures, lastFailureAt }: Account, now: number): number {
  if (lastFailureAt === null || lastFailureAt > now) return 0;
  return Math.max(0, lastFailureAt + waitSeconds(failures) - now);
}

type Checked = Account | Fault<'sign-in-refused' | 'disk-full'>;

/** One guess at a time for each name: guesses sent together would all be measured against the same count of failures. */
function checkPassword(room: Room, username: string, password: string): Promise<Checked> {
  return room.inTurn(`password ${username}`, () => checkInTurn(room, username, password));
}

async function checkInTurn(room: Room, username: string, password: string): Promise<Checked> {
  const account = findAccount(room.store.db, username);
  if (account === undefined || account.disabled) {
    await wastePasswordTime(password);
    return fault('sign-in-refused', { waitSeconds: 1 });
  }
  const now = Math.floor(room.ports.clock.now() / 1000);
  const wait = remainingWait(account, now);
  if (wait > 0) return fault('sign-in-refused', { waitSeconds: wait });
  if (await passwordMatches(password, account.password)) return account;
  const counted = room.store.write(null, room.now(), (tx) => recordSignIn(tx.db, account.accountId, { failedAt: now }));
  return isFault(counted) ? counted : fault('sign-in-refused', { waitSeconds: waitSeconds(account.failures + 1) });
}

function begin(room: Room, client: Client, account: Account): void {
  const { accountId, username, fullName, role } = account;
  client.session = { accountId, username, fullName, role, lastUsedAt: room.ports.clock.now() };
  client.expired = false;
}

function whoOf({ username, fullName, role }: Account) {
  return { username, fullName, role };
}
