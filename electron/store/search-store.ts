import { fold } from '../domain/vietnamese.ts';
import { type CaseSummary, type SummaryRow, selectSummary, summaryOf } from './case-store.ts';
import type { Db } from './open.ts';

/** Cases for what was typed in the one box: a name without marks in any order, the last digits of an id, a phone, a number. Newest first. */
export function searchCases(db: Db, text: string, limit: number): CaseSummary[] {
  const words = fold(text).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const query = words.map((word) => `"${word}"*`).join(' ');
  const rows = db
    .prepare(`${selectSummary} WHERE person_id IN (SELECT rowid FROM person_name WHERE person_name MATCH ? ORDER BY rowid DESC LIMIT 200)
      ORDER BY case_id DESC LIMIT ?`)
    .all(query, limit) as SummaryRow[];
  return rows.map(summaryOf);
}
