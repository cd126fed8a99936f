import { civilOf } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared } from '../../file/rows/prepared.ts';

export type Draft = {
  readonly draftId: string;
  readonly label: string;
  readonly body: Record<string, unknown>;
  readonly savedAt: string;
};

/** Overwrites the clerk's draft of this id. Another clerk's draft of the same id is another draft. */
export function saveDraft(
  db: Db,
  accountId: number,
  draft: { draftId: string; label: string; body: unknown },
  at: number,
): void {
  prepared(
    db,
    `INSERT INTO draft (draft_id, account_id, label, body, saved_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (account_id, draft_id) DO UPDATE SET label = excluded.label, body = excluded.body, saved_at = excluded.saved_at`,
  ).run(draft.draftId, accountId, draft.label, JSON.stringify(draft.body), at);
}

export function listDrafts(db: Db, accountId: number): Draft[] {
  const rows = prepared(
    db,
    'SELECT draft_id, label, body, saved_at FROM draft WHERE account_id = ? ORDER BY saved_at DESC, draft_id LIMIT 50',
  ).all(accountId) as { draft_id: string; label: string; body: string; saved_at: number }[];
  return rows.map((row) => ({
    draftId: row.draft_id,
    label: row.label,
    body: JSON.parse(row.body) as Record<string, unknown>,
    savedAt: civilOf(row.saved_at),
  }));
}

/** Whether there was one to discard. */
export function discardDraft(db: Db, accountId: number, draftId: string): boolean {
  return prepared(db, 'DELETE FROM draft WHERE draft_id = ? AND account_id = ?').run(draftId, accountId).changes === 1;
}
