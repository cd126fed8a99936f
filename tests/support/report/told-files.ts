import type { CaseAction, ReceivedAction } from '../../../electron/domain/entries/case.ts';
import type { CountedProcedure } from '../../../electron/domain/books/report/bieu-07a.ts';
import { received } from '../desk/test-store.ts';

/** Files of one month, told by hand: what happened to each and on which day. */

/** November as the reports have it: from 15 October to 14 November 2026 (NĐ 09/2019 Điều 12). */
export const november = { from: '2026-10-15', to: '2026-11-14' };
export const procedure: CountedProcedure = {
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  field: 'Hộ tịch',
  decidingAgency: 'UBND cấp xã',
  onlineLevel: 'partial',
};

type Step = readonly [day: string, action: CaseAction];
export const at = (day: string) => (day.includes('T') ? `${day}+07:00` : `2026-${day}T10:00:00+07:00`);
export const dueAt = (day: string) => `2026-${day}T17:00:00+07:00`;

/** A file received on a day and promised for another, with what happened to it. */
export function file(day: string, due: string, steps: readonly Step[] = [], more: Partial<ReceivedAction> = {}) {
  const first: CaseAction = { ...received(1), dueAt: dueAt(due), ...more };
  return [{ at: at(day), action: first }, ...steps.map(([on, action]) => ({ at: at(on), action }))];
}

export const done: CaseAction = { type: 'finished', result: 'cấp giấy' };
export const refused: CaseAction = { type: 'refused', reason: 'không đủ điều kiện' };
export const withdrawn: CaseAction = { type: 'withdrawn', reason: 'không cần nữa' };
export const stopped: CaseAction = { type: 'stopped', reason: 'quá hạn bổ sung' };
export const asked: CaseAction = { type: 'supplement-requested', reason: 'thiếu giấy' };
export const completed = (due: string): CaseAction => ({ type: 'supplemented', dueAt: dueAt(due), steps: [] });
export const extended = (due: string, overdue?: true): CaseAction => ({
  type: 'extended',
  reason: 'xác minh',
  dueAt: dueAt(due),
  ...(overdue === undefined ? {} : { overdue }),
});
export const resumed = (due: string): CaseAction => ({
  type: 'resumed',
  reason: 'đã bổ sung',
  status: 'processing',
  dueAt: dueAt(due),
  steps: [],
});
