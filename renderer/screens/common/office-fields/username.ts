import { fold } from '../../../../electron/domain/base/vietnamese.ts';

/**
 * What somebody may sign in as, by their name: the given name and the first letters of the rest, «Trần Thị Hà» is «hatt». Empty where nothing is left of the
 * name; with a number behind it where another has it.
 */
export function proposeUsername(fullName: string, taken: readonly string[]): string {
  const words = fold(fullName)
    .replaceAll(/[^a-z0-9 ]/g, '')
    .split(' ')
    .filter(Boolean);
  const given = words.pop();
  if (given === undefined) return '';
  // Two signs at least, as the contract has it.
  const name = `${given}${words.map((word) => word.charAt(0)).join('')}`.padEnd(2, '1').slice(0, 36);
  const isTaken = (one: string) => taken.some((other) => other.trim().toLowerCase() === one);
  for (let nth = 1; ; nth += 1) {
    const one = nth === 1 ? name : `${name}${nth}`;
    if (!isTaken(one)) return one;
  }
}
