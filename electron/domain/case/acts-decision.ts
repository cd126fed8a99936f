import type { ProcessStep } from '../../contract/routing/process.ts';
import { statusesIn } from '../../contract/status.ts';
import { civilOfInstant } from '../base/civil-time.ts';
import type { Refusal } from '../base/refusal.ts';
import { isOfficeOpen } from '../deadline/work-calendar.ts';
import { findCurrentLeg } from '../routing/legs.ts';
import { firstHandling } from '../routing/process.ts';
import type { ActContext, ActRows, Guard } from './act-row.ts';
import { lastStep } from './acts-hands.ts';
import type { CaseState } from './state.ts';

/** How a case comes to its end, or to a later date (NĐ 118/2025 Điều 17 k4, 19 k3, k6, 21, 22). */

const resultIssued: Refusal = {
  key: 'result-issued',
  vi: 'Đã có quyết định hoặc kết quả nên không rút hồ sơ được nữa.',
  en: 'A decision or result has been issued, so the file can no longer be withdrawn.',
};
export const alreadyExtended: Refusal = {
  key: 'already-extended',
  vi: 'Đã hẹn lại một lần; việc hẹn lại ngày trả kết quả không quá một lần.',
  en: 'The date has been moved once already; it may not be moved again.',
};
export const extensionLate: Refusal = {
  key: 'extension-late',
  vi: 'Phải đề nghị gia hạn chậm nhất 01 ngày trước khi hết hạn.',
  en: 'An extension has to be asked for at least one day before the date.',
};
const extensionNotLater: Refusal = {
  key: 'extension-not-later',
  vi: 'Ngày hẹn mới phải sau ngày hẹn cũ.',
  en: 'The new date has to be after the old one.',
};
const extensionOfficeClosed: Refusal = {
  key: 'extension-office-closed',
  vi: 'Ngày giờ hẹn mới phải vào giờ làm việc: chọn ngày làm việc khác.',
  en: 'The new date has to be at a time when the office is open: choose another working day.',
};
const legsOpen: Refusal = {
  key: 'legs-open',
  vi: 'Còn chặng chưa xong; ghi kết quả từng chặng trước.',
  en: 'A leg is not done; record the result of each leg first.',
};

export const decisionActs = {
  withdraw: {
    from: statusesIn('under-way'),
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 21',
    refusedIn: { finished: resultIssued, returned: resultIssued },
    record: ({ reason }) => ({ type: 'withdrawn', reason }),
  },
  stop: {
    from: ['withdrawn'],
    role: 'officer',
    rule: 'NĐ 118/2025 Điều 21',
    form: 'mau-05',
    record: ({ reason }) => ({ type: 'stopped', reason }),
  },
  refuse: {
    from: ['processing'],
    role: 'officer',
    rule: 'NĐ 118/2025 Điều 19 k3',
    form: 'mau-03',
    record: ({ reason, legalBasis }, state, context) => ({
      type: 'refused',
      reason,
      legalBasis,
      ...lastStep(state, context),
    }),
  },
  extend: {
    from: statusesIn('handled'),
    role: 'officer',
    rule: 'NĐ 118/2025 Điều 19 k6',
    form: 'mau-04',
    guards: [extended],
    record: ({ reason, newDueAt, told }) => ({
      type: 'extended',
      reason,
      dueAt: civilOfInstant(newDueAt),
      ...(told === undefined ? {} : { told }),
    }),
  },
  finish: {
    from: ['processing', 'accepted'],
    role: 'officer',
    rule: 'NĐ 118/2025 Điều 17 k4, Điều 22',
    guards: [({ legs }) => (findCurrentLeg(legs) === undefined ? null : legsOpen), approvedFirst],
    record: ({ result, resultNumber }, state, context) => ({
      type: 'finished',
      result,
      ...(resultNumber === undefined ? {} : { resultNumber }),
      ...lastStep(state, context),
    }),
  },
} as const satisfies Partial<ActRows>;

/** Once, with a later date on which somebody is there to hand the result out, and at the latest on the day before expiry (Điều 19 k6). */
function extended(...[state, { now, calendar }, act]: Parameters<Guard<'extend'>>): Refusal | null {
  if (state.extendedAt !== null) return alreadyExtended;
  if (state.dueAt === null || now.slice(0, 10) >= state.dueAt.slice(0, 10)) return extensionLate;
  if (act === undefined) return null;
  if (Date.parse(act.newDueAt) <= Date.parse(state.dueAt)) return extensionNotLater;
  return isOfficeOpen(calendar, civilOfInstant(act.newDueAt)) ? null : extensionOfficeClosed;
}

function approvedFirst(state: CaseState, context: ActContext): Refusal | null {
  const approval = findOpenApproval(state, context);
  if (approval === undefined) return null;
  return {
    key: 'approval-first',
    vi: `Quy trình đơn vị đặt còn bước «${approval.name}» chưa qua: chuyển bước để trình, rồi người duyệt ghi kết quả hoặc chuyển tiếp.`,
    en: `The process this office set has still to pass «${approval.name}»: pass the case on for approval; who approves records the result or passes it on.`,
  };
}

/**
 * The approval a case has yet to pass before its result is recorded; undefined where nothing stands in the way. Only what an office
 * set itself binds: the general frames are the product's own and nobody published them, so they forbid nothing. A supervisor who
 * records the result approves with their name, at whatever step; and what another agency decides is not approved here
 * (NĐ 118/2025 Điều 19 k1, Điều 20).
 */
function findOpenApproval({ stage, legs }: CaseState, { process, role }: ActContext): ProcessStep | undefined {
  if (process?.byOffice !== true || role === 'supervisor' || legs.length > 0) return undefined;
  const at = stage?.index ?? 0;
  return process.steps
    .slice(0, -1)
    .find((step, index) => index >= Math.max(at, firstHandling) && step.role === 'supervisor');
}
