import { z } from 'zod';
import { PersonCondition } from '../contract/money/money.ts';
import { NewLeg } from '../contract/routing/legs.ts';
import { ProcessStep } from '../contract/routing/process.ts';
import { Channel } from '../contract/values.ts';
import { electronicTemplate } from '../domain/money/receipt.ts';
import { processFlaw } from '../domain/routing/process.ts';

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
