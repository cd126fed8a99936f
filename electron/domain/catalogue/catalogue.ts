import type {
  Bank,
  CalendarDay,
  FormerUnit,
  Incentive,
  ListedProcedure,
  Procedure,
  ProcedureLegs,
  ProcessFrame,
  Province,
  ReceiptLaw,
  Unit,
} from '../../contract/catalogue/lists.ts';
import type { Term } from '../../contract/values.ts';

/** The dated lists an office works with. Data, replaceable without a new build. */
export type Catalogue = {
  readonly version: string;
  readonly provinces: readonly Province[];
  readonly units: readonly Unit[];
  /** By the code of the new unit; Ho Chi Minh City only. */
  readonly formerUnits: Readonly<Record<string, readonly FormerUnit[]>>;
  readonly procedures: readonly Procedure[];
  readonly listedOnly: readonly ListedProcedure[];
  readonly days: readonly CalendarDay[];
  /** Which list of days it is, and what it was taken from. */
  readonly calendar: { readonly version: string; readonly source: readonly string[] };
  readonly banks: readonly Bank[];
  readonly incentives: readonly Incentive[];
  readonly receiptLaw: ReceiptLaw;
  readonly legs: readonly ProcedureLegs[];
  readonly processFrames: readonly ProcessFrame[];
};

export const hoChiMinhCity = '79';

export function unitsOf(catalogue: Catalogue, provinceCode: string): readonly Unit[] {
  return catalogue.units.filter((unit) => unit.provinceCode === provinceCode);
}

export function findUnit(catalogue: Catalogue, code: string): Unit | undefined {
  return catalogue.units.find((unit) => unit.code === code);
}

export function findProcedure(catalogue: Catalogue, code: string): Procedure | undefined {
  return catalogue.procedures.find((procedure) => procedure.code === code);
}

/** The limit for a channel: the portal's own where it gives one, else the general one. */
export function termFor(procedure: Procedure, channel: 'direct' | 'online' | 'post'): Term | null {
  return (channel === 'direct' ? undefined : procedure.channelTerms?.[channel]) ?? procedure.term;
}

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
