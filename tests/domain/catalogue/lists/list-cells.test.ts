import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codeInName,
  codeOfCell,
  columnOfHead,
  feeOfCell,
  levelOfCell,
  termOfCell,
} from '../../../../electron/domain/catalogue/lists/list-cells.ts';

describe('codes as spreadsheets keep them', () => {
  test.each([
    ['1.001193', '1.001193', false],
    [' 1.001193 ', '1.001193', false],
    ['1.001193.000.00.00.H29', '1.001193', false],
    ['1,001193', '1.001193', false],
    ['1001193', '1.001193', false],
    ['1.001.193', '1.001193', false],
    ["'2.000889", '2.000889', false],
    ['Mã TTHC: 2.000889', '2.000889', false],
    ['1.00119', '1.001190', true],
    ['1.0138', '1.013800', true],
    ['2.001', '2.001000', true],
    ['1.0011930000000001', '1.001193', false],
    ['2.0008889999999999', '2.000889', false],
    ['1.00119E0', '1.001190', false],
    ['1.001193\u00a0', '1.001193', false],
    ['1\u2011001193', '1.001193', false],
    ['1-001193', '1.001193', false],
    ['1–001193.000.00.00.H29', '1.001193', false],
  ])('%s is %s', (cell, code, padded) => {
    expect(codeOfCell(cell)).toMatchObject({ code });
    if (padded) expect(codeOfCell(cell)?.padded).toBe(true);
  });

  test.each(['', '1', '12', 'I', 'chưa có mã', '1.0011935', '12.001193', '2024', '1.2.3'])('%s is none', (cell) => {
    expect(codeOfCell(cell)).toBeUndefined();
  });

  test('whatever code it is, as a number it is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 999_999 }), (first, rest) => {
        const code = `${first}.${String(rest).padStart(6, '0')}`;
        expect(codeOfCell(String(Number(code)))?.code).toBe(code);
        expect(codeOfCell(`${code}.000.00.00.H29`)?.code).toBe(code);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

describe('a code beside a name', () => {
  test.each([
    ['1.001193 - Đăng ký khai sinh', '1.001193', 'Đăng ký khai sinh'],
    ['1.001193.000.00.00.H29 – Đăng ký khai sinh', '1.001193.000.00.00.H29', 'Đăng ký khai sinh'],
    ['[1.001193] Đăng ký khai sinh', '1.001193', 'Đăng ký khai sinh'],
    ['Đăng ký khai sinh (1.001193)', '1.001193', 'Đăng ký khai sinh'],
    ['Đăng ký khai sinh (mã TTHC: 1.001193)', '1.001193', 'Đăng ký khai sinh'],
    ['Đăng ký khai sinh - 1.001193.000.00.00.H29', '1.001193.000.00.00.H29', 'Đăng ký khai sinh'],
  ])('%s', (cell, code, name) => {
    expect(codeInName(cell)).toEqual({ code, name });
  });

  test.each([
    'Đăng ký khai sinh',
    '1.001193',
    '1.00119 - Đăng ký',
    'Thông tư 1.000.000 đồng',
    'Mức 2.000000 đồng một bản',
  ])('%s has none', (cell) => {
    expect(codeInName(cell)).toBeUndefined();
  });
});

describe('terms as people write them', () => {
  test.each([
    ['03 ngày làm việc', { value: 3, unit: 'working-day' }],
    ['3 ngày LV', { value: 3, unit: 'working-day' }],
    ['Không quá 05 ngày làm việc kể từ ngày nhận đủ hồ sơ', { value: 5, unit: 'working-day' }],
    ['03 (ba) ngày làm việc', { value: 3, unit: 'working-day' }],
    ['15 ngày', { value: 15, unit: 'day' }],
    ['mười ngày', { value: 10, unit: 'day' }],
    ['Hai mươi lăm ngày làm việc', { value: 25, unit: 'working-day' }],
    ['Thời hạn giải quyết: 15 ngày, kể từ ngày nhận đủ hồ sơ hợp lệ', { value: 15, unit: 'day' }],
    ['05 ngày làm việc (kể từ ngày nhận hồ sơ)', { value: 5, unit: 'working-day' }],
    ['Trong ngày', { value: 1, unit: 'same-day' }],
    [
      'Ngay trong ngày tiếp nhận; sau 15 giờ thì trả ngày làm việc tiếp theo',
      { value: 1, unit: 'same-day', rule: 'after-15h' },
    ],
    ['Trong ngày làm việc', { value: 1, unit: 'same-day' }],
    ['Giải quyết ngay', { value: 1, unit: 'same-day' }],
    ['24 giờ', { value: 24, unit: 'hour' }],
    ['04 giờ làm việc', { value: 4, unit: 'working-hour' }],
    ['1/2 ngày làm việc', { value: 4, unit: 'working-hour' }],
    ['0,5 ngày', { value: 4, unit: 'working-hour' }],
    ['02 tháng', { value: 2, unit: 'month' }],
    ['01 NGÀY LÀM VIỆC', { value: 1, unit: 'working-day' }],
    ['5 ngày làm việc.', { value: 5, unit: 'working-day' }],
    ['15 ngay', { value: 15, unit: 'day' }],
    ['15 ngay lam viec', { value: 15, unit: 'working-day' }],
    ['15ngày làm việc', { value: 15, unit: 'working-day' }],
    ['05\u00a0ngày\u00a0làm\u00a0việc', { value: 5, unit: 'working-day' }],
    ['nửa ngày', { value: 4, unit: 'working-hour' }],
    ['Nửa ngày làm việc', { value: 4, unit: 'working-hour' }],
  ])('%s', (cell, term) => {
    expect(termOfCell(cell)).toEqual({ term });
  });

  test.each([
    ['- 05 ngày làm việc đối với cấp mới; - 03 ngày làm việc đối với cấp lại', 'several'],
    ['15 ngày hoặc 20 ngày', 'several'],
    ['15 ngày (10 ngày đối với trường hợp đã có dữ liệu)', 'several'],
    ['10-15 ngày làm việc', 'several'],
    ['10 – 15 ngày làm việc', 'several'],
    ['15-20 ngày', 'several'],
    ['15 đến 20 ngày', 'unread'],
    ['từ ngày 01 tháng 7', 'unread'],
    ['trước 16 giờ', 'unread'],
    ['-5 ngày', 'unread'],
    ['- 5 ngày', 'unread'],
    ['1 tuần', 'unread'],
    ['5 ngày nếu phải xác minh', 'unread'],
    ['5 ngày làm việc đối với hồ sơ trực tuyến', 'unread'],
    ['03 (năm) ngày', 'unread'],
    ['trong ngày hoặc 3 ngày', 'unread'],
    ['theo quy định, 15 ngày', 'unread'],
    ['ngày', 'unread'],
    ['ngày 5', 'unread'],
    ['2025', 'unread'],
    ['7', 'no-unit'],
    ['theo giấy hẹn', 'unread'],
  ])('%s is %s, and no limit', (cell, wrong) => {
    expect(termOfCell(cell)).toEqual({ wrong });
  });

  test.each(['', '-', 'Không', 'Không quy định', 'Chưa quy định'])('%s says none', (cell) => {
    expect(termOfCell(cell)).toBeUndefined();
  });

  test('a bare number has the unit that stands over its column, before the one that a person said', () => {
    const over = (head: string) => termOfCell('7', { head });
    expect(over('Thời hạn giải quyết (ngày làm việc)')).toEqual({ term: { value: 7, unit: 'working-day' } });
    expect(over('Thời hạn kể từ ngày nhận hồ sơ')).toEqual({ wrong: 'no-unit' });
    expect(over('Số ngày')).toEqual({ term: { value: 7, unit: 'day' } });
    expect(termOfCell('7', { head: 'Số ngày', bareTerm: 'working-day' })).toEqual({ term: { value: 7, unit: 'day' } });
    expect(termOfCell('7', { head: 'Thời hạn', bareTerm: 'working-day' })).toEqual({
      term: { value: 7, unit: 'working-day' },
    });
    expect(termOfCell('0', { bareTerm: 'working-day' })).toEqual({ wrong: 'no-unit' });
  });

  test.each([
    ['46208', '05/07/2026'],
    ['36526', '01/01/2000'],
    ['45351', '29/02/2024'],
    ['05/07/2026', '05/07/2026'],
  ])('%s is a day that a spreadsheet made', (cell, day) => {
    expect(termOfCell(cell, { bareTerm: 'working-day' })).toEqual({ wrong: 'date', day });
  });
});

describe('fees and levels', () => {
  test.each([
    ['8.000 đồng', 8000],
    ['8000', 8000],
    ['50,000đ', 50_000],
    ['75.000 đồng/giấy phép', 75_000],
    ['Không', 0],
    ['Miễn phí', 0],
    ['0', 0],
    ['8 nghìn', 8000],
    ['Lệ phí: 8.000 đ', 8000],
    ['1.500.000 VNĐ', 1_500_000],
    ['20 000 đồng/hồ sơ', 20_000],
    ['500 đồng', 500],
    ['2.000', 2000],
    ['2000 đ', 2000],
  ])('%s is %d', (cell, amount) => {
    expect(feeOfCell(cell)).toBe(amount);
  });

  test.each([
    '',
    'Theo quy định',
    '8.000 đồng hoặc 16.000 đồng',
    'Có',
    'Theo Nghị quyết số 411/NQ-HĐND',
    'Theo Thông tư 281',
    'Thông tư 281/2016/TT-BTC',
    'Giảm 100%',
    '50%',
    '2025',
    '124',
    '-5000',
    '- 5.000 đồng',
    '50.000đ/bản, online giảm 50%',
    '50.000đ/bản',
    '2.000 đồng/trang',
    '50.000 đồng (nộp trực tuyến: 25.000 đồng)',
    '10.000 - 20.000 đồng',
    '1.500,50',
    '12.34.567',
    'từ 01/7/2025: 50.000 đồng',
  ])('%s is no amount', (cell) => {
    expect(feeOfCell(cell)).toBeUndefined();
  });

  test.each([
    ['Toàn trình', 'full'],
    ['DVC trực tuyến toàn trình', 'full'],
    ['Mức độ 4', 'full'],
    ['Một phần', 'partial'],
    ['Mức 3', 'partial'],
    ['Trực tiếp', 'none'],
    ['x', undefined],
  ])('%s is %s', (cell, level) => {
    expect(levelOfCell(cell)).toBe(level);
  });
});

describe('what stands over columns', () => {
  test.each([
    ['STT', 'skip'],
    ['Mã TTHC', 'code'],
    ['Mã số thủ tục hành chính', 'code'],
    ['Tên thủ tục hành chính', 'name'],
    ['TÊN TTHC', 'name'],
    ['Thủ tục hành chính', 'name'],
    ['Lĩnh vực', 'field'],
    ['Thời hạn giải quyết (ngày làm việc)', 'term'],
    ['Thời gian giải quyết', 'term'],
    ['Phí, lệ phí (nếu có)', 'fee'],
    ['Mức độ DVCTT', 'level'],
    ['Tên gọi khác', 'nicknames'],
    ['Cơ quan thực hiện', undefined],
    ['', undefined],
  ])('%s is %s', (head, column) => {
    expect(columnOfHead(head)).toBe(column);
  });
});
