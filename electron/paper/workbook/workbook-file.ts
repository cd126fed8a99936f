import writeExcelFile from 'write-excel-file/node';
import type { CellObject, SheetData } from 'write-excel-file/node';

export type Value = string | number | null;

export type BookHead = {
  readonly title: string;
  /** A title over this column's own and over those of its neighbours that name the same. */
  readonly group?: string;
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
 * A table as an .xlsx file: titles in two rows that stay in sight, times as real dates, everything a person typed as text. Text is
 * never read as a formula, whatever it begins with, because each cell says that it is text.
 */
export async function writePlainBook(book: PlainBook): Promise<Uint8Array> {
  const { columns, values, title, closing } = book;
  const data: SheetData = [
    ...title.map((text, index) => [
      { type: String, value: plainUnderscores(text), fontWeight: 'bold', fontSize: index === 0 ? 14 : 11 } as const,
    ]),
    upperHead(columns),
    columns.map(({ title: own, group }): CellObject | null =>
      group === undefined ? null : { type: String, value: own, ...head },
    ),
    ...values.map((row) => columns.map(({ kind }, index) => cellOf(kind, row[index] ?? null))),
    [],
    ...closing.map((text) => [{ type: String, value: plainUnderscores(text) }]),
  ];
  const written = await writeExcelFile(data, {
    sheet: book.sheet,
    orientation: 'landscape',
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: title.length + 2,
  }).toBuffer();
  return new Uint8Array(written);
}

/** Groups over their columns; a column without one takes both rows. A cell that another one covers is null. */
function upperHead(columns: readonly BookHead[]): (CellObject | null)[] {
  return columns.map(({ title, group }, index) => {
    if (group === undefined) return { type: String, value: title, rowSpan: 2, ...head };
    if (columns[index - 1]?.group === group) return null;
    const end = columns.findIndex((other, at) => at > index && other.group !== group);
    return { type: String, value: group, columnSpan: (end === -1 ? columns.length : end) - index, ...head };
  });
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
