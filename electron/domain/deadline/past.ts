import { type Fault, isFault } from '../../contract/base/fault.ts';
import type { CivilTime, Term } from '../../contract/base/values.ts';
import { civilTime, dayOfDate, endOfDay } from '../base/civil-time.ts';
import { type DeadlineQuestion, explainDeadline } from './deadline.ts';
import { type WorkCalendar, closingOn, isOpenDay } from './work-calendar.ts';

/** The day of a result against the promised day: negative is before, 0 the same day, positive after. Null without a promise. */
export type DaysPast = number | null;

/**
 * The border between early, on time and late is drawn by days, for the register and for Mẫu 06 alike: practice compares the date
 * of the result with the date promised. The index says NgayKetThucXuLy ≤ NgayHenTra (QĐ 766), two dates as well: a term in days ends
 * with its last day (BLDS Điều 148 k6), so what is done on the promised day is done in time. A term in hours, and a file whose day and hour were agreed in writing,
 * ends at its hour (BLDS Điều 147 k1): done later that day is late. Both moments are civil.
 */
export function daysPast(end: string, dueAt: string | null, promised?: Promised): DaysPast {
  if (dueAt === null) return null;
  const days = dayOfDate(end.slice(0, 10)) - dayOfDate(dueAt.slice(0, 10));
  return days === 0 && promised !== undefined && endsAtItsHour(promised) && end > dueAt ? 1 : days;
}

/** What decides whether a promise ends with its day or at its hour: how long it runs, and whether its moment was agreed in writing (NĐ 23/2015 Điều 21, 33, 37). */
export type Promised = {
  readonly term: Pick<Term, 'unit'>;
  readonly termCase?: { readonly agreed?: boolean | undefined } | undefined;
};

export function endsAtItsHour({ term, termCase }: Promised): boolean {
  return isInHours(term) || termCase?.agreed === true;
}

export function isInHours({ unit }: Pick<Term, 'unit'>): boolean {
  return unit === 'hour' || unit === 'working-hour';
}

/** The last moment of a promise as the exchange takes it (NgayHenTra): its hour, or the end of its day (BLDS Điều 148 k6). */
export function promiseForExchange(dueAt: string, promised: Promised): string {
  return endsAtItsHour(promised) ? dueAt : endOfDay(dueAt.slice(0, 10));
}

/** Below this nobody asks, however short the term. */
const leastFar = 45;

/** Whether a day that was typed lies so many days further than the term is long that another month or year is likelier meant. */
export function isFar(daysAhead: number, termDays: number): boolean {
  return daysAhead > Math.max(leastFar, termDays * 2);
}

/**
 * The last day that a term has by the law: what a citizen has time for, and what is only too late after it. A day on which the office is
 * closed by its own doing is a working day all the same (BLDS Điều 148 k5 moves the end for weekly days off and holidays only), and it is
 * never cut to the session before it as a promise is.
 */
export function lastDayByLaw(question: DeadlineQuestion, calendar: WorkCalendar): CivilTime | Fault<'calendar-ends'> {
  const answer = explainDeadline(question, { ...calendar, weeks: [], specialDays: new Map() });
  if (isFault(answer)) return answer;
  const day = dayOfDate(answer.dueDate);
  return isOpenDay(calendar, day) ? civilTime(day, closingOn(calendar, day)) : answer.dueAt;
}
