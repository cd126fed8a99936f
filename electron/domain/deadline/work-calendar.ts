import type { CivilTime } from '../../contract/base/values.ts';
import type { CalendarDay } from '../../contract/catalogue/lists.ts';
import { type OpeningHours, type WeekHours, weekdayNames } from '../../contract/common/office/hours.ts';
import { type Fault, fault } from '../../contract/base/fault.ts';
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
  /** Sessions of an ordinary working day, in order: what a working day is worth in hours. */
  readonly sessions: readonly OfficeSession[];
  readonly opening: number;
  readonly closing: number;
  /** Hours that were set from a day on, the newest first. */
  readonly weeks: readonly WeekFrom[];
  readonly specialDays: ReadonlyMap<number, SpecialDay>;
};

/** In milliseconds since midnight. */
export type OfficeSession = { readonly start: number; readonly end: number };

type WeekFrom = {
  readonly from: number;
  /** Monday first. */
  readonly days: readonly (readonly OfficeSession[])[];
  readonly sameDayOnDayOff: WeekHours['sameDayOnDayOff'];
  readonly ground: string;
};

type SpecialDay = { readonly sessions: readonly OfficeSession[]; readonly ground: string };

/**
 * A calendar from the dated list. It covers whole years from the first one listed, up to the first year that has no day in the
 * list: a year without holidays is a year nobody entered. An empty list covers nothing.
 */
export function makeCalendar(
  days: readonly CalendarDay[],
  hours: readonly OfficeHours[] = DEFAULT_HOURS,
  { weeks, days: special }: OpeningHours = { weeks: [], days: [] },
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
    weeks: weeks.map(weekFrom).toSorted((a, b) => b.from - a.from),
    specialDays: new Map(
      special.map(({ date, sessions: own, ground }) => [dayOfDate(date), { sessions: own.map(sessionOf), ground }]),
    ),
  };
}

function weekFrom({ from, week, sameDayOnDayOff, ground }: WeekHours): WeekFrom {
  const days = weekdayNames.map((name) => week[name].map(sessionOf));
  return { from: dayOfDate(from), days, sameDayOnDayOff, ground };
}

function sessionOf({ start, end }: { readonly start: string; readonly end: string }): OfficeSession {
  return { start: msOf(start), end: msOf(end) };
}

function msOf(text: string): number {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return (hour * 60 + minute) * msPerMinute;
}

function weekOn({ weeks }: WorkCalendar, day: number): WeekFrom | undefined {
  return weeks.find(({ from }) => from <= day);
}

/**
 * When the office is open on a day; none where it is closed. A holiday is closed unless the day was set itself, and a make-up day is
 * worked like the weekday it stands for.
 */
export function sessionsOn(calendar: WorkCalendar, day: number): readonly OfficeSession[] {
  const special = calendar.specialDays.get(day);
  if (special !== undefined) return special.sessions;
  const week = weekOn(calendar, day);
  if (calendar.makeUpDays.has(day)) return week?.days.find((sessions) => sessions.length > 0) ?? calendar.sessions;
  if (calendar.daysOff.has(day)) return [];
  const weekday = weekdayOfDay(day);
  if (week === undefined) return weekday <= 5 ? calendar.sessions : [];
  return week.days[weekday - 1] ?? [];
}

export function isOpenDay(calendar: WorkCalendar, day: number): boolean {
  return sessionsOn(calendar, day).length > 0;
}

/** When the office opens and closes on a day, by its sessions; those of an ordinary day where it is closed. */
export function openingOn(calendar: WorkCalendar, day: number): number {
  return sessionsOn(calendar, day)[0]?.start ?? calendar.opening;
}

export function closingOn(calendar: WorkCalendar, day: number): number {
  return sessionsOn(calendar, day).at(-1)?.end ?? calendar.closing;
}

/** The document or the reason why a day is open as it is; undefined for an ordinary day. */
export function groundOn(calendar: WorkCalendar, day: number): string | undefined {
  return calendar.specialDays.get(day)?.ground ?? weekOn(calendar, day)?.ground;
}

/** When what is due the same day is due, where it came on a day off on which the office is open. */
export function sameDayOnDayOff(calendar: WorkCalendar, day: number): WeekHours['sameDayOnDayOff'] {
  return weekOn(calendar, day)?.sameDayOnDayOff ?? 'next-working-day';
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

/** Whether somebody is at the counter, the minute of closing included. Nobody is on a day the calendar does not know. */
export function isOfficeOpen(calendar: WorkCalendar, at: CivilTime): boolean {
  const { day, msOfDay } = getMoment(at);
  if (calendarFault(calendar, day) !== null) return false;
  return sessionsOn(calendar, day).some(({ start, end }) => start <= msOfDay && msOfDay <= end);
}

/** The fault for a day the calendar does not know; null for one it knows. Nobody guesses a holiday. */
export function calendarFault(calendar: WorkCalendar, day: number): Fault<'calendar-ends'> | null {
  if (day >= calendar.firstDay && day <= calendar.lastDay) return null;
  const { firstDay, lastDay } = calendar;
  return fault('calendar-ends', { from: dateOfDay(firstDay), to: dateOfDay(lastDay), needed: dateOfDay(day) });
}

/** The first day after `day` on which the office is open, working day or not, or a fault when the calendar ends before it. */
export function nextOpenDay(calendar: WorkCalendar, day: number): number | Fault<'calendar-ends'> {
  for (let next = day + 1; ; next += 1) {
    const ended = calendarFault(calendar, next);
    if (ended !== null) return ended;
    if (isOpenDay(calendar, next)) return next;
  }
}

/** The first working day after `day`, or a fault when the calendar ends before it. */
export function nextWorkingDay(calendar: WorkCalendar, day: number): number | Fault<'calendar-ends'> {
  for (let next = day + 1; ; next += 1) {
    const ended = calendarFault(calendar, next);
    if (ended !== null) return ended;
    if (isWorkingDay(calendar, next)) return next;
  }
}
