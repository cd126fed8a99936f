import type { Incentive } from '../../../contract/catalogue/lists.ts';
import type { PersonCondition } from '../../../contract/common/person/person.ts';
import type { Channel } from '../../../contract/base/values.ts';

export type WaiverContext = {
  /** The civil day of reception, `YYYY-MM-DD`. */
  readonly day: string;
  readonly channel: Channel;
  /** The procedure whose fee it is. */
  readonly procedureCode?: string | undefined;
  /** What has been shown about the person. */
  readonly conditions: readonly PersonCondition[];
};

/** Null where nobody has said how much; an incentive that takes all of it still leaves 0. */
type Line = { readonly name: string; readonly amount: number | null };

/** What an incentive makes of a line. */
export type Waived = { readonly incentive: Incentive; readonly amount: number };

export type WaiverGap = 'other-fee' | 'procedure' | 'window' | 'channel' | 'person';

export const waiverGapText: Readonly<Record<WaiverGap | 'unknown', { readonly vi: string; readonly en: string }>> = {
  'other-fee': { vi: 'không áp dụng cho khoản thu này', en: 'it is not for this fee' },
  procedure: { vi: 'không áp dụng cho thủ tục này', en: 'it is not for this procedure' },
  window: { vi: 'ngày tiếp nhận hồ sơ nằm ngoài thời gian áp dụng', en: 'the file was received outside its dates' },
  channel: { vi: 'hồ sơ không nộp theo kênh được ưu đãi', en: 'the file was not filed on its channel' },
  person: { vi: 'chưa ghi nhận điều kiện của người nộp', en: 'what it asks for about the person was not shown' },
  unknown: { vi: 'không có ưu đãi này trong danh mục', en: 'it is not in the list' },
};

/** Why an incentive does not apply to a fee, or null where it does. */
export function waiverGap(incentive: Incentive, feeName: string, context: WaiverContext): WaiverGap | null {
  if (!incentive.fees.includes(feeName)) return 'other-fee';
  if (incentive.procedures !== undefined && !incentive.procedures.includes(context.procedureCode ?? ''))
    return 'procedure';
  if (context.day < incentive.from || (incentive.until !== null && context.day > incentive.until)) return 'window';
  if (incentive.channels !== undefined && !incentive.channels.includes(context.channel)) return 'channel';
  if (incentive.conditions?.some((condition) => !context.conditions.includes(condition))) return 'person';
  return null;
}

/** Every incentive that applies, the best for the citizen first; between equals, the one that stands first in the list. */
export function applicableIncentives(line: Line, incentives: readonly Incentive[], context: WaiverContext): Waived[] {
  return incentives
    .filter((incentive) => waiverGap(incentive, line.name, context) === null)
    .flatMap((incentive) => {
      const amount = reducedAmount(line.amount, incentive.percentOff);
      return amount === null ? [] : [{ incentive, amount }];
    })
    .toSorted((a, b) => a.amount - b.amount);
}

/**
 * The one that is used: where several apply, the highest (TT 117/2026/TT-BTC Điều 2 k2). A fee that is 0 already keeps the ground it
 * is 0 on. Undefined where none takes anything off.
 */
export function findBestIncentive(
  line: Line,
  incentives: readonly Incentive[],
  context: WaiverContext,
): Waived | undefined {
  const [best] = applicableIncentives(line, incentives, context);
  if (best === undefined) return undefined;
  return line.amount === null || line.amount === 0 || best.amount < line.amount ? best : undefined;
}

/** Half a đồng falls to the citizen; null where the amount is not known and something of it is left to pay. */
export function reducedAmount(amount: number | null, percentOff: number): number | null {
  if (percentOff === 100) return 0;
  return amount === null ? null : Math.floor((amount * (100 - percentOff)) / 100);
}
