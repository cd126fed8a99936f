import type { Procedure } from '../../../contract/catalogue/lists.ts';
import type { ListItem } from '../../../contract/catalogue/office-list.ts';
import type { Term } from '../../../contract/base/values.ts';
import { fold } from '../../base/vietnamese.ts';
import { codeInName, codeOfCell, columnOfHead, termOfCell } from './list-cells.ts';
import { type AskedColumns, type ColumnMap, type SheetRows, columnNames, columnsOf, headOf } from './list-head.ts';
import { type ListProblem, feeFor, levelFor, nicknamesFor, termFor } from './list-item.ts';
import { type Offer, ownCodeOf } from '../offers.ts';

/** What says something of a procedure in a row, as it stands there or as a person corrected it. */
type RowCells = { readonly code: string; readonly name: string; readonly term: string; readonly fee: string };

/** What a person made of a row that could not be taken as it stands: other cells, or that it is meant as it is, or that it is left out. */
type DecidedRow = { readonly [Name in keyof RowCells]?: string | undefined } & {
  readonly keep?: 'as-is' | 'out' | undefined;
};

export type RowProblem = {
  /** As people count the rows of a sheet: the first is 1. */
  readonly row: number;
  readonly code: string;
  readonly kind: ListProblem;
  /** What stands in the cell, or the other row, or the code that took the place of this one. */
  readonly what: string;
  /** The row was left out. */
  readonly left: boolean;
  /** Of a row; nothing where the whole list is spoken of. */
  readonly cells?: RowCells;
};

type ListRow = { readonly row: number; readonly item: ListItem };

export type ListReading = {
  /** The row that names the columns, the lower one where two do; null where none does and they were told from what stands in them. */
  readonly head: number | null;
  /** What stands over each column. */
  readonly words: readonly string[];
  readonly columns: ColumnMap;
  readonly rows: readonly ListRow[];
  readonly problems: readonly RowProblem[];
};

type Known = {
  readonly offers: ReadonlyMap<string, Offer>;
  /** What the list is called: the ground of its terms. */
  readonly title: string;
  /** A procedure as the lists have it that came with the product; left out: as the office has it now. */
  readonly lawful?: (code: string) => Procedure | undefined;
  /** Columns that the sheet does not show. */
  readonly hidden?: ReadonlySet<number> | undefined;
};

/** What a person said of the list: which column is what, what a bare number of the terms counts, and of single rows, as the sheet counts them. */
type Said = {
  readonly columns?: AskedColumns | undefined;
  readonly bareTerm?: Term['unit'] | undefined;
  readonly decided?: ReadonlyMap<number, DecidedRow> | undefined;
};

/** So many procedures a list of an office holds (electron/contract/catalogue/office-list.ts). */
const mostItems = 5000;

/** What a ward's list says, row by row, and what of it cannot be taken as it stands. Nothing is left out without a word. */
export function readList(sheet: SheetRows, { offers, title, lawful, hidden }: Known, said: Said = {}): ListReading {
  const found = headOf(sheet, hidden);
  const head = found?.words ?? [];
  const columns = columnsOf(sheet, found, said.columns ?? {});
  const problems: RowProblem[] = [];
  const rows = new Map<string, ListRow>();
  const fields = new Map([...offers.values()].map(({ procedure }) => [fold(procedure.field), procedure.field]));
  const byName = namesOf(offers);
  // Who made the list and who signed it stand below it, without a code and without a limit.
  const lastCoded = sheet.findLastIndex((cells) => codeOfCell(codeAndName(cells, columns).code) !== undefined);
  const columnsUsed = columnNames.filter((name) => columns[name] !== null).length;
  let section = '';
  let beyond = 0;
  let firstBeyond: number | undefined;

  for (const [at, cells] of sheet.entries()) {
    if (found !== undefined && at <= found.last) continue;
    const row = at + 1;
    const decision = said.decided?.get(row);
    const told = codeAndName(cells, columns);
    const cell = (name: keyof ColumnMap) => {
      if (name === 'code' || name === 'name') return clean(decision?.[name] ?? told[name]);
      const own = name === 'term' || name === 'fee' ? decision?.[name] : undefined;
      return clean(own ?? (columns[name] === null ? '' : (cells[columns[name]] ?? '')));
    };
    const filled = cells.map(clean).filter((one) => one !== '');
    if (filled.length === 0) continue;
    const codeCell = cell('code');
    const isCoded = codeOfCell(codeCell) !== undefined;
    // A number is no name.
    const nameCell = isCoded && !/\p{L}.*\p{L}/su.test(cell('name')) ? '' : cell('name');
    const isMeant = decision?.keep === 'as-is';
    const tell = (kind: ListProblem, what: string, left = false, code = '') => {
      // Whoever looked at it and meant it as it stands is not asked again.
      if (isMeant && !left) return;
      const rowCells = { code: codeCell, name: nameCell, term: cell('term'), fee: cell('fee') };
      problems.push({ row, code, kind, what, left, cells: rowCells });
    };
    if (decision?.keep === 'out') {
      tell('decided-out', nameCell === '' ? filled.join(' ') : nameCell, true);
      continue;
    }
    if (decision === undefined) {
      const heading = sectionOf(filled, codeCell);
      if (heading !== undefined) {
        section = fieldName(heading, fields);
        continue;
      }
      // A row of column numbers «(1) (2) (3)», a second line of heads, a note below.
      if (nameCell === '' && !isCoded && !/\d{3}/.test(codeCell)) continue;
      if (!isCoded && (/^\(?\d{1,2}\)?$/.test(nameCell) || columnOfHead(nameCell) === 'name' || isTotal(filled)))
        continue;
      const isBehind = lastCoded >= 0 && at > lastCoded && !saysLimit(cell('term'));
      if (!isCoded && !/\d/.test(codeCell) && (isBehind || (filled.length === 1 && columnsUsed > 1))) {
        tell('no-procedure', filled.join(' '), true);
        continue;
      }
    }
    const code = codeFor({ codeCell, nameCell, isMeant, offers, byName, rows, tell });
    if (code === undefined) continue;
    const known = offers.get(code);
    // A code that had to be mended is sure only together with its name.
    const isMended = codeOfCell(codeCell)?.padded === true;
    if (known !== undefined && isMended && !isMeant && !isAlike(nameCell, known.procedure.name)) {
      tell('code-mended', known.procedure.name, true, code);
      continue;
    }
    if (known !== undefined && nameCell !== '' && !isMeant && isOtherName(nameCell, known.procedure.name)) {
      tell('name-other', known.procedure.name, true, code);
      continue;
    }
    if (known?.standing === 'superseded' || known?.standing === 'repealed') {
      tell(known.standing, known.procedure.successor?.code ?? '', true, code);
      continue;
    }
    const twice = rows.get(code);
    if (twice !== undefined) {
      tell('code-twice', String(twice.row), true, code);
      continue;
    }
    const field = cell('field') === '' ? section : fieldName(cell('field'), fields);
    const item: ListItem = {
      code,
      ...nameFor(nameCell),
      ...(field === '' ? {} : { field: field.slice(0, 200) }),
      ...termFor(
        {
          cell: cell('term'),
          head: columns.term === null ? '' : (head[columns.term] ?? ''),
          bareTerm: said.bareTerm,
          known,
          lawful: (lawful ?? ((one) => offers.get(one)?.procedure))(code),
          title: `${title}, dòng ${row}`,
        },
        (kind, what) => tell(kind, what, false, code),
      ),
      ...feeFor(cell('fee'), known, (kind, what) => tell(kind, what, false, code)),
      ...levelFor(cell('level'), (kind, what) => tell(kind, what, false, code)),
      ...nicknamesFor(cell('nicknames')),
    };
    if (item.name === undefined && known === undefined) {
      tell('name-missing', '', true, code);
      continue;
    }
    if (nameCell.includes('\ufffd')) {
      tell('letters-lost', nameCell, true, code);
      continue;
    }
    if (rows.size >= mostItems) {
      beyond += 1;
      firstBeyond ??= row;
      continue;
    }
    rows.set(code, { row, item });
  }
  if (firstBeyond !== undefined)
    problems.push({ row: firstBeyond, code: '', kind: 'rows-beyond', what: String(beyond), left: true });
  return { head: found?.last ?? null, words: head, columns, rows: [...rows.values()], problems };
}

/** Who signs below a list does so in any column: words that are no limit say none. */
function saysLimit(cell: string): boolean {
  const answer = termOfCell(cell);
  return answer !== undefined && ('term' in answer || /\d/.test(cell));
}

/** A code stands in a column of its own, or beside the name where a list has one column for both. */
function codeAndName(cells: readonly string[], columns: ColumnMap): { readonly code: string; readonly name: string } {
  const [code, name] = [columns.code, columns.name].map((at) => (at === null ? '' : (cells[at] ?? ''))) as [
    string,
    string,
  ];
  return (clean(code) === '' ? codeInName(clean(name)) : undefined) ?? { code, name };
}

function clean(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

type CodeAsked = {
  readonly codeCell: string;
  readonly nameCell: string;
  readonly isMeant: boolean;
  readonly offers: Known['offers'];
  readonly byName: ReadonlyMap<string, string>;
  readonly rows: ReadonlyMap<string, ListRow>;
  readonly tell: (kind: ListProblem, what: string, left?: boolean, code?: string) => void;
};

function codeFor({ codeCell, nameCell, isMeant, offers, byName, rows, tell }: CodeAsked): string | undefined {
  const read = codeOfCell(codeCell);
  if (read !== undefined) {
    // A zero that a spreadsheet lost is certain where the list knows the code; elsewhere a person looks.
    if (read.padded && !offers.has(read.code)) tell('code-padded', codeCell, false, read.code);
    // A new code of a known name may be right, or a slip: a person looks.
    const namesake = byName.get(fold(nameCell));
    if (!offers.has(read.code) && namesake !== undefined) tell('name-known', namesake, false, read.code);
    return read.code;
  }
  // What its own sheet calls a code and nobody can read is taken without one where a person said so.
  if (/\d/.test(codeCell) && !isMeant) {
    tell('code-unread', codeCell, true);
    return undefined;
  }
  if (nameCell.length < 5) {
    tell('name-missing', nameCell, true);
    return undefined;
  }
  const same = byName.get(fold(nameCell));
  if (same !== undefined) {
    tell('code-by-name', same, false, same);
    return same;
  }
  const own = ownCodeOf(nameCell, (code) => rows.get(code)?.item.name ?? offers.get(code)?.procedure.name);
  tell('code-none', nameCell, false, own);
  return own;
}

/** Names that one procedure alone has. */
function namesOf(offers: Known['offers']): ReadonlyMap<string, string> {
  const codes = new Map<string, string | null>();
  for (const { procedure, offered } of offers.values()) {
    if (!offered) continue;
    const name = fold(procedure.name);
    codes.set(name, codes.has(name) ? null : procedure.code);
  }
  return new Map([...codes].flatMap(([name, code]) => (code === null ? [] : [[name, code] as const])));
}

const numeral = /^(?:[ivxlc]+|[a-zđ]|\d{1,3})$/iu;

/** «I. LĨNH VỰC HỘ TỊCH» over the rows that follow: a line without a code in which one cell alone says something. */
function sectionOf(filled: readonly string[], code: string): string | undefined {
  const said = filled.filter((one) => !numeral.test(one.replace(/[.)]$/, '')));
  const [only = ''] = said;
  if (said.length === 0 || said.some((one) => one !== only) || codeOfCell(code) !== undefined) return undefined;
  const numbered = filled.length > said.length || /^(?:[IVXLC]+|[A-ZĐ]|\d{1,3})[.)\-:]\s/u.test(only);
  const named = /lĩnh vực/iu.test(only);
  const isShort = only.length <= 90;
  // A numbered line with nothing but a name is a procedure of a list that has names alone.
  if (!named && !(isShort && isHeadingLike(only, numbered, filled))) return undefined;
  return only
    .replace(/^(?:[IVXLC]+|[A-ZĐ]|\d{1,3})\s*[.)\-:]\s*/u, '')
    .replace(/^(?:các )?(?:thủ tục hành chính )?(?:thuộc )?lĩnh vực(?:\s*:)?\s*/iu, '');
}

/** In capitals, or numbered with Roman numbers or letters, as headings are. */
function isHeadingLike(text: string, numbered: boolean, filled: readonly string[]): boolean {
  const capitals = text === text.toUpperCase() && /\p{Lu}.*\p{Lu}/su.test(text);
  const roman =
    filled.some((one) => /^(?:[IVXLC]+|[A-ZĐ])[.)]?$/u.test(one)) || /^(?:[IVXLC]+|[A-ZĐ])[.)]\s/u.test(text);
  return (capitals && text.split(' ').length <= 12) || (numbered && roman);
}

/** A field by the words that the rest of the catalogue has for it. */
function fieldName(text: string, fields: ReadonlyMap<string, string>): string {
  const plain = text
    .replace(/\s*\(\s*\d+[^)]*\)\s*$/u, '')
    .replace(/[.:;]+$/u, '')
    .trim();
  return fields.get(fold(plain)) ?? sentenceCase(plain);
}

function isTotal(filled: readonly string[]): boolean {
  return /^(?:tong|cong|tong cong|tong so)\b/.test(fold(filled[0] ?? '')) && filled.length <= 3;
}

/** What is written in capitals throughout is a way of writing, and no name. */
function sentenceCase(text: string): string {
  if (text !== text.toUpperCase() || !/\p{Lu}.*\p{Lu}.*\p{Lu}/su.test(text)) return text;
  const small = text.toLocaleLowerCase('vi');
  return small.charAt(0).toLocaleUpperCase('vi') + small.slice(1);
}

/** Always kept, also where it is the catalogue's own: the same list read again is the same list. */
function nameFor(nameCell: string): Pick<ListItem, 'name'> {
  return nameCell === '' ? {} : { name: sentenceCase(nameCell).slice(0, 1000) };
}

/** Two names of one procedure share words; where hardly any are shared one of code and name belongs to another row. */
function isOtherName(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared < Math.min(a.size, b.size) * 0.34;
}

/** Whether two names are one procedure's, one of them shortened: the shorter has no word of its own, and of the longer it has not few. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared === Math.min(a.size, b.size) && shared >= Math.max(a.size, b.size) * 0.4;
}

const small = new Set(
  'va cua cho do de doi voi tai theo trong ve cac nguoi dang ky cap thu tuc co khong duoc hoac'.split(' '),
);

function wordsOf(text: string): Set<string> {
  const all = fold(text).split(' ');
  const telling = all.filter((word) => !small.has(word));
  return new Set(telling.length === 0 ? all : telling);
}
