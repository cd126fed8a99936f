import { z } from 'zod';
import { CivilTime } from '../contract/values.ts';
import { NumberOnPaper, OfficeOnPaper, Text } from './on-paper.ts';

/** What a hand-over list (danh sách bàn giao hồ sơ) can print: a case a line, counts, and both signatures. */
export const BanGiaoData = z.strictObject({
  office: OfficeOnPaper,
  number: NumberOnPaper,
  to: Text,
  /** What kind of hand-over it is, in words, with its article. */
  purpose: Text,
  madeAt: CivilTime,
  note: Text.optional(),
  cases: z.array(
    z.strictObject({
      number: Text,
      applicant: Text,
      procedure: Text,
      papers: z.int().min(0),
      acceptedAt: CivilTime,
      dueAt: CivilTime.optional(),
      work: Text.optional(),
      term: Text.optional(),
    }),
  ),
  /** The list goes to another agency: what it has to do and its time stand in each line (Điều 20). */
  toAgency: z.boolean().optional(),
  /** Files that go through several agencies, each with all of them. */
  chains: z.array(z.strictObject({ number: Text, agencies: Text })).optional(),
  count: z.int().min(0),
  papers: z.int().min(0),
  giver: z.strictObject({ fullName: Text }),
  practice: z.boolean().optional(),
});
export type BanGiaoData = z.infer<typeof BanGiaoData>;
