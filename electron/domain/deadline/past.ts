import type { Term } from '../../contract/base/values.ts';
import { dayOfDate } from '../base/civil-time.ts';

/** The day of a result against the promised day: negative is before, 0 the same day, positive after. Null without a promise. */
export type DaysPast = number | null;

/**
 * The border between early, on time and late is drawn by days, for the register and for Mẫu 06 alike: practice compares the date
 * of the result with the date promised. The index says NgayKetThucXuLy ≤ NgayHenTra (QĐ 766), two dates as well: a term in days ends
 * with its last day (BLDS Điều 148 k6), so what is done on the promised day is done in time. A term in hours ends at its hour
 * (BLDS Điều 147 k1): done later that day is late. Both moments are civil.
 */
export function daysPast(end: string, dueAt: string | null, term?: Pick<Term, 'unit'>): DaysPast {
  if (dueAt === null) return null;
  const days = dayOfDate(end.slice(0, 10)) - dayOfDate(dueAt.slice(0, 10));
  return days === 0 && term !== undefined && endsAtItsHour(term) && end > dueAt ? 1 : days;
}

export function endsAtItsHour({ unit }: Pick<Term, 'unit'>): boolean {
  return unit === 'hour' || unit === 'working-hour';
}

/** The last moment of a promise as the exchange takes it (NgayHenTra): its hour, or the end of its day (BLDS Điều 148 k6). */
export function promiseForExchange(dueAt: string, term: Pick<Term, 'unit'>): string {
  return endsAtItsHour(term) ? dueAt : `${dueAt.slice(0, 10)}T23:59:59+07:00`;
}

/** Below this nobody asks, however short the term. */
const leastFar = 45;

/** Whether a day that was typed lies so many days further than the term is long that another month or year is likelier meant. */
export function isFar(daysAhead: number, termDays: number): boolean {
  return daysAhead > Math.max(leastFar, termDays * 2);
}
