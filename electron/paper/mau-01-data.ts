import { z } from 'zod';
import { CivilTime } from '../contract/values.ts';
import { ComponentOnPaper, FeeOnPaper, Text, caseShape } from './on-paper.ts';

/** What Mẫu 01 (Giấy tiếp nhận hồ sơ và hẹn trả kết quả) can print. */
export const Mau01Data = z.strictObject({
  ...caseShape,
  /** When the file first came, where it was completed later: the term runs from `acceptedAt` (NĐ 118/2025 Điều 19 k5). */
  firstAcceptedAt: CivilTime.optional(),
  components: z.array(ComponentOnPaper),
  /** Sets of papers (bộ). */
  quantity: z.int().min(1),
  term: z.strictObject({ text: Text }),
  dueAt: CivilTime,
  delivery: z.strictObject({ text: Text }),
  fees: z.array(FeeOnPaper),
  register: z.strictObject({ book: Text.optional(), serial: Text.optional() }).optional(),
});
export type Mau01Data = z.infer<typeof Mau01Data>;
