import { getProcedureOf, personName } from '../case-view.ts';
import { entryHash } from '../../store/entry-hash.ts';
import { type ReceiptFacts, receiptData } from '../receipt-data.ts';
import type { Room } from '../room.ts';
import { type Basis, findLast, firstPromise } from './basis.ts';

/** The receipt: as given at reception, or given again with the new promise once the file was completed (NĐ 118/2025 Điều 19 k5). */
export function receiptOf(room: Room, { state, office, actions }: Basis) {
  const { received, number } = state;
  const completed = findLast(actions, 'supplemented');
  const facts: ReceiptFacts = {
    ...received,
    submitter: received.submitter ?? null,
    number: { printed: number.official ?? number.local, temporary: number.official === null },
    procedure: getProcedureOf(room, state),
    fees: [...received.fees],
    acceptedAt: completed?.at ?? state.acceptedAt,
    ...(completed === undefined ? {} : { firstAcceptedAt: state.acceptedAt }),
    // A receipt made again after the case was closed still says what was promised.
    dueAt: state.dueAt ?? completed?.action.dueAt ?? firstPromise(actions),
    clerk: personName(room, completed?.actor ?? state.receivedBy),
    journalHead: entryHash(room.store.db, (completed ?? actions[0])?.seq ?? 0).slice(0, 8),
  };
  return receiptData(facts, office, room.catalogue, room.practice());
}
