/**
 * Vietnamese text as a clerk types it, a scanner sends it and the search index keeps it.
 * SQLite's own unfolding keeps đ apart from d (measured), so folding happens here, before anything is indexed.
 */

/**
 * Latin letters that have no mark to take off, by what somebody types who has a plain keyboard. Most stand in lawful names: ƀ of the Ê Đê and
 * Gia Rai, ɓ ɗ ŋ of other peoples, ø ł ß æ œ ı ħ ŧ þ ə of citizens of other countries. Names that mean đ and hold ð or ɖ come from old
 * fonts and converters.
 */
const plainLetters: readonly (readonly [plain: string, letters: string])[] = [
  ['a', 'ɐɑʌⱥ'],
  ['ae', 'æǣǽ'],
  ['b', 'ƀƃɓʙ'],
  ['c', 'ƈȼɕ'],
  ['d', 'ðđƌȡɖɗẟ'],
  ['e', 'ǝɇɘəɚɛɜɝɞ'],
  ['f', 'ƒɸ'],
  ['g', 'ƣǥɠɡɢɣʛ'],
  ['h', 'ħɥɦʜⱨ'],
  ['hv', 'ƕ'],
  ['i', 'ıɨɩɪ'],
  ['j', 'ȷɉɟʄʝ'],
  ['k', 'ĸƙʞⱪꝁ'],
  ['l', 'łƚƛȴɫɬɭʟⱡ'],
  ['m', 'ɰɱ'],
  ['n', 'ŋƞȵɲɳɴ'],
  ['o', 'øǿɔɵⱺꝋꝍ'],
  ['oe', 'œɶ'],
  ['ou', 'ȣ'],
  ['p', 'ƥᵽ'],
  ['q', 'ɋʠ'],
  ['r', 'ɍɹɺɻɼɽɾɿʀʁ'],
  ['s', 'ȿʂʃʆẜẝ'],
  ['ss', 'ß'],
  ['t', 'ŧƫƭȶʇʈⱦ'],
  ['th', 'þ'],
  ['u', 'ɯʉʊ'],
  ['v', 'ʋⱱⱴ'],
  ['w', 'ƿʍⱳ'],
  ['y', 'ƴȝɏʎʏỿ'],
  ['z', 'ƶƺǯȥɀʐʑʒʓⱬ'],
  // Letters of their own in some alphabets, apostrophes to whoever types: ꞌ ɂ ʔ ʕ.
  [' ', 'ɂʔʕꞌ'],
];
const plainOf = new Map(plainLetters.flatMap(([plain, letters]) => [...letters].map((letter) => [letter, plain])));

/** The rules of `fold` by number: an index made by others is made again when the file is opened (store/common/person/name-index.ts). */
export const foldVersion = 2;

/** Latin, the combining marks, Latin Extended Additional (every precomposed Vietnamese letter), general punctuation. */
const commonRanges = [
  [0x0000, 0x0370],
  [0x1e00, 0x1f00],
  [0x2000, 0x2070],
] as const;

const folded: (string | undefined)[] = [];
for (const [from, to] of commonRanges) {
  for (let code = from; code < to; code += 1) folded[code] = foldCharacter(String.fromCharCode(code));
}

/** One character: '' when it is only a mark, ' ' when it separates words, otherwise its plain lower-case letters. */
function foldCharacter(character: string): string {
  // Letters that are apostrophes (ʼ ʻ ʹ ˈ) part words as the apostrophe of a keyboard does, so that both find each other.
  const plain = character
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[\p{M}]/gu, '');
  const piece = [...plain]
    .map((letter) => plainOf.get(letter) ?? letter)
    .join('')
    .replace(/[^\p{L}\p{N}]+|\p{Lm}+/gu, ' ');
  return piece.trim() || piece;
}

/**
 * The form in which two spellings of one name are equal: no marks, đ as d, lower case, letters and digits in words
 * parted by single spaces. Composed (NFC) and decomposed (NFD) text give the same. Called millions of times: table first.
 */
export function fold(text: string): string {
  let out = '';
  let parted = false;
  for (let at = 0; at < text.length; at += 1) {
    let piece = folded[text.charCodeAt(at)];
    if (piece === undefined) {
      const point = text.codePointAt(at) as number;
      if (point > 0xffff) at += 1;
      piece = foldCharacter(String.fromCodePoint(point)).trim() || ' ';
    }
    if (piece === ' ') {
      parted = true;
    } else if (piece !== '') {
      if (parted && out !== '') out += ' ';
      parted = false;
      out += piece;
    }
  }
  return out;
}

/** Composed form: what is stored, shown and printed. Two inputs that look the same become the same. */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

/** A name as it is kept: composed, no white space at the ends, single spaces inside. Refuses and changes nothing else. */
export function tidyName(text: string): string {
  return nfc(text).trim().replace(/\s+/g, ' ');
}

/** First letters of the words: 'Đăng ký khai sinh' -> 'dkks'. Clerks search this way. */
export function initials(text: string): string {
  return fold(text)
    .split(' ')
    .map((word) => [...word][0] ?? '')
    .join('');
}

/** True when one slip of the fingers parts the two: a letter more, less, other, or two neighbours swapped. */
export function editDistanceAtMostOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  if (a.length !== b.length) {
    const [long, short] = a.length > b.length ? [a, b] : [b, a];
    return long.slice(start + 1) === short.slice(start);
  }
  if (a.slice(start + 1) === b.slice(start + 1)) return true;
  return a[start] === b[start + 1] && a[start + 1] === b[start] && a.slice(start + 2) === b.slice(start + 2);
}

/** The same person as names are written in a hurry: half of their words agree. Another name on the same number is a slip of the hand, or another person. */
export function isLikeName(one: string, other: string): boolean {
  const words = fold(one).split(' ');
  const others = fold(other).split(' ');
  const shared = words.filter((word) => others.includes(word)).length;
  return shared * 2 >= Math.max(words.length, others.length);
}

const vietnameseLetters = /^[A-Za-zÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]+$/u;
/** Ê Đê, Gia Rai, Ba Na, Mnông and other names of citizens carry these on lawful papers. */
const minorityLetters = /^[ČčĔĕĬĭÑñŎŏŬŭƀɃ]+$/u;
/** What stands over or under a letter where no sign of its own has both: Ê̆, Ơ̆, Ŏ̃. */
const marks = /^[\u0300-\u0304\u0306\u0308\u0309\u030c\u031b\u0323\u0331]*$/;

/** True for one composed letter, with marks that have no sign together with it, that a name on a Vietnamese paper can hold. */
export function isNameLetter(letter: string): boolean {
  const [base = '', ...above] = letter;
  return (vietnameseLetters.test(base) || minorityLetters.test(base)) && marks.test(above.join(''));
}
