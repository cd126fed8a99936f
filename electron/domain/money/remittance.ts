import type { FeeRule } from '../../contract/catalogue/lists.ts';
import type { CivilDate } from '../../contract/base/values.ts';
import type { TillEvent } from '../entries/money.ts';
import type { FiscalReceipt } from './receipt.ts';

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
  events: readonly TillEvent[],
  receiptOf: (receiptId: string) => Pick<FiscalReceipt, 'lines' | 'replaces'> | undefined,
  names: ReadonlySet<string>,
): Remittance {
  const sums = new Map<string, number>();
  let [collected, refunded] = [0, 0];
  const add = (receiptId: string, sign: 1 | -1): number => {
    let moved = 0;
    for (const { name, amount } of receiptOf(receiptId)?.lines ?? []) {
      if (!names.has(name)) continue;
      sums.set(name, (sums.get(name) ?? 0) + sign * amount);
      moved += amount;
    }
    return moved;
  };
  for (const event of events) {
    if (event.type === 'till-collected') collected += add(event.receiptId, 1);
    if (event.type === 'till-refunded') refunded += add(event.receiptId, -1);
    if (event.type === 'till-adjusted') {
      const replaced = receiptOf(event.receiptId)?.replaces?.receiptId;
      const more = add(event.receiptId, 1) - (replaced === undefined ? 0 : add(replaced, -1));
      collected += Math.max(0, more);
      refunded += Math.max(0, -more);
    }
  }
  const byFee = [...sums].map(([name, amount]) => ({ name, amount })).filter(({ amount }) => amount !== 0);
  return { collected, refunded, amount: collected - refunded, byFee };
}
