/**
 * How Vietnamese looks when a text of an old one-byte encoding was read as Latin: VNI, TCVN3 and windows-1258, and what is like them. A word is
 * taken for damaged only where reading it anew makes a Vietnamese syllable of it that it was not before: `Traàn` is Trần, `Aäron` is Aäron.
 */

const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;

const onset = '(?:b|ch?|d|đ|gi?|gh|h|kh?|l|m|ngh?|nh?|ph?|r|s|t[hr]?|v|x)?';
/** The rimes of the spelling in use, of words with qu- besides. */
const rimes =
  'a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?|[ăâ](?:c|m|n|ng|p|t)|â[uy]|e(?:c|m|n|ng|o|p|t)?|ê(?:c|ch|m|n|ng|nh|p|t|u)?|i(?:a|ch|m|n|nh|p|t|u)?|iê(?:c|m|n|ng|p|t|u)' +
  '|o(?:c|i|m|n|ng|p|t|oc|ong)?|oa(?:c|ch|i|m|n|ng|nh|o|p|t|y)?|oă(?:c|m|n|ng|t)|oe(?:m|n|o|t)?|ô(?:c|i|m|n|ng|p|t)?|ơ(?:i|m|n|ng|p|t)?' +
  '|u(?:a|c|i|m|n|ng|p|t)?|uâ(?:n|ng|t|y)|uê(?:ch|n|nh|u)?|uô(?:c|i|m|n|ng|t)|uơ|uy(?:a|ch|n|nh|p|t|u|ên|êt)?' +
  '|ư(?:a|c|i|m|n|ng|t|u)?|ươ(?:c|i|m|n|ng|p|t|u)|y(?:ch|nh|t)?|yê(?:m|n|ng|t|u)';
const syllable = new RegExp(`^(?:${onset}(?:${rimes})|qu(?:${rimes}|ynh|ao|eo|ay|ây|ăn|ăng|ăt|ăc|ân|âng|ât)|gi)$`);
/** As a syllable, with signs in the place of letters of its vowel that nobody can read. */
const skeleton = new RegExp(
  `^(?:${onset}|qu)[aăâeêioôơuưy]{0,2}\\*[aăâeêioôơuưy*]{0,2}(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?$`,
);

/** Whether a word is written as Vietnamese is, in whatever case and with its tone on whichever vowel. */
function isSyllable(word: string): boolean {
  const small = word.toLowerCase().normalize('NFD');
  const marks = small.match(tones)?.length ?? 0;
  const plain = small.replace(tones, '').normalize('NFC');
  if (marks > 1 || !syllable.test(plain)) return false;
  // What ends in c, ch, p or t has one of two tones.
  return !/(?:c|ch|p|t)$/.test(plain) || marks === 0 || /[\u0301\u0323]/.test(small);
}

/** All small, all capital, or a capital first. */
function isOfOneCase(word: string): boolean {
  return word === word.toLowerCase() || word === word.toUpperCase() || /^\p{Lu}[\p{Ll}\p{M}]*$/u.test(word);
}

type Reading = (word: string) => string;

const vniMarks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '[aeo]': {
    â: '\u0302',
    á: '\u0302\u0301',
    à: '\u0302\u0300',
    å: '\u0302\u0309',
    ã: '\u0302\u0303',
    ä: '\u0302\u0323',
  },
  a: { ê: '\u0306', é: '\u0306\u0301', è: '\u0306\u0300', ú: '\u0306\u0309', ü: '\u0306\u0303', ë: '\u0306\u0323' },
  '[aeouyöô]': { ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' },
};
const every = 'g';
const vniPairs = Object.entries(vniMarks).map(
  ([vowel, marks]) => [new RegExp(`(?<=${vowel})[${Object.keys(marks).join('')}]`, every), marks] as const,
);
const vniLetters: Readonly<Record<string, string>> = { ö: 'ư', ô: 'ơ', ñ: 'đ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' };

/** VNI writes the mark of a vowel as a second letter behind it. */
const asVni: Reading = (word) => {
  const small = word.toLowerCase();
  // Letters and marks at once: what one rule made another would take for a mark.
  const marked = vniPairs.reduce((text, [pair, marks]) => text.replace(pair, (mark) => marks[mark] ?? ''), small);
  return marked.replace(/[öôñæóòî]/g, (letter) => vniLetters[letter] ?? letter).normalize('NFC');
};

const tcvn3Letters = new Map(
  [
    'µà ¶ả ·ã ¸á ¹ạ ¨ă »ằ ¼ẳ ½ẵ ¾ắ Æặ ©â Çầ Èẩ Éẫ Êấ Ëậ ®đ Ìè Îẻ Ïẽ Ðé Ñẹ ªê Òề Óể Ôễ Õế Öệ ×ì Øỉ Üĩ Ýí Þị',
    'ßò áỏ âõ ãó äọ «ô åồ æổ çỗ èố éộ ¬ơ êờ ëở ìỡ íớ îợ ïù ñủ òũ óú ôụ \u00adư õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ',
  ]
    .join(' ')
    .split(' ')
    .map(([letter = '', meant = '']) => [letter, meant] as const),
);

/** TCVN3 has letters where Latin has signs and capitals. */
const asTcvn3: Reading = (word) =>
  word.replace(/[^\p{ASCII}]/gu, (letter) => tcvn3Letters.get(letter) ?? letter).toLowerCase();

const tonesOf1258: Readonly<Record<string, string>> = {
  Ì: '\u0300',
  Ò: '\u0309',
  Þ: '\u0303',
  ì: '\u0301',
  ò: '\u0323',
};
const lettersOf1258: Readonly<Record<string, string>> = {
  õ: 'ơ',
  ý: 'ư',
  ð: 'đ',
  ã: 'ă',
  Õ: 'ơ',
  Ý: 'ư',
  Ð: 'đ',
  Ã: 'ă',
};

/** windows-1258 writes a tone behind its vowel. */
const as1258: Reading = (word) =>
  word
    .replace(/(?<=[aeiouyâêôõýã])[ÌÒÞìò]/giu, (tone) => tonesOf1258[tone] ?? tone)
    .replace(/[õýðãÕÝÐÃ]/gu, (letter) => lettersOf1258[letter] ?? letter)
    .toLowerCase()
    .normalize('NFC');

/** Whatever it is: a capital of Latin inside a small word stands for a vowel (VPS: `TrÀn`, `NguyÍn`). */
function isOddlyCapital(word: string): boolean {
  const odd = word.replace(/(?<=\p{Ll})[À-ÖØ-Þ](?!\p{Lu})/gu, '*');
  return odd.includes('*') && skeleton.test(odd.toLowerCase());
}

type Found = { readonly anew: number; readonly foreign: number };

/** How many words become Vietnamese by a reading that were not before, and how many are not by it. */
function readBy(words: readonly string[], reading: Reading): Found {
  const sound = words.map((word) => isOfOneCase(word) && isSyllable(word));
  const read = words.map((word) => isOddlyCapital(word) || isSyllable(reading(word)));
  return {
    anew: words.filter((word, at) => !sound[at] && read[at] && /[^\p{ASCII}]/u.test(word)).length,
    foreign: words.filter((word, at) => !read[at] && word.length > 1).length,
  };
}

/** What one byte of Latin can be: another letter was never read from an old encoding. */
const latin =
  /^[\p{ASCII}\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2010-\u203a\u20ac\u2122]*$/u;

/** French, German and Chinese names that another encoding could make a syllable of. */
const ownRight = /^(?:loïc|naïm|haïm|caïn|aïn|noïm|lü|nü|lång|böng)$/iu;

/**
 * `certain` where most of what is said turns Vietnamese; `doubtful` where a single word does, by letters that names of other countries have
 * as well (`Bïi Lan`, `Loïc Tran`): the paper that the person shows decides.
 */
export function findOldEncoding(text: string): 'certain' | 'doubtful' | null {
  const composed = text.normalize('NFC');
  if (!latin.test(composed) || /^\p{ASCII}*$/u.test(composed)) return null;
  const words = composed.match(/[\p{L}\p{M}\u00a1-\u00bf]+/gu) ?? [];
  const others = words.filter((word) => !ownRight.test(word));
  const found = [asVni, as1258, asTcvn3].map((reading) => readBy(others, reading));
  const [vni, w1258, tcvn3] = found as [Found, Found, Found];
  const most = ({ anew, foreign }: Found) => anew > 0 && (foreign === 0 || anew > foreign);
  const odd = others.some(isOddlyCapital);
  // Of TCVN3 a single small letter says little: Latin has it too.
  if (most(vni) || most(w1258) || (most(tcvn3) && (tcvn3.anew > 1 || odd))) return 'certain';
  return most(tcvn3) || words.some((word) => ownRight.test(word) && others.every(isSyllable)) ? 'doubtful' : null;
}

/** Capitals of TCVN3 that are letters of their own; the others are a matter of the font, and stand as small letters do. */
const tcvn3Capitals = new Map(
  [...'¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ'.matchAll(/(.)(.)/gu)].map(([, letter = '', meant = '']) => [letter, meant]),
);

/** The words of a text as an old encoding meant them, in capitals where they were. */
function readAnew(text: string, reading: Reading): string {
  return text.replace(/[\p{L}\p{M}\u00a1-\u00bf]+/gu, (word) => {
    const plain = word.match(/[A-Za-z]/g) ?? [];
    const signs = reading === asTcvn3 ? word.replace(/[¡-§]/g, (letter) => tcvn3Capitals.get(letter) ?? letter) : word;
    const read = reading(signs);
    if (plain.length > 1 && plain.every((letter) => letter < 'a')) return read.toUpperCase();
    // Of TCVN3 a letter beyond ASCII says nothing of capitals: `Ê` is ấ.
    const isFirst = reading === asTcvn3 ? /^[A-Z¡-§]/.test(word) : /^\p{Lu}/u.test(word);
    return isFirst ? read.charAt(0).toUpperCase() + read.slice(1) : read;
  });
}

const readings: readonly Reading[] = [asVni, as1258, asTcvn3];

/** Which reading makes most of a text Vietnamese that was not. */
function bestReading(text: string): Reading | undefined {
  if (findOldEncoding(text) !== 'certain') return undefined;
  const words = text.normalize('NFC').match(/[\p{L}\p{M}\u00a1-\u00bf]+/gu) ?? [];
  return readings
    .map((reading) => ({ reading, ...readBy(words, reading) }))
    .toSorted((a, b) => b.anew - b.foreign - (a.anew - a.foreign))[0]?.reading;
}

/**
 * The cells of a list, where their letters are those of an old encoding that was read as Latin; as they are where they are not. A file has one
 * encoding: what most of its certain cells say reads the others too, where that leaves them no worse: `Maõ` could be a word, and is Mã.
 */
export function fromOldEncoding(rows: readonly (readonly string[])[]): string[][] {
  const votes = new Map<Reading, number>();
  for (const cell of rows.flat()) {
    const reading = bestReading(cell);
    if (reading !== undefined) votes.set(reading, (votes.get(reading) ?? 0) + 1);
  }
  const [most] = [...votes].toSorted(([, a], [, b]) => b - a);
  if (most === undefined) return rows.map((row) => [...row]);
  const read = (cell: string) => {
    const composed = cell.normalize('NFC');
    if (!latin.test(composed) || /^\p{ASCII}*$/u.test(composed)) return cell;
    const anew = readAnew(composed, most[0]);
    return soundness(anew) >= soundness(composed) ? anew : cell;
  };
  return rows.map((row) => row.map(read));
}

/** How many words with marks are written as Vietnamese is, less those that are not: which of several readings of a file is meant. */
export function soundness(text: string): number {
  const words = (text.normalize('NFC').match(/[\p{L}\p{M}\u00a1-\u00bf]+/gu) ?? []).filter((word) =>
    /[^\p{ASCII}]/u.test(word),
  );
  const sound = words.filter((word) => isOfOneCase(word) && isSyllable(word)).length;
  return sound - (words.length - sound);
}
