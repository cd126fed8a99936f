import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  findProcedures,
  isMeant,
  prepareProcedures,
  proceduresCalled,
} from '../../../electron/domain/catalogue/procedure-search.ts';

type Listed = { readonly code: string; readonly name: string; readonly field: string };
const seed = 20261122;
const file = new URL('../../../resources/data/procedures.json', import.meta.url);
const catalogue = (JSON.parse(readFileSync(file, 'utf8')) as { data: { procedures: Listed[] } }).data.procedures;
const index = prepareProcedures(catalogue);
const codes = (text: string, limit?: number) => findProcedures(index, text, limit).map((procedure) => procedure.code);

test('the shipped catalogue is what is searched', () => {
  expect(catalogue.length).toBeGreaterThan(70);
});

describe('what stands first', () => {
  test.each([
    ['1.001193', '1.001193'],
    ['1001193', '1.001193'],
    [' 1.001193 ', '1.001193'],
    ['1.001193.000.00.00.H29', '1.001193'],
    ['001193', '1.001193'],
    ['1193', '1.001193'],
    ['2.0008', '2.000806'],
    ['20008', '2.000806'],
    ['ks', '1.001193'],
    ['dkks', '1.001193'],
    ['ĐKKS', '1.001193'],
    ['dk ks', '1.001193'],
    ['khai sinh', '1.001193'],
    ['Khai sinh', '1.001193'],
    ['đăng ký khai sinh', '1.001193'],
    ['sinh khai', '1.001193'],
    ['dang ky ks', '1.001193'],
    ['khaisinh', '1.001193'],
    ['khai si', '1.001193'],
    ['kt', '1.000656'],
    ['khai tu', '1.000656'],
    ['ket hon', '1.000894'],
    ['dkkh', '1.000894'],
    ['đăng ký kết hôn', '1.000894'],
    ['khai sinh lai', '1.004884'],
    ['khai sinh nuoc ngoai', '2.000528'],
    ['trich luc', '2.000635'],
    ['tinh trang hon nhan', '1.004873'],
    ['xác nhận độc thân tình trạng hôn nhân', '1.004873'],
    ['thuong tru', '1.004222'],
    ['thuogn tru', '1.004222'],
    ['thường trứ', '1.004222'],
    ['tam tru', '1.004194'],
    ['gia han tam tru', '1.002755'],
    ['tách hộ', '1.010038'],
    ['ho kinh doanh', '1.001612'],
    ['tạm ngừng', '1.001570'],
    ['chung thuc chu ky', '2.000884'],
    ['chung thuc ban sao', '2.000815'],
    ['ctdc', '2.001019'],
    ['di chuc', '2.001019'],
    ['mai tang', '1.001731'],
    ['hưu trí', '1.014027'],
    ['dang ky khai snh', '1.001193'],
    ['giamho', '1.004837'],
    ['dk', '1.000656'],
    ['sao y', '2.000815'],
    ['sao y bản chính', '2.000815'],
    ['giấy độc thân', '1.004873'],
    ['nhập hộ khẩu', '1.004222'],
    ['làm giấy khai sinh', '1.001193'],
  ])('%j: %s', (text, code) => {
    expect(codes(text)[0]).toBe(code);
    expect(codes(text.normalize('NFD'))).toEqual(codes(text));
    expect(codes(text.toUpperCase())).toEqual(codes(text));
  });
});

test.each([
  // A contract is a transaction; a paper that one side signs is a signature (NĐ 23/2015 Điều 24 k4).
  ['hop dong mua xe', ['2.001035', '2.000884']],
  ['mua ban xe', ['2.001035', '2.000884']],
  ['mua bán xe máy', ['2.001035', '2.000884']],
  ['giấy bán xe', ['2.000884', '2.001035']],
  ['cho tặng xe', ['2.001035', '2.000884']],
  ['uy quyen', ['2.000884', '2.001035']],
  ['giấy ủy quyền', ['2.000884', '2.001035']],
  ['hợp đồng ủy quyền', ['2.001035', '2.000884']],
  ['hợp đồng', ['2.001035']],
  ['công chứng hợp đồng', ['2.001035']],
  ['mua bán nhà', ['2.001035']],
  ['hợp đồng mua bán nhà đất', ['2.001035']],
  ['thuê nhà', ['2.001035']],
  ['chuyển nhượng đất', ['2.001035']],
  ['tặng cho đất', ['2.001035']],
  ['đặt cọc', ['2.001035']],
  ['hủy hợp đồng', ['2.000913']],
  ['sơ yếu lý lịch', ['2.000884']],
  ['công chứng bằng tốt nghiệp', ['2.000815']],
  ['photo công chứng', ['2.000815']],
  ['dịch thuật', ['2.000992', '2.001008']],
  ['chia thừa kế', ['2.001406']],
  ['khai nhận di sản', ['2.001406']],
  ['từ chối thừa kế', ['2.001016']],
  ['thừa kế', ['2.001406', '2.001016']],
])('what people say leads to what they mean: %j', (text, first) => {
  expect(codes(text, first.length)).toEqual(first);
});

describe('what is found at all', () => {
  test('first letters of the last words: every registration of birth, the plain one first', () => {
    const found = codes('ks');
    expect(found.slice(0, 2)).toEqual(['1.001193', '1.004884']);
    expect(found).toContain('2.000528');
  });

  test('the field finds its procedures, after those that name it', () => {
    const found = codes('chứng thực', 100);
    const fields = found.map((code) => catalogue.find((procedure) => procedure.code === code)?.field);
    expect(fields.slice(0, 5)).toEqual(Array(5).fill('Chứng thực'));
    expect(found).toContain('2.000908');
    expect(found.indexOf('2.000908')).toBeGreaterThan(found.indexOf('2.001019'));
  });

  test('all words must answer where one procedure answers them all', () => {
    const found = codes('đăng ký khai sinh cha mẹ con', 100);
    expect(found).toEqual(['1.000689']);
  });

  test('where none does, half of the words still lead somewhere', () => {
    expect(codes('xin khai sinh qwerty')[0]).toBe('1.001193');
    expect(codes('zzzz khai qqqq wwww')).toEqual([]);
  });

  test.each(['', '   ', '!!!', 'zzzz', '9.999999', 'qwertyuiop'])('%j finds nothing', (text) => {
    expect(codes(text)).toEqual([]);
  });

  test('a code comes before a name that holds the same figures', () => {
    const two = prepareProcedures([
      { code: '1.000001', name: '2023', field: 'x' },
      { code: '1.002023', name: 'Một thủ tục khác', field: 'x' },
    ]);
    expect(findProcedures(two, '2023').map((procedure) => procedure.code)).toEqual(['1.002023', '1.000001']);
  });

  test('the limit', () => {
    expect(codes('dang ky')).toHaveLength(20);
    expect(codes('dang ky', 3)).toEqual(codes('dang ky').slice(0, 3));
  });
});

describe('for every procedure of the catalogue', () => {
  test.each(catalogue.map((procedure) => [procedure.code, procedure.name]))('%s %s', (code, name) => {
    expect(codes(code)).toEqual([code]);
    expect(codes(code.replace('.', ''))[0]).toBe(code);
    expect(codes(name)[0]).toBe(code);
    expect(
      codes(
        name
          .normalize('NFD')
          .replace(/[\u0300-\u036f]/g, '')
          .replaceAll('đ', 'd'),
      )[0],
    ).toBe(code);
  });

  test('its words in any order find it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...catalogue).chain((procedure) =>
          fc.record({
            code: fc.constant(procedure.code),
            words: fc.shuffledSubarray(procedure.name.split(' '), { minLength: 1 }),
          }),
        ),
        ({ code, words }) => {
          const text = words.join(' ');
          if (!/\p{L}/u.test(text)) return;
          expect(codes(text, 100), text).toContain(code);
        },
      ),
      { seed, numRuns: 500 },
    );
  });

  test('the order of the list changes nothing', () => {
    const backwards = prepareProcedures([...catalogue].reverse());
    for (const text of ['dk', 'ks', 'ho', 'dang ky', 'khai', 'chung thuc', 'xay dung', '1.0', 'giay']) {
      expect(findProcedures(backwards, text, 100).map((procedure) => procedure.code)).toEqual(codes(text, 100));
    }
  });
});

describe('whether what was found is meant', () => {
  const land = {
    code: '1.012964',
    name: 'Giao đất ở có thu tiền sử dụng đất không thông qua đấu giá đối với cá nhân là cán bộ ở nơi có điều kiện khó khăn về nhà ở',
    field: 'Đất đai',
  };
  const birth = { code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch' };
  const trade = { code: '2.001035', name: 'Chứng thực giao dịch liên quan đến tài sản', field: 'Chứng thực' };

  test.each([
    [land, 'xác nhận cho thuê nhà trọ', false],
    [land, 'cho ở trong rừng', false],
    [land, 'xác nhận điều kiện nhà trọ', false],
    [land, 'giao đất', true],
    [land, 'cán bộ khó khăn', true],
    [land, 'giaodat cho dân', true],
    [land, '1.012964', true],
    [land, '012964', true],
    [trade, 'hợp đồng mua bán xe', true],
    [birth, 'ks cho con', true],
    [birth, 'dk ks trẻ em', true],
    [birth, 'mở quán ăn', false],
    [trade, 'đăng ký nuôi chim yến', false],
  ])('%#: %o', (procedure, text, meant) => {
    expect(isMeant(procedure, text)).toBe(meant);
  });

  test('what the office calls it means it', () => {
    expect(isMeant(land, 'cấp nền tái định cư')).toBe(false);
    expect(isMeant(land, 'cấp nền tái định cư', ['Cấp nền tái định cư'])).toBe(true);
  });
});

describe('whether the whole text is a name of a procedure', () => {
  const called = (text: string) =>
    proceduresCalled(
      prepareProcedures(
        [
          { code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch' },
          { code: '1.004873', name: 'Cấp Giấy xác nhận tình trạng hôn nhân', field: 'Hộ tịch' },
          {
            code: '2.000815',
            name: 'Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan có thẩm quyền cấp',
            field: 'Chứng thực',
          },
        ],
        { nicknamesOf: (code) => (code === '1.004873' ? ['độc'] : []), isCommon: () => true },
      ),
      text,
    ).map(({ code }) => code);

  test.each([
    ['khai sinh', ['1.001193']],
    ['Đăng ký', ['1.001193']],
    ['sy', ['2.000815']],
    ['sao y', ['2.000815']],
    ['dkks', ['1.001193']],
    ['độc', ['1.004873']],
    ['sinh', []],
    ['lan khai sinh', []],
    ['an', []],
    ['', []],
  ])('%s', (text, codes) => {
    expect(called(text)).toEqual(codes);
  });
});
