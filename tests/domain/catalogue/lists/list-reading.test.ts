import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import { readCatalogue } from '../../../../electron/desk/catalogue/files.ts';
import { headOf, readList } from '../../../../electron/domain/catalogue/lists/list-reading.ts';
import { offersOn } from '../../../../electron/domain/catalogue/offers.ts';

const catalogue = readCatalogue(path.resolve(import.meta.dirname, '../../../../resources/data'));
if (isFault(catalogue)) throw new Error('the shipped lists are broken');
const offers = offersOn(
  {
    read: catalogue.procedures,
    readDated: catalogue.dated,
    more: catalogue.more,
    moreDated: catalogue.moreDated,
    typed: [],
    taken: [],
  },
  '2026-11-23',
);
const known = { offers, title: 'Danh mục phường' };
const head = ['STT', 'Mã TTHC', 'Tên thủ tục hành chính', 'Thời hạn giải quyết'];

describe('the head of a list', () => {
  test.each([
    [[['UBND PHƯỜNG'], ['DANH MỤC THỦ TỤC HÀNH CHÍNH'], [], head], 3],
    [
      [
        ['Mã', 'Tên'],
        ['1.001193', 'Đăng ký khai sinh'],
      ],
      0,
    ],
    [[['TT', 'Thủ tục hành chính']], 0],
  ])('%#', (sheet, row) => {
    expect(headOf(sheet)?.row).toBe(row);
  });

  test('a title and a procedure are none', () => {
    expect(headOf([['DANH MỤC THỦ TỤC HÀNH CHÍNH CẤP XÃ'], ['1', '1.001193', 'Đăng ký khai sinh']])).toBeUndefined();
  });

  test('without one, columns are told by what stands in them; where nothing looks like a code, nothing is', () => {
    const told = readList(
      [
        ['1', '1.001193', 'Đăng ký khai sinh'],
        ['2', '1.000894', 'Đăng ký kết hôn'],
      ],
      known,
    );
    expect(told).toMatchObject({ head: null, columns: { code: 1, name: 2 } });
    expect(told.rows.map(({ item }) => item.code)).toEqual(['1.001193', '1.000894']);
    expect(
      readList(
        [
          ['một danh sách', 'không có mã'],
          ['nào', 'cả'],
        ],
        known,
      ).rows,
    ).toEqual([]);
  });
});

describe('rows', () => {
  const read = (...rows: string[][]) => readList([head, ...rows], known);

  test('sections give the field of the rows below them, in the words of the catalogue', () => {
    const { rows } = read(
      ['I', '', 'LĨNH VỰC HỘ TỊCH', ''],
      ['1', '1.999001', 'Xác nhận một', ''],
      ['B', '', 'NHÀ Ở XÃ HỘI (02 thủ tục)', ''],
      ['1', '1.999002', 'Xác nhận hai', ''],
    );
    expect(rows.map(({ item }) => item.field)).toEqual(['Hộ tịch', 'Nhà ở xã hội']);
  });

  test('blank lines, numbers of columns, totals and second heads are no rows', () => {
    const { rows, problems } = read(
      ['(1)', '(2)', '(3)', '(4)'],
      ['', '', '', ''],
      head,
      ['1', '1.999001', 'Xác nhận một', ''],
      ['', '', 'Tổng cộng: 01 thủ tục', ''],
    );
    expect(rows).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  test('a term rests on the list and its row', () => {
    const [row] = read(['1', '1.999001', 'Xác nhận một', '3 ngày làm việc']).rows;
    expect(row).toMatchObject({
      row: 2,
      item: { term: { value: 3, unit: 'working-day', ground: 'Danh mục phường, dòng 2' } },
    });
  });

  test('days written for working days are not taken over what the catalogue has', () => {
    const listed = catalogue.more.find(
      ({ procedure, standing }) => standing === 'current' && procedure.terms[0]?.unit === 'working-day',
    );
    const { code = '', name = '', terms = [] } = listed?.procedure ?? {};
    const { rows, problems } = read(['1', code, name, `${terms[0]?.value} ngày`]);
    expect(rows[0]?.item.term).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ kind: 'term-kept', code, left: false })]);
  });

  test('each row is taken once, told of, or says nothing: none is lost without a word', () => {
    const cell = fc.constantFrom(
      '',
      '1.001193',
      '1.00089',
      '1.999001',
      'ABC1',
      'Đăng ký khai sinh',
      'Xác nhận một việc',
      '5 ngày',
      'HỘ TỊCH',
      '7',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell, cell), { maxLength: 12 }), (rows) => {
        const reading = readList([head, ...rows.map((row) => [...row])], known);
        const codes = reading.rows.map(({ item }) => item.code);
        expect(new Set(codes).size).toBe(codes.length);
        const left = reading.problems.filter((problem) => problem.left).map(({ row }) => row);
        for (const [at, [, code, name]] of rows.entries()) {
          const isTold = left.includes(at + 2) || reading.rows.some(({ row }) => row === at + 2);
          if (/^1\.\d{5,6}$/.test(code) || (/\d/.test(code) && name.length >= 8 && !/^\d/.test(name)))
            expect(isTold, `${code} ${name}`).toBe(true);
        }
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
