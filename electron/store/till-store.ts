import type { TillEvent } from '../domain/entries/money.ts';
import type { TillSession } from '../domain/money/till.ts';
import { dayNumber } from './day-number.ts';
import { secondsOf } from './instant.ts';
import type { Db } from './open.ts';

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
