import type { Db } from './open.ts';
import { type CaseSummary, type SummaryRow, selectSummary, summaryOf } from './case-store.ts';

type Row = SummaryRow & { phone: string | null };

/** Cases with a promise running that no apology has moved, the nearest first, with whom to call. */
export function runningPromises(db: Db, limit: number): (CaseSummary & { readonly phone: string | null })[] {
  const rows = db
    .prepare(`${selectSummary.replace('SELECT ', 'SELECT person.phone AS phone, ')}
      WHERE status IN (2, 4, 6) AND due_at IS NOT NULL AND extended = 0 ORDER BY due_at LIMIT ?`)
    .all(limit) as Row[];
  return rows.map((row) => ({ ...summaryOf(row), phone: row.phone }));
}
