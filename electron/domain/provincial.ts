import type { Procedure } from './catalogue.ts';
import type { Incentive } from './waivers.ts';

/** What a people's council resolved holds in its province alone: elsewhere the fee is not 0 but not known. */
export function feesInProvince<P extends Pick<Procedure, 'feeRules'>>(procedure: P, province: string): P {
  const feeRules = procedure.feeRules.map((rule) =>
    rule.kind === 'zero-online' && rule.province !== province
      ? ({ kind: 'flat', name: rule.name, amount: rule.direct ?? null } as const)
      : rule,
  );
  return { ...procedure, feeRules };
}

export function incentivesInProvince(incentives: readonly Incentive[], province: string): readonly Incentive[] {
  return incentives.filter((incentive) => incentive.province === undefined || incentive.province === province);
}
