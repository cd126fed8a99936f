import { expect, test } from 'vitest';
import { nationalRecord } from '../../../../electron/domain/catalogue/lists/national-record.ts';

const rowsOf = (raw: unknown) => nationalRecord(raw)?.rows.slice(1);

const old = (change: object = {}) => ({
  MATTHC: '1.001193',
  TENTTHC: 'Đăng ký khai sinh',
  LINHVUCTHUCHIEN: [{ MALINHVUC: 'G15-TP01', TENLINHVUC: 'Hộ tịch' }],
  MUCDO: '4',
  ...change,
});
const way = (kenh: number, ...times: object[]) => ({ KENH: kenh, THOIGIAN: times });

test.each<[string, unknown, readonly string[]]>([
  ['one procedure', old(), ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch', '', '', 'toàn trình']],
  [
    'the answer of a service',
    { error_code: 0, result: [old()] },
    ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch', '', '', 'toàn trình'],
  ],
  [
    'small letters, and underscores',
    [{ maTTHC: '1.001193', ten_tthc: 'Đăng ký khai sinh', linhVuc: 'Hộ tịch' }],
    ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch', '', '', ''],
  ],
  [
    'a limit and a fee at the counter, before those of other ways',
    old({
      CACHTHUCTHUCHIEN: [
        way(2, { THOIGIANGIAIQUYET: 1, DONVITINH: 'Ngày', PHILEPHI: [{ SOTIEN: 0 }] }),
        way(1, { THOIGIANGIAIQUYET: '3', DONVITINH: 'Ngày làm việc', PHILEPHI: [{ SOTIEN: '8000' }] }),
      ],
    }),
    ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch', '3 ngày làm việc', '8000', 'toàn trình'],
  ],
  [
    'two limits stay two, for a person to decide',
    old({
      CACHTHUCTHUCHIEN: [
        way(
          1,
          { THOIGIANGIAIQUYET: 3, DONVITINH: 'Ngày làm việc' },
          { THOIGIANGIAIQUYET: 8, DONVITINH: 'Ngày làm việc' },
        ),
      ],
    }),
    ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch', '3 ngày làm việc; 8 ngày làm việc', '', 'toàn trình'],
  ],
  [
    'a unit that nobody knows is none, and a fee of 0 is not known',
    old({ CACHTHUCTHUCHIEN: [way(1, { THOIGIANGIAIQUYET: 3, DONVITINH: 'Khác', PHILEPHI: [{ SOTIEN: 0 }] })] }),
    ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch', '3', '', 'toàn trình'],
  ],
  [
    'a page of the portal',
    {
      data: {
        code: '1.001193',
        name: 'Đăng ký khai sinh',
        isWard: true,
        categoriesDetails: [{ name: 'Hộ tịch' }],
        executionMethods: [
          { submissionMethod: 'DIRECT', processingTime: 1, processingTimeUnit: 'WORKING_DAY', fees: [{ value: 8000 }] },
        ],
      },
    },
    ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch', '1 ngày làm việc', '8000', ''],
  ],
])('%s', (_what, raw, row) => {
  expect(rowsOf(raw)).toEqual([row]);
});

test('papers by the code of their procedure, each once', () => {
  const record = nationalRecord(
    old({
      THANHPHANHOSO: [
        {
          TRUONGHOP: 'Bao gồm',
          GIAYTO: [
            { TENGIAYTO: 'Tờ khai', SOBANCHINH: 1 },
            { TENGIAYTO: 'Giấy chứng sinh\n', SOBANSAO: '2' },
          ],
        },
        { TRUONGHOP: 'Ủy quyền', GIAYTO: [{ TENGIAYTO: 'Tờ khai', SOBANCHINH: 1 }, { TENGIAYTO: '' }] },
      ],
    }),
  );
  expect(record?.papersOf.get('1.001193')).toEqual([
    { name: 'Tờ khai', originals: 1, copies: 0 },
    { name: 'Giấy chứng sinh', originals: 0, copies: 2 },
  ]);
});

test('what is of another level is left out and counted', () => {
  const record = nationalRecord([
    old(),
    old({ CAPTHUCHIEN: [{ TENCAP: 'Cấp Tỉnh' }] }),
    old({ CAPTHUCHIEN: [{ TENCAP: 'Cấp Tỉnh' }, { TENCAP: 'Cấp Xã' }] }),
    { code: '2.000001', name: 'Việc của Bộ', isMinistry: true },
  ]);
  expect(record).toMatchObject({ elsewhere: 2 });
  expect(record?.rows).toHaveLength(3);
});

test.each([
  [null],
  [5],
  ['x'],
  [[]],
  [{}],
  [{ result: 'x' }],
  [{ data: { data: { data: { data: [old()] } } } }],
  [[[old()]]],
])('%j holds no procedure', (raw) => {
  expect(nationalRecord(raw)).toBeUndefined();
});
