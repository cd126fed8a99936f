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
  /** Who handles the file, as far as the hand-over says; papers made before the agency was named print it. */
  handler: Text,
  /** The agency that handles the file and apologises: its name, its header, and who signs. */
  issuer: z.strictObject({
    name: Text,
    header: Text,
    above: Text.optional(),
    place: Text.optional(),
    head: Text,
    /** The centre, where another agency signs what it prepared. */
    preparedBy: Text.optional(),
  }),
  /** Of the book of this office: a paper that another agency issues gets its number there. */
  ownNumber: z.int().min(1).optional(),
  ownDesk: Text.optional(),
  /** The division or the officer inside the agency, where the hand-over says. */
  division: Text.optional(),
});
export type Mau04Data = z.infer<typeof Mau04Data>;
