import { z } from 'zod';
import { CivilTime } from '../contract/values.ts';
import { Text, caseShape } from './on-paper.ts';

/** One hand-over; a blank row has nothing in it and is written by hand. */
const HandOver = z.strictObject({
  from: Text.optional(),
  to: Text.optional(),
  at: CivilTime.optional(),
  giver: Text.optional(),
  taker: Text.optional(),
  outcome: Text.optional(),
  note: Text.optional(),
});

/** What Mẫu 06 (Phiếu kiểm soát quá trình giải quyết hồ sơ) can print. */
export const Mau06Data = z.strictObject({
  ...caseShape,
  dueAt: CivilTime,
  /** The last hand-over in the list: the slip is dated by it. */
  madeAt: CivilTime,
  /** The agency that decides, and those that work with it on an interlinked file (Điều 20). */
  agency: Text,
  partners: Text.optional(),
  /** The division or the officer, as far as the hand-over says. */
  handler: Text.optional(),
  handOvers: z.array(HandOver),
});
export type Mau06Data = z.infer<typeof Mau06Data>;
