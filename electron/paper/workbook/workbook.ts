import { Worker } from 'node:worker_threads';
import type { Steps } from '../../domain/base/resumable.ts';
import { inSlices } from '../slices.ts';
import { type BookHead, type PlainBook, type Value, writePlainBook } from './workbook-file.ts';

export type BookColumn<T> = BookHead & {
  /** Null is an empty cell. A time is civil, +07:00. */
  readonly value: (row: T) => Value;
};

export type Book<T> = Omit<PlainBook, 'columns' | 'values'> & {
  readonly columns: readonly BookColumn<T>[];
  readonly rows: readonly T[];
};

/**
 * A table as an .xlsx file. What stands in it is read in steps; the library writes a book in one go, so it writes it on a thread of its
 * own and the desk answers others meanwhile.
 * @param onThreadLost told why there was no such thread, or why it did not write; the book is then written here
 * @param signal gives it up, and ends that thread
 */
export async function writeBook<T>(
  book: Book<T>,
  onThreadLost: (error: unknown) => void,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const { sheet, title, closing } = book;
  const values = await inSlices(valuesOf(book), signal);
  const columns = book.columns.map(({ value: _value, ...head }) => head);
  const plain: PlainBook = { sheet, title, closing, columns, values };
  // A thread that cannot be had costs the others their turn, not the office its register.
  return writeApart(plain, signal).catch((error: unknown) => {
    signal?.throwIfAborted();
    onThreadLost(error);
    return writePlainBook(plain);
  });
}

function* valuesOf<T>({ rows, columns }: Book<T>): Steps<readonly (readonly Value[])[]> {
  const values: (readonly Value[])[] = [];
  for (const row of rows) {
    values.push(columns.map(({ value }) => value(row)));
    yield;
  }
  return values;
}

/** As built for Electron the writer stands beside the house as JavaScript (build/bundle/vite/vite.electron.config.ts). */
const writer = new URL(
  import.meta.url.endsWith('.ts') ? './workbook-worker.ts' : './workbook-worker.js',
  import.meta.url,
);

function writeApart(plain: PlainBook, signal?: AbortSignal): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(writer, { workerData: plain });
    const end = () => void worker.terminate();
    signal?.addEventListener('abort', end, { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    // Too late to matter where it has answered.
    worker.once('exit', () => {
      signal?.removeEventListener('abort', end);
      reject(new Error('the thread that writes the workbook has ended'));
    });
  });
}
