import { canonicalJson } from '../domain/base/canonical-json.ts';
import type { HandOverEvent } from '../domain/entries/hand-over.ts';
import { type HandOver, applyHandOver } from '../domain/routing/hand-over.ts';
import { dayNumber } from './day-number.ts';
import { civilOf, secondsOf } from './instant.ts';
import type { Db } from './open.ts';
import { findUuidBytes } from './uuid.ts';

/** Hand-over lists as the journal tells them, and what was missing from them. */
export function handOverProjection(db: Db): (handOverId: number, at: number, event: HandOverEvent) => void {
  const caseRow = db.prepare('SELECT subject_id FROM subject WHERE name = ? AND kind = 3').pluck();
  const find = db.prepare('SELECT state FROM hand_over WHERE hand_over_id = ?').pluck();
  const keep = db.prepare(`INSERT INTO hand_over (hand_over_id, number, day, serial, made_at, received_at, state)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET received_at = excluded.received_at, state = excluded.state`);
  const miss = db.prepare(
    'INSERT INTO hand_over_missing (case_id, hand_over_id) VALUES (?, ?) ON CONFLICT DO UPDATE SET hand_over_id = excluded.hand_over_id',
  );
  const found = db.prepare('DELETE FROM hand_over_missing WHERE case_id = ?');
  const rowOf = (caseId: string) => caseRow.get(findUuidBytes(caseId)) as number;

  return (handOverId, at, event) => {
    if (event.type === 'document-made') return;
    const before = find.get(handOverId) as string | undefined;
    const list = applyHandOver(before === undefined ? undefined : (JSON.parse(before) as HandOver), civilOf(at), event);
    const { number, day, serial, madeAt, received } = list;
    const receivedAt = received === null ? null : secondsOf(received.at);
    keep.run(handOverId, number, dayNumber(day), serial, secondsOf(madeAt), receivedAt, canonicalJson(list));
    if (event.type === 'hand-over-made') for (const caseId of event.caseIds) found.run(rowOf(caseId));
    else for (const caseId of event.missing) miss.run(rowOf(caseId), handOverId);
  };
}
