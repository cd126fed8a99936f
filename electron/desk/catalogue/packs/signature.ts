import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { type SignedPack, signedText } from '../../../store/centre/content/pack-signature.ts';

/**
 * Who published a data pack: Ed25519 over everything in it but the signature. The key is the publisher's own, made by `desk pack new-key` or by any tool that
 * writes Ed25519 as PEM (PKCS 8); it is never on a desk.
 */

/** The pack with the signature of whoever holds this private key, as PEM; throws where it is no private key of Ed25519. */
export function signPack<P extends object>(pack: P, pem: string): P & Required<SignedPack> {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('not a private key of Ed25519');
  const key = rawPublic(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }));
  const value = sign(null, signedText(pack), privateKey).toString('base64url');
  return { ...pack, signature: { key, value } };
}

/** A pair for a publisher: the private half as PEM, the public one as packs name it. */
export function newPublisherKey(): { readonly pem: string; readonly key: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    pem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    key: rawPublic(publicKey.export({ format: 'der', type: 'spki' })),
  };
}

function rawPublic(der: Buffer): string {
  return der.subarray(-32).toString('base64url');
}

/** What people compare over the telephone: 16 digits in four groups, the beginning of the key's SHA-256. */
export function fingerprintOf(key: string): string {
  const digits = createHash('sha256').update(Buffer.from(key, 'base64url')).digest('hex').slice(0, 16).toUpperCase();
  return digits.replace(/(.{4})(?=.)/g, '$1 ');
}

/** What somebody typed of it: spaces, hyphens and capitals are no difference. */
export function isFingerprintOf(key: string, typed: string): boolean {
  const plain = (text: string) => text.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return plain(typed) === plain(fingerprintOf(key));
}
