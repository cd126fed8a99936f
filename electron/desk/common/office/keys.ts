import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import path from 'node:path';
import type { Role, Status } from '../../../contract/common/office/office.ts';
import { recoveryKeyAsSecond } from '../../../domain/entries/signed.ts';
import { yearAfter } from '../../../domain/common/office/runs-out.ts';
import { mayStand } from '../../../domain/common/office/second-person.ts';
import { recoveryKeyBytes, recoveryKeyText } from '../../../domain/base/recovery-key.ts';
import { civilOf } from '../../../store/file/rows/codecs.ts';
import { isCostAllowed, primitiveFaults } from '../../../store/keys/primitives.ts';
import { storeFileName } from '../../../store/file/file-names.ts';
import { headOf } from '../../../store/file/opening/sealed.ts';
import { readKeys } from '../../../store/keys/keys-file.ts';
import { unlockByRecovery } from '../../../store/keys/vault.ts';
import { type PasswordHash, recoveryKeysOf, seedOfRecoveryKey } from '../../../store/keys/slots.ts';
import {
  type Account,
  enableAccount,
  findAccount,
  listAccounts,
  recordSignIn,
  setFactor,
  setPassword,
} from '../../../store/common/office/accounts.ts';
import { keyTrust } from '../../../store/common/office/key-trust.ts';
import { passwordsKept } from '../../../store/common/office/known-passwords.ts';
import { areTwoPersonsAsked, findRecoveryKey } from '../../../store/common/office/settings.ts';
import type { Store, Writer } from '../../../store/store.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';
import { type Handlers, getSession } from '../../core/handler.ts';
import {
  changeKeys,
  giveRecoveryKey,
  keyEvent,
  accountKeyId,
  secretOf,
  settleKeys,
  takeOver,
} from '../../core/keys/account-keys.ts';
import { type StandingPersons, alone, standingOf } from '../../core/keys/standing.ts';
import { settled } from '../../papers/make.ts';
import { begin, checkPassword, secretFor } from './people/check-password.ts';
import { compareWithKnown } from './people/known-passwords.ts';
import { isStrongPassword, passwordMinimum } from '../../../contract/common/office/password.ts';
import { whyEasy } from './people/own-password.ts';
import { readHash } from './people/password.ts';
import { restoredSince } from './signed-in.ts';
import { type SecondPerson, type TwoFault, standTwo, tellPaperUsed } from './two-persons.ts';

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

export type KeyOnPaper = ReturnType<typeof findRecoveryKey>;

/** The key on paper of an encrypted office; undefined where it has none, and in a plain one. It is looked for among all that the office said: once for each answer. */
export function keyOnPaper({ vault, store }: DeskContext): KeyOnPaper {
  return vault === null ? undefined : findRecoveryKey(store.db);
}

/** For the bar: an office without a key on paper loses everything with its last password. */
export function sealingOf({ vault }: DeskContext, key: KeyOnPaper): Status['sealing'] {
  if (vault === null) return 'plain';
  if (key === undefined) return 'no-recovery';
  return key.isUsed ? 'recovery-used' : 'sealed';
}

function recoveryView(key: NonNullable<KeyOnPaper>) {
  const { madeAt, isUsed, testedAt } = key;
  return {
    madeAt: civilOf(madeAt),
    used: isUsed,
    testedAt: testedAt === null ? null : civilOf(testedAt),
    due: yearAfter(provedOn(key)),
  };
}

function provedOn({ madeAt, testedAt }: NonNullable<KeyOnPaper>): string {
  return civilOf(testedAt ?? madeAt).slice(0, 10);
}

/** The day from which the year of the key on paper is counted, for who keeps a real office; a key that was used is asked to be replaced instead. */
export function recoveryKeyProved(desk: DeskContext, { role }: Session, key: KeyOnPaper): string | null {
  return key === undefined || key.isUsed || desk.practice() || !mayStand(role) ? null : provedOn(key);
}

/** The password of a plain office's account as the vault takes it over; undefined where it is none of ours. */
export function hashOf({ password }: Account): PasswordHash | undefined {
  const kept = readHash(password);
  if (kept === undefined || !isCostAllowed(kept)) return undefined;
  const { ln, r, p, salt, key } = kept;
  return { kdf: { ln, r, p, salt: salt.toString('base64url') }, key };
}

/** One by their password, as ever; or two by theirs. */
export async function standAsOneOrTwo(
  desk: DeskContext,
  session: Session,
  password: string,
  second: SecondPerson,
): Promise<StandingPersons | TwoFault> {
  const standing = await standTwo(desk, session, { ownPassword: password, second });
  if (standing !== alone) return standing;
  const own = await checkPassword(desk, session.username, password);
  return isFault(own) ? own : alone;
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

/** Whose keys a turned file is sealed to. Of a practice office no journal tells whose key is whose, for the same seed writes the same: its list of accounts does. */
function trustedKeys(desk: DeskContext): ReadonlySet<string> {
  const { keyIds } = keyTrust(desk.store.db);
  if (!desk.practice()) return keyIds;
  const open = listAccounts(desk.store.db).filter(({ disabled }) => !disabled);
  return new Set([...keyIds, ...open.flatMap((account) => accountKeyId(account) ?? [])]);
}

/** Why the file cannot be turned now: it would shut out whoever turns it, or everybody who decides, or who keeps its machines. */
function shutsOut(
  { store, vault }: DeskContext,
  { username }: Session,
  trusted: ReadonlySet<string>,
): Fault<'keys-shut-out'> | null {
  const opens = listAccounts(store.db).flatMap(({ disabled, ...account }) => {
    const keyId = disabled ? undefined : accountKeyId(account);
    return keyId === undefined ? [] : [{ username: account.username, role: account.role, keyId }];
  });
  const lost = opens.filter(({ keyId }) => !trusted.has(keyId));
  // Who has not signed in since the office was encrypted is given a new password, whoever turns it.
  const kept = (role: Role) =>
    opens.filter((one) => one.role === role && (trusted.has(one.keyId) || vault?.isOfHash(one.keyId)));
  const last =
    lost.find((one) => one.username === username) ?? lost.find(({ role }) => mayStand(role) && kept(role).length === 0);
  return last === undefined ? null : fault('keys-shut-out', { username: last.username });
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
    const recovery = keyOnPaper(desk);
    return {
      sealed: desk.vault !== null,
      recovery: recovery === undefined ? null : recoveryView(recovery),
      plainLeft: [...desk.backups.plainLeft()],
      two: areTwoPersonsAsked(desk.store.db),
      doubts:
        desk.vault === null
          ? []
          : keyTrust(desk.store.db).doubts.map(({ username, type, why }) => ({ username, type, why })),
    };
  },

  seal: async (desk, { password, second, recoveryKey }, caller) => {
    if (desk.vault !== null) return fault('keys-sealed', {});
    const secret = secretOf(recoveryKey);
    if (isFault(secret)) return secret;
    const session = getSession(caller);
    const own = await checkPassword(desk, session.username, password);
    if (isFault(own)) return own;
    // A plain office has no keys to sign with: the two are named, and what is sealed now is the root.
    const standing = await standTwo(desk, session, { ownPassword: password, second });
    if (isFault(standing)) return standing;
    standing.end();
    const wrong = await primitiveFaults();
    if (wrong.length > 0) return fault('store-unusable', { path: desk.ports.dataFolder, reason: wrong.join(', ') });
    const isTwo = areTwoPersonsAsked(desk.store.db) && second !== undefined && 'username' in second;
    const { vault, write } = takeOver(desk, secret, hashOf, isTwo ? second.username : undefined);
    return resealed(await desk.reseal(desk, vault, writing(desk, session, write)));
  },

  turn: async (desk, { password, second, reason }, caller) => {
    if (desk.vault === null) return fault('keys-plain', {});
    const session = getSession(caller);
    const standing = await standAsOneOrTwo(desk, session, password, second);
    if (isFault(standing)) return standing;
    settleKeys(desk);
    const trusted = trustedKeys(desk);
    const shut = shutsOut(desk, session, trusted);
    if (shut !== null) {
      standing.end();
      return shut;
    }
    const office = { kind: 'office' } as const;
    const write = (tx: Writer) => {
      tellPaperUsed(tx, session, second, reason);
      tx.append(office, standing.stood(office, { type: 'file-key-turned', reason }));
    };
    try {
      return await resealed(await desk.reseal(desk, desk.vault.turned(trusted), writing(desk, session, write)));
    } finally {
      standing.end();
    }
  },

  renew: async (desk, { password, second, recoveryKey }, caller) => {
    if (desk.vault === null) return fault('keys-plain', {});
    const secret = secretOf(recoveryKey);
    if (isFault(secret)) return secret;
    const session = getSession(caller);
    const standing = await standAsOneOrTwo(desk, session, password, second);
    if (isFault(standing)) return standing;
    const also = (tx: Writer) => tellPaperUsed(tx, session, second, 'recovery-key-made');
    try {
      return await changeKeys(desk, () => giveRecoveryKey(desk, secret, authorOf(session), { standing, also }) ?? done);
    } finally {
      standing.end();
    }
  },

  test: (desk, { recoveryKey }, caller) => {
    if (desk.vault === null) return fault('keys-plain', {});
    const secret = secretOf(recoveryKey);
    if (isFault(secret)) return secret;
    const { keyId } = recoveryKeysOf(secret);
    const { dataFolder } = desk.ports;
    // As a start would: the key file and the register as they lie on the disk.
    const salt = headOf(path.join(dataFolder, storeFileName));
    const keys = Buffer.isBuffer(salt) ? readKeys(dataFolder, salt) : undefined;
    const isRead = Buffer.isBuffer(salt) && keys !== undefined && !isFault(keys);
    const opened = isRead ? unlockByRecovery(dataFolder, keys, salt, secret) : undefined;
    opened?.close();
    if (opened === undefined || findRecoveryKey(desk.store.db)?.keyId !== keyId) return fault('recovery-key-wrong', {});
    const tested = desk.store.write(authorOf(getSession(caller)), desk.now(), (tx) =>
      tx.append({ kind: 'office' }, { type: 'recovery-key-tested', keyId }),
    );
    return isFault(tested) ? tested : done;
  },

  recover: (desk, { recoveryKey, username, password, reason, attended = false }, { client }) =>
    desk.inTurn('recover', async () => {
      if (desk.vault === null) return fault('keys-plain', {});
      const secret = secretOf(recoveryKey);
      if (isFault(secret)) return secret;
      // The register says which key on paper counts: one that was replaced may still stand in an older key file.
      if (findRecoveryKey(desk.store.db)?.keyId !== recoveryKeysOf(secret).keyId)
        return fault('recovery-key-wrong', {});
      if (!isStrongPassword(password)) return fault('password-weak', { minimum: passwordMinimum });
      const found = findAccount(desk.store.db, username);
      if (found?.role !== 'admin') return fault('account-unknown', { username });
      const easy = attended ? whyEasy(desk, found, password) : null;
      if (easy !== null) return fault('password-known', { why: easy });
      const told = restoredSince(desk, found);
      // The one that was lost is not come back to either.
      const compared = attended ? await compareWithKnown(desk, found, password, 'present too') : undefined;
      if (compared?.isUsed === true) return fault('password-used', { kept: passwordsKept });
      // The envelope stands for a second person; there is none else to ask.
      const paper = { username: null, keyId: recoveryKeysOf(secret).keyId, seed: seedOfRecoveryKey(secret) };
      const standing = standingOf({ second: recoveryKeyAsSecond }, [paper]);
      const set = await changeKeys(desk, async () => {
        const { passwordHash, keys, known } = await secretFor(desk, username, password);
        const at = Math.floor(desk.clock.dated() / 1000);
        const subject = { kind: 'account', username } as const;
        return desk.store.write(null, desk.now(), (tx) => {
          const account = findAccount(tx.db, username);
          if (account === undefined) return fault('account-unknown', { username });
          tx.append({ kind: 'office' }, { type: 'recovery-key-used', username, reason });
          if (account.disabled) {
            enableAccount(tx.db, account.accountId, at);
            tx.append(subject, standing.stood(subject, { type: 'account-enabled', reason }));
          }
          setPassword(tx.db, account.accountId, passwordHash, { at, known: compared?.known ?? known });
          setFactor(tx.db, account.accountId, null);
          tx.append(subject, { type: 'password-set' });
          if (keys !== undefined) tx.append(subject, standing.stood(subject, keyEvent(keys)));
          recordSignIn(tx.db, account.accountId, at);
          tx.append(subject, { type: 'signed-in' });
          return account;
        });
      });
      standing.end();
      if (isFault(set)) return set;
      desk.forget();
      begin(desk, client, username);
      if (client.session !== null) client.session = { ...client.session, ...told };
      return { username, fullName: set.fullName };
    }),
};
