/**
 * Whether a text can be somebody's name: one rule for what is typed, scanned and sent. It knows the names of the peoples of Viet Nam
 * (`Y ƀlơ̆ Ê̆ban`, `HʼHEN`, `BLŬS`) and of citizens of other countries, and the ways in which text is damaged.
 */

import { findOldEncoding } from './old-encodings.ts';

/** What is wrong with it, as a word of the table of sentences (contract/base/input-issues.ts). */
export type NameFlaw = 'name-needed' | 'name-damaged' | 'name-case';

/**
 * UTF-8 read as Latin: a lead byte of a Vietnamese letter, then a continuation byte as Latin-1 or Windows-1252 shows it. The byte of `à` shows as a
 * space that does not break, which parts words too: `LÃ VĂN` is a name.
 */
const latinMojibake =
  /[\u00c1\u00e1][\u00ba\u00bb]|[\u00c3-\u00c6][\u0080-\u009f\u00a1-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|[\u00c3-\u00c6]\u00a0(?![\s\u00a0]*\p{Lu})/u;

/** A sign that stands for a letter that was lost. */
const lost = /[\ufffd□▯▢☐⍰◻⬜]|\p{L}\?|\?\p{L}|%[0-9a-f]{2}%[0-9a-f]{2}|\\u[0-9a-f]{4}|&#?[a-z0-9]+;/iu;

/**
 * Signs inside words, where old encodings have their letters (`V¨n`, `Nguy™n`); half a house number is one: 12½, and so are 30 m² and
 * «words in marks of speech».
 */
const signInWord =
  /(?<=\p{L})[¡-¨«¬¯-±µ-¶¸¹¼-¿×÷†‡‰€‹›]|(?<=\p{L})[²³»](?=\p{L})|[¡-©¬®-³µ-¶¸¹»¿×÷†‡‰•™€‹›](?=\p{L})|(?<!\d)[¼½¾](?=\p{L})|ª/u;
/** The same of letters that show a mark alone, which some peoples write. */
const markInWord = /(?<=\p{L})[ˆ˜](?=\p{L})/u;
/** VIQR writes marks as signs behind their vowel: Nguye^~n Va(n, Tru+o+`ng. */
const viqr = /[aeo]\^|[uo]\+|a\((?![^()]*\))|\p{L}~/iu;

/** True when a text holds the traces of a wrong decoding, whatever it is a text of. */
export function isDamagedText(raw: string): boolean {
  return latinMojibake.test(raw) || lost.test(raw);
}

/**
 * What may be wrong with an address or another text that is not a name: `lost` where nobody can tell what stood there, `doubtful` where it may be
 * what the paper says. `raw` as it came: what is taken off a text hides some of the traces.
 */
export function findTextFlaw(raw: string): 'lost' | 'doubtful' | null {
  // Most texts of lists are plain.
  if (/^[ -$'-[\]-~]*$/.test(raw) && !raw.includes('?')) return null;
  if (isDamagedText(raw) || /[\u0080-\u0084\u0086-\u009f]/u.test(raw)) return 'lost';
  return signInWord.test(raw) || isSoftHyphenLetter(raw) || findOldEncoding(raw) === 'certain' ? 'doubtful' : null;
}

/** TCVN3 writes ư as what Latin shows nowhere: `H­ng`. Between the syllables of a text it parts a line. */
function isSoftHyphenLetter(raw: string): boolean {
  return /\p{L}\u00ad\p{L}/u.test(raw) && findOldEncoding(raw) !== null;
}

/** Whether every word begins small and goes on in capitals: Caps Lock was on while it was scanned or typed. */
export function isCaseTurned(text: string): boolean {
  const words = text.split(/[^\p{L}\p{M}]+/u).filter((word) => [...word.normalize('NFC')].length > 1);
  const turned = words.filter((word) => /^\p{Ll}\p{M}*(?:\p{Lu}\p{M}*)+$/u.test(word));
  return turned.length > 0 && turned.length === words.length;
}

/** `text` as it came. Digits, signs and any Latin letter are let pass: the paper the person shows decides. */
export function findNameFlaw(text: string): NameFlaw | null {
  const composed = text.normalize('NFC');
  if (!/\p{L}/u.test(composed)) return 'name-needed';
  if (isDamagedText(composed) || signInWord.test(composed) || viqr.test(composed)) return 'name-damaged';
  if (findOldEncoding(composed) === 'certain' || isMarkedAlone(composed)) return 'name-damaged';
  return isCaseTurned(composed) ? 'name-case' : null;
}

/** What a name shows only before signs that show nothing, and breaks that do not break, are taken off. */
export function findHiddenNameFlaw(raw: string): NameFlaw | null {
  if (raw.includes('\ufffd')) return null;
  return isDamagedText(raw) || isSoftHyphenLetter(raw) ? 'name-damaged' : null;
}

/** A mark by itself between letters of Latin alone; beside a letter that no old encoding has it is how somebody writes. */
function isMarkedAlone(composed: string): boolean {
  return markInWord.test(composed) && !/[^\p{ASCII}\u0080-\u00ff\u02c6\u02dc]/u.test(composed);
}

/** A name that may be one of another country and may be a damaged one: it is taken, and looked at again. */
export function isDoubtfulName(text: string): boolean {
  return findOldEncoding(text) === 'doubtful';
}

/** Lets small and capital letters change places, and gives words their capital: 'lÊ lỢI' is 'Lê Lợi'. */
export function turnCase(text: string): string {
  return text.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const letters = [...word.normalize('NFC')];
    const small = letters.every((letter) => letter === letter.toLowerCase());
    // 'tp' was 'TP'; 'hồ', one of whose letters no Caps Lock turns, was 'Hồ'.
    if (small && !/[aeiouyàáảãạăâèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýỷỹỵ]/iu.test(word.normalize('NFD')))
      return word.toUpperCase();
    const [first = '', ...rest] = letters;
    return small ? first.toUpperCase() + rest.join('') : letters.map(turned).join('');
  });
}

function turned(letter: string): string {
  return letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
}
