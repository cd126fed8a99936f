import { createHmac, randomBytes } from 'node:crypto';
import { type FileKey, newFileKey } from '../file/opening/sealed.ts';
import {
  type ClosedOffice,
  type Keys,
  type KeysContent,
  findFile,
  isVouchedFor,
  keysText,
  writeKeys,
} from './keys-file.ts';
import { type PublicKeys, isSame } from './primitives.ts';
import {
  type MadeSlot,
  halvesOf,
  openSeal,
  openSlot,
  recoveryKeysOf,
  sealFor,
  sealForHalves,
  seedOfRecoveryKey,
} from './slots.ts';

/** The keys of an office while it is open: the file's key, and who may open it. */
export type Vault = {
  readonly fileKey: FileKey;
  /** Whether the key file, as it was read, was written by somebody who has the file's key. */
  readonly isVouchedFor: boolean;
  /** Whether this key lies in the key file, for some password to open. */
  holds(keyId: string): boolean;
  /** Whether this password opens that key of that account. */
  matches(username: string, keyId: string, password: string): Promise<boolean>;
  /** The seed behind that key, to sign with; undefined for another password. The caller forgets it. */
  seedOf(username: string, keyId: string, password: string): Promise<Buffer | undefined>;
  /** One more key that opens the file, on disk when this returns. Throws what the system throws. */
  add(made: MadeSlot): void;
  /** The same for a key on paper; one that was there before stays until `keepOnly`. */
  addRecovery(keys: PublicKeys, madeOn: string): void;
  /** Only these keys from here on: what the register says counts, whatever the key file said. */
  keepOnly(keyIds: ReadonlySet<string>): void;
  /**
   * The same people, as far as they have signed in since the office was sealed, and the same key on paper for a file with another key; nothing of it is on
   * disk before `settle`. Of them those alone whose keys the register can prove.
   */
  turned(trusted: ReadonlySet<string>): Vault;
  /** Whether the key of this account was made from a password's hash, and is to be replaced as soon as the password is typed. */
  isOfHash(keyId: string): boolean;
  /** As it goes with a backup: the keys of these accounts, of all where none are named, and the one on paper. */
  textFor(usernames: ReadonlySet<string> | null): string;
  /** Of an office that is being set up: what a closed desk will say of itself. The key file is on disk when this returns. */
  settle(office: ClosedOffice): void;
  /** Forgets the key. */
  close(): void;
};

/** The keys of an office that is being set up: nothing is on disk before `settle`. */
export function newVault(folder: string, office: ClosedOffice = nobody): Vault {
  const fileKey = newFileKey();
  const files = [{ salt: fileKey.salt.toString('base64url'), seals: [] }];
  return vaultOver(folder, { format: 1, office, files, accounts: [] }, fileKey, null);
}

const nobody = { unitName: '', centreName: '', deskName: '', deskCode: '', practice: false };

/** Opens a key file with a password; undefined where no key of that account opens with it. Every key of one name is tried: a change of password may have been cut short. */
export async function unlock(
  folder: string,
  keys: Keys,
  salt: Uint8Array,
  username: string,
  password: string,
): Promise<Vault | undefined> {
  const file = findFile(keys, salt);
  if (file === undefined) return undefined;
  for (const slot of keys.accounts.filter((one) => one.username === username)) {
    const seed = await openSlot(slot, password);
    const fileKey = seed && openSeal(file, seed, slot.keyId);
    seed?.fill(0);
    if (fileKey === undefined) continue;
    const { mac: _mac, ...content } = keys;
    return vaultOver(folder, content, fileKey, isVouchedFor(keys, fileKey.key), {
      username,
      keyId: slot.keyId,
      password,
    });
  }
  return undefined;
}

/** The same with the key on paper; undefined where that opens nothing here. */
export function unlockByRecovery(folder: string, keys: Keys, salt: Uint8Array, secret: Uint8Array): Vault | undefined {
  const file = findFile(keys, salt);
  if (file === undefined) return undefined;
  const seed = seedOfRecoveryKey(secret);
  const fileKey = openSeal(file, seed, recoveryKeysOf(secret).keyId);
  seed.fill(0);
  if (fileKey === undefined) return undefined;
  const { mac: _mac, ...content } = keys;
  return vaultOver(folder, content, fileKey, isVouchedFor(keys, fileKey.key));
}

type Proven = { readonly username: string; readonly keyId: string; readonly password: string };

function vaultOver(
  folder: string,
  begun: KeysContent,
  fileKey: FileKey,
  /** Null where nothing was read: the office is being set up. */
  isVouched: boolean | null,
  proven?: Proven,
): Vault {
  let content = begun;
  let saves = isVouched !== null;
  // What opened the file a moment ago need not be derived once more, once.
  const secret = randomBytes(32);
  let known = proven && digestOf(secret, proven);

  function change(next: KeysContent): void {
    if (saves) writeKeys(folder, keysText(next, fileKey.key));
    content = next;
  }

  return {
    fileKey,
    isVouchedFor: isVouched ?? true,
    holds: (keyId) => content.accounts.some((one) => one.keyId === keyId),
    async matches(username, keyId, password) {
      const before = known;
      known = undefined;
      if (before !== undefined && isSame(before, digestOf(secret, { username, keyId, password }))) return true;
      const slot = content.accounts.find((one) => one.username === username && one.keyId === keyId);
      const seed = slot && (await openSlot(slot, password));
      seed?.fill(0);
      return seed !== undefined;
    },
    async seedOf(username, keyId, password) {
      const slot = content.accounts.find((one) => one.username === username && one.keyId === keyId);
      return slot && openSlot(slot, password);
    },
    add({ slot, keys }) {
      const files = content.files.map((file) => ({ ...file, seals: [...file.seals, sealFor(fileKey, keys)] }));
      change({ ...content, files, accounts: [...content.accounts, slot] });
    },
    addRecovery(keys, madeOn) {
      const files = content.files.map((file) => ({ ...file, seals: [...file.seals, sealFor(fileKey, keys)] }));
      change({ ...content, files, recovery: [...(content.recovery ?? []), { ...halvesOf(keys), madeOn }] });
    },
    keepOnly(keyIds) {
      const next = only(content, (keyId) => keyIds.has(keyId));
      if (JSON.stringify(next) !== JSON.stringify(content)) change(next);
    },
    turned(trusted) {
      const next = newFileKey();
      // Whoever kept the plain register of before has the hashes too.
      const accounts = content.accounts.filter(({ of, keyId }) => of === undefined && trusted.has(keyId));
      const recovery = content.recovery?.filter(({ keyId }) => trusted.has(keyId));
      const seals = [...accounts, ...(recovery ?? [])].flatMap((one) => sealForHalves(next, one) ?? []);
      const files = [{ salt: next.salt.toString('base64url'), seals }];
      return vaultOver(
        folder,
        { ...content, accounts, files, ...(recovery === undefined ? {} : { recovery }) },
        next,
        null,
      );
    },
    isOfHash: (keyId) => content.accounts.some((one) => one.keyId === keyId && one.of === 'hash'),
    textFor: (usernames) => {
      const taken = content.accounts.filter(({ username }) => usernames === null || usernames.has(username));
      const kept = new Set([...taken, ...(content.recovery ?? [])].map(({ keyId }) => keyId));
      return keysText(
        only(content, (keyId) => kept.has(keyId)),
        fileKey.key,
      );
    },
    settle(office) {
      if (saves && isVouched !== false && JSON.stringify(office) === JSON.stringify(content.office)) return;
      saves = true;
      change({ ...content, office });
    },
    close: () => void fileKey.key.fill(0),
  };
}

function only(content: KeysContent, isKept: (keyId: string) => boolean): KeysContent {
  const accounts = content.accounts.filter(({ keyId }) => isKept(keyId));
  const recovery = content.recovery?.filter(({ keyId }) => isKept(keyId));
  const kept = new Set([...accounts, ...(recovery ?? [])].map(({ keyId }) => keyId));
  const files = content.files.map((file) => ({ ...file, seals: file.seals.filter(({ keyId }) => kept.has(keyId)) }));
  return { ...content, files, accounts, ...(recovery === undefined ? {} : { recovery }) };
}

function digestOf(secret: Buffer, { username, keyId, password }: Proven): Buffer {
  return createHmac('sha256', secret)
    .update(JSON.stringify([username, keyId, password.normalize('NFC')]))
    .digest();
}
