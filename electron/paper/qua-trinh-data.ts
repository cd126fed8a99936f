import { z } from 'zod';
import { CivilTime } from '../contract/values.ts';
import { Text, caseShape } from './on-paper.ts';

/** What a sheet of all that happened to a case can print. */
export const QuaTrinhData = z.strictObject({
  ...caseShape,
  /** The last thing that happened: the sheet is dated by it. */
  madeAt: CivilTime,
  status: Text,
  dueAt: CivilTime.optional(),
  steps: z.array(
    z.strictObject({
      at: CivilTime,
      person: Text,
      what: Text,
      to: Text.optional(),
      /** The promise in force after it. */
      dueAt: CivilTime.optional(),
    }),
  ),
});
export type QuaTrinhData = z.infer<typeof QuaTrinhData>;
