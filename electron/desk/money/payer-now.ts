import { foldCase } from '../../domain/case/state.ts';
import type { RecordedAction } from '../../domain/entries/case.ts';
import type { Payer } from '../../domain/entries/money.ts';
import type { FiscalReceipt } from '../../domain/money/receipt.ts';
import { payerOf } from './collect.ts';

type OnReceipt = Pick<FiscalReceipt, 'payer' | 'caseNumber'>;

/**
 * Whom and which case a receipt written today speaks of in the place of an older one: the receipt of the case may have been corrected
 * since, and then its applicant has another name and the case another number. Somebody else who paid stays who they are, and what
 * was printed before stays as it was.
 */
export function payerNow(old: OnReceipt, actions: readonly RecordedAction[]): OnReceipt {
  const { received, number } = foldCase(actions);
  const caseNumber = number.official ?? number.local;
  const { name, taxCode } = old.payer;
  if (!namesOfApplicant(actions).has(name)) return { payer: old.payer, caseNumber };
  const payer: Payer = { ...payerOf(received.applicant), ...(taxCode === undefined ? {} : { taxCode }) };
  return { payer, caseNumber };
}

/** As each receipt of the case called them. */
function namesOfApplicant(actions: readonly RecordedAction[]): ReadonlySet<string> {
  return new Set(
    actions.flatMap(({ action }) =>
      action.type === 'received' || action.type === 'corrected' ? [action.applicant.fullName] : [],
    ),
  );
}
