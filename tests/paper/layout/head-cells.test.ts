import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { numberOf, reportForms } from '../../../electron/desk/books/report/report-forms.ts';
import { headCells, headRows } from '../../../electron/paper/layout/head-cells.ts';

const columnsOf = (kind: '06a' | '07a') => reportForms[kind].columns.map(([, group, title]) => ({ group, title }));

/** A row of the head as it is read: each cell with how many columns and rows it takes. */
const row = (kind: '06a' | '07a', at: number) =>
  headCells(columnsOf(kind))
    .filter((cell) => cell.row === at)
    .map(({ title, from, to, rows }) => `${title} ${to - from + 1}x${rows}`);

/** TT 09/2026, Biểu 07a: three rows of titles. */
test('07a has the head of its form', () => {
  expect(headRows(columnsOf('07a'))).toBe(3);
  expect(row('07a', 0)).toEqual([
    'Số lượng hồ sơ tiếp nhận 6x1',
    'Số lượng hồ sơ đã giải quyết 4x1',
    'Số lượng hồ sơ đang giải quyết 3x1',
  ]);
  expect(row('07a', 1)).toEqual([
    'Tổng số 1x2',
    'Trong kỳ 4x1',
    ...['Từ kỳ trước', 'Tổng số', 'Trước hạn', 'Đúng hạn', 'Quá hạn', 'Tổng số', 'Trong hạn', 'Quá hạn'].map(
      (title) => `${title} 1x2`,
    ),
  ]);
  expect(row('07a', 2)).toEqual([
    'Trực tuyến toàn trình 1x1',
    'Trực tuyến một phần 1x1',
    'Qua dịch vụ bưu chính 1x1',
    'Trực tiếp 1x1',
  ]);
});

/** Biểu 06a: four, for «Theo nội dung» of what was handled stands below «Đã xử lý» below «Kết quả xử lý PAKN». */
test('06a has the head of its form', () => {
  expect(headRows(columnsOf('06a'))).toBe(4);
  expect(row('06a', 0)).toEqual([
    'Số lượng PAKN được tiếp nhận 5x1',
    'Kết quả xử lý PAKN 8x1',
    'Số PAKN đã xử lý được đăng tải công khai 1x4',
  ]);
  expect(row('06a', 1)).toEqual([
    'Tổng số 1x3',
    'Theo nội dung 2x1',
    'Theo thời điểm tiếp nhận 2x1',
    'Đã xử lý 5x1',
    'Đang xử lý 3x1',
  ]);
  expect(row('06a', 2).slice(4)).toEqual([
    'Tổng số 1x2',
    'Theo nội dung 2x1',
    'Theo thời điểm tiếp nhận 2x1',
    'Tổng số 1x2',
    'Hành vi hành chính 1x2',
    'Quy định hành chính 1x2',
  ]);
});

/** The line below the titles, as the circular prints it; blanks are where a narrow column may break. */
test.each([
  ['07a', ['(3)=(4)+(5)+(6)+(7)+(8)', '(9)=(10)+(11)+(12)', '(13)=(14)+(15)']],
  ['06a', ['(3)=(4)+(5)=(6)+(7)', '(8)=(9)+(10)=(11)+(12)', '(13)=(14)+(15)']],
] as const)('%s says what its sums are of, on paper as in the workbook', (kind, sums) => {
  const numbers = reportForms[kind].columns.map(numberOf);
  expect(numbers.filter((one) => one.includes('=')).map((one) => one.replaceAll(' ', ''))).toEqual(sums);
  const form = JSON.parse(
    readFileSync(new URL(`../../../resources/forms/bieu-${kind}.json`, import.meta.url), 'utf8'),
  ) as { blocks: { columns?: { title: string; number?: string; group?: string[] }[] }[] };
  const onPaper = form.blocks.flatMap(({ columns = [] }) => columns).slice(2);
  expect(onPaper.map(({ title, number, group = [] }) => [title, number, group])).toEqual(
    reportForms[kind].columns.map((column) => [column[2], numberOf(column), column[1]]),
  );
});
