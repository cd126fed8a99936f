import type { OpeningHours } from '../../../contract/common/office/hours.ts';
import type { OfficeSettings } from '../../../contract/common/office/office.ts';
import type { DeadlineRule, Term } from '../../../contract/base/values.ts';
import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import type { LegDefinition } from '../../../domain/entries/case.ts';
import type { OfficeEvent } from '../../../domain/entries/entry.ts';
import { recoveryKeyAsSecond } from '../../../domain/entries/signed.ts';
import { civilOf } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { hasOtherDesks, isOfOther, knownTo } from '../../journal/order.ts';
import { byOwnDeskIn, ofThisOffice, officeRow } from '../../journal/subject.ts';
import { officeEvents, ofThisOfficeOrAll, withShared } from './everywhere.ts';
import { spendNumbers } from './spent.ts';
import { appliedAfter, isOfDays, listsAfter, listsIn, publishersAfter } from './standing-lists.ts';

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

/** The day an adopted catalogue said it is of; undefined where it was named by that day. */
export function findCatalogueDay(db: Db, version: string): string | undefined {
  const day = preparedValue(
    db,
    `SELECT json_extract(body, '$.dated') FROM journal WHERE ${ofThisOffice} AND type IN ('catalogue-adopted', 'procedure-adopted')
      AND json_extract(body, '$.version') = ? ORDER BY seq DESC LIMIT 1`,
  ).get(version) as string | null | undefined;
  return day ?? undefined;
}

/** The hash of the list of days that promises are counted by; undefined where the office was set up before it was noted. */
export function findCalendarHash(db: Db): string | undefined {
  return findSetting(db, 'calendar') as string | undefined;
}

/** The entry from which promises are counted as they are today: another list of days or other hours began with it. 0 without one. */
export function countedAnewFrom(db: Db): number {
  return (findSetting(db, 'countedAnewFrom') as number | undefined) ?? 0;
}

type TypedProcedure = { readonly name: string; readonly field: string; readonly day: string };

/** What was typed at the counter because no list had it, by its code: the newest words of each. */
export function typedProcedures(db: Db): Readonly<Record<string, TypedProcedure>> {
  return (findSetting(db, 'typedProcedures') as Record<string, TypedProcedure> | undefined) ?? {};
}

/** What was set over the hours of the settings. */
export function findOpeningHours(db: Db): OpeningHours {
  return (findSetting(db, 'openingHours') as OpeningHours | undefined) ?? { weeks: [], days: [] };
}

/** Whether two people have signed in who may stand for each other: from then on neither does alone what is not one person's. */
export function areTwoPersonsAsked(db: Db): boolean {
  return findSetting(db, 'twoPersons') === true;
}

/** The day from which who keeps the office signs in with a code of a phone too; null where nobody has to. */
export function findFactorDay(db: Db): string | null {
  return (findSetting(db, 'factorDay') as string | null | undefined) ?? null;
}

/** When a supervisor last confirmed the clock, in milliseconds; null when nobody ever had to. */
export function clockConfirmedAt(db: Db): number | null {
  const at = findSetting(db, 'clockConfirmedAt');
  return typeof at === 'string' ? Date.parse(at) : null;
}

export type TermOverride = { readonly term: Term; readonly rule: DeadlineRule | null };

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

type KeyOnPaper = {
  readonly keyId: string;
  /** Seconds since 1970. */
  readonly madeAt: number;
  /** Whether somebody opened the register with it: who held it may have read it out. */
  readonly isUsed: boolean;
  /** Seconds since 1970; null where nobody has tried it since it was made. */
  readonly testedAt: number | null;
};

/** The key on paper that opens this register; undefined where none was made. */
export function findRecoveryKey(db: Db): KeyOnPaper | undefined {
  const row = prepared(
    db,
    `SELECT json_extract(made.body, '$.keyId') AS keyId, made.at AS madeAt,
        EXISTS (SELECT 1 FROM journal used WHERE used.subject_id = made.subject_id AND used.seq > made.seq
          AND ${byOwnDeskIn('used')}
          AND (used.type IN ('recovery-key-used', 'recovery-key-stood') OR (used.type = 'restored'
            AND EXISTS (SELECT 1 FROM json_each(used.body, '$.persons') WHERE value = '${recoveryKeyAsSecond}')))) AS used,
        (SELECT max(tested.at) FROM journal tested WHERE tested.subject_id = made.subject_id AND tested.seq > made.seq
          AND ${byOwnDeskIn('tested')} AND tested.type = 'recovery-key-tested'
          AND json_extract(tested.body, '$.keyId') = json_extract(made.body, '$.keyId')) AS testedAt
      FROM journal made WHERE ${ofThisOffice} AND type = 'recovery-key-made' ORDER BY seq DESC LIMIT 1`,
  ).get() as { keyId: string; madeAt: number; used: number; testedAt: number | null } | undefined;
  return row && { keyId: row.keyId, madeAt: row.madeAt, isUsed: row.used === 1, testedAt: row.testedAt };
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
  const hours = preparedValue(db, "SELECT value FROM setting WHERE name = 'openingHours'");
  const typedHere = preparedValue(db, "SELECT value FROM setting WHERE name = 'typedProcedures'");
  const listsHere = preparedValue(db, "SELECT value FROM setting WHERE name = 'catalogueLists'");
  const publishersHere = preparedValue(db, "SELECT value FROM setting WHERE name = 'publishers'");
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
        if (event.pack !== undefined)
          set.run('catalogueLists', canonicalJson(appliedAfter(listsIn(listsHere.get()), event.pack)));
        return;
      case 'clock-confirmed':
        set.run('clockConfirmedAt', canonicalJson(event.at));
        return;
      case 'catalogue-adopted':
        set.run('catalogue', canonicalJson(event.version));
        return;
      case 'procedure-adopted':
        if (event.typed !== undefined) {
          const typed = JSON.parse((typedHere.get() as string | undefined) ?? '{}') as Record<string, object>;
          const { code, dated: day } = event;
          set.run('typedProcedures', canonicalJson({ ...typed, [code]: { ...event.typed, day } }));
        }
        return;
      case 'catalogue-list-taken':
      case 'catalogue-list-rolled-back':
      case 'pack-taken':
      case 'pack-rolled-back':
        set.run('catalogueLists', canonicalJson(listsAfter(listsIn(listsHere.get()), event)));
        if (isOfDays(event)) set.run('countedAnewFrom', String(seq));
        return;
      case 'publisher-trusted':
      case 'publisher-distrusted':
        set.run('publishers', canonicalJson(publishersAfter(publishersHere.get(), event)));
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
      case 'week-hours-set':
      case 'day-hours-set':
        set.run(
          'openingHours',
          canonicalJson(withHours(JSON.parse((hours.get() as string | undefined) ?? noHours), event)),
        );
        set.run('countedAnewFrom', String(seq));
        return;
      case 'process-set':
        setProcess.run(event.code, canonicalJson(event.steps));
        return;
      case 'restored':
      case 'numbers-passed-over':
        spendNumbers(db, event.spent);
        return;
      case 'two-persons-begun':
        set.run('twoPersons', 'true');
        return;
      case 'second-factor-required':
        set.run('factorDay', canonicalJson(event.from));
        return;
      // These stand in the journal alone.
      case 'account-asked':
      case 'papers-entered':
      case 'correction-countersigned':
      case 'access-reviewed':
      case 'link-decided':
      case 'account-answered':
      case 'form-begun':
      case 'desk-begun':
      case 'gap-explained':
      case 'keeping-term-set':
      case 'case-erased':
      case 'personal-exported':
      case 'register-proved':
      case 'desk-key':
      case 'desk-key-turned':
      case 'recovery-key-made':
      case 'recovery-key-used':
      case 'recovery-key-stood':
      case 'recovery-key-tested':
      case 'office-sealed':
      case 'file-key-turned':
      case 'body-erased':
      case 'identifier-confirmed':
      case 'register-exported':
      case 'report-exported':
      case 'centre-facts-set':
      case 'committed-term-set':
      case 'money-paid-in':
      case 'delegation-set':
      case 'delegation-ended':
      case 'delegated-files-moved':
      case 'pay-in-taken-back':
      case 'accounts-derived':
      case 'petitions-exported':
      case 'certifications-exported':
      case 'money-exported':
    }
  };
}

/**
 * Makes the office's own once more what the journal says, with what other counters said that holds everywhere. Nothing on an island, where each entry is added to
 * what stood before.
 */
export function deriveOffice(db: Db): void {
  if (!hasOtherDesks(db)) return;
  for (const table of ['term_override', 'leg_override', 'process_override']) prepared(db, `DELETE FROM ${table}`).run();
  const reset = prepared(db, 'DELETE FROM setting WHERE name = ?');
  for (const name of ['openingHours', 'catalogueLists', 'publishers', 'countedAnewFrom', 'factorDay']) reset.run(name);
  const project = officeProjection(db);
  const anew = preparedValue(db, "SELECT value FROM setting WHERE name = 'countedAnewFrom'");
  const put = prepared(db, "UPDATE setting SET value = ? WHERE name = 'countedAnewFrom'");
  let newest = 0;
  for (const { event, seq } of officeEvents(db)) {
    project(event, seq);
    newest = Math.max(newest, Number((anew.get() as string | undefined) ?? 0));
  }
  // What came later stands later in this file, wherever it stands in the order of all.
  if (newest > 0) put.run(String(newest));
}

const noHours = '{"days":[],"weeks":[]}';

/** The newest word on a day, or on a week from a day on, takes the place of the one before. */
function withHours(
  { weeks, days }: OpeningHours,
  event: Extract<OfficeEvent, { type: 'week-hours-set' | 'day-hours-set' }>,
): OpeningHours {
  if (event.type === 'week-hours-set') {
    const { type: _type, everywhere: _everywhere, ...week } = event;
    return {
      days,
      weeks: [...weeks.filter(({ from }) => from !== week.from), week].toSorted(byText(({ from }) => from)),
    };
  }
  const { date, sessions, ground } = event;
  const others = days.filter((day) => day.date !== date);
  const set = sessions === null ? others : [...others, { date, sessions, ground }];
  return { weeks, days: set.toSorted(byText((day) => day.date)) };
}

function byText<T>(textOf: (row: T) => string): (a: T, b: T) => number {
  return (a, b) => (textOf(a) < textOf(b) ? -1 : 1);
}

function hoursOf(office: string | undefined): string | undefined {
  return office === undefined ? undefined : canonicalJson((JSON.parse(office) as OfficeSettings).hours);
}

/**
 * A desk's settings as they were when entry `seq` was there: papers are made again as they were first made.
 * @param made the entry of a paper, whose desk's settings these are; of a paper that is made now, this file's own
 */
export function officeAt(db: Db, seq: number, made?: number): OfficeSettings | undefined {
  const body = (made === undefined || !isOfOther(db, made) ? ownSettings(db, seq) : settingsOf(db, seq, made)) as
    | string
    | undefined;
  if (body === undefined) return undefined;
  return withShared(db, (JSON.parse(body) as { settings: OfficeSettings }).settings, seq);
}

/** The code of another desk, as its own newest settings have it; undefined of one that told none here. */
export function findCodeOfDesk(db: Db, uuid: string): string | undefined {
  return findCounterOfDesk(db, uuid)?.code;
}

/** The same with what people call it. */
export function findCounterOfDesk(db: Db, uuid: string): { readonly code: string; readonly name: string } | undefined {
  return prepared(
    db,
    `SELECT body ->> '$.settings.desk.code' AS code, coalesce(body ->> '$.settings.desk.name', '') AS name FROM journal WHERE subject_id = ${officeRow} AND ${newestSettings}
      AND desk_id = (SELECT desk_id FROM desk WHERE uuid = ? AND other = 1) ORDER BY seq DESC LIMIT 1`,
  ).get(uuid) as { code: string; name: string } | undefined;
}

/** What each other desk last set, by its UUID. */
export function newestSettingsOfOthers(db: Db): { readonly uuid: string; readonly settings: OfficeSettings }[] {
  const rows = prepared(
    db,
    `SELECT uuid, body FROM journal JOIN desk USING (desk_id) WHERE seq IN (SELECT max(seq) FROM journal WHERE subject_id = ${officeRow}
      AND ${newestSettings} AND desk_id IN (SELECT desk_id FROM desk WHERE other = 1) GROUP BY desk_id) ORDER BY uuid`,
  ).all() as { uuid: string; body: string }[];
  return rows.map(({ uuid, body }) => ({
    uuid,
    settings: (JSON.parse(body) as { settings: OfficeSettings }).settings,
  }));
}

const newestSettings = "type IN ('office-set-up', 'settings-changed')";

function ownSettings(db: Db, seq: number): unknown {
  return preparedValue(
    db,
    `SELECT body FROM journal WHERE ${ofThisOffice} AND ${newestSettings} AND seq <= ? ORDER BY seq DESC LIMIT 1`,
  ).get(seq);
}

/** The newest of another desk's that had not been set after it heard of that entry. */
function settingsOf(db: Db, seq: number, made: number): unknown {
  const rows = prepared(
    db,
    `SELECT seq, body FROM journal WHERE subject_id = ${officeRow} AND ${newestSettings}
      AND desk_id = (SELECT desk_id FROM journal WHERE seq = ?) ORDER BY seq DESC`,
  ).all(made) as { seq: number; body: string }[];
  return rows.find((row) => row.seq === seq || !knownTo(db, row.seq)(seq))?.body;
}

type Confirmed = { readonly by: string; readonly at: string; readonly document: string };

/** Who last confirmed this identifier, when (civil time) and by which document; undefined where nobody did. */
export function findConfirmedIdentifier(db: Db, code: string): Confirmed | undefined {
  const found = prepared(
    db,
    `SELECT at, json_extract(body, '$.document') AS document, full_name AS by
      FROM journal LEFT JOIN account USING (account_id)
      WHERE ${ofThisOfficeOrAll} AND type = 'identifier-confirmed' AND json_extract(body, '$.code') = ?
      ORDER BY seq DESC LIMIT 1`,
  ).get(code) as { at: number; document: string; by: string | null } | undefined;
  return found === undefined ? undefined : { by: found.by ?? '', at: civilOf(found.at), document: found.document };
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
      WHERE ${ofThisOfficeOrAll} AND type = ? AND json_extract(body, '$.code') = ?
      ORDER BY seq DESC LIMIT 1`,
  ).get(type, code) as Setting | undefined;
  return found === undefined ? undefined : { by: found.by ?? '', at: civilOf(found.at), reason: found.reason };
}
