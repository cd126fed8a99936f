import { type Fault, fault, isFault } from '../../contract/base/fault.ts';
import { type Account, findAccount, recordSignIn } from '../../store/office/accounts.ts';
import { wasteSlotTime } from '../../store/keys/slots.ts';
import type { Client } from '../core/client.ts';
import type { DeskContext } from '../core/context.ts';
import { giveKey, keyIdOf } from '../core/keys.ts';
import { hashPassword, passwordMatches, remainingWait, waitSeconds, wastePasswordTime } from './password.ts';
import type { AccountToAdd } from './set-up.ts';

/** What stands in the register for a password: its hash, or in a sealed office the key it opens. */
export async function secretFor(
  desk: DeskContext,
  username: string,
  password: string,
): Promise<Pick<AccountToAdd, 'passwordHash' | 'keys'>> {
  if (desk.vault === null) return { passwordHash: await hashPassword(password, desk.practice()) };
  const { secret, keys } = await giveKey(desk.vault, { username, password, practice: desk.practice() });
  return { passwordHash: secret, keys };
}

type Checked = Account | Fault<'sign-in-refused' | 'disk-full'>;

/** One guess at a time for each name: guesses sent together would all be measured against the same count of failures. */
export function checkPassword(desk: DeskContext, username: string, password: string): Promise<Checked> {
  return desk.inTurn(`password ${username}`, () => checkInTurn(desk, username, password));
}

async function checkInTurn(desk: DeskContext, username: string, password: string): Promise<Checked> {
  const account = findAccount(desk.store.db, username);
  if (account === undefined || account.disabled) {
    await (desk.vault === null
      ? wastePasswordTime(password, desk.practice())
      : wasteSlotTime(password, desk.practice()));
    return fault('sign-in-refused', { waitSeconds: 1 });
  }
  const now = Math.floor(desk.ports.clock.now() / 1000);
  const wait = remainingWait(account, now);
  if (wait > 0) return fault('sign-in-refused', { waitSeconds: wait });
  if (await isRight(desk, account, password)) return account;
  if (desk.looksOnly !== null) return fault('sign-in-refused', { waitSeconds: waitSeconds(account.failures + 1) });
  const counted = desk.store.write(null, desk.now(), (tx) => recordSignIn(tx.db, account.accountId, { failedAt: now }));
  return isFault(counted) ? counted : fault('sign-in-refused', { waitSeconds: waitSeconds(account.failures + 1) });
}

function isRight({ vault }: DeskContext, account: Account, password: string): Promise<boolean> {
  const keyId = keyIdOf(account);
  if (keyId === undefined) return passwordMatches(password, account.password);
  return vault?.matches(account.username, keyId, password) ?? Promise.resolve(false);
}

/** From here on this account is who asks through that client. */
export function begin({ opening, ports }: DeskContext, client: Client, account: Account): void {
  const { accountId, username, fullName, role } = account;
  client.session = { accountId, username, fullName, role, lastUsedAt: ports.clock.now(), opening };
  client.expired = false;
}

export function whoOf({ username, fullName, role }: Account) {
  return { username, fullName, role };
}
