import type { Db } from './open.ts';
import { type CaseSummary, type SummaryRow, fromSummary, summaryColumns, summaryOf } from './case-store.ts';

type Row = SummaryRow & { phone: string | null };

const isRunning = 'status IN (2, 4, 6) AND due_at IS NOT NULL AND extended = 0';

/**
 * Cases with a promise running that no apology has moved, the nearest first, with whom to call; with `before` only those that
 * were in the journal before that entry.
 */
export function runningPromises(
  db: Db,
  limit: number,
  before = Number.MAX_SAFE_INTEGER,
): (CaseSummary & { readonly phone: string | null })[] {
  const rows = db
    .prepare(`SELECT ${summaryColumns}, person.phone ${fromSummary}
      WHERE ${isRunning} AND (SELECT min(seq) FROM journal WHERE journal.subject_id = case_id) < ? ORDER BY due_at LIMIT ?`)
    .all(before, limit) as Row[];
  return rows.map((row) => ({ ...summaryOf(row), phone: row.phone }));
}
