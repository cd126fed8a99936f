import { z } from 'zod';
import { kitShape } from './mau-01-trong-data.ts';
import { Text } from './on-paper.ts';

/** What blank pages of the register (Mẫu 07) can print: a line for each number of a kit. */
export const SoTrongData = z.strictObject({
  ...kitShape,
  lines: z.array(z.strictObject({ number: Text, blank: Text.optional() })),
  count: z.int().min(1),
});
export type SoTrongData = z.infer<typeof SoTrongData>;
