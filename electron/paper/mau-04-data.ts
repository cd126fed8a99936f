import { z } from 'zod';
import { CivilTime } from '../contract/values.ts';
import { PaperNumber, Text, caseShape } from './on-paper.ts';

/** What Mẫu 04 (Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết) can print. */
export const Mau04Data = z.strictObject({
  ...caseShape,
  paper: PaperNumber,
  extendedAt: CivilTime,
  reason: Text,
  oldDueAt: CivilTime,
  newDueAt: CivilTime,
  /** Who handles the file, as far as the hand-over says. */
  handler: Text,
});
export type Mau04Data = z.infer<typeof Mau04Data>;
