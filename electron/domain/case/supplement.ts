import { type Fault, isFault } from '../../contract/fault.ts';
import type { Role } from '../../contract/office/office.ts';
import type { CivilTime } from '../../contract/values.ts';
import type { Refusal } from '../base/refusal.ts';
import { explainDeadline } from '../deadline/deadline.ts';
import type { WorkCalendar } from '../deadline/work-calendar.ts';

/** The one rule of asking for papers: the same for a file that is not received yet and for a case. */

const second: Refusal = {
  key: 'second-supplement',
  vi: 'Chỉ được yêu cầu bổ sung một lần; lần thứ hai cần lãnh đạo quyết định và nêu lý do.',
  en: 'A supplement is asked for once; a second request needs a supervisor and a reason.',
};

const late: Refusal = {
  key: 'supplement-late',
  vi: 'Đã quá 03 ngày làm việc kể từ khi tiếp nhận; cần lãnh đạo quyết định và nêu lý do.',
  en: 'More than three working days have passed since acceptance; a supervisor must decide and say why.',
};

type SupplementQuestion = {
  /** How often papers were asked for already. */
  readonly asked: number;
  readonly role: Role;
  /** What the request says for an exception; null where the question is only whether one could be made at all. */
  readonly request: { readonly override?: string | undefined } | null;
  /** Of a case, the acceptance that its window begins with; left out before reception, where no such window runs. */
  readonly window?: { readonly acceptedAt: CivilTime; readonly now: CivilTime; readonly calendar: WorkCalendar };
};

/**
 * Asked once and in full (NĐ 118/2025 Điều 11 k2c, Điều 16 k3), of a case within three working days of its acceptance (Điều 19 k5).
 * Beyond either a supervisor decides and says why: our reading, the decree names no exception.
 */
export function supplementRefusal({ asked, role, request, window }: SupplementQuestion): Refusal | null {
  if (role === 'supervisor' && (request === null || request.override !== undefined)) return null;
  if (asked > 0) return second;
  if (window === undefined) return null;
  const { acceptedAt, now, calendar } = window;
  const limit = explainDeadline({ term: { value: 3, unit: 'working-day' }, acceptedAt }, calendar);
  return !isFault(limit) && isDayOver(limit.dueAt, now) ? late : null;
}

/**
 * The last moment for the papers a citizen was asked for: fifteen days, calendar days, the last one by BLDS Điều 148. After it
 * the clerk closes the file (Điều 19 k5).
 */
export function supplementUntil(askedAt: CivilTime, calendar: WorkCalendar): CivilTime | Fault<'calendar-ends'> {
  const until = explainDeadline({ term: { value: 15, unit: 'day' }, acceptedAt: askedAt }, calendar);
  return isFault(until) ? until : until.dueAt;
}

/** Whether those fifteen days are over; where the calendar ends before them nobody can say so. */
export function isSupplementOver(askedAt: CivilTime, now: CivilTime, calendar: WorkCalendar): boolean {
  const until = supplementUntil(askedAt, calendar);
  return !isFault(until) && isDayOver(until, now);
}

/** The last day of a term ends at midnight (BLDS Điều 148 k6), not when the office closes: what the law gives is not cut short. */
function isDayOver(last: CivilTime, now: CivilTime): boolean {
  return now.slice(0, 10) > last.slice(0, 10);
}
