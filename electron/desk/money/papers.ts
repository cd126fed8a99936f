import type { ReceiptKind } from '../../contract/money/receipt.ts';
import { formatDong } from '../../domain/base/dong.ts';
import type { CaseFee } from '../../domain/money/case-fees.ts';
import type { ChargeOnPaper } from '../../paper/forms/data.ts';
import type { DeskContext } from '../core/context.ts';
import { feeOnPaper } from '../papers/on-paper.ts';
import { receiptNumberOf } from './fees.ts';

const kind = 'Phí, lệ phí';

/**
 * A fee as a paper says it: what is to be paid now, by which ground less than posted, and on which receipt it was paid. Asking for
 * more than that is forbidden (NĐ 118/2025 Điều 5 k1 đ), so a paper made after a waiver does not repeat the amount before it.
 */
export function chargeOnPaper(desk: DeskContext, { line, base, amount, waiver, receiptId }: CaseFee): ChargeOnPaper {
  const { amountText, words } = feeOnPaper({ name: line.name, amount });
  const less = waiver === null || base === amount ? [] : [`${lessThan(base)}${waiver.reason} (${waiver.basis})`];
  const paid = receiptId === null ? [] : [`đã nộp, biên lai số ${receiptNumberOf(desk, receiptId)}`];
  const note = [...less, ...paid].join('; ');
  return {
    title: line.name.startsWith(kind) ? line.name : `${kind}: ${line.name}`,
    amountText,
    ...(words === undefined ? {} : { words }),
    ...(note === '' ? {} : { note }),
  };
}

function lessThan(base: number | null): string {
  return base === null ? '' : `mức thu ${formatDong(base)}; `;
}

/** What the payer takes home: a numbered receipt, or from 2027 the slip that says it is none while the e-receipt is on its way. */
export const receiptForms: Readonly<Record<ReceiptKind, 'bien-lai' | 'phieu-thu-tam'>> = {
  paper: 'bien-lai',
  electronic: 'phieu-thu-tam',
};
