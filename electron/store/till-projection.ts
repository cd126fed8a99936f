import { canonicalJson } from '../domain/base/canonical-json.ts';
import type { TillEvent } from '../domain/entries/money.ts';
import { type TillSession, applyTill } from '../domain/money/till.ts';
import { dayNumber } from './day-number.ts';
import { civilOf } from './instant.ts';
import type { Db } from './open.ts';

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
