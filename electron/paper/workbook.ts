import { givingWay } from './give-way.ts';
import { fixedParts } from './workbook-parts.ts';
import { escaped, sheetOf } from './workbook-sheet.ts';
import { zipOf } from './zip.ts';

export type BookColumn<T> = {
  readonly title: string;
  /** A title over this column's own and over those of its neighbours that name the same. */
  readonly group?: string;
  /** In characters. */
  readonly width: number;
  readonly kind: 'text' | 'number' | 'time';
  /** Null is an empty cell. A time is civil, +07:00. */
  readonly value: (row: T) => string | number | null;
};

export type Book<T> = {
  readonly sheet: string;
  /** Lines above the table. */
  readonly title: readonly string[];
  readonly columns: readonly BookColumn<T>[];
  readonly rows: readonly T[];
  /** Lines below the table. */
  readonly closing: readonly string[];
};

/**
 * A table as an .xlsx file: titles in two rows that stay in sight, times as real dates, everything a person typed as text. Written here and
 * not by a library: those write a book in one go, and meanwhile the desk answers nobody (docs/adr/0008-register.md).
 */
export async function writeBook<T>(book: Book<T>): Promise<Uint8Array> {
  const { sheet, strings } = await givingWay(sheetOf(book));
  const fixed = fixedParts(escaped(book.sheet)).map(([name, text]) => [name, Buffer.from(text)] as const);
  return zipOf([...fixed, ['xl/worksheets/sheet1.xml', sheet], ['xl/sharedStrings.xml', strings]]);
}
