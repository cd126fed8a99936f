import { z } from 'zod';
import { CivilTime } from '../contract/values.ts';
import { Text, caseShape } from './on-paper.ts';

const Line = z.strictObject({
  name: Text,
  amountText: Text,
  /** By the rules, where something was taken off, and why. */
  baseText: Text.optional(),
  waiver: Text.optional(),
});

const Receipt = z.strictObject({
  template: Text,
  symbol: Text,
  number: z.string().regex(/^\d{1,8}$/),
  at: CivilTime,
  payer: z.strictObject({ fullName: Text, address: Text.optional(), taxCode: Text.optional() }),
  lines: z.array(Line).min(1),
  amountText: Text,
  words: Text,
  method: Text,
  clerk: Text,
  /** Series and number of the receipt whose place this one takes. */
  replaces: Text.optional(),
});

const Collector = z.strictObject({ name: Text, taxCode: Text.optional(), address: Text, account: Text.optional() });

/** What a receipt on paper can print (TT 303/2016/TT-BTC Điều 3), until 31/12/2026. */
export const BienLaiData = z.strictObject({ ...caseShape, collector: Collector, receipt: Receipt });
export type BienLaiData = z.infer<typeof BienLaiData>;

/** What the slip of 2027 can print: the money that was taken, without series and number, for it is no receipt. */
export const PhieuThuTamData = z.strictObject({
  ...caseShape,
  collector: Collector,
  slip: Receipt.omit({ template: true, symbol: true, number: true, replaces: true }),
});
export type PhieuThuTamData = z.infer<typeof PhieuThuTamData>;

/** What an invitation to pay can print: what is owed and the code to pay it by. It proves no payment. */
export const PhieuThanhToanData = z.strictObject({
  ...caseShape,
  /** The day it is made: what is owed is of that day, not of the reception. */
  madeAt: CivilTime,
  collector: Collector,
  payment: z.strictObject({
    lines: z.array(Line).min(1),
    amountText: Text,
    words: Text,
    content: Text,
    bank: Text.optional(),
    accountNumber: Text.optional(),
    accountName: Text.optional(),
    /** The text of the VietQR code; absent for 0 đồng and where the office has no account. */
    vietQr: z
      .string()
      .regex(/^[ -~]{40,300}$/)
      .optional(),
  }),
});
export type PhieuThanhToanData = z.infer<typeof PhieuThanhToanData>;
