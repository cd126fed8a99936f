import { printedNumber } from '../../../domain/base/numbering.ts';
import { receiptNumberText } from '../../../domain/counter/money/fee-receipt.ts';
import { petitionNumber } from '../../../domain/counter/petition/petition.ts';
import type { Named } from '../../../domain/entries/reference.ts';
import { findCaseFile } from '../../../store/counter/case/case.ts';
import type { DecidedKind } from '../../../store/centre/exchange/conflicts.ts';
import { findIntake } from '../../../store/counter/intake/intake.ts';
import { findReceipt, receiptDesk } from '../../../store/counter/money/fee-receipt.ts';
import { findPetition } from '../../../store/counter/petition/petition.ts';
import { entriesOf } from '../../../store/journal/entries.ts';
import { isOwnDesk } from '../../../store/journal/journal.ts';
import { findSubjectRow } from '../../../store/journal/subject.ts';
import { findHandOver } from '../../../store/routing/hand-over.ts';
import { counterOf } from '../../core/counter.ts';
import type { DeskContext } from '../../core/context.ts';

/** What conflicts and what is owed of them are read from: the entries of a thing, what people call it, and receipts with their counters. */

/** Any entry of a thing of which two may contradict each other. */
export type ToldEntry = Named & {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: { readonly type: string };
};

export function toldOf(desk: DeskContext, kind: DecidedKind, id: string): readonly ToldEntry[] {
  const row = findSubjectRow(desk.store.db, kind, id);
  return row === undefined ? [] : entriesOf<ToldEntry>(desk.store.db, row);
}

export function numberOf(desk: DeskContext, kind: DecidedKind, id: string): string {
  const { db } = desk.store;
  switch (kind) {
    case 'case': {
      const file = findCaseFile(db, id);
      return file === undefined ? '' : printedNumber(file.state.number);
    }
    case 'intake': {
      const { portal, trackingNumber } = findIntake(db, id)?.facts ?? {};
      return portal?.number ?? trackingNumber ?? '';
    }
    case 'petition': {
      const petition = findPetition(db, id);
      return petition === undefined ? '' : petitionNumber(petition);
    }
    case 'hand-over':
      return findHandOver(db, id)?.number ?? '';
  }
}

/** A receipt with the counter whose drawer its money went through. */
export function receiptView(desk: DeskContext, receiptId: string) {
  const { db } = desk.store;
  const receipt = findReceipt(db, receiptId);
  if (receipt === undefined) return undefined;
  const uuid = receiptDesk(db, receiptId) ?? '';
  return {
    // Of two counters each numbers from 1 under a symbol of its own.
    number: `${receipt.series.symbol} ${receiptNumberText(receipt.series.kind, receipt.number)}`,
    amount: receipt.amount,
    counter: counterOf(desk, uuid),
    here: isOwnDesk(db, uuid),
    isSettled: receipt.refunded !== null,
    supersededBy: receipt.supersededBy,
  };
}
