import { z } from 'zod';
import { read, writeByTwo } from '../../base/call.ts';
import { CivilTime, line, why } from '../../base/values.ts';
import { Password } from '../../common/office/office.ts';
import { Second } from '../../common/office/people.ts';

/**
 * What a receipt under the scanner is. `genuine`: signed by this office, and the one in force; `superseded`, `void`: signed, and another stands in its place;
 * `lost`: signed by a key that this register had before a restore, its number passed over since, its file not entered again; `entered-again`: the same, and its file
 * was entered again from paper, `by` saying when and what it promises now;
 * `not-here`: signed by a known key, of a file that is not on this desk; `differs`: signed, and the register says otherwise; `stolen-key`: signed by a
 * key that got into other hands, and the register does not know it; `forged`: a known key's name and not its signature; `unknown-key`: another office's, or
 * made up; `unsigned`: a case code alone, as receipts had until December 2026; `unreadable`: none of these, or cut.
 */
export const ReceiptVerdict = z.enum([
  'genuine',
  'superseded',
  'void',
  'lost',
  'entered-again',
  'not-here',
  'differs',
  'stolen-key',
  'forged',
  'unknown-key',
  'unsigned',
  'unreadable',
]);
export type ReceiptVerdict = z.infer<typeof ReceiptVerdict>;

export const ReceiptCheck = z.object({
  verdict: ReceiptVerdict,
  keyId: z.string().nullable(),
  /** As the square says them; of what is not to be believed too, so that a person can compare it with the paper. */
  number: z.string().nullable(),
  acceptedAt: CivilTime.nullable(),
  dueAt: CivilTime.nullable(),
  amount: z.int().nullable(),
  /** The case that it is of, where this desk has it. */
  caseId: z.string().nullable(),
  /** What stands in its place, or what was entered from it: which number, since when, and what it promises. */
  by: z.object({ number: z.string(), at: CivilTime, dueAt: CivilTime.nullable() }).nullable(),
  stolenSince: CivilTime.nullable(),
});
export type ReceiptCheck = z.infer<typeof ReceiptCheck>;

export const receiptCalls = {
  /** What a receipt's square says and whether to believe it, by the keys and the register of this desk. The text as a scanner types it. */
  check: read('staff')
    .input(z.strictObject({ text: z.string().min(1).max(600) }))
    .output(ReceiptCheck),
  /**
   * What somebody outside needs to check receipts without this office's register: the public halves of all its desks' keys, and which receipts another one took
   * the place of until now. Nothing of any person.
   */
  keys: read('staff')
    .input(z.strictObject({}))
    .output(
      z.object({
        format: z.literal('mot-cua-desk receipt keys 1'),
        office: z.string(),
        asOf: CivilTime,
        keys: z.array(
          z.object({
            keyId: z.string(),
            desk: z.string(),
            /** base64url */
            ed25519: z.string(),
            from: CivilTime,
            until: CivilTime.nullable(),
            stolenSince: CivilTime.nullable(),
          }),
        ),
        /** By the first 32 digits of their entry's hash. */
        ended: z.array(z.object({ head: z.string(), verdict: z.enum(['superseded', 'void']), at: CivilTime })),
      }),
    ),
  /** Another key for this desk's receipts: once a year, or when the one before got into other hands. Receipts that are out stay good, but for those that a stolen key signed and no register knows. */
  turnKey: writeByTwo('admin')
    .input(
      z.strictObject({
        password: Password,
        second: Second.optional(),
        reason: why(300),
        stolenSince: CivilTime.optional(),
      }),
    )
    .output(z.object({ keyId: line(40, 1) })),
};
