import { editDistanceAtMostOne } from './vietnamese.ts';

/** What of one procedure is compared, all of it folded. */
export type SearchWords = {
  readonly words: readonly string[];
  /** First letters of the words: 'dkks'. */
  readonly initials: string;
  readonly fieldWords: readonly string[];
};

/** How far one typed word is from a procedure; smaller is nearer. The steps are wide so that no sum crosses them by chance. */
const distances = {
  word: 0,
  allInitials: 6,
  beginning: 8,
  outerInitials: 10,
  consonantsBeginning: 12,
  joined: 12,
  someInitials: 14,
  slip: 20,
  field: 40,
} as const;

/** The distance of one typed word, or undefined when nothing of the procedure answers it. */
export function matchWord(of: SearchWords, token: string): number | undefined {
  if (of.words.includes(token)) return distances.word;
  const found = [byInitials(of.initials, token), byBeginning(of.words, token), bySlip(of.words, token)];
  if (of.fieldWords.some((word) => word.startsWith(token))) found.push(distances.field);
  return found.reduce((best, one) => (best === undefined || (one !== undefined && one < best) ? one : best), undefined);
}

/** 'dkks', 'ks' for its last words, which tell one registration from another, 'dk' for its first ones. */
function byInitials(initials: string, token: string): number | undefined {
  if (token.length < 2 || !initials.includes(token)) return undefined;
  if (initials === token) return distances.allInitials;
  return initials.startsWith(token) || initials.endsWith(token) ? distances.outerInitials : distances.someInitials;
}

/** The beginning of a word, or of words typed without the space ('khaisinh'). No vowel yet: rather first letters ('kh'). */
function byBeginning(words: readonly string[], token: string): number | undefined {
  if (words.some((word) => word.startsWith(token))) {
    return /[aeiouy\d]/.test(token) ? distances.beginning : distances.consonantsBeginning;
  }
  if (token.length < 5) return undefined;
  return words.some((_, at) =>
    words
      .slice(at, at + token.length)
      .join('')
      .startsWith(token),
  )
    ? distances.joined
    : undefined;
}

/** One slip in a word of four letters or more: in a shorter one it would make another Vietnamese word. */
function bySlip(words: readonly string[], token: string): number | undefined {
  if (token.length < 3) return undefined;
  return words.some((word) => word.length >= 4 && editDistanceAtMostOne(word, token)) ? distances.slip : undefined;
}
