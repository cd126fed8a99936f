/** How numbers of persons are written, so that one person is one person however their number is typed. No rule here knows a clock. */

/**
 * As kept: capitals, nothing between the signs but the dash before a branch's three digits, which is how tax codes are written
 * (10 digits, or 10-3). Only what groups a number as people write it goes: what stands behind a sign otherwise is a tail of a worksheet
 * (79190000000.0) or a suffix of something else (0399999999-01), and taking the sign away would make another person's number of it.
 */
export function canonicalIdNumber(typed: string): string {
  const written = typed.toUpperCase().trim();
  const plain = isGrouped(written) ? written.replace(between, '') : written;
  return /^\d{13}$/.test(plain) ? `${plain.slice(0, 10)}-${plain.slice(10)}` : plain;
}

const between = /[\s.\-‐-―−]+/g;

function isGrouped(written: string): boolean {
  const groups = written.split(between);
  const lengths = groups.map((group) => group.length);
  const [first = 0] = lengths;
  const last = lengths.at(-1) ?? 0;
  if (lengths.length < 2 || lengths.includes(0)) return false;
  // A passport's letters stand apart from its digits: AB-1234567, USA 12345678. A worksheet's 7.919E10 is no passport.
  if (!/^[\d\s.\-‐-―−]+$/.test(written)) return !/\.\d{1,2}$|^\d+\.\d*E[+-]?\d+$/.test(written);
  // A branch of a tax code, or groups of one length.
  if ((lengths.length === 2 && first === 10 && last === 3) || lengths.every((length) => length === first)) return true;
  const before = lengths.at(-2) ?? 0;
  if (!/[^\d\s]/.test(written)) return last > 3 || before <= 6;
  // Dots and dashes part groups of three or more, and one of them alone is no grouping.
  return lengths.length > 2 && lengths.every((length) => length >= 3 && length <= 6);
}

/** Every way this desk may have kept a number in: before the dash was settled a branch was kept as it was typed. */
export function keptIdNumbers(typed: string): string[] {
  const one = canonicalIdNumber(typed);
  return [...new Set([one, isBranch(one) ? one.replace('-', '') : one, typed])];
}

function isBranch(number: string): boolean {
  return /^\d{10}-\d{3}$/.test(number);
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
