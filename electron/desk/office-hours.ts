import type { OfficeSettings } from '../contract/office/office.ts';
import { DEFAULT_HOURS, type OfficeHours } from '../domain/deadline/work-calendar.ts';

/** The hours in which working hours run: the office's own, or those assumed until it is set up. */
export function officeHours(office: OfficeSettings | undefined): readonly OfficeHours[] {
  return office === undefined
    ? DEFAULT_HOURS
    : office.hours.map(({ start, end }) => ({ start: minutes(start), end: minutes(end) }));
}

function minutes(text: string): number {
  const [hour, minute] = text.split(':').map(Number) as [number, number];
  return hour * 60 + minute;
}
