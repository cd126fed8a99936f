import { describe, expect, test } from 'vitest';
import {
  CaseStatus,
  IntakeStatus,
  caseStatuses,
  getStatusByCode,
  intakeStatusCode,
  intakeStatusCodes,
  statusCode,
  statusCodes,
  type StatusSet,
} from '../../electron/contract/base/status.ts';

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
  expect(intakeStatusCodes('waiting')).toEqual([1, 5]);
  expect(intakeStatusCodes('before-reception')).toEqual([0, 1, 5]);
});
