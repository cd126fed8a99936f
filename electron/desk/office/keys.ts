import { type Fault, fault, isFault } from '../../contract/base/fault.ts';
import type { Status } from '../../contract/office/office.ts';
import { recoveryKeyBytes, recoveryKeyText } from '../../domain/base/recovery-key.ts';
import { civilOf } from '../../store/file/codecs.ts';
import { isCostAllowed, primitiveFaults } from '../../store/keys/primitives.ts';
import { type PasswordHash, recoveryKeysOf } from '../../store/keys/slots.ts';
import { type Account, enableAccount, findAccount, setPassword } from '../../store/office/accounts.ts';
import { findRecoveryKey } from '../../store/office/settings.ts';
import type { Store, Writer } from '../../store/store.ts';
import { type Session, authorOf } from '../core/client.ts';
import type { DeskContext } from '../core/context.ts';
import { type Handlers, getSession } from '../core/handler.ts';
import { changeKeys, giveRecoveryKey, keyEvent, secretOf, settleKeys, takeOver } from '../core/keys.ts';
import { settled } from '../papers/make.ts';
import { begin, checkPassword, secretFor } from './check-password.ts';
import { isStrongPassword, passwordMinimum } from '../../contract/office/password.ts';
import { readHash } from './password.ts';

const done = { done: true } as const;
const sheetForm = 'khoa-khoi-phuc';
/** So many groups are typed back from the paper: who has two of them has the paper before them. */
const askedBack = 2;

/** By chance, and each group another: what repeats is read wrongly from paper. */
export function newRecoveryKey({ ports }: DeskContext): string {
  for (;;) {
    const text = recoveryKeyText(ports.random.bytes(recoveryKeyBytes));
    if (new Set(text.split(' ')).size === text.split(' ').length) return text;
  }
}

/** For the bar: an office without a key on paper loses everything with its last password. */
export function sealingOf(desk: DeskContext): Status['sealing'] {
  if (desk.vault === null) return 'plain';
  const recovery = findRecoveryKey(desk.store.db);
  if (recovery === undefined) return 'no-recovery';
  return recovery.isUsed ? 'recovery-used' : 'sealed';
}

/** The password of a plain office's account as the vault takes it over; undefined where it is none of ours. */
export function hashOf({ password }: Account): PasswordHash | undefined {
  const kept = readHash(password);
  if (kept === undefined || !isCostAllowed(kept)) return undefined;
  const { ln, r, p, salt, key } = kept;
  return { kdf: { ln, r, p, salt: salt.toString('base64url') }, key };
}

function writing(desk: DeskContext, session: Session, write: (tx: Writer) => unknown) {
  const now = desk.now();
  return (store: Store): Fault | null => {
    const done = store.write(authorOf(session), now, write);
    return isFault(done) ? done : null;
  };
}

/** An encrypted backup first, and only then are the plain ones written over. */
async function resealed(desk: DeskContext | Fault) {
  // What the store may say is what the contract names; a refusal of the writing is none of the calls it stands for.
  if (isFault(desk)) return desk as never;
  const made = await desk.backups.make('asked');
  if (!isFault(made)) await desk.backups.shredPlain();
  const trouble = isFault(made) ? made : made.trouble;
  return {
    trouble: trouble === null ? null : { code: trouble.fault, data: { ...trouble.data } },
    plainLeft: [...desk.backups.plainLeft()],
  };
}

export const keysHandlers: Handlers['keys'] = {
  propose: (desk) => {
    const recoveryKey = newRecoveryKey(desk);
    const count = recoveryKey.split(' ').length;
    const askedGroups = new Set<number>();
    while (askedGroups.size < askedBack) askedGroups.add(1 + ((desk.ports.random.bytes(1)[0] ?? 0) % count));
    return { recoveryKey, askedGroups: [...askedGroups].toSorted((a, b) => a - b) };
  },

  sheet: async (desk, { recoveryKey, printer, paperSize, centreName, deskName }, { session }) => {
    const isSetUp = desk.findOffice() !== undefined;
    if (isSetUp && session?.role !== 'admin') return fault('forbidden', { role: 'admin' });
    const secret = secretOf(recoveryKey);
    if (isFault(secret)) return secret;
    const groups = recoveryKeyText(secret).split(' ');
    const row = (from: number, to: number) => ({
      from: String(from),
      to: String(to),
      text: groups.slice(from - 1, to).join('   '),
    });
    const rows = [row(1, 4), row(5, 8)];
    const data = { centreName, deskName, madeAt: desk.nowCivil(), rows };
    const paper = settled(await desk.paper.render(sheetForm, data, { size: paperSize }));
    if (isFault(paper)) return paper;
    const sent = isSetUp
      ? await desk.printQueue.submit(printer, sheetForm, paper)
      : await desk.ports.printing.submit({ pdf: paper.pdf, printer, copies: 1, title: sheetForm, size: paperSize });
    return isFault(sent) ? sent : done;
  },

  status: (desk) => {
    const recovery = desk.vault === null ? undefined : findRecoveryKey(desk.store.db);
    return {
      sealed: desk.vault !== null,
      recovery: recovery === undefined ? null : { madeAt: civilOf(recovery.madeAt), used: recovery.isUsed },
      plainLeft: [...desk.backups.plainLeft()],
    };
  },

  seal: async (desk, { password, recoveryKey }, caller) => {
    if (desk.vault !== null) return fault('keys-sealed', {});
    const secret = secretOf(recoveryKey);
    if (isFault(secret)) return secret;
    const session = getSession(caller);
    const own = await checkPassword(desk, session.username, password);
    if (isFault(own)) return own;
    const wrong = await primitiveFaults();
    if (wrong.length > 0) return fault('store-unusable', { path: desk.ports.dataFolder, reason: wrong.join(', ') });
    const { vault, write } = takeOver(desk, secret, hashOf);
    return resealed(await desk.reseal(desk, vault, writing(desk, session, write)));
  },

  turn: async (desk, { password, reason }, caller) => {
    if (desk.vault === null) return fault('keys-plain', {});
    const session = getSession(caller);
    const own = await checkPassword(desk, session.username, password);
    if (isFault(own)) return own;
    settleKeys(desk);
    const write = (tx: Writer) => tx.append({ kind: 'office' }, { type: 'file-key-turned', reason });
    return resealed(await desk.reseal(desk, desk.vault.turned(), writing(desk, session, write)));
  },

  renew: async (desk, { password, recoveryKey }, caller) => {
    if (desk.vault === null) return fault('keys-plain', {});
    const secret = secretOf(recoveryKey);
    if (isFault(secret)) return secret;
    const session = getSession(caller);
    const own = await checkPassword(desk, session.username, password);
    if (isFault(own)) return own;
    return changeKeys(desk, () => giveRecoveryKey(desk, secret, authorOf(session)) ?? done);
  },

  recover: (desk, { recoveryKey, username, password, reason }, { client }) =>
    desk.inTurn('recover', async () => {
      if (desk.vault === null) return fault('keys-plain', {});
      const secret = secretOf(recoveryKey);
      if (isFault(secret)) return secret;
      // The register says which key on paper counts: one that was replaced may still stand in an older key file.
      if (findRecoveryKey(desk.store.db)?.keyId !== recoveryKeysOf(secret).keyId)
        return fault('recovery-key-wrong', {});
      if (!isStrongPassword(password)) return fault('password-weak', { minimum: passwordMinimum });
      if (findAccount(desk.store.db, username)?.role !== 'admin') return fault('account-unknown', { username });
      const set = await changeKeys(desk, async () => {
        const { passwordHash, keys } = await secretFor(desk, username, password);
        return desk.store.write(null, desk.now(), (tx) => {
          const account = findAccount(tx.db, username);
          if (account === undefined) return fault('account-unknown', { username });
          tx.append({ kind: 'office' }, { type: 'recovery-key-used', username, reason });
          if (account.disabled) {
            enableAccount(tx.db, account.accountId);
            tx.append({ kind: 'account', username }, { type: 'account-enabled', reason });
          }
          setPassword(tx.db, account.accountId, passwordHash);
          tx.append({ kind: 'account', username }, { type: 'password-set' });
          if (keys !== undefined) tx.append({ kind: 'account', username }, keyEvent(keys));
          tx.append({ kind: 'account', username }, { type: 'signed-in' });
          return account;
        });
      });
      if (isFault(set)) return set;
      desk.forget();
      begin(desk, client, { ...set, disabled: false });
      return { username, fullName: set.fullName };
    }),
};
