import { type HeldCase, type HeldRow, heldCase, heldColumns, heldJoins, ofHolder } from './held-case.ts';
import { civilOrNull } from './instant.ts';
import type { Db } from './open.ts';
import { prepared, preparedValue } from './prepared.ts';

/** A case whose inner step, or whose leg at an agency, is over its own clock, or whose leg has none. */
export type LateCase = HeldCase & {
  /** The end of the clock that ran out; null for a leg that nobody gave a time. */
  readonly until: string | null;
  /** The fold of the step or of the legs, as JSON. */
  readonly state: string;
};

/** Each kind by its table and the words of its index; both tables are as small as the office's open work. */
const kinds = {
  step: { table: 'whereabouts', until: 'step_due_at', where: 'step_due_at IS NOT NULL AND step_due_at < @now' },
  // No clock runs against a case that waits for its citizen or is closed (Điều 19 k5, Điều 21).
  leg: {
    table: 'case_leg',
    until: 'by_at',
    where: `stage <> 'finished' AND stage IN ('to-send', 'sent', 'running') AND by_at < @now AND status IN (2, 4, 6)`,
  },
  untimed: {
    table: 'case_leg',
    until: 'by_at',
    where: `stage <> 'finished' AND stage IN ('to-send', 'sent', 'running') AND by_at IS NULL AND status IN (2, 4, 6)`,
  },
} as const;
export type LateKind = keyof typeof kinds;

export type LateQuestion = { readonly holder: string | null; readonly now: number; readonly limit: number };

/** What is over its inner clock, the longest late first; of one holder, where that is asked. */
export function lateCases(db: Db, kind: LateKind, question: LateQuestion): LateCase[] {
  const { table, until, where } = kinds[kind];
  const rows = prepared(
    db,
    `SELECT ${heldColumns}, ${until} AS until, state FROM ${table} CROSS JOIN case_summary USING (case_id) ${heldJoins}
      WHERE ${ofHolder(where, question.holder)} ORDER BY ${until}, case_id LIMIT @limit`,
  ).all(question) as (HeldRow & { until: number | null; state: string })[];
  return rows.map((row) => ({ ...heldCase(row), until: civilOrNull(row.until), state: row.state }));
}

/** How many there are, up to `limit`. */
export function countLate(db: Db, kind: LateKind, question: LateQuestion): number {
  const { table, where } = kinds[kind];
  return preparedValue(
    db,
    `SELECT count(*) FROM (SELECT 1 FROM ${table} CROSS JOIN case_summary USING (case_id)
      WHERE ${ofHolder(where, question.holder)} LIMIT @limit)`,
  ).get(question) as number;
}
