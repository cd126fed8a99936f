import type { Steps } from '../domain/steps.ts';
import type { Book, BookColumn } from './workbook.ts';
import { look } from './workbook-parts.ts';

type Looks = (typeof look)[keyof typeof look];
/** A text, a number, or null for a cell that is only ruled. */
type Cell = { readonly value: string | number | null; readonly look: Looks };

export type Sheet = { readonly sheet: Uint8Array; readonly strings: Uint8Array };

const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The sheet and the list of its texts, each written once; a step for each line of the table. */
export function* sheetOf<T>(book: Book<T>): Steps<Sheet> {
  const { title, columns, rows, closing } = book;
  const texts = textList();
  const written: Uint8Array[] = [Buffer.from(`${openingOf(book)}<sheetData>`)];
  let number = 0;
  const add = (cells: readonly Cell[]): void => {
    number += 1;
    written.push(Buffer.from(rowOf(number, cells, texts)));
  };
  for (const [index, value] of title.entries()) add([{ value, look: index === 0 ? look.title : look.subtitle }]);
  for (const cells of headsOf(columns)) add(cells);
  for (const row of rows) {
    add(columns.map((column) => cellOf(column, row)));
    yield;
  }
  add([]);
  for (const value of closing) add([{ value, look: look.plain }]);
  written.push(Buffer.from(`</sheetData>${mergesOf(columns, title.length + 1)}${closingParts}`));
  return { sheet: Buffer.concat(written), strings: texts.written() };
}

function openingOf<T>({ title, columns }: Book<T>): string {
  const fixed = title.length + 2;
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `${declared}<worksheet xmlns="${spreadsheet}"><sheetViews><sheetView tabSelected="1" workbookViewId="0">`,
    `<pane ySplit="${fixed}" topLeftCell="A${fixed + 1}" activePane="bottomLeft" state="frozen"/>`,
    `</sheetView></sheetViews><cols>${widths.join('')}</cols>`,
  ].join('');
}

/** Margins in inches; 9 is A4. */
const closingParts =
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/></worksheet>';

/** Groups over their columns; a column without one takes both rows. */
function headsOf<T>(columns: readonly BookColumn<T>[]): readonly (readonly Cell[])[] {
  const upper = columns.map(({ title, group }, index) => {
    if (group === undefined) return title;
    return columns[index - 1]?.group === group ? null : group;
  });
  const lower = columns.map(({ title, group }) => (group === undefined ? null : title));
  return [upper, lower].map((row) => row.map((value) => ({ value, look: look.head })));
}

function mergesOf<T>(columns: readonly BookColumn<T>[], upper: number): string {
  const merges = columns.flatMap(({ group }, index) => {
    const from = letters(index);
    if (group === undefined) return [`${from}${upper}:${from}${upper + 1}`];
    if (columns[index - 1]?.group === group) return [];
    const end = columns.findIndex((other, at) => at > index && other.group !== group);
    const last = (end === -1 ? columns.length : end) - 1;
    return last === index ? [] : [`${from}${upper}:${letters(last)}${upper}`];
  });
  if (merges.length === 0) return '';
  return `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
}

function cellOf<T>(column: BookColumn<T>, row: T): Cell {
  const value = column.value(row);
  if (value === null || value === '') return { value: null, look: look.cell };
  if (column.kind === 'number') return { value: Number(value), look: look.cell };
  if (column.kind === 'time') return { value: dayNumber(String(value)), look: look.time };
  return { value: String(value), look: look.cell };
}

/** Days since 30/12/1899, as spreadsheets count. They know no time zones: it is the clock on the wall in Vietnam. */
function dayNumber(civil: string): number {
  return Date.parse(`${civil.slice(0, 19)}Z`) / 86_400_000 + 25_569;
}

type Texts = { placeOf(text: string): number; written(): Uint8Array };

function textList(): Texts {
  const places = new Map<string, number>();
  const written: Uint8Array[] = [];
  return { placeOf, written: finish };

  function placeOf(text: string): number {
    const known = places.get(text);
    if (known !== undefined) return known;
    const place = places.size;
    places.set(text, place);
    written.push(Buffer.from(`<si><t xml:space="preserve">${escaped(text)}</t></si>`));
    return place;
  }

  function finish(): Uint8Array {
    const head = Buffer.from(`${declared}<sst xmlns="${spreadsheet}" uniqueCount="${places.size}">`);
    return Buffer.concat([head, ...written, Buffer.from('</sst>')]);
  }
}

/** A text is a place in the list and nothing else, so none is ever read as a formula, whatever it begins with. */
function rowOf(number: number, cells: readonly Cell[], texts: Texts): string {
  const written = cells.map(({ value, look: style }, index) => {
    const open = `<c r="${letters(index)}${number}" s="${style}"`;
    if (value === null) return `${open}/>`;
    if (typeof value === 'number') return `${open}><v>${value}</v></c>`;
    return `${open} t="s"><v>${texts.placeOf(value)}</v></c>`;
  });
  return `<row r="${number}">${written.join('')}</row>`;
}

/** 0 -> A, 25 -> Z, 26 -> AA */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as XML carries it; a workbook with control characters would not open. */
export function escaped(text: string): string {
  return text.replace(unwritable, '').replace(/[&<>"]/g, (character) => named[character] ?? '');
}
