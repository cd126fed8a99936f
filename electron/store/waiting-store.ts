import type { BundlePlace } from '../domain/entries/case.ts';
import type { LegState } from '../domain/routing/legs.ts';
import { civilOf } from './instant.ts';
import { type NamedCase, type NamedRow, namedCase, namedColumns } from './named-case.ts';
import type { Db } from './open.ts';

/** A case whose papers wait to be handed to somebody, with what lists show of it. */
export type WaitingCase = NamedCase & {
  readonly acceptedAt: string;
  readonly legs: readonly LegState[];
  readonly place: BundlePlace | null;
  /** The state of the list it was missing from, where it was. */
  readonly missedFrom: string | null;
};

type Row = NamedRow & {
  accepted_at: number;
  legs: string | null;
  place: string | null;
  missed: string | null;
};

const select = `SELECT ${namedColumns}, accepted_at, case_leg.state AS legs,
    bundle_away.place AS place, hand_over.state AS missed
  FROM case_summary JOIN subject ON subject.subject_id = case_summary.case_id JOIN person USING (person_id)
    JOIN catalogue_procedure USING (procedure_id) LEFT JOIN case_leg ON case_leg.case_id = case_summary.case_id
    LEFT JOIN bundle_away ON bundle_away.case_id = case_summary.case_id
    LEFT JOIN hand_over_missing ON hand_over_missing.case_id = case_summary.case_id
    LEFT JOIN hand_over ON hand_over.hand_over_id = hand_over_missing.hand_over_id`;

/** Each kind of waiting, in the order of what is nearest. */
const kinds = {
  /** Papers for another agency. */
  unit: `WHERE case_summary.case_id IN (SELECT case_id FROM case_leg WHERE stage = 'to-send' AND way = 'paper')
    AND status IN (2, 4) ORDER BY case_leg.by_at, case_summary.case_id`,
  /** Accepted here and not passed on: not those that go elsewhere. */
  division: `WHERE status = 2 AND (case_leg.case_id IS NULL OR case_leg.way = 'here' OR case_leg.stage = 'finished')
    ORDER BY accepted_at, case_summary.case_id`,
  /** Results whose papers lie elsewhere. */
  counter: `WHERE bundle_away.case_id IS NOT NULL AND status IN (3, 8, 9) ORDER BY finished_at, case_summary.case_id`,
  /** On a list and not there: whatever became of the case since, the papers are to be found. */
  missed: `WHERE hand_over_missing.case_id IS NOT NULL ORDER BY accepted_at, case_summary.case_id`,
} as const;

export function waitingCases(db: Db, kind: keyof typeof kinds, limit: number): WaitingCase[] {
  return (db.prepare(`${select} ${kinds[kind]} LIMIT ?`).all(limit) as Row[]).map(waitingOf);
}

function waitingOf(row: Row): WaitingCase {
  return {
    ...namedCase(row),
    acceptedAt: civilOf(row.accepted_at),
    legs: row.legs === null ? [] : (JSON.parse(row.legs) as readonly LegState[]),
    place: row.place === null ? null : (JSON.parse(row.place) as BundlePlace),
    missedFrom: row.missed,
  };
}
