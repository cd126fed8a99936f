import type { CaseStatus } from '../contract/case.ts';
import { isBundleOpen } from '../domain/bundle.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { CaseAction } from '../domain/case-action.ts';
import { type CaseState, foldCase } from '../domain/case-state.ts';
import { getStatusByCode } from '../domain/case-status.ts';
import { type Whereabouts, firstWhereabouts, follow, moving } from '../domain/whereabouts.ts';
import { actionsOfRow } from './case-store.ts';
import { civilOf, secondsOrNull } from './instant.ts';
import type { Db } from './open.ts';

/** Who wrote an entry, and which it is. */
export type RecordedBy = { readonly actor: string; readonly seq: number };

export type WhereaboutsRow = {
  readonly state: string;
  readonly step_due_at: number | null;
  readonly keeper: string | null;
  readonly awaited_at: number | null;
  readonly missing_at: number | null;
  readonly lost_at: number | null;
};

/** The row a case has; undefined for one that never left the counter, or is closed with nothing owed for its papers. */
export function whereaboutsRow(where: Whereabouts, status: CaseStatus): WhereaboutsRow | undefined {
  const { stage, bundle } = where;
  const begun = stage !== null || bundle.moves > 0;
  const closed =
    status === 'returned' || status === 'stopped' || (status === 'refused' && bundle.at.kind === 'archive');
  if (!begun || (closed && !isBundleOpen(bundle))) return undefined;
  return {
    state: canonicalJson(where),
    step_due_at: secondsOrNull(stage?.dueAt ?? null),
    keeper: bundle.at.kind === 'person' ? bundle.at.username : null,
    awaited_at: secondsOrNull(bundle.awaitedSince),
    missing_at: secondsOrNull(bundle.missingSince),
    lost_at: bundle.lost === null || bundle.lost.settledAt !== null ? null : secondsOrNull(bundle.lost.reportedAt),
  };
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
): (caseId: number, at: number, action: CaseAction, by: RecordedBy) => void {
  const find = db.prepare('SELECT state FROM whereabouts WHERE case_id = ?').pluck();
  const status = db.prepare('SELECT status FROM case_summary WHERE case_id = ?').pluck();
  const accepted = db.prepare('SELECT accepted_at FROM case_summary WHERE case_id = ?').pluck();
  const receiver = db
    .prepare(
      'SELECT username FROM journal LEFT JOIN account USING (account_id) WHERE subject_id = ? ORDER BY seq LIMIT 1',
    )
    .pluck();
  const keep =
    db.prepare(`INSERT INTO whereabouts (case_id, state, step_due_at, keeper, awaited_at, missing_at, lost_at)
    VALUES (@caseId, @state, @step_due_at, @keeper, @awaited_at, @missing_at, @lost_at)
    ON CONFLICT DO UPDATE SET state = excluded.state, step_due_at = excluded.step_due_at, keeper = excluded.keeper,
      awaited_at = excluded.awaited_at, missing_at = excluded.missing_at, lost_at = excluded.lost_at`);
  const drop = db.prepare('DELETE FROM whereabouts WHERE case_id = ?');

  function next(caseId: number, at: number, action: CaseAction, { actor, seq }: RecordedBy): Whereabouts {
    const kept = find.get(caseId) as string | undefined;
    const moved = { action, at: civilOf(at), actor };
    if (kept !== undefined) return follow(JSON.parse(kept) as Whereabouts, moved);
    // The common beginning is reckoned at once; whatever comes back into the list is folded from the journal.
    if (action.type !== 'transferred') return whereaboutsOf(foldCase(actionsOfRow(db, caseId, seq)));
    const acceptedAt = civilOf(accepted.get(caseId) as number);
    return follow(firstWhereabouts((receiver.get(caseId) as string | null) ?? '', acceptedAt), moved);
  }

  return (caseId, at, action, by) => {
    if (!moving.has(action.type)) return;
    // Only a hand-over or the papers bring a case into the list; most cases leave it for good, or were never in it.
    if (!begins(action) && find.get(caseId) === undefined) return;
    const row = whereaboutsRow(next(caseId, at, action, by), getStatusByCode(status.get(caseId) as number));
    if (row === undefined) drop.run(caseId);
    else keep.run({ caseId, ...row });
  };
}
