import { formatMoney } from '../../../../text/format.ts';

/** 5000 -> '+5.000 đ', -5000 -> '−5.000 đ' */
export function formatDifference(amount: number): string {
  if (amount === 0) return formatMoney(0);
  return `${amount > 0 ? '+' : '−'}${formatMoney(Math.abs(amount))}`;
}
