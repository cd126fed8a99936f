import { z } from 'zod';
import { read, readOfPersons, write, writeOfPersons } from '../../base/call.ts';
import { CivilDate, CivilTime, Dong, Id, WatchName, line, why } from '../../base/values.ts';

export const Month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'month');

/** By the way it was paid. Below 0 where more was given back than taken. */
const Ways = z.object({ cash: z.int(), transfer: z.int(), card: z.int(), total: z.int() });

const sums = {
  receipts: z.int(),
  collected: Ways,
  refunded: Ways,
  adjusted: Ways,
  net: Ways,
  /** Taken off by law or by a supervisor; null where a rule's amount was not known. */
  waived: z.int().nullable(),
};

/** What is paid in by itself: the fees of certification, other fees, filing fees, and what nobody can tell from its name where it goes. */
export const PayInPart = z.enum(['certification', 'fees-account', 'budget', 'undetermined']);
export type PayInPart = z.infer<typeof PayInPart>;

const paid = {
  /** The month of the calendar whose money it is. */
  month: Month,
  part: PayInPart,
  /** Whole đồng. */
  amount: z.int().min(1).max(999_999_999_999),
  /** When it was paid in, as the slip says. */
  day: CivilDate,
  /** The number of the slip (giấy nộp tiền). */
  slip: line(60, 1),
};

/** Money that was paid in, as somebody wrote it down from its slip. */
export const PaidIn = z.object({
  payInId: z.string(),
  ...paid,
  by: z.string(),
  at: CivilTime,
  /** It was written down wrongly: by whom it was taken back, when and why. It counts no more. */
  takenBack: z.object({ by: z.string(), at: CivilTime, reason: z.string() }).nullable(),
});
export type PaidIn = z.infer<typeof PaidIn>;

/** How far a part is paid in. `over`: more than there was, as where money was given back later. */
export const Remitted = z.object({
  part: PayInPart,
  due: z.int(),
  paid: z.int(),
  left: z.int(),
  remitBy: CivilDate.nullable(),
  state: z.enum(['nothing', 'open', 'partly', 'done', 'over']),
  /** Something is left after its last day. */
  late: z.boolean(),
});
export type Remitted = z.infer<typeof Remitted>;

/**
 * The day on which this register began, where that is within the month or after it; null otherwise. What was done before is in no number, and of a month that
 * lies wholly before it nothing is known: `known` is false then, and none of its zeros is one.
 */
const register = { began: CivilDate.nullable(), known: z.boolean() };

/** What a month came to: a line for each fee of each procedure. */
export const SettlementAnswer = z.object({
  ...register,
  month: Month,
  from: CivilDate,
  to: CivilDate,
  rows: z.array(
    z.object({
      feeName: z.string(),
      /** Phí, lệ phí; null where its name does not say. */
      kind: z.enum(['fee', 'filing-fee']).nullable(),
      procedureCode: z.string(),
      procedureName: z.string(),
      isCertification: z.boolean(),
      ...sums,
    }),
  ),
  total: z.object(sums),
  /** What is to be paid in, where, and by when; a null day is one that no text that was read names, a null place one that the fee's name does not tell. */
  payIn: z.array(
    z.object({
      destination: z.enum(['fees-account', 'budget']).nullable(),
      of: z.enum(['certification', 'other']),
      amount: z.int(),
      remitBy: CivilDate.nullable(),
    }),
  ),
  /** Each part held to what was paid in of it, and the slips, first to last. */
  remitted: z.array(Remitted),
  paidIn: z.array(PaidIn),
  /** The lines held to what went through the tills, and to each other. */
  checks: z.array(z.object({ name: z.string(), ok: z.boolean() })),
  /** Fees of which nobody can tell from the name where they are paid in. */
  missing: z.array(
    z.object({ code: z.literal('fee-kind'), feeName: z.string(), procedureCode: z.string(), amount: z.int() }),
  ),
  /** How far the register was that it was made of: the first signs of its newest hash, and when. */
  head: z.string(),
  madeAt: CivilTime,
});
export type SettlementAnswer = z.infer<typeof SettlementAnswer>;

export const UnpaidAnswer = z.object({
  ...register,
  until: CivilDate,
  lines: z.array(
    z.object({
      caseId: z.string(),
      number: z.string(),
      applicantName: z.string(),
      procedureCode: z.string(),
      procedureName: z.string(),
      feeName: z.string(),
      /** Null where nobody knows how much: it may not be asked for, and is no 0 (NĐ 118/2025 Điều 5 k1đ). */
      amount: Dong.nullable(),
      since: CivilTime,
      /** Whether the result was handed out with it unpaid. */
      returned: z.boolean(),
    }),
  ),
  total: z.object({ files: z.int(), amount: Dong, unknown: z.int() }),
  /** The last file of this page, where more stand behind it; null after the last. */
  next: z.string().nullable(),
  madeAt: CivilTime,
});
export type UnpaidAnswer = z.infer<typeof UnpaidAnswer>;

/** Which list of a month leaves the desk as a file. */
export const MoneyList = z.enum(['settlement', 'unpaid']);
export type MoneyList = z.infer<typeof MoneyList>;

export const MoneyFormat = z.enum(['pdf', 'xlsx']);
export type MoneyFormat = z.infer<typeof MoneyFormat>;

export const settlementCalls = {
  /** What a month of the calendar came to, by fee and procedure, and what is to be paid in; made beside the desk. */
  settlement: read('staff', ['report-cancelled'])
    .input(z.strictObject({ month: Month, watch: WatchName }))
    .output(SettlementAnswer),
  /** Fees that were owed at the end of a month, or are now where it is not over; the longest owed first. */
  unpaid: readOfPersons(['case-unknown'])
    .input(
      z.strictObject({
        month: Month,
        /** The `next` of the page before. A page ends between two files, so one of many fees may make it longer. */
        after: Id.optional(),
        limit: z.int().min(1).max(5000).default(500),
      }),
    )
    .output(UnpaidAnswer),
  /** Money was paid in: from its slip. The same slip of the same part is written down once. */
  recordPayIn: write('supervisor', ['pay-in-day', 'pay-in-repeated'])
    .input(z.strictObject(paid))
    .output(z.object({ paidIn: z.array(PaidIn) })),
  /** What was written down wrongly counts no more; it stays in sight with the reason. */
  takeBackPayIn: write('supervisor', ['pay-in-unknown'])
    .input(z.strictObject({ payInId: Id, reason: why(300) }))
    .output(z.object({ paidIn: z.array(PaidIn) })),
  /**
   * One of the two as a file. A long list of who owes comes in volumes: `next` is what the following one is asked for with as `after`, null after the last. Who
   * took it out, and of which register, is kept, volume by volume.
   */
  monthFile: writeOfPersons(['report-cancelled', 'case-unknown', 'form-unknown', 'form-broken'])
    .input(
      z.strictObject({
        month: Month,
        list: MoneyList,
        format: MoneyFormat,
        after: Id.optional(),
        watch: WatchName,
      }),
    )
    .output(
      z.object({
        fileName: z.string(),
        mediaType: z.string(),
        base64: z.string(),
        rows: z.int(),
        next: z.string().nullable(),
      }),
    ),
};
