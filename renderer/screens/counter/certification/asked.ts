import type { FeeRule } from '../../../../electron/contract/catalogue/lists.ts';
import type {
  CertificationKind,
  CertificationLine,
} from '../../../../electron/contract/counter/certification/certification.ts';
import { certificationFees, isCapped } from '../../../../electron/domain/counter/certification/fees.ts';
import { readTyped } from '../../../../electron/domain/counter/certification/typed.ts';

/** What was typed, kind by kind. */
export type TypedKinds = Readonly<Record<CertificationKind, string>>;

export const nothingTyped: TypedKinds = { copy: '', signature: '', contract: '' };

export type AskedLine = CertificationLine & { readonly fee: number | null; readonly capped: boolean };

export type AskedCertification = {
  readonly lines: readonly AskedLine[];
  readonly wrong: readonly string[];
  /** What is due of all that has an amount. */
  readonly due: number;
};

type KindOfLane = { readonly kind: CertificationKind; readonly feeRules: readonly FeeRule[] };

/** The papers of a request with what each costs, by the rules that the desk itself reckons by. */
export function askedPapers(typed: TypedKinds, kinds: readonly KindOfLane[]): AskedCertification {
  const read = kinds.map(({ kind, feeRules }) => ({ kind, feeRules, ...readTyped(typed[kind]) }));
  const lines = read.flatMap(({ kind, feeRules, papers }) =>
    papers.map((one): AskedLine => {
      const [fee] = certificationFees(kind, feeRules, [one]);
      return { kind, ...one, fee: fee?.amount ?? null, capped: kind === 'copy' && isCapped(feeRules, one.pages) };
    }),
  );
  return {
    lines,
    wrong: read.flatMap(({ wrong }) => wrong),
    due: lines.reduce((sum, { fee }) => sum + (fee ?? 0), 0),
  };
}
