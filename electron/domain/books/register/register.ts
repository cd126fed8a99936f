import { ConfirmationCode, confirmationTexts } from '../../../contract/counter/case/confirm.ts';
import type { Language } from '../../../contract/base/fault.ts';
import type { RegisterNote, TimeClass } from '../../../contract/books/register/register.ts';
import type { ResultDelivery, CivilDate } from '../../../contract/base/values.ts';
import { addDays, dateText, dayOfDate, timeDateText, weekdayOfDay } from '../../base/civil-time.ts';
import { stopReasonText } from '../../counter/case/supplement.ts';
import type { DaysPast } from '../../deadline/past.ts';
import type { ReceivedAction, RecordedAction } from '../../entries/case.ts';
import { type CaseStatus, caseStatuses } from '../../../contract/base/case-status.ts';

/** A stretch of days, both of them in it. */
export type Days = { readonly from: CivilDate; readonly to: CivilDate };

export function weekOf(date: CivilDate): Days {
  const from = addDays(date, 1 - weekdayOfDay(dayOfDate(date)));
  return { from, to: addDays(from, 6) };
}

export function monthOf(date: CivilDate): Days {
  const from = firstOfMonth(date, 0);
  return { from, to: addDays(firstOfMonth(date, 1), -1) };
}

/**
 * The month of the reports: from the 15th of one month to the 14th of the next, which it is named after (NĐ 09/2019 Điều 12).
 * `back` counts periods before the one that holds the date.
 */
export function reportMonthOf(date: CivilDate, back = 0): Days {
  const named = Number(date.slice(8)) >= 15 ? 1 : 0;
  const end = firstOfMonth(date, named - back);
  return { from: `${firstOfMonth(end, -1).slice(0, 8)}15`, to: `${end.slice(0, 8)}14` };
}

/** The first day of the month that is `months` after the date's. */
function firstOfMonth(date: CivilDate, months: number): CivilDate {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/**
 * A result before the promised date is early, on that date on time, after it late (TT 09/2026 has the columns, Biểu 07a, and does not draw the
 * border). A refusal is a result and has the same time limit (NĐ 118/2025 Điều 19 k3), and «Từ chối» ends the count of the index. While
 * papers are awaited no promise runs (Điều 19 k5), so such a case grows no later; what was late when they were asked for stays so
 * (in the index the end is the moment of the request). What was withdrawn or stopped after it was accepted is handled as well: in time,
 * or late where its day was over by then (TT 09/2026 Biểu 07a); a case from before that was kept tells only that it is closed.
 */
const classes: Readonly<Record<(typeof caseStatuses)[CaseStatus]['counts'], (past: DaysPast) => TimeClass>> = {
  open: (past) => (past !== null && past > 0 ? 'open-late' : 'open'),
  solved,
  closed: (past) => (past === null ? 'closed' : solved(past)),
};

function solved(past: DaysPast): TimeClass {
  return past === null || past < 0 ? 'early' : past === 0 ? 'on-time' : 'late';
}

/** Where a case is counted; for an open one `past` is measured from today, for one that waits from when papers were asked for. */
export function timeClass(status: CaseStatus, past: DaysPast, countsLate = false): TimeClass {
  return classes[caseStatuses[status].counts](countsLate ? 1 : past);
}

/** What the register tells of a case beside its reception. */
export type RegisterEntry = {
  readonly quantity: number;
  readonly applicantName: string;
  readonly address: string;
  readonly phone: string;
  readonly delivery: ResultDelivery['kind'];
  readonly dueAt: string;
  readonly returnedAt: string | null;
  readonly receiver: string;
  /** The agency it is sent to, the first of several; null where this office decides. */
  readonly agency: string | null;
  readonly notes: readonly RegisterNote[];
};

/** Reads a case's line from its actions, first to last: the people as they stood at reception, and the latest promise made. */
export function registerEntry(
  actions: readonly (Pick<RecordedAction, 'at' | 'action'> & { readonly actorName?: string | null })[],
): RegisterEntry {
  const first = actions[0];
  if (first?.action.type !== 'received') throw new Error('a case begins with its reception');
  let facts: Pick<ReceivedAction, 'applicant' | 'submitter' | 'quantity' | 'resultDelivery' | 'legs'> = first.action;
  let { dueAt } = first.action;
  let [returnedAt, receiver]: [string | null, string] = [null, ''];
  let temporary = first.action.number.official === null;
  const notes: RegisterNote[] = [];
  for (const { at, action } of actions) {
    const note = (kind: RegisterNote['kind'], text: string) => notes.push({ kind, at, text });
    if (action.type === 'supplemented' || action.type === 'extended' || action.type === 'verification-needed') {
      dueAt = action.dueAt;
      note(action.type, action.dueAt);
    }
    if (action.type === 'corrected') {
      [facts, dueAt] = [action, action.extendedTo ?? action.dueAt];
      temporary = action.number.official === null;
      note('reissued', action.voided ?? '');
    }
    if (action.type === 'returned' && action.again !== true) [returnedAt, receiver] = [at, action.receiver];
    if (action.type === 'return-undone') [returnedAt, receiver] = [null, ''];
    if (action.type === 'papers-returned') note(action.type, action.receiver);
    if (action.type === 'confirmed')
      for (const { code, reason } of action.confirmations) note('confirmed', `${code} ${reason}`);
    if ((action.type === 'resumed' || action.type === 'obligation-met') && action.dueAt !== undefined) {
      dueAt = action.dueAt;
      note('resumed', action.dueAt);
    }
    if (action.type === 'official-code-attached') temporary = false;
    if (action.type === 'refused' || action.type === 'withdrawn' || action.type === 'stopped')
      note(action.type, action.reason);
    if (action.type === 'reception-undone') note(action.type, action.reason ?? '');
    if (action.type === 'result-corrected') note('corrected', action.result);
  }
  if (first.action.fromKit !== undefined)
    notes.unshift({ kind: 'entered-later', at: first.at, text: first.actorName ?? '' });
  // NĐ 118/2025 Điều 6 k2c: who stood at the desk comes back for the result, and is asked for by their own name.
  if (facts.submitter !== undefined) notes.unshift({ kind: 'filed-by', at: first.at, text: facts.submitter.fullName });
  const { foreign } = first.action;
  if (foreign !== undefined)
    notes.unshift({
      kind: 'received-elsewhere',
      at: foreign.acceptedAt,
      text: `${foreign.unit.name}, ${foreign.code}`,
    });
  if (temporary) notes.unshift({ kind: 'number-temporary', at: first.at, text: '' });
  const { quantity, resultDelivery } = facts;
  const agency = facts.legs?.[0]?.agency ?? null;
  const { fullName: applicantName, address = '', phone = '' } = facts.applicant;
  return {
    quantity,
    applicantName,
    address,
    phone,
    delivery: resultDelivery.kind,
    dueAt,
    returnedAt,
    receiver,
    agency,
    notes,
  };
}

type Words = Readonly<Record<RegisterNote['kind'], (note: RegisterNote) => string>>;

const words: Readonly<Record<Language, Words>> = {
  vi: {
    'number-temporary': () => 'Số tạm',
    'filed-by': ({ text }) => `Người nộp: ${text}`,
    refused: ({ at, text }) => `Không tiếp nhận giải quyết ${dateText(at)}: ${text}`,
    withdrawn: ({ at, text }) => `Rút hồ sơ ${dateText(at)}: ${text}`,
    'reception-undone': ({ at, text }) =>
      `Tiếp nhận nhầm, hoàn tác ngày ${dateText(at)}: số hủy${text === '' ? '' : ` (${text})`}`,
    stopped: ({ at, text }) => `Dừng giải quyết ${dateText(at)}: ${stopReasonText(text, 'vi')}`,
    extended: ({ at, text }) => `Gia hạn ngày ${dateText(at)} đến ${dateText(text)}`,
    supplemented: ({ at, text }) => `Bổ sung đủ ngày ${dateText(at)}, hẹn lại ${dateText(text)}`,
    'verification-needed': ({ at, text }) =>
      `Phải xác minh ngày ${dateText(at)}, hẹn theo thời hạn xác minh ${dateText(text)}`,
    corrected: ({ at }) => `Đã sửa kết quả ${dateText(at)}`,
    reissued: ({ at, text }) =>
      `Cấp lại giấy tiếp nhận ngày ${dateText(at)}${text === '' ? '' : `, thay số ${text} (đã hủy)`}`,
    'received-elsewhere': ({ at, text }) => `Tiếp nhận tại ${text}, ${dateText(at)}`,
    confirmed: ({ text }) => confirmedText(text, 'vi'),
    resumed: ({ at, text }) => `Tính tiếp từ ${dateText(at)}, hẹn lại ${dateText(text)}`,
    'papers-returned': ({ at, text }) => `Trả lại giấy tờ ${dateText(at)}: ${text}`,
    'entered-later': ({ at, text }) => `Nhập sau bởi ${text} lúc ${timeDateText(at)}`,
  },
  en: {
    'number-temporary': () => 'Temporary number',
    'filed-by': ({ text }) => `Filed by ${text}`,
    refused: ({ at, text }) => `Refused ${dateText(at)}: ${text}`,
    withdrawn: ({ at, text }) => `Withdrawn ${dateText(at)}: ${text}`,
    'reception-undone': ({ at, text }) =>
      `Received by mistake, undone ${dateText(at)}: number void${text === '' ? '' : ` (${text})`}`,
    stopped: ({ at, text }) => `Stopped ${dateText(at)}: ${stopReasonText(text, 'en')}`,
    extended: ({ at, text }) => `Extended on ${dateText(at)} to ${dateText(text)}`,
    supplemented: ({ at, text }) => `Completed on ${dateText(at)}, promised anew for ${dateText(text)}`,
    'verification-needed': ({ at, text }) =>
      `Verification needed ${dateText(at)}, promised by its limit for ${dateText(text)}`,
    corrected: ({ at }) => `Result corrected ${dateText(at)}`,
    reissued: ({ at, text }) =>
      `Receipt reissued on ${dateText(at)}${text === '' ? '' : `, in the place of ${text} (void)`}`,
    'received-elsewhere': ({ at, text }) => `Received at ${text}, ${dateText(at)}`,
    confirmed: ({ text }) => confirmedText(text, 'en'),
    resumed: ({ at, text }) => `Counted on from ${dateText(at)}, promised anew for ${dateText(text)}`,
    'papers-returned': ({ at, text }) => `Papers given back ${dateText(at)}: ${text}`,
    'entered-later': ({ at, text }) => `Entered later by ${text} at ${timeDateText(at)}`,
  },
};

/** A note keeps the code and then the reason. */
function confirmedText(text: string, language: Language): string {
  const end = text.indexOf(' ');
  const code = ConfirmationCode.safeParse(text.slice(0, end));
  return code.success ? `${confirmationTexts[code.data][language]}: ${text.slice(end + 1)}` : text;
}

/** A line's notes in words; empty where there are none. */
export function noteText(notes: readonly RegisterNote[], language: Language): string {
  return notes.map((note) => words[language][note.kind](note)).join('; ');
}
