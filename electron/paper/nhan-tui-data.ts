import { z } from 'zod';
import { CivilTime } from '../contract/values.ts';
import { Text } from './on-paper.ts';

/** What the label of a bundle can print: it lies open on desks and trolleys, so it names no person. */
export const NhanTuiData = z.strictObject({
  number: z.strictObject({ printed: Text, temporary: z.boolean() }),
  procedure: z.strictObject({ code: Text, name: Text, field: Text }),
  acceptedAt: CivilTime,
  dueAt: CivilTime.optional(),
  /** Sets of papers, and papers in each. */
  quantity: z.number(),
  papers: z.number(),
  desk: Text,
  centre: Text,
  practice: z.boolean().optional(),
});
export type NhanTuiData = z.infer<typeof NhanTuiData>;
