import type { OfficeSettings } from '../../contract/office/office.ts';
import type { Term } from '../../contract/values.ts';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import type { LegDefinition } from '../../domain/entries/case.ts';
import type { OfficeEvent } from '../../domain/entries/entry.ts';
import { civilOf } from '../file/codecs.ts';
import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/prepared.ts';
import { officeRow } from '../journal/subject.ts';

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
  const rows = prepared(db, 'SELECT code, legs FROM leg_override').all() as { code: string; legs: string }[];
  return new Map(rows.map((row) => [row.code, JSON.parse(row.legs) as readonly LegDefinition[]]));
}

/** Time limits that a supervisor set where the catalogue has none, by procedure code. */
export function termOverrides(db: Db): ReadonlyMap<string, TermOverride> {
  const rows = prepared(db, 'SELECT code, term FROM term_override').all() as { code: string; term: string }[];
  return new Map(rows.map((row) => [row.code, JSON.parse(row.term) as TermOverride]));
}

/** Settings and the terms that supervisors set, as the newest entries say; in the journal's own form, so that a rebuild gives the same text. */
export function officeProjection(db: Db): (event: OfficeEvent, seq: number) => void {
  const set = prepared(
    db,
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  const setTerm = prepared(
    db,
    'INSERT INTO term_override (code, term) VALUES (?, ?) ON CONFLICT DO UPDATE SET term = excluded.term',
  );
  const setLegs = prepared(
    db,
    'INSERT INTO leg_override (code, legs) VALUES (?, ?) ON CONFLICT DO UPDATE SET legs = excluded.legs',
  );
  const setProcess = prepared(
    db,
    'INSERT INTO process_override (code, steps) VALUES (?, ?) ON CONFLICT DO UPDATE SET steps = excluded.steps',
  );
  const office = preparedValue(db, "SELECT value FROM setting WHERE name = 'office'");
  return (event, seq) => {
    switch (event.type) {
      case 'office-set-up':
        set.run('practice', canonicalJson(event.practice));
        set.run('office', canonicalJson(event.settings));
        return;
      case 'settings-changed':
        if (hoursOf(office.get() as string | undefined) !== canonicalJson(event.settings.hours))
          set.run('countedAnewFrom', String(seq));
        set.run('office', canonicalJson(event.settings));
        return;
      case 'clock-confirmed':
        set.run('clockConfirmedAt', canonicalJson(event.at));
        return;
      case 'catalogue-adopted':
        set.run('catalogue', canonicalJson(event.version));
        return;
      case 'calendar-adopted':
        set.run('calendar', canonicalJson(event.sha256));
        set.run('countedAnewFrom', String(seq));
        return;
      case 'term-set':
        setTerm.run(event.code, canonicalJson({ term: event.term, rule: event.rule }));
        return;
      case 'legs-set':
        setLegs.run(event.code, canonicalJson(event.legs));
        return;
      case 'process-set':
        setProcess.run(event.code, canonicalJson(event.steps));
        return;
      // It stands in the journal alone.
      case 'register-exported':
    }
  };
}

function hoursOf(office: string | undefined): string | undefined {
  return office === undefined ? undefined : canonicalJson((JSON.parse(office) as OfficeSettings).hours);
}

/** The office's settings as they were when entry `seq` was written: papers are made again as they were first made. */
export function officeAt(db: Db, seq: number): OfficeSettings | undefined {
  const body = preparedValue(
    db,
    `SELECT body FROM journal WHERE subject_id = ${officeRow}
      AND type IN ('office-set-up', 'settings-changed') AND seq <= ? ORDER BY seq DESC LIMIT 1`,
  ).get(seq) as string | undefined;
  return body === undefined ? undefined : (JSON.parse(body) as { settings: OfficeSettings }).settings;
}

type Setting = { readonly at: number; readonly reason: string; readonly by: string | null };

/** Who last set something for a procedure, when (civil time) and why; undefined where nobody did. */
export function findLastSetting(
  db: Db,
  type: 'process-set' | 'legs-set',
  code: string,
): { readonly by: string; readonly at: string; readonly reason: string } | undefined {
  const found = prepared(
    db,
    `SELECT at, json_extract(body, '$.reason') AS reason, full_name AS by
      FROM journal LEFT JOIN account USING (account_id)
      WHERE subject_id = ${officeRow} AND type = ? AND json_extract(body, '$.code') = ?
      ORDER BY seq DESC LIMIT 1`,
  ).get(type, code) as Setting | undefined;
  return found === undefined ? undefined : { by: found.by ?? '', at: civilOf(found.at), reason: found.reason };
}
