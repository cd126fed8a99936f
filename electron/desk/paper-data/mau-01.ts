import { foldCase } from '../../domain/case/state.ts';
import type { RecordedAction } from '../../domain/entries/case.ts';
import { sheetForm } from '../../domain/printing/paper-place.ts';
import { entryHash } from '../../store/journal/chain.ts';
import { getProcedureOf, personName } from '../case-view.ts';
import { feesOf } from '../money/fees-of.ts';
import { type ReceiptFacts, receiptData } from '../receipt-data.ts';
import type { Room } from '../room.ts';
import { type Basis, type Recorded, before, findLast, firstPromise } from './basis.ts';
import { chargeOnPaper } from './charges.ts';

/**
 * The receipt: as given at reception, given again with the new promise once the file was completed (NĐ 118/2025 Điều 19 k5), or
 * reissued in the place of a wrong one.
 */
export function receiptOf(room: Room, basis: Basis) {
  const { facts, from } = receiptFacts(room, basis);
  const journalHead = entryHash(room.store.db, from?.seq ?? 0).slice(0, 8);
  return receiptData({ ...facts, journalHead }, basis.office, room.catalogue, room.practice());
}

/** What the receipt says, and the action it comes from. */
export function receiptFacts(
  room: Room,
  { state, actions }: Basis,
): { readonly facts: Omit<ReceiptFacts, 'journalHead'>; readonly from: RecordedAction | undefined } {
  const { received, number } = state;
  const completed = findLast(actions, 'supplemented');
  const corrected = findLast(actions, 'corrected');
  const reissued = corrected !== undefined && corrected.seq > (completed?.seq ?? 0) ? corrected : undefined;
  const from = reissued ?? completed ?? actions[0];
  return {
    from,
    facts: {
      ...received,
      submitter: received.submitter ?? null,
      number: { printed: number.official ?? number.local, temporary: number.official === null },
      procedure: getProcedureOf(room, state),
      fees: [...received.fees],
      charges: feesOf(room, actions).map((fee) => chargeOnPaper(room, fee)),
      acceptedAt: completed?.at ?? state.acceptedAt,
      ...(completed === undefined ? {} : { firstAcceptedAt: state.acceptedAt }),
      ...(reissued === undefined ? {} : { replaces: { number: replacedNumber(actions, reissued), at: reissued.at } }),
      // A receipt made again after the case was closed still says what was promised.
      dueAt: state.dueAt ?? completed?.action.dueAt ?? firstPromise(actions),
      // The one who wrote it by hand is not known; who typed it in is. A receipt made anew here is of its own moment.
      ...(state.enteredLater === null || from !== actions[0]
        ? {}
        : { enteredLater: { by: personName(room, state.enteredLater.by), at: state.enteredLater.at } }),
      clerk: personName(room, from?.actor ?? state.receivedBy),
    },
  };
}

/** The number on the receipt that a correction takes the place of. A code that the portal gave stays in force, so it need not be void. */
function replacedNumber(actions: readonly RecordedAction[], reissued: Recorded<'corrected'>): string {
  const earlier = before(actions, reissued);
  const made = earlier.findLast(({ action }) => action.type === 'document-made' && sheetForm(action.form) === 'mau-01');
  if (made === undefined) return reissued.action.voided;
  const { number } = foldCase(before(actions, made));
  return number.official ?? number.local;
}
