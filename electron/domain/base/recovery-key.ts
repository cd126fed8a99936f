/**
 * The key that opens a sealed register when no password does, as it stands on paper: 16 bytes in eight groups of six digits. Digits alone, for
 * the number pad and because no input method turns them into something else; each group is 16 bits times eleven, so that a group in which one digit is
 * wrong, or two are exchanged, is known to be wrong by itself.
 */
const groupCount = 8;
const groupDigits = 6;
const check = 11;

export const recoveryKeyBytes = groupCount * 2;

export function recoveryKeyText(bytes: Uint8Array): string {
  return Array.from({ length: groupCount }, (_group, nth) => {
    const value = ((bytes[2 * nth] ?? 0) << 8) | (bytes[2 * nth + 1] ?? 0);
    return String(value * check).padStart(groupDigits, '0');
  }).join(' ');
}

/** The bytes behind what was typed, or the first group, counted from 1, that cannot be right; 0 where there are not as many digits as there should be. */
export function readRecoveryKey(text: string): { readonly bytes: Uint8Array } | { readonly wrongGroup: number } {
  const digits = text.replaceAll(/[\s.-]/g, '');
  if (!/^\d+$/.test(digits) || digits.length !== groupCount * groupDigits) return { wrongGroup: 0 };
  const bytes = new Uint8Array(recoveryKeyBytes);
  for (let nth = 0; nth < groupCount; nth += 1) {
    const value = Number(digits.slice(nth * groupDigits, (nth + 1) * groupDigits));
    if (value % check !== 0 || value / check > 0xffff) return { wrongGroup: nth + 1 };
    bytes[2 * nth] = (value / check) >> 8;
    bytes[2 * nth + 1] = (value / check) & 0xff;
  }
  return { bytes };
}
