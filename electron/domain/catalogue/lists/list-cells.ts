import type { DeadlineRule, Term } from '../../../contract/base/values.ts';
import { addDays, dateText } from '../../base/civil-time.ts';
import { fold } from '../../base/vietnamese.ts';

/** What people write into the cells of a list of procedures, and what a spreadsheet made of it. Each reader answers undefined for what says nothing it can be sure of. */

export type CodeRead = {
  readonly code: string;
  /** A zero at its end was put back: a spreadsheet kept the code as a number. */
  readonly padded: boolean;
};

/** Suffixes that portals put behind a code: `1.001193.000.00.00.H29`. */
const suffix = /^(\d[.,\p{Pd}\u2212]\d{6})\.\d{3}\.\d\d\.\d\d(?:\.[A-Z0-9.]+)?$/iu;

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
  // Whoever keeps Excel from making a number of it writes a hyphen for the point, of whatever kind.
  if (/^\d[.,\p{Pd}\u2212]\d{6}$/u.test(plain)) return { code: `${plain[0]}.${plain.slice(2)}`, padded: false };
  if (/^\d{7}$/.test(plain)) return { code: `${plain[0]}.${plain.slice(1)}`, padded: false };
  if (/^\d\.\d{3}\.\d{3}$/.test(plain))
    return { code: `${plain[0]}.${plain.slice(2).replace('.', '')}`, padded: false };
  const number = /^\d[.,]\d+(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain.replace(',', '.')) : Number.NaN;
  if (Number.isNaN(number) || number >= 10) return undefined;
  const fixed = number.toFixed(6);
  // More than a tail of a binary fraction is another number, not this code.
  return Math.abs(Number(fixed) - number) < 1e-9 ? { code: fixed, padded: plain.length < fixed.length } : undefined;
}

const codeShape = String.raw`\d\.\d{6}(?:\.\d{3}\.\d\d\.\d\d(?:\.[A-Z0-9.]*[A-Z0-9])?)?`;
const codeBefore = new RegExp(String.raw`^[\[(]?(${codeShape})[\])]?\s*[:.\p{Pd}]?\s+(?=.*\p{L})(.+)$`, 'iu');
const codeBehind = new RegExp(
  String.raw`^(.*\p{L}.*?)\s*(?:[\[(]\s*(?:mã(?: số)?(?: tthc| thủ tục)?\s*[:.]?\s*)?|\s\p{Pd}\s+(?:mã(?: số)?(?: tthc)?\s*[:.]?\s*)?)(${codeShape})\s*[\])]?$`,
  'iu',
);

/** «1.001193 - Đăng ký khai sinh», «Đăng ký khai sinh (1.001193)»: whole codes alone, which no spreadsheet made a number of. */
export function codeInName(name: string): { readonly code: string; readonly name: string } | undefined {
  const before = codeBefore.exec(name);
  if (before !== null) return { code: before[1] ?? '', name: before[2] ?? '' };
  const behind = codeBehind.exec(name);
  return behind === null ? undefined : { code: behind[2] ?? '', name: behind[1] ?? '' };
}

type TermRead = Term & { readonly rule?: DeadlineRule };

const units: readonly (readonly [pattern: RegExp, unit: Term['unit']])[] = [
  [/^gio lam viec/, 'working-hour'],
  [/^(?:gio|tieng)\b/, 'hour'],
  [/^(?:ngay lam viec|ngay lv|nlv)\b/, 'working-day'],
  [/^ngay\b/, 'day'],
  [/^thang\b/, 'month'],
  [/^nam\b/, 'year'],
];

/** A number and its unit, wherever in a cell: tells whether a cell that is no limit holds several. */
const counted = /(\d+(?:[.,]\d+)?|\d+\/\d+) ?(?:\([^()\d]{0,40}\) ?)?(gio|tieng|ngay|nlv|thang|nam)\b/g;

/** «05 ngày làm việc» is the whole cell: words that lists put before it, one number, its words in brackets, a unit, and from when it is counted. */
const wholeTerm =
  /^(?:thoi (?:han|gian)(?: giai quyet)? )?(?:(?:toi da )?khong qua |toi da |trong (?:vong |thoi han )?|cham nhat )?(?:(\d{1,4}|0[.,]5|1\/2)|([a-z]+(?: [a-z]+){0,2}?)) ?(?:\(([a-z ]{2,30})\) ?)?(gio lam viec|gio|tieng|ngay lam viec|ngay lv|nlv|ngay|thang|nam)((?: [a-z]+)*)$/;

/** From when a limit is counted, in the words of laws and lists; any other word behind a limit is a condition, which nobody can be sure of. */
const countedFrom = new Set(
  'ke tu tinh ngay khi luc thoi diem nhan tiep duoc du day ho so don hop le va theo quy dinh thu ly nop'.split(' '),
);

const sameDay =
  /^(?:(?:tra|giai quyet|tra ket qua|giai quyet va tra ket qua) )?(?:(?:ngay )?trong (?:ngay|buoi)(?: lam viec)?|ngay (?:khi|sau khi)|ngay)(?= |$)/;
const sameDayWords = new Set(
  'neu truong hop le nhan tiep du day duoc ho so sau thi tra giai quyet ket qua trong ngay lam viec theo ke chuyen sang vao va gio h don'.split(
    ' ',
  ),
);
const noTerm = /^(?:khong(?: quy dinh)?|chua(?: quy dinh)?|theo quy dinh(?: cua phap luat)?|)$/;

/** «several»: more than one limit, which is a guess for nobody but who knows the procedure. */
export type TermAnswer =
  | { readonly term: TermRead }
  | { readonly wrong: 'several' | 'unread' | 'no-unit' }
  /** A spreadsheet made a day of what was typed, as of «1/2» and «5-7»; the day that stands there. */
  | { readonly wrong: 'date'; readonly day: string }
  | undefined;

type TermAsked = {
  /** The words over the column, which may say the unit of a bare number. */
  readonly head?: string;
  /** What a bare number counts where they do not. */
  readonly bareTerm?: Term['unit'] | undefined;
};

/** No cell that is one limit is longer. */
const longestTerm = 300;

/**
 * A limit, where the whole cell is one: a range, a condition, a day of the calendar or an hour of the clock is none. «1 tuần» stays unread too, as
 * no law of these procedures counts in weeks.
 */
export function termOfCell(cell: string, { head = '', bareTerm }: TermAsked = {}): TermAnswer {
  const text = cell.trim();
  if (/^[-.–—]*$/u.test(text)) return undefined;
  if (text.length > longestTerm) return { wrong: 'unread' };
  const folded = foldNumbers(text);
  if (noTerm.test(folded)) return undefined;
  // A sign before a number is a minus, or a mark of a list of several; fold knows neither.
  if (/^[-+–—<>≤≥~]/u.test(text)) return { wrong: severalIn(folded) };
  if (isSameDay(folded)) return { term: { value: 1, unit: 'same-day', ...after15(folded) } };
  if (/^nua ngay(?: lam viec)?$/.test(folded)) return { term: { value: 4, unit: 'working-hour' } };
  const bare = /^\d{1,3}$/.exec(folded)?.[0];
  if (bare !== undefined) return bareNumber(bare, foldNumbers(head), bareTerm);
  const day = dayOfSerial(text);
  if (day !== undefined) return { wrong: 'date', day };
  const only = /[-–—~%+<>=]/u.test(text.replace(/(?<=\p{L}) ?[-–] ?(?=\p{L})/gu, ' '))
    ? undefined
    : wholeTermOf(folded);
  return only === undefined ? { wrong: severalIn(folded, text) } : { term: only };
}

function severalIn(folded: string, text = ''): 'several' | 'unread' {
  const found = new Set([...folded.matchAll(counted)].map(([, number, unit]) => `${Number(number)} ${unit}`));
  return found.size > 1 || /\d\s*[-–—~]\s*\d+\s*(?:\p{L})/u.test(text) ? 'several' : 'unread';
}

function isSameDay(folded: string): boolean {
  const said = sameDay.exec(folded)?.[0];
  if (said === undefined) return false;
  const rest = folded.slice(said.length).replace(/\b15 ?(?:h|gio)(?: ?00)?\b/, 'gio');
  // «Ngày» alone is no promise, and what begins a longer sentence is one only as far as its words are known.
  if (/^ngay$/.test(folded)) return false;
  return rest.split(/[ ,.;()]+/).every((word) => word === '' || sameDayWords.has(word));
}

function wholeTermOf(folded: string): TermRead | undefined {
  const said = wholeTerm.exec(folded.replace(/ ?\(((?:ke )?tu (?:ngay|khi)[a-z ]*)\)$/, ' $1'));
  if (said === null) return undefined;
  const [, number, words, inBrackets, unit = '', behind = ''] = said;
  const spoken = words === undefined ? undefined : numberOfWords(words);
  const digits = number ?? (spoken === undefined ? undefined : String(spoken));
  if (digits === undefined) return undefined;
  // «03 (năm) ngày» says two numbers.
  if (inBrackets !== undefined && numberOfWords(inBrackets) !== Number(digits)) return undefined;
  if (!behind.split(' ').every((word) => word === '' || countedFrom.has(word))) return undefined;
  return termFrom(digits, unit);
}

/** The unit of a bare number stands in the head by itself: «Số ngày», «Thời hạn (ngày làm việc)»; «kể từ ngày nhận» is none. */
function bareNumber(bare: string, head: string, asked: Term['unit'] | undefined): TermAnswer {
  const said = [
    ...head.matchAll(
      /(?:^so |\((?:don vi(?: tinh)? |tinh (?:bang|theo) )?)(ngay lam viec|gio lam viec|ngay|gio)(?=\)| |$)/g,
    ),
  ].map(([, unit = '']) => unit);
  const read = said.length === 1 ? termFrom(bare, said[0] ?? '') : undefined;
  const value = Number(bare);
  if (read === undefined && asked !== undefined && value > 0) return { term: { value, unit: asked } };
  return read === undefined ? { wrong: 'no-unit' } : { term: read };
}

/** Days from 2000 to 2049 as a spreadsheet counts them, and as it writes them where it was saved as text. */
const [firstSerial, lastSerial] = [36_526, 54_788];

function dayOfSerial(text: string): string | undefined {
  const serial = /^\d{5}(?:\.0+)?$/.test(text) ? Number(text) : Number.NaN;
  if (serial >= firstSerial && serial <= lastSerial) return dateText(addDays('2000-01-01', serial - firstSerial));
  return /^\d{1,2}\/\d{1,2}\/(?:19|20)\d\d$/.test(text) ? text : undefined;
}

const ones = new Map(
  Object.entries({ mot: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5, lam: 5, sau: 6, bay: 7, tam: 8, chin: 9 }),
);

/** 1 to 99 in words, folded. */
function numberOfWords(words: string): number | undefined {
  const said = words.trim().split(' ');
  const [first = '', second = '', third = ''] = said;
  if (said.length === 1) return first === 'muoi' ? 10 : ones.get(first);
  if (first === 'muoi' && said.length === 2) return plus(10, second);
  const tens = ones.get(first);
  if (tens === undefined || tens === 1 || second !== 'muoi') return undefined;
  return said.length === 2 ? tens * 10 : said.length === 3 ? plus(tens * 10, third) : undefined;
}

function plus(tens: number, word: string): number | undefined {
  const one = ones.get(word);
  return one === undefined ? undefined : tens + one;
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
    .replace(/\( /g, '(')
    .replace(/ \)/g, ')')
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

const noFee =
  /^(?:khong|khong thu|khong thu phi|khong thu le phi|khong co|mien phi|mien|mien thu|0(?: ?(?:d|dong|vnd))?)$/;

/** What lists write before an amount, the amount in groups of three or without, its unit, and the one thing it is for. */
const wholeFee =
  /^(?:(?:muc )?(?:thu|phi|le phi|phi le phi) ?:? ?)?(\d{1,3}(?:([., ])\d{3})(?:\2\d{3}){0,2}|\d{1,9})(?:[.,]0{1,2})? ?((?:nghin|ngan|k)(?: dong| d)?|dong|d|vnd)?(?: ?\/ ?(?:1 |01 |mot )?(?:ho so|truong hop|lan|giay phep|giay chung nhan|giay|thu tuc|viec|vu viec|dang ky))?$/;

/**
 * Whole đồng, where the whole cell is one amount for one file; undefined for anything else: a number of a decree, a share, an amount by copy or by
 * channel, and a bare number that may be a year or is less than any fee. «Không» is what a list writes for a fee of 0.
 */
export function feeOfCell(cell: string): number | undefined {
  const text = cell
    .normalize('NFC')
    .trim()
    .split(/([\d/.,:\-–%+()]+)/u)
    .map((part, at) => (at % 2 === 0 ? fold(part.replace(/₫/gu, ' đ ')) : part))
    .join(' ')
    .replace(/ +/g, ' ')
    .trim()
    .replace(/[.;,]$/, '')
    .replace(/(?<=\d) (?=[.,]\d)|(?<=\d[.,]) (?=\d)/g, '')
    .trim();
  if (text.length > 80) return undefined;
  if (noFee.test(text)) return 0;
  const [, number, , unit] = wholeFee.exec(text) ?? [];
  if (number === undefined) return undefined;
  const amount = Number(number.replace(/[., ]/g, '')) * (unit !== undefined && /^(?:ng|k)/.test(unit) ? 1000 : 1);
  const isDoubtful =
    unit === undefined && (amount < 1000 || (amount >= 1900 && amount <= 2100 && /^\d+$/.test(number)));
  return isDoubtful || amount < 100 || number.startsWith('0') || amount > 1_000_000_000 ? undefined : amount;
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
