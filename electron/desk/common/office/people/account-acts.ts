import { type Fault, fault, isFault } from '../../../../contract/base/fault.ts';
import type { AccountAct } from '../../../../domain/entries/entry.ts';
import { proposePassword } from '../../../../domain/common/office/one-time-password.ts';
import { isLastOfRole } from '../../../../domain/common/office/second-person.ts';
import {
  type Account,
  addAccount,
  disableAccount,
  enableAccount,
  findAccount,
  listAccounts,
  setFactor,
  setPassword,
  setRole,
  worksHere,
} from '../../../../store/common/office/accounts.ts';
import { deriveAccounts, renamedTo } from '../../../../store/common/office/accounts-told.ts';
import { accountsOfOthers, takeInAccount } from '../../../../store/common/office/foreign-accounts.ts';
import { rememberPassword } from '../../../../store/common/office/known-passwords.ts';
import { areTwoPersonsAsked } from '../../../../store/common/office/settings.ts';
import type { Author } from '../../../../store/journal/make-entry.ts';
import type { Writer } from '../../../../store/store.ts';
import { authorOf } from '../../../core/session/client.ts';
import type { DeskContext } from '../../../core/context.ts';
import { type Caller, getSession } from '../../../core/handler.ts';
import { changeKeys, keyEvent } from '../../../core/keys/account-keys.ts';
import type { StandingPersons } from '../../../core/keys/standing.ts';
import { secretFor } from './check-password.ts';
import { presentOfBefore } from './known-passwords.ts';
import { type SecondPerson, standTwo, tellPaperUsed } from '../two-persons.ts';

/** What is done to an account: whether it may be, and how. */

type ActFault = Fault<
  | 'account-unknown'
  | 'account-exists'
  | 'account-elsewhere'
  | 'account-last'
  | 'account-unchanged'
  | 'account-renamed'
  | 'turn-without-hub'
  | 'turn-taken'
  | 'disk-full'
>;
type Unfit = Fault<
  'account-unknown' | 'account-exists' | 'account-elsewhere' | 'account-last' | 'account-unchanged' | 'account-renamed'
>;

/** Why this cannot be done to an account; null where it can. */
export function whyNot(desk: DeskContext, act: AccountAct): Unfit | null {
  const people = listAccounts(desk.store.db);
  const account = people.find(({ username }) => username === act.username);
  const elsewhere = account?.disabled === true ? accountsOfOthers(desk.store.db).get(act.username) : undefined;
  if (act.kind === 'add') {
    // A person of another counter is taken in here under the name they have there; somebody else of that name would sign as them.
    const isOfOthers = elsewhere !== undefined || (account !== undefined && !account.disabled && !worksHere(account));
    const isFree = account === undefined || (isOfOthers && isSamePerson(account, act.fullName));
    return isFree ? null : fault('account-exists', { username: act.username });
  }
  if (account === undefined) return fault('account-unknown', { username: act.username });
  if (elsewhere !== undefined) return fault('account-elsewhere', { username: act.username, desk: elsewhere });
  const { role, disabled } = account;
  const to = disabled && act.kind === 'enable' ? renamedTo(desk.store.db, act.username) : undefined;
  if (to !== undefined) return fault('account-renamed', { username: act.username, to });
  const leaves = act.kind === 'disable' || (act.kind === 'role' && act.role !== role);
  // A practice office is made anew in a moment.
  const here = people.filter((one) => worksHere(one) || one.username === act.username);
  if (leaves && !desk.practice() && isLastOfRole(here, act.username)) return fault('account-last', { role });
  const isSame =
    (act.kind === 'role' && act.role === role) ||
    (act.kind === 'disable' && disabled) ||
    (act.kind === 'enable' && !disabled);
  return isSame ? fault('account-unchanged', {}) : null;
}

/** Somebody whom another counter added, or who came back without a password from a backup. */
export function lacksPassword({ store }: DeskContext, username: string): boolean {
  const account = findAccount(store.db, username);
  return account !== undefined && !worksHere(account);
}

/** Of a name alone, where nobody said whose it is, whoever adds it says it. */
function isSamePerson({ username, fullName }: Account, added: string): boolean {
  const plain = (name: string) => name.normalize('NFC').trim().toLowerCase();
  return fullName === username || plain(fullName) === plain(added);
}

type Doing = {
  readonly author: Author;
  readonly reason: string;
  readonly standing: StandingPersons;
  /** A password somebody typed for the account; one is proposed where it needs one and none was typed. */
  readonly password?: string | undefined;
  /** What else is written in the same commit. */
  readonly also?: (tx: Writer) => void;
};

/** Does it: in one commit, with who stood for it; the password of an account that was given one is its for one sign-in. */
export function carryOut(
  desk: DeskContext,
  act: AccountAct,
  { author, reason, standing, password, also }: Doing,
): Promise<{ readonly oneTimePassword: string | null } | ActFault> {
  return changeKeys(desk, () =>
    inTurnOf(desk, act, async () => {
      const refused = whyNot(desk, act);
      if (refused !== null) return refused;
      const needsPassword = act.kind === 'add' || act.kind === 'reset';
      const given = password ?? proposePassword((size) => desk.ports.random.bytes(size));
      const secret = needsPassword ? await secretFor(desk, act.username, given) : null;
      const before = act.kind === 'reset' ? await presentOfBefore(desk, act.username) : undefined;
      const at = Math.floor(desk.clock.dated() / 1000);
      const isForOnce = !desk.practice() && (password === undefined || areTwoPersonsAsked(desk.store.db));
      const written = desk.store.write(author, desk.now(), (tx) => {
        // Asked again: while the password was hashed another window may have done it.
        const late = whyNot(desk, act);
        if (late !== null) return late;
        const subject = { kind: 'account', username: act.username } as const;
        const account = findAccount(tx.db, act.username);
        const isShared = desk.centre.isMember();
        const named = (fullName: string) => (isShared ? { person: fullName } : {});
        const person = named(account?.fullName ?? '');
        const tell = (event: Parameters<typeof standing.stood>[1]) =>
          tx.append(subject, standing.stood(subject, event));
        switch (act.kind) {
          case 'add': {
            const { username, fullName, role } = act;
            const hash = secret?.passwordHash ?? '';
            const given = { mustChange: isForOnce, at, known: secret?.known };
            if (account === undefined) addAccount(tx.db, { username, fullName, role, password: hash }, given);
            else takeInAccount(tx.db, { accountId: account.accountId, fullName, role, password: hash }, given);
            tell({ type: 'account-added', fullName, role, ...named(fullName) });
            break;
          }
          case 'role':
            if (account !== undefined) setRole(tx.db, account.accountId, act.role);
            tell({ type: 'account-role-set', role: act.role, reason, ...person });
            break;
          case 'disable':
            if (account !== undefined) disableAccount(tx.db, account.accountId);
            tell({ type: 'account-disabled', reason, ...person });
            break;
          case 'enable':
            if (account !== undefined) enableAccount(tx.db, account.accountId, at);
            tell({ type: 'account-enabled', reason, ...person });
            break;
          case 'reset':
            // Who was added at another counter works here from now on, and here it is told as what.
            if (account !== undefined && !worksHere(account))
              tell({ type: 'account-added', fullName: account.fullName, role: account.role, takenIn: true });
            if (account !== undefined && before !== undefined) rememberPassword(tx.db, account.accountId, before);
            if (account !== undefined && secret !== null)
              setPassword(tx.db, account.accountId, secret.passwordHash, {
                mustChange: isForOnce,
                at,
                known: secret.known,
              });
            // Who lost the phone lost the password too, as far as the office can tell.
            if (account !== undefined) setFactor(tx.db, account.accountId, null);
            tell({ type: 'password-set' });
        }
        if (secret?.keys !== undefined) tell(keyEvent(secret.keys));
        also?.(tx);
        if (isShared) deriveAccounts(tx.db);
        return { oneTimePassword: needsPassword && password === undefined ? given : null };
      });
      desk.forget();
      return written;
    }),
  );
}

/** At a counter of a centre a change of who may do what is made with the turn of all; a password is this counter's own, and shutting somebody out waits for nothing. */
function inTurnOf<T>(desk: DeskContext, { kind }: AccountAct, work: () => Promise<T>) {
  return kind === 'disable' || kind === 'reset' ? work() : desk.centre.turn(work);
}

/** Gives a person of this office another username, in one commit: an account of that name, and the one before closed for good. */
export function renameAccount(
  desk: DeskContext,
  caller: Caller,
  asked: { readonly username: string; readonly to: string; readonly reason: string } & Both,
) {
  const { username, to, ...said } = asked;
  const account = findAccount(desk.store.db, username);
  if (account === undefined || account.disabled || !worksHere(account)) return fault('account-unknown', { username });
  const { fullName, role } = account;
  return actWithSecond(desk, caller, { kind: 'add', username: to, fullName, role }, said, (tx) => {
    // Shut meanwhile, it is shut under the other name too.
    const before = findAccount(tx.db, username);
    if (before === undefined || before.disabled) return;
    disableAccount(tx.db, before.accountId);
    tx.append(
      { kind: 'account', username },
      {
        type: 'account-renamed',
        to,
        reason: asked.reason,
        ...(desk.centre.isMember() ? { person: fullName } : {}),
      },
    );
  });
}

type Both = { readonly ownPassword?: string | undefined; readonly second?: SecondPerson };

/** An act of an administrator at their own screen, with the second person beside them where two are asked for. */
export async function actWithSecond(
  desk: DeskContext,
  caller: Caller,
  act: AccountAct,
  { reason, password, ...said }: Both & { readonly reason: string; readonly password?: string | undefined },
  also: (tx: Writer) => void = () => undefined,
) {
  const session = getSession(caller);
  const standing = await standTwo(desk, session, said);
  if (isFault(standing)) return standing;
  try {
    return await carryOut(desk, act, {
      author: authorOf(session),
      reason,
      standing,
      password,
      also: (tx) => {
        tellPaperUsed(tx, session, said.second, reason);
        also(tx);
      },
    });
  } finally {
    standing.end();
  }
}
