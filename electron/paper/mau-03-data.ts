import { z } from 'zod';
import { CivilTime } from '../contract/values.ts';
import { PaperNumber, Text, beforeReceptionShape } from './on-paper.ts';

/** What Mẫu 03 (Phiếu từ chối tiếp nhận giải quyết hồ sơ) can print. */
export const Mau03Data = z.strictObject({
  ...beforeReceptionShape,
  paper: PaperNumber,
  refusedAt: CivilTime,
  reason: Text,
  legalBasis: Text.optional(),
  officer: z.strictObject({ fullName: Text }),
});
export type Mau03Data = z.infer<typeof Mau03Data>;
