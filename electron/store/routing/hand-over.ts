import { canonicalJson } from '../../domain/base/canonical-json.ts';
import type { CaseDocument } from '../../domain/entries/case.ts';
import type { HandOverEvent } from '../../domain/entries/hand-over.ts';
import { type HandOver, applyHandOver } from '../../domain/routing/hand-over.ts';
import { civilOf, dayNumber, findUuidBytes, secondsOf, uuidText } from '../file/codecs.ts';
import type { Db } from '../file/db.ts';

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

export type KeptHandOver = HandOver & { readonly handOverId: string };

type Row = { name: Buffer; state: string };

const select = 'SELECT name, state FROM hand_over JOIN subject ON subject_id = hand_over_id';

export function findHandOver(db: Db, handOverId: string): KeptHandOver | undefined {
  const name = findUuidBytes(handOverId);
  if (name === undefined) return undefined;
  const row = db.prepare(`${select} WHERE name = ? AND kind = 8`).get(name) as Row | undefined;
  return row && kept(row);
}

export function findHandOverByNumber(db: Db, number: string): KeptHandOver | undefined {
  const row = db.prepare(`${select} WHERE number = ?`).get(number) as Row | undefined;
  return row && kept(row);
}

/** Lists that the other side has not signed, oldest first; or the newest of all. */
export function listHandOvers(db: Db, { open, limit }: { open: boolean; limit: number }): KeptHandOver[] {
  const which = open ? 'WHERE received_at IS NULL ORDER BY made_at, hand_over_id' : 'ORDER BY hand_over_id DESC';
  return (db.prepare(`${select} ${which} LIMIT ?`).all(limit) as Row[]).map(kept);
}

/** The greatest serial of a day; 0 when no list was made on it. */
export function lastHandOverSerial(db: Db, day: string): number {
  const last = db.prepare('SELECT max(serial) FROM hand_over WHERE day = ?').pluck().get(dayNumber(day));
  return (last as number | null) ?? 0;
}

/** The papers of a list, first to last. */
export function documentsOfHandOver(db: Db, handOverId: string): CaseDocument[] {
  const name = findUuidBytes(handOverId);
  if (name === undefined) return [];
  const entries = db
    .prepare(`SELECT seq, at, body FROM journal JOIN subject USING (subject_id)
      WHERE name = ? AND kind = 8 AND type = 'document-made' ORDER BY seq`)
    .all(name) as { seq: number; at: number; body: string }[];
  return entries.map(({ seq, at, body }) => {
    const document = JSON.parse(body) as Omit<Extract<HandOverEvent, { type: 'document-made' }>, 'type'>;
    return { ...document, madeAt: civilOf(at), seq };
  });
}

/** The entry that a list begins with: its papers say the cases as they stood then. */
export function handOverSeq(db: Db, handOverId: string): number {
  return db
    .prepare(`SELECT seq FROM journal JOIN subject USING (subject_id)
      WHERE name = ? AND kind = 8 AND type = 'hand-over-made'`)
    .pluck()
    .get(findUuidBytes(handOverId)) as number;
}

/** Whether a case was on a list and not there when it was signed; then which list. */
export function findMissedList(db: Db, caseId: string): KeptHandOver | undefined {
  const name = findUuidBytes(caseId);
  if (name === undefined) return undefined;
  const row = db
    .prepare(`SELECT list.name AS name, state FROM hand_over_missing AS missing JOIN hand_over USING (hand_over_id)
      JOIN subject AS list ON list.subject_id = missing.hand_over_id
      JOIN subject AS kase ON kase.subject_id = missing.case_id WHERE kase.name = ? AND kase.kind = 3`)
    .get(name) as Row | undefined;
  return row && kept(row);
}

function kept({ name, state }: Row): KeptHandOver {
  return { ...(JSON.parse(state) as HandOver), handOverId: uuidText(name) };
}
