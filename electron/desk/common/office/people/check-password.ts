import { type Fault, fault, isFault } from '../../../../contract/base/fault.ts';
import { toCivilTime } from '../../../../domain/base/civil-time.ts';
import { isPasswordOld, mostFailures } from '../../../../domain/common/office/account-age.ts';
import { isLastOfRole } from '../../../../domain/common/office/second-person.ts';
import {
  type Account,
  disableAccount,
  findAccount,
  findTriedName,
  listAccounts,
  recordFailures,
  recordTriedName,
  worksHere,
} from '../../../../store/common/office/accounts.ts';
import { areTwoPersonsAsked } from '../../../../store/common/office/settings.ts';
import { wasteSlotTime } from '../../../../store/keys/slots.ts';
import type { Client } from '../../../core/session/client.ts';
import type { DeskContext } from '../../../core/context.ts';
import { giveKey, accountKeyId, settleKeys } from '../../../core/keys/account-keys.ts';
import type { Signer } from '../../../core/keys/standing.ts';
import { knownOfHash } from './known-passwords.ts';
import { hashPassword, passwordMatches, remainingWait, waitSeconds, wastePasswordTime } from './password.ts';
import type { AccountToAdd } from '../set-up.ts';

/** What stands in the register for a password: its hash, or in a sealed office the key it opens. */
export async function secretFor(
  desk: DeskContext,
  username: string,
  password: string,
): Promise<Pick<AccountToAdd, 'passwordHash' | 'keys' | 'known'>> {
  if (desk.vault === null) {
    const passwordHash = await hashPassword(password, desk.practice());
    return { passwordHash, known: knownOfHash(passwordHash) };
  }
  const { secret, keys, known } = await giveKey(desk.vault, { username, password, practice: desk.practice() });
  return { passwordHash: secret, keys, known };
}

type Refused = Fault<'sign-in-refused' | 'disk-full'>;

/** One guess at a time for each name: guesses sent together would all be measured against the same count of failures. */
export async function checkPassword(desk: DeskContext, username: string, password: string): Promise<Account | Refused> {
  const proven = await desk.inTurn(`password ${username}`, () => checkInTurn(desk, username, password, isRight));
  return isFault(proven) ? proven : proven.account;
}

export type Proven = {
  readonly account: Account;
  /** What they sign with; null in a plain office, which has no keys. The caller forgets it. */
  readonly signer: Signer | null;
};

/** As `checkPassword`, for who is about to stand for something with their key. */
export async function proveBy(desk: DeskContext, username: string, password: string): Promise<Proven | Refused> {
  const proven = await desk.inTurn(`password ${username}`, () => checkInTurn(desk, username, password, findSigner));
  if (isFault(proven)) return proven;
  return { account: proven.account, signer: proven.proof === 'right' ? null : proven.proof };
}

type Prove<P> = (desk: DeskContext, account: Account, password: string) => Promise<P | undefined>;

async function checkInTurn<P>(
  desk: DeskContext,
  username: string,
  password: string,
  prove: Prove<P>,
): Promise<{ account: Account; proof: P } | Refused> {
  const found = findAccount(desk.store.db, username);
  const account = found === undefined || found.disabled || !worksHere(found) ? undefined : found;
  const at = Math.floor(desk.ports.clock.now() / 1000);
  // A name that nobody has waits as long and costs as much: what is answered tells nobody which names there are.
  const tried = account ?? findTriedName(desk.store.db, username);
  const wait = remainingWait(tried, at);
  if (wait > 0) return fault('sign-in-refused', { waitSeconds: wait });
  if (account === undefined) {
    await (desk.vault === null
      ? wastePasswordTime(password, desk.practice())
      : wasteSlotTime(password, desk.practice()));
  } else {
    const proof = await prove(desk, account, password);
    if (proof !== undefined) return { account, proof };
  }
  const refused = fault('sign-in-refused', { waitSeconds: waitSeconds(tried.failures + 1) });
  if (desk.looksOnly !== null) return refused;
  return countFailures(desk, username, account, { at, times: 1 }) ?? refused;
}

/** Wrong passwords, in the register and its journal; an account that met too many is shut, unless the office would be left without anybody of its role. */
function countFailures(
  desk: DeskContext,
  username: string,
  account: Account | undefined,
  { at, times }: { readonly at: number; readonly times: number },
): Fault<'disk-full'> | null {
  let isShut = false;
  const counted = desk.store.write(null, desk.now(), (tx) => {
    if (account === undefined) return recordTriedName(tx.db, username, at);
    recordFailures(tx.db, account.accountId, times, at);
    tx.append({ kind: 'account', username }, { type: 'sign-in-failed', times });
    const failures = account.failures + times;
    isShut =
      failures >= mostFailures && !desk.practice() && !isLastOfRole(listAccounts(tx.db).filter(worksHere), username);
    if (!isShut) return;
    disableAccount(tx.db, account.accountId);
    // It goes on waiting as before: that it is shut now is told to nobody who tries.
    recordTriedName(tx.db, username, at, failures);
    tx.append({ kind: 'account', username }, { type: 'account-shut', why: 'failed-sign-ins' });
  });
  if (isShut) {
    desk.forget();
    settleKeys(desk);
  }
  return isFault(counted) ? counted : null;
}

/** A wrong code of a phone is a wrong guess as a wrong password is. */
export function countWrongCode(desk: DeskContext, account: Account): Fault<'second-factor-wrong' | 'disk-full'> {
  const at = Math.floor(desk.ports.clock.now() / 1000);
  const refused = countFailures(desk, account.username, account, { at, times: 1 });
  return refused ?? fault('second-factor-wrong', { waitSeconds: waitSeconds(account.failures + 1) });
}

export type Tried = { readonly username: string; readonly times: number; readonly lastFailureAt: number | null };

/** What was tried while the desk was closed, told as soon as it is open. */
export function countWhileClosed(desk: DeskContext, tried: readonly Tried[]): void {
  for (const { username, times, lastFailureAt } of tried) {
    const account = findAccount(desk.store.db, username);
    if (account === undefined || account.disabled || lastFailureAt === null) continue;
    countFailures(desk, username, account, { at: lastFailureAt, times });
  }
}

async function isRight({ vault }: DeskContext, account: Account, password: string): Promise<'right' | undefined> {
  const keyId = accountKeyId(account);
  const right =
    keyId === undefined
      ? await passwordMatches(password, account.password)
      : await vault?.matches(account.username, keyId, password);
  return right === true ? 'right' : undefined;
}

async function findSigner(
  desk: DeskContext,
  account: Account,
  password: string,
): Promise<Signer | 'right' | undefined> {
  const keyId = accountKeyId(account);
  if (keyId === undefined) return isRight(desk, account, password);
  const seed = await desk.vault?.seedOf(account.username, keyId, password);
  return seed && { username: account.username, keyId, seed };
}

/** From here on this account is who asks through that client. */
export function begin(desk: DeskContext, client: Client, username: string): void {
  const account = findAccount(desk.store.db, username);
  if (account === undefined) throw new Error(`no account ${username}`);
  const { accountId, fullName, role, password: secret } = account;
  const now = desk.ports.clock.now();
  client.session = {
    accountId,
    username,
    fullName,
    role,
    lastUsedAt: now,
    begunAt: now,
    opening: desk.opening,
    secret,
    mustChange: mustChange(desk, account),
    failed: null,
  };
  client.expired = false;
}

/** Why this person has to set a password before anything else. Invented people never have to. */
export function mustChange(desk: DeskContext, account: Account): 'first' | 'old' | null {
  if (desk.practice()) return null;
  if (account.mustChange) return 'first';
  // By a clock that leapt no password ages.
  const now = Math.floor(desk.clock.dated() / 1000);
  return areTwoPersonsAsked(desk.store.db) && isPasswordOld(account.role, account.passwordSetAt, now) ? 'old' : null;
}

/** The wrong passwords before a right one, for the person to see. */
export function failedOf({ failures, lastFailureAt }: Account): { times: number; lastAt: string } | null {
  return failures === 0 || lastFailureAt === null
    ? null
    : { times: failures, lastAt: toCivilTime(lastFailureAt * 1000) };
}

export function whoOf({ username, fullName, role }: Account) {
  return { username, fullName, role };
}
