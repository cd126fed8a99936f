import { z } from 'zod';
import { read, readOfPersons, write } from '../../base/call.ts';
import { CivilDate, CivilTime, DocumentRef, Dong, Id, Sha256, Uuid, line, systemName, why } from '../../base/values.ts';
import { canonicalIdNumber, hasCheckDigit, taxCodeShape } from '../../common/person/id-form.ts';
import { PersonCondition, payerName } from '../../common/person/person.ts';
import { Month } from './settlement.ts';
import { PayMethod, ReceiptError, ReceiptView, SummaryRow, Waiver } from './fee-receipt.ts';

export const TillName = z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/, 'till-name');
const CaseId = Id;
const ReceiptId = Uuid;
const Line = z.int().min(0).max(999);
const reason = why(500);
const eachOnce = (told: readonly { readonly line: number }[]): boolean =>
  new Set(told.map(({ line: one }) => one)).size === told.length;

/** Who pays, as the receipt and its XML name them: a tax code goes to the tax office, which knows whether there can be one like it. */
const PayerInput = z.strictObject({
  name: payerName(200),
  address: line(300).optional(),
  taxCode: line(20)
    .overwrite(canonicalIdNumber)
    .refine((code) => code === '' || taxCodeShape.test(code), 'tax-code')
    .refine((code) => !taxCodeShape.test(code) || hasCheckDigit(code), 'tax-code-digit')
    .optional(),
});

export const Fee = z.object({
  line: z.int(),
  name: z.string(),
  note: z.string(),
  basis: z.string(),
  /** By the rules, before anything is taken off; null where the catalogue has none and nobody set one. */
  base: Dong.nullable(),
  setBy: z.object({ amount: Dong, source: z.string(), by: z.string() }).nullable(),
  /** What is to be paid. */
  amount: Dong.nullable(),
  gap: z.enum(['amount-unknown', 'pages-needed']).nullable(),
  waiver: Waiver.nullable(),
  /** Incentives of this fee in force on that day and channel, with what each asks for about the person; the best first. */
  incentives: z.array(
    z.object({
      incentive: z.string(),
      name: z.string(),
      basis: z.string(),
      amount: Dong,
      conditions: z.array(PersonCondition),
      verified: z.boolean(),
    }),
  ),
  receiptId: z.string().nullable(),
  receiptNumber: z.string().nullable(),
});
export type Fee = z.infer<typeof Fee>;

const Assessed = z.object({
  caseId: z.string(),
  fees: z.array(Fee),
  /** The sum still to be paid of the lines whose amount is known, in figures and in words; `unknown` lines are left out of it. */
  due: Dong,
  words: z.string(),
  unknown: z.int(),
});

/** What became of the paper of an act that is safe already. */
const paperShape = {
  documents: z.array(DocumentRef),
  printJobId: z.string().nullable(),
  paperFault: z.object({ code: z.string(), message: z.string() }).nullable(),
};

const Collected = z.object({
  receiptId: z.string(),
  number: z.string(),
  amount: Dong,
  /** What goes back over the counter; 0 unless cash was given. */
  change: Dong,
  receipt: ReceiptView,
  ...paperShape,
});

const TotalRow = z.object({
  cash: z.int(),
  transfer: z.int(),
  card: z.int(),
  total: z.int(),
});

const tillFaults = ['till-closed', 'till-held', 'till-handing-over', 'till-short'] as const;

export const moneyCalls = {
  /** What a case owes, what is taken off and why, and what could be. */
  assess: readOfPersons(['case-unknown', 'case-undone'])
    .input(z.strictObject({ caseId: CaseId }))
    .output(Assessed),
  /** The posted amount of a fee that the catalogue has none for, with where it is posted. */
  setFee: write('clerk', ['case-unknown', 'case-undone', 'fee-unknown', 'amount-known', 'already-collected'])
    .input(z.strictObject({ caseId: CaseId, line: Line, amount: Dong, source: why(300) }))
    .output(Assessed),
  /**
   * Takes a fee down. By an `incentive` of law a clerk may, who saw what it asks for (`reason` says what was seen); without one
   * a supervisor may, with the document it rests on.
   */
  waive: write('clerk', [
    'case-unknown',
    'case-undone',
    'fee-unknown',
    'amount-unknown',
    'already-collected',
    'incentive-not-applicable',
  ])
    .input(
      z
        .strictObject({
          caseId: CaseId,
          line: Line,
          incentive: z.string().max(60).optional(),
          reason,
          basis: why(300).optional(),
          /** What is left to pay; only without an incentive, which says itself. */
          amount: Dong.optional(),
        })
        .refine((input) => input.incentive !== undefined || input.basis !== undefined, {
          path: ['basis'],
          message: 'basis-needed',
        }),
    )
    .output(Assessed),
  /** Takes the money for some lines of a case and issues its receipt, also for 0 đồng. The request id is the receipt's id. */
  collect: write('clerk', [
    'case-unknown',
    'case-undone',
    'fee-unknown',
    'amount-unknown',
    'already-collected',
    'nothing-to-collect',
    'tendered-short',
    'clock-untrusted',
    'receipt-series-missing',
    'receipt-symbol-taken',
    'receipt-numbers-exhausted',
    'request-id-reused',
    ...tillFaults,
  ])
    .input(
      z.strictObject({
        caseId: CaseId,
        lines: z
          .array(Line)
          .max(100)
          .refine((lines) => new Set(lines).size === lines.length, 'line-twice'),
        method: PayMethod,
        /** Cash as it was given. */
        tendered: Dong.optional(),
        /** Who pays, where it is not the applicant. */
        payer: PayerInput.optional(),
        till: TillName.optional(),
        print: z.boolean().default(false),
        printer: systemName(200).optional(),
        requestId: Uuid,
      }),
    )
    .output(Collected),
  /** Gives the whole of a receipt back; its lines are due again. */
  refund: write('supervisor', [
    'receipt-unknown',
    'receipt-settled',
    'refund-elsewhere',
    'clock-untrusted',
    ...tillFaults,
  ])
    .input(
      z.strictObject({
        receiptId: ReceiptId,
        reason,
        method: PayMethod.optional(),
        till: TillName.optional(),
        /** The counter whose drawer has the money is gone, and `reason` says so: what is owed by a decision is paid here. */
        fromOwnTill: z.literal(true).optional(),
      }),
    )
    .output(ReceiptView),
  /**
   * Takes back what this person has just collected here: within a minute, while nothing else was done with the case and the receipt is not handed out.
   * The number stays used; the money goes back as it came, and the lines are due again.
   */
  undo: write('clerk', ['receipt-unknown', 'receipt-settled', 'undo-over', 'clock-untrusted', ...tillFaults])
    .input(z.strictObject({ receiptId: ReceiptId }))
    .output(ReceiptView),
  /**
   * A receipt that says something wrong. Name, address or words alone are told to the payer and the tax office; anything else
   * needs a receipt in its place (TT 91/2026 Điều 20). The old one stays as it is.
   */
  correct: write('supervisor', [
    'receipt-unknown',
    'receipt-settled',
    'fee-unknown',
    'amount-above-fee',
    'receipt-right-already',
    'clock-untrusted',
    'receipt-series-missing',
    'receipt-symbol-taken',
    'receipt-numbers-exhausted',
    'request-id-reused',
    ...tillFaults,
  ])
    .input(
      z
        .strictObject({
          receiptId: ReceiptId,
          errors: z.array(ReceiptError).min(1).max(7),
          reason,
          /** Who paid as it should say; an address or a tax code that is left out stays as it was. */
          payer: PayerInput.optional(),
          /** The right amounts, by the lines of the case. */
          amounts: z
            .array(z.strictObject({ line: Line, amount: Dong }))
            .max(100)
            .refine(eachOnce, 'line-twice')
            .default([]),
          /** Somebody looked again: the right amount is above what the rule of its fee says. */
          aboveFee: z.literal(true).optional(),
          /** The right names of fees, by the same lines. */
          names: z
            .array(z.strictObject({ line: Line, name: why(300) }))
            .max(100)
            .refine(eachOnce, 'line-twice')
            .optional(),
          /** What a notice says is right, beside who paid. */
          right: line(300, 2).optional(),
          print: z.boolean().default(false),
          printer: systemName(200).optional(),
          requestId: Uuid,
        })
        .refine(({ errors, amounts }) => errors.includes('amount') === amounts.length > 0, {
          path: ['amounts'],
          message: 'amounts-with-error',
        })
        .refine(({ errors, names = [] }) => errors.includes('fee-name') || names.length === 0, {
          path: ['names'],
          message: 'names-with-error',
        }),
    )
    .output(
      z.object({
        way: z.enum(['notice', 'replacement']),
        receipt: ReceiptView,
        replacement: ReceiptView.nullable(),
        ...paperShape,
      }),
    ),
  receipt: readOfPersons(['receipt-unknown'])
    .input(z.strictObject({ receiptId: ReceiptId }))
    .output(ReceiptView),
  /** Every receipt of a case, first to last. */
  receipts: readOfPersons(['case-unknown'])
    .input(z.strictObject({ caseId: CaseId }))
    .output(z.object({ receipts: z.array(ReceiptView) })),
  /** The data part of an e-receipt; its signature is put on by whoever signs for the collecting office. */
  receiptXml: readOfPersons(['receipt-unknown', 'receipt-not-electronic'])
    .input(z.strictObject({ receiptId: ReceiptId }))
    .output(
      z.object({
        fileName: z.string(),
        mediaType: z.literal('application/xml'),
        sha256: Sha256,
        xml: z.string(),
        signed: z.literal(false),
      }),
    ),
  /** Mẫu 01/TH-BLĐT of one day: due at the tax office the same day (NĐ 254/2026 Điều 29 k3b). */
  summary: readOfPersons()
    .input(z.strictObject({ date: CivilDate }))
    .output(
      z.object({
        date: CivilDate,
        rows: z.array(SummaryRow),
        total: Dong,
        fileName: z.string(),
        sha256: Sha256,
        xml: z.string(),
      }),
    ),
  /** What went through the office's tills on one day. */
  daySheet: readOfPersons()
    .input(z.strictObject({ date: CivilDate }))
    .output(
      z.object({
        date: CivilDate,
        /** How far the register was: the first sixteen digits of its newest hash, for the sheet that is signed. */
        head: z.string().regex(/^[0-9a-f]{16}$/),
        receipts: z.array(ReceiptView),
        collected: TotalRow,
        refunded: TotalRow,
        adjusted: TotalRow,
        net: TotalRow,
        zeroReceipts: z.int(),
        /** Receipts of cases that somebody made void alone that day and nobody has countersigned yet; what other counters made void stands on their sheets. */
        voidedAlone: z.array(
          z.object({
            caseId: z.string(),
            number: z.string(),
            at: CivilTime,
            byName: z.string(),
            reason: z.string(),
          }),
        ),
        waived: Dong,
        byFee: z.array(z.object({ name: z.string(), count: z.int(), amount: z.int() })),
        byClerk: z.array(z.object({ username: z.string(), fullName: z.string(), count: z.int(), amount: z.int() })),
        tills: z.array(
          z.object({
            till: z.string(),
            session: z.int(),
            openedAt: CivilTime,
            closedAt: CivilTime.nullable(),
            expected: Dong,
            counted: Dong.nullable(),
            difference: z.int().nullable(),
            reason: z.string().nullable(),
          }),
        ),
      }),
    ),
  /**
   * What a month obliges the office to: the certification fees to be remitted by the 5th of the next (TT 226/2016/TT-BTC Điều 6), and the e-receipts that
   * are owed still because nobody signed them (NĐ 254/2026 Điều 24).
   */
  month: read('staff')
    .input(z.strictObject({ month: Month }))
    .output(
      z.object({
        month: z.string(),
        certification: z.object({
          collected: Dong,
          refunded: Dong,
          amount: z.int(),
          byFee: z.array(z.object({ name: z.string(), amount: z.int() })),
          remitBy: CivilDate,
        }),
        unsigned: z.object({ count: z.int(), amount: Dong, oldest: CivilTime.nullable() }),
      }),
    ),
  /** The text of a VietQR code that invites to pay what a case owes; null where there is nothing to pay or no account is set. */
  vietQr: readOfPersons(['case-unknown'])
    .input(z.strictObject({ caseId: CaseId, amount: Dong.optional() }))
    .output(
      z.object({
        payload: z.string().nullable(),
        /** Why there is none. */
        absent: z.enum(['zero', 'no-account', 'amount-unknown']).nullable(),
        amount: Dong,
        content: z.string(),
        bank: z.string(),
        accountNumber: z.string(),
        accountName: z.string(),
      }),
    ),
};
