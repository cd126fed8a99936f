import type { CivilTime, CivilDate } from '../../contract/values.ts';
import type { CalendarDay } from '../../contract/catalogue/lists.ts';
import { type Fault, fault } from '../../contract/fault.ts';
import { dateOfDay, dayOfDate, getMoment, msPerMinute, weekdayOfDay } from '../base/civil-time.ts';

/** One session of an office day, in minutes since midnight. */
export type OfficeHours = { readonly start: number; readonly end: number };

/** Hours of the city's offices as commonly reported; no document was found, so an office sets its own. */
export const DEFAULT_HOURS: readonly OfficeHours[] = [
  { start: 7 * 60 + 30, end: 11 * 60 + 30 },
  { start: 13 * 60, end: 17 * 60 },
];

/** A named day that is off although it is a weekday, or worked although it is a weekend. */
export type NamedDay = { readonly name: string; readonly verified: boolean };

export type WorkCalendar = {
  /** The first and the last day the calendar knows, as whole days since 1970. */
  readonly firstDay: number;
  readonly lastDay: number;
  readonly daysOff: ReadonlyMap<number, NamedDay>;
  readonly makeUpDays: ReadonlyMap<number, NamedDay>;
  /** Sessions of a working day, in order, in milliseconds since midnight. */
  readonly sessions: readonly { readonly start: number; readonly end: number }[];
  readonly opening: number;
  readonly closing: number;
};

/**
 * A calendar from the dated list. It covers whole years from the first one listed, up to the first year that has no day in the
 * list: a year without holidays is a year nobody entered. An empty list covers nothing.
 */
export function makeCalendar(
  days: readonly CalendarDay[],
  hours: readonly OfficeHours[] = DEFAULT_HOURS,
): WorkCalendar {
  const years = new Set(days.map(({ date }) => Number(date.slice(0, 4))));
  const firstYear = years.size === 0 ? 1970 : Math.min(...years);
  let endYear = firstYear;
  while (years.has(endYear)) endYear += 1;
  const sessions = [...hours]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ start: start * msPerMinute, end: end * msPerMinute }));
  return {
    firstDay: dayOfDate(`${firstYear}-01-01`),
    lastDay: dayOfDate(`${endYear}-01-01`) - 1,
    daysOff: named(days.filter(({ kind }) => kind !== 'swap-work')),
    makeUpDays: named(days.filter(({ kind }) => kind === 'swap-work')),
    sessions,
    opening: sessions[0]?.start ?? 0,
    closing: sessions.at(-1)?.end ?? 0,
  };
}

function named(days: readonly CalendarDay[]): ReadonlyMap<number, NamedDay> {
  return new Map(
    days.map(({ date, name, verification }) => [dayOfDate(date), { name, verified: verification === 'verified' }]),
  );
}

/** Whether the office works on a day. A make-up day wins over its weekend. A day outside the calendar is the caller's to refuse. */
export function isWorkingDay(calendar: WorkCalendar, day: number): boolean {
  if (calendar.makeUpDays.has(day)) return true;
  return weekdayOfDay(day) <= 5 && !calendar.daysOff.has(day);
}

export function isWorkingDate(calendar: WorkCalendar, date: CivilDate): boolean {
  return isWorkingDay(calendar, dayOfDate(date));
}

/** Whether somebody is at the counter, the minute of closing included. Nobody is on a day the calendar does not know. */
export function isOfficeOpen(calendar: WorkCalendar, at: CivilTime): boolean {
  const { day, msOfDay } = getMoment(at);
  if (calendarFault(calendar, day) !== null || !isWorkingDay(calendar, day)) return false;
  return calendar.sessions.some(({ start, end }) => start <= msOfDay && msOfDay <= end);
}

/** The fault for a day the calendar does not know; null for one it knows. Nobody guesses a holiday. */
export function calendarFault(calendar: WorkCalendar, day: number): Fault<'calendar-ends'> | null {
  if (day >= calendar.firstDay && day <= calendar.lastDay) return null;
  const { firstDay, lastDay } = calendar;
  return fault('calendar-ends', { from: dateOfDay(firstDay), to: dateOfDay(lastDay), needed: dateOfDay(day) });
}

/** The first working day after `day`, or a fault when the calendar ends before it. */
export function nextWorkingDay(calendar: WorkCalendar, day: number): number | Fault<'calendar-ends'> {
  for (let next = day + 1; ; next += 1) {
    const ended = calendarFault(calendar, next);
    if (ended !== null) return ended;
    if (isWorkingDay(calendar, next)) return next;
  }
}
