import type { ProcessStep } from '../../../../contract/routing/process.ts';
import { statusesIn } from '../../../../contract/base/case-status.ts';
import { type Fault, isFault } from '../../../../contract/base/fault.ts';
import { civilOfInstant, dayOfDate, getMoment } from '../../../base/civil-time.ts';
import type { Refusal } from '../../../base/refusal.ts';
import { packSteps } from '../../../deadline/steps.ts';
import { daysPast, endsAtItsHour, isFar } from '../../../deadline/past.ts';
import { promiseAfterPause } from '../../../deadline/pause.ts';
import { calendarFault, isOfficeOpen } from '../../../deadline/work-calendar.ts';
import type { CaseAction } from '../../../entries/case.ts';
import { findCurrentLeg } from '../../../routing/legs.ts';
import { firstHandling } from '../../../routing/process.ts';
import type { ActContext, ActRows, Asks, Guard } from './act-row.ts';
import { dueOfStep, lastStep } from './hands.ts';
import { type CaseState, hoursCounted } from '../state.ts';
import { isSupplementOver } from '../supplement.ts';

/** How a case comes to its end, or to a later date (NĐ 118/2025 Điều 12 k5, 17 k4, k5, 19 k3, k6, 21, 22). */

const resultIssued: Refusal = {
  key: 'result-issued',
  vi: 'Đã có quyết định hoặc kết quả nên không rút hồ sơ được nữa.',
  en: 'A decision or result has been issued, so the file can no longer be withdrawn.',
};
const alreadyExtended: Refusal = {
  key: 'already-extended',
  vi: 'Đã hẹn lại một lần; việc hẹn lại ngày trả kết quả không quá một lần.',
  en: 'The date has been moved once already; it may not be moved again.',
};
const extensionLate: Refusal = {
  key: 'extension-late',
  vi: 'Phải đề nghị gia hạn chậm nhất 01 ngày trước khi hết hạn.',
  en: 'An extension has to be asked for at least one day before the date.',
};
const extensionNotLater: Refusal = {
  key: 'extension-not-later',
  vi: 'Ngày hẹn mới phải sau ngày hẹn cũ.',
  en: 'The new date has to be after the old one.',
};
const extensionPast: Refusal = {
  key: 'extension-past',
  vi: 'Ngày hẹn mới phải sau hôm nay: hồ sơ chỉ được hẹn lại một lần.',
  en: 'The new date has to be after today: the date is moved only once.',
};
const clockStands: Refusal = {
  key: 'clock-stands',
  vi: 'Thời gian chờ người dân thực hiện nghĩa vụ tài chính không tính vào thời hạn: không cần xin lỗi, ngày hẹn được tính lại khi đã nộp.',
  en: 'The time until the citizen has paid is not counted: no apology is needed, and the date is counted anew once it is paid.',
};
const officerStops: Refusal = {
  key: 'officer-stops',
  vi: 'Hồ sơ đã chuyển xử lý: cơ quan giải quyết dừng và ký thông báo. Tại quầy chỉ đóng hồ sơ rút trước khi chuyển.',
  en: 'The case was passed on: who decides it stops it and signs the notice. The counter closes only what is withdrawn before that.',
};
const officerFinishes: Refusal = {
  key: 'officer-finishes',
  vi: 'Tại quầy chỉ ghi kết quả của thủ tục trả ngay trong ngày, chưa chuyển xử lý; hồ sơ khác do người xử lý ghi.',
  en: 'The counter records a result only of what is answered on the spot and was not passed on; who handles the case records the others.',
};
const officerResumes: Refusal = {
  key: 'officer-resumes',
  vi: 'Hồ sơ đã có thông báo dừng: cơ quan giải quyết cho tiếp tục.',
  en: 'The stop was announced: who decides the case lets it go on.',
};
const papersGone: Refusal = {
  key: 'papers-gone',
  vi: 'Giấy tờ đã trả lại người nộp hoặc đã lưu: tiếp nhận hồ sơ mới.',
  en: 'The papers went back to the citizen, or to the archive: receive the file anew.',
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

const awaits: Refusal = {
  key: 'awaits-papers',
  vi: 'Hồ sơ đang chờ người nộp bổ sung; chưa hết hạn bổ sung hoặc luật chuyên ngành không cho từ chối lúc này.',
  en: 'The case waits for papers: their time is not over, or the law of the field gives no refusal then.',
};

/** While papers are waited for a file is refused only where the law of its field says so, and after their time (NĐ 217/2026 Điều 54 k2). */
function awaitsPapers(state: CaseState, { now, calendar, supplement }: ActContext): Refusal | null {
  if (state.status !== 'supplement-requested') return null;
  const asked = state.supplementRequestedAt ?? state.acceptedAt;
  const over = isSupplementOver(asked, now, calendar, supplement);
  return over && supplement?.afterwards === 'refuse' ? null : awaits;
}

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
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 21',
    form: 'mau-05',
    // What never left the counter is closed there (Điều 21 k1): nobody else has it.
    guards: [(state, { role }) => (role === 'clerk' && hasLeftTheCounter(state) ? officerStops : null)],
    record: ({ reason }) => ({ type: 'stopped', reason }),
  },
  resume: {
    from: ['withdrawn', 'stopped'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 21 k1, k3',
    guards: [resumable],
    record: ({ reason }, state, context) => resumed(reason, state, context),
  },
  refuse: {
    from: ['processing', 'supplement-requested'],
    role: 'officer',
    rule: 'NĐ 118/2025 Điều 19 k3',
    form: 'mau-03',
    guards: [awaitsPapers],
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
    rule: 'NĐ 118/2025 Điều 12 k5, 19 k6',
    form: 'mau-04',
    guards: [extended],
    asks: [isFarAhead],
    record: ({ reason, newDueAt, told }, state, { now, calendar }) =>
      calendarFault(calendar, getMoment(newDueAt).day) ?? {
        type: 'extended',
        reason,
        dueAt: civilOfInstant(newDueAt),
        ...(told === undefined ? {} : { told }),
        ...(isOver(state, now) ? { overdue: true } : {}),
      },
  },
  finish: {
    from: ['processing', 'accepted'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 17 k4, k5, Điều 22',
    guards: [
      // Who sits at the counter answers what is answered on the spot, as they are charged to (Điều 17 k4, k5).
      (state, { role }) => (role === 'clerk' && !isAnsweredOnTheSpot(state) ? officerFinishes : null),
      ({ legs }) => (findCurrentLeg(legs) === undefined ? null : legsOpen),
      approvedFirst,
    ],
    asks: [
      (state) =>
        state.status === 'accepted' && state.legs.length === 0 && !isAnsweredOnTheSpot(state)
          ? 'finish-unhandled'
          : null,
      ({ inquiries }) => (inquiries.some(({ answeredAt }) => answeredAt === null) ? 'inquiry-open' : null),
      // A frame of the product forbids nothing, and passes over nothing without a word either.
      (state, context) => (unpassedApproval(state, context) === undefined ? null : 'approval-unpassed'),
    ],
    record: ({ result, resultNumber }, state, context) => ({
      type: 'finished',
      result,
      ...(resultNumber === undefined ? {} : { resultNumber }),
      ...lastStep(state, context),
    }),
  },
} as const satisfies Partial<ActRows>;

/**
 * Once, with a later date on which somebody is there to hand the result out: at the latest on the day before expiry (Điều 19 k6), or as
 * an apology for what is late already, which has no last day (Điều 12 k5) and counts late all the same.
 */
function extended(...[state, { now, calendar }, act]: Parameters<Guard<'extend'>>): Refusal | null {
  if (state.extendedAt !== null) return alreadyExtended;
  if (state.clock !== null) return clockStands;
  if (state.dueAt === null) return extensionLate;
  if (now.slice(0, 10) === state.dueAt.slice(0, 10) && !isOver(state, now)) return extensionLate;
  if (act === undefined) return null;
  const newDueAt = civilOfInstant(act.newDueAt);
  if (newDueAt <= state.dueAt) return extensionNotLater;
  if (
    isOver(state, now) &&
    (endsAtItsHour(state.received) ? newDueAt <= now : newDueAt.slice(0, 10) <= now.slice(0, 10))
  )
    return extensionPast;
  // Of a day that the calendar does not know nobody can say whether the office is open: that is said when it is recorded.
  const unknown = calendarFault(calendar, getMoment(newDueAt).day) !== null;
  return unknown || isOfficeOpen(calendar, newDueAt) ? null : extensionOfficeClosed;
}

/** The last day of a promise ends at midnight (BLDS Điều 148 k6); a term in hours, and a moment that was agreed, at its hour (Điều 147 k1). */
function isOver(state: CaseState, now: string): boolean {
  const past = daysPast(now, state.dueAt, state.received);
  return past !== null && past > 0;
}

/**
 * A date further ahead than twice the term is a typing error on a paper that is signed; the decree names no length, so the reason is
 * asked for and nothing is forbidden. Days of the calendar: a term of three working days asks beyond some six.
 */
function isFarAhead(...[{ dueAt, received, acceptedAt }, { now }, act]: Parameters<Asks<'extend'>>) {
  const from = dayOfDate((dueAt !== null && dueAt > now ? dueAt : now).slice(0, 10));
  const whole = dueAt === null ? 0 : dayOfDate(dueAt.slice(0, 10)) - dayOfDate(acceptedAt.slice(0, 10));
  const ahead = dayOfDate(civilOfInstant(act.newDueAt).slice(0, 10)) - from;
  return isFar(ahead, Math.max(whole, received.term.value)) ? 'date-far' : null;
}

/** Somebody else has it, or had it: a division, or another agency. */
function hasLeftTheCounter({ stage, legs }: CaseState): boolean {
  return stage !== null || legs.some(({ sentAt, finishedAt }) => sentAt !== null || finishedAt !== null);
}

function isAnsweredOnTheSpot({ status, received, legs }: CaseState): boolean {
  return status === 'accepted' && received.term.unit === 'same-day' && legs.length === 0;
}

function resumable({ status, bundle, papersReturnedAt, archivedAt }: CaseState, { role }: ActContext): Refusal | null {
  if (papersReturnedAt !== null || archivedAt !== null || bundle.at.kind === 'citizen') return papersGone;
  return status === 'stopped' && role === 'clerk' ? officerResumes : null;
}

/** It goes on where it stood; the time it was closed is not the office's and not counted. */
function resumed(reason: string, state: CaseState, context: ActContext): CaseAction | Fault<'calendar-ends'> {
  const { closed, received, clock, stage } = state;
  if (closed === null) throw new Error('the case was not closed');
  const { status, at, dueAt } = closed;
  const moved =
    dueAt === null || clock !== null
      ? null
      : promiseAfterPause(
          { term: received.term, dueAt, from: at, to: context.now, ...hoursCounted(state) },
          context.calendar,
        );
  if (isFault(moved)) return moved;
  const promise =
    moved !== null
      ? { dueAt: moved.dueAt, steps: packSteps(moved.steps) }
      : dueAt === null
        ? {}
        : { dueAt, steps: packSteps(state.steps) };
  return { type: 'resumed', reason, status, ...promise, ...dueOfStep(stage?.index, context) };
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
function findOpenApproval(state: CaseState, context: ActContext): ProcessStep | undefined {
  return context.process?.byOffice === true ? approvalAhead(state, context) : undefined;
}

/** The approval that a result recorded now passes over, by whatever process; what is answered on the spot is signed there. */
export function unpassedApproval(state: CaseState, context: ActContext): ProcessStep | undefined {
  return context.attended === true && !isAnsweredOnTheSpot(state) ? approvalAhead(state, context) : undefined;
}

function approvalAhead({ stage, legs }: CaseState, { process, role }: ActContext): ProcessStep | undefined {
  if (process === undefined || role === 'supervisor' || legs.length > 0) return undefined;
  const at = stage?.index ?? 0;
  return process.steps
    .slice(0, -1)
    .find((step, index) => index >= Math.max(at, firstHandling) && step.role === 'supervisor');
}
