/**
 * Passwords that are proposed: five Vietnamese words as they are typed without marks, a digit and a sign. Some 50 bits, which is enough where each guess
 * costs a second at the desk and a quarter of one on a stolen folder, and can be told by word of mouth.
 */

const onsets = [
  'b',
  'ch',
  'd',
  'gi',
  'h',
  'kh',
  'l',
  'm',
  'n',
  'ng',
  'nh',
  'ph',
  's',
  't',
  'th',
  'tr',
  'v',
  'x',
] as const;
const rimes = [
  'ai', 'am', 'an', 'ang', 'anh', 'ao', 'au', 'ay', 'en', 'eo', 'inh', 'oa', 'oan', 'oi', 'om', 'on', 'ong', 'ua', 'ui',
  'um', 'un', 'ung', 'uoi', 'uon', 'uong', 'uy', 'iem', 'ien', 'ieu', 'inh',
] as const; // prettier-ignore

/** Those that sound rude, or are a word of the office, or are not said in Vietnamese. */
const leftOut: ReadonlySet<string> = new Set([
  'buoi',
  'dai',
  'lon',
  'ngui',
  'ngiem',
  'ngien',
  'ngieu',
  'nginh',
  'ngen',
  'ngeo',
]);

const words: readonly string[] = [
  ...new Set(
    onsets.flatMap((onset) =>
      // «gi» and «ng» are written otherwise before i and e.
      rimes
        .filter((rime) => !((onset === 'gi' || onset === 'ng') && /^[ie]/.test(rime)))
        .map((rime) => `${onset}${rime}`),
    ),
  ),
].filter((word) => !leftOut.has(word));

const signs = ['!', '+', '=', '*', '?', '%'] as const;
export const proposedWords = 5;

/** @param bytes as many random bytes as asked for */
export function proposePassword(bytes: (size: number) => Uint8Array): string {
  const drawn = Array.from({ length: proposedWords }, () => words[drawBelow(bytes, words.length)] ?? '');
  const said = drawn.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('-');
  return `${said}${drawBelow(bytes, 10)}${signs[drawBelow(bytes, signs.length)]}`;
}

/** Each number as likely as any other. */
function drawBelow(bytes: (size: number) => Uint8Array, count: number): number {
  const most = 65_536 - (65_536 % count);
  for (;;) {
    const [high = 0, low = 0] = bytes(2);
    const drawn = high * 256 + low;
    if (drawn < most) return drawn % count;
  }
}
