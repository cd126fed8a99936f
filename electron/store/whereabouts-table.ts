import { canonicalJson } from '../domain/base/canonical-json.ts';
import type { Whereabouts } from '../domain/routing/whereabouts.ts';
import { secondsOrNull } from './instant.ts';
import type { Db } from './open.ts';

export type WhereaboutsRow = {
  readonly state: string;
  readonly step_due_at: number | null;
  readonly keeper: string | null;
  readonly awaited_at: number | null;
  readonly missing_at: number | null;
  readonly lost_at: number | null;
};

/** The columns that lists are read by stand beside the state that they follow from. */
export function whereaboutsColumns(where: Whereabouts): WhereaboutsRow {
  const { stage, bundle } = where;
  return {
    state: canonicalJson(where),
    step_due_at: secondsOrNull(stage?.dueAt ?? null),
    keeper: bundle.at.kind === 'person' ? bundle.at.username : null,
    awaited_at: secondsOrNull(bundle.awaitedSince),
    missing_at: secondsOrNull(bundle.missingSince),
    lost_at: bundle.lost === null || bundle.lost.settledAt !== null ? null : secondsOrNull(bundle.lost.reportedAt),
  };
}

/** Cases under way, by row. */
export type WhereaboutsTable = {
  has(caseId: number): boolean;
  find(caseId: number): Whereabouts | undefined;
  keep(caseId: number, where: Whereabouts): void;
  drop(caseId: number): void;
};

export function whereaboutsTable(db: Db): WhereaboutsTable {
  const find = db.prepare('SELECT state FROM whereabouts WHERE case_id = ?').pluck();
  const has = db.prepare('SELECT 1 FROM whereabouts WHERE case_id = ?').pluck();
  const keep = keeper(db);
  const drop = db.prepare('DELETE FROM whereabouts WHERE case_id = ?');
  return {
    has: (caseId) => has.get(caseId) !== undefined,
    find: (caseId) => {
      const state = find.get(caseId) as string | undefined;
      return state === undefined ? undefined : (JSON.parse(state) as Whereabouts);
    },
    keep,
    drop: (caseId) => void drop.run(caseId),
  };
}

/**
 * The whole table in memory while an office is made by machine: it is as small as the office's work, but nearly every case goes through
 * it. `putBack` writes it, inside the same transaction.
 */
export function whereaboutsAside(db: Db): WhereaboutsTable & { putBack(): void } {
  const kept = new Map<number, Whereabouts>();
  for (const { id, state } of db.prepare('SELECT case_id AS id, state FROM whereabouts').all() as Kept[])
    kept.set(id, JSON.parse(state) as Whereabouts);
  return {
    has: (caseId) => kept.has(caseId),
    find: (caseId) => kept.get(caseId),
    keep: (caseId, where) => void kept.set(caseId, where),
    drop: (caseId) => void kept.delete(caseId),
    putBack: () => {
      db.exec('DELETE FROM whereabouts');
      const keep = keeper(db);
      for (const [caseId, where] of [...kept].sort(([one], [other]) => one - other)) keep(caseId, where);
    },
  };
}

type Kept = { readonly id: number; readonly state: string };

function keeper(db: Db): WhereaboutsTable['keep'] {
  const keep =
    db.prepare(`INSERT INTO whereabouts (case_id, state, step_due_at, keeper, awaited_at, missing_at, lost_at)
    VALUES (@caseId, @state, @step_due_at, @keeper, @awaited_at, @missing_at, @lost_at)
    ON CONFLICT DO UPDATE SET state = excluded.state, step_due_at = excluded.step_due_at, keeper = excluded.keeper,
      awaited_at = excluded.awaited_at, missing_at = excluded.missing_at, lost_at = excluded.lost_at`);
  return (caseId, where) => void keep.run({ caseId, ...whereaboutsColumns(where) });
}
