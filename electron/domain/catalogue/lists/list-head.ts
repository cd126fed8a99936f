import { isSameText } from '../offers.ts';
import { type ListColumn, codeOfCell, columnOfHead } from './list-cells.ts';

/** Which column of a list says what: by the words over it, by what a person said, or by what stands in it. */

/** A list of procedures as a ward has it, a row a line of the sheet: its cells as text. Numbers of rows and columns begin with 0 here. */
export type SheetRows = readonly (readonly string[])[];

/** Which column says what; null where none does. */
export type ColumnMap = Readonly<Record<Exclude<ListColumn, 'skip'>, number | null>>;

/** Columns by their place, or by the words that stand over them. */
export type AskedColumns = { readonly [K in keyof ColumnMap]?: number | string | null | undefined };

type ListHead = {
  /** The first row of it, and the last: a head may stand in two. */
  readonly row: number;
  readonly last: number;
  /** What stands over each column: of two rows both, the lower first, which says the more exact word. */
  readonly words: readonly string[];
  readonly columns: ColumnMap;
};

const noColumns: ColumnMap = {
  code: null,
  name: null,
  field: null,
  term: null,
  fee: null,
  level: null,
  nicknames: null,
};
export const columnNames = Object.keys(noColumns) as (keyof ColumnMap)[];

/** Titles and emblems of the office stand above the head of a list, not more of them than this. */
const mostAboveHead = 40;

const nothingHidden: ReadonlySet<number> = new Set();

/**
 * The head of a list: the first row in which a name and something else are named, and the row below it where that parts its columns.
 * @param hidden columns that their sheet does not show: an old code or an old limit stands there, and what is shown is meant before it
 */
export function headOf(sheet: SheetRows, hidden: ReadonlySet<number> = nothingHidden): ListHead | undefined {
  for (const [row, cells] of sheet.slice(0, mostAboveHead).entries()) {
    const columns = columnsNamed(cells, hidden);
    const named = columnNames.filter((one) => columns[one] !== null);
    const isWide = cells.filter((cell) => cell.trim() !== '').length >= 2;
    if (!isWide || (columns.name === null && columns.code === null)) continue;
    if (named.length < 2 && !isNumbered(cells)) continue;
    const parted = partedBy(cells, sheet[row + 1] ?? []);
    return parted === undefined
      ? { row, last: row, words: cells, columns }
      : { row, last: row + 1, words: parted, columns: columnsNamed(parted, hidden) };
  }
  return undefined;
}

/**
 * The words over each column where a second row parts what the first one names: «Thủ tục hành chính» over «Mã» and «Tên», «Thời hạn» over two columns.
 * Undefined where the row below is no part of the head: a section, numbers of columns, a procedure.
 */
function partedBy(top: readonly string[], below: readonly string[]): readonly string[] | undefined {
  const width = Math.max(top.length, below.length);
  const at = (cells: readonly string[], place: number) => (cells[place] ?? '').trim();
  const isOwn = (place: number) => at(below, place) !== '' && !isSameText(at(below, place), at(top, place));
  const parts = Array.from({ length: width }, (_, place) => place).filter(isOwn);
  const isUnderBlank = parts.some((place) => at(top, place) === '');
  // Whatever names a procedure here is a procedure, and no head.
  const names = parts.filter(
    (place) => columnOfHead(at(top, place)) === 'name' || columnOfHead(at(top, place)) === 'code',
  );
  const namesAreHeads = names.every((place) => ['code', 'name'].includes(columnOfHead(at(below, place)) ?? ''));
  const isPlain = parts.every((place) => at(below, place).length <= 60 && !/\d/.test(at(below, place)));
  if (parts.length < 2 || !isUnderBlank || !namesAreHeads || !isPlain) return undefined;
  let group = '';
  return Array.from({ length: width }, (_, place) => {
    if (at(top, place) !== '') group = at(top, place);
    if (isOwn(place)) return `${at(below, place)} ${group}`.trim();
    return at(top, place);
  });
}

function isNumbered(cells: readonly string[]): boolean {
  return cells.some((cell) => columnOfHead(cell) === 'skip');
}

function columnsNamed(cells: readonly string[], hidden: ReadonlySet<number>): ColumnMap {
  const columns: Record<keyof ColumnMap, number | null> = { ...noColumns };
  const isSecond = (at: number) => hidden.has(at) || /(?<!\p{L})cũ(?!\p{L})/iu.test((cells[at] ?? '').normalize('NFC'));
  // «Mã cũ» beside «Mã mới», and what the sheet hides: only where nothing else says it.
  const places = [...cells.keys()].toSorted((a, b) => Number(isSecond(a)) - Number(isSecond(b)));
  for (const at of places) {
    const column = columnOfHead(cells[at] ?? '');
    if (column !== undefined && column !== 'skip' && columns[column] === null) columns[column] = at;
  }
  return columns;
}

/** Without a head: codes are told by their shape, the name is the longest text beside them. */
function columnsTold(sheet: SheetRows): ColumnMap {
  const width = Math.max(0, ...sheet.map((cells) => cells.length));
  const about = Array.from({ length: width }, (_, at) => {
    const cells = sheet.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '');
    const codes = cells.filter((cell) => codeOfCell(cell) !== undefined && /[.,\d]{5}/.test(cell)).length;
    return { at, codes: cells.length === 0 ? 0 : codes / cells.length, length: mean(cells.map((cell) => cell.length)) };
  });
  const code = about.toSorted((a, b) => b.codes - a.codes).find(({ codes }) => codes > 0.5)?.at ?? null;
  // Where nothing looks like a code nobody knows whether it is a list at all: a person says which column is the name.
  const name =
    code === null
      ? null
      : (about.filter(({ at }) => at !== code).toSorted((a, b) => b.length - a.length)[0]?.at ?? null);
  return { ...noColumns, code, name };
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

/** What is taken for what in the end: as the head has it, or the rows below it, and over both what a person said. */
export function columnsOf(sheet: SheetRows, head: ListHead | undefined, asked: AskedColumns): ColumnMap {
  const columns: Record<keyof ColumnMap, number | null> = { ...(head?.columns ?? columnsTold(sheet)) };
  for (const name of columnNames) {
    const one = asked[name];
    if (one === undefined) continue;
    columns[name] = one === null ? null : typeof one === 'number' ? one : placeOf(one, head?.words ?? []);
  }
  return columns;
}

/** By the words of the head, or by the letter of the column: A is the first. */
function placeOf(said: string, head: readonly string[]): number | null {
  const at = head.findIndex((cell) => isSameText(cell, said));
  if (at >= 0) return at;
  return /^[A-Z]$/i.test(said.trim()) ? said.trim().toUpperCase().charCodeAt(0) - 'A'.charCodeAt(0) : null;
}
