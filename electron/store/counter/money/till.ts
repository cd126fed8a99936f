import type { TillEvent } from '../../../domain/entries/money.ts';
import type { Named } from '../../../domain/entries/reference.ts';
import { type TillSession, applyTill } from '../../../domain/counter/money/till.ts';
import { secondsOf, startOfDay } from '../../../domain/base/civil-time.ts';
import { dayNumber } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { type FoldedTable, foldedTable, folding } from '../../file/rows/folded-table.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { isToldHere, ownDeskUuids } from '../../journal/journal.ts';
import { hasOtherDesks } from '../../journal/order.ts';
import { findSubjectRow } from '../../journal/subject.ts';

/** One row for each opening of a till. */
function tillTable(db: Db): FoldedTable<TillSession> {
  return foldedTable(db, {
    table: 'till_session',
    key: 'till_id',
    newest: 'session',
    columns: {
      session: ({ session }) => session,
      opened_day: ({ openedAt }) => dayOf(openedAt),
      closed_day: ({ closed }) => (closed === null ? null : dayOf(closed.at)),
    },
  });
}

/** Tills as the journal tells them. */
export function tillProjection(db: Db): (tillId: number, at: number, event: TillEvent, by: Named) => void {
  return folding<TillSession, TillEvent>(tillTable(db), applyTill);
}

function dayOf(civilTime: string): number {
  return dayNumber(civilTime.slice(0, 10));
}

export type KeptTill = TillSession & { readonly till: string };

type Row = { name: Buffer; state: string };

const select = 'SELECT name, state FROM till_session JOIN subject ON subject_id = till_id';

/** The newest session of a till of this desk, open or closed; undefined for a till that was never opened. */
export function findTill(db: Db, till: string): TillSession | undefined {
  const [first, ...others] = openingsOf(db, till);
  return first?.session.closed === null ? first.session : (others.find(isOpen) ?? first)?.session;
}

/**
 * What a till goes by in entries: its name and the desk that opened it, for two desks may call two drawers alike. One that was opened before that goes by
 * its name alone, and one of before a restore by the desk of then, until it is closed.
 */
export function tillSubject(db: Db, till: string): string {
  return openingsOf(db, till).find(isOpen)?.name ?? nameAt(till, ownDeskUuids(db)[0] ?? '');
}

type Opening = { readonly name: string; readonly session: TillSession };

function isOpen({ session }: Opening): boolean {
  return session.closed === null;
}

/** The newest session under each name that a till of this desk has ever had, the newest name first. */
function openingsOf(db: Db, till: string): Opening[] {
  const isHere = preparedValue(db, `SELECT ${isToldHere('?')}`);
  const names = [...ownDeskUuids(db).map((uuid) => nameAt(till, uuid)), till];
  return names.flatMap((name) => {
    const row = findSubjectRow(db, 'till', name);
    const session = row !== undefined && isHere.get(row) === 1 ? tillTable(db).find(row) : undefined;
    return session === undefined ? [] : [{ name, session }];
  });
}

function nameAt(till: string, desk: string): string {
  return `${till}@${desk}`;
}

/** The newest session of every till of this desk, by name. */
export function newestTills(db: Db): KeptTill[] {
  const rows = prepared(
    db,
    `${select} WHERE session = (SELECT max(session) FROM till_session AS other WHERE other.till_id = till_session.till_id)
        AND ${isToldHere('till_id')} ORDER BY name`,
  ).all() as Row[];
  return rows.map(tillOf);
}

/** Sessions that were open at some time of a civil day. */
export function tillsOfDay(db: Db, date: string): KeptTill[] {
  const day = dayNumber(date);
  const sql = `${select} WHERE opened_day <= ? AND coalesce(closed_day, 99999999) >= ? ORDER BY name, session`;
  const rows = prepared(db, sql).all(day, day) as Row[];
  return rows.map(tillOf);
}

/** What went through all tills on a civil day, in the order of the journal. */
export function tillEventsOfDay(db: Db, date: string): TillEvent[] {
  const start = secondsOf(startOfDay(date));
  return tillEventsBetween(db, start, start + 86_400);
}

/** Of which receipts money went back through tills on a civil day, and who gave it. */
export function refundsOfDay(db: Db, date: string): { readonly receiptId: string; readonly by: string }[] {
  const start = secondsOf(startOfDay(date));
  return prepared(
    db,
    `SELECT body ->> '$.receiptId' AS receiptId, coalesce(username, '') AS by FROM journal LEFT JOIN account USING (account_id)
      WHERE subject_id IN (SELECT till_id FROM till_session) AND type = 'till-refunded' AND at >= ? AND at < ? ORDER BY ${hasOtherDesks(db) ? 'clock, hash' : 'seq'}`,
  ).all(start, start + 86_400) as { receiptId: string; by: string }[];
}

/** What went through all tills in a month, `YYYY-MM`. */
export function tillEventsOfMonth(db: Db, month: string): TillEvent[] {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return tillEventsBetween(
    db,
    ...([month, next].map((one) => secondsOf(`${one}-01T00:00:00+07:00`)) as [number, number]),
  );
}

function tillEventsBetween(db: Db, start: number, end: number): TillEvent[] {
  const rows = prepared(
    db,
    `SELECT type, body FROM journal WHERE subject_id IN (SELECT till_id FROM till_session) AND at >= ? AND at < ? ORDER BY ${hasOtherDesks(db) ? 'clock, hash' : 'seq'}`,
  ).all(start, end) as { type: string; body: string }[];
  return rows.map(({ type, body }) => ({ type, ...(JSON.parse(body) as object) }) as TillEvent);
}

function tillOf({ name, state }: Row): KeptTill {
  return { ...(JSON.parse(state) as TillSession), till: name.toString('utf8').split('@')[0] ?? '' };
}
