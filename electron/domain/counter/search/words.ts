import { editDistanceAtMostOne } from '../../base/vietnamese.ts';

/** How the words of a query stand in a name; earlier is nearer. */
export const nearnesses = ['name', 'words', 'beginnings', 'slip', 'initials'] as const;
export type Nearness = (typeof nearnesses)[number];

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** A single letter is a beginning, not a word with a slip in it. */
const fewestLetters = 2;

/** Every string one slip of the fingers away: a letter more, less, other, or two neighbours swapped. Without the word itself. */
export function slipsOf(word: string): string[] {
  if (word.length < fewestLetters) return [];
  const slips = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    slips.add(before + after.slice(1));
    slips.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    for (const letter of letters) {
      slips.add(before + letter + after);
      if (after !== '') slips.add(before + letter + after.slice(1));
    }
  }
  slips.delete(word);
  slips.delete('');
  return [...slips];
}

/** How near a folded name is to the words typed; undefined when it is not what was meant. No words fit every name. */
export function nearnessOf(foldedName: string, words: readonly string[]): Nearness | undefined {
  if (words.length === 0 || foldedName === words.join(' ')) return 'name';
  const ofName = foldedName.split(' ');
  const missing = words.filter((word) => !ofName.includes(word));
  if (missing.length === 0) return ofName.length === words.length ? 'name' : 'words';
  const unbegun = missing.filter((word) => !ofName.some((one) => one.startsWith(word)));
  if (unbegun.length === 0) return 'beginnings';
  const slipped = unbegun[0] ?? '';
  return unbegun.length === 1 &&
    slipped.length >= fewestLetters &&
    ofName.some((one) => editDistanceAtMostOne(one, slipped))
    ? 'slip'
    : isInitialsOf(foldedName, words)
      ? 'initials'
      : undefined;
}

/** Whether the last word typed begins the given name, which stands last: with the end of an id number beside it one letter is meant for that, not for a «Thị» in the middle. */
export function beginsGivenName(foldedName: string, words: readonly string[]): boolean {
  const typed = words.at(-1);
  return typed !== undefined && foldedName.slice(foldedName.lastIndexOf(' ') + 1).startsWith(typed);
}

/** 'nvt' of 'nguyen van tam'. */
function isInitialsOf(foldedName: string, words: readonly string[]): boolean {
  const [typed = ''] = words;
  return words.length === 1 && typed.length >= fewestLetters && initialsOf(foldedName) === typed;
}

/** The first letters of a folded name. */
export function initialsOf(foldedName: string): string {
  return foldedName.replace(/(\S)\S* ?/gu, '$1');
}

/** Every order of the words, the typed one first; no orders but that of more than four words, for there are too many. */
export function ordersOf(words: readonly string[]): string[] {
  return words.length > 4 ? [words.join(' ')] : [...new Set(permutations(words).map((order) => order.join(' ')))];
}

function permutations(words: readonly string[]): string[][] {
  if (words.length <= 1) return [[...words]];
  return words.flatMap((word, at) =>
    permutations([...words.slice(0, at), ...words.slice(at + 1)]).map((rest) => [word, ...rest]),
  );
}
