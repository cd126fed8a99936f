import { type Account, findAccount } from '../../../../store/common/office/accounts.ts';
import { type KnownPassword, knownPasswords } from '../../../../store/common/office/known-passwords.ts';
import { deriveFromPassword, isCostAllowed, isSame } from '../../../../store/keys/primitives.ts';
import { passwordDigest } from '../../../../store/keys/slots.ts';
import type { DeskContext } from '../../../core/context.ts';
import { hashPassword, readHash } from './password.ts';

/** The last ten passwords of an account, none of which is taken again: TCVN 14423:2026, docs/law/data.md. */

/** What is remembered of a password whose hash the register keeps; undefined for one that is none of ours. */
export function knownOfHash(phc: string): KnownPassword | undefined {
  const kept = readHash(phc);
  if (kept === undefined || !isCostAllowed(kept)) return undefined;
  const { ln, r, p, salt, key } = kept;
  return { ln, r, p, salt, digest: passwordDigest(key) };
}

type Compared = {
  /** Whether it is one of those remembered. */
  readonly isUsed: boolean;
  /** What is to be remembered of it, where comparing gave that already. */
  readonly known: KnownPassword | undefined;
};

/**
 * Whether an account had this password, among those remembered; before its present one, where the caller knows that. Each salt costs a derivation (0,3 s), so the
 * next one is remembered under the salt that most of them share: ten passwords cost two or three, and whoever guesses at them gains no more than the number of
 * those that a person had before.
 */
export async function compareWithKnown(
  desk: DeskContext,
  account: Account,
  password: string,
  of: 'before' | 'present too' = 'before',
): Promise<Compared> {
  const bySalt = new Map<string, [KnownPassword, ...KnownPassword[]]>();
  for (const one of knownPasswords(desk.store.db, account.accountId).slice(of === 'before' ? 1 : 0)) {
    const salt = [one.ln, one.r, one.p, Buffer.from(one.salt).toString('hex')].join(' ');
    bySalt.set(salt, [one, ...(bySalt.get(salt) ?? [])]);
  }
  let known: KnownPassword | undefined;
  // The salt of most comes first, and of equally many the oldest: the same one the next time.
  const groups = [...bySalt.values()].toReversed().toSorted((a, b) => b.length - a.length);
  for (const group of groups) {
    const { ln, r, p, salt } = group[0];
    const key = await deriveFromPassword(password, salt, { ln, r, p });
    const digest = passwordDigest(key);
    key.fill(0);
    if (group.some((one) => isSame(one.digest, digest))) return { isUsed: true, known: undefined };
    known ??= { ln, r, p, salt, digest };
  }
  return { isUsed: false, known };
}

/**
 * The present password of an account that has had it since before they were remembered, so that it is remembered once another takes its place.
 * @param password where somebody just typed it: a sealed register keeps no hash of it
 */
export async function presentOfBefore(
  desk: DeskContext,
  username: string,
  password?: string,
): Promise<KnownPassword | undefined> {
  const account = findAccount(desk.store.db, username);
  if (account === undefined || knownPasswords(desk.store.db, account.accountId).length > 0) return undefined;
  const kept = knownOfHash(account.password);
  if (kept !== undefined || password === undefined) return kept;
  return knownOfHash(await hashPassword(password, desk.practice()));
}
