import type { OwedRow } from '../../../contract/counter/work/conflict.ts';
import { type DecidedPair, decidedPairs, owedFor } from '../../../domain/apart/owed.ts';
import { printedNumber } from '../../../domain/base/numbering.ts';
import { intakeToldOtherwise } from '../../../domain/counter/intake/intake.ts';
import { foldPetition, hasAddressee, petitionToldOtherwise } from '../../../domain/counter/petition/petition.ts';
import type { RecordedAction } from '../../../domain/entries/case.ts';
import { type Named, entryName } from '../../../domain/entries/reference.ts';
import { type CaseFile, findCaseFile } from '../../../store/counter/case/case.ts';
import { decidedConflicts } from '../../../store/centre/exchange/conflicts.ts';
import { intakeEvents } from '../../../store/counter/intake/intake.ts';
import { isOwnDesk } from '../../../store/journal/journal.ts';
import { findReceipt } from '../../../store/counter/money/fee-receipt.ts';
import { petitionEvents } from '../../../store/counter/petition/petition.ts';
import { counterOf } from '../../core/counter.ts';
import type { DeskContext } from '../../core/context.ts';
import { toldOtherwise } from '../case/papers/thong-bao-lai.ts';
import { numberOf, receiptView, toldOf } from './conflict-entries.ts';

/** What was decided and is not made good yet. */
export function owedList(desk: DeskContext): OwedRow[] {
  const { db } = desk.store;
  const decided = new Map(decidedConflicts(db).map((one) => [`${one.kind} ${one.id}`, one]));
  return [...decided.values()].flatMap(({ kind, id }): OwedRow[] => {
    if (kind === 'hand-over') return [];
    const file = kind === 'case' ? findCaseFile(db, id) : undefined;
    return [...(file === undefined ? [] : moneyOwedOf(desk, file)), ...noticesOwed(desk, kind, id)];
  });
}

/** What the clerk at this counter's drawer has to do of it. */
export function owedHere(desk: DeskContext): OwedRow[] {
  return owedList(desk).filter(({ here, kind }) => here && kind !== 'notice');
}

function moneyOwedOf(desk: DeskContext, { caseId, actions, state }: CaseFile): OwedRow[] {
  const number = printedNumber(state.number);
  return decidedPairs(actions).flatMap((pair) =>
    owedFor(pair.against.action).flatMap((owed): OwedRow[] => {
      if (owed.kind === 'notice') return [];
      const receiptId = owed.kind === 'refund' ? lastInPlaceOf(desk, owed.receiptId) : owed.receiptId;
      const receipt = receiptView(desk, receiptId);
      if (receipt === undefined || isMadeGood(owed.kind, receipt, actions, pair)) return [];
      const { here, counter, number: printed } = receipt;
      const amount = owed.kind === 'recall' ? null : owed.kind === 'recover' ? owed.amount : receipt.amount;
      const of = { about: 'case', caseId, number } as const;
      return [{ kind: owed.kind, ...of, receipt: printed, receiptId, amount, counter, here }];
    }),
  );
}

/** Money goes out of the drawer by the ordinary refund; what went out too often, and a receipt that counts no more, are settled by a receipt or a word on the case. */
function isMadeGood(
  kind: 'refund' | 'recover' | 'recall',
  receipt: { readonly isSettled: boolean },
  actions: readonly RecordedAction[],
  { by }: DecidedPair,
): boolean {
  if (kind !== 'recover') return receipt.isSettled;
  const behind = actions.slice(actions.indexOf(by) + 1);
  return behind.some(({ action }) => action.type === 'fees-collected');
}

function lastInPlaceOf(desk: DeskContext, receiptId: string): string {
  const by = findReceipt(desk.store.db, receiptId)?.supersededBy;
  return by === null || by === undefined || by === receiptId ? receiptId : lastInPlaceOf(desk, by);
}

/** A notice whose paper failed, or that nobody made: whoever sits here makes it. None or one. */
export function noticesOwed(desk: DeskContext, about: OwedRow['about'], id: string): OwedRow[] {
  const told = toldOf(desk, about, id);
  const by = decidedOtherwise(desk, about, id);
  const at = by === undefined ? -1 : told.findIndex((one) => entryName(one) === entryName(by));
  const isMade = told.slice(at + 1).some(({ action }) => isNotice(action));
  if (by === undefined || isMade) return [];
  const here = isOwnDesk(desk.store.db, by.desk);
  const of = { about, caseId: id, number: numberOf(desk, about, id) };
  return [
    { kind: 'notice', ...of, receipt: '', receiptId: null, amount: null, counter: counterOf(desk, by.desk), here },
  ];
}

function isNotice(action: { readonly type: string; readonly form?: string }): boolean {
  return action.type === 'document-made' && action.form === 'thong-bao-lai';
}

/** The decision by which somebody hears otherwise than they were told, and whom a letter reaches. */
function decidedOtherwise(desk: DeskContext, about: OwedRow['about'], id: string): Named | undefined {
  const { db } = desk.store;
  switch (about) {
    case 'case': {
      const file = findCaseFile(db, id);
      return file && toldOtherwise(file.actions)?.by;
    }
    case 'intake':
      return intakeToldOtherwise(intakeEvents(db, id))?.by;
    case 'petition': {
      const pair = petitionToldOtherwise(petitionEvents(db, id));
      return pair !== undefined && hasAddressee(foldPetition(petitionEvents(db, id))) ? pair.by : undefined;
    }
  }
}
