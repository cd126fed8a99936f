import { z } from 'zod';
import { CivilTime } from '../contract/values.ts';
import { OfficeOnPaper, Text } from './on-paper.ts';

/** What a phiếu hướng dẫn can print (NĐ 118/2025 Điều 16): papers, agency, procedure, time limit, fees. It is of no case. */
export const HuongDanData = z.strictObject({
  office: OfficeOnPaper,
  procedure: z.strictObject({ code: Text, name: Text, field: Text, authority: Text }),
  components: z.array(
    z.strictObject({
      name: Text,
      /** The case in which this paper is asked for. */
      condition: Text.optional(),
      originals: z.int().min(0),
      copies: z.int().min(0),
    }),
  ),
  /** Who asked, where they said it, and what they were told to bring still. */
  person: Text.optional(),
  items: z.array(z.strictObject({ text: Text })).optional(),
  note: Text.optional(),
  term: z.strictObject({ text: Text.optional(), note: Text.optional() }),
  /** How the file goes (Điều 16), and what is not verified of it. */
  course: z.strictObject({ text: Text, note: Text.optional() }).optional(),
  fee: z.strictObject({ text: Text, note: Text.optional() }),
  result: Text.optional(),
  legalBasis: z.array(z.strictObject({ text: Text })),
  /** The dated list the guidance was taken from. */
  catalogueVersion: Text,
  printedAt: CivilTime,
  clerk: z.strictObject({ fullName: Text }).optional(),
  practice: z.boolean().optional(),
});
export type HuongDanData = z.infer<typeof HuongDanData>;
