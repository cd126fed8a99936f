import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { type Book, writeBook } from '../../electron/paper/workbook/workbook.ts';
import { newFolder } from '../support/folder.ts';
import { findTool, runTool } from '../support/tool.ts';
import { filesOf } from '../support/zip.ts';

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

describe('a workbook', () => {
  test('gives others a turn between its lines', async () => {
    let turn = 0;
    let made = false;
    const writtenIn: number[] = [];
    const book = bookOf(lines, ({ text }) => {
      writtenIn.push(turn);
      return text;
    });
    const bytes = writeBook(book).finally(() => (made = true));
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
    const parts = filesOf(Buffer.from(await writeBook(bookOf(written.map((text, no) => ({ no, text }))))));
    const texts = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<t[^>]*>(.*?)<\/t>/g)].map(
      ([, text]) => text,
    );
    expect(texts).toEqual(
      expect.arrayContaining(['&lt;b&gt;&amp;"x"&lt;/b&gt;', ' hai  dấu cách ', 'Đặng Ế', '=1+1', 'Tổng số']),
    );
    expect(parts.get('xl/worksheets/sheet1.xml')).not.toContain('<f>');
  });

  test.skipIf(!findTool('unzip'))('is an archive that another program finds whole (unzip)', async () => {
    const path = join(newFolder(), 'so.xlsx');
    writeFileSync(path, await writeBook(bookOf(lines)));
    expect(runTool('unzip', ['-t', path]).toString()).toContain('No errors detected');
  });
});
