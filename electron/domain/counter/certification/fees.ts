import type { FeeRule } from '../../../contract/catalogue/lists.ts';
import type { CertificationKind } from '../../../contract/counter/certification/certification.ts';
import type { CopiedPaper, FeeLine } from '../../entries/case.ts';
import { type FeeContext, assessFees, pageFee } from '../money/fees.ts';

/**
 * The fee of each paper, one line a paper (TT 226/2016 Điều 4). A copy is paid by the pages of its original, each copy with its own cap. A
 * signature is paid by the paper that bears it, however many signed there, so that a second paper that was signed is a second one. A contract is paid
 * once, in however many originals it was made.
 */
export function certificationFees(
  kind: CertificationKind,
  rules: readonly FeeRule[],
  papers: readonly (CopiedPaper & { readonly pages: number })[],
  channel: FeeContext['channel'] = 'direct',
): FeeLine[] {
  return papers.flatMap((one) => {
    if (kind === 'copy') return assessFees(rules, { channel, quantity: 1, copies: [one] });
    const quantity = kind === 'signature' ? one.copies : 1;
    return assessFees(rules, { channel, quantity }).map((line) => ({ ...line, note: noteOf(one, line.note) }));
  });
}

function noteOf({ paper }: CopiedPaper, note: string): string {
  return [paper ?? '', note.replace('bộ', 'văn bản')].filter((part) => part !== '').join(': ');
}

/** Whether one copy of so many pages costs as much as any copy may. */
export function isCapped(rules: readonly FeeRule[], pages: number): boolean {
  return rules.some((rule) => rule.kind === 'per-page' && pageFee(rule, pages) === rule.most);
}
