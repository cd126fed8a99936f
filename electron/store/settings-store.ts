import type { OfficeSettings } from '../contract/office/office.ts';
import type { Term } from '../contract/values.ts';
import type { LegDefinition } from '../domain/entries/case.ts';
import type { Db } from './open.ts';
import { preparedValue } from './prepared.ts';

function findSetting(db: Db, name: string): unknown {
  const value = preparedValue(db, 'SELECT value FROM setting WHERE name = ?').get(name) as string | undefined;
  return value === undefined ? undefined : JSON.parse(value);
}

/** The office this file belongs to; undefined until it is set up. */
export function findOffice(db: Db): OfficeSettings | undefined {
  return findSetting(db, 'office') as OfficeSettings | undefined;
}

export function isPractice(db: Db): boolean {
  return findSetting(db, 'practice') === true;
}

export function findCatalogueVersion(db: Db): string | undefined {
  return findSetting(db, 'catalogue') as string | undefined;
}

/** The hash of the list of days that promises are counted by; undefined where the office was set up before it was noted. */
export function findCalendarHash(db: Db): string | undefined {
  return findSetting(db, 'calendar') as string | undefined;
}

/** The entry from which promises are counted as they are today: another list of days or other hours began with it. 0 without one. */
export function countedAnewFrom(db: Db): number {
  return (findSetting(db, 'countedAnewFrom') as number | undefined) ?? 0;
}

/** When a supervisor last confirmed the clock, in milliseconds; null when nobody ever had to. */
export function clockConfirmedAt(db: Db): number | null {
  const at = findSetting(db, 'clockConfirmedAt');
  return typeof at === 'string' ? Date.parse(at) : null;
}

export type TermOverride = { readonly term: Term; readonly rule: 'after-15h' | null };

/** The legs that a supervisor set, by procedure code. */
export function legOverrides(db: Db): ReadonlyMap<string, readonly LegDefinition[]> {
  const rows = db.prepare('SELECT code, legs FROM leg_override').all() as { code: string; legs: string }[];
  return new Map(rows.map((row) => [row.code, JSON.parse(row.legs) as readonly LegDefinition[]]));
}

/** Time limits that a supervisor set where the catalogue has none, by procedure code. */
export function termOverrides(db: Db): ReadonlyMap<string, TermOverride> {
  const rows = db.prepare('SELECT code, term FROM term_override').all() as { code: string; term: string }[];
  return new Map(rows.map((row) => [row.code, JSON.parse(row.term) as TermOverride]));
}
