import type { DeadlineRule, Term } from '../../contract/base/values.ts';
import { fold } from '../base/vietnamese.ts';

/** What people write into the cells of a list of procedures, and what a spreadsheet made of it. Each reader answers undefined for what says nothing it can be sure of. */

export type CodeRead = {
  readonly code: string;
  /** A zero at its end was put back: a spreadsheet kept the code as a number. */
  readonly padded: boolean;
};

/** Suffixes that portals put behind a code: `1.001193.000.00.00.H29`. */
const suffix = /^(\d[.,]\d{6})\.\d{3}\.\d\d\.\d\d(?:\.[A-Z0-9.]+)?$/i;

/**
 * A code as it was meant: `1.00119` lost a zero, `1.0011930000000001` is a number with a tail, `1,001193` and `1001193` are the code with another
 * point or none. A whole number of one digit says too little.
 */
export function codeOfCell(cell: string): CodeRead | undefined {
  const text = cell
    .normalize('NFKC')
    .replace(/^\s*(?:mã(?: số)?(?: tthc| thủ tục)?\s*[:.-]?)?\s*['"]?/iu, '')
    .replace(/\s+/g, '')
    .replace(/['"]$/, '');
  const plain = suffix.exec(text)?.[1] ?? text;
  if (/^\d[.,]\d{6}$/.test(plain)) return { code: plain.replace(',', '.'), padded: false };
  if (/^\d{7}$/.test(plain)) return { code: `${plain[0]}.${plain.slice(1)}`, padded: false };
  if (/^\d\.\d{3}\.\d{3}$/.test(plain))
    return { code: `${plain[0]}.${plain.slice(2).replace('.', '')}`, padded: false };
  const number = /^\d[.,]\d+(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain.replace(',', '.')) : Number.NaN;
  if (Number.isNaN(number) || number >= 10) return undefined;
  const fixed = number.toFixed(6);
  // More than a tail of a binary fraction is another number, not this code.
  return Math.abs(Number(fixed) - number) < 1e-9 ? { code: fixed, padded: plain.length < fixed.length } : undefined;
}

export type TermRead = Term & { readonly rule?: DeadlineRule };

const units: readonly (readonly [pattern: RegExp, unit: Term['unit']])[] = [
  [/^gio lam viec/, 'working-hour'],
  [/^(?:gio|tieng)\b/, 'hour'],
  [/^(?:ngay lam viec|ngay lv|nlv)\b/, 'working-day'],
  [/^ngay\b/, 'day'],
  [/^thang\b/, 'month'],
  [/^nam\b/, 'year'],
];

/** A number, with its words in brackets, and its unit: «03 (ba) ngày làm việc». */
const counted =
  /(\d+(?:[.,]\d+)?|\d+\/\d+)\s*(?:\([^)\d]*\)\s*)?((?:gio|tieng|ngay|nlv|thang|nam)(?: (?:lam viec|lv))?)(?![a-z])/g;

const sameDay =
  /\b(?:ngay )?trong ngay\b|\b(?:tra|giai quyet|tra ket qua) ngay\b(?! lam)|^ngay (?:khi|sau khi) (?:nhan|tiep nhan)|\btrong buoi\b/;
const noTerm = /^(?:khong(?: quy dinh)?|chua(?: quy dinh)?|theo quy dinh.*|-+|\.+|)$/;

/** «several»: more than one limit outside brackets, which is a guess for nobody but who knows the procedure. */
export type TermAnswer = { readonly term: TermRead } | { readonly wrong: 'several' | 'unread' | 'no-unit' } | undefined;

/** @param head the words over the column, which may say the unit of a bare number */
export function termOfCell(cell: string, head = ''): TermAnswer {
  const outside = foldNumbers(cell.replace(/\((?![^()]*\)\s*(?:ngày|giờ|tháng|năm))[^()]*\)/giu, ' '));
  if (noTerm.test(outside)) return undefined;
  const found = [...outside.matchAll(counted)].flatMap(([, number = '', unit = '']) => termFrom(number, unit) ?? []);
  const distinct = [...new Map(found.map((one) => [`${one.value} ${one.unit}`, one])).values()];
  const [only] = distinct;
  if (distinct.length > 1) return { wrong: 'several' };
  if (sameDay.test(outside)) return { term: { value: 1, unit: 'same-day', ...after15(outside) } };
  if (only !== undefined) return { term: only };
  const bare = /^(\d+)$/.exec(outside)?.[1];
  if (bare === undefined) return { wrong: 'unread' };
  const unit = /\(?(ngay lam viec|gio lam viec|ngay|gio)\)?/.exec(foldNumbers(head))?.[1];
  const read = unit === undefined ? undefined : termFrom(bare, unit);
  return read === undefined ? { wrong: 'no-unit' } : { term: read };
}

function after15(text: string): { readonly rule?: DeadlineRule } {
  return /\b15 ?(?:h|gio)\b/.test(text) ? { rule: 'after-15h' } : {};
}

/** Folded, with the signs that numbers are written with. */
function foldNumbers(text: string): string {
  return text
    .split(/([\d/.,()]+)/)
    .map((part, at) =>
      at % 2 === 0 ? fold(part) : part.replace(/^[.,(]+|[.,)]+$/g, (signs) => (/[()]/.test(signs) ? signs : '')),
    )
    .join(' ')
    .replace(/ +/g, ' ')
    .trim();
}

const most: Readonly<Record<string, number>> = { year: 100, month: 1200 };

function termFrom(number: string, said: string): TermRead | undefined {
  const [above = '', below = '1'] = number.split('/');
  const value = Number(above.replace(',', '.')) / Number(below);
  const unit = units.find(([pattern]) => pattern.test(said))?.[1];
  if (unit === undefined || !(value > 0) || value > (most[unit] ?? 3650)) return undefined;
  if (Number.isInteger(value)) return { value, unit };
  // Half a day is half of the office's hours.
  return value === 0.5 && unit.endsWith('day') ? { value: 4, unit: 'working-hour' } : undefined;
}

/** Whole đồng; undefined where the cell names none, or several. «Không» is what a list writes for a fee of 0. */
export function feeOfCell(cell: string): number | undefined {
  const text = fold(
    cell
      .replace(/(?<=\d)(?=[^\d.,\s/])/g, ' ')
      .replace(/[.,](?=\d{3}(?!\d))/g, '')
      .replace(/[.,]0+(?=\s|$)/, ''),
  );
  if (/^(?:khong|khong thu|khong thu phi|khong thu le phi|mien phi|mien|0( d| dong| vnd| vnđ)?)$/.test(text)) return 0;
  const amounts = [...text.matchAll(/\b(\d{3,12}|\d{1,3} ?(?:nghin|ngan|k))\b/g)].map(([, amount = '']) =>
    /\D/.test(amount) ? Number.parseInt(amount, 10) * 1000 : Number(amount),
  );
  const [only] = amounts;
  return new Set(amounts).size === 1 ? only : undefined;
}

export function levelOfCell(cell: string): 'full' | 'partial' | 'none' | undefined {
  const text = fold(cell);
  if (/toan trinh|muc (?:do )?4|\bfull\b/.test(text)) return 'full';
  if (/mot phan|muc (?:do )?3|\bpartial\b/.test(text)) return 'partial';
  if (/truc tiep|muc (?:do )?[12]\b|thong tin truc tuyen|^khong$|\bnone\b/.test(text)) return 'none';
  return undefined;
}

/** What stands over a column, by what it may be called; the first that fits wins, so the narrower stand first. */
const heads: readonly (readonly [field: ListColumn, pattern: RegExp])[] = [
  ['skip', /^(?:stt|so tt|tt|so thu tu|ghi chu|no|note|ngay|so quyet dinh|quyet dinh|can cu)$/],
  ['nicknames', /ten goi|ten tat|ten thuong|tu khoa|viet tat|nickname/],
  ['code', /^(?:ma|code|ms)\b|\bma (?:so |ho so )?(?:tthc|thu tuc|quoc gia)|^(?:so )?ma so|ma dvc/],
  ['term', /thoi (?:han|gian)|so ngay|^term\b|tg gq/],
  ['fee', /phi\b|muc thu|^fee/],
  ['level', /muc do|truc tuyen|toan trinh|^level|hinh thuc (?:nop|cung cap)|\bdvc/],
  ['field', /linh vuc|^nganh|^nhom|^field/],
  [
    'name',
    /ten (?:thu tuc|tthc|dich vu|ho so)|thu tuc hanh chinh|^thu tuc|^tthc|^ten\b|^noi dung|^name|^procedure|danh muc/,
  ],
];
export type ListColumn = 'code' | 'name' | 'field' | 'term' | 'fee' | 'level' | 'nicknames' | 'skip';

export function columnOfHead(cell: string): ListColumn | undefined {
  const text = fold(cell);
  // A heading is a few words: a whole sentence is a title, or a procedure.
  if (text === '' || text.split(' ').length > 12) return undefined;
  return heads.find(([, pattern]) => pattern.test(text))?.[0];
}
