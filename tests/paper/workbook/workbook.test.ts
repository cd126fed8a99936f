import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { type Book, writeBook } from '../../../electron/paper/workbook/workbook.ts';
import { filesOf } from '../../support/papers/zip.ts';

type Line = { readonly no: number; readonly text: string };

function bookOf(rows: readonly Line[], value: (line: Line) => string = ({ text }) => text): Book<Line> {
  return {
    sheet: 'Sổ "A" & B',
    title: ['SỔ'],
    columns: [
      { title: 'STT', width: 6, kind: 'number', value: ({ no }) => no },
      { title: 'Nội dung', group: 'Một mình', width: 20, kind: 'text', value },
    ],
    rows,
    closing: ['Tổng số'],
  };
}

const lines = Array.from({ length: 160 }, (_, index) => ({ no: index + 1, text: `dòng ${index % 7}` }));

function neverLost(error: unknown): never {
  throw new Error('the thread was lost', { cause: error });
}

describe('a workbook', () => {
  test('gives others a turn between its lines', async () => {
    let turn = 0;
    let made = false;
    const writtenIn: number[] = [];
    const book = bookOf(lines, ({ text }) => {
      writtenIn.push(turn);
      return text;
    });
    const bytes = writeBook(book, neverLost).finally(() => (made = true));
    while (!made) {
      await setImmediate();
      turn += 1;
    }
    await bytes;
    expect((writtenIn.at(-1) ?? 0) - (writtenIn[0] ?? 0)).toBeGreaterThanOrEqual(lines.length / 10);
  });

  test('is written on a thread of its own: others are answered while the library writes in one go', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => ({ no: index + 1, text: `dòng ${index}` }));
    let [turn, lastRead, made] = [0, 0, false];
    const bytes = writeBook(
      bookOf(rows, ({ text }) => {
        lastRead = turn;
        return text;
      }),
      neverLost,
    ).finally(() => (made = true));
    while (!made) {
      await setImmediate();
      turn += 1;
    }
    await bytes;
    // In one go the library lets two turns pass.
    expect(turn - lastRead).toBeGreaterThan(200);
  });

  test('carries what a person typed: marks of XML, spaces at the ends, and no control characters', async () => {
    const written = ['<b>&"x"</b>', ' hai  dấu cách ', 'Đặng\u0001 Ế', '=1+1'];
    const parts = filesOf(Buffer.from(await writeBook(bookOf(written.map((text, no) => ({ no, text }))), neverLost)));
    const texts = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<t[^>]*>(.*?)<\/t>/g)].map(
      ([, text]) => text,
    );
    expect(texts).toEqual(
      expect.arrayContaining(['&lt;b&gt;&amp;"x"&lt;/b&gt;', ' hai  dấu cách ', 'Đặng Ế', '=1+1', 'Tổng số']),
    );
    expect(parts.get('xl/worksheets/sheet1.xml')).not.toContain('<f>');
  });

  test('is written here where there is no thread for it, and why is told', async () => {
    const told: unknown[] = [];
    // What is no plain data cannot go to another thread.
    const closing = new Proxy(['Tổng số'], {});
    const bytes = await writeBook({ ...bookOf(lines), closing }, (error) => told.push(error));
    expect(filesOf(Buffer.from(bytes)).get('xl/sharedStrings.xml')).toContain('Tổng số');
    expect(told).toEqual([expect.objectContaining({ name: 'DataCloneError' })]);
  });

  test('is an archive that another program finds whole (zip.js): every part by its checksum', async () => {
    const bytes = await writeBook(bookOf(lines), neverLost);
    const zip = new ZipReader(new Uint8ArrayReader(bytes), { checkSignature: true, useWebWorkers: false });
    const parts = new Map<string, number>();
    for await (const entry of zip.getEntriesGenerator()) {
      if (entry.directory) throw new Error(`${entry.filename} is a folder`);
      parts.set(entry.filename, (await entry.getData(new Uint8ArrayWriter())).length);
    }
    await zip.close();
    const ours = filesOf(Buffer.from(bytes));
    expect(parts).toEqual(new Map([...ours].map(([name, text]) => [name, Buffer.byteLength(text)])));
    expect(parts.size).toBeGreaterThan(5);
  });
});
