import type { CivilDate, CivilTime } from '../../../contract/base/values.ts';
import type { PetitionStatus } from '../../../contract/counter/petition/petition.ts';
import { addDays, secondsOf, startOfDay } from '../../../domain/base/civil-time.ts';
import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import { cleanLine } from '../../../domain/base/scan-text.ts';
import { fold } from '../../../domain/base/vietnamese.ts';
import { seriesName } from '../../../domain/safety/backup/series.ts';
import { isLateInRegister } from '../../../domain/counter/petition/clocks.ts';
import type { WorkCalendar } from '../../../domain/deadline/work-calendar.ts';
import type { PetitionEvent, RecordedPetition } from '../../../domain/entries/petition.ts';
import { type PetitionFact, petitionFact } from '../../../domain/counter/petition/petition-fact.ts';
import {
  type Petition,
  applyPetition,
  foldPetition,
  isCounted,
  petitionNumber,
  standingPetition,
} from '../../../domain/counter/petition/petition.ts';
import { findUuidBytes, secondsOrNull, uuidText } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { type FoldedTable, foldedTable, folding } from '../../file/rows/folded-table.ts';
import { type HowFar, toldOnTheWay } from '../../file/progress.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { type RecordedBy, entriesOf } from '../../journal/entries.ts';
import { hasOtherDesks, tie } from '../../journal/order.ts';
import { findSubjectRow } from '../../journal/subject.ts';
import { paperNumberProjection } from '../case/numbers.ts';
import { lastSpent } from '../../common/office/spent.ts';

export function petitionTable(db: Db): FoldedTable<Petition> {
  return foldedTable(db, {
    table: 'petition',
    key: 'petition_id',
    columns: {
      series: ({ series }) => series,
      serial: ({ serial }) => serial,
      status: ({ status }) => status,
      arrived_at: ({ arrivedAt }) => secondsOf(arrivedAt),
      ended_at: ({ end }) => secondsOrNull(end?.at ?? null),
      published_at: ({ publishedAt }) => secondsOrNull(publishedAt),
      source_code: ({ facts }) => facts.sourceCode ?? null,
      words: wordsOf,
      duty: dutyOf,
      stood: (petition) => (dutyOf(petition) === duties.answerAfterPause ? canonicalJson(petition.pauses) : null),
      duty_since: (petition) =>
        secondsOf(dutyOf(petition) === duties.publish && petition.end !== null ? petition.end.at : petition.arrivedAt),
    },
  });
}

/** What this office owes of a petition: each kind of clock by itself, for each runs in the order in which it began. */
export const duties = { none: 0, answer: 1, answerAfterPause: 2, publish: 3, sender: 4 } as const;
export type Duty = (typeof duties)[keyof typeof duties];

function dutyOf({ status, pauses, publishedAt, facts }: Petition): Duty {
  if (status === 'awaiting') return duties.sender;
  if (status === 'open') return pauses.length > 0 ? duties.answerAfterPause : duties.answer;
  return status === 'answered' && publishedAt === null && isCounted(facts.content) ? duties.publish : duties.none;
}

/** Petitions as the journal tells them. A number that is given already in its series is refused, where it is given here. */
export function petitionProjection(
  db: Db,
): (petitionId: number, at: number, event: PetitionEvent, by: RecordedBy) => void {
  const project = folding(petitionTable(db), applyPetition);
  const used = preparedValue(db, 'SELECT 1 FROM petition WHERE series = ? AND serial = ?');
  const number = paperNumberProjection(db);
  return (petitionId, at, event, by) => {
    if (by.isNew === true && event.type === 'petition-received' && used.get(event.series, event.serial) !== undefined)
      throw new Error(`petition ${petitionNumber(event)} is there already`);
    project(petitionId, at, event, by);
    if (event.type === 'document-made' && event.number !== undefined)
      number(petitionId, at, { form: event.form, number: event.number }, by);
  };
}

function wordsOf(petition: Petition): string {
  const { facts } = petition;
  const { name, phone } = facts.sender;
  const parts = [petitionNumber(petition), facts.sourceCode, name, phone, facts.field, facts.about, facts.caseNumber];
  return [...parts, facts.summary].flatMap((part) => (part === undefined || part === '' ? [] : [fold(part)])).join(' ');
}

/** Folds the words that the register is searched by anew. */
export function renewPetitionWords(db: Db): void {
  const rows = prepared(db, 'SELECT petition_id AS row, state FROM petition').all() as { row: number; state: string }[];
  const table = petitionTable(db);
  for (const { row, state } of rows) table.keep(row, JSON.parse(state) as Petition);
}

/** Petitions that were passed on, folded anew: a file of before knows not when one was first. */
export function derivePassedOn(db: Db): void {
  const rows = preparedValue(
    db,
    "SELECT DISTINCT petition_id FROM petition JOIN journal ON subject_id = petition_id WHERE type = 'petition-forwarded'",
  ).all() as number[];
  const table = petitionTable(db);
  for (const row of rows) {
    const { contradictions: _told, ...state } = foldPetition(entriesOf<RecordedPetition>(db, row));
    table.keep(row, state);
  }
}

export type KeptPetition = { readonly petitionId: string; readonly petition: Petition };

type Row = { name: Buffer; state: string };

const select = 'SELECT name, state FROM petition JOIN subject ON subject_id = petition_id';

function keptOf({ name, state }: Row): KeptPetition {
  return { petitionId: uuidText(name), petition: JSON.parse(state) as Petition };
}

/** All that happened to a petition, first to last; empty where this register has none of that id. */
export function petitionEvents(db: Db, petitionId: string): RecordedPetition[] {
  const row = findSubjectRow(db, 'petition', petitionId);
  return row === undefined ? [] : entriesOf<RecordedPetition>(db, row);
}

export function findPetition(db: Db, petitionId: string): Petition | undefined {
  const row = findSubjectRow(db, 'petition', petitionId);
  return row === undefined ? undefined : petitionTable(db).find(row);
}

/** A petition that 1022 or the national system has under this number; undefined where none was written down. */
export function findPetitionBySource(db: Db, sourceCode: string): KeptPetition | undefined {
  const row = prepared(db, `${select} WHERE source_code = ? LIMIT 1`).get(sourceCode) as Row | undefined;
  return row && keptOf(row);
}

/** Petitions in whose words this name stands, the newest first; whose they are their senders tell. Chosen in the index alone: no petition of anybody else is read. */
export function petitionsNaming(db: Db, fullName: string, limit: number): KeptPetition[] {
  const rows = prepared(
    db,
    `${select} WHERE petition_id IN (SELECT petition_id FROM petition INDEXED BY petition_duty WHERE instr(words, ?) > 0 ORDER BY duty_since DESC LIMIT ?)
      ORDER BY arrived_at DESC`,
  ).all(fold(fullName), limit) as Row[];
  return rows.map(keptOf);
}

/** The greatest number a desk gave in its year; 0 where it gave none. */
export function lastPetitionSerial(db: Db, series: string): number {
  const greatest = preparedValue(db, 'SELECT max(serial) FROM petition WHERE series = ?').get(series);
  return Math.max((greatest as number | null) ?? 0, lastSpent(db, seriesName.petition(series)));
}

function wordsIn(text: string): readonly string[] {
  return fold(cleanLine(text))
    .split(' ')
    .filter((word) => word !== '');
}

/** How many petitions the words lead to, all where there are none: of each duty, and of those of which nothing is owed. */
export function countPetitions(db: Db, text: string): ReadonlyMap<Duty, number> {
  const words = wordsIn(text);
  const fits = words.map(() => 'instr(words, ?) > 0').join(' AND ');
  const rows = prepared(
    db,
    `SELECT duty, count(*) AS count FROM petition ${fits === '' ? '' : `WHERE ${fits}`} GROUP BY duty`,
  ).all(...words) as { duty: Duty; count: number }[];
  return new Map(rows.map(({ duty, count }) => [duty, count]));
}

/** Where a petition stands among those of its duty: since when, in seconds since 1970, and which of them it is. */
export type DutyPlace = { readonly since: number; readonly petitionId: string };
export type OwedPetition = KeptPetition & DutyPlace;

type AskedDuty = {
  readonly duty: Duty;
  readonly text: string;
  readonly limit: number;
  /** Behind which one it goes on; from the first, where that is left out. */
  readonly after?: DutyPlace | undefined;
};

/** Of one duty those that words lead to, what began first in front; what is owed no more, the newest in front. */
export function petitionsOfDuty(db: Db, { duty, text, limit, after }: AskedDuty): OwedPetition[] {
  const words = wordsIn(text);
  const fits = words.map(() => ' AND instr(words, ?) > 0').join('');
  const [order, further] = duty === duties.none ? ['DESC', '<'] : ['ASC', '>'];
  const place = tie(db, 'petition_id');
  const on = after === undefined ? '' : ` AND (duty_since ${further} ? OR (duty_since = ? AND ${place} > ?))`;
  // Chosen in the index alone: only what is on the page is read.
  const chosen = prepared(
    db,
    `SELECT petition_id AS row, duty_since AS since FROM petition WHERE duty = ?${fits}${on} ORDER BY duty_since ${order}, ${place} LIMIT ?`,
  ).all(duty, ...words, ...(after === undefined ? [] : [after.since, after.since, placeOf(db, after)]), limit) as {
    row: number;
    since: number;
  }[];
  const read = prepared(db, `${select} WHERE petition_id = ?`);
  return chosen.map(({ row, since }) => ({ ...keptOf(read.get(row) as Row), since }));
}

/** By what a petition follows others of its second (journal/order.ts). */
function placeOf(db: Db, { petitionId }: DutyPlace): number | Buffer {
  const row = findSubjectRow(db, 'petition', petitionId) ?? 0;
  return hasOtherDesks(db) ? (findUuidBytes(petitionId) ?? row) : row;
}

/** How many of a duty began by a moment, in seconds since 1970. */
export function countDuty(db: Db, duty: Duty, until: number): number {
  return preparedValue(db, 'SELECT count(*) FROM petition WHERE duty = ? AND duty_since <= ?').get(
    duty,
    until,
  ) as number;
}

/** When the first of a duty began, in seconds since 1970; null where there is none. */
export function firstOfDuty(db: Db, duty: Duty): number | null {
  return preparedValue(db, 'SELECT min(duty_since) FROM petition WHERE duty = ?').get(duty) as number | null;
}

/** One of which the clock stood and runs again: when it came, in seconds since 1970, and its pauses as its row has them. */
export type PausedRow = { readonly row: number; readonly came: number; readonly stood: string };

/** Those of which the clock stood and runs again, in the order in which they came: their day is none that their coming tells. Nothing they say is read. */
export function pausedPetitions(db: Db, text: string): PausedRow[] {
  const words = wordsIn(text);
  const fits = words.map(() => ' AND instr(words, ?) > 0').join('');
  // By itself it would take the longer index, and read every row for what stands in this one.
  const how = fits === '' ? ' INDEXED BY petition_stood' : '';
  return prepared(
    db,
    `SELECT petition_id AS row, duty_since AS came, stood FROM petition${how}
      WHERE duty = ${duties.answerAfterPause}${fits} ORDER BY duty_since, ${tie(db, 'petition_id')}`,
  ).all(...words) as PausedRow[];
}

/** By its row. */
export function petitionOfRow(db: Db, row: number): KeptPetition {
  return keptOf(prepared(db, `${select} WHERE petition_id = ?`).get(row) as Row);
}

export type AskedVolume = {
  /** The days on which they came, both of them in it. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** The last petition of the volume before. */
  readonly after?: string | undefined;
  readonly limit: number;
  readonly now: CivilTime;
  readonly calendar: WorkCalendar;
};

/** A volume of the register, and what all of its volumes come to. */
export type PetitionVolume = {
  /** Its petitions, some hundred in each JSON list: so they cross to the desk's thread, and are read there piece by piece. */
  readonly parts: readonly string[];
  /** How many stand in the volumes before. */
  readonly before: number;
  readonly count: number;
  readonly byStatus: Readonly<Partial<Record<PetitionStatus, number>>>;
  readonly late: number;
  /** What the next one goes on behind; null after the last. */
  readonly next: string | null;
};

const inOnePart = 200;

/** Those that came in a stretch of days, in the order in which they came. Read beside the desk. Null where `after` is none of them. */
export function petitionVolume(
  db: Db,
  { from, to, after, limit, now, calendar }: AskedVolume,
  tell?: HowFar,
): PetitionVolume | null {
  const rows = prepared(
    db,
    `SELECT petition_id AS row, name FROM petition JOIN subject ON subject_id = petition_id
      WHERE arrived_at >= ? AND arrived_at < ? ORDER BY arrived_at, series, serial, ${tie(db, 'petition_id')}`,
  ).all(secondsOf(startOfDay(from)), secondsOf(startOfDay(addDays(to, 1)))) as { row: number; name: Buffer }[];
  const before = after === undefined ? 0 : rows.findIndex(({ name }) => uuidText(name) === after) + 1;
  if (before === 0 && after !== undefined) return null;
  const end = Math.min(rows.length, before + limit);
  const stateOf = preparedValue(db, 'SELECT state FROM petition WHERE petition_id = ?');
  const byStatus: Partial<Record<PetitionStatus, number>> = {};
  const [parts, part]: [string[], string[]] = [[], []];
  let late = 0;
  let at = 0;
  for (const { row } of toldOnTheWay(rows, tell)) {
    const text = stateOf.get(row) as string;
    const petition = JSON.parse(text) as Petition;
    byStatus[petition.status] = (byStatus[petition.status] ?? 0) + 1;
    if (isLateInRegister(petition, now, calendar)) late += 1;
    if (at >= before && at < end) part.push(text);
    at += 1;
    if (part.length === inOnePart || (at === end && part.length > 0)) parts.push(`[${part.splice(0).join(',')}]`);
  }
  const last = rows[end - 1];
  const next = end < rows.length && last !== undefined ? uuidText(last.name) : null;
  return { parts, before, count: rows.length, byStatus, late, next };
}

/** `now`: the moment by the desk's clock, which a period that still runs is judged at. */
export type AskedPetitions = {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly calendar: WorkCalendar;
  readonly now: CivilTime;
  /** The entry up to which it is read; all of it, where that is left out. */
  readonly seen?: number | undefined;
};

/**
 * Every petition that may be of a period, as it stood at the end of its last day: come by then, and neither ended nor published before the period began. What
 * was passed on and came back since is among them.
 */
export function petitionFacts(db: Db, asked: AskedPetitions, tell?: HowFar): (PetitionFact & { row: number })[] {
  const facts: (PetitionFact & { row: number })[] = [];
  for (const told of petitionsUntil(db, asked.to, tell)) {
    const fact = factOf(told, asked);
    if (fact !== null) facts.push({ ...fact, row: told.row });
  }
  return facts;
}

/** One of them, of what was told of it; null where it is none of the period's. */
export function factOf(
  { petitionId, events: all }: ToldPetition,
  { from, to, calendar, now, seen = Infinity }: AskedPetitions,
) {
  const events = seen === Infinity ? all : all.filter(({ seq }) => seq <= seen);
  const fact = events.length === 0 ? null : petitionFact(petitionId, events, to, calendar, now);
  if (fact === null) return null;
  const { end, publishedAt } = fact;
  const begins = startOfDay(from);
  if (end === null || end.at >= begins) return fact;
  // Answered before: of this period by its publication, done in it, or not done by a day that lies in it.
  const isOwed = fact.missed.some(({ dueAt, at }) => at === null && dueAt >= begins);
  return (publishedAt === null ? isOwed : publishedAt >= begins) ? fact : null;
}

export type ToldPetition = {
  readonly row: number;
  readonly petitionId: string;
  readonly events: readonly RecordedPetition[];
};

type NamedRow = { readonly row: number; readonly name: Buffer };

function toldOfRow(db: Db, { row, name }: NamedRow): ToldPetition {
  return { row, petitionId: uuidText(name), events: standingPetition(entriesOf<RecordedPetition>(db, row)) };
}

function namedRow(db: Db, row: number): NamedRow {
  return { row, name: preparedValue(db, 'SELECT name FROM subject WHERE subject_id = ?').get(row) as Buffer };
}

/** What stands of a petition, by its row, as far as it was told by an entry. */
export function toldOfPetition(db: Db, row: number, seen: number): ToldPetition {
  const told = toldOfRow(db, namedRow(db, row));
  return { ...told, events: told.events.filter(({ seq }) => seq <= seen) };
}

/** Every petition that had come by the end of a day, and what stands of it; in the order in which they came. */
export function* petitionsUntil(db: Db, to: CivilDate, tell?: HowFar): Generator<ToldPetition> {
  const rows = prepared(
    db,
    `SELECT petition_id AS row, name FROM petition JOIN subject ON subject_id = petition_id
      WHERE arrived_at < ? ORDER BY arrived_at, ${tie(db, 'petition_id')}`,
  ).all(secondsOf(startOfDay(addDays(to, 1)))) as NamedRow[];
  for (const one of toldOnTheWay(rows, tell)) yield toldOfRow(db, one);
}

/**
 * The day on which the first petition was written into this register, as far as it was told by an entry; null where none was, or the first day lies after `to`:
 * then nobody knows what came, whatever was written down later.
 */
export function petitionsBegan(db: Db, { to, seen = Number.MAX_SAFE_INTEGER }: Began): CivilDate | null {
  const first = 'SELECT min(seq) FROM journal WHERE subject_id = (SELECT min(petition_id) FROM petition)';
  const begun = preparedValue(db, first).get() as number | null;
  if (begun === null || begun > seen) return null;
  // Told apart, the first of all need not be the first that this file has.
  const at = preparedValue(db, "SELECT min(state ->> '$.registeredAt') FROM petition").get() as string;
  const day = at.slice(0, 10);
  return day <= to ? day : null;
}

type Began = { readonly to: CivilDate; readonly seen?: number | undefined };
