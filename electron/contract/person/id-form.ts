/** How numbers of persons are written, so that one person is one person however their number is typed. No rule here knows a clock. */

/**
 * As kept: capitals, nothing between the signs but the dash before a branch's three digits, which is how tax codes are written
 * (10 digits, or 10-3).
 */
export function canonicalIdNumber(typed: string): string {
  const plain = typed.toUpperCase().replace(/[\s.\-‐-―−]/g, '');
  return /^\d{13}$/.test(plain) ? `${plain.slice(0, 10)}-${plain.slice(10)}` : plain;
}

/** Every way this desk may have kept a number in: before the dash was settled a branch was kept as it was typed. */
export function keptIdNumbers(typed: string): string[] {
  const one = canonicalIdNumber(typed);
  return [...new Set([one, one.replace('-', ''), typed])];
}

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/**
 * Whether the tenth digit of a tax code is the check digit of the nine before it (ten less their weighted sum in elevens). A code of twelve
 * digits is a citizen's id number, which has none.
 */
export function hasCheckDigit(taxCode: string): boolean {
  const digits = [...taxCode.replace('-', '')].map(Number);
  if (digits.length !== 10 && digits.length !== 13) return true;
  const sum = weights.reduce((total, weight, at) => total + weight * (digits[at] ?? 0), 0);
  return 10 - (sum % 11) === digits[9];
}

/** Ten digits, a branch three more; since the citizens' numbers took the place of theirs, twelve. */
export const taxCodeShape = /^(\d{10}(-\d{3})?|\d{12})$/;
