import { type DaySerial, partialNumbers, wholeNumbers } from './search-numbers.ts';
import { fold } from './vietnamese.ts';

/** What was typed into the one box, taken apart. Every reading that fits is here; the store finds out which is meant. */
export type SearchQuery = {
  /** Folded words of a name, in the order typed. */
  readonly words: readonly string[];
  /** Words and numbers as they stand: names of companies hold numbers too. */
  readonly tokens: readonly string[];
  /** All digits typed, joined: the end of an id number or of a phone; '' when there are none or fewer than three. */
  readonly digits: string;
  /** Id numbers that may be meant whole. */
  readonly idNumbers: readonly string[];
  readonly numbers: readonly DaySerial[];
  /** One short number by itself: a serial of the newest day. */
  readonly serial: number | undefined;
};

/** Longer text is no search; a paste by accident must not keep the desk busy. */
const mostCharacters = 200;
const mostWords = 8;
const nothing: SearchQuery = { words: [], tokens: [], digits: '', idNumbers: [], numbers: [], serial: undefined };

/** Reads hurried text: a name, digits of an id or a phone, a case number in any form, or a name with one of these. Never throws. */
export function parseSearch(typed: string): SearchQuery {
  // Cut twice: one character can stand for many.
  const text = withoutCardFields(typed.slice(0, mostCharacters).normalize('NFKC').slice(0, mostCharacters).trim());
  const whole = wholeNumbers(text);
  if (whole.length > 0) return { ...nothing, numbers: whole };
  const tokens = fold(text).split(' ').filter(Boolean);
  const groups = tokens.filter((token) => /^\d+$/.test(token));
  const digits = groups.join('');
  const rest = tokens.filter((token) => !/^\d+$/.test(token));
  return {
    words: rest.filter((token) => !isDocumentNumber(token)).slice(0, mostWords),
    tokens: tokens.slice(0, mostWords),
    digits: digits.length >= 3 ? digits : '',
    idNumbers: idNumbersIn(text, digits, rest),
    numbers: partialNumbers(text),
    serial: groups.length === 1 && digits.length <= 7 && Number(digits) > 0 ? Number(digits) : undefined,
  };
}

/** A citizen card scanned into the box: its first field is the id number, and the rest would only narrow it down. */
function withoutCardFields(text: string): string {
  return /^(\d{12}|\d{9})\|/.exec(text)?.[1] ?? text;
}

/** A passport or the like: letters and many digits in one token. Not a word of a name. */
function isDocumentNumber(token: string): boolean {
  return /^[a-z0-9]{6,15}$/.test(token) && /[a-z]/.test(token) && token.replace(/\D/g, '').length >= 5;
}

/** As kept: capital letters; a branch's tax code with its dash or without. */
function idNumbersIn(text: string, digits: string, tokens: readonly string[]): string[] {
  const branch = /\b(\d{10})-?(\d{3})\b/.exec(text);
  return [
    ...(digits.length >= 9 ? [digits] : []),
    ...(branch === null ? [] : [`${branch[1]}-${branch[2]}`]),
    ...tokens.filter(isDocumentNumber).map((token) => token.toUpperCase()),
  ];
}
