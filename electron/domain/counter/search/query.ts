import { isFault } from '../../../contract/base/fault.ts';
import { cleanLine } from '../../base/scan-text.ts';
import { fold } from '../../base/vietnamese.ts';
import { cardFields } from '../../common/person/citizen-card.ts';

/** A day and a serial of it that what was typed may mean. The store knows whether there is such a case. */
export type DaySerial = { readonly date: string; readonly serial: number };

/** Written whole, wherever it stands in the text: a scanner or a link may put something around it. */
const wholeNumber = /[A-Z0-9][A-Z0-9.]*-(\d{8}|\d{6})-(\d{1,7})(?!\d)/;
const slashDate = /\b(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})\b/;
/** On paper: year, month, day. */
const printedShapes = [/^(?<y>20\d\d|\d\d)(?<m>\d\d)(?<d>\d\d)$/] as const;
/** Clerks also type a day the way they say it. */
const spokenShapes = [...printedShapes, /^(?<d>\d\d)(?<m>\d\d)(?<y>20\d\d|\d\d)$/] as const;

/** A case number typed or scanned whole ('h29.999-261123-0042', with or without dashes): nothing else can be meant. */
export function wholeNumbers(text: string): DaySerial[] {
  const upper = unify(text);
  const [, date = '', serial = ''] = wholeNumber.exec(upper) ?? [];
  if (date !== '') return daySerials(date, serial, printedShapes);
  const compact = upper.replace(/[\s.-]/g, '');
  const run = /^[A-Z][A-Z0-9]*?(\d{10,})$/.exec(compact)?.[1];
  return run === undefined ? [] : endingNumbers(run);
}

/** A day and a serial typed apart or together without the unit ('261123-0042', '42 23/11/26', '2611230042'). */
function partialNumbers(text: string): DaySerial[] {
  const spaced = unify(text).replace(
    slashDate,
    (_, day: string, month: string, year: string) => ` ${day.padStart(2, '0')}${month.padStart(2, '0')}${year} `,
  );
  const groups = spaced.match(/\d+/g) ?? [];
  if (groups.length === 1) return joinedNumbers(groups[0] ?? '');
  if (groups.length !== 2) return [];
  const [first = '', second = ''] = groups;
  return [...daySerials(first, second, spokenShapes), ...daySerials(second, first, spokenShapes)];
}

function unify(text: string): string {
  return text.toUpperCase().replace(/\s*[-‐-―−]\s*/g, '-');
}

/** '2611230042': the day's digits and then at least four of the serial. */
function joinedNumbers(digits: string): DaySerial[] {
  return [6, 8].flatMap((length) =>
    digits.length - length >= 4 ? daySerials(digits.slice(0, length), digits.slice(length), spokenShapes) : [],
  );
}

/** The unit's own digits run into the date, so every place where the serial may begin is tried; few are dates. */
function endingNumbers(digits: string): DaySerial[] {
  return [4, 5, 6, 7].flatMap((length) => {
    const before = digits.slice(0, -length);
    const serial = digits.slice(-length);
    return [8, 6].flatMap((size) => daySerials(before.slice(-size), serial, printedShapes)).filter(isCounted);
  });
}

/** No system numbered cases this way before 2010. */
function isCounted({ date }: DaySerial): boolean {
  return date >= '2010';
}

function daySerials(day: string, serial: string, shapes: readonly RegExp[]): DaySerial[] {
  if (serial.length > 7 || Number(serial) === 0) return [];
  const dates = shapes.flatMap((shape) => isoDates(shape.exec(day)?.groups ?? {}));
  return [...new Set(dates)].map((date) => ({ date, serial: Number(serial) }));
}

function isoDates({ y = '', m = '', d = '' }: Record<string, string>): string[] {
  const iso = `${y.padStart(4, '20')}-${m}-${d}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso) ? [iso] : [];
}

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
const mostOfCard = 600;
/** A company may have fifteen words, and more is asked beside its name. */
const mostWords = 24;
const nothing: SearchQuery = { words: [], tokens: [], digits: '', idNumbers: [], numbers: [], serial: undefined };

/** Reads hurried text: a name, digits of an id or a phone, a case number in any form, or a name with one of these. Never throws. */
export function parseSearch(typed: string): SearchQuery {
  // Cut twice: one character can stand for many.
  const text = withoutCardFields(typed).normalize('NFKC').slice(0, mostCharacters).trim();
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

/** A citizen card scanned into the box, however its scanner sends it: the first field is the id number, and the rest would only narrow it down. */
function withoutCardFields(typed: string): string {
  const card = cardFields(typed.slice(0, mostOfCard));
  const id = isFault(card) ? undefined : /^\s*(\d{12}|\d{9})\s*$/.exec(card.fields[0] ?? '')?.[1];
  if (id !== undefined) return id;
  const text = cleanLine(typed.slice(0, mostCharacters));
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
