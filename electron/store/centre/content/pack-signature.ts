import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import { isSignedBy } from '../../keys/primitives.ts';

/** The signature of a data pack: Ed25519 over everything in it but the signature. Asked when a pack is read, and again of what came from another counter. */

/** What stands before the text that is signed: no signature over something else is one over a pack. */
const domain = 'mot-cua-desk pack 1\n';

export type SignedPack = { readonly signature?: { readonly key: string; readonly value: string } };

export function signedText(pack: object): Buffer {
  const { signature: _signature, ...rest } = pack as SignedPack;
  return Buffer.from(domain + canonicalJson(rest));
}

/** Whether the signature of a pack holds under the key that stands beside it. Whose key that is, is another question. */
export function isPackSigned(pack: object): boolean {
  const { signature } = pack as SignedPack;
  if (signature === undefined) return false;
  const [key, value] = [signature.key, signature.value].map((text) => Buffer.from(text, 'base64url')) as [
    Buffer,
    Buffer,
  ];
  if (key.length !== 32 || value.length !== 64) return false;
  try {
    return isSignedBy(key, signedText(pack), value);
  } catch {
    return false;
  }
}
