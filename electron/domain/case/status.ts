import type { Language } from '../../contract/fault.ts';
import type { CaseStatus } from '../../contract/values.ts';

/** The national codes of field TrangThai (contract/case.ts). */
export const nationalStatusCode = {
  registered: 1,
  accepted: 2,
  refused: 3,
  processing: 4,
  'supplement-requested': 5,
  'obligation-requested': 6,
  withdrawn: 7,
  stopped: 8,
  finished: 9,
  returned: 10,
} as const satisfies Record<CaseStatus, number>;

const byCode = new Map<number, CaseStatus>(
  Object.entries(nationalStatusCode).map(([status, code]) => [code, status as CaseStatus]),
);

/** Throws on a code outside 1 to 10: such a row was never written by this program. */
export function getStatusByCode(code: number): CaseStatus {
  const status = byCode.get(code);
  if (status === undefined) throw new Error(`no case status has code ${code}`);
  return status;
}

/** Statuses in which somebody still owes the citizen something. */
export const openStatuses: ReadonlySet<CaseStatus> = new Set([
  'registered',
  'accepted',
  'processing',
  'supplement-requested',
  'obligation-requested',
  'finished',
]);

const vi: Readonly<Record<CaseStatus, string>> = {
  registered: 'Mới đăng ký',
  accepted: 'Đã tiếp nhận',
  refused: 'Không tiếp nhận',
  processing: 'Đang xử lý',
  'supplement-requested': 'Chờ bổ sung',
  'obligation-requested': 'Chờ nghĩa vụ tài chính',
  withdrawn: 'Xin rút hồ sơ',
  stopped: 'Dừng xử lý',
  finished: 'Đã xong, chờ trả',
  returned: 'Đã trả',
};

const en: Readonly<Record<CaseStatus, string>> = {
  registered: 'Registered',
  accepted: 'Accepted',
  refused: 'Not accepted',
  processing: 'In process',
  'supplement-requested': 'Awaiting supplement',
  'obligation-requested': 'Awaiting payment',
  withdrawn: 'Withdrawal asked',
  stopped: 'Stopped',
  finished: 'Done, to be returned',
  returned: 'Returned',
};

/** What a status is called on the screen and in sentences: one name for both. */
export const statusNames = { vi, en } as const satisfies Record<Language, Readonly<Record<CaseStatus, string>>>;

/** «Đang xử lý» hoặc «Chờ bổ sung». */
export function anyOf(statuses: readonly CaseStatus[], language: Language): string {
  const names = statuses.map((status) => quoted(statusNames[language][status], language));
  const last = names.at(-1) ?? '';
  const or = language === 'vi' ? 'hoặc' : 'or';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${or} ${last}`;
}

function quoted(name: string, language: Language): string {
  return language === 'vi' ? `«${name}»` : `“${name}”`;
}
