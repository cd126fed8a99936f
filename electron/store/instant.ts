import { toCivilTime } from '../domain/base/civil-time.ts';

/** Whole seconds since 1970 of an ISO 8601 instant. */
export function secondsOf(iso: string): number {
  return Math.floor(Date.parse(iso) / 1000);
}

/** The civil time, +07:00, of whole seconds since 1970. */
export function civilOf(seconds: number): string {
  return toCivilTime(seconds * 1000);
}

/** The year in Vietnam of seconds since 1970. */
export function yearOf(seconds: number): number {
  return Number(civilOf(seconds).slice(0, 4));
}

export function civilOrNull(seconds: number | null): string | null {
  return seconds === null ? null : civilOf(seconds);
}

export function secondsOrNull(iso: string | null): number | null {
  return iso === null ? null : secondsOf(iso);
}
