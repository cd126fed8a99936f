import type { CertificationKind, CertificationSigner } from '../../contract/counter/certification/certification.ts';

/**
 * What was certified: each paper under its number in the book of its kind and year (NĐ 23/2015 Điều 13 k2, TT 01/2020 Điều 4). A number is
 * given once and stands on paper, whatever becomes of the case.
 */
export type CertifiedAction = {
  readonly type: 'certified';
  readonly kind: CertificationKind;
  /** The run of numbers: `BS.Q3-2026`, or `BS-2026` where the office numbers at one desk. */
  readonly series: string;
  /** Who signs on the papers, as these name them. */
  readonly signer: CertificationSigner;
  readonly papers: readonly CertifiedPaper[];
};

/** `fee` is what the rule asks of this paper; null where no amount was known. */
export type CertifiedPaper = {
  readonly serial: number;
  readonly paper?: string;
  readonly pages: number;
  readonly copies: number;
  readonly fee: number | null;
};
