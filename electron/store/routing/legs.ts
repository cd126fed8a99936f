import { canonicalJson } from '../../domain/base/canonical-json.ts';
import type { BundlePlace, CaseAction } from '../../domain/entries/case.ts';
import { legsOfCorrection } from '../../domain/counter/case/state.ts';
import type { RecordedBy } from '../journal/entries.ts';
import { acceptedAtOf } from '../../domain/counter/kit/back-entry.ts';
import {
  type LegState,
  applyLeg,
  beginLegs,
  findShownLeg,
  legAnew,
  nextMomentOf,
  legsOfWhole,
  resendBy,
} from '../../domain/routing/legs.ts';
import {
  type NamedCase,
  type NamedRow,
  isUndoneRow,
  namedCase,
  namedColumns,
  statusIn,
  statusIs,
} from '../counter/case/listed.ts';
import { civilOf, secondsOrNull } from '../file/rows/codecs.ts';
import type { Db } from '../file/db.ts';
import { type FoldedTable, foldedTable } from '../file/rows/folded-table.ts';
import { prepared, preparedValue } from '../file/rows/prepared.ts';
import { tie } from '../journal/order.ts';

/** The legs of cases that go through other agencies; the columns are those of the leg whose turn it is. */
function legTable(db: Db): FoldedTable<readonly LegState[]> {
  return foldedTable(db, {
    table: 'case_leg',
    key: 'case_id',
    columns: {
      stage: (legs) => getShownLeg(legs).stage,
      way: (legs) => getShownLeg(legs).way,
      agency: (legs) => getShownLeg(legs).agency,
      by_at: (legs) => secondsOrNull(nextMomentOf(getShownLeg(legs))),
    },
  });
}

/** The leg whose turn it is, or the last one when all are done. */
function getShownLeg(legs: readonly LegState[]): LegState {
  const leg = findShownLeg(legs) ?? legs.at(-1);
  if (leg === undefined) throw new Error('a case without legs has no row of them');
  return leg;
}

/** The legs of cases, and where papers are that are not where they came in, as the cases' actions tell. */
export function legProjection(db: Db): (caseId: number, at: number, action: CaseAction, by: RecordedBy) => void {
  const table = legTable(db);
  const away = prepared(
    db,
    'INSERT INTO bundle_away (case_id, place) VALUES (?, ?) ON CONFLICT DO UPDATE SET place = excluded.place',
  );
  const home = prepared(db, 'DELETE FROM bundle_away WHERE case_id = ?');

  function keepLegs(caseId: number, legs: readonly LegState[]): void {
    if (legs.length > 0) table.keep(caseId, legs);
  }

  function keepPlace(caseId: number, place: BundlePlace): void {
    if (place.kind === 'citizen' || place.kind === 'archive') home.run(caseId);
    else away.run(caseId, canonicalJson(place));
  }

  const acceptedAt = preparedValue(db, 'SELECT accepted_at FROM case_summary WHERE case_id = ?');
  // No clock runs while the citizen is waited for, nor after the end.
  const stopClock = prepared(db, 'UPDATE case_leg SET by_at = NULL WHERE case_id = ?');

  return (caseId, at, action, by) => {
    switch (action.type) {
      case 'corrected':
        if (action.legsAnew === undefined) return undefined;
        table.drop(caseId);
        return keepLegs(caseId, legsOfCorrection(action, civilOf(acceptedAt.get(caseId) as number), by));
      case 'received':
        return keepLegs(caseId, beginLegs(action.legs ?? [], acceptedAtOf(action, civilOf(at))));
      case 'bundle-moved':
        return keepPlace(caseId, action.to);
      case 'leg-sent':
      case 'leg-not-arrived':
      case 'leg-received':
      case 'leg-finished':
      case 'leg-returned-incomplete':
        return keepLegs(caseId, applyLeg(legsOf(caseId), civilOf(at), action));
      case 'supplement-requested':
      case 'withdrawn':
      case 'reception-undone':
      case 'stopped':
      case 'refused':
        return void stopClock.run(caseId);
      case 'verification-needed':
        return keepLegs(caseId, legsOfWhole(legsOf(caseId), action.term, action.dueAt));
      case 'supplemented':
        return keepLegs(caseId, (action.legAnew === true ? legAnew : resendBy)(legsOf(caseId), action.sendBy));
      case 'resumed':
        return keepLegs(caseId, legsOf(caseId));
      default:
        return undefined;
    }
  };

  function legsOf(caseId: number): readonly LegState[] {
    return table.find(caseId) ?? [];
  }
}

/** A case whose papers wait to be handed to somebody, with what lists show of it. */
export type FoundWaitingCase = NamedCase & {
  readonly acceptedAt: string;
  readonly legs: readonly LegState[];
  readonly place: BundlePlace | null;
  /** The state of the list it was missing from, where it was. */
  readonly missedFrom: string | null;
  /** The centre it goes back to, where another one received it. */
  readonly receivedByUnit: string | null;
};

type Row = NamedRow & {
  accepted_at: number;
  legs: string | null;
  place: string | null;
  missed: string | null;
  received_by_unit: string | null;
};

const select = `SELECT ${namedColumns}, accepted_at, received_by_unit, case_leg.state AS legs,
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
    AND ${statusIn('with-the-office')} ORDER BY case_leg.by_at`,
  /** Accepted here and not passed on: not those that go elsewhere. */
  division: `WHERE ${statusIs('accepted')} AND (case_leg.case_id IS NULL OR case_leg.way = 'here' OR case_leg.stage = 'finished')
    ORDER BY accepted_at`,
  /** Results of files that another centre received: they go back there (NĐ 118/2025 Điều 20 k1b). */
  back: `WHERE received_by_unit IS NOT NULL AND ${statusIn('to-return')} ORDER BY finished_at`,
  /** Results whose papers lie elsewhere. */
  counter: `WHERE bundle_away.case_id IS NOT NULL AND received_by_unit IS NULL AND ${statusIn('back-to-the-counter')} ORDER BY finished_at`,
  /** On a list and not there: whatever became of the case since, the papers are to be found; of one that was not received after all they went home. */
  missed: `WHERE hand_over_missing.case_id IS NOT NULL AND NOT ${isUndoneRow} ORDER BY accepted_at`,
} as const;

export function waitingCases(db: Db, kind: keyof typeof kinds, limit: number): FoundWaitingCase[] {
  return (prepared(db, `${select} ${kinds[kind]}, ${tie(db, 'case_summary.case_id')} LIMIT ?`).all(limit) as Row[]).map(
    waitingOf,
  );
}

function waitingOf(row: Row): FoundWaitingCase {
  return {
    ...namedCase(row),
    acceptedAt: civilOf(row.accepted_at),
    legs: row.legs === null ? [] : (JSON.parse(row.legs) as readonly LegState[]),
    place: row.place === null ? null : (JSON.parse(row.place) as BundlePlace),
    missedFrom: row.missed,
    receivedByUnit: row.received_by_unit,
  };
}
