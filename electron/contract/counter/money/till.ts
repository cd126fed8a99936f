import { z } from 'zod';
import { read, write } from '../../base/call.ts';
import { CivilTime, Dong, why } from '../../base/values.ts';
import { TillName } from './money.ts';

/** Notes in circulation, the largest first. */
export const denominations = [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5000, 2000, 1000] as const;

/** Money counted note by note; a note that is left out was not there. */
export const Counts = z
  .array(z.strictObject({ note: z.literal(denominations), count: z.int().min(0).max(100_000) }))
  .max(denominations.length)
  .refine((counts) => new Set(counts.map(({ note }) => note)).size === counts.length, 'note-twice');
export type Counts = z.infer<typeof Counts>;

const till = TillName.optional();
const reason = why(500).optional();

export const TillView = z.object({
  till: z.string(),
  /** Which opening of this till it is, from 1; 0 before the first. */
  session: z.int(),
  open: z.boolean(),
  /** Whose hands the drawer is in. */
  holder: z.string().nullable(),
  holderName: z.string().nullable(),
  /** Counted by the giver and not yet taken over by the receiver. */
  handingTo: z.string().nullable(),
  openedAt: CivilTime.nullable(),
  float: Dong,
  /** What must lie in the drawer now. */
  cash: Dong,
  transfer: z.int(),
  card: z.int(),
  receipts: z.int(),
  lastCount: z.object({ at: CivilTime, by: z.string(), counted: Dong, difference: z.int() }).nullable(),
  handOvers: z.array(
    z.object({
      at: CivilTime,
      from: z.string(),
      to: z.string(),
      counted: Dong,
      difference: z.int(),
      reason: z.string().nullable(),
    }),
  ),
  closed: z
    .object({ at: CivilTime, by: z.string(), counted: Dong, difference: z.int(), reason: z.string().nullable() })
    .nullable(),
});
export type TillView = z.infer<typeof TillView>;

/** The till of this counter unless another is named. */
export const tillCalls = {
  open: write('clerk', ['till-open-already', 'clock-untrusted'])
    .input(z.strictObject({ till, float: Counts }))
    .output(TillView),
  /** A count in between: says what differs, changes nothing. */
  count: write('clerk', ['till-closed', 'till-held', 'till-handing-over'])
    .input(z.strictObject({ till, counts: Counts }))
    .output(TillView),
  /** The holder counts and names who takes over; from then on no cash moves until that person has counted the same. */
  handOver: write('clerk', ['till-closed', 'till-held', 'account-unknown', 'difference-needs-reason'])
    .input(z.strictObject({ till, to: z.string().max(40), counts: Counts, reason }))
    .output(TillView),
  /** The receiver counts what the giver counted. The giver who does this takes the drawer back. */
  takeOver: write('clerk', ['till-closed', 'hand-over-none', 'till-held', 'hand-over-differs'])
    .input(z.strictObject({ till, counts: Counts }))
    .output(TillView),
  /** Closes with a count. A supervisor may close a till whose holder is away. */
  close: write('clerk', ['till-closed', 'till-held', 'till-handing-over', 'difference-needs-reason'])
    .input(z.strictObject({ till, counts: Counts, reason }))
    .output(TillView),
  status: read('staff').input(z.strictObject({ till })).output(TillView),
  /** Every till this desk knows. */
  list: read('staff')
    .input(z.strictObject({}))
    .output(z.object({ tills: z.array(TillView) })),
};
