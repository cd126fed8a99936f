/**
 * Whether a text can be somebody's name: one rule for what is typed, scanned and sent. It knows the names of the peoples of Viet Nam
 * (`Y ƀlơ̆ Ê̆ban`, `HʼHEN`, `BLŬS`) and of citizens of other countries, and the ways in which text is damaged.
 */

/** What is wrong with it, as a word of the table of sentences (contract/base/input-issues.ts). */
export type NameFlaw = 'name-needed' | 'name-damaged' | 'name-case';

/** UTF-8 read as Latin: a lead byte of a Vietnamese letter, then a continuation byte as Latin-1 or Windows-1252 shows it. */
const latinMojibake =
  /[\u00c1\u00e1][\u00ba\u00bb]|[\u00c3-\u00c6][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/;

/** A sign that stands for a letter that was lost. */
const lost = /[\ufffd□▯▢☐⍰◻⬜]|\p{L}\?|\?\p{L}|%[0-9a-f]{2}%[0-9a-f]{2}|\\u[0-9a-f]{4}|&#?[a-z0-9]+;/iu;

/**
 * Old one-byte encodings read as Latin. TCVN3 has letters where Latin has signs (`TrÇn V¨n ¸nh`), TCVN3 and VPS write a capital of
 * Latin inside a small word; VNI writes the mark of a vowel as a second vowel (`Traàn Vaên`); windows-1258 writes tones as letters of
 * their own (`TrâÌn ThiÒ`). Portuguese `Leão` and French `Noël` are names.
 */
const oldEncodings = [
  /(?<=\p{L})[¡-©«¬®-³µ-¶¸¹»-¿×÷]|[¡-©«¬®-³µ-¶¸¹»-¿×÷](?=\p{L})|ª/u,
  /(?<=\p{Ll})(?<!(?:^|\P{L})Ma?c)[ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ](?!\p{Lu}*(?:$|\P{L}))/u,
  /\p{Ll}[ÌÎÒÞ]/u,
  /\bth[þÞ](?!\p{L})/iu,
  /a(?:[àáåãäùøûõ]|[âê](?:[mnuytcp]|ng|nh)(?!\p{L}))|e[âàáåäùøûõ]|eã(?!o)|o[åäâ]|ö[ùøûõï]|ô[ùøûõï]/iu,
  /[aeâăêôơư]ì|(?<!g)iò|[aeâăêôơư]ò/iu,
  // VIQR writes marks as signs behind their vowel: Nguye^~n Va(n, Tru+o+`ng.
  /[aeo]\^|[uo]\+|a\((?![^()]*\))|\p{L}~/iu,
];

/** True when a text holds the traces of a wrong decoding, whatever it is a text of. */
export function isDamagedText(raw: string): boolean {
  return latinMojibake.test(raw) || lost.test(raw);
}

/** Whether every word begins small and goes on in capitals: Caps Lock was on while it was scanned or typed. */
export function isCaseTurned(text: string): boolean {
  const words = text.split(/[^\p{L}\p{M}]+/u).filter((word) => [...word.normalize('NFC')].length > 1);
  const turned = words.filter((word) => /^\p{Ll}\p{M}*(?:\p{Lu}\p{M}*)+$/u.test(word));
  return turned.length > 0 && turned.length === words.length;
}

/** `text` as it will be kept. Digits, signs and any Latin letter are let pass: the paper the person shows decides. */
export function findNameFlaw(text: string): NameFlaw | null {
  const composed = text.normalize('NFC');
  if (!/\p{L}/u.test(composed)) return 'name-needed';
  if (isDamagedText(composed) || oldEncodings.some((trace) => trace.test(composed))) return 'name-damaged';
  return isCaseTurned(composed) ? 'name-case' : null;
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
