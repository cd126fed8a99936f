import { type PublicKeys } from '../../../store/keys/primitives.ts';
import type { ClosedOffice } from '../../../store/keys/keys-file.ts';
import { type PasswordHash, halvesOf, makeSlot, recoveryKeysOf, slotFromHash } from '../../../store/keys/slots.ts';
import { type Vault, newVault } from '../../../store/keys/vault.ts';
import type { Writer } from '../../../store/store.ts';
import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import { readRecoveryKey } from '../../../domain/base/recovery-key.ts';
import type { Author } from '../../../store/journal/make-entry.ts';
import { type Account, listAccounts, renewSecret } from '../../../store/common/office/accounts.ts';
import type { KnownPassword } from '../../../store/common/office/known-passwords.ts';
import { findRecoveryKey } from '../../../store/common/office/settings.ts';
import type { DeskContext } from '../context.ts';
import { unitName } from '../../../domain/catalogue/catalogue.ts';
import { type StandingPersons, alone, standingOf } from './standing.ts';

const keyMark = '$key$';

/** What an account of a sealed office has in the place of a password's hash: which key its password opens. */
function secretOfKey(keyId: string): string {
  return `${keyMark}${keyId}`;
}

/** The key that an account's password opens; undefined for an account of a plain office. */
export function accountKeyId({ password }: Pick<Account, 'password'>): string | undefined {
  return password.startsWith(keyMark) ? password.slice(keyMark.length) : undefined;
}

type AccountSecret = { readonly secret: string; readonly keys: PublicKeys; readonly known: KnownPassword };

/** A new key for a new password, sealed to and on disk before the register names it: a kill in between leaves one key too many, and never one too few. */
export async function giveKey(
  vault: NonNullable<DeskContext['vault']>,
  { username, password, practice }: { username: string; password: string; practice: boolean },
): Promise<AccountSecret> {
  const made = await makeSlot(username, password, practice);
  vault.add(made);
  return { secret: secretOfKey(made.keys.keyId), keys: made.keys, known: made.known };
}

/** As the entry says it. */
export function keyEvent(keys: PublicKeys) {
  return { type: 'account-key', ...halvesOf(keys) } as const;
}

/** The secret behind a key on paper as it was typed. */
export function secretOf(typed: string): Uint8Array | Fault<'recovery-key-length' | 'recovery-key-mistyped'> {
  const read = readRecoveryKey(typed);
  if ('bytes' in read) return read.bytes;
  return read.wrongGroup === 0
    ? fault('recovery-key-length', {})
    : fault('recovery-key-mistyped', { group: read.wrongGroup });
}

/** From here on this key on paper opens the register and no other one. On disk before the register names it, as with passwords. */
export function giveRecoveryKey(
  desk: DeskContext,
  secret: Uint8Array,
  author: Author,
  { standing = alone, also }: { readonly standing?: StandingPersons; readonly also?: (tx: Writer) => void } = {},
): Fault<'disk-full'> | null {
  const { vault } = desk;
  if (vault === null) throw new Error('a plain office has no keys');
  const keys = recoveryKeysOf(secret);
  vault.addRecovery(keys, desk.nowCivil().slice(0, 10));
  const office = { kind: 'office' } as const;
  const done = desk.store.write(author, desk.now(), (tx) => {
    also?.(tx);
    tx.append(office, standing.stood(office, { type: 'recovery-key-made', ...halvesOf(keys) }));
  });
  return isFault(done) ? done : null;
}

/**
 * Changes accounts one after another, and holds the key file to the register afterwards, whatever came of it: keys of passwords that were
 * replaced, of accounts that were shut and of changes that were refused are taken out.
 */
export function changeKeys<T>(desk: DeskContext, change: () => Promise<T> | T): Promise<T> {
  return desk.inTurn('keys', async () => {
    try {
      return await change();
    } finally {
      settleKeys(desk);
    }
  });
}

/**
 * Holds the key file to the register: only the keys that this says count stay in it. Whoever changed something is told what the register has; a key file
 * that the disk does not take is held to it with the next change, and at the next opening. Until then a key too many opens the file.
 */
export function settleKeys(desk: DeskContext): void {
  const { vault } = desk;
  if (vault === null) return;
  const open = listAccounts(desk.store.db).filter(({ disabled }) => !disabled);
  const ofPaper = findRecoveryKey(desk.store.db)?.keyId ?? [];
  try {
    vault.keepOnly(new Set([...open.map(accountKeyId), ofPaper].flatMap((keyId) => keyId ?? [])));
  } catch (error) {
    desk.ports.log.write('keys-not-written', { error: String(error) });
  }
}

/** Whether no password opens this account here: its key did not come with the backup that this register came back from, or went when the account was shut. */
export function lacksKey({ vault }: DeskContext, account: Account): boolean {
  return vault !== null && !vault.holds(accountKeyId(account) ?? '');
}

/** What a closed desk says of itself. */
export function closedOffice(desk: DeskContext): ClosedOffice {
  const { unitCode, centreName, desk: counter } = desk.getOffice();
  return {
    unitName: unitName(desk.catalogue, unitCode),
    centreName,
    deskName: counter.name,
    deskCode: counter.code,
    practice: desk.practice(),
  };
}

type HashOf = (account: Account) => PasswordHash | undefined;

/**
 * Who opens a plain register, once it is sealed: every open account by the password it has, without being asked for it, and the key on paper. `write` says
 * in the new register whose key is whose. A hash that is none of ours opens nothing: its account is given a new password by an administrator.
 */
export function takeOver(
  desk: DeskContext,
  secret: Uint8Array,
  hashOf: HashOf,
  /** Who stands beside the administrator. */
  second?: string,
): { readonly vault: Vault; readonly write: (tx: Writer) => void } {
  const vault = newVault(desk.ports.dataFolder, closedOffice(desk));
  const made = listAccounts(desk.store.db).flatMap((account) => {
    const hash = account.disabled ? undefined : hashOf(account);
    return hash === undefined ? [] : [{ account, slot: slotFromHash(account.username, hash) }];
  });
  for (const { slot } of made) vault.add(slot);
  const ofPaper = recoveryKeysOf(secret);
  vault.addRecovery(ofPaper, desk.nowCivil().slice(0, 10));
  return {
    vault,
    write(tx) {
      tx.append({ kind: 'office' }, { type: 'office-sealed', ...(second === undefined ? {} : { second }) });
      tx.append({ kind: 'office' }, { type: 'recovery-key-made', ...halvesOf(ofPaper) });
      const taken = new Map(made.map(({ account, slot }) => [account.accountId, slot.keys]));
      for (const { accountId, username } of listAccounts(tx.db)) {
        const keys = taken.get(accountId);
        // The hash goes whether a key was made of it or not.
        renewSecret(tx.db, accountId, keys === undefined ? noSecret : secretOfKey(keys.keyId));
        if (keys !== undefined) tx.append({ kind: 'account', username }, keyEvent(keys));
      }
    },
  };
}

/** No password opens this. */
const noSecret = `${keyMark}none`;

/** Somebody typed the password of a key that was made from its hash: from here on the key is made from chance, as any other. */
export async function renewKeyOfHash(desk: DeskContext, account: Account, password: string): Promise<void> {
  const { vault } = desk;
  if (vault === null || !vault.isOfHash(accountKeyId(account) ?? '')) return;
  const { username, accountId } = account;
  const before = accountKeyId(account) ?? '';
  await changeKeys(desk, async () => {
    const seed = await vault.seedOf(username, before, password);
    const standing = seed === undefined ? alone : standingOf({}, [{ username, keyId: before, seed }]);
    const { secret, keys } = await giveKey(vault, { username, password, practice: desk.practice() });
    const subject = { kind: 'account', username } as const;
    desk.store.write(account, desk.now(), (tx) => {
      renewSecret(tx.db, accountId, secret);
      tx.append(subject, standing.stood(subject, keyEvent(keys)));
    });
    standing.end();
  });
}
