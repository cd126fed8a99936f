import type { CaseAction } from '../domain/entries/case.ts';
import type { EntryBody, OfficeEvent, PrintEvent, Subject } from '../domain/entries/entry.ts';
import type { HandOverEvent } from '../domain/entries/hand-over.ts';
import type { IntakeEvent } from '../domain/entries/intake.ts';
import type { KitEvent } from '../domain/entries/kit.ts';
import type { ReceiptEvent, TillEvent } from '../domain/entries/money.ts';
import { type CaseProjection, caseProjection } from './case-projection.ts';
import { correctionProjection } from './correction-projection.ts';
import { handOverProjection } from './hand-over-projection.ts';
import { intakeProjection } from './intake-projection.ts';
import { kitProjection } from './kit-projection.ts';
import { legProjection } from './leg-projection.ts';
import { officeProjection } from './office-projection.ts';
import type { Db } from './open.ts';
import { printProjection } from './print-projection.ts';
import { receiptProjection } from './receipt-projection.ts';
import { tillProjection } from './till-projection.ts';
import { type RecordedBy, whereaboutsProjection } from './whereabouts-projection.ts';
import type { WhereaboutsTable } from './whereabouts-table.ts';

export type Projections = (
  kind: Subject['kind'],
  subjectId: number,
  at: number,
  event: EntryBody,
  by: RecordedBy,
) => void;

/**
 * Everything that is derived from the journal, and the one place that derives it: for a new entry and for a rebuild alike.
 * @param underWay where the cases under way are kept, when it is not their table
 */
export function projections(db: Db, underWay?: WhereaboutsTable): Projections {
  const office = officeProjection(db);
  const print = printProjection(db);
  const receipt = receiptProjection(db);
  const till = tillProjection(db);
  const legs = legProjection(db);
  const handOver = handOverProjection(db);
  const intake = intakeProjection(db);
  const kit = kitProjection(db);
  const cases: CaseProjection = caseProjection(db);
  const correct = correctionProjection(db);
  const whereabouts = whereaboutsProjection(db, underWay);
  return (kind, subjectId, at, event, by) => {
    switch (kind) {
      case 'office':
        return office(event as OfficeEvent, by.seq);
      case 'case':
        if (event.type === 'corrected') correct(subjectId, at, event);
        else cases(subjectId, at, event as CaseAction);
        whereabouts(subjectId, at, event as CaseAction, by);
        return legs(subjectId, at, event as CaseAction);
      case 'hand-over':
        return handOver(subjectId, at, event as HandOverEvent);
      case 'print':
        return print(subjectId, at, event as PrintEvent);
      case 'till':
        return till(subjectId, at, event as TillEvent);
      case 'receipt':
        return receipt(subjectId, at, event as ReceiptEvent);
      case 'intake':
        return intake(subjectId, at, event as IntakeEvent);
      case 'kit':
        return kit(subjectId, event as KitEvent);
      case 'account':
        // Accounts hold secrets that never enter the journal, so they are not derived from it.
        return undefined;
    }
  };
}

/** Tables that can be thrown away, in an order that respects their references; the search tables of persons follow `person` (rebuildSearch). */
export const projectedTables = [
  'hand_over_missing',
  'hand_over',
  'bundle_away',
  'case_leg',
  'leg_override',
  'intake',
  'till_session',
  'receipt',
  'print_job',
  'official_number',
  'paper_number',
  'superseded_number',
  'kit_number',
  'number_use',
  'whereabouts',
  'case_summary',
  'person',
  'term_override',
  'process_override',
  'setting',
] as const;
