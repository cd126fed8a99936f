import type { ReceiptKind } from '../../../contract/counter/money/fee-receipt.ts';
import { formatDong } from '../../../domain/base/dong.ts';
import { countedText } from '../../../domain/counter/money/fees.ts';
import { type CaseFee, exemptionTold } from '../../../domain/counter/money/case-fees.ts';
import type { ChargeOnPaper, DueOnPaper, FeeSaid } from '../../../paper/forms/data.ts';
import type { DeskContext } from '../../core/context.ts';
import { feeOnPaper } from '../../papers/on-paper.ts';
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

/**
 * The fees of a case as a receipt of today prints them: those of one name that stand alike together, with how each was counted. What is free is
 * announced as free (Luật Hộ tịch Điều 11 k1b), and no note of the catalogue is repeated.
 */
export function duesOnPaper(desk: DeskContext, fees: readonly CaseFee[]): DueOnPaper[] {
  const groups = new Map<string, CaseFee[]>();
  for (const fee of fees) {
    const { line, waiver, receiptId, amount } = fee;
    const key = JSON.stringify([line.name, waiver, receiptId, amount === null]);
    groups.set(key, [...(groups.get(key) ?? []), fee]);
  }
  return [...groups.values()].map((group) => dueOf(desk, group));
}

function dueOf(desk: DeskContext, group: readonly CaseFee[]): DueOnPaper {
  const [first] = group;
  if (first === undefined) throw new Error('a group of fees has one at least');
  const sum = (of: (fee: CaseFee) => number | null) =>
    group.some((fee) => of(fee) === null) ? null : group.reduce((total, fee) => total + (of(fee) ?? 0), 0);
  const whole = { ...first, base: sum(({ base }) => base), amount: sum(({ amount }) => amount) };
  const { title, amountText, words, note } = chargeOnPaper(desk, whole);
  const counted = group.flatMap(({ line }) => countedText(line) ?? []);
  const free = exemptionTold(first);
  return {
    title,
    ...(counted.length === 0 ? {} : { counted: withinALine(counted) }),
    ...(free === undefined ? amountOf(first, amountText, words) : { amountText: free }),
    ...(note === undefined ? {} : { note }),
  };
}

/** The same as one line says it: `Phí cấp bản sao trích lục hộ tịch (5 bản): 40.000 đồng`. */
export function feesSaid(desk: DeskContext, fees: readonly CaseFee[]): FeeSaid[] {
  return duesOnPaper(desk, fees).map(({ title, counted, ...amount }) => {
    // A fee that is called one needs no heading before it.
    const name = title.replace(/^Phí, lệ phí: (?=(phí|lệ phí)\s)/iu, '');
    const number = counted?.replace(/^× /u, '');
    return { said: number === undefined ? name : `${name} (${number})`, ...amount };
  });
}

/** What a paper takes in one field, with room for the words around it (paper/forms/data.ts). */
const mostSigns = 1900;

/** How each paper was counted, as far as it fits; the receipt for the money has them all. */
function withinALine(counted: readonly string[]): string {
  const whole = counted.join('; ');
  if (whole.length <= mostSigns) return whole;
  let shown = 0;
  for (let length = 0; shown < counted.length; shown += 1) {
    length += (counted[shown] ?? '').length + 2;
    if (length > mostSigns - 60) break;
  }
  return `${counted.slice(0, shown).join('; ')}; và ${counted.length - shown} loại khác, ghi đủ trên biên lai`;
}

function amountOf({ line, amount }: CaseFee, amountText: string, words: string | undefined) {
  if (amount === null && line.gap === 'pages-needed') return { amountText: 'tính theo số trang của bản chính' };
  return { amountText, ...(words === undefined ? {} : { words }) };
}

/** What the payer takes home: a numbered receipt, or from 2027 the slip that says it is none while the e-receipt is on its way. */
export const receiptForms: Readonly<Record<ReceiptKind, 'bien-lai' | 'phieu-thu-tam'>> = {
  paper: 'bien-lai',
  electronic: 'phieu-thu-tam',
};
