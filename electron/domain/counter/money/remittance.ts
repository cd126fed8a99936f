import type { FeeRule } from '../../../contract/catalogue/lists.ts';
import type { CivilDate } from '../../../contract/base/values.ts';
import type { PaidIn, PayInPart, Remitted } from '../../../contract/counter/money/settlement.ts';
import type { PayMethod } from '../../../contract/counter/money/fee-receipt.ts';
import type { ReceiptLine } from '../../entries/money.ts';

/** A line of a receipt as far as it is counted. */
export type CountedLine = Pick<ReceiptLine, 'name' | 'base' | 'amount' | 'waiver'>;

/**
 * Money that moved on a receipt: taken, given back, or changed by a receipt in another's place, of which `before` is what stood there. Money counts in the
 * month in which it moved. What came with the receipt in the place of another is the difference of the two.
 */
export type MoneyMove = {
  readonly type: 'collected' | 'refunded' | 'adjusted';
  readonly method: PayMethod;
  readonly lines: readonly CountedLine[];
  readonly before?: readonly CountedLine[];
  readonly procedureCode: string;
  readonly procedureName: string;
};

/** What certification brought in during a month; whole đồng. `amount` is what is to be remitted. */
export type Remittance = {
  readonly collected: number;
  readonly refunded: number;
  readonly amount: number;
  readonly byFee: readonly { readonly name: string; readonly amount: number }[];
};

/** The last day for the fees of a month: the 5th of the next (TT 226/2016/TT-BTC Điều 6). `month` is `YYYY-MM`. */
export function remittedBy(month: string): CivilDate {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${next[0]}-${String(next[1]).padStart(2, '0')}-05`;
}

/** The names of the fees that TT 226/2016 sets, as the catalogue writes them. */
export function certificationFees(
  procedures: readonly { readonly feeRules: readonly Pick<FeeRule, 'name' | 'source'>[] }[],
): ReadonlySet<string> {
  const rules = procedures.flatMap(({ feeRules }) => feeRules);
  return new Set(rules.filter(({ source }) => source?.startsWith('TT 226/2016') === true).map(({ name }) => name));
}

/**
 * Money counts in the month in which it moved: what was given back this month of a receipt of the last is taken off this one. A receipt in another's
 * place counts by what it changed.
 */
export function remittance(
  moves: readonly Pick<MoneyMove, 'type' | 'lines' | 'before'>[],
  names: ReadonlySet<string>,
): Remittance {
  const sums = new Map<string, number>();
  let [collected, refunded] = [0, 0];
  const add = (lines: readonly CountedLine[], sign: 1 | -1): number => {
    let moved = 0;
    for (const { name, amount } of lines) {
      if (!names.has(name)) continue;
      sums.set(name, (sums.get(name) ?? 0) + sign * amount);
      moved += amount;
    }
    return moved;
  };
  for (const { type, lines, before = [] } of moves) {
    if (type === 'collected') collected += add(lines, 1);
    if (type === 'refunded') refunded += add(lines, -1);
    if (type === 'adjusted') {
      const more = add(lines, 1) - add(before, -1);
      collected += Math.max(0, more);
      refunded += Math.max(0, -more);
    }
  }
  const byFee = [...sums].map(([name, amount]) => ({ name, amount })).filter(({ amount }) => amount !== 0);
  return { collected, refunded, amount: collected - refunded, byFee };
}

/** What is to be paid in of a month. */
type Due = {
  readonly destination: 'fees-account' | 'budget' | null;
  readonly of: 'certification' | 'other';
  readonly amount: number;
  readonly remitBy: CivilDate | null;
};

export function partOf({ of, destination }: Pick<Due, 'of' | 'destination'>): PayInPart {
  return of === 'certification' ? 'certification' : (destination ?? 'undetermined');
}

/** Each part of a month beside what was paid in of it; what was taken back counts nothing. A part with slips and nothing due stands too. */
export function remittedOf(due: readonly Due[], paidIn: readonly PaidIn[], today: CivilDate): Remitted[] {
  const counted = paidIn.filter(({ takenBack }) => takenBack === null);
  const parts = new Set<PayInPart>([...due.map(partOf), ...counted.map(({ part }) => part)]);
  return [...parts].map((part): Remitted => {
    const owed = due.find((one) => partOf(one) === part);
    const amount = owed?.amount ?? 0;
    const remitBy = owed?.remitBy ?? null;
    const paid = counted.reduce((sum, one) => sum + (one.part === part ? one.amount : 0), 0);
    const left = amount - paid;
    return {
      part,
      due: amount,
      paid,
      left,
      remitBy,
      state: stateOf(amount, paid),
      late: left > 0 && remitBy !== null && today > remitBy,
    };
  });
}

function stateOf(due: number, paid: number): Remitted['state'] {
  if (paid === 0) return due > 0 ? 'open' : 'nothing';
  if (paid > Math.max(0, due)) return 'over';
  return paid === due ? 'done' : 'partly';
}
