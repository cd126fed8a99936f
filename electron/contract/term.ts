import { z } from 'zod';

export const TermUnit = z.enum(['working-day', 'day', 'working-hour', 'hour', 'same-day']);
export const Term = z.strictObject({ value: z.int().min(1).max(3650), unit: TermUnit });
export type Term = z.infer<typeof Term>;
