import path from 'node:path';
import { dayOfDate } from '../../../electron/domain/base/civil-time.ts';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { readCatalogue } from '../../../electron/desk/catalogue/files.ts';
import type { OpeningHours } from '../../../electron/contract/common/office/hours.ts';
import {
  DEFAULT_HOURS,
  type WorkCalendar,
  isWorkingDay,
  makeCalendar,
} from '../../../electron/domain/deadline/work-calendar.ts';

const catalogue = readCatalogue(path.resolve(import.meta.dirname, '../../../resources/data'));
if (isFault(catalogue)) throw new Error(`the shipped lists are broken: ${JSON.stringify(catalogue.data)}`);

/** The calendar that ships, with the usual hours 07:30–11:30 and 13:00–17:00. */
const { days } = catalogue;
export const calendar = makeCalendar(days);

/** The same with hours that an office set over the usual ones. */
export function calendarWith(hours: OpeningHours): WorkCalendar {
  return makeCalendar(days, DEFAULT_HOURS, hours);
}

export function isWorkingDate(on: WorkCalendar, date: string): boolean {
  return isWorkingDay(on, dayOfDate(date));
}
