import { z } from 'zod';
import { CivilTime } from '../contract/values.ts';
import { ChargeOnPaper, ComponentOnPaper, FeeOnPaper, Text, caseShape } from './on-paper.ts';

/** What Mẫu 01 (Giấy tiếp nhận hồ sơ và hẹn trả kết quả) can print. */
export const Mau01Data = z.strictObject({
  ...caseShape,
  /** When the file first came, where it was completed later: the term runs from `acceptedAt` (NĐ 118/2025 Điều 19 k5). */
  firstAcceptedAt: CivilTime.optional(),
  /** The receipt that was wrong and is void, on the one in its place; `at` is when that was made. */
  replaces: z.strictObject({ number: Text, at: CivilTime }).optional(),
  /** Who typed in a file that was received by hand on a numbered blank, and when. */
  enteredLater: z.strictObject({ by: Text, at: CivilTime }).optional(),
  components: z.array(ComponentOnPaper),
  /** Sets of papers (bộ). */
  quantity: z.int().min(1),
  /** Another agency decides: who, and by when it has the file at the latest, from which its time runs. */
  decidedBy: z.strictObject({ agency: Text, sendBy: CivilTime }).optional(),
  /** Several agencies one after the other, each with what it does and its time where that is known. */
  legs: z.array(z.strictObject({ agency: Text, work: Text, term: Text.optional() })).optional(),
  term: z.strictObject({ text: Text }),
  dueAt: CivilTime,
  delivery: z.strictObject({ text: Text }),
  /** As they were at reception: papers made before waivers were told print them. */
  fees: z.array(FeeOnPaper),
  charges: z.array(ChargeOnPaper),
  register: z.strictObject({ book: Text.optional(), serial: Text.optional() }).optional(),
});
export type Mau01Data = z.infer<typeof Mau01Data>;
