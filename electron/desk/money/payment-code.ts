import { foldCase } from '../../domain/case/state.ts';
import type { RecordedAction } from '../../domain/entries/case.ts';
import { dueFees } from '../../domain/money/case-fees.ts';
import type { Room } from '../room.ts';
import { feesOf } from './fees-of.ts';
import { transferContent, vietQr } from './viet-qr.ts';

/** The payment code of what a case owes, or of the amount given; and why there is none where there is none. */
export function paymentCode(room: Room, actions: readonly RecordedAction[], wanted?: number) {
  const { number } = foldCase(actions);
  const { known, unknown } = dueFees(feesOf(room, actions));
  const amount = wanted ?? known;
  const { account } = room.getOffice();
  const content = transferContent(number.official ?? number.local);
  const bank =
    room.catalogue.banks.find(({ bin }) => bin !== '' && bin === account?.bin)?.shortName ?? account?.bin ?? '';
  const facts = { amount, content, bank, accountNumber: account?.number ?? '', accountName: account?.name ?? '' };
  // A code for less than is owed would be paid in good faith: it waits until every amount is known.
  if (wanted === undefined && unknown > 0) return { ...facts, payload: null, absent: 'amount-unknown' as const };
  if (amount === 0) return { ...facts, payload: null, absent: 'zero' as const };
  if (account === undefined) return { ...facts, payload: null, absent: 'no-account' as const };
  return { ...facts, payload: vietQr(account, amount, content), absent: null };
}
