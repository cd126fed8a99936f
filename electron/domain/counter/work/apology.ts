import { type Fault, isFault } from '../../../contract/base/fault.ts';
import type { CivilTime, Term } from '../../../contract/base/values.ts';
import { timeDateText } from '../../base/civil-time.ts';
import { explainDeadline } from '../../deadline/deadline.ts';
import { deadlineStepText, termText } from '../../deadline/explanation.ts';
import type { WorkCalendar } from '../../deadline/work-calendar.ts';

/** A new date to be promised with the apology, and how it was come to, first to last. */
export type ProposedDate = {
  readonly newDueAt: CivilTime;
  readonly workingDays: number;
  readonly steps: readonly { readonly text: string; readonly textEn: string }[];
};

const most = 10;

/**
 * What officers write most often, as it is printed: the paper has to say why (NĐ 118/2025 Điều 19 k6). The digit that chooses
 * one is its place here, so a new one goes to the end.
 */
export const usualReasons: readonly string[] = [
  'Hồ sơ có nội dung phức tạp, cần thêm thời gian thẩm tra',
  'Chưa nhận được ý kiến của cơ quan phối hợp',
  'Cần xác minh thực tế trước khi giải quyết',
  'Chưa có kết quả xác minh của cơ quan khác',
  'Hệ thống thông tin bị gián đoạn, hồ sơ không xử lý được đúng tiến độ',
  'Số hồ sơ tiếp nhận tăng đột biến, chưa giải quyết kịp',
];

/**
 * The date that is proposed with Mẫu 04. The law wants a new date and names no length (NĐ 118/2025 Điều 19 k6), so this is the
 * product's own proposal and the officer's to change: half of the procedure's term in working days. It is rounded up, since a
 * case is extended once and a second promise must hold. For what is late already (Điều 12 k5) the days run from today.
 */
export function proposeNewDate(
  { term, dueAt, now }: { readonly term: Term; readonly dueAt: CivilTime; readonly now: CivilTime },
  calendar: WorkCalendar,
): ProposedDate | Fault<'calendar-ends'> {
  const workingDays = extensionDays(term);
  const overdue = now.slice(0, 10) > dueAt.slice(0, 10);
  const acceptedAt = overdue ? now : dueAt;
  const end = explainDeadline({ term: { value: workingDays, unit: 'working-day' }, acceptedAt }, calendar);
  if (isFault(end)) return end;
  const skipped = end.steps.slice(1, -1);
  return {
    newDueAt: end.dueAt,
    workingDays,
    steps: [
      ruleInWords(term, workingDays),
      overdue
        ? {
            text: `Đã quá ngày hẹn ${timeDateText(dueAt)}: tính từ hôm nay, hôm nay không tính`,
            textEn: `The promise ${timeDateText(dueAt)} is over: counted from today, today is not counted`,
          }
        : {
            text: `Tính từ ngày hẹn cũ ${timeDateText(dueAt)}, ngày hẹn cũ không tính`,
            textEn: `Counted from the old promise ${timeDateText(dueAt)}, that day is not counted`,
          },
      ...skipped.map((step) => ({ text: deadlineStepText(step, 'vi'), textEn: deadlineStepText(step, 'en') })),
      { text: `Đề xuất hẹn lại: ${timeDateText(end.dueAt)}`, textEn: `Proposed new date: ${timeDateText(end.dueAt)}` },
    ],
  };
}

function extensionDays(term: Term): number {
  return Math.min(most, Math.max(1, Math.ceil(inWorkingDays(term) / 2)));
}

/** A term as working days: a week has five of them, a working day eight hours. */
function inWorkingDays({ value, unit }: Term): number {
  switch (unit) {
    case 'working-day':
      return value;
    case 'day':
      return (value * 5) / 7;
    case 'working-hour':
      return value / 8;
    case 'hour':
      return value / 24;
    case 'same-day':
      return 1;
    // A month has 22 working days and a year 250, near enough for a proposal of at most ten days.
    case 'month':
      return value * 22;
    case 'year':
      return value * 250;
  }
}

function ruleInWords(term: Term, days: number): ProposedDate['steps'][number] {
  const [half, halfEn] = [termText(term, 'vi'), termText(term, 'en')];
  const own = { value: days, unit: 'working-day' } as const;
  return {
    text: `Nửa thời hạn (${half}) làm tròn lên, ít nhất 1, nhiều nhất ${most} → ${termText(own, 'vi')}`,
    textEn: `Half the time limit (${halfEn}) rounded up, at least 1, at most ${most} → ${termText(own, 'en')}`,
  };
}
