import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import { readCatalogue } from '../../../../electron/desk/catalogue/files.ts';
import { readList } from '../../../../electron/domain/catalogue/lists/list-reading.ts';
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

describe('what a person decides of a row', () => {
  const rows = [
    head,
    ['1', '1.O01193', 'Đăng ký khai sinh', ''],
    ['2', '1.000894', 'Cấp giấy phép xây dựng', ''],
    ['3', '1.999001', 'Xác nhận một', '10-15 ngày'],
    ['', '', 'Người lập', ''],
  ];
  const decide = (row: number, decision: object) => {
    const { rows: taken, problems } = readList(rows, known, { decided: new Map([[row, decision]]) });
    return {
      taken: taken.find((one) => one.row === row)?.item,
      problems: problems.filter((one) => one.row === row).map(({ kind, left }) => [kind, left]),
    };
  };

  test('what stands there is told with its problem', () => {
    const { problems } = readList(rows, known);
    expect(problems.map(({ row, kind, cells }) => [row, kind, cells?.code, cells?.term])).toEqual([
      [2, 'code-unread', '1.O01193', ''],
      [3, 'name-other', '1.000894', ''],
      [4, 'term-several', '1.999001', '10-15 ngày'],
      [5, 'no-procedure', '', ''],
    ]);
  });

  test('a cell that is typed anew is read as if it stood there', () => {
    expect(decide(2, { code: '1.001193' })).toMatchObject({ taken: { code: '1.001193' }, problems: [] });
    expect(decide(3, { code: '1.99' })).toMatchObject({ problems: [['code-padded', false]] });
    expect(decide(4, { term: '15 ngày làm việc' })).toMatchObject({
      taken: { term: { value: 15, unit: 'working-day' } },
      problems: [],
    });
  });

  test('a row that is meant as it stands is taken, and nobody asks again', () => {
    expect(decide(3, { keep: 'as-is' })).toMatchObject({
      taken: { code: '1.000894', name: 'Cấp giấy phép xây dựng' },
      problems: [],
    });
    expect(decide(2, { keep: 'as-is' }).taken?.code).toBe('1.001193');
    expect(decide(4, { keep: 'as-is' })).toMatchObject({ taken: { code: '1.999001' }, problems: [] });
    expect(decide(4, { keep: 'as-is' }).taken).not.toHaveProperty('term');
    expect(decide(5, { keep: 'as-is' }).taken).toMatchObject({ name: 'Người lập' });
  });

  test('a row that is left out is told as that', () => {
    expect(decide(4, { keep: 'out' })).toEqual({ taken: undefined, problems: [['decided-out', true]] });
  });

  test('what a bare number counts is said once for the whole list', () => {
    const bare = [head, ['1', '1.999001', 'Xác nhận một', '7'], ['2', '1.999002', 'Xác nhận hai', '3 ngày']];
    expect(readList(bare, known).problems).toMatchObject([{ kind: 'term-no-unit' }]);
    const said = readList(bare, known, { bareTerm: 'working-day' });
    expect(said.problems).toEqual([]);
    expect(said.rows.map(({ item }) => item.term?.unit)).toEqual(['working-day', 'day']);
  });
});

test('one column may hold code and name', () => {
  const { rows, problems } = readList(
    [
      ['STT', 'Tên thủ tục (mã)'],
      ['1', 'Xác nhận một (1.999001)'],
      ['2', '1.999002 - Xác nhận hai'],
    ],
    known,
  );
  expect(rows.map(({ item }) => [item.code, item.name])).toEqual([
    ['1.999001', 'Xác nhận một'],
    ['1.999002', 'Xác nhận hai'],
  ]);
  expect(problems).toEqual([]);
});
