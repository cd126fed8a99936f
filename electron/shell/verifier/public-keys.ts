import { createHash, createPublicKey, verify } from 'node:crypto';

/** A desk's public key as a key file or an export tells it. */
export type PublicKey = {
  readonly keyId: string;
  readonly desk: string;
  readonly ed25519: Buffer;
  readonly stolenSince: string | null;
};

/** What stands before 32 raw bytes so that Node reads them as a key (RFC 8410). */
const spki = Buffer.from('302a300506032b6570032100', 'hex');

export function isSigned(key: PublicKey, text: Uint8Array, signature: Uint8Array): boolean {
  const der = Buffer.concat([spki, key.ed25519]);
  return verify(null, text, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
}

/** Undefined for a key that is not what its name says. */
export function readKey(raw: unknown): PublicKey | undefined {
  const { keyId, desk, ed25519, stolenSince } = (raw ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof keyId !== 'string' || typeof ed25519 !== 'string') return undefined;
  const bytes = Buffer.from(ed25519, 'base64url');
  const named = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  if (bytes.length !== 32 || named !== keyId) return undefined;
  return {
    keyId,
    desk: typeof desk === 'string' ? desk : '',
    ed25519: bytes,
    stolenSince: typeof stolenSince === 'string' ? stolenSince : null,
  };
}
