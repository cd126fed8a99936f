import { type Fault, fault } from '../contract/fault.ts';
import { foldCase } from '../domain/case/state.ts';
import { sheetForm } from '../domain/printing/paper-place.ts';
import { caseActions } from '../store/case/case.ts';
import { supersededBy } from './case-view.ts';
import type { KeptDocument } from './papers.ts';
import type { Room } from './room.ts';

/** Papers of a case that bear its number to somebody: the receipt, and the slip that goes with the file. */
export const numberedPapers: readonly string[] = ['mau-01', 'mau-06'];

/** A receipt that was corrected, and the slip with its number, are kept and shown, and leave the desk no more. */
export function supersededPaper(
  room: Room,
  { caseId, document, printed }: KeptDocument,
): Fault<'paper-superseded'> | null {
  const actions = caseActions(room.store.db, caseId);
  if (!numberedPapers.includes(sheetForm(document.form)) || actions.length === 0) return null;
  const state = foldCase(actions);
  const made = state.documents.find(({ documentId }) => documentId === document.documentId);
  const by = supersededBy(actions, state, made?.seq ?? 0);
  return by === null ? null : fault('paper-superseded', { number: printed, by });
}
