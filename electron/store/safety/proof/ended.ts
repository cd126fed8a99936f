import { civilOf } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared } from '../../file/rows/prepared.ts';

/** What each act makes of the receipt before it. A file that was completed and a promise that moved give a newer one; a wrong one is void (NĐ 118/2025 Điều 17 k3, Điều 19 k4, k5). */
export const receiptEnders: ReadonlyMap<string, 'superseded' | 'void'> = new Map([
  ['supplemented', 'superseded'],
  ['verification-needed', 'superseded'],
  ['corrected', 'void'],
  // Received by mistake: the paper was taken back, and one that went out all the same counts for nothing.
  ['reception-undone', 'void'],
]);

type Row = { subject: number; type: string; at: number; hash: Buffer };
export type EndedReceipt = { readonly head: string; readonly verdict: 'superseded' | 'void'; readonly at: string };

/** Every receipt that another one took the place of, by the first 32 digits of its entry's hash, and when. */
export function endedReceipts(db: Db): EndedReceipt[] {
  const types = [...receiptEnders.keys()].map((type) => `'${type}'`).join(', ');
  const rows = prepared(
    db,
    `SELECT subject_id AS subject, type, at, hash FROM journal
      WHERE subject_id IN (SELECT subject_id FROM journal WHERE type IN (${types})) AND type IN ('received', ${types})
      ORDER BY subject_id, seq`,
  ).all() as Row[];
  return rows.flatMap(({ subject, hash }, index) => {
    const next = rows[index + 1];
    if (next?.subject !== subject) return [];
    const verdict = receiptEnders.get(next.type) ?? 'superseded';
    return [{ head: hash.toString('hex').slice(0, 32), verdict, at: civilOf(next.at) }];
  });
}
