import { describe, expect, test } from 'vitest';
import {
  CaseStatus,
  IntakeStatus,
  caseStatuses,
  getStatusByCode,
  intakeStatusCode,
  intakeStatusesIn,
  statusCode,
  statusCodes,
  type StatusSet,
} from '../../../electron/contract/base/case-status.ts';

/** The list of field TrangThai, as three public implementations of the exchange have it. */
const national = [
  [1, 'registered', 'Mới đăng ký'],
  [2, 'accepted', 'Đã tiếp nhận'],
  [3, 'refused', 'Không tiếp nhận'],
  [4, 'processing', 'Đang xử lý'],
  [5, 'supplement-requested', 'Chờ bổ sung'],
  [6, 'obligation-requested', 'Chờ nghĩa vụ tài chính'],
  [7, 'withdrawn', 'Xin rút hồ sơ'],
  [8, 'stopped', 'Dừng xử lý'],
  [9, 'finished', 'Đã xong, chờ trả'],
  [10, 'returned', 'Đã trả'],
] as const;

describe('the ten national statuses', () => {
  test.each(national)('%i is %s', (code, status, name) => {
    expect(statusCode(status)).toBe(code);
    expect(getStatusByCode(code)).toBe(status);
    expect(caseStatuses[status].vi).toBe(name);
  });

  // What stands on paper: the sheet of a case's course, the register's sum, the notice of stopping (Mẫu 05).
  test.each([
    ['registered', 'Mới đăng ký', 'mới đăng ký', null],
    ['accepted', 'Được tiếp nhận', 'được tiếp nhận', 'hồ sơ đã được tiếp nhận, chưa chuyển giải quyết'],
    ['refused', 'Không được tiếp nhận', 'không được tiếp nhận', null],
    ['processing', 'Đang xử lý', 'đang xử lý', 'hồ sơ đang được giải quyết'],
    ['supplement-requested', 'Yêu cầu bổ sung giấy tờ', 'yêu cầu bổ sung giấy tờ', 'hồ sơ đang chờ bổ sung giấy tờ'],
    [
      'obligation-requested',
      'Yêu cầu thực hiện nghĩa vụ tài chính',
      'yêu cầu thực hiện nghĩa vụ tài chính',
      'hồ sơ đang chờ thực hiện nghĩa vụ tài chính',
    ],
    ['withdrawn', 'Công dân yêu cầu rút hồ sơ', 'rút hồ sơ', null],
    ['stopped', 'Dừng xử lý', 'dừng xử lý', null],
    ['finished', 'Đã xử lý xong', 'đã xử lý xong', null],
    ['returned', 'Đã trả kết quả', 'đã trả kết quả', null],
  ] as const)('%s on paper', (status, official, inRegister, whenStopped) => {
    expect(caseStatuses[status]).toMatchObject({ official, inRegister, whenStopped });
  });

  test('there are ten, in the order of their codes', () => {
    expect(CaseStatus.options).toEqual(national.map(([, status]) => status));
  });

  test.each([0, 11])('%i is none', (code) => {
    expect(() => getStatusByCode(code)).toThrow();
  });
});

test.each<[StatusSet, readonly number[]]>([
  ['open', [1, 2, 4, 5, 6, 9]],
  // NĐ 118/2025 Điều 19 k5: while papers are awaited no promise runs.
  ['promised', [2, 4, 6]],
  ['under-way', [2, 4, 5, 6]],
  ['with-the-office', [2, 4]],
  ['handled', [4, 6]],
  ['waiting-for-the-citizen', [5, 6]],
  // Điều 22: a result, or the refusal in its place, is handed out.
  ['to-return', [3, 9]],
  // Điều 23 k1: what was issued is corrected as a wrong result.
  ['result-issued', [9, 10]],
  ['back-to-the-counter', [3, 8, 9]],
  ['closed', [3, 7, 8, 10]],
  // Điều 22 k6
  ['to-archive', [3, 8, 10]],
  ['ended', [8, 10]],
])('%s is %j', (set, codes) => {
  expect(statusCodes(set)).toEqual(codes);
});

test('before reception a file has national codes too, and 0 for who only stands at the counter', () => {
  expect(Object.fromEntries(IntakeStatus.options.map((status) => [status, intakeStatusCode(status)]))).toEqual({
    'at-counter': 0,
    registered: 1,
    'supplement-requested': 5,
    refused: 3,
    withdrawn: 7,
    accepted: 2,
  });
  expect(intakeStatusesIn('waiting').map(intakeStatusCode)).toEqual([1, 5]);
  expect(intakeStatusesIn('before-reception').map(intakeStatusCode)).toEqual([0, 1, 5]);
});
