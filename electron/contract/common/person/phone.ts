/** Phone numbers as people and portals write them: one rule for the counter and for packs of online files. */

/** What is kept as it is typed: digits in groups. */
export const phoneShape = /^(|\+?[0-9][0-9 .]{6,18})$/;

/** The number inside the house: `(101)`, `máy lẻ 101`, `x101`. */
const extension =
  /\s*(?:\(\s*(?:ext|máy lẻ|máy nhánh|số lẻ|nội bộ)?[.:]?\s*\d{1,5}\s*\)|(?:ext|x|máy lẻ|máy nhánh|số lẻ|lẻ|nội bộ|#)[.:]?\s*\d{1,5})$/iu;

/** A whole number of this country: what begins anew behind it is another number. */
const whole = /^(?:0\d{9,10}|\+?84[1-9]\d{8,9})$/;
const possible = /^(?:0\d{6,10}|00\d{8,13}|\+?[1-9]\d{6,14})$/;

/** The first number of what was written, its digits alone; undefined where there is none. */
export function readPhone(text: string): string | undefined {
  for (const part of text.normalize('NFC').split(/[;,/|]|\s(?:hoặc|và|or|-)\s/iu)) {
    const plain = firstOf(part.replace(extension, ''));
    if (plain !== undefined) return plain;
  }
  return undefined;
}

function firstOf(part: string): string | undefined {
  let number = '';
  for (const group of part.split(/[()\s.\-‐-―]+/).filter((one) => one !== '')) {
    if (whole.test(number) && /^[0+]/.test(group)) break;
    // +84 (0)903: the nought is said within the country only.
    number = (number + group).replace(/^\+840/, '+84');
  }
  return possible.test(number) ? number : undefined;
}

/** Whether a number says all that was written; what does not is a second number, an extension or a word. */
export function isWholePhone(number: string, written: string): boolean {
  return digitsOf(number) === digitsOf(written);
}

/** A phone typed at the counter: brackets and dashes of one number go, and whatever else was written stays to be refused. */
export function canonicalPhone(typed: string): string {
  if (phoneShape.test(typed)) return typed;
  const number = readPhone(typed);
  return number !== undefined && isWholePhone(number, typed) && /^[\d\s()+.‐-―-]+$/.test(typed) ? number : typed;
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '').replace(/^840?/, '0');
}
