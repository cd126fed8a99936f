import { z } from 'zod';

/**
 * The ten national statuses (field TrangThai) in the order of their codes. No published list was found: three public implementations of
 * the exchange agree. Everything that depends on the status alone stands here: a new one is a row, and the compiler asks for its columns.
 */
type Row = {
  readonly code: number;
  /** The chip and the sentences of the screen. */
  readonly vi: string;
  readonly en: string;
  /** The national list's own words, on the sheet of a case's course. Paper is Vietnamese whatever the screen's language is. */
  readonly official: string;
  /** How the register's sum counts it off (Mẫu 07). */
  readonly inRegister: string;
  /** How far a case was whose handling stops there (Mẫu 05); null where it is over, or has not begun. */
  readonly whenStopped: string | null;
  /** What rules and lists speak of as one (`StatusSet`). */
  readonly sets: readonly StatusSet[];
  /** When in a case's life its money is taken (HinhThucThu 1, 2, 4). */
  readonly pay: 'reception' | 'supplement' | 'return';
  /** How the register counts it: without a result, with one, or closed without one. A refusal is a result (NĐ 118/2025 Điều 19 k3). */
  readonly counts: 'open' | 'solved' | 'closed';
};

export type StatusSet =
  /** Còn nợ người dân: somebody still owes the citizen something. */
  | 'open'
  /** Đang chạy hẹn trả: the promise runs; while papers are awaited none does (NĐ 118/2025 Điều 19 k5). */
  | 'promised'
  /** Đang giải quyết: accepted and without a decision, whoever has to do the next thing. */
  | 'under-way'
  /** Ở cơ quan: here or at the agency that decides, with nothing awaited from the citizen. */
  | 'with-the-office'
  /** Đã chuyển xử lý: with who handles it, so the date can be moved once (NĐ 118/2025 Điều 19 k6). */
  | 'handled'
  /** Chờ người dân: the citizen has to bring papers or money first. */
  | 'waiting-for-the-citizen'
  /** Chờ trả: a result or a refusal lies ready to be handed out (NĐ 118/2025 Điều 22). */
  | 'to-return'
  /** Đã có kết quả: what was decided stands, and can only be corrected as a wrong result (NĐ 118/2025 Điều 23 k1). */
  | 'result-issued'
  /** Về quầy: decided or stopped, so its papers come back to the counter. */
  | 'back-to-the-counter'
  /** Không còn làm: nobody works on it any more, so its papers may be shelved or given back. */
  | 'closed'
  /** Lưu được: what may be filed away (NĐ 118/2025 Điều 22 k6). */
  | 'to-archive'
  /** Kết thúc: nothing is owed to either side. */
  | 'ended';

const table = {
  registered: {
    code: 1,
    vi: 'Mới đăng ký',
    en: 'Registered',
    official: 'Mới đăng ký',
    inRegister: 'mới đăng ký',
    whenStopped: null,
    sets: ['open'],
    pay: 'reception',
    counts: 'open',
  },
  accepted: {
    code: 2,
    vi: 'Đã tiếp nhận',
    en: 'Accepted',
    official: 'Được tiếp nhận',
    inRegister: 'được tiếp nhận',
    whenStopped: 'hồ sơ đã được tiếp nhận, chưa chuyển giải quyết',
    sets: ['open', 'promised', 'under-way', 'with-the-office'],
    pay: 'reception',
    counts: 'open',
  },
  refused: {
    code: 3,
    vi: 'Không tiếp nhận',
    en: 'Not accepted',
    official: 'Không được tiếp nhận',
    inRegister: 'không được tiếp nhận',
    whenStopped: null,
    sets: ['to-return', 'back-to-the-counter', 'closed', 'to-archive'],
    pay: 'return',
    counts: 'solved',
  },
  processing: {
    code: 4,
    vi: 'Đang xử lý',
    en: 'In process',
    official: 'Đang xử lý',
    inRegister: 'đang xử lý',
    whenStopped: 'hồ sơ đang được giải quyết',
    sets: ['open', 'promised', 'under-way', 'with-the-office', 'handled'],
    pay: 'reception',
    counts: 'open',
  },
  'supplement-requested': {
    code: 5,
    vi: 'Chờ bổ sung',
    en: 'Awaiting supplement',
    official: 'Yêu cầu bổ sung giấy tờ',
    inRegister: 'yêu cầu bổ sung giấy tờ',
    whenStopped: 'hồ sơ đang chờ bổ sung giấy tờ',
    sets: ['open', 'under-way', 'waiting-for-the-citizen'],
    pay: 'supplement',
    counts: 'open',
  },
  'obligation-requested': {
    code: 6,
    vi: 'Chờ nghĩa vụ tài chính',
    en: 'Awaiting payment',
    official: 'Yêu cầu thực hiện nghĩa vụ tài chính',
    inRegister: 'yêu cầu thực hiện nghĩa vụ tài chính',
    whenStopped: 'hồ sơ đang chờ thực hiện nghĩa vụ tài chính',
    sets: ['open', 'promised', 'under-way', 'handled', 'waiting-for-the-citizen'],
    pay: 'supplement',
    counts: 'open',
  },
  withdrawn: {
    code: 7,
    vi: 'Xin rút hồ sơ',
    en: 'Withdrawal asked',
    official: 'Công dân yêu cầu rút hồ sơ',
    inRegister: 'rút hồ sơ',
    whenStopped: null,
    sets: ['closed'],
    pay: 'reception',
    counts: 'closed',
  },
  stopped: {
    code: 8,
    vi: 'Dừng xử lý',
    en: 'Stopped',
    official: 'Dừng xử lý',
    inRegister: 'dừng xử lý',
    whenStopped: null,
    sets: ['back-to-the-counter', 'closed', 'to-archive', 'ended'],
    pay: 'reception',
    counts: 'closed',
  },
  finished: {
    code: 9,
    vi: 'Đã xong, chờ trả',
    en: 'Done, to be returned',
    official: 'Đã xử lý xong',
    inRegister: 'đã xử lý xong',
    whenStopped: null,
    sets: ['open', 'to-return', 'result-issued', 'back-to-the-counter'],
    pay: 'return',
    counts: 'solved',
  },
  returned: {
    code: 10,
    vi: 'Đã trả',
    en: 'Returned',
    official: 'Đã trả kết quả',
    inRegister: 'đã trả kết quả',
    whenStopped: null,
    sets: ['result-issued', 'closed', 'to-archive', 'ended'],
    pay: 'return',
    counts: 'solved',
  },
} as const satisfies Record<string, Row>;

export const CaseStatus = z.enum(namesOf(table));
export type CaseStatus = z.infer<typeof CaseStatus>;

export const caseStatuses: Readonly<Record<CaseStatus, Row>> = table;

/** The statuses of a set, in the order of their codes. */
export function statusesIn(set: StatusSet): readonly CaseStatus[] {
  return CaseStatus.options.filter((status) => isIn(status, set));
}

export function isIn(status: CaseStatus, set: StatusSet): boolean {
  return caseStatuses[status].sets.includes(set);
}

/** The national codes of a set, ascending: what a list in SQL is made of. */
export function statusCodes(set: StatusSet): readonly number[] {
  return statusesIn(set).map(statusCode);
}

export function statusCode(status: CaseStatus): number {
  return caseStatuses[status].code;
}

/** What each status is called, on the screen and in sentences. */
export const statusNames = { vi: namesIn('vi'), en: namesIn('en') };

const byCode = new Map(CaseStatus.options.map((status) => [statusCode(status), status]));

/** Throws on a code outside 1 to 10: such a row was never written by this program. */
export function getStatusByCode(code: number): CaseStatus {
  const status = byCode.get(code);
  if (status === undefined) throw new Error(`no case status has code ${code}`);
  return status;
}

/**
 * Where a file stands that is not received yet: national statuses, but for somebody who stands at the counter and was only guided. They
 * have filed nothing, so nothing waits, and there is no code for it.
 */
const intakeTable = {
  'at-counter': { code: 0, sets: ['before-reception'] },
  registered: { code: table.registered.code, sets: ['before-reception', 'waiting'] },
  'supplement-requested': { code: table['supplement-requested'].code, sets: ['before-reception', 'waiting'] },
  refused: { code: table.refused.code, sets: [] },
  withdrawn: { code: table.withdrawn.code, sets: [] },
  accepted: { code: table.accepted.code, sets: [] },
} as const satisfies Record<string, IntakeRow>;

type IntakeRow = { readonly code: number; readonly sets: readonly IntakeStatusSet[] };

export type IntakeStatusSet =
  /** Chưa tiếp nhận: it can still be received, refused or asked to be completed. */
  | 'before-reception'
  /** Đang chờ: filed, so somebody has to answer or to bring papers. */
  | 'waiting';

export const IntakeStatus = z.enum(namesOf(intakeTable));
export type IntakeStatus = z.infer<typeof IntakeStatus>;

const intakeStatuses: Readonly<Record<IntakeStatus, IntakeRow>> = intakeTable;

export function intakeStatusesIn(set: IntakeStatusSet): readonly IntakeStatus[] {
  return IntakeStatus.options.filter((status) => intakeStatuses[status].sets.includes(set));
}

export function intakeStatusCode(status: IntakeStatus): number {
  return intakeStatuses[status].code;
}

function namesOf<T extends object>(rows: T): (keyof T)[] {
  return Object.keys(rows) as (keyof T)[];
}

function namesIn(language: 'vi' | 'en'): Readonly<Record<CaseStatus, string>> {
  const names = CaseStatus.options.map((status) => [status, table[status][language]] as const);
  return Object.fromEntries(names) as Record<CaseStatus, string>;
}
