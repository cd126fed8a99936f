import { z } from 'zod';
import { OwnFieldList } from './own-fields.ts';
import { Dong, TypedPaper, TypedTerm, line } from '../base/values.ts';

/** The code that `case.receive` takes for a procedure that stands in no list: its name is typed. */
export const otherProcedure = 'other';

/** Nine or twelve digits in a row, however they are grouped: a number of identity, which no procedure is called by. */
export function namesNoIdentity(text: string): boolean {
  return !/(?<!\d)\d(?:[ .-]?\d){8}(?:(?:[ .-]?\d){3})?(?![ .-]?\d)/.test(text);
}

/** What is typed where the list does not say it. */
const TypedProcedure = z.strictObject({
  /** Of a procedure that stands in no list; left out for one whose name the list has. */
  name: line(500, 5)
    .refine((text) => /\p{L}.*\p{L}/su.test(text), 'reason-needed')
    .refine(namesNoIdentity, 'id-in-name')
    .optional(),
  field: line(120, 2).optional(),
  components: z.array(TypedPaper).max(40).default([]),
});
type TypedProcedure = z.infer<typeof TypedProcedure>;

/** Of a case that is received under `other`, or under a code of a list that has no papers. */
export const typedShape = { typed: TypedProcedure.optional() };

type Typed = { readonly procedureCode: string; readonly typed?: TypedProcedure | undefined };

/** Only what stands in no list has a typed name, and always has one. */
export function checkTyped({ procedureCode, typed }: Typed, context: z.RefinementCtx): void {
  const isOther = procedureCode === otherProcedure;
  if (isOther && typed?.name === undefined)
    context.addIssue({ code: 'custom', path: ['typed', 'name'], message: 'required' });
  if (!isOther && typed?.name !== undefined)
    context.addIssue({ code: 'custom', path: ['typed', 'name'], message: 'typed-name-of-listed' });
}

/** Of a national list, or of this office's own: `0.` and six digits, for what has no code yet. */
export const ProcedureCode = z.string().regex(/^\d\.\d{6}$/, 'procedure-code');

/** One procedure as an office's own list has it. What is left out is as the product's list has it, where that knows the code. */
export const ListItem = z.strictObject({
  code: ProcedureCode,
  name: line(1000, 2).optional(),
  field: line(200, 1).optional(),
  term: TypedTerm.optional(),
  /** Whole đồng at the counter, as the office posts it. */
  fee: Dong.optional(),
  onlineLevel: z.enum(['full', 'partial', 'none']).optional(),
  /** What people call it, for the search alone. */
  nicknames: z.array(line(80, 2)).max(20).optional(),
  components: z.array(TypedPaper).max(60).optional(),
  /** All of its own fields, in their order; an empty list asks for none. */
  ownFields: OwnFieldList.optional(),
  /** `false`: known, and not received by this office. */
  offered: z.boolean().optional(),
});
export type ListItem = z.infer<typeof ListItem>;

/** What was taken into an office's catalogue at once: a list, or one procedure that a supervisor edited. It is kept by its SHA-256 (ADR 21). */
export const OfficeList = z.strictObject({
  items: z.array(ListItem).max(5000),
  /** Codes that this office receives no longer from its day on. */
  ended: z.array(ProcedureCode).max(5000),
});
export type OfficeList = z.infer<typeof OfficeList>;
