import type { OwnField, OwnFieldView, OwnValue, OwnValues } from '../../../contract/catalogue/own-fields.ts';
import { Person } from '../../../contract/common/person/person.ts';
import { line } from '../../../contract/base/values.ts';

/** What was said in a field of a procedure's own: read as hands write it, kept in one way, and written again for a reader. */

/** What was read, or the word of what is wrong with it (electron/contract/base/input-issues.ts). */
export type OwnRead = { readonly value: OwnValue } | { readonly wrong: string };

const Line = line(500, 1);

/**
 * What stands in a field, as it is kept.
 * @param today `YYYY-MM-DD`: what has happened did so by then
 */
export function readOwnValue(field: OwnField, said: OwnValue, today: string): OwnRead {
  if (field.kind === 'person') return readPerson(said);
  if (typeof said !== 'string') return { wrong: 'own-field-text' };
  const text = Line.safeParse(said.replace(/\s+/g, ' '));
  if (!text.success) return { wrong: text.error.issues[0]?.message ?? 'invalid' };
  switch (field.kind) {
    case 'text':
    case 'address':
      return { value: text.data };
    case 'number':
      return readNumber(field, text.data);
    case 'date':
      return readDate(field, text.data, today);
    case 'time':
      return readTime(text.data);
    case 'choice':
      return readChoice(field, text.data);
  }
}

/** «1.234,5», «1 234», «12.5»: dots between groups of three are how thousands are written, a comma begins the fraction. */
function readNumber({ least = -Infinity, most = Infinity, fraction }: OwnField, text: string): OwnRead {
  const plain = text.replaceAll(' ', '');
  const grouped = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain) ? plain.replaceAll('.', '') : plain;
  const written = grouped.replace(',', '.');
  if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(written)) return { wrong: 'own-field-number' };
  const number = Number(written);
  if (fraction !== true && !Number.isInteger(number)) return { wrong: 'whole-number' };
  if (number < least) return { wrong: `too-small:${least}` };
  if (number > most) return { wrong: `too-big:${most}` };
  return { value: String(number) };
}

/** A whole day, a month, or a year alone, written with strokes, in a row, or as programs do. */
function readDate({ past }: OwnField, text: string, today: string): OwnRead {
  const parts =
    /^(?:(?:(\d{1,2})[/.\- ])?(\d{1,2})[/.\- ])?(\d{4})$/.exec(text) ??
    /^(\d\d)(\d\d)(\d{4})$/.exec(text) ??
    turned(/^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text));
  if (parts === null) return { wrong: 'date' };
  const [, day, month, year = ''] = parts;
  const iso = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-');
  const whole = `${iso}${'-01-01'.slice(0, 10 - iso.length)}`;
  const at = new Date(`${whole}T00:00:00Z`);
  const isDay = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(whole);
  if (!isDay) return { wrong: 'date-impossible' };
  if (year < '1850' || year >= '2200') return { wrong: 'date-impossible' };
  // Of a month or a year alone the one of today is no later than today.
  return past === true && iso > today.slice(0, iso.length) ? { wrong: 'date-after-today' } : { value: iso };
}

/** «04 giờ 30 phút», «4h30», «4:30», «0430», «4 giờ»: an hour with its minutes, or alone. 24 is the end of a day and has none. */
function readTime(text: string): OwnRead {
  const [, hour = '', minute] =
    /^(\d{1,2})(?: ?(?:giờ|gio|g|h|:) ?(?:(\d{1,2}) ?(?:phút|phut|ph|p|')?)?)?$/u.exec(small(text)) ??
    /^(\d\d)(\d\d)$/.exec(text) ??
    [];
  const isTime = hour !== '' && Number(hour) * 60 + Number(minute ?? 0) <= 24 * 60 && Number(minute ?? 0) < 60;
  if (!isTime) return { wrong: 'own-field-time' };
  return { value: [hour, minute].flatMap((part) => (part === undefined ? [] : part.padStart(2, '0'))).join(':') };
}

function turned(parts: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return parts === null ? null : [parts[0], parts[3], parts[2], parts[1]];
}

/** By its words, or by the beginning that one of them alone has: «n» is «Nữ» where no other begins so. */
function readChoice({ choices = [] }: OwnField, text: string): OwnRead {
  const typed = small(text);
  const exact = choices.find((choice) => small(choice) === typed);
  const begun = choices.filter((choice) => small(choice).startsWith(typed));
  const value = exact ?? (begun.length === 1 ? begun[0] : undefined);
  return value === undefined ? { wrong: `one-of:${choices.join(', ')}` } : { value };
}

function small(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('vi');
}

/** «Nguyễn Thị Mai, 079190000123»: a name, and behind a comma the number of a card where there is one. */
function readPerson(said: OwnValue): OwnRead {
  const { fullName, idNumber = '' } = typeof said === 'string' ? personTyped(said) : said;
  // A number that no comma parts from the name, or too short for any card, is no part of a name.
  if (/\p{Nd}/u.test(fullName)) return { wrong: 'own-field-person' };
  // A person without a number is checked as one with any.
  const parsed = Person.safeParse({ kind: 'citizen', fullName, idNumber: idNumber === '' ? 'A0000000' : idNumber });
  if (!parsed.success) return { wrong: parsed.error.issues[0]?.message ?? 'invalid' };
  return { value: { fullName: parsed.data.fullName, ...(idNumber === '' ? {} : { idNumber: parsed.data.idNumber }) } };
}

function personTyped(text: string): { readonly fullName: string; readonly idNumber?: string } {
  const [, name = text, number = ''] = /^(.*?)\s*[,;]\s*((?=\S*\d)[\p{L}\d][\p{L}\d .-]{5,})\s*$/u.exec(text) ?? [];
  return { fullName: name.replace(/\s+/g, ' ').trim(), idNumber: number.trim() };
}

/** As a reader has it: a day with its strokes, a number with its dots, a person with the number behind the name. */
export function ownText(kind: OwnField['kind'], value: OwnValue): string {
  if (typeof value !== 'string')
    return value.idNumber === undefined ? value.fullName : `${value.fullName}, ${value.idNumber}`;
  if (kind === 'date' && /^\d{4}(-\d\d){0,2}$/.test(value)) return value.split('-').toReversed().join('/');
  if (kind === 'number') return numberText(value);
  if (kind === 'time') return timeText(value);
  return value;
}

/** What was kept while the hour was a line of text stays as it is. */
function timeText(value: string): string {
  const [, hour, minute] = /^(\d\d)(?::(\d\d))?$/.exec(value) ?? [];
  if (hour === undefined) return value;
  return minute === undefined ? `${hour} giờ` : `${hour} giờ ${minute} phút`;
}

function numberText(value: string): string {
  const [whole = '', part] = value.split('.');
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, '.')}${part === undefined ? '' : `,${part}`}`;
}

/** The fields of a procedure that something was said in, in its order. */
export function ownViews(fields: readonly OwnField[], values: OwnValues): readonly OwnFieldView[] {
  return fields.flatMap(({ key, label, kind }) => {
    const value = values[key];
    return value === undefined ? [] : [{ key, label, kind, value, text: ownText(kind, value) }];
  });
}

export type OwnIssue = readonly [key: string, wrong: string];

/**
 * All that was said, as it is kept, and what is wrong with it, field by field.
 * @param attended somebody stands at a screen and can answer: what the office needs is asked for too
 * @param today `YYYY-MM-DD`
 */
export function readOwnValues(
  fields: readonly OwnField[],
  said: OwnValues,
  { attended, today }: { readonly attended: boolean; readonly today: string },
): { readonly values: OwnValues; readonly issues: readonly OwnIssue[] } {
  const issues: OwnIssue[] = [];
  const values: [string, OwnValue][] = [];
  const known = new Set(fields.map(({ key }) => key));
  for (const key of Object.keys(said)) if (!known.has(key)) issues.push([key, 'own-field-unknown']);
  for (const field of fields) {
    const one = said[field.key];
    if (one === undefined) {
      if (attended && field.required === true) issues.push([field.key, 'required']);
      continue;
    }
    const read = readOwnValue(field, one, today);
    if ('wrong' in read) issues.push([field.key, read.wrong]);
    else values.push([field.key, read.value]);
  }
  // In the order of the alphabet, which is the journal's.
  return { values: Object.fromEntries(values.toSorted(([a], [b]) => (a < b ? -1 : 1))), issues };
}
