import { type KeyObject, createPrivateKey, createPublicKey } from 'node:crypto';

/** What stands before 32 raw bytes so that Node reads them as a key (RFC 8410). */
const heads = {
  x25519: { private: '302e020100300506032b656e04220420', public: '302a300506032b656e032100' },
  ed25519: { private: '302e020100300506032b657004220420', public: '302a300506032b6570032100' },
} as const;
type Curve = keyof typeof heads;

/** Of both curves, and of both halves. */
const curveKeyBytes = 32;

/** A private half as it lies in files and codes, 32 raw bytes, as Node uses it. Throws where it is none. */
export function privateKey(curve: Curve, raw: Uint8Array): KeyObject {
  const key = Buffer.concat([Buffer.from(heads[curve].private, 'hex'), raw]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

/** The same of a public half. */
export function publicKey(curve: Curve, raw: Uint8Array): KeyObject {
  const key = Buffer.concat([Buffer.from(heads[curve].public, 'hex'), raw]);
  return createPublicKey({ key, format: 'der', type: 'spki' });
}

/** The public half of a key, 32 raw bytes. */
export function rawPublic(key: KeyObject): Buffer {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-curveKeyBytes);
}
