import { z } from 'zod';
import { CivilTime } from '../contract/values.ts';
import { Text } from './on-paper.ts';

/** What the sheet says that shows how far a printer draws beside its place. `corrected` is there once it is moved as set, for a last look. */
export const CalibrationData = z.strictObject({
  printer: Text,
  printedAt: CivilTime,
  corrected: z.strictObject({ left: Text, top: Text }).optional(),
});
