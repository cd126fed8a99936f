import { z } from 'zod';
import { CivilTime } from '../contract/values.ts';
import { ChargeOnPaper, ComponentOnPaper, FeeOnPaper, PaperNumber, Text, caseShape } from './on-paper.ts';

/** What Mẫu 05 (Thông báo dừng giải quyết hồ sơ) can print: the least that NĐ 118/2025 Điều 21 implies. */
export const Mau05Data = z.strictObject({
  ...caseShape,
  paper: PaperNumber,
  stoppedAt: CivilTime,
  /** The ground as a whole sentence, and the article it rests on. */
  cause: Text,
  basis: Text,
  /** How far the file had come. */
  stage: Text,
  components: z.array(ComponentOnPaper),
  /** As they were at reception: papers made before waivers were told print them. */
  fees: z.array(FeeOnPaper),
  charges: z.array(ChargeOnPaper),
  officer: z.strictObject({ fullName: Text }),
});
export type Mau05Data = z.infer<typeof Mau05Data>;
