import type {
  Bank,
  CalendarDay,
  FormerUnit,
  Incentive,
  ListedProcedure,
  MoreProcedure,
  NationwideProcedure,
  Procedure,
  ProcedureLegs,
  ProcessFrame,
  Province,
  ReceiptLaw,
  Unit,
  UnitIdentifier,
} from '../../contract/catalogue/lists.ts';

/** The dated lists an office works with. Data, replaceable without a new build. */
export type Catalogue = {
  /** Names the procedures by what stands in them (desk/catalogue/files.ts): a list that was changed has another name, whatever it says of itself. */
  readonly version: string;
  /** The hash that the name is the beginning of. */
  readonly sha256: string;
  /** The day the list says it is of. */
  readonly dated: string;
  readonly provinces: readonly Province[];
  readonly units: readonly Unit[];
  /** By the code of the new unit; Ho Chi Minh City only. */
  readonly formerUnits: Readonly<Record<string, readonly FormerUnit[]>>;
  /** By the code of the unit; where a list of them was found. */
  readonly identifiers: ReadonlyMap<string, UnitIdentifier>;
  /** Which list of identifiers it is, and what it was taken from. */
  readonly identifierList: { readonly version: string; readonly source: readonly string[] };
  /** Read in the law, one by one. */
  readonly procedures: readonly Procedure[];
  /** The rest of what a ward offers, as the portal and decisions have it; a procedure of it is adopted when the first file of it is received. */
  readonly more: readonly MoreProcedure[];
  /** The day that list says it is of. */
  readonly moreDated: string;
  readonly nationwide: readonly NationwideProcedure[];
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

/** What a people's council resolved holds in its province alone: elsewhere the fee is not 0 but not known. */
export function feesInProvince<P extends Pick<Procedure, 'feeRules'>>(procedure: P, province: string): P {
  const feeRules = procedure.feeRules.map((rule) =>
    rule.kind === 'zero-online' && rule.province !== province ? unknownElsewhere(rule) : rule,
  );
  return { ...procedure, feeRules };
}

function unknownElsewhere({
  name,
  from,
  until,
  direct = null,
}: Extract<Procedure['feeRules'][number], { kind: 'zero-online' }>): Procedure['feeRules'][number] {
  return {
    kind: 'flat',
    name,
    amount: direct,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

export function incentivesInProvince(incentives: readonly Incentive[], province: string): readonly Incentive[] {
  return incentives.filter((incentive) => incentive.province === undefined || incentive.province === province);
}

/** `Phường Cát Lái` for its five digits; the digits themselves when the list no longer knows them. */
export function unitName(catalogue: Catalogue, unitCode: string): string {
  return findUnit(catalogue, unitCode)?.fullName ?? unitCode;
}
