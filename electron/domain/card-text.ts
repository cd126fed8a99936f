import { fold, isNameLetter, nfc } from './vietnamese.ts';

/**
 * How a scanner, its decoder or an input method damages text, told from the text alone (interop b.2). A QR code carries
 * UTF-8 without saying so: decoders guess Latin, Shift-JIS or Big5; keyboards drop or replace what has no key.
 */

/** UTF-8 read as Latin: a lead byte of a Vietnamese letter, then a continuation byte as Latin-1 or Windows-1252 shows it. */
const latinMojibake =
  /\u00e1[\u00ba\u00bb]|[\u00c3-\u00c6][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/;
/** UTF-8 read as an East Asian encoding, and what stands for a character that was lost. */
const foreignOrLost = /[?\ufffd\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/;

/** True when a name holds what no name on a Vietnamese card holds. `raw` as scanned: tidying hides some of the traces. */
export function isDamagedName(raw: string): boolean {
  if (foreignOrLost.test(raw) || latinMojibake.test(raw)) return true;
  if ([...nfc(raw)].some((sign) => !isNameLetter(sign) && !/[\s\d'’.,\-()]/.test(sign))) return true;
  return fold(raw).split(' ').some(lostItsVowel);
}

/** 'Trn' for 'Trần': many scanners drop the letters that no key of the keyboard has. */
function lostItsVowel(word: string): boolean {
  return word.length > 1 && /^[b-df-hj-np-tv-xz]+$/.test(word);
}

/** True when an address holds lost characters or letters foreign to Vietnamese; its digits and punctuation are free. */
export function isDamagedAddress(raw: string): boolean {
  if (foreignOrLost.test(raw) || latinMojibake.test(raw)) return true;
  return [...nfc(raw)].some((sign) => /[\p{L}\p{No}\p{Sc}\p{Cc}]/u.test(sign) && !isNameLetter(sign));
}

/**
 * Traces of Telex or VNI in a name: keys that are tones there (f j w z; s and x end no Vietnamese syllable), doubled
 * letters that should have become one, digits. Soft: names of the Ê Đê or Gia Rai may lawfully hold j and w.
 */
export function hasInputMethodTraces(name: string): boolean {
  return /[fjwz\d]|aa|ee|dd|[sx](?!\p{L})/iu.test(nfc(name));
}
