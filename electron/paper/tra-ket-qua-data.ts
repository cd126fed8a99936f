import { z } from 'zod';
import { CivilTime } from '../contract/values.ts';
import { PersonOnPaper, Text, caseShape } from './on-paper.ts';

/** What a giấy biên nhận trả kết quả can print; no circular gives it, offices use it (rules 2.10). */
export const TraKetQuaData = z.strictObject({
  ...caseShape,
  returnedAt: CivilTime,
  giver: z.strictObject({ fullName: Text }),
  receiver: PersonOnPaper,
  /** In whose name a proxy came, and by which paper. */
  authorisation: Text.optional(),
  /** The receipt was lost and an identity paper was shown (NĐ 118/2025 Điều 6 k2b). */
  receiptLost: z.boolean(),
  /** Originals that were taken in, to be given back but for those that stay with the file (NĐ 118/2025 Điều 22). */
  originals: z.array(z.strictObject({ name: Text, count: z.int().min(1) })).optional(),
  results: z.array(z.strictObject({ kind: Text, number: Text.optional(), summary: Text.optional() })).min(1),
});
export type TraKetQuaData = z.infer<typeof TraKetQuaData>;
