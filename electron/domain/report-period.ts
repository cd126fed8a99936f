import { type CivilDate, addDays, dayOfDate, weekdayOfDay } from './civil-time.ts';

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
 * The month of the reports: from the 15th of one month to the 14th of the next, which it is named after (NĐ 09/2019 Điều 12, rules 7.1).
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
