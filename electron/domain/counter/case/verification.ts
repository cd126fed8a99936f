import type { Act } from '../../../contract/counter/case/act.ts';
import type { ProcedureTerm } from '../../../contract/catalogue/lists.ts';
import { type Fault, isFault } from '../../../contract/base/fault.ts';
import { timeDateText } from '../../base/civil-time.ts';
import type { Refusal } from '../../base/refusal.ts';
import { plainTerm } from '../../catalogue/procedure-terms.ts';
import { packSteps } from '../../deadline/steps.ts';
import { type DeadlineAnswer, explainDeadline } from '../../deadline/deadline.ts';
import { termText } from '../../deadline/explanation.ts';
import { afterPauses } from '../../deadline/pause.ts';
import type { WorkCalendar } from '../../deadline/work-calendar.ts';
import type { CaseAction, DeadlineStep } from '../../entries/case.ts';
import { promiseOfLegs } from '../../routing/legs.ts';
import type { ActContext } from './acts/act-row.ts';
import { dueOfStep } from './acts/hands.ts';
import type { CaseState } from './state.ts';

/**
 * Something has to be verified. The laws of the fields give a longer limit then (Luật Hộ tịch 2014 Điều 18 k2, 25 k2, 28 k2; NĐ 23/2015
 * Điều 21): the promise moves to it without Mẫu 04, since nothing is late and nobody apologises. It does so once, while the first promise runs.
 */
type Asked = Extract<Act, { type: 'verification-needed' }>;

const none: Refusal = {
  key: 'no-verification-term',
  vi: 'Thủ tục này không có thời hạn riêng khi phải xác minh; nếu không kịp thì xin lỗi và hẹn lại (Mẫu 04).',
  en: 'This procedure has no time limit of its own for verification; if it cannot be done in time, apologise with a new date (Mẫu 04).',
};

const used: Refusal = {
  key: 'verification-used',
  vi: 'Hồ sơ này đã chuyển sang thời hạn xác minh; chỉ chuyển một lần.',
  en: 'This case already goes by the limit for verification; that is done once.',
};

/** Chosen at the counter it is no move: nothing was moved, and nothing longer is left. */
const fromReception: Refusal = {
  key: 'verification-from-reception',
  vi: 'Hồ sơ được hẹn theo thời hạn xác minh ngay khi tiếp nhận; không còn thời hạn nào dài hơn để chuyển.',
  en: 'This case was promised by the limit for verification when it was received; there is no longer one to move to.',
};

const over: Refusal = {
  key: 'verification-late',
  vi: 'Đã qua thời điểm hẹn trả nên không chuyển sang thời hạn xác minh được; xin lỗi và hẹn lại (Mẫu 04).',
  en: 'The promised moment has passed, so the limit for verification cannot be taken; apologise with a new date (Mẫu 04).',
};

export function verificationRefusal(state: CaseState, context: ActContext, act: Asked | undefined): Refusal | null {
  const { verificationTerms: terms = [], now } = context;
  if (terms.length === 0) return none;
  if (state.verification !== null) return used;
  if (terms.some(({ key }) => key === state.received.termCase?.key)) return fromReception;
  if (state.dueAt === null || now > state.dueAt) return over;
  if (act === undefined) return null;
  const row = terms.find(({ key }) => key === act.termCase);
  if (row === undefined) return unknown(terms);
  const moved = countedBy(row, state, context);
  return isFault(moved) || moved === undefined || moved.dueAt > state.dueAt ? null : notLater(row, moved, state.dueAt);
}

function unknown(terms: readonly ProcedureTerm[]): Refusal {
  const known = terms.map(({ key, words }) => `${key} (${words})`).join(', ');
  return {
    key: 'verification-unknown',
    vi: `Không có thời hạn này vào ngày tiếp nhận. Chọn một trong: ${known}.`,
    en: `There is no such limit on the day of acceptance. Choose one of: ${known}.`,
  };
}

function notLater(row: ProcedureTerm, { dueAt }: DeadlineAnswer, before: string): Refusal {
  return {
    key: 'verification-not-later',
    vi: `${termText(row, 'vi')} đến ${timeDateText(dueAt)}, không muộn hơn lời hẹn đang có (${timeDateText(before)}).`,
    en: `${termText(row, 'en')} comes to ${timeDateText(dueAt)}, which is not later than the promise in force (${timeDateText(before)}).`,
  };
}

export function verificationNeeded(
  { termCase, reason }: Asked,
  state: CaseState,
  context: ActContext,
): CaseAction | Fault<'calendar-ends'> {
  const row = context.verificationTerms?.find(({ key }) => key === termCase);
  if (row === undefined) throw new Error('the guard knows the limit');
  const counted = countedBy(row, state, context);
  if (counted === undefined) throw new Error('a limit that was named comes to a date');
  if (isFault(counted)) return counted;
  const why: DeadlineStep = {
    rule: 'verification-needed',
    date: context.now.slice(0, 10),
    values: { words: row.words, reason, ...(row.article === '' ? {} : { article: row.article }) },
  };
  const steps = [...counted.steps.slice(0, -1), why, ...counted.steps.slice(-1)];
  return {
    type: 'verification-needed',
    termCase,
    reason,
    term: plainTerm(row),
    ...(row.rule === undefined ? {} : { rule: row.rule }),
    dueAt: counted.dueAt,
    steps: packSteps(steps),
    ...dueOfStep(state.stage?.index, context),
  };
}

/**
 * Counted from where the term that runs now was counted from: the acceptance, or the day the papers were completed. What did not count
 * since does not count of this limit either.
 */
function countedBy(
  row: ProcedureTerm,
  state: CaseState,
  { calendar }: ActContext,
): DeadlineAnswer | undefined | Fault<'calendar-ends'> {
  const counted = countedWhole(row, state, calendar);
  if (counted === undefined || isFault(counted)) return counted;
  const since = state.legs.length > 0 ? undefined : state.countedFrom;
  return afterPauses(counted, { term: plainTerm(row), since, pauses: state.pauses ?? [] }, calendar);
}

function countedWhole(
  row: ProcedureTerm,
  { received, countedFrom }: CaseState,
  calendar: WorkCalendar,
): DeadlineAnswer | undefined | Fault<'calendar-ends'> {
  const { rule } = row;
  const term = plainTerm(row);
  const legs = received.legs ?? [];
  if (legs.length === 0)
    return explainDeadline({ term, acceptedAt: countedFrom, ...(rule === undefined ? {} : { rule }) }, calendar);
  // The one agency that decides has the whole time; where several follow each other, each keeps its own.
  const ways = legs.length === 1 ? legs.map((leg) => ({ ...leg, term: null })) : legs;
  return promiseOfLegs({ legs: ways, whole: term, rule, acceptedAt: countedFrom }, calendar);
}
