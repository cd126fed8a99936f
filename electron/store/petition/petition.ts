import type { CivilDate, CivilTime } from '../../contract/base/values.ts';
import { addDays, secondsOf, startOfDay } from '../../domain/base/civil-time.ts';
import { cleanLine } from '../../domain/base/scan-text.ts';
import { fold } from '../../domain/base/vietnamese.ts';
import { seriesName } from '../../domain/backup/series.ts';
import type { WorkCalendar } from '../../domain/deadline/work-calendar.ts';
import type { PetitionEvent, RecordedPetition } from '../../domain/entries/petition.ts';
import { type PetitionFact, petitionFact } from '../../domain/petition/petition-fact.ts';
import { type Petition, applyPetition, petitionNumber, standingPetition } from '../../domain/petition/petition.ts';
import { secondsOrNull, uuidText } from '../file/codecs.ts';
import type { Db } from '../file/db.ts';
import { type FoldedTable, foldedTable, folding } from '../file/folded-table.ts';
import { prepared, preparedValue } from '../file/prepared.ts';
import { type RecordedBy, entriesOf } from '../journal/entries.ts';
import { tie } from '../journal/order.ts';
import { findSubjectRow } from '../journal/subject.ts';
import { lastSpent } from '../office/spent.ts';

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
    },
  });
}

/** Petitions as the journal tells them. A number that is given already in its series is refused, where it is given here. */
export function petitionProjection(
  db: Db,
): (petitionId: number, at: number, event: PetitionEvent, by: RecordedBy) => void {
  const project = folding(petitionTable(db), applyPetition);
  const used = preparedValue(db, 'SELECT 1 FROM petition WHERE series = ? AND serial = ?');
  return (petitionId, at, event, by) => {
    if (by.isNew === true && event.type === 'petition-received' && used.get(event.series, event.serial) !== undefined)
      throw new Error(`petition ${petitionNumber(event)} is there already`);
    project(petitionId, at, event, by);
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

/** The greatest number a desk gave in its year; 0 where it gave none. */
export function lastPetitionSerial(db: Db, series: string): number {
  const greatest = preparedValue(db, 'SELECT max(serial) FROM petition WHERE series = ?').get(series);
  return Math.max((greatest as number | null) ?? 0, lastSpent(db, seriesName.petition(series)));
}

/** What this office has not ended, and what it answered and has neither published nor closed: what it may still owe. The oldest first. */
export function unsettledPetitions(db: Db): KeptPetition[] {
  const rows = prepared(
    db,
    `${select} WHERE ended_at IS NULL OR (status = 'answered' AND published_at IS NULL) ORDER BY arrived_at, ${tie(db, 'petition_id')}`,
  ).all() as Row[];
  return rows.map(keptOf);
}

/** Petitions that words lead to, the newest first; all where there are no words. */
export function searchPetitions(db: Db, text: string, limit: number): { found: KeptPetition[]; count: number } {
  const words = fold(cleanLine(text))
    .split(' ')
    .filter((word) => word !== '');
  const fits = words.length === 0 ? '' : ` WHERE ${words.map(() => 'instr(words, ?) > 0').join(' AND ')}`;
  const sql = `${select}${fits} ORDER BY arrived_at DESC, ${tie(db, 'petition_id')} LIMIT ?`;
  const found = (prepared(db, sql).all(...words, limit) as Row[]).map(keptOf);
  const count = preparedValue(db, `SELECT count(*) FROM petition${fits}`).get(...words) as number;
  return { found, count };
}

/** Those that came in a stretch of days, both of them in it, in the order in which they came. */
export function petitionsOf(db: Db, from: CivilDate, to: CivilDate): KeptPetition[] {
  const sql = `${select} WHERE arrived_at >= ? AND arrived_at < ? ORDER BY arrived_at, series, serial, ${tie(db, 'petition_id')}`;
  return (prepared(db, sql).all(secondsOf(startOfDay(from)), secondsOf(startOfDay(addDays(to, 1)))) as Row[]).map(
    keptOf,
  );
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
export function petitionFacts(db: Db, { from, to, calendar, now, seen = Infinity }: AskedPetitions): PetitionFact[] {
  const begins = startOfDay(from);
  return [...petitionsUntil(db, to)].flatMap(({ petitionId, events: all }) => {
    const events = all.filter(({ seq }) => seq <= seen);
    if (events.length === 0) return [];
    const fact = petitionFact(petitionId, events, to, calendar, now);
    if (fact === null) return [];
    const { end, publishedAt } = fact;
    const isBefore = end !== null && end.at < begins && (publishedAt === null || publishedAt < begins);
    return isBefore ? [] : [fact];
  });
}

type ToldPetition = { readonly petitionId: string; readonly events: readonly RecordedPetition[] };

/** Every petition that had come by the end of a day, and what stands of it; in the order in which they came. */
export function* petitionsUntil(db: Db, to: CivilDate): Generator<ToldPetition> {
  const rows = prepared(
    db,
    `SELECT petition_id AS row, name FROM petition JOIN subject ON subject_id = petition_id
      WHERE arrived_at < ? ORDER BY arrived_at, ${tie(db, 'petition_id')}`,
  ).all(secondsOf(startOfDay(addDays(to, 1)))) as { row: number; name: Buffer }[];
  for (const { row, name } of rows)
    yield { petitionId: uuidText(name), events: standingPetition(entriesOf<RecordedPetition>(db, row)) };
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
