import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type Fault, fault, isFault } from '../../contract/fault.ts';
import { firstIssue } from '../../contract/input-issues.ts';
import { PersonCondition } from '../../contract/money/money.ts';
import { NewLeg } from '../../contract/routing/legs.ts';
import { ProcessStep } from '../../contract/routing/process.ts';
import { Channel } from '../../contract/values.ts';
import type {
  Catalogue,
  FormerUnit,
  Procedure,
  ProcedureLegs,
  ProcessFrame,
  Unit,
  UnitType,
} from '../../domain/catalogue/catalogue.ts';
import { electronicTemplate } from '../../domain/money/receipt.ts';
import { processFlaw } from '../../domain/routing/process.ts';

/** The shape of the files in resources/data. An office may replace a file; it is read as strictly as ours. */
const Text = z.string().min(1);
const Code = z.string().regex(/^\d\.\d{6}$/);
const UnitCode = z.string().regex(/^\d{5}$/);
/** Three digits where a whole district became one unit, as Côn Đảo did. */
const FormerCode = z.string().regex(/^\d{3}(\d{2})?$/);
const Dong = z.int().min(0).max(999_999_999_999);

const head = { version: z.iso.date(), source: z.array(Text).min(1) };

/** No two rows may answer to the same key: the second would never be found. */
function unique<T>(key: (row: T) => string) {
  return (rows: readonly T[], context: z.RefinementCtx): void => {
    const seen = new Set<string>();
    for (const [index, row] of rows.entries()) {
      if (seen.has(key(row))) context.addIssue({ code: 'custom', path: [index, key(row)], message: 'row-twice' });
      seen.add(key(row));
    }
  };
}

export const UnitsFile = z.strictObject({
  ...head,
  data: z.strictObject({
    provinces: z
      .array(z.tuple([z.string().regex(/^\d{2}$/), Text, Text, z.enum(['tinh', 'thanh-pho'])]))
      .superRefine(unique((row) => row[0])),
    communes: z
      .array(z.tuple([UnitCode, Text, z.enum(['phuong', 'xa', 'dac-khu']), z.string().regex(/^\d{2}$/)]))
      .superRefine(unique((row) => row[0])),
    formerUnits: z.array(z.tuple([UnitCode, z.array(z.tuple([FormerCode, Text, z.enum(['full', 'partial'])]))])),
  }),
});

const Term = z.strictObject({
  value: z.int().min(1).max(3650),
  unit: z.enum(['working-day', 'day', 'working-hour', 'hour', 'same-day']),
});

const ProvinceCode = z.string().regex(/^\d{2}$/);
const MaybeDong = Dong.nullable();
const feeHead = { name: Text, source: Text.optional() };
const FeeRule = z.discriminatedUnion('kind', [
  z.strictObject({ ...feeHead, kind: z.literal('flat'), amount: MaybeDong, perSet: z.literal(true).optional() }),
  z.strictObject({
    ...feeHead,
    kind: z.literal('per-channel'),
    direct: MaybeDong,
    online: MaybeDong.optional(),
    post: MaybeDong.optional(),
  }),
  z.strictObject({
    ...feeHead,
    kind: z.literal('per-page'),
    first: Dong,
    firstPages: z.int().min(0).max(1000),
    then: Dong,
    most: Dong,
  }),
  z.strictObject({ ...feeHead, kind: z.literal('per-copy'), amount: Dong }),
  z.strictObject({
    ...feeHead,
    kind: z.literal('zero-online'),
    province: ProvinceCode,
    direct: MaybeDong.optional(),
    post: MaybeDong.optional(),
  }),
]);

const Component = z.strictObject({
  name: Text,
  short: Text,
  case: Text.optional(),
  originals: z.int().min(0).max(99),
  copies: z.int().min(0).max(99),
  truncated: z.literal(true).optional(),
});

const Procedure = z.strictObject({
  code: Code,
  name: Text,
  field: Text,
  authority: Text,
  term: Term.nullable(),
  rule: z.enum(['after-15h']).nullable(),
  channelTerms: z.strictObject({ online: Term.optional(), post: Term.optional() }).optional(),
  termNote: z.string(),
  termVerified: z.boolean(),
  fee: z.strictObject({ amount: Dong.nullable(), note: z.string() }),
  feeRules: z.array(FeeRule),
  result: z.string(),
  legalBasis: z.array(Text),
  verification: z.strictObject({
    status: z.enum(['verified-2-sources', 'verified-1-source']),
    sources: z.array(Text).min(1),
  }),
  doubts: z.array(Text),
  components: z.array(Component),
});

export const ProceduresFile = z.strictObject({
  ...head,
  data: z.strictObject({
    procedures: z.array(Procedure).superRefine(unique((row) => row.code)),
    listedOnly: z.array(z.strictObject({ code: Code, name: Text, field: Text })).superRefine(unique((row) => row.code)),
  }),
});

export const HolidaysFile = z.strictObject({
  ...head,
  data: z
    .array(
      z.strictObject({
        date: z.iso.date(),
        name: Text,
        kind: z.enum(['holiday', 'swap-off', 'swap-work']),
        source: Text,
        verification: z.enum(['verified', 'computed']),
      }),
    )
    .superRefine(unique((row) => row.date)),
});

export const BanksFile = z.strictObject({
  ...head,
  data: z.array(
    z.strictObject({
      bin: z.string().regex(/^(\d{6})?$/),
      code: Text,
      shortName: Text,
      name: Text,
      canTransfer: z.boolean(),
      verification: Text,
    }),
  ),
});

export const IncentivesFile = z.strictObject({
  ...head,
  data: z
    .array(
      z
        .strictObject({
          id: z.string().regex(/^[a-z0-9-]{3,60}$/),
          name: Text,
          basis: Text,
          from: z.iso.date(),
          until: z.iso.date().nullable(),
          province: ProvinceCode.optional(),
          channels: z.array(Channel).min(1).optional(),
          conditions: z.array(PersonCondition).min(1).optional(),
          fees: z.array(Text).min(1),
          percentOff: z.int().min(1).max(100),
          verified: z.boolean(),
          note: z.string(),
        })
        .refine(({ from, until }) => until === null || from <= until, 'the window ends before it begins'),
    )
    .superRefine(unique((row) => row.id)),
});

export const LegsFile = z.strictObject({
  ...head,
  data: z
    .array(
      z.strictObject({
        code: Code,
        legs: z.array(NewLeg).min(1).max(8),
        verification: z.enum(['two-sources', 'one-source', 'unverified']),
        note: Text,
      }),
    )
    .superRefine(unique((row) => row.code)),
});

export const ReceiptsFile = z.strictObject({
  ...head,
  data: z.strictObject({ lastPaperDay: z.iso.date(), electronicTemplate: z.string().regex(electronicTemplate) }),
});

export const ProcessesFile = z.strictObject({
  ...head,
  data: z
    .array(
      z
        .strictObject({
          id: z.string().regex(/^[a-z0-9-]{3,60}$/),
          name: Text,
          units: z.array(Term.shape.unit).min(1).optional(),
          note: Text,
          verified: z.boolean(),
          steps: z.array(ProcessStep),
        })
        .refine(({ steps }) => processFlaw(steps) === null, 'the steps are no process'),
    )
    .superRefine(unique((row) => row.id))
    .refine((rows) => rows.filter(({ units }) => units === undefined).length === 1, 'one frame is for all the rest'),
});

const typeNames: Readonly<Record<UnitType, string>> = { phuong: 'Phường', xa: 'Xã', 'dac-khu': 'Đặc khu' };

/**
 * Reads the seven lists of `resources/data`. A file that is missing, is not JSON, or breaks its schema gives the fault
 * `data-broken` with the first thing wrong in it; nothing is half read. The version is that of the procedures.
 */
export function readCatalogue(folder: string): Catalogue | Fault<'data-broken'> {
  const units = readList(folder, 'units.json', UnitsFile);
  if (isFault(units)) return units;
  const procedures = readList(folder, 'procedures.json', ProceduresFile);
  if (isFault(procedures)) return procedures;
  const holidays = readList(folder, 'holidays.json', HolidaysFile);
  if (isFault(holidays)) return holidays;
  const banks = readList(folder, 'banks.json', BanksFile);
  if (isFault(banks)) return banks;
  const incentives = readList(folder, 'incentives.json', IncentivesFile);
  if (isFault(incentives)) return incentives;
  const receipts = readList(folder, 'receipts.json', ReceiptsFile);
  if (isFault(receipts)) return receipts;
  const legs = readList(folder, 'legs.json', LegsFile);
  if (isFault(legs)) return legs;

  const processes = readList(folder, 'processes.json', ProcessesFile);
  if (isFault(processes)) return processes;

  return {
    version: procedures.version,
    provinces: units.data.provinces.map(([code, name, fullName, type]) => ({ code, name, fullName, type })),
    units: units.data.communes.map(unitOf),
    formerUnits: Object.fromEntries(units.data.formerUnits.map(([code, rows]) => [code, rows.map(formerUnitOf)])),
    // zod says `undefined` where the domain says “left out”; in JSON the two are one.
    procedures: procedures.data.procedures as readonly Procedure[],
    listedOnly: procedures.data.listedOnly,
    days: holidays.data,
    calendar: { version: holidays.version, source: holidays.source },
    banks: banks.data,
    incentives: incentives.data,
    receiptLaw: receipts.data,
    legs: legs.data as readonly ProcedureLegs[],
    processFrames: processes.data as readonly ProcessFrame[],
  };
}

function unitOf([code, name, type, provinceCode]: [string, string, UnitType, string]): Unit {
  return { code, name, fullName: `${typeNames[type]} ${name}`, type, provinceCode };
}

function formerUnitOf([code, name, share]: [string, string, FormerUnit['share']]): FormerUnit {
  return { code, name, share };
}

function readList<S extends z.ZodType>(folder: string, file: string, schema: S): z.infer<S> | Fault<'data-broken'> {
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return missing
      ? fault('data-broken', { file, reason: 'không thấy tệp', reasonEn: 'file not found' })
      : fault('data-broken', { file, reason: 'không phải JSON đúng', reasonEn: 'it is not valid JSON' });
  }
  const parsed = schema.safeParse(raw);
  return parsed.success ? parsed.data : fault('data-broken', { file, ...firstIssue(schema, raw, parsed.error) });
}
