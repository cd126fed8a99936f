import type { FeeRule } from '../../contract/catalogue/lists.ts';
import type { FeeLine } from '../entries/case.ts';

/**
 * What a citizen owes, from the fee rules of the catalogue. Whole đồng. Null is “the amount for this city was not found”
 * and is shown as that: it never counts as 0, since asking for money outside the law is forbidden (NĐ 118/2025 Điều 5 k1 đ)
 * and so is leaving a fee out unseen.
 */

export type FeeContext = {
  readonly channel: 'direct' | 'online' | 'post';
  /** Sets of papers filed. */
  readonly quantity: number;
  /** Copies asked for; without it, as many as sets. */
  readonly copies?: number | undefined;
  /** Pages of the original. */
  readonly pages?: number | undefined;
};

type Assessed = Pick<FeeLine, 'amount' | 'note' | 'gap'>;

/** One line a rule, in the order of the rules; a line of 0 đồng stays, since a receipt of 0 đồng must be issued (NQ 411). */
export function assessFees(rules: readonly FeeRule[], context: FeeContext): FeeLine[] {
  for (const count of [context.quantity, context.copies ?? 1, context.pages ?? 1]) {
    if (!Number.isInteger(count) || count < 1) throw new RangeError(`not a count: ${count}`);
  }
  return rules.map((rule) => ({ name: rule.name, ...assess(rule, context), basis: rule.source ?? '' }));
}

/** What is known and how many lines are not: a total is complete only where `unknown` is 0. */
export function totalFees(lines: readonly Pick<FeeLine, 'amount'>[]): { known: number; unknown: number } {
  return {
    known: lines.reduce((sum, line) => sum + (line.amount ?? 0), 0),
    unknown: lines.filter((line) => line.amount === null).length,
  };
}

/** TT 226/2016/TT-BTC Điều 4: 2.000 đ a page, 1.000 đ from the third, at most 200.000 đ a copy. */
export function pageFee(
  rule: Pick<FeeRule & { kind: 'per-page' }, 'first' | 'firstPages' | 'then' | 'most'>,
  pages: number,
): number {
  const dear = Math.min(pages, rule.firstPages);
  return Math.min(rule.most, dear * rule.first + (pages - dear) * rule.then);
}

function assess(rule: FeeRule, context: FeeContext): Assessed {
  const copies = context.copies ?? context.quantity;
  switch (rule.kind) {
    case 'flat':
      return rule.perSet ? times(rule.amount, context.quantity, 'bộ') : times(rule.amount, 1, '');
    case 'per-channel':
      return times(forChannel(rule, context.channel), 1, '');
    case 'per-copy':
      return times(rule.amount, copies, 'bản');
    case 'per-page': {
      if (context.pages === undefined) return { amount: null, note: 'Cần số trang của bản chính', gap: 'pages-needed' };
      return { amount: pageFee(rule, context.pages) * copies, note: `${context.pages} trang × ${copies} bản` };
    }
    case 'zero-online':
      if (context.channel !== 'online') return times(forChannel(rule, context.channel), 1, '');
      return { amount: 0, note: 'Nộp trực tuyến: 0 đồng, vẫn phát hành biên lai' };
  }
}

function forChannel(
  rule: { readonly direct?: number | null; readonly online?: number | null; readonly post?: number | null },
  channel: FeeContext['channel'],
): number | null {
  const own = rule[channel];
  return own === undefined ? (rule.direct ?? null) : own;
}

function times(amount: number | null, count: number, of: string): Assessed {
  if (amount === null) return { amount: null, note: 'Chưa xác minh mức thu', gap: 'amount-unknown' };
  return { amount: amount * count, note: count === 1 ? '' : `× ${count} ${of}` };
}
