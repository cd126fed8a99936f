import type { CaseStatus } from '../contract/values.ts';
import { type CaseState, foldCase } from '../domain/case/state.ts';
import { getStatusByCode } from '../domain/case/status.ts';
import type { CaseAction } from '../domain/entries/case.ts';
import { isBundleOpen } from '../domain/routing/bundle.ts';
import { type Whereabouts, firstWhereabouts, follow, moving } from '../domain/routing/whereabouts.ts';
import { actionsOfRow } from './case-store.ts';
import { civilOf } from './instant.ts';
import type { Db } from './open.ts';
import {
  type WhereaboutsRow,
  type WhereaboutsTable,
  whereaboutsColumns,
  whereaboutsTable,
} from './whereabouts-table.ts';

/** Who wrote an entry, and which it is. */
export type RecordedBy = { readonly actor: string; readonly seq: number };

/** Whether a case has a row; one that never left the counter, or is closed with nothing owed for its papers, has none. */
function isUnderWay({ stage, bundle }: Whereabouts, status: CaseStatus): boolean {
  const begun = stage !== null || bundle.moves > 0;
  const closed =
    status === 'returned' || status === 'stopped' || (status === 'refused' && bundle.at.kind === 'archive');
  return begun && (!closed || isBundleOpen(bundle));
}

/** The row a case has; undefined where it has none. */
export function whereaboutsRow(where: Whereabouts, status: CaseStatus): WhereaboutsRow | undefined {
  return isUnderWay(where, status) ? whereaboutsColumns(where) : undefined;
}

export function whereaboutsOf({ holder, stage, bundle }: CaseState): Whereabouts {
  return { holder, stage, bundle };
}

function begins({ type }: CaseAction): boolean {
  return type === 'transferred' || type.startsWith('bundle-');
}

/** Keeps the list of files and papers that are under way. */
export function whereaboutsProjection(
  db: Db,
  table: WhereaboutsTable = whereaboutsTable(db),
): (caseId: number, at: number, action: CaseAction, by: RecordedBy) => void {
  const status = db.prepare('SELECT status FROM case_summary WHERE case_id = ?').pluck();
  const accepted = db.prepare('SELECT accepted_at FROM case_summary WHERE case_id = ?').pluck();
  const receiver = db
    .prepare(
      'SELECT username FROM journal LEFT JOIN account USING (account_id) WHERE subject_id = ? ORDER BY seq LIMIT 1',
    )
    .pluck();
  function next(caseId: number, at: number, action: CaseAction, { actor, seq }: RecordedBy): Whereabouts {
    const kept = table.find(caseId);
    const moved = { action, at: civilOf(at), actor };
    if (kept !== undefined) return follow(kept, moved);
    // The common beginning is reckoned at once; whatever comes back into the list is folded from the journal.
    if (action.type !== 'transferred') return whereaboutsOf(foldCase(actionsOfRow(db, caseId, seq)));
    const acceptedAt = civilOf(accepted.get(caseId) as number);
    return follow(firstWhereabouts((receiver.get(caseId) as string | null) ?? '', acceptedAt), moved);
  }

  return (caseId, at, action, by) => {
    if (!moving.has(action.type)) return;
    // Only a hand-over or the papers bring a case into the list; most cases leave it for good, or were never in it.
    if (!begins(action) && !table.has(caseId)) return;
    const where = next(caseId, at, action, by);
    if (isUnderWay(where, getStatusByCode(status.get(caseId) as number))) table.keep(caseId, where);
    else table.drop(caseId);
  };
}
