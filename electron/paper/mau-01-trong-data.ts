import { z } from 'zod';
import { CivilTime } from '../contract/values.ts';
import { JournalHead, NumberOnPaper, OfficeOnPaper, Text } from './on-paper.ts';

/** What every paper of a kit says. */
export const kitShape = {
  office: OfficeOnPaper,
  desk: z.strictObject({ code: Text, name: Text }),
  /** The civil day whose serials were set aside. */
  day: CivilTime,
  setAsideAt: CivilTime,
  journalHead: JournalHead.optional(),
  practice: z.boolean().optional(),
};

/** What a blank Mẫu 01 can print: a number, and room to write in. */
export const Mau01TrongData = z.strictObject({
  ...kitShape,
  number: NumberOnPaper,
  /** One for each empty row of the table of papers. */
  rows: z.array(z.strictObject({ name: Text.optional() })),
  /** Never filled: a dotted line to write on. */
  blank: Text.optional(),
});
export type Mau01TrongData = z.infer<typeof Mau01TrongData>;
