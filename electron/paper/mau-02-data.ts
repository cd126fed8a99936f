import { z } from 'zod';
import { CivilTime } from '../contract/values.ts';
import { PaperNumber, Text, beforeReceptionShape } from './on-paper.ts';

/** What Mẫu 02 (Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ) can print. */
export const Mau02Data = z.strictObject({
  ...beforeReceptionShape,
  paper: PaperNumber,
  requestedAt: CivilTime,
  /** What is missing, in plain words, one for each number. */
  items: z.array(z.strictObject({ text: Text })).min(1),
  reason: Text,
  /** Why a supervisor asked a second time or late. */
  override: Text.optional(),
  guide: z.strictObject({ fullName: Text }),
});
export type Mau02Data = z.infer<typeof Mau02Data>;
