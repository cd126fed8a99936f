import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk } from '../../support/desk/test-desk.ts';
import { wardList } from '../../support/data/ward-list.ts';
import { workbookOf } from '../../support/data/workbook.ts';

/** Spreadsheets that nobody thought of as lists for a program: what is in them is taken as a person would expect, or said in a sentence. */

let at: TestDesk;
beforeAll(async () => {
  at = await openPracticeDesk();
  at.sit('supervisor');
});
afterAll(() => at.end());

type Sheets = Parameters<typeof workbookOf>[0];
const from = '2026-11-23';
const preview = (sheets: Sheets, more: object = {}) =>
  at.get('catalogue.previewList', { base64: workbookOf(sheets), format: 'xlsx', from, ...more });
const kinds = (problems: { readonly row: number; readonly kind: string }[]) =>
  problems.map(({ row, kind }) => [row, kind]);

test('a head in two rows, below a cover sheet and before an old list that is put away', async () => {
  const head = [
    ['STT', 'Thủ tục hành chính', null, null, 'Thời gian giải quyết', null],
    [null, 'Mã cũ', 'Mã mới', 'Tên', 'Theo luật', 'Ghi chú'],
  ];
  const seen = await preview([
    { name: 'Bìa', rows: [['DANH MỤC'], ['THỦ TỤC HÀNH CHÍNH'], ['Năm 2026']] },
    { name: 'Cũ', isHidden: true, rows: [...head, [1, '1.999009', '1.999009', 'Xác nhận cũ', '9 ngày', null]] },
    {
      name: 'Danh mục',
      merged: ['A1:A2', 'B1:D1', 'E1:F1'],
      rows: [...head, [1, '1.000001', '1.999001', 'Xác nhận một', '15 ngay lam viec', null]],
    },
  ]);
  expect(seen).toMatchObject({ sheet: 'Danh mục', head: 2, sheets: ['Bìa', 'Cũ', 'Danh mục'], problems: [] });
  expect(seen.added).toEqual([
    expect.objectContaining({ row: 3, code: '1.999001', name: 'Xác nhận một', termText: '15 ngày làm việc' }),
  ]);
});

test('hidden columns and filtered rows: what is shown is meant, and what is read beside it is said', async () => {
  const rows = [
    ['STT', 'Mã TTHC', 'Mã TTHC', 'Tên thủ tục', 'Thời hạn'],
    [1, '1.000001', '1.999001', 'Xác nhận một', 'nửa ngày'],
    [2, '1.000002', '1.999002', 'Xác nhận hai', '15 ngày làm việc'],
  ];
  const seen = await preview([{ name: 'a', hidden: [2], filtered: [3], rows }]);
  expect(seen.added.map(({ code }: { code: string }) => code)).toEqual(['1.999001', '1.999002']);
  expect(seen.problems).toEqual([
    expect.objectContaining({
      row: 0,
      kind: 'rows-hidden',
      left: false,
      asks: false,
      text: '1 dòng đang ẩn trong tệp (bộ lọc, dòng bị giấu) cũng được đọc.',
    }),
  ]);
});

test('formulas have the value they had when the file was saved; without one, and as an error, they are said', async () => {
  const seen = await preview([
    {
      name: 'a',
      rows: [
        ['STT', 'Mã TTHC', 'Tên thủ tục', 'Thời hạn'],
        [
          1,
          { raw: 't="str"><f>CONCAT("1.",999001)</f><v>1.999001</v>' },
          { raw: 't="str"><f>B!A1</f><v>Xác nhận một</v>' },
          { raw: '><f>C2*1</f><v>46208</v>' },
        ],
        [2, { raw: '><f>1+0.999002</f><v>1.999002</v>' }, 'Xác nhận hai', { raw: '><f>VLOOKUP(B3,B!A:B,2)</f>' }],
        [3, '1.999003', 'Xác nhận ba', { raw: 't="e"><f>B!A9</f><v>#N/A</v>' }],
      ],
    },
  ]);
  expect(seen.added.map(({ code, name }: { code: string; name: string }) => [code, name])).toEqual([
    ['1.999001', 'Xác nhận một'],
    ['1.999002', 'Xác nhận hai'],
    ['1.999003', 'Xác nhận ba'],
  ]);
  expect(kinds(seen.problems)).toEqual([
    [2, 'term-date'],
    [0, 'cells-empty'],
  ]);
  expect(seen.problems[0].text).toContain('(05/07/2026)');
  expect(seen.problems[1].text).toMatch(/^2 ô /);
});

test('codes with blanks that do not break and hyphens of every kind, and codes beside the name', async () => {
  const seen = await preview([
    {
      name: 'a',
      rows: [
        ['STT', 'Tên thủ tục', 'Mã TTHC'],
        [1, 'Xác nhận một', '\u00a01.999001\u200b '],
        [2, 'Xác nhận hai', '1\u2011999002'],
        [3, 'Xác nhận ba (1.999003)', null],
        [4, '1.999004.000.00.00.H29 – Xác nhận bốn', null],
      ],
    },
  ]);
  expect(seen.problems).toEqual([]);
  expect(seen.added.map(({ code, name }: { code: string; name: string }) => [code, name])).toEqual([
    ['1.999001', 'Xác nhận một'],
    ['1.999002', 'Xác nhận hai'],
    ['1.999003', 'Xác nhận ba'],
    ['1.999004', 'Xác nhận bốn'],
  ]);
});

test('a sheet for each field: one is read, the others are named and can be chosen', async () => {
  const sheet = (name: string, code: string) => ({
    name,
    rows: [
      ['STT', 'Mã TTHC', 'Tên thủ tục'],
      [1, code, `Xác nhận ${name}`],
    ],
  });
  const sheets = [sheet('Hộ tịch', '1.999001'), sheet('Đất đai', '1.999002')];
  const first = await preview(sheets);
  expect(first).toMatchObject({ sheet: 'Hộ tịch' });
  expect(first.problems).toEqual([
    expect.objectContaining({ kind: 'other-sheets', left: true, text: expect.stringContaining('«Đất đai»') }),
  ]);
  const other = await preview(sheets, { sheet: 'Đất đai' });
  expect(other.problems).toEqual([]);
  expect(other.added).toMatchObject([{ code: '1.999002' }]);
});

test('a ward’s list of 400: its bare numbers are said once, its slips are corrected on the spot', async () => {
  const { base64, slips } = wardList();
  const ask = (more: object) => at.get('catalogue.previewList', { base64, format: 'xlsx', from, ...more });
  const asked = ({ problems }: { problems: { row: number; asks: boolean; kind: string }[] }) =>
    problems.filter(({ asks }) => asks);
  const seen = await ask({});
  expect(seen).toMatchObject({ sheet: 'Danh mục', head: 8 });
  expect(asked(seen).filter(({ kind }) => kind === 'term-no-unit').length).toBeGreaterThan(200);
  const said = await ask({ bareTerm: 'working-day' });
  expect(asked(said).map(({ row }) => row)).toEqual(slips.map(({ row }) => row).toSorted((a, b) => a - b));
  const decided = slips.map(({ row, cell, right }) => ({ row, [cell]: right }));
  const done = await ask({ bareTerm: 'working-day', decided });
  expect(asked(done)).toEqual([]);
  expect(done.problems.filter(({ left }: { left: boolean }) => left)).toHaveLength(6);
  expect(done.added).toHaveLength(10);
  expect(done.added.at(-1)).toMatchObject({
    name: 'Xác nhận riêng của phường về việc mười',
    termText: '02 ngày làm việc',
  });
  const taken = await at.get('catalogue.takeList', {
    base64,
    format: 'xlsx',
    from,
    bareTerm: 'working-day',
    decided,
  });
  expect(taken.problems).toEqual(done.problems);
  const [corrected] = slips.filter(({ cell }) => cell === 'term');
  const detail = done.changed.find(({ row }: { row: number }) => row === corrected?.row);
  expect(detail.what).toEqual([expect.objectContaining({ field: 'term', after: corrected?.right })]);
});
