import { z } from 'zod';
import { CivilTime } from '../contract/values.ts';
import { OfficeOnPaper, Text } from './on-paper.ts';

/** What Mẫu 07, sổ theo dõi hồ sơ, can print (rules 2.9): one item for each case, in the order of reception. */
export const Mau07Data = z.strictObject({
  office: OfficeOnPaper,
  from: CivilTime,
  to: CivilTime,
  madeAt: CivilTime,
  /** What the register was narrowed to, in words, where it was. */
  only: Text.optional(),
  cases: z.array(
    z.strictObject({
      number: Text,
      procedure: Text,
      quantity: z.int().min(1),
      applicant: Text,
      address: Text.optional(),
      phone: Text.optional(),
      authority: Text,
      acceptedAt: CivilTime,
      dueAt: CivilTime,
      returnedAt: CivilTime.optional(),
      delivery: Text,
      receiver: Text.optional(),
      note: Text.optional(),
    }),
  ),
  count: z.int().min(0),
  /** How many of each status and of each class of time, as one sentence each. */
  byStatus: Text,
  byTime: Text,
  practice: z.boolean().optional(),
});
export type Mau07Data = z.infer<typeof Mau07Data>;
