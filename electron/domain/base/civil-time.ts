import type { CivilTime, CivilDate } from '../../contract/base/values.ts';
/**
 * Civil dates and times of Vietnam as text. The offset has been +07:00 without summer time since 1975, so plain arithmetic on
 * whole days is right and no time-zone table is needed.
 */

export const msPerMinute = 60_000;
export const msPerHour = 3_600_000;
export const msPerDay = 86_400_000;
const offset = 7 * 60 * msPerMinute;

const instantShape = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d)$/;

/** Offsets run from -12:00 to +14:00. */
const zoneShape = /^(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/** A moment as Vietnam's clocks show it: the day, as whole days since 1970-01-01, and milliseconds since its midnight. */
export type Moment = { readonly day: number; readonly msOfDay: number };

/** Reads an ISO 8601 instant with any offset; undefined when it is not one, or names a date that does not exist. */
export function findMoment(iso: string): Moment | undefined {
  const parts = instantShape.exec(iso);
  if (parts === null) return undefined;
  const [, year, month, date, hour, minute, second = '0', fraction = '0', zone] = parts as unknown as string[];
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(date));
  const exists = dateOfDay(midnight / msPerDay) === `${year}-${month}-${date}`;
  if (!exists || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  if (!zoneShape.test(zone ?? '')) return undefined;
  const time =
    ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Math.floor(Number(`0.${fraction}`) * 1000);
  return momentOf(midnight + time - zoneMs(zone ?? 'Z') + offset);
}

function momentOf(local: number): Moment {
  const day = Math.floor(local / msPerDay);
  return { day, msOfDay: local - day * msPerDay };
}

/** As `findMoment`; throws on text that is not an instant, which the contract has refused before. */
export function getMoment(iso: string): Moment {
  const moment = findMoment(iso);
  if (moment === undefined) throw new RangeError(`not an instant: ${iso.slice(0, 40)}`);
  return moment;
}

function zoneMs(zone: string): number {
  // Nearly every instant was written here, and is read without taking its zone to pieces.
  if (zone === '+07:00') return offset;
  if (zone === 'Z') return 0;
  const [hours, minutes] = zone.slice(1).split(':').map(Number) as [number, number];
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * msPerMinute;
}

/** Whole seconds since 1970 of an instant. */
export function secondsOf(iso: string): number {
  return Math.floor(Date.parse(iso) / 1000);
}

/** The civil time of milliseconds since 1970, cut to whole seconds. */
export function toCivilTime(epochMs: number): CivilTime {
  const { day, msOfDay } = momentOf(epochMs + offset);
  return civilTime(day, msOfDay);
}

/** A day and the milliseconds since its midnight, less than a day, as civil time cut to whole seconds. */
export function civilTime(day: number, msOfDay: number): CivilTime {
  const seconds = Math.floor(msOfDay / 1000);
  return `${dateOfDay(day)}T${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}+07:00`;
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** The first moment of a day. */
export function startOfDay(date: CivilDate): CivilTime {
  return `${date}T00:00:00+07:00`;
}

/** The last second of a day. */
export function endOfDay(date: CivilDate): CivilTime {
  return `${date}T23:59:59+07:00`;
}

/** Any instant as civil time. Throws on text that is not an instant. */
export function civilOfInstant(instant: string): CivilTime {
  const { day, msOfDay } = getMoment(instant);
  return civilTime(day, msOfDay);
}

/** Dates already written, and read: an office asks for the same few hundred days over and over. */
const written = new Map<number, CivilDate>();

export function dateOfDay(day: number): CivilDate {
  const known = written.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * msPerDay).toISOString().slice(0, 10);
  if (written.size < 20_000) written.set(day, date);
  return date;
}

const read = new Map<CivilDate, number>();

/** Whole days since 1970-01-01 of a date. */
export function dayOfDate(date: CivilDate): number {
  const known = read.get(date);
  if (known !== undefined) return known;
  const day = Math.floor(Date.parse(`${date}T00:00:00Z`) / msPerDay);
  if (read.size < 20_000) read.set(date, day);
  return day;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfDay(dayOfDate(date) + days);
}

/** 1 is Monday, 7 is Sunday. 1970-01-01 was a Thursday. */
export function weekdayOfDay(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Dates and moments as they are read in Vietnam. The digits of a civil time are Vietnam's own, so they are only put in order. */

/** `2026-11-25…` as `25/11/2026`; also the partial dates of cards: `1990-03` as `03/1990`, `1990` as it is. */
export function dateText(civil: string): string {
  return civil.slice(0, 10).split('-').toReversed().join('/');
}

/** `14:05 23/11/2026` of a civil time. */
export function timeDateText(civil: string): string {
  return `${civil.slice(11, 16)} ${dateText(civil)}`;
}
