import { type CaseStatus, isIn } from '../../../contract/base/case-status.ts';
import type { CivilTime } from '../../../contract/base/values.ts';
import { civilTime, dayOfDate, getMoment, msPerDay, msPerHour, secondsOf } from '../../base/civil-time.ts';
import { type WorkCalendar, isOpenDay, isWorkingDay } from '../../deadline/work-calendar.ts';

/** How near a promise is, nearest first. */
export const radarGroups = ['overdue', 'today', 'within-24h', 'within-48h', 'within-72h', 'later'] as const;
export type RadarGroup = (typeof radarGroups)[number];

/**
 * The last moment that belongs to each group but `later`; `overdue` ends just before its own. Civil times have one shape and one
 * offset, so they are in order as text.
 */
export type RadarBorders = Readonly<Record<Exclude<RadarGroup, 'later'>, CivilTime>>;

/**
 * Where the groups end, seen from `now`. Hours are hours of the clock on days on which the office is open: a closed day brings no promise nearer, so on
 * Friday at 16:00 what is due on Monday at 15:00 is 23 hours away. Days that the calendar does not know count by their weekday:
 * this orders a list and promises nothing.
 */
export function radarBorders(now: CivilTime, calendar: WorkCalendar): RadarBorders {
  return {
    overdue: now,
    today: civilTime(getMoment(now).day, msPerDay - 1000),
    'within-24h': officeHoursAfter(now, 24, calendar),
    'within-48h': officeHoursAfter(now, 48, calendar),
    'within-72h': officeHoursAfter(now, 72, calendar),
  };
}

/** What is due after one moment and until another, in seconds since 1970. */
export type DueRange = { readonly after: number; readonly until: number };

export const anyTime: DueRange = { after: 0, until: Number.MAX_SAFE_INTEGER };

/** The groups as instants. A promise is kept to its very second, so it is late only after it. */
export function radarRanges(now: CivilTime, calendar: WorkCalendar): Readonly<Record<RadarGroup, DueRange>> {
  const borders = radarBorders(now, calendar);
  const [overdue, ...ends] = radarGroups.slice(0, -1).map((group) => secondsOf(borders[group as keyof RadarBorders]));
  const until = [(overdue ?? 0) - 1, ...ends, anyTime.until];
  const ranges = radarGroups.map((group, at) => [group, { after: until[at - 1] ?? 0, until: until[at] ?? 0 }] as const);
  return Object.fromEntries(ranges) as Record<RadarGroup, DueRange>;
}

function officeHoursAfter(now: CivilTime, hours: number, calendar: WorkCalendar): CivilTime {
  let { day, msOfDay } = getMoment(now);
  let left = hours * msPerHour;
  for (;;) {
    const runs = isOpenDay(calendar, day) ? msPerDay - msOfDay : 0;
    if (runs > left) return civilTime(day, msOfDay + left);
    left -= runs;
    day += 1;
    msOfDay = 0;
  }
}

type Promised = { readonly status: CaseStatus; readonly dueAt: CivilTime | null; readonly extended: boolean };

/**
 * Whether the apology with its new date (Mẫu 04) has to leave today or never: it is sent at the latest one day before expiry, once
 * (NĐ 118/2025 Điều 19 k6), so on the last working day before the promised one.
 */
export function isApologyDue({ status, dueAt, extended }: Promised, now: CivilTime, calendar: WorkCalendar): boolean {
  if (!isIn(status, 'handled') || extended || dueAt === null) return false;
  return now.slice(0, 10) < dueAt.slice(0, 10) && dueAt <= apologyBorder(now, calendar);
}

/** The end of the next working day: of what is promised until then, an apology has to leave before. */
export function apologyBorder(now: CivilTime, calendar: WorkCalendar): CivilTime {
  let day = dayOfDate(now.slice(0, 10)) + 1;
  while (!isWorkingDay(calendar, day) || !isOpenDay(calendar, day)) day += 1;
  return civilTime(day, msPerDay - 1000);
}
