import { canonicalJson } from '../../domain/base/canonical-json.ts';
import type { TillEvent } from '../../domain/entries/money.ts';
import { type TillSession, applyTill } from '../../domain/money/till.ts';
import { civilOf, dayNumber, secondsOf } from '../file/codecs.ts';
import type { Db } from '../file/db.ts';

/** Tills as the journal tells them, one row for each opening. */
export function tillProjection(db: Db): (tillId: number, at: number, event: TillEvent) => void {
  const find = db.prepare('SELECT state FROM till_session WHERE till_id = ? ORDER BY session DESC LIMIT 1').pluck();
  const keep =
    db.prepare(`INSERT INTO till_session (till_id, session, opened_day, closed_day, state) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET closed_day = excluded.closed_day, state = excluded.state`);
  return (tillId, at, event) => {
    const kept = find.get(tillId) as string | undefined;
    const before = kept === undefined ? undefined : (JSON.parse(kept) as TillSession);
    const till = applyTill(before, civilOf(at), event);
    const closedDay = till.closed === null ? null : dayOf(till.closed.at);
    keep.run(tillId, till.session, dayOf(till.openedAt), closedDay, canonicalJson(till));
  };
}

function dayOf(civilTime: string): number {
  return dayNumber(civilTime.slice(0, 10));
}

export type KeptTill = TillSession & { readonly till: string };

type Row = { name: Buffer; state: string };

const select = 'SELECT name, state FROM till_session JOIN subject ON subject_id = till_id';

/** The newest session of a till, open or closed; undefined for a till that was never opened. */
export function findTill(db: Db, till: string): TillSession | undefined {
  const state = db
    .prepare(`SELECT state FROM till_session WHERE till_id = (SELECT subject_id FROM subject WHERE name = ? AND kind = 5)
      ORDER BY session DESC LIMIT 1`)
    .pluck()
    .get(Buffer.from(till)) as string | undefined;
  return state === undefined ? undefined : (JSON.parse(state) as TillSession);
}

/** The newest session of every till, by name. */
export function newestTills(db: Db): KeptTill[] {
  const rows = db
    .prepare(`${select} WHERE session = (SELECT max(session) FROM till_session AS other WHERE other.till_id = till_session.till_id)
      ORDER BY name`)
    .all() as Row[];
  return rows.map(tillOf);
}

/** Sessions that were open at some time of a civil day. */
export function tillsOfDay(db: Db, date: string): KeptTill[] {
  const day = dayNumber(date);
  const rows = db
    .prepare(`${select} WHERE opened_day <= ? AND coalesce(closed_day, 99999999) >= ? ORDER BY name, session`)
    .all(day, day) as Row[];
  return rows.map(tillOf);
}

/** What went through all tills on a civil day, in the order of the journal. */
export function tillEventsOfDay(db: Db, date: string): TillEvent[] {
  const start = secondsOf(`${date}T00:00:00+07:00`);
  const rows = db
    .prepare(
      `SELECT type, body FROM journal WHERE subject_id IN (SELECT till_id FROM till_session) AND at >= ? AND at < ? ORDER BY seq`,
    )
    .all(start, start + 86_400) as { type: string; body: string }[];
  return rows.map(({ type, body }) => ({ type, ...(JSON.parse(body) as object) }) as TillEvent);
}

function tillOf({ name, state }: Row): KeptTill {
  return { ...(JSON.parse(state) as TillSession), till: name.toString('utf8') };
}
