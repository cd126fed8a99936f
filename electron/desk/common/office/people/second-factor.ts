import { totpCode, isSame } from '../../../../store/keys/primitives.ts';

/** Codes of a phone's authenticator (RFC 6238: SHA-1, six digits, 30 seconds), worked out here without any network. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
export const secretBytes = 20;
const stepSeconds = 30;

/** As authenticators take it (RFC 4648, 6). */
export function secretText(secret: Uint8Array): string {
  let bits = 0;
  let held = 0;
  let text = '';
  for (const byte of secret) {
    held = held * 256 + byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[Math.floor(held / 2 ** bits)] ?? '';
      held %= 2 ** bits;
    }
  }
  return text;
}

/** Spaces and small letters do not matter; undefined for what is no secret of ours. */
export function readSecret(text: string): Uint8Array | undefined {
  const letters = [...text.toUpperCase().replaceAll(' ', '')].map((letter) => alphabet.indexOf(letter));
  if (letters.length !== (secretBytes * 8) / 5 || letters.includes(-1)) return undefined;
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of letters) {
    held = held * 32 + letter;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(Math.floor(held / 2 ** bits));
    held %= 2 ** bits;
  }
  return Uint8Array.from(bytes);
}

/**
 * The step a code belongs to: this one, or one beside it, for a phone's clock and a desk's are seldom the same. Undefined for another code, and for one of a
 * step that was used: who looked over a shoulder is too late.
 * @param now seconds since 1970
 */
export function stepOfCode(secret: Uint8Array, code: string, now: number, lastStep: number | null): number | undefined {
  const step = Math.floor(now / stepSeconds);
  return [step - 1, step, step + 1].find(
    (one) => one > (lastStep ?? -1) && isSame(Buffer.from(totpCode(secret, one)), Buffer.from(code)),
  );
}
