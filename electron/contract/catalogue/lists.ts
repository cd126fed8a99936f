import { z } from 'zod';
import { OwnFieldList } from './own-fields.ts';
import { PersonCondition } from '../common/person/person.ts';
import { NewLeg } from '../routing/legs.ts';
import { ProcessStep } from '../routing/process.ts';
import { CaseUnitCode, Channel, DeadlineRule, Dong, TermUnit, TermValue, UnitCode } from '../base/values.ts';

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

/** What a list says a unit's identifier is, and how far that list is to be trusted. */
export const IdentifierRow = z.tuple([UnitCode, CaseUnitCode, z.enum(['A', 'B', 'C'])]);
export type UnitIdentifier = { readonly code: string; readonly grade: z.infer<typeof IdentifierRow>[2] };

/** NĐ 118/2025 Điều 14 k4: what every centre of the country receives, by the list that the competent authority published. */
export const NationwideProcedure = z
  .strictObject({
    code: Text,
    /** The decision that published it, with its number and day. */
    document: Text,
    from: z.iso.date(),
    until: z.iso.date().nullable(),
  })
  .refine(({ from, until }) => until === null || from <= until, {
    path: ['until'],
    message: 'the window ends before it begins',
  });
export type NationwideProcedure = Frozen<z.infer<typeof NationwideProcedure>>;

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
const feeHead = {
  name: Text,
  source: Text.exactOptional(),
  /** In force on these days, first and last included, judged by the day of acceptance; left out is open. */
  from: z.iso.date().exactOptional(),
  until: z.iso.date().exactOptional(),
};
export const FeeRule = z.discriminatedUnion('kind', [
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

const Days = z.int().min(1).max(365);
const Key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

/** Who read which article, and when: only that makes a fact verified. */
const Reading = z.strictObject({ article: Text, readOn: z.iso.date(), readBy: Text });
type Reading = z.infer<typeof Reading>;

const ComponentItem = z.strictObject({
  name: Text,
  /** For a narrow screen and a half sheet; not the official name. */
  short: Text,
  /** Handed in and kept; only looked at and given back; or handed in where no other one of its `group` is. */
  kind: z.enum(['received', 'shown', 'alternative']),
  /** Of alternatives: which ones stand for each other. One of them is enough. */
  group: Key.exactOptional(),
  /** The case of the citizen in which this paper is asked for; without one it is asked for in every case. */
  case: Text.exactOptional(),
  originals: z.int().min(0).max(99),
  copies: z.int().min(0).max(99),
  /** The official name was longer than the source kept. */
  truncated: z.literal(true).exactOptional(),
});
export type ComponentItem = Frozen<z.infer<typeof ComponentItem>>;

/**
 * One lawful time limit of a procedure. A procedure may have several: for cases of its own, before and after a law changed, or where
 * something has to be verified. The first one in force that reception may choose is the usual one.
 */
const ProcedureTerm = z
  .strictObject({
    /** What it is called by in calls and entries. The same key again is the same case under another law: their dates do not overlap. */
    key: Key,
    /** The case in Vietnamese, for the screen and the paper: «phải xác minh», «giấy tờ có nhiều trang». */
    words: Text,
    value: TermValue,
    unit: TermUnit,
    /** How a time of its own in the day is reckoned; left out where there is none. */
    rule: DeadlineRule.exactOptional(),
    /** The article that gives it; empty where none was found. */
    article: z.string(),
    /** In force on these days, first and last included, judged by the day of acceptance; null is open. */
    from: z.iso.date().nullable(),
    until: z.iso.date().nullable(),
    /** Chosen when the file is received, by the act “verification needed” afterwards, or at either. */
    chosen: z.enum(['reception', 'verification', 'either']),
    /** What the law wants for it: a reason, or a written agreement with the day and hour (NĐ 23/2015 Điều 21). */
    needs: z.enum(['reason', 'written-agreement']).nullable(),
    /** Only for files that come so; left out for every way. */
    channels: z.array(Channel).min(1).exactOptional(),
    /** A: the wording was read in the text; B: a secondary source; C: inferred. */
    grade: z.enum(['A', 'B', 'C']),
    readOn: z.iso.date().nullable(),
    readBy: z.string(),
  })
  .refine(({ from, until }) => from === null || until === null || from <= until, {
    path: ['until'],
    message: 'the window ends before it begins',
  })
  .refine(
    ({ grade, article, readOn, readBy }) => grade !== 'A' || (article !== '' && readOn !== null && readBy !== ''),
    {
      path: ['grade'],
      message: 'grade A needs the article, the day it was read and who read it',
    },
  );
export type ProcedureTerm = Frozen<z.infer<typeof ProcedureTerm>>;

/** Asking for papers once more, where the law of the field says something else than NĐ 118/2025 Điều 19 k5. */
const SupplementRule = z.strictObject({
  /** How often; null where that law sets no number. */
  times: z.int().min(1).max(9).nullable(),
  /** How long the office may take to ask, counted from the acceptance. */
  askWithin: z.strictObject({ days: Days, unit: z.enum(['working-day', 'day']) }).exactOptional(),
  /** Where that is another time for one of the procedure's limits, by its key. */
  askWithinOf: z
    .array(z.strictObject({ termCase: Text, days: Days, unit: z.enum(['working-day', 'day']) }))
    .exactOptional(),
  /** How long the citizen has, and what follows. */
  days: Days,
  unit: z.enum(['working-day', 'day']),
  afterwards: z.enum(['close', 'refuse']),
  article: Text,
});
export type SupplementRule = Frozen<z.infer<typeof SupplementRule>>;

/** `inferred`: told from the names; nobody published which code replaces which. */
const Successor = z.strictObject({
  code: Code,
  from: z.iso.date().nullable(),
  inferred: z.boolean(),
  note: Text,
});

export const Procedure = z.strictObject({
  code: Code,
  name: Text,
  field: Text,
  authority: Text,
  /** Who decides and signs: its identifier stands in the case code, and its own figures count the file. */
  decidingAgency: Text,
  /** How much of it can be done online; null where nobody found out. */
  onlineLevel: z.enum(['full', 'partial', 'none']).nullable(),
  /** The article by which it is filed online only; at the desk in an outage at the most. Null: on any way. */
  onlineOnly: Text.nullable().default(null),
  /** The article by which the result is fetched online or comes by post, not at the desk. Null: on any way. */
  resultAway: Text.nullable().default(null),
  /** The code that takes its place in newer lists. */
  successor: Successor.nullable().default(null),
  /** None where no source gives a limit: a supervisor sets it, nobody guesses it. */
  terms: z.array(ProcedureTerm),
  /** Why there is no usual limit; null where there is one on every day. */
  noTerm: Text.nullable().default(null),
  termNote: z.string(),
  /** Null: as NĐ 118/2025 Điều 19 k5 says. */
  supplement: SupplementRule.nullable(),
  /** Whole đồng for one person at the counter; null is “not found”, never “free”. */
  fee: z.strictObject({ amount: MaybeDong, note: z.string() }),
  feeRules: z.array(FeeRule),
  result: z.string(),
  legalBasis: z.array(Text),
  /** How many lists of procedures say the same; that makes nothing verified. */
  verification: z.strictObject({
    status: z.enum(['two-sources', 'one-source']),
    sources: z.array(Text).min(1),
  }),
  /** Somebody read the article of today against this whole entry. */
  verified: Reading.nullable(),
  /** What a reader of the sources must know before trusting this entry. */
  doubts: z.array(Text),
  components: z.array(ComponentItem),
  /** What it asks beside what every file says; left out where it asks nothing. */
  ownFields: OwnFieldList.exactOptional(),
});
export type Procedure = Frozen<z.infer<typeof Procedure>>;

/**
 * A procedure of the list that goes on from the one read in the law: as the portal and decisions have it. `current` alone is offered; one that
 * another took the place of leads to that one, and the rest are known by their codes for lists that name them.
 */
export const MoreProcedure = z.strictObject({
  standing: z.enum(['current', 'superseded', 'unconfirmed', 'not-listed', 'internal', 'repealed']),
  procedure: Procedure,
});
export type MoreProcedure = Frozen<z.infer<typeof MoreProcedure>>;

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
  /** Codes of the procedures it is for; left out: for every procedure that has one of its fees. */
  procedures: z.array(Code).min(1).optional(),
  /** Left out: on every channel. */
  channels: z.array(Channel).min(1).optional(),
  /** All of them must hold, and a person must have seen it. Left out: for everybody. */
  conditions: z.array(PersonCondition).min(1).optional(),
  /** Names of fee lines, as the catalogue writes them. */
  fees: z.array(Text).min(1),
  percentOff: z.int().min(1).max(100),
  verified: z.boolean(),
  /** When the article of `basis` was read; without it nothing is verified. */
  readOn: z.iso.date().exactOptional(),
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
