import type { HandOverView } from '../../contract/routing/hand-over.ts';
import { foldCase } from '../../domain/case/state.ts';
import type { RecordedAction } from '../../domain/entries/case.ts';
import { caseActions } from '../../store/case/case.ts';
import { type KeptHandOver, documentsOfHandOver } from '../../store/routing/hand-over.ts';
import { getProcedureOf, personName } from '../case-view.ts';
import type { Room } from '../room.ts';

/** A case as a list names it, from its actions up to the moment that is asked about. */
export function listedCase(room: Room, caseId: string, actions: readonly RecordedAction[]) {
  const state = foldCase(actions);
  const { number, received } = state;
  const papers = received.components.reduce((sum, [, originals, copies]) => sum + originals + copies, 0);
  return {
    caseId,
    number: number.official ?? number.local,
    applicantName: received.applicant.fullName,
    procedureName: getProcedureOf(room, state).name,
    papers,
    acceptedAt: state.acceptedAt,
    dueAt: state.dueAt,
    legs: state.legs,
  };
}

export function handOverView(room: Room, list: KeptHandOver): HandOverView {
  const { handOverId, number, to, note, madeAt, madeBy, caseIds, received } = list;
  const missing = new Set(received?.missing);
  return {
    handOverId,
    number,
    to,
    note,
    madeAt,
    madeByName: personName(room, madeBy),
    cases: caseIds.map((caseId) => {
      const listed = listedCase(room, caseId, caseActions(room.store.db, caseId));
      const { number: caseNumber, applicantName, procedureName } = listed;
      return { caseId, number: caseNumber, applicantName, procedureName, missing: missing.has(caseId) };
    }),
    received: received === null ? null : { at: received.at, by: received.by, missing: missing.size },
    documents: documentsOfHandOver(room.store.db, handOverId).map(({ form, documentId, sha256 }) => ({
      form,
      documentId,
      sha256,
    })),
  };
}
