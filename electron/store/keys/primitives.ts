import {
  type KeyObject,
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  diffieHellman,
  hkdfSync,
  randomBytes,
  scrypt,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import { privateKey, publicKey, rawPublic } from '../../disk/curve-keys.ts';

/**
 * All cryptography of the keys, over what Node brings and nothing else: scrypt (RFC 7914), HKDF with SHA-256 (RFC 5869), X25519 (RFC 7748),
 * Ed25519 (RFC 8032), AES-256-GCM. `primitiveFaults` holds them to published vectors, at each start of a sealed office too: another runtime
 * brings another library.
 */

/** How hard a password is to guess: N = 2^ln. Written into a file that anybody may write, so it is bound before anything is allocated. */
export type Cost = { readonly ln: number; readonly r: number; readonly p: number };

export const leastCost = 15;
const mostCost = 18;

export function isCostAllowed({ ln, r, p }: Cost): boolean {
  return Number.isInteger(ln) && ln >= leastCost && ln <= mostCost && r === 8 && p === 1;
}

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** 32 bytes from a password. Throws on a cost out of bounds, before any memory is asked for. */
export function deriveFromPassword(password: string, salt: Uint8Array, cost: Cost): Promise<Buffer> {
  if (!isCostAllowed(cost)) throw new RangeError('the cost of a password is out of bounds');
  return scrypted(password.normalize('NFC'), salt, cost, keyBytes);
}

function scrypted(password: string, salt: Uint8Array, { ln, r, p }: Cost, length: number): Promise<Buffer> {
  const N = 2 ** ln;
  return new Promise((resolve, reject) => {
    scrypt(password, salt, length, { N, r, p, maxmem: 256 * r * N }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** Another key for another purpose: the label keeps them apart. */
export function derive(secret: Uint8Array, salt: Uint8Array, label: string, length = keyBytes): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, label, length));
}

export function macOf(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** The code of a step (RFC 6238 over RFC 4226, SHA-1). */
export function totpCode(secret: Uint8Array, step: number, digits = 6): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const at = (hash.at(-1) ?? 0) % 16;
  return String((hash.readUInt32BE(at) % 2 ** 31) % 10 ** digits).padStart(digits, '0');
}

export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Under a key that is used once or with a nonce of its own: nonce, then the text, then the tag. */
export function wrap(key: Uint8Array, plain: Uint8Array, about: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  return Buffer.concat([nonce, encrypted(key, nonce, plain, about)]);
}

/** Undefined for another key, and for anything that was changed. */
export function unwrap(key: Uint8Array, wrapped: Uint8Array, about: Uint8Array): Buffer | undefined {
  return decrypted(key, wrapped.subarray(0, nonceBytes), wrapped.subarray(nonceBytes), about);
}

function encrypted(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, about: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(about);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypted(key: Uint8Array, nonce: Uint8Array, text: Uint8Array, about: Uint8Array): Buffer | undefined {
  if (nonce.length !== nonceBytes || text.length < tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(about);
  decipher.setAuthTag(text.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(text.subarray(0, -tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** What others may know of a pair of keys: one opens, the other signs. */
export type PublicKeys = { readonly keyId: string; readonly x25519: Buffer; readonly ed25519: Buffer };

/** Both pairs come from one seed of 32 bytes, each by its own label. */
function privateOf(seed: Uint8Array, curve: 'x25519' | 'ed25519'): KeyObject {
  return privateKey(curve, derive(seed, none, `mot-cua-desk 1 ${curve}`));
}

export function publicKeysOf(seed: Uint8Array): PublicKeys {
  const [x25519, ed25519] = [rawPublic(privateOf(seed, 'x25519')), rawPublic(privateOf(seed, 'ed25519'))];
  return { keyId: pairKeyId(x25519, ed25519), x25519, ed25519 };
}

/** What a pair of keys is called by: whoever trusts the name can tell whether halves are its own. */
export function pairKeyId(x25519: Uint8Array, ed25519: Uint8Array): string {
  return createHash('sha256').update(x25519).update(ed25519).digest('hex').slice(0, 32);
}

/** For whoever has the private half: an ephemeral key, then the text under what both share. */
export function sealTo(x25519: Uint8Array, plain: Uint8Array, about: Uint8Array): Buffer {
  const ephemeral = privateKey('x25519', randomBytes(keyBytes));
  const sent = rawPublic(ephemeral);
  const key = sharedKey(ephemeral, x25519, sent, x25519);
  try {
    // The key is of this box alone.
    return Buffer.concat([sent, encrypted(key, noNonce, plain, about)]);
  } finally {
    key.fill(0);
  }
}

/** Undefined for another key, and for anything that was changed. */
export function unseal(seed: Uint8Array, box: Uint8Array, about: Uint8Array): Buffer | undefined {
  if (box.length < keyBytes + tagBytes) return undefined;
  const opens = privateOf(seed, 'x25519');
  const sent = box.subarray(0, keyBytes);
  let key: Buffer | undefined;
  try {
    key = sharedKey(opens, sent, sent, rawPublic(opens));
    return decrypted(key, noNonce, box.subarray(keyBytes), about);
  } catch {
    // A point of low order shares nothing.
    return undefined;
  } finally {
    key?.fill(0);
  }
}

function sharedKey(own: KeyObject, theirs: Uint8Array, sent: Uint8Array, to: Uint8Array): Buffer {
  const shared = diffieHellman({ privateKey: own, publicKey: publicKey('x25519', theirs) });
  const key = derive(shared, Buffer.concat([sent, to]), 'mot-cua-desk 1 seal');
  shared.fill(0);
  return key;
}

export function signWith(seed: Uint8Array, text: Uint8Array): Buffer {
  return sign(null, text, privateOf(seed, 'ed25519'));
}

/** For what names the key it is signed with: the pair is made once for both. */
export function signerOf(seed: Uint8Array): { readonly ed25519: Buffer; readonly sign: (text: Uint8Array) => Buffer } {
  const signs = privateOf(seed, 'ed25519');
  return { ed25519: rawPublic(signs), sign: (text) => sign(null, text, signs) };
}

export function isSignedBy(ed25519: Uint8Array, text: Uint8Array, signature: Uint8Array): boolean {
  return verify(null, text, publicKey('ed25519', ed25519), signature);
}

const none = Buffer.alloc(0);
const noNonce = Buffer.alloc(nonceBytes);

type Vector = { readonly name: string; readonly wanted: string; readonly made: () => Buffer | Promise<Buffer> };

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** Published results, each small enough to be worked out at every start. */
const vectors: readonly Vector[] = [
  {
    name: 'scrypt (RFC 7914, 12)',
    wanted:
      '77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906',
    made: () => scrypted('', none, { ln: 4, r: 1, p: 1 }, 64),
  },
  {
    name: 'HKDF (RFC 5869, A.1)',
    wanted: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    made: () =>
      Buffer.from(
        hkdfSync('sha256', hex('0b'.repeat(22)), hex('000102030405060708090a0b0c'), hex('f0f1f2f3f4f5f6f7f8f9'), 42),
      ),
  },
  {
    name: 'X25519 (RFC 7748, 6.1)',
    wanted: '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742',
    made: () =>
      diffieHellman({
        privateKey: privateKey('x25519', hex('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb')),
        publicKey: publicKey('x25519', hex('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a')),
      }),
  },
  {
    name: 'Ed25519 (RFC 8032, 7.1, test 2)',
    wanted:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    made: () =>
      sign(
        null,
        hex('72'),
        privateKey('ed25519', hex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb')),
      ),
  },
  {
    name: 'TOTP (RFC 6238, appendix B)',
    wanted: Buffer.from('94287082').toString('hex'),
    made: () => Buffer.from(totpCode(Buffer.from('12345678901234567890'), 1, 8)),
  },
  {
    name: 'AES-256-GCM (test case 16 of its authors)',
    wanted:
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b',
    made: () =>
      encrypted(
        hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308'),
        hex('cafebabefacedbaddecaf888'),
        hex(
          'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
        ),
        hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
      ),
  },
];

/** The names of what this runtime works out otherwise than is published; empty where all is well. */
export async function primitiveFaults(): Promise<string[]> {
  const found = await Promise.all(
    vectors.map(async ({ name, wanted, made }) => {
      try {
        return (await made()).toString('hex') === wanted ? [] : [name];
      } catch {
        return [name];
      }
    }),
  );
  return found.flat();
}
