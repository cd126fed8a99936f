import writeExcelFile from 'write-excel-file/node';
import type { CellObject, SheetData } from 'write-excel-file/node';

import { headCells, headRows } from '../layout/head-cells.ts';

export type Value = string | number | null;

export type BookHead = {
  readonly title: string;
  /** A title over this column's own and over those of its neighbours that name the same; several, the outermost first. */
  readonly group?: string | readonly string[];
  /** Below the titles, in a row of its own: the column's number, and what it is the sum of. */
  readonly number?: string;
  /** In characters. */
  readonly width: number;
  readonly kind: 'text' | 'number' | 'time';
};

/** A table that one thread can hand to another: data alone. */
export type PlainBook = {
  readonly sheet: string;
  /** Lines above the table. */
  readonly title: readonly string[];
  readonly columns: readonly BookHead[];
  /** A row by its columns. */
  readonly values: readonly (readonly Value[])[];
  /** Lines below the table. */
  readonly closing: readonly string[];
};

const line = { borderStyle: 'thin', borderColor: '#9a9a9a', alignVertical: 'top', wrap: true } as const;
const head = {
  ...line,
  fontWeight: 'bold',
  align: 'center',
  alignVertical: 'center',
  backgroundColor: '#e3efef',
} as const;

/**
 * A table as an .xlsx file: titles in rows that stay in sight, times as real dates, everything a person typed as text. Text is
 * never read as a formula, whatever it begins with, because each cell says that it is text.
 */
export async function writePlainBook(book: PlainBook): Promise<Uint8Array> {
  const { columns, values, title, closing } = book;
  const heads = headOf(columns);
  const data: SheetData = [
    ...title.map((text, index) => [
      { type: String, value: plainUnderscores(text), fontWeight: 'bold', fontSize: index === 0 ? 14 : 11 } as const,
    ]),
    ...heads,
    ...values.map((row) => columns.map(({ kind }, index) => cellOf(kind, row[index] ?? null))),
    [],
    ...closing.map((text) => [{ type: String, value: plainUnderscores(text) }]),
  ];
  const written = await writeExcelFile(data, {
    sheet: book.sheet,
    orientation: 'landscape',
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: title.length + heads.length,
  }).toBuffer();
  return new Uint8Array(written);
}

/** Titles, those of groups over those of their columns; a column with fewer takes the rows below. A cell that another one covers is null. */
function headOf(columns: readonly BookHead[]): (CellObject | null)[][] {
  // A table of plain titles keeps the two rows that its readers know.
  const rows = Math.max(2, headRows(columns));
  const laid = Array.from({ length: rows }, () => columns.map((): CellObject | null => null));
  for (const { title, from, to, row, rows: many } of headCells(columns)) {
    const isTitle = row + many === headRows(columns);
    const rowSpan = isTitle ? rows - row : many;
    const cells = laid[row];
    if (cells !== undefined)
      cells[from] = {
        type: String,
        value: title,
        ...(rowSpan > 1 ? { rowSpan } : {}),
        ...(to > from || !isTitle ? { columnSpan: to - from + 1 } : {}),
        ...head,
      };
  }
  if (columns.every(({ number }) => number === undefined)) return laid;
  return [...laid, columns.map(({ number = '' }): CellObject => ({ type: String, value: number, ...head }))];
}

function cellOf(kind: BookHead['kind'], value: Value): CellObject {
  if (value === null || value === '') return { type: String, value: '', ...line };
  if (kind === 'number') return { type: Number, value: Number(value), ...line };
  if (kind === 'time') return { type: Date, value: wallClock(String(value)), format: 'dd/mm/yyyy hh:mm', ...line };
  return { type: String, value: plainUnderscores(withoutControls(String(value))), ...line };
}

/** A spreadsheet knows no time zones: it is given the digits of the clock on the wall in Vietnam. */
function wallClock(civil: string): Date {
  return new Date(`${civil.slice(0, 19)}Z`);
}

/** In a workbook `_x0041_` is read as the sign of that number: what a person typed so says it of its own underscore (ECMA-376 Part 1, 22.9.2.19). */
function plainUnderscores(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

/** XML cannot carry them; a workbook with one would not open. */
function withoutControls(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
