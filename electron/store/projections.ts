import type { CaseAction } from '../domain/entries/case.ts';
import type { OfficeEvent, PrintEvent } from '../domain/entries/entry.ts';
import type { HandOverEvent } from '../domain/entries/hand-over.ts';
import type { IntakeEvent } from '../domain/entries/intake.ts';
import type { KitEvent } from '../domain/entries/kit.ts';
import type { ReceiptEvent, TillEvent } from '../domain/entries/money.ts';
import type { PetitionEvent } from '../domain/entries/petition.ts';
import { type CaseProjection, caseProjection, keepAsFolded, personLook } from './counter/case/case.ts';
import { correctionProjection } from './counter/case/correction.ts';
import type { Db } from './file/db.ts';
import { preparedValue } from './file/rows/prepared.ts';
import { intakeProjection } from './counter/intake/intake.ts';
import { type AtEnd, type Deriving, type Projections, isOfEntries } from './journal/entries.ts';
import { kitProjection } from './counter/kit/kit.ts';
import { openFeeProjection } from './counter/money/open-fees.ts';
import { receiptProjection } from './counter/money/fee-receipt.ts';
import { tillProjection } from './counter/money/till.ts';
import { officeProjection } from './common/office/settings.ts';
import { petitionProjection } from './counter/petition/petition.ts';
import { printProjection } from './common/printing/print.ts';
import { handOverProjection } from './routing/hand-over.ts';
import { legProjection } from './routing/legs.ts';
import {
  type WhereaboutsTable,
  placeCase,
  whereaboutsOf,
  whereaboutsProjection,
  whereaboutsTable,
} from './routing/whereabouts.ts';
import { inquiryProjection, proposalProjection } from './counter/work/work.ts';

/**
 * Everything that is derived from the journal, and the one place that derives it: for a new entry and for a rebuild alike.
 * @param whereaboutsKept where the cases under way are kept, when it is not their table
 */
export function projections(db: Db, whereaboutsKept?: WhereaboutsTable): Deriving {
  const atEnd: AtEnd = new Map();
  const office = officeProjection(db);
  const print = printProjection(db);
  const receipt = receiptProjection(db);
  const till = tillProjection(db);
  const openFees = openFeeProjection(db);
  const legs = legProjection(db);
  const handOver = handOverProjection(db, atEnd);
  const intake = intakeProjection(db);
  const kit = kitProjection(db);
  const petition = petitionProjection(db);
  const cases: CaseProjection = caseProjection(db, atEnd);
  const inquiries = inquiryProjection(db);
  const proposals = proposalProjection(db);
  const correct = correctionProjection(db, atEnd);
  const whereabouts = whereaboutsProjection(db, whereaboutsKept);
  const look = personLook(db, atEnd);
  const personOf = preparedValue(db, 'SELECT person_id FROM case_summary WHERE case_id = ?');
  const tell: Projections = (kind, subjectId, at, event, by) => {
    switch (kind) {
      case 'office':
        return office(event as OfficeEvent, by.seq);
      case 'case':
        if (event.type === 'corrected') correct(subjectId, at, event, by);
        else cases(subjectId, at, event as CaseAction, by);
        inquiries(subjectId, event as CaseAction);
        proposals(subjectId, at, event as CaseAction);
        openFees.tell(subjectId, at, event as CaseAction, by);
        whereabouts(subjectId, at, event as CaseAction, by);
        return legs(subjectId, at, event as CaseAction, by);
      case 'hand-over':
        return handOver(subjectId, at, event as HandOverEvent, by);
      case 'print':
        return print(subjectId, at, event as PrintEvent);
      case 'till':
        return till(subjectId, at, event as TillEvent, by);
      case 'receipt':
        return receipt(subjectId, at, event as ReceiptEvent, by);
      case 'intake':
        return intake(subjectId, at, event as IntakeEvent, by);
      case 'kit':
        return kit(subjectId, event as KitEvent, by);
      case 'petition':
        return petition(subjectId, at, event as PetitionEvent, by);
      case 'account':
        // Accounts hold secrets that never enter the journal, so they are not derived from it.
        return undefined;
    }
  };
  /** There is something to settle among several desks alone, and what one of them told may be of any shape: it changes nothing then. */
  function settle(look: () => void): void {
    try {
      db.transaction(look)();
    } catch (error) {
      if (!isOfEntries(error)) throw error;
    }
  }

  return {
    tell,
    leave: (caseId) => {
      const personId = personOf.get(caseId) as number | undefined;
      if (personId !== undefined) look(personId);
      (whereaboutsKept ?? whereaboutsTable(db)).drop(caseId);
      openFees.drop(caseId);
    },
    fit: (caseId, state) => {
      keepAsFolded(db, caseId, state);
      openFees.anew(caseId);
      placeCase(whereaboutsKept ?? whereaboutsTable(db), caseId, whereaboutsOf(state), state.status);
    },
    settle: () => {
      if (atEnd.size === 0) return;
      for (const look of atEnd.values()) settle(look);
      atEnd.clear();
    },
    forget: () => atEnd.clear(),
  };
}

/** Tables that can be thrown away, in an order that respects their references; the search tables of persons follow `person` (rebuildSearch). */
export const projectedTables = [
  'conflict',
  'set_aside',
  'hand_over_missing',
  'hand_over',
  'bundle_away',
  'case_leg',
  'leg_override',
  'intake',
  'petition',
  'certification',
  'till_session',
  'receipt',
  'print_job',
  'official_number',
  'paper_number',
  'superseded_number',
  'kit_number',
  'number_use',
  'whereabouts',
  'case_submitter',
  'inquiry',
  'supplement_proposal',
  'fee_open',
  'fee_shape',
  'case_summary',
  'person',
  'term_override',
  'process_override',
  'spent_number',
  'setting',
] as const;
