import type { CaseStatus } from '../contract/values.ts';

/** The national codes of field TrangThai (rules 4.1). */
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
