import { TypedPaper } from '../../../contract/base/values.ts';
import { codeOfCell } from './list-cells.ts';
import type { SheetRows } from './list-head.ts';

/**
 * Procedures as the national database gives them, as the rows of a list: the answer of its services `LayThuTuc` and `LayDanhSachTTHC` (names of its fields as two
 * public clients read them), or of the portal's own page of a procedure. Names are looked for without regard to capitals, for clients write them either way. What it
 * does not say is left empty, and what it says twice is left to a person, by the same rules as a spreadsheet.
 */

export type NationalRecord = {
  readonly rows: SheetRows;
  /** The papers of a procedure, by its code. */
  readonly papersOf: ReadonlyMap<string, readonly TypedPaper[]>;
  /** How many are of another level than the commune, and left out. */
  readonly elsewhere: number;
};

type Fields = Readonly<Record<string, unknown>>;

const head = [
  'Mã TTHC',
  'Tên thủ tục hành chính',
  'Lĩnh vực',
  'Thời hạn giải quyết',
  'Phí, lệ phí',
  'Mức độ trực tuyến',
];

/** Undefined where nothing in it is a procedure. */
export function nationalRecord(raw: unknown): NationalRecord | undefined {
  const all = listIn(raw, 0)
    .map(fieldsOf)
    .filter((one) => text(one, codeNames) !== '' || text(one, nameNames) !== '');
  if (all.length === 0) return undefined;
  const wards = all.filter((one) => !isOfOtherLevel(one));
  const papersOf = new Map<string, readonly TypedPaper[]>();
  for (const one of wards) {
    const code = codeOfCell(text(one, codeNames))?.code;
    const papers = papersIn(one);
    if (code !== undefined && papers.length > 0) papersOf.set(code, papers);
  }
  return { rows: [head, ...wards.map(rowOf)], papersOf, elsewhere: all.length - wards.length };
}

const codeNames = ['mattthc', 'mathutuc', 'matthc', 'code', 'codenotation'];
const nameNames = ['tentthc', 'tenthutuc', 'name'];

function rowOf(one: Fields): readonly string[] {
  const ways = waysIn(one);
  // What is asked for at the counter is what holds at the counter.
  const direct = ways.filter(({ isDirect }) => isDirect);
  const told = direct.length > 0 ? direct : ways;
  return [
    text(one, codeNames),
    text(one, nameNames),
    fieldIn(one),
    distinct(told.flatMap(({ terms }) => terms)),
    distinct(told.flatMap(({ fees }) => fees)),
    levels[text(one, ['mucdo', 'onlinelevel'])] ?? '',
  ];
}

/** MucDo of the national database: 2 information, 3 in part, 4 wholly online. */
const levels: Readonly<Record<string, string>> = { '2': 'trực tiếp', '3': 'một phần', '4': 'toàn trình' };

/** More than one is more than a cell can say: both stand in it, and the reader of cells leaves them to a person. */
function distinct(said: readonly string[]): string {
  return [...new Set(said)].join('; ');
}

function fieldsOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name.toLowerCase().replaceAll('_', ''), one]));
}

function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

/** The procedures: the value itself, a list of them, or what stands in the field that services answer in. */
function listIn(raw: unknown, depth: number): readonly unknown[] {
  if (Array.isArray(raw)) return raw;
  const fields = fieldsOf(raw);
  if (text(fields, codeNames) !== '') return [raw];
  if (depth > 2) return [];
  const inner = ['result', 'data', 'content', 'items'].map((name) => fields[name]).find((one) => one !== undefined);
  return inner === undefined ? [] : listIn(inner, depth + 1);
}

function text(fields: Fields, names: readonly string[]): string {
  for (const name of names) {
    const one = fields[name];
    if (typeof one === 'string' && one.trim() !== '') return one.trim().slice(0, 2000);
    if (typeof one === 'number' && Number.isFinite(one)) return String(one);
  }
  return '';
}

function fieldIn(one: Fields): string {
  const [first] = [...listOf(one['linhvucthuchien']), ...listOf(one['categoriesdetails'])];
  return text(first ?? {}, ['tenlinhvuc', 'name']) || text(one, ['tenlinhvuc', 'linhvuc']);
}

/** Who says at which level it is done, and not at the commune's. */
function isOfOtherLevel(one: Fields): boolean {
  const flags = ['isministry', 'isprovince', 'isward', 'isinternal'].filter((name) => one[name] === true);
  if (flags.length > 0) return !flags.includes('isward');
  const said = listOf(one['capthuchien']).map((level) => text(level, ['tencap', 'ten', 'name']));
  return said.length > 0 && said.every((level) => level !== '' && !/x[ãa]|phường/iu.test(level));
}

type Way = { readonly isDirect: boolean; readonly terms: readonly string[]; readonly fees: readonly string[] };

function waysIn(one: Fields): readonly Way[] {
  const old = [...listOf(one['cachthucthuchien']), ...listOf(one['cachthuchien'])].map((way): Way => {
    const times = listOf(way['thoigian']);
    return {
      isDirect: text(way, ['kenh']) === '1',
      terms: times.flatMap((time) => termText(text(time, ['thoigiangiaiquyet']), text(time, ['donvitinh']))),
      fees: times.flatMap((time) => listOf(time['philephi'])).flatMap((fee) => feeText(text(fee, ['sotien']))),
    };
  });
  const now = listOf(one['executionmethods']).map((way): Way => {
    return {
      isDirect: text(way, ['submissionmethod']).includes('DIRECT'),
      terms: termText(text(way, ['processingtime']), text(way, ['processingtimeunit'])),
      fees: listOf(way['fees']).flatMap((fee) => feeText(text(fee, ['value']))),
    };
  });
  return [...old, ...now];
}

const units: Readonly<Record<string, string>> = {
  WORKING_DAY: 'ngày làm việc',
  DAY: 'ngày',
  HOUR: 'giờ',
  MONTH: 'tháng',
  YEAR: 'năm',
};

/** «10 ngày làm việc»; a number whose unit nobody knows («Khác», OTHER) stays one without a unit, which no limit is made of. */
function termText(value: string, unit: string): string[] {
  if (value === '' || Number(value) === 0) return [];
  const named = units[unit] ?? (/ngày|giờ|tháng|năm/iu.test(unit) ? unit.toLocaleLowerCase('vi') : '');
  return [`${value} ${named}`.trim()];
}

/** A fee of 0 may be a field that nobody filled: it is not known, which never means free. */
function feeText(value: string): string[] {
  const amount = Number(value);
  return value === '' || !Number.isFinite(amount) || amount <= 0 ? [] : [String(Math.round(amount))];
}

const mostPapers = 60;

function papersIn(one: Fields): readonly TypedPaper[] {
  const old = listOf(one['thanhphanhoso']).flatMap((part) => listOf(part['giayto']));
  const now = listOf(one['executioncases']).flatMap((part) => listOf(part['profilecomponents']));
  const papers = [...old, ...now].flatMap((paper): TypedPaper[] => {
    const name = text(paper, ['tengiayto', 'name'])
      .replace(/[\s\p{C}]+/gu, ' ')
      .slice(0, 300)
      .trim();
    const count = (names: readonly string[]) => Math.min(99, Math.max(0, Math.trunc(Number(text(paper, names)) || 0)));
    const [originals, copies] = [count(['sobanchinh', 'originalqty']), count(['sobansao', 'copyqty'])];
    const read = TypedPaper.safeParse({ name, originals: originals + copies === 0 ? 1 : originals, copies });
    return read.success ? [read.data] : [];
  });
  return [...new Map(papers.map((paper) => [paper.name, paper])).values()].slice(0, mostPapers);
}
