import type { FeeRule } from '../../../contract/catalogue/lists.ts';
import type { CopyLine } from '../../../contract/base/values.ts';
import type { CopiedPaper, FeeLine } from '../../entries/case.ts';

/**
 * What a citizen owes, from the fee rules of the catalogue. Whole đồng. Null is “the amount for this city was not found”
 * and is shown as that: it never counts as 0, since asking for money outside the law is forbidden (NĐ 118/2025 Điều 5 k1 đ)
 * and so is leaving a fee out unseen.
 */

export type FeeContext = {
  readonly channel: 'direct' | 'online' | 'post';
  /** Sets of papers filed; where copies are counted and no paper is named, how many copies. */
  readonly quantity: number;
  /** What is to be copied, paper by paper. */
  readonly copies?: readonly CopiedPaper[] | undefined;
  /** Pages of the original, where no paper is named. */
  readonly pages?: number | undefined;
};

type Assessed = Pick<FeeLine, 'amount' | 'note' | 'gap'>;

/** The rules in force on a day: an exemption ends with its law, and what is not free any more is not announced as free. */
export function rulesOn(rules: readonly FeeRule[], day: string): FeeRule[] {
  return rules.filter(
    ({ from, until }) => (from === undefined || from <= day) && (until === undefined || day <= until),
  );
}

/** One line a rule, in the order of the rules; a line of 0 đồng stays, since a receipt of 0 đồng must be issued (NQ 411). */
export function assessFees(rules: readonly FeeRule[], context: FeeContext): FeeLine[] {
  const papers = context.copies ?? [];
  const counts = [context.quantity, context.pages ?? 1, ...papers.flatMap(({ copies, pages }) => [copies, pages ?? 1])];
  for (const count of counts) {
    if (!Number.isInteger(count) || count < 1) throw new RangeError(`not a count: ${count}`);
  }
  return rules.flatMap((rule) =>
    assess(rule, context).map((line) => ({ name: rule.name, ...line, basis: rule.source ?? '' })),
  );
}

/** Whether a procedure's fees count copies: then what is asked for is told paper by paper. */
export function countsCopies(rules: readonly FeeRule[]): boolean {
  return rules.some(({ kind }) => kind === 'per-page' || kind === 'per-copy');
}

type Asked = {
  readonly quantity: number;
  readonly pages?: number | undefined;
  readonly copies?: readonly CopyLine[] | undefined;
};

/**
 * Sets of a file and copies asked for are two counts: one set of papers is filed however many copies come out of it. Pages with a quantity, as
 * older callers send them, are one paper and as many copies of it.
 */
export function asCopies(
  rules: readonly FeeRule[],
  { quantity, pages, copies }: Asked,
): { readonly quantity: number; readonly pages?: number; readonly copies?: readonly CopiedPaper[] } {
  if (!countsCopies(rules)) return { quantity, ...(pages === undefined ? {} : { pages }) };
  if (copies !== undefined) return { quantity, copies: copies.map(copied) };
  if (pages === undefined && quantity === 1) return { quantity };
  return { quantity: 1, copies: [copied({ paper: '', pages, copies: quantity })] };
}

export function copied({ paper, pages, copies }: CopyLine): CopiedPaper {
  return { ...(paper === '' ? {} : { paper }), ...(pages === undefined ? {} : { pages }), copies };
}

/** `2 trang × 10 bản`, before which stands the paper where it has a name. */
function copiedText({ paper, pages, copies }: CopiedPaper): string {
  const counted = pages === undefined ? `${copies} bản` : `${pages} trang × ${copies} bản`;
  return paper === undefined ? counted : `${paper}: ${counted}`;
}

/** How a line was counted, where copies were: `Căn cước: 2 trang × 3 bản`. Undefined for other fees, and where no amount came of it. */
export function countedText({ note, amount }: Pick<FeeLine, 'note' | 'amount'>): string | undefined {
  return amount !== null && /\d+ bản/.test(note) ? note : undefined;
}

/** What the clerk is told of a file that was accepted without the pages its fee is counted by: no amount is not the same as none to pay. */
export function feeWarnings(
  lines: readonly Pick<FeeLine, 'gap' | 'name'>[],
): { readonly code: string; readonly text: string; readonly textEn: string }[] {
  const uncounted = lines.find(({ gap }) => gap === 'pages-needed');
  if (uncounted === undefined) return [];
  return [
    {
      code: 'pages-needed',
      text: `Chưa ghi số trang của bản chính nên chưa tính được «${uncounted.name}». Cấp lại giấy tiếp nhận có số trang trước khi thu.`,
      textEn: `The pages of the original were not counted, so “${uncounted.name}” has no amount yet. Correct the receipt before taking money.`,
    },
  ];
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

function assess(rule: FeeRule, context: FeeContext): readonly Assessed[] {
  switch (rule.kind) {
    case 'flat':
      return [rule.perSet ? times(rule.amount, context.quantity, 'bộ') : times(rule.amount, 1, '')];
    case 'per-channel':
      return [times(forChannel(rule, context.channel), 1, '')];
    case 'per-copy':
      return papersOf(context).map((paper) => named(paper, times(rule.amount, paper.copies, 'bản')));
    case 'per-page':
      return papersOf(context).map((paper) => perPage(rule, paper));
    case 'zero-online':
      if (context.channel !== 'online') return [times(forChannel(rule, context.channel), 1, '')];
      return [{ amount: 0, note: 'Nộp trực tuyến: 0 đồng, vẫn phát hành biên lai' }];
  }
}

/** The papers to be copied; one without a name where none is told apart. */
function papersOf({ copies, quantity, pages }: FeeContext): readonly CopiedPaper[] {
  return copies ?? [copied({ paper: '', pages, copies: quantity })];
}

/** The cap is a copy's of one paper, never the sum's (TT 226/2016/TT-BTC Điều 4). */
function perPage(rule: Extract<FeeRule, { kind: 'per-page' }>, paper: CopiedPaper): Assessed {
  const { pages, copies } = paper;
  if (pages === undefined)
    return named(paper, { amount: null, note: 'Cần số trang của bản chính', gap: 'pages-needed' });
  return { amount: pageFee(rule, pages) * copies, note: copiedText(paper) };
}

function named({ paper }: CopiedPaper, line: Assessed): Assessed {
  if (paper === undefined) return line;
  return { ...line, note: line.note === '' ? paper : `${paper}: ${line.note}` };
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
