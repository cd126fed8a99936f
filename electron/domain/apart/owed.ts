import type { CaseAction, RecordedAction } from '../entries/case.ts';
import { type Named, entryName } from '../entries/reference.ts';
import { isToldToCitizen, judgeCase } from './case-pairs.ts';
import type { Contradiction } from './judge.ts';

/** What somebody is owed because of two entries one does not stand: its numbers, its receipt and its money were given all the same. */
export type OwedAfter =
  /** The citizen was told otherwise, and hears in writing what stands. */
  | { readonly kind: 'notice' }
  /** Money that was taken for nothing, out of the drawer that took it. */
  | { readonly kind: 'refund'; readonly receiptId: string }
  /** Money that went out once more than it should have: somebody asks for it back. */
  | { readonly kind: 'recover'; readonly receiptId: string; readonly amount: number }
  /** A receipt that took the place of one which was given back: nobody may count by it. */
  | { readonly kind: 'recall'; readonly receiptId: string };

/** What an action leaves to be made good where another one stands against it. */
export function owedFor(against: CaseAction): readonly OwedAfter[] {
  switch (against.type) {
    case 'fees-collected':
      return [{ kind: 'refund', receiptId: against.receiptId }];
    case 'fees-refunded':
      return [{ kind: 'recover', receiptId: against.receiptId, amount: against.amount }];
    case 'receipt-replaced':
      return [{ kind: 'recall', receiptId: against.by }];
    default:
      return isToldToCitizen(against) ? [{ kind: 'notice' }] : [];
  }
}

export type DecidedPair<T = RecordedAction> = {
  /** The entry that decided. */
  readonly by: T;
  readonly stands: T;
  readonly against: T;
};

/** What somebody decided of a case, first to last in its order; of what was decided twice the last. */
export function decidedPairs(actions: readonly RecordedAction[]): readonly DecidedPair[] {
  if (actions.every(({ apart }) => apart === undefined)) return [];
  return pairsDecided(actions, judgeCase(actions).contradictions);
}

/**
 * The same of anything of which two entries may contradict each other.
 * @param contradictions what its own fold tells
 */
export function pairsDecided<T extends Named>(
  entries: readonly T[],
  contradictions: readonly Contradiction[] = [],
): readonly DecidedPair<T>[] {
  const byName = new Map(entries.map((one) => [entryName(one), one]));
  const pairs = contradictions.flatMap(({ entry, against, decided }) => {
    const [lost, stands, by] = [entry, against ?? '', decided ?? ''].map((name) => byName.get(name));
    return lost === undefined || stands === undefined || by === undefined ? [] : [{ by, stands, against: lost }];
  });
  return pairs.toSorted((one, other) => entries.indexOf(one.by) - entries.indexOf(other.by));
}
