import type { ProcessStep } from '../../contract/routing/process.ts';
import type { Term } from '../../contract/values.ts';
import type { CalendarDay } from '../deadline/work-calendar.ts';
import type { LegDefinition } from '../entries/case.ts';
import type { FeeRule } from '../money/fees.ts';
import type { ReceiptLaw } from '../money/receipt.ts';
import type { Incentive } from '../money/waivers.ts';

/** The dated lists an office works with: units, procedures, calendar days, banks. Data, replaceable without a new build. */
export type UnitType = 'phuong' | 'xa' | 'dac-khu';

export type Province = {
  /** Two digits of the statistics office. */
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  readonly type: 'tinh' | 'thanh-pho';
};

export type Unit = {
  /** Five digits of the statistics office; never used inside a case number: that identifier is another one (NĐ 118/2025 Điều 28). */
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  readonly type: UnitType;
  readonly provinceCode: string;
};

/** A commune before 1 July 2025 and how much of it went into the new one. A help for finding, never for legal mapping. */
export type FormerUnit = { readonly code: string; readonly name: string; readonly share: 'full' | 'partial' };

export type ComponentItem = {
  readonly name: string;
  /** Cut by machine for a narrow screen; not the official name. */
  readonly short: string;
  /** The case in which this paper is asked for, where the portal groups them. */
  readonly case?: string;
  readonly originals: number;
  readonly copies: number;
  /** The official name was longer than the source kept. */
  readonly truncated?: true;
};

export type Procedure = {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly authority: string;
  readonly components: readonly ComponentItem[];
  /** Null where no source gives a limit: a supervisor sets it, nobody guesses it. */
  readonly term: Term | null;
  readonly rule: 'after-15h' | null;
  readonly channelTerms?: { readonly online?: Term; readonly post?: Term };
  readonly termNote: string;
  readonly termVerified: boolean;
  /** Whole đồng for one person at the counter; null is “not found”, never “free”. */
  readonly fee: { readonly amount: number | null; readonly note: string };
  readonly feeRules: readonly FeeRule[];
  readonly result: string;
  readonly legalBasis: readonly string[];
  readonly verification: {
    readonly status: 'verified-2-sources' | 'verified-1-source';
    readonly sources: readonly string[];
  };
  /** What a reader of the sources must know before trusting this entry. */
  readonly doubts: readonly string[];
};

/** A procedure known by code and name only: it can be shown, and not received. */
export type ListedProcedure = { readonly code: string; readonly name: string; readonly field: string };

export type Bank = {
  /** Six digits of NAPAS; empty where a bank has none. */
  readonly bin: string;
  readonly code: string;
  readonly shortName: string;
  readonly name: string;
  readonly canTransfer: boolean;
  readonly verification: string;
};

/** The way a procedure takes through several agencies (liên thông), or through one that is not this office. */
export type ProcedureLegs = {
  readonly code: string;
  readonly legs: readonly LegDefinition[];
  readonly verification: 'two-sources' | 'one-source' | 'unverified';
  /** What a reader must know before trusting it. */
  readonly note: string;
};

/** A general inner process for procedures of a kind; no source publishes the city's own, so each is unverified. */
export type ProcessFrame = {
  readonly id: string;
  readonly name: string;
  /** The units of the limit it is for; the frame without is for all others. */
  readonly units?: readonly Term['unit'][];
  readonly note: string;
  readonly verified: boolean;
  readonly steps: readonly ProcessStep[];
};

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
