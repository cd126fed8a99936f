import { randomBytes } from 'node:crypto';
import type { FileKey } from '../file/opening/sealed.ts';
import type { Seal, SealedFile, Slot } from './keys-file.ts';
import {
  type PublicKeys,
  derive,
  deriveFromPassword,
  pairKeyId,
  leastCost,
  publicKeysOf,
  sealTo,
  unseal,
  unwrap,
  wrap,
} from './primitives.ts';

/** OWASP's scrypt setting: 128 MiB and a quarter of a second. People who are invented are guessed by nobody. */
const cost = { real: 17, practice: leastCost } as const;

/** Of a password's hash and of its slot alike: a slot is made from what the hash was. */
export function passwordCost(practice: boolean): { readonly ln: number; readonly r: 8; readonly p: 1 } {
  return { ln: practice ? cost.practice : cost.real, r: 8, p: 1 };
}

export type MadeSlot = { readonly slot: Slot; readonly keys: PublicKeys };

/** A new pair of keys of an account, whose seed its password alone opens. A new password always means a new pair. */
export async function makeSlot(username: string, password: string, practice: boolean): Promise<MadeSlot> {
  const seed = randomBytes(32);
  const salt = randomBytes(16);
  const kdf = { ...passwordCost(practice), salt: text(salt) };
  const key = await deriveFromPassword(password, salt, kdf);
  try {
    const keys = publicKeysOf(seed);
    const halves = halvesOf(keys);
    const wrapped = text(wrap(key, seed, aboutSlot({ username, kdf, ...halves })));
    return { slot: { username, ...halves, kdf, wrapped }, keys };
  } finally {
    key.fill(0);
    seed.fill(0);
  }
}

/** A hash of a password as a plain register keeps it: what scrypt gave, and how. */
export type PasswordHash = { readonly kdf: Slot['kdf']; readonly key: Uint8Array };

/** The same without the password: what its hash was made of is what it gives again when it is typed. */
export function slotFromHash(username: string, { kdf, key }: PasswordHash): MadeSlot {
  const seed = randomBytes(32);
  const given = keyOfHash(key);
  try {
    const keys = publicKeysOf(seed);
    const slot = { username, ...halvesOf(keys), kdf, of: 'hash' } as const;
    return { slot: { ...slot, wrapped: text(wrap(given, seed, aboutSlot(slot))) }, keys };
  } finally {
    seed.fill(0);
    given.fill(0);
  }
}

function keyOfHash(hash: Uint8Array): Buffer {
  return derive(hash, Buffer.alloc(0), 'mot-cua-desk 1 slot of a hash');
}

/** The seed behind a password; undefined for another password, and for a slot that was changed. */
export async function openSlot(slot: Slot, password: string): Promise<Buffer | undefined> {
  const derived = await deriveFromPassword(password, bytes(slot.kdf.salt), slot.kdf);
  const key = slot.of === 'hash' ? keyOfHash(derived) : Buffer.from(derived);
  derived.fill(0);
  const seed = unwrap(key, bytes(slot.wrapped), aboutSlot(slot));
  key.fill(0);
  if (seed === undefined || publicKeysOf(seed).keyId === slot.keyId) return seed;
  seed.fill(0);
  return undefined;
}

/** The seed behind the key on paper: 128 random bits need no cost. */
export function seedOfRecoveryKey(secret: Uint8Array): Buffer {
  return derive(secret, Buffer.alloc(0), 'mot-cua-desk 1 recovery');
}

/** What others may know of a key on paper. */
export function recoveryKeysOf(secret: Uint8Array): PublicKeys {
  const seed = seedOfRecoveryKey(secret);
  try {
    return publicKeysOf(seed);
  } finally {
    seed.fill(0);
  }
}

/** Spends the time of a slot that is not there. */
export async function wasteSlotTime(password: string, practice: boolean): Promise<void> {
  await deriveFromPassword(password, Buffer.alloc(16), passwordCost(practice));
}

/** A pair's public halves as a key file and an entry have them. */
export function halvesOf({ keyId, x25519, ed25519 }: PublicKeys): Pick<Slot, 'keyId' | 'x25519' | 'ed25519'> {
  return { keyId, x25519: text(x25519), ed25519: text(ed25519) };
}

/** The file's key for one pair of keys. */
export function sealFor({ key, salt }: FileKey, { keyId, x25519 }: PublicKeys): Seal {
  return { keyId, box: text(sealTo(x25519, key, aboutSeal(salt, keyId))) };
}

/** The file's key for a pair of which only the halves are known; undefined where they are not those of its name. */
export function sealForHalves(fileKey: FileKey, halves: Pick<Slot, 'keyId' | 'x25519' | 'ed25519'>): Seal | undefined {
  const keys = { keyId: halves.keyId, x25519: bytes(halves.x25519), ed25519: bytes(halves.ed25519) };
  return pairKeyId(keys.x25519, keys.ed25519) === keys.keyId ? sealFor(fileKey, keys) : undefined;
}

/** The file's key out of the box of this seed; undefined where there is none, or it was changed. */
export function openSeal(file: SealedFile, seed: Uint8Array, keyId: string): FileKey | undefined {
  const seal = file.seals.find((one) => one.keyId === keyId);
  const salt = bytes(file.salt);
  const key = seal && unseal(seed, bytes(seal.box), aboutSeal(salt, keyId));
  return key && { key, salt };
}

/** What a wrapped seed is bound to: taken to another name or another cost it opens nothing. */
function aboutSlot({ username, keyId, kdf, of }: Pick<Slot, 'username' | 'keyId' | 'kdf' | 'of'>): Buffer {
  const about = ['slot 1', username, keyId, kdf.ln, kdf.r, kdf.p, kdf.salt];
  return Buffer.from(JSON.stringify(of === undefined ? about : [...about, of]));
}

function aboutSeal(salt: Uint8Array, keyId: string): Buffer {
  return Buffer.from(JSON.stringify(['seal 1', text(salt), keyId]));
}

function text(raw: Uint8Array): string {
  return Buffer.from(raw).toString('base64url');
}

function bytes(encoded: string): Buffer {
  return Buffer.from(encoded, 'base64url');
}
