import type { Sex } from '../../../contract/common/person/person.ts';
import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import {
  findNameFlaw,
  findTextFlaw,
  isCaseTurned,
  isDamagedText,
  turnCase,
} from '../../../contract/common/person/name-check.ts';
import { cleanScan } from '../../base/scan-text.ts';
import { fold, isNameLetter, nfc, tidyName } from '../../base/vietnamese.ts';
import { type IdWarningCode, checkIdNumber, isIdNumber, isLater } from './id-number.ts';

/**
 * How a scanner, its decoder or an input method damages text, told from the text alone. A QR code carries
 * UTF-8 without saying so: decoders guess Latin, Shift-JIS or Big5; keyboards drop or replace what has no key.
 */

/** UTF-8 read as an East Asian encoding, and what stands for a character that was lost. */
const foreignOrLost = /[?\ufffd\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/;
/** Between the letters of a name: ʼ and its like are part of H'Hen and K'Brêh, and people write them in many ways. */
const nameSigns = /[\s\d'’‘ʼʻʹˈ′´`.,\-‐‑()]/;

/** True when a name holds what no name on a Vietnamese card holds. `raw` as scanned: tidying hides some of the traces. */
function isDamagedName(raw: string): boolean {
  if (foreignOrLost.test(raw) || isDamagedText(raw) || findNameFlaw(raw) === 'name-damaged') return true;
  if (lettersOf(raw).some((letter) => !isNameLetter(letter) && !nameSigns.test(letter))) return true;
  return fold(raw).split(' ').some(lostItsVowel);
}

/** 'Trn' for 'Trần': many scanners drop the letters that no key of the keyboard has. */
function lostItsVowel(word: string): boolean {
  return word.length > 1 && /^[b-df-hj-np-tv-xz]+$/.test(word);
}

/** True when an address holds lost characters or letters foreign to Vietnamese; its digits and punctuation are free. */
function isDamagedAddress(raw: string): boolean {
  if (foreignOrLost.test(raw) || findTextFlaw(raw) !== null) return true;
  return lettersOf(raw).some(
    (letter) => /[\p{L}\p{Sc}\p{Cc}]/u.test(letter) && !isNameLetter(letter) && !nameSigns.test(letter),
  );
}

/** Letters with the marks that no single sign has beside them (Ê̆, ơ̆): one letter each. */
function lettersOf(text: string): string[] {
  return nfc(text).match(/\P{M}\p{M}*/gu) ?? [];
}

/** True when neither name nor address has one letter with a mark: no card writes both so, and a scanner that drops marks does. */
function hasLostMarks(name: string, address: string): boolean {
  const words = name.trim().split(/\s+/);
  return words.length > 1 && /\p{L}{2}.*\p{L}{2}/u.test(address) && !/[^\p{ASCII}]/u.test(name + address);
}

/** Words and letters that only names of the Ê Đê, Gia Rai, Ba Na, Mnông and their neighbours have. */
const peoplesOfTheHighlands =
  /(?<!\p{L})[YH](?=[\s'’‘ʼʻʹˈ′´`])|(?<!\p{L})\p{L}['’‘ʼʻʹˈ′´`](?=\p{L})|[ČĔĬŎŬƁƀɃ]|[êôơưâă]\u0306/iu;

/**
 * Traces of Telex or VNI in a name: keys that are tones there (f j w z; s and x end no Vietnamese syllable), doubled
 * letters that should have become one, digits. Soft: names of the Ê Đê or Gia Rai may lawfully hold j and w.
 */
function hasInputMethodTraces(name: string): boolean {
  return !peoplesOfTheHighlands.test(nfc(name)) && /[fjwz\d]|aa|ee|dd|[sx](?!\p{L})/iu.test(nfc(name));
}

/** `iso` is null when the card gives none or it cannot be; `invalid` tells the two apart. */
type CardDate = { readonly iso: string | null; readonly invalid: boolean };

/**
 * ddMMyyyy, MMyyyy or yyyy, as cards carry them; zeros for a day or month that is not known make a partial date.
 * Signs between the digits are let pass: some scanners are set to write 01/02/1990.
 */
function readCardDate(raw: string): CardDate {
  const digits = raw.replace(/[\s/.-]/g, '');
  if (digits === '') return { iso: null, invalid: false };
  const parts = /^(?:(?:(\d\d)?)(\d\d))?(\d{4})$/.exec(digits);
  const [, day = '00', month = '00', year = ''] = parts ?? [];
  if (parts === null || Number(year) < 1800) return { iso: null, invalid: true };
  if (month === '00') return { iso: day === '00' ? year : null, invalid: day !== '00' };
  const iso = `${year}-${month}-${day === '00' ? '01' : day}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(iso)) return { iso: null, invalid: true };
  return { iso: day === '00' ? iso.slice(0, 7) : iso, invalid: false };
}

/** A card is issued on a day: less than that is a damaged field. */
function wholeDay(date: CardDate): CardDate {
  return date.iso === null || date.iso.length === 10 ? date : { iso: null, invalid: true };
}

/** What the two dates of a card say about each other. */
function dateWarnings(
  born: CardDate,
  issued: CardDate,
): readonly (readonly [boolean, 'date-invalid' | 'issued-before-birth'])[] {
  return [
    [born.invalid || issued.invalid, 'date-invalid'],
    [born.iso !== null && issued.iso !== null && isLater(born.iso, issued.iso), 'issued-before-birth'],
  ];
}

/** Field 0 is the number; fewer than seven fields is not the card of any issue. */
const fewestFields = 7;

export type CardFields = {
  readonly fields: readonly string[];
  /** '|' had become another sign, as happens when scanner and computer disagree on the keyboard. */
  readonly separatorRestored: boolean;
  /** A second, other card stood in the same scan: the clerk must know that only one was read. */
  readonly severalCards: boolean;
};

/**
 * Splits a scan into the fields of one card. Where several stand in it, broken off or one behind the other without a line between, each is taken
 * by itself: the first that is whole up to its day of issue. Faults: card-unreadable (empty, not-a-card, too-few-fields, health-insurance-card).
 */
export function cardFields(scan: string): CardFields | Fault<'card-unreadable'> {
  const lines = [...new Set(scan.split(/[\r\n\u2028\u2029]+/).map(cleanScan))].filter((line) => line.trim() !== '');
  const pieces = lines.flatMap(piecesOf);
  const line = pieces.find((text) => text.includes('|')) ?? pieces[0];
  if (line === undefined) return fault('card-unreadable', { reason: 'empty' });
  const begun = pieces.filter((piece) => /^\s*\d{12}\D/.test(piece));
  if (begun.length < 2) return fieldsOf(begun[0] ?? line);
  const read = begun.map((piece) => withoutNextMark(fieldsOf(piece)));
  const whole = read.find((card) => !isFault(card) && isIssued(card));
  // Without its day nobody sees whether a card was broken off, unless nothing follows it.
  const chosen = whole ?? read.at(-1);
  if (chosen === undefined || isFault(chosen)) return fault('card-unreadable', { reason: 'too-few-fields' });
  const own = begun[read.indexOf(chosen)] ?? '';
  // The same card again, or its beginning, is no other card.
  return { ...chosen, severalCards: begun.some((piece) => !own.trim().startsWith(piece.trim())) };
}

function isIssued({ fields }: CardFields): boolean {
  return wholeDay(readCardDate(fields[6] ?? '')).iso !== null;
}

/** What a scanner put before the next card stands behind the last field of this one. */
function withoutNextMark(card: ReturnType<typeof fieldsOf>): ReturnType<typeof fieldsOf> {
  if (isFault(card) || card.fields.length > fewestFields) return card;
  return {
    ...card,
    fields: card.fields.map((field, at) => (at === 6 ? field.replace(/^(\s*\d{8})(?!\d).*$/, '$1') : field)),
  };
}

/** The cards of a line: where a number of twelve digits ends a field that no number of a card ends, another card begins. */
function piecesOf(line: string): string[] {
  const sign = line.includes('|') ? '|' : /^\s*\d{12}([^\dA-Za-z ])/.exec(line)?.[1];
  if (sign === undefined) return [line];
  const pieces: string[] = [];
  let from = 0;
  for (const { index } of line.matchAll(new RegExp(String.raw`\d{12}(?=${escaped(sign)})`, 'g'))) {
    const before = line.slice(from, index).split(sign);
    if (!beginsCard(before, line.slice(index), sign)) continue;
    pieces.push(line.slice(from, index));
    from = index;
  }
  return [...pieces, line.slice(from)];
}

/** `before`: the fields of this card so far, the last of them what stands before the digits in their own. */
function beginsCard(before: readonly string[], rest: string, sign: string): boolean {
  const nth = before.length - 1;
  if (nth === 0) return /[^\d\s]/.test(before[0] ?? '') && /^\s*\d{12}/.test(before[0] ?? '');
  const isAlone = (before.at(-1) ?? '').trim() === '';
  // An older number of the same person may stand second, and others behind the day of issue: what follows them is not how a card goes on.
  if (!isAlone || (nth > 1 && nth < fewestFields)) return true;
  const [, old = '', name = '', birth = ''] = rest.split(sign).map((field) => field.trim());
  return /^(\d{9}|\d{12})?$/.test(old) && /\p{L}/u.test(name) && /^[\d/.-]*$/.test(birth);
}

function escaped(sign: string): string {
  return sign.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function fieldsOf(line: string): CardFields | Fault<'card-unreadable'> {
  if (line.includes('|')) return splitAtBars(line);
  const restored = restoreFields(line);
  if (restored !== undefined) return { fields: restored, separatorRestored: true, severalCards: false };
  return fault('card-unreadable', { reason: /^\s*\d{12}(?!\d)/.test(line) ? 'too-few-fields' : 'not-a-card' });
}

/** A health-insurance card is parted by bars too; its number begins with two letters and its texts are in hexadecimal. */
const healthInsuranceNumber = /^\s*[A-Z]{2}\d{8,13}\s*$/i;

function splitAtBars(line: string): CardFields | Fault<'card-unreadable'> {
  const fields = line.split('|').map(withoutControls);
  if (/\p{L}/u.test(fields[0] ?? '')) {
    const insured = fields.length >= fewestFields && healthInsuranceNumber.test(fields[0] ?? '');
    return fault('card-unreadable', { reason: insured ? 'health-insurance-card' : 'not-a-card' });
  }
  if (fields.length < fewestFields) return fault('card-unreadable', { reason: 'too-few-fields' });
  return { fields, separatorRestored: false, severalCards: false };
}

/**
 * The separator is whatever one sign follows the twelve digits, if the fields then have the shape of a card. A comma or
 * hyphen may stand in the address as well: what lies between the sex and the only date after it is the address.
 */
function restoreFields(line: string): string[] | undefined {
  const sign = /^\s*\d{12}([^\dA-Za-z ])/.exec(line)?.[1];
  if (sign === undefined) return undefined;
  const fields = line.split(sign).map((field) => withoutControls(field).trim());
  if (fields.length < fewestFields || !hasCardShape(fields)) return undefined;
  if (fields.length === fewestFields) return fields;
  const dates = fields.map((field, at) => (at > 5 && /^\d{8}$/.test(field) ? at : 0)).filter((at) => at > 0);
  const [issued] = dates;
  if (issued === undefined || dates.length > 1) return undefined;
  const address = line.split(sign).slice(5, issued).map(withoutControls).join(sign);
  return [...fields.slice(0, 5), address, ...fields.slice(issued)];
}

function hasCardShape(fields: readonly string[]): boolean {
  return (
    /^(\d{9}|\d{12})?$/.test(fields[1] ?? '') && /^(\d{8}|\d{6}|\d{4})?$/.test(fields[3] ?? '') && fields[2] !== ''
  );
}

function withoutControls(field: string): string {
  // eslint-disable-next-line no-control-regex -- scanners add them; no field holds any
  return field.replaceAll('\t', ' ').replace(/[\u0000-\u001f\u007f]/g, '');
}

/** What the desk tells the clerk about a scan. All soft: the QR code is not signed and proves nothing either way. */
type CardWarningCode =
  | IdWarningCode
  | 'separator-restored'
  | 'several-cards'
  | 'date-invalid'
  | 'issued-before-birth'
  | 'sex-unreadable'
  | 'name-damaged'
  | 'address-damaged'
  | 'typed-by-input-method'
  | 'marks-lost'
  | 'case-restored'
  | 'address-before-merger';
type CardWarning = { readonly code: CardWarningCode };

/** The birth is as exact as the card: 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY'; the issue is always a day. What is absent or unreadable is null. */
export type CitizenCard = {
  readonly idNumber: string;
  readonly oldIdNumber: string | null;
  readonly fullName: string | null;
  readonly dateOfBirth: string | null;
  readonly sex: Sex | null;
  readonly address: string | null;
  readonly issuedOn: string | null;
  readonly warnings: readonly CardWarning[];
};

/** NQ 1685/NQ-UBTVQH15: wards changed on this day, so an older card names a unit that may no longer exist. */
const mergerDay = '2025-07-01';
const sexes = new Map<string, Sex>([
  ['nam', 'male'],
  ['nu', 'female'],
]);

/**
 * Reads the QR text of a chip CCCD, a thẻ căn cước of 2024 or VNeID: id|old id|name|birth|sex|address|issued, then
 * fields whose order is not published and which are therefore left alone (TT 16/2024/TT-BCA Điều 6).
 * `today` (ISO) lets it judge the future. Faults: card-unreadable. The caller keeps the raw scan out of logs.
 */
export function readCard(scan: string, today?: string): CitizenCard | Fault<'card-unreadable'> {
  const found = cardFields(scan);
  if (isFault(found)) return found;
  const [id = '', oldId = '', scannedName = '', birth = '', sexWord = '', scannedAddress = '', issued = ''] =
    found.fields;
  const turned = isCaseTurned(scannedName);
  const [name, address] = [scannedName, scannedAddress].map((text) => (turned ? turnCase(text) : text)) as [
    string,
    string,
  ];
  if (!isIdNumber(id.trim())) return fault('card-unreadable', { reason: 'id-not-12-digits' });
  const born = readCardDate(birth);
  const issuedOn = wholeDay(readCardDate(issued));
  const sex = sexes.get(fold(sexWord)) ?? null;
  const checks: readonly (readonly [boolean, CardWarningCode])[] = [
    [found.separatorRestored, 'separator-restored'],
    [found.severalCards, 'several-cards'],
    ...dateWarnings(born, issuedOn),
    [sex === null && sexWord.trim() !== '', 'sex-unreadable'],
    [isDamagedName(name), 'name-damaged'],
    [isDamagedAddress(address), 'address-damaged'],
    [turned, 'case-restored'],
    [hasInputMethodTraces(name), 'typed-by-input-method'],
    [hasLostMarks(name, address), 'marks-lost'],
    [address.trim() !== '' && issuedOn.iso !== null && issuedOn.iso < mergerDay, 'address-before-merger'],
  ];
  return {
    idNumber: id.trim(),
    oldIdNumber: textOrNull(oldId),
    fullName: textOrNull(name),
    dateOfBirth: born.iso,
    sex,
    address: textOrNull(address),
    issuedOn: issuedOn.iso,
    warnings: [
      ...checkIdNumber(id.trim(), { dateOfBirth: born.iso, sex, today }),
      ...checks.filter(([applies]) => applies).map(([, code]) => ({ code })),
    ],
  };
}

function textOrNull(raw: string): string | null {
  // What a wrong decoding left; the warning has seen it already.
  return tidyName(raw.replace(/[\u0080-\u009f]/g, '')) || null;
}
