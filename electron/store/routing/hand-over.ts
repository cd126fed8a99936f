import { seriesName } from '../../domain/safety/backup/series.ts';
import type { CaseDocument } from '../../domain/entries/case.ts';
import type { Decided } from '../../domain/entries/decided.ts';
import type { HandOverEvent } from '../../domain/entries/hand-over.ts';
import { type EntryName, entryName } from '../../domain/entries/reference.ts';
import { type HandOver, applyHandOver } from '../../domain/routing/hand-over.ts';
import { findCaseRow } from '../counter/case/case.ts';
import { secondsOf } from '../../domain/base/civil-time.ts';
import { civilOf, dayNumber, uuidText } from '../file/rows/codecs.ts';
import type { Db } from '../file/db.ts';
import { type FoldedTable, foldedTable, folding } from '../file/rows/folded-table.ts';
import { prepared, preparedValue } from '../file/rows/prepared.ts';
import { type AtEnd, type EntryRow, type RecordedBy, namedRow, rowsOfSubject } from '../journal/entries.ts';
import { isToldHere } from '../journal/journal.ts';
import { hasOtherDesks, tie } from '../journal/order.ts';
import { findSubjectRow } from '../journal/subject.ts';
import { lastSpent } from '../common/office/spent.ts';

export function handOverTable(db: Db): FoldedTable<HandOver> {
  return foldedTable(db, {
    table: 'hand_over',
    key: 'hand_over_id',
    columns: {
      number: ({ number }) => number,
      day: ({ day }) => dayNumber(day),
      serial: ({ serial }) => serial,
      made_at: ({ madeAt }) => secondsOf(madeAt),
      received_at: ({ received }) => (received === null ? null : secondsOf(received.at)),
    },
  });
}

/** Hand-over lists as the journal tells them, and what was missing from them. */
export function handOverProjection(
  db: Db,
  atEnd: AtEnd,
): (handOverId: number, at: number, event: HandOverEvent, by: RecordedBy) => void {
  const table = handOverTable(db);
  const project = folding(table, applyHandOver);
  const missedFrom = preparedValue(db, 'SELECT hand_over_id FROM hand_over_missing WHERE case_id = ?');
  const miss = prepared(
    db,
    'INSERT INTO hand_over_missing (case_id, hand_over_id) VALUES (?, ?) ON CONFLICT DO UPDATE SET hand_over_id = excluded.hand_over_id',
  );
  const found = prepared(db, 'DELETE FROM hand_over_missing WHERE case_id = ?');
  const used = preparedValue(db, 'SELECT 1 FROM hand_over WHERE number = ?');

  /** Lists of other desks come in any order: what a case was missing from last is looked at when all are there. */
  function lookAgain(handOverId: number, caseIds: readonly number[]): void {
    for (const caseId of caseIds)
      atEnd.set(`missing ${caseId} ${handOverId}`, () => {
        const before = missedFrom.get(caseId) as number | undefined;
        found.run(caseId);
        const list = missedLastFrom(db, caseId, before === undefined ? [handOverId] : [handOverId, before]);
        if (list !== undefined) miss.run(caseId, list);
      });
  }

  return (handOverId, at, event, by) => {
    if (event.type === 'document-made') return;
    if (by.isNew === true && event.type === 'hand-over-made' && used.get(event.number) !== undefined)
      throw new Error(`list ${event.number} is there already`);
    project(handOverId, at, event, by);
    const named =
      event.type === 'decided'
        ? missingFrom(table.find(handOverId))
        : event.type === 'hand-over-made'
          ? event.caseIds
          : event.missing;
    const cases = named.flatMap((caseId) => findCaseRow(db, caseId) ?? []);
    // What is told of a list that nobody made is told of none.
    if (hasOtherDesks(db)) return table.has(handOverId) ? lookAgain(handOverId, cases) : undefined;
    for (const caseId of cases) {
      if (event.type === 'hand-over-made') found.run(caseId);
      else miss.run(caseId, handOverId);
    }
  };
}

/** All that any signature of a list says was missing. */
function missingFrom(list: HandOver | undefined): readonly string[] {
  const signed = [list?.received, ...Object.values(list?.besides ?? {})];
  return [...new Set(signed.flatMap((one) => one?.missing ?? []))];
}

type ListEntry = EntryRow & { readonly list: number };

/** The list that a case was missing from, where no list named it since: of all lists that its own entries tell of, and these. */
function missedLastFrom(db: Db, caseId: number, these: readonly number[]): number | undefined {
  const told = preparedValue(
    db,
    `SELECT DISTINCT coalesce(body ->> '$.handOverId', body ->> '$.to.handOverId') FROM journal
      WHERE subject_id = ? AND coalesce(body ->> '$.handOverId', body ->> '$.to.handOverId') IS NOT NULL`,
  ).all(caseId) as string[];
  const lists = new Set([...these, ...told.flatMap((id) => findSubjectRow(db, 'hand-over', id) ?? [])]);
  const uuid = uuidText(preparedValue(db, 'SELECT name FROM subject WHERE subject_id = ?').get(caseId) as Buffer);
  const named = [...lists]
    .flatMap((list) => entriesNaming(db, list, uuid))
    .toSorted(byMoment)
    .at(-1);
  return named?.type === 'hand-over-received' ? named.list : undefined;
}

/** Entries of a list that bring a case onto it or say that it was missing; each with its moment, which is never before what it follows. */
function entriesNaming(db: Db, list: number, caseId: string): ListEntry[] {
  let moment = 0;
  const rows = rowsOfSubject(db, list);
  if (rows[0]?.type !== 'hand-over-made') return [];
  const lost = decidedAgainst(rows);
  return rows.flatMap((row) => {
    moment = Math.max(row.clock, moment + 1);
    if (row.type === 'document-made' || row.type === 'decided' || lost.has(entryName(namedRow(row)))) return [];
    const { caseIds, missing } = JSON.parse(row.body) as { caseIds?: string[]; missing?: string[] };
    const named = caseIds ?? missing;
    return Array.isArray(named) && named.includes(caseId) ? [{ ...row, clock: moment, list }] : [];
  });
}

/** Signatures that somebody decided against, and nobody brought back since. */
function decidedAgainst(rows: readonly EntryRow[]): ReadonlySet<EntryName> {
  const lost = new Set<EntryName>();
  for (const { type, body } of rows) {
    if (type !== 'decided') continue;
    const { stands, against } = JSON.parse(body) as Decided;
    lost.delete(stands);
    lost.add(against);
  }
  return lost;
}

function byMoment(one: ListEntry, other: ListEntry): number {
  return (
    one.clock - other.clock ||
    (one.uuid < other.uuid ? -1 : Number(one.uuid > other.uuid)) ||
    one.deskSeq - other.deskSeq
  );
}

export type KeptHandOver = HandOver & { readonly handOverId: string };

type Row = { name: Buffer; state: string };

const select = 'SELECT name, state FROM hand_over JOIN subject ON subject_id = hand_over_id';

export function findHandOver(db: Db, handOverId: string): KeptHandOver | undefined {
  const list = findSubjectRow(db, 'hand-over', handOverId);
  if (list === undefined) return undefined;
  const row = prepared(db, `${select} WHERE hand_over_id = ?`).get(list) as Row | undefined;
  return row && kept(row);
}

export function findHandOverByNumber(db: Db, number: string): KeptHandOver | undefined {
  // Two counters of two offices may be called alike: of their lists this desk's own is meant.
  const row = prepared(db, `${select} WHERE number = ? ORDER BY ${isToldHere('hand_over_id')} DESC LIMIT 1`).get(
    number,
  ) as Row | undefined;
  return row && kept(row);
}

/** Lists that the other side has not signed, oldest first; or the newest of all. */
export function listHandOvers(db: Db, { open, limit }: { open: boolean; limit: number }): KeptHandOver[] {
  const made = hasOtherDesks(db) ? `made_at DESC, ${tie(db, 'hand_over_id')}` : 'hand_over_id';
  const which = open
    ? `WHERE received_at IS NULL ORDER BY made_at, ${tie(db, 'hand_over_id')}`
    : `ORDER BY ${made} DESC`;
  return (prepared(db, `${select} ${which} LIMIT ?`).all(limit) as Row[]).map(kept);
}

/** The greatest serial of a day at this desk; 0 when no list was made on it. */
export function lastHandOverSerial(db: Db, day: string): number {
  const greatest = preparedValue(
    db,
    `SELECT max(serial) FROM hand_over WHERE day = ? AND ${isToldHere('hand_over_id')}`,
  );
  return Math.max((greatest.get(dayNumber(day)) as number | null) ?? 0, lastSpent(db, seriesName.handOver(day)));
}

/** The papers of a list, first to last. */
export function documentsOfHandOver(db: Db, handOverId: string): CaseDocument[] {
  const list = findSubjectRow(db, 'hand-over', handOverId);
  const entries = list === undefined ? [] : rowsOfSubject(db, list).filter(({ type }) => type === 'document-made');
  return entries.map(({ seq, at, body }) => {
    const document = JSON.parse(body) as Omit<Extract<HandOverEvent, { type: 'document-made' }>, 'type'>;
    return { ...document, madeAt: civilOf(at), seq };
  });
}

/** The entry that a list begins with: its papers say the cases as they stood then. */
export function handOverSeq(db: Db, handOverId: string): number {
  const first = preparedValue(db, `SELECT seq FROM journal WHERE subject_id = ? AND type = 'hand-over-made'`);
  return first.get(findSubjectRow(db, 'hand-over', handOverId)) as number;
}

/** The UUID of the desk that made a list. */
export function handOverDesk(db: Db, handOverId: string): string | undefined {
  const first = preparedValue(
    db,
    `SELECT uuid FROM journal JOIN desk USING (desk_id) WHERE subject_id = ? AND type = 'hand-over-made' ORDER BY seq LIMIT 1`,
  );
  return first.get(findSubjectRow(db, 'hand-over', handOverId) ?? null) as string | undefined;
}

/** Whether a case was on a list and not there when it was signed; then which list. */
export function findMissedList(db: Db, caseId: string): KeptHandOver | undefined {
  const sql = `${select} JOIN hand_over_missing USING (hand_over_id) WHERE case_id = ?`;
  const row = prepared(db, sql).get(findCaseRow(db, caseId) ?? null) as Row | undefined;
  return row && kept(row);
}

function kept({ name, state }: Row): KeptHandOver {
  return { ...(JSON.parse(state) as HandOver), handOverId: uuidText(name) };
}
