import { describe, expect, test } from 'vitest';
import { columnsOf, headOf } from '../../../../electron/domain/catalogue/lists/list-head.ts';

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
    const told = (...sheet: string[][]) => columnsOf(sheet, headOf(sheet), {});
    expect(told(['1', '1.001193', 'Đăng ký khai sinh'], ['2', '1.000894', 'Đăng ký kết hôn'])).toMatchObject({
      code: 1,
      name: 2,
    });
    expect(told(['một danh sách', 'không có mã'], ['nào', 'cả'])).toMatchObject({ code: null, name: null });
  });
});

describe('a head in two rows', () => {
  test('a group over its parts', () => {
    const found = headOf([
      ['STT', 'Thủ tục hành chính', '', 'Thời hạn giải quyết', '', 'Ghi chú'],
      ['', 'Mã', 'Tên', 'Theo luật', 'Tại phường', ''],
      ['1', '1.001193', 'Đăng ký khai sinh', 'Trong ngày', '', ''],
    ]);
    expect(found).toMatchObject({ row: 0, last: 1, columns: { code: 1, name: 2, term: 3 } });
    expect(found?.words[4]).toBe('Tại phường Thời hạn giải quyết');
  });

  test('cells that are merged downwards stand in both', () => {
    const found = headOf([
      ['STT', 'Mã số', 'Tên thủ tục', 'Thời hạn', '', 'Phí'],
      ['STT', 'Mã số', 'Tên thủ tục', 'Số ngày', 'Căn cứ', 'Phí'],
    ]);
    expect(found).toMatchObject({ last: 1, columns: { code: 1, name: 2, term: 3, fee: 5 } });
  });

  test.each([
    ['a section', ['I', '', 'LĨNH VỰC HỘ TỊCH', '', '']],
    ['numbers of columns', ['(1)', '(2)', '(3)', '(4)', '(5)']],
    ['a procedure without a number', ['', '', 'Xác nhận nhà trọ', 'Trong ngày', 'Không']],
    ['a procedure', ['1', '1.001193', 'Đăng ký khai sinh', 'Trong ngày', 'Không']],
  ])('%s below is no part of it', (_name, below) => {
    const top = ['STT', 'Mã TTHC', 'Tên thủ tục', 'Thời hạn', ''];
    expect(headOf([top, below])).toMatchObject({ row: 0, last: 0, words: top });
  });
});

test('a column that is not shown is taken only where no other says the same', () => {
  const sheet = [
    ['STT', 'Mã số', 'Mã TTHC', 'Tên thủ tục', 'Thời hạn'],
    ['1', '1.000001', '1.001193', 'Đăng ký khai sinh', ''],
  ];
  expect(headOf(sheet, new Set([1, 4]))?.columns).toMatchObject({ code: 2, name: 3, term: 4 });
  expect(headOf(sheet)?.columns.code).toBe(1);
});

test('an old code stands behind the one in force', () => {
  for (const old of ['Mã cũ', 'Mã TTHC cũ', 'MÃ CŨ'])
    expect(headOf([['STT', old, 'Mã mới', 'Tên thủ tục']])?.columns.code, old).toBe(2);
  expect(headOf([['STT', 'Mã thủ tục cư trú', 'Mã nội bộ', 'Tên thủ tục']])?.columns.code).toBe(1);
});

test('a person says it by the place, the words or the letter', () => {
  const sheet = [head];
  const found = headOf(sheet);
  expect(columnsOf(sheet, found, { term: null, fee: 3, level: 'thời hạn giải quyết', field: 'A' })).toMatchObject({
    term: null,
    fee: 3,
    level: 3,
    field: 0,
  });
});
