import { z } from 'zod';
import { CivilDate, CivilTime, Dong } from '../../base/values.ts';

/** A transfer and a card payment are what the clerk saw confirmed: a VietQR code invites and proves nothing. */
export const PayMethod = z.enum(['cash', 'transfer', 'card']);
export type PayMethod = z.infer<typeof PayMethod>;

/** When money is taken, as the exchange counts it (HinhThucThu 1, 2, 4). */
export const PayStage = z.enum(['reception', 'supplement', 'return']);
export type PayStage = z.infer<typeof PayStage>;

/** Why less is paid: the law's name or a supervisor's words, and the document. */
export const Waiver = z.object({
  incentive: z.string().nullable(),
  reason: z.string(),
  basis: z.string(),
});

export const ReceiptKind = z.enum(['paper', 'electronic']);
export type ReceiptKind = z.infer<typeof ReceiptKind>;

/** What was wrong on a receipt (TT 91/2026 Điều 20). */
export const ReceiptError = z.enum([
  'payer-name',
  'payer-address',
  'amount-in-words',
  'tax-code',
  'amount',
  'fee-name',
  'date',
]);
export type ReceiptError = z.infer<typeof ReceiptError>;

export const ReceiptView = z.object({
  receiptId: z.string(),
  /** `paper` is self-numbered, until 31/12/2026; `electronic` waits in the queue to be signed and sent. */
  kind: ReceiptKind,
  template: z.string(),
  symbol: z.string(),
  number: z.string(),
  at: CivilTime,
  caseId: z.string(),
  caseNumber: z.string(),
  payer: z.string(),
  lines: z.array(
    z.object({
      line: z.int(),
      name: z.string(),
      base: Dong.nullable(),
      /** What its rule says, where `base` is the amount of a corrected receipt; null where no rule says any. */
      rule: Dong.nullable().optional(),
      amount: Dong,
      counted: z.string().optional(),
      waiver: Waiver.nullable(),
    }),
  ),
  amount: Dong,
  words: z.string(),
  method: PayMethod,
  stage: PayStage,
  till: z.string().nullable(),
  clerk: z.string(),
  /** The counter that issued it, where the office has several; left out where one desk is alone. */
  counter: z.string().optional(),
  /** What the counter is called whose drawer took the money, where that is another one's. */
  takenAt: z.string().optional(),
  /** A decision stands against it: it is to be given back where it was taken. */
  decidedAgainst: z.literal(true).optional(),
  /** Its lines are due again once it is given back; told with the receipts of a case. */
  dueAgain: z.boolean().optional(),
  delivery: z.enum(['none', 'queued']),
  refunded: z.object({ at: CivilTime, amount: Dong, reason: z.string() }).nullable(),
  /** The receipt that took this one's place, and the one whose place this took. */
  replacedBy: z.string().nullable(),
  replaces: z.string().nullable(),
  notices: z.array(z.object({ at: CivilTime, errors: z.array(ReceiptError), reason: z.string() })),
});
export type ReceiptView = z.infer<typeof ReceiptView>;

export const SummaryRow = z.object({
  index: z.int(),
  template: z.string(),
  symbol: z.string(),
  number: z.string(),
  date: CivilDate,
  feeName: z.string(),
  amount: Dong,
  rate: z.string(),
  state: z.string(),
  period: z.string(),
  related: z.string(),
  explanation: z.string(),
  note: z.string(),
});
export type SummaryRow = z.infer<typeof SummaryRow>;
