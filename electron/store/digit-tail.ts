const width = 6;
/** Ten digits and 'none', so that a shorter number is not taken for one with noughts. */
const base = 11;

export const fewestTailDigits = 3;

/** The last six digits as one integer, the last digit first: those that end alike are neighbours. Undefined below three digits. */
export function findTail(digits: string): number | undefined {
  return digits.length < fewestTailDigits ? undefined : firstOf(digits.slice(-width));
}

/** From and to, both included, of all tails that end in these three digits or more; of more than six the last six count. */
export function tailRange(digits: string): readonly [from: number, to: number] {
  const ending = digits.slice(-width);
  const from = firstOf(ending);
  return [from, from + base ** (width - ending.length) - 1];
}

function firstOf(ending: string): number {
  let tail = 0;
  for (let at = 1; at <= width; at += 1) tail = tail * base + (at > ending.length ? 0 : Number(ending.at(-at)) + 1);
  return tail;
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** True when the phone, with its nought or with the country's code, ends as typed. */
export function phoneEndsIn(phone: string, typed: string): boolean {
  const subscriber = digitsOf(phone).replace(/^(84|0)/, '');
  return `0${subscriber}`.endsWith(typed) || `84${subscriber}`.endsWith(typed);
}
