import { type Fault, isFault } from '../../../contract/base/fault.ts';
import type { Role } from '../../../contract/common/office/office.ts';
import type { SupplementRule } from '../../../contract/catalogue/lists.ts';
import type { CivilTime, Term } from '../../../contract/base/values.ts';
import type { Refusal } from '../../base/refusal.ts';
import { lastDayByLaw } from '../../deadline/past.ts';
import { termText } from '../../deadline/explanation.ts';
import type { WorkCalendar } from '../../deadline/work-calendar.ts';

/** The one rule of asking for papers: the same for a file that is not received yet and for a case. */

/**
 * What cannot be taken back from a citizen is decided before it is asked, in the evening too: to ask of one's own accord beyond what the
 * law gives is what staff may not do (Điều 5 k1 đ), so nothing here is done alone and countersigned later, as a void receipt is.
 */
const notAlone = {
  vi: 'trước khi yêu cầu, không tự ý yêu cầu rồi xin duyệt sau (điểm đ khoản 1 Điều 5)',
  en: 'before it is made; nobody asks alone and has it approved later (Điều 5 k1 đ)',
};

const second: Refusal = {
  key: 'second-supplement',
  vi: 'Chỉ được yêu cầu bổ sung một lần; lần thứ hai cần lãnh đạo quyết định và nêu lý do.',
  en: 'A supplement is asked for once; a second request needs a supervisor and a reason.',
};

function late(window: Term): Refusal {
  return {
    key: 'supplement-late',
    vi: `Đã quá ${termText(window, 'vi')} kể từ khi tiếp nhận; cần lãnh đạo quyết định và nêu lý do ${notAlone.vi}.`,
    en: `More than ${termText(window, 'en')} have passed since acceptance; the request needs a supervisor and a reason ${notAlone.en}.`,
  };
}

/** What NĐ 118/2025 Điều 19 k5 gives where the law of the field says nothing else. */
const threeWorkingDays: Term = { value: 3, unit: 'working-day' };
const fifteenDays: Term = { value: 15, unit: 'day' };

/** How papers are asked for, by the law of the field; null or left out: by Điều 19 k5. */
type OfField = SupplementRule | null | undefined;

/** How long the citizen has. */
export function supplementTerm(rule: OfField): Term {
  return rule === null || rule === undefined ? fifteenDays : { value: rule.days, unit: rule.unit };
}

/** The rule of a case: for one of the procedure's limits the law may leave the office another time to ask (NĐ 217/2026 Điều 54 k2: a house). */
export function supplementRuleFor(rule: SupplementRule | null, termCase: string | undefined): SupplementRule | null {
  const own = rule?.askWithinOf?.find((one) => one.termCase === termCase);
  return rule === null || own === undefined ? rule : { ...rule, askWithin: { days: own.days, unit: own.unit } };
}

function askingTerm(rule: OfField): Term {
  const within = rule?.askWithin;
  return within === undefined ? threeWorkingDays : { value: within.days, unit: within.unit };
}

/** How the journal writes that the desk closed a case whose papers never came (NĐ 118/2025 Điều 19 k5). */
export const unsupplemented = 'unsupplemented';

/**
 * Why a case was stopped, as screens, papers and the register say it: never by the code of the journal. With the rule of its field the
 * time is named that the citizen had.
 */
export function stopReasonText(reason: string, language: 'vi' | 'en', rule?: OfField): string {
  if (reason !== unsupplemented) return reason;
  if (rule === undefined) return language === 'vi' ? 'quá hạn bổ sung hồ sơ' : 'papers not completed in time';
  const term = termText(supplementTerm(rule), language);
  return language === 'vi' ? `quá ${term} không bổ sung` : `not completed in ${term}`;
}

type SupplementQuestion = {
  /** How often papers were asked for already. */
  readonly asked: number;
  readonly role: Role;
  /** What the request says for an exception; null where the question is only whether one could be made at all. */
  readonly request: { readonly override?: string | undefined } | null;
  /** Of a case, the acceptance that its window begins with; left out before reception, where no such window runs. */
  readonly rule?: OfField;
  readonly window?: { readonly acceptedAt: CivilTime; readonly now: CivilTime; readonly calendar: WorkCalendar };
};

/**
 * Asked once and in full (NĐ 118/2025 Điều 11 k2c, Điều 16 k3), of a case within three working days of its acceptance (Điều 19 k5).
 * Beyond either a supervisor decides and says why: our reading, the decree names no exception. A law of the field may say otherwise
 * («trừ trường hợp pháp luật chuyên ngành có quy định khác», Điều 19 k5), as NĐ 217/2026 Điều 54 k2 does for building permits.
 */
export function supplementRefusal({ asked, role, request, window, rule }: SupplementQuestion): Refusal | null {
  if (role === 'supervisor' && (request === null || request.override !== undefined)) return null;
  const times = rule === null || rule === undefined ? 1 : rule.times;
  if (times !== null && asked >= times) return second;
  if (window === undefined) return null;
  const { acceptedAt, now, calendar } = window;
  const term = askingTerm(rule);
  const limit = lastDayByLaw({ term, acceptedAt }, calendar);
  return !isFault(limit) && isDayOver(limit, now) ? late(term) : null;
}

/**
 * The last moment for the papers a citizen was asked for: fifteen days, calendar days, the last one by BLDS Điều 148 and
 * whole even where the office is closed on it. After it the clerk closes the file (Điều 19 k5).
 */
export function supplementUntil(
  askedAt: CivilTime,
  calendar: WorkCalendar,
  rule?: OfField,
): CivilTime | Fault<'calendar-ends'> {
  return lastDayByLaw({ term: supplementTerm(rule), acceptedAt: askedAt }, calendar);
}

/** Whether those fifteen days are over; where the calendar ends before them nobody can say so. */
export function isSupplementOver(askedAt: CivilTime, now: CivilTime, calendar: WorkCalendar, rule?: OfField): boolean {
  const until = supplementUntil(askedAt, calendar, rule);
  return !isFault(until) && isDayOver(until, now);
}

/** The last day of a term ends at midnight (BLDS Điều 148 k6), not when the office closes: what the law gives is not cut short. */
function isDayOver(last: CivilTime, now: CivilTime): boolean {
  return now.slice(0, 10) > last.slice(0, 10);
}
