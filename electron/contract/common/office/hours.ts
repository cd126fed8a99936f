import { z } from 'zod';
import { read, write } from '../../base/call.ts';
import { turnFaults } from '../../base/turn-faults.ts';
import { CivilDate, why } from '../../base/values.ts';

export const Minutes = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** DaySessions that end after they begin and begin after the one before: working hours are counted through them. */
export function areSessions(hours: readonly { readonly start: string; readonly end: string }[]): boolean {
  return hours.every(({ start, end }, at) => start < end && (at === 0 || start >= (hours[at - 1]?.end ?? '')));
}

/** The sessions of one day, in order; none where the office is closed. */
export const DaySessions = z
  .array(z.strictObject({ start: Minutes, end: Minutes }))
  .max(4)
  .refine(areSessions, 'hours-overlap');
export type DaySessions = z.infer<typeof DaySessions>;

export const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type WeekdayName = (typeof weekdayNames)[number];

const Week = z.strictObject({
  mon: DaySessions,
  tue: DaySessions,
  wed: DaySessions,
  thu: DaySessions,
  fri: DaySessions,
  sat: DaySessions,
  sun: DaySessions,
});

/** What an office opens from a day on. A session on a Saturday makes it no working day: terms of law do not count it. */
export const WeekHours = z.strictObject({
  from: CivilDate,
  week: Week.refine((week) => Object.values(week).some((sessions) => sessions.length > 0), 'hours-empty'),
  /** When what is due the same day is due, if it came in such a session: then, or on the next working day. */
  sameDayOnDayOff: z.enum(['that-day', 'next-working-day']),
  /** The document or the reason behind it; it is said where it decides a date. */
  ground: why(300),
});
export type WeekHours = z.infer<typeof WeekHours>;

/** One day that is otherwise: half of it, none of it, or open on a day off. */
export const DayHours = z.strictObject({ date: CivilDate, sessions: DaySessions, ground: why(300) });
export type DayHours = z.infer<typeof DayHours>;

export const OpeningHours = z.object({
  /** By the day they begin; the sessions of the settings hold on working days before the first. */
  weeks: z.array(WeekHours),
  days: z.array(DayHours),
});
export type OpeningHours = z.infer<typeof OpeningHours>;

const HoursView = OpeningHours.extend({
  /** The sessions of the settings. */
  base: DaySessions,
  today: CivilDate,
});
export type HoursView = z.infer<typeof HoursView>;

export const hoursCalls = {
  hours: read('staff').input(z.strictObject({})).output(HoursView),
  /** The hours of the week from a day on. Kept promises stay; a later one of the same day takes its place. */
  setWeek: write('supervisor', ['hours-past', ...turnFaults])
    .input(WeekHours)
    .output(HoursView),
  /** The hours of one day; `sessions` null takes back what was set for it. */
  setDay: write('supervisor', ['hours-past', ...turnFaults])
    .input(z.strictObject({ date: CivilDate, sessions: DaySessions.nullable(), ground: why(300) }))
    .output(HoursView),
};
