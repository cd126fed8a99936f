import { withDots } from '../../domain/base/dong.ts';
import type { Style } from '../type/font.ts';

/** A moment in Vietnam as the journal writes it; the offset is fixed, so the digits are the civil time. */
const civil = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/;

/** `23/11/2026` */
function date(value: unknown): string {
  const [, year, month, day] = civil.exec(String(value)) ?? [];
  return year === undefined ? String(value) : `${day}/${month}/${year}`;
}

/** `ngày 05 tháng 02 năm 2026`: days below 10 and months 1 and 2 carry a zero, the others do not (NĐ 30/2020, Phụ lục I). */
function dateWords(value: unknown): string {
  const [, year, month, day] = civil.exec(String(value)) ?? [];
  if (year === undefined || month === undefined) return String(value);
  const shortMonth = Number(month) < 3 ? month : String(Number(month));
  return `ngày ${day} tháng ${shortMonth} năm ${year}`;
}

/** The same at the beginning of a sentence. */
function dateWordsCapital(value: unknown): string {
  return dateWords(value).replace(/^n/, 'N');
}

/** `15 giờ 12 phút, ngày 23 tháng 11 năm 2026`: the promised hour must be readable (TT 01/2020/TT-BTP Điều 2 k1). */
function dateTimeWords(value: unknown): string {
  const [, , , , hour, minute] = civil.exec(String(value)) ?? [];
  return hour === undefined ? String(value) : `${hour} giờ ${minute} phút, ${dateWords(value)}`;
}

/** `15 giờ 12 phút` */
function timeWords(value: unknown): string {
  const [, , , , hour, minute] = civil.exec(String(value)) ?? [];
  return hour === undefined ? String(value) : `${hour} giờ ${minute} phút`;
}

/** `09:05 23/11/2026`, for narrow columns. */
function timeDate(value: unknown): string {
  const [, , , , hour, minute] = civil.exec(String(value)) ?? [];
  return hour === undefined ? String(value) : `${hour}:${minute} ${date(value)}`;
}

/** `8.000 đồng` */
function dong(value: unknown): string {
  return `${withDots(String(value))} đồng`;
}

/** Capitals by the rules of the Vietnamese locale. */
function upper(value: unknown): string {
  return String(value).normalize('NFC').toLocaleUpperCase('vi');
}

/** `1` -> `01`, so that nobody adds a digit in front by hand. */
function twoDigits(value: unknown): string {
  return String(value).padStart(2, '0');
}

/** Zero is a dash in a table of papers: nothing of that kind was handed in. */
function countOrDash(value: unknown): string {
  return Number(value) === 0 ? '–' : twoDigits(value);
}

/** The words a template may put after `|`. */
export const formats: Readonly<Record<string, (value: unknown) => string>> = {
  date,
  dateWords,
  dateWordsCapital,
  dateTimeWords,
  timeDate,
  timeWords,
  dong,
  upper,
  twoDigits,
  countOrDash,
};
export type Run = { readonly text: string; readonly font: Style };
type Values = Readonly<Record<string, unknown>>;

/**
 * A piece of a template: words as they stand, or a field with the paths to try in order and the format. Pieces of one `[…]` carry its
 * number in `optional`; 0 is outside of all.
 */
export type Part = { readonly font: Style; readonly optional: number } & (
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'field';
      readonly paths: readonly string[];
      readonly format: string | undefined;
      /** What stands there where none of the paths is filled: a dotted blank is the usual. */
      readonly otherwise: string | undefined;
    }
);

/** What a blank to be written by hand looks like inside a sentence. */
const blank = '………';

const token = /\*\*|_|\[|\]|\{[^}]*\}|[^*_{[\]]+|[*{]/g;

/** Splits a template into words and fields. Data are put in afterwards, so nothing a citizen wrote is read as markup. */
export function parseTemplate(template: string): Part[] {
  const parts: Part[] = [];
  let bold = false;
  let italic = false;
  let [optional, segments] = [0, 0];
  for (const [text] of template.matchAll(token)) {
    if (text === '**') bold = !bold;
    else if (text === '_') italic = !italic;
    else if (text === '[') optional = segments += 1;
    else if (text === ']') optional = 0;
    else if (text.startsWith('{') && text.endsWith('}'))
      parts.push({ ...field(text), optional, font: styleOf(bold, italic) });
    else parts.push({ kind: 'words', text, optional, font: styleOf(bold, italic) });
  }
  return parts;
}

function styleOf(bold: boolean, italic: boolean): Style {
  if (bold) return italic ? 'bold-italic' : 'bold';
  return italic ? 'italic' : 'regular';
}

/** `{a}`, `{a|format}`, `{a ?? b}`, and last of all `{a ?? 'words'}`. */
function field(text: string): Pick<Extract<Part, { kind: 'field' }>, 'kind' | 'paths' | 'format' | 'otherwise'> {
  const [, inner = '', otherwise] = /^(.*?)(?:\?\?\s*'([^']*)'\s*)?$/.exec(text.slice(1, -1)) ?? [];
  const [paths = '', format] = inner.split('|');
  return { kind: 'field', paths: paths.split('??').map((path) => path.trim()), format: format?.trim(), otherwise };
}

/** The value at a dotted path, or undefined where any step of it is missing. */
export function valueAt(values: unknown, path: string): unknown {
  let value: unknown = values;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Values)[step];
  }
  return value;
}

/** Whether there is something to show: not absent, not blank, not false, not an empty list. */
export function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== false && value !== '';
}

const parsed = new Map<string, readonly Part[]>();

/** Templates come from form files, so there are few; an office that edits its form all day does not fill the memory. */
function partsOf(template: string): readonly Part[] {
  const known = parsed.get(template);
  if (known !== undefined) return known;
  if (parsed.size > 2000) parsed.clear();
  const parts = parseTemplate(template);
  parsed.set(template, parts);
  return parts;
}

/**
 * The styled runs of a template with the values in place. A field with nothing in it is `empty` (a dotted blank by default); a `[…]`
 * around it is left out whole.
 */
export function fillTemplate(template: string, values: unknown, empty: string = blank): Run[] {
  const parts = partsOf(template);
  const left = new Set(
    parts
      .filter(
        (part) => part.kind === 'field' && findValue(part.paths, values) === undefined && part.otherwise === undefined,
      )
      .map((part) => part.optional),
  );
  return parts
    .filter((part) => part.optional === 0 || !left.has(part.optional))
    .map((part) => {
      if (part.kind === 'words') return { text: part.text, font: part.font };
      const value = findValue(part.paths, values);
      if (value === undefined) return { text: part.otherwise ?? empty, font: part.font };
      const format = part.format === undefined ? undefined : formats[part.format];
      return { text: format === undefined ? `${value as string | number}` : format(value), font: part.font };
    });
}

function findValue(paths: readonly string[], values: unknown): unknown {
  return paths.map((path) => valueAt(values, path)).find(isFilled);
}
