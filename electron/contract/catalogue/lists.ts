import { z } from 'zod';
import { PersonCondition } from '../person/person.ts';
import { NewLeg } from '../routing/legs.ts';
import { ProcessStep } from '../routing/process.ts';
import { Channel, DeadlineRule, Dong, Term, TermUnit, UnitCode } from '../values.ts';

/**
 * The rows of the dated lists an office works with (resources/data): units, procedures, calendar days, banks. Data, replaceable
 * without a new build; an office's own list is read as strictly as ours.
 */
type Frozen<T> = { readonly [K in keyof T]: Frozen<T[K]> };

const Text = z.string().min(1);
/** The national code of a procedure. */
const Code = z.string().regex(/^\d\.\d{6}$/);
/** Two digits of the statistics office. */
const ProvinceCode = z.string().regex(/^\d{2}$/);
/** Three digits where a whole district became one unit, as Côn Đảo did. */
const FormerCode = z.string().regex(/^\d{3}(\d{2})?$/);
const MaybeDong = Dong.nullable();

export const ProvinceRow = z.tuple([ProvinceCode, Text, Text, z.enum(['tinh', 'thanh-pho'])]);
export type Province = {
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  readonly type: z.infer<typeof ProvinceRow>[3];
};

export const UnitRow = z.tuple([UnitCode, Text, z.enum(['phuong', 'xa', 'dac-khu']), ProvinceCode]);
export type UnitType = z.infer<typeof UnitRow>[2];
export type Unit = {
  /** Five digits of the statistics office; never used inside a case number: that identifier is another one (NĐ 118/2025 Điều 28). */
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  readonly type: UnitType;
  readonly provinceCode: string;
};

const FormerUnitRow = z.tuple([FormerCode, Text, z.enum(['full', 'partial'])]);
/** The communes that became a unit, by its code. */
export const FormerUnitsRow = z.tuple([UnitCode, z.array(FormerUnitRow)]);
/** A commune before 1 July 2025 and how much of it went into the new one. A help for finding, never for legal mapping. */
export type FormerUnit = {
  readonly code: string;
  readonly name: string;
  readonly share: z.infer<typeof FormerUnitRow>[2];
};

/** `name` is as printed on the receipt, `source` the document that sets the amount. */
const feeHead = { name: Text, source: Text.exactOptional() };
const FeeRule = z.discriminatedUnion('kind', [
  /** One amount for the case; `perSet` where the document counts each paper filed. */
  z.strictObject({ ...feeHead, kind: z.literal('flat'), amount: MaybeDong, perSet: z.literal(true).exactOptional() }),
  /** A channel left out pays what is paid at the counter. */
  z.strictObject({
    ...feeHead,
    kind: z.literal('per-channel'),
    direct: MaybeDong,
    online: MaybeDong.exactOptional(),
    post: MaybeDong.exactOptional(),
  }),
  /** By the page of the original, for each copy: `first` for each of `firstPages`, then `then`, at most `most` a copy. */
  z.strictObject({
    ...feeHead,
    kind: z.literal('per-page'),
    first: Dong,
    firstPages: z.int().min(0).max(1000),
    then: Dong,
    most: Dong,
  }),
  z.strictObject({ ...feeHead, kind: z.literal('per-copy'), amount: Dong }),
  /** Five filing fees of Ho Chi Minh City are 0 đồng online (NQ 411/NQ-HĐND); those at the counter were not found. */
  z.strictObject({
    ...feeHead,
    kind: z.literal('zero-online'),
    /** Whose council resolved it: elsewhere the amount is not known. */
    province: ProvinceCode,
    direct: MaybeDong.exactOptional(),
    post: MaybeDong.exactOptional(),
  }),
]);
export type FeeRule = Frozen<z.infer<typeof FeeRule>>;

const ComponentItem = z.strictObject({
  name: Text,
  /** Cut by machine for a narrow screen; not the official name. */
  short: Text,
  /** The case in which this paper is asked for, where the portal groups them. */
  case: Text.exactOptional(),
  originals: z.int().min(0).max(99),
  copies: z.int().min(0).max(99),
  /** The official name was longer than the source kept. */
  truncated: z.literal(true).exactOptional(),
});
export type ComponentItem = Frozen<z.infer<typeof ComponentItem>>;

export const Procedure = z.strictObject({
  code: Code,
  name: Text,
  field: Text,
  authority: Text,
  /** Null where no source gives a limit: a supervisor sets it, nobody guesses it. */
  term: Term.nullable(),
  rule: DeadlineRule.nullable(),
  channelTerms: z.strictObject({ online: Term.exactOptional(), post: Term.exactOptional() }).exactOptional(),
  termNote: z.string(),
  termVerified: z.boolean(),
  /** Whole đồng for one person at the counter; null is “not found”, never “free”. */
  fee: z.strictObject({ amount: MaybeDong, note: z.string() }),
  feeRules: z.array(FeeRule),
  result: z.string(),
  legalBasis: z.array(Text),
  verification: z.strictObject({
    status: z.enum(['verified-2-sources', 'verified-1-source']),
    sources: z.array(Text).min(1),
  }),
  /** What a reader of the sources must know before trusting this entry. */
  doubts: z.array(Text),
  components: z.array(ComponentItem),
});
export type Procedure = Frozen<z.infer<typeof Procedure>>;

/** A procedure known by code and name only: it can be shown, and not received. */
export const ListedProcedure = z.strictObject({ code: Code, name: Text, field: Text });
export type ListedProcedure = Frozen<z.infer<typeof ListedProcedure>>;

export const CalendarDay = z.strictObject({
  date: z.iso.date(),
  name: Text,
  kind: z.enum(['holiday', 'swap-off', 'swap-work']),
  source: Text,
  /** `computed` follows from the law and the lunar calendar; no official notice was seen. */
  verification: z.enum(['verified', 'computed']),
});
export type CalendarDay = Frozen<z.infer<typeof CalendarDay>>;

export const Bank = z.strictObject({
  /** Six digits of NAPAS; empty where a bank has none. */
  bin: z.string().regex(/^(\d{6})?$/),
  code: Text,
  shortName: Text,
  name: Text,
  canTransfer: z.boolean(),
  verification: Text,
});
export type Bank = Frozen<z.infer<typeof Bank>>;

/**
 * What a law takes off a fee: which one, in which window, on which channel, for whom, how much. Windows are whole civil days, first
 * and last included; the day is the one on which the file was received.
 */
export const Incentive = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{3,60}$/),
  name: Text,
  /** The document that grants it, as printed on receipts. */
  basis: Text,
  from: z.iso.date(),
  /** The last day; null while no end is known. */
  until: z.iso.date().nullable(),
  /** The province whose council granted it; left out: in the whole country. */
  province: ProvinceCode.optional(),
  /** Left out: on every channel. */
  channels: z.array(Channel).min(1).optional(),
  /** All of them must hold, and a person must have seen it. Left out: for everybody. */
  conditions: z.array(PersonCondition).min(1).optional(),
  /** Names of fee lines, as the catalogue writes them. */
  fees: z.array(Text).min(1),
  percentOff: z.int().min(1).max(100),
  verified: z.boolean(),
  note: z.string(),
});
export type Incentive = Frozen<z.infer<typeof Incentive>>;

const LegRow = NewLeg.extend({ unitCode: UnitCode.exactOptional() });
/** The way a procedure takes through several agencies (liên thông), or through one that is not this office. */
export const ProcedureLegs = z.strictObject({
  code: Code,
  legs: z.array(LegRow).min(1).max(8),
  verification: z.enum(['two-sources', 'one-source', 'unverified']),
  /** What a reader must know before trusting it. */
  note: Text,
});
export type ProcedureLegs = Frozen<z.infer<typeof ProcedureLegs>>;

/** What the law says of every office's receipts. */
export const ReceiptLaw = z.strictObject({
  /** The last civil day on which a self-numbered paper receipt may be issued (NĐ 254/2026 Điều 44 k2). */
  lastPaperDay: z.iso.date(),
  /** `EBL01`: without printed values (TT 91/2026 Phụ lục II). */
  electronicTemplate: z.string(),
});
export type ReceiptLaw = Frozen<z.infer<typeof ReceiptLaw>>;

/** A general inner process for procedures of a kind; no source publishes the city's own, so each is unverified. */
export const ProcessFrame = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{3,60}$/),
  name: Text,
  /** The units of the limit it is for; the frame without is for all others. */
  units: z.array(TermUnit).min(1).exactOptional(),
  note: Text,
  verified: z.boolean(),
  steps: z.array(ProcessStep),
});
export type ProcessFrame = Frozen<z.infer<typeof ProcessFrame>>;
