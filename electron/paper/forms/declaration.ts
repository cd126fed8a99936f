import { z } from 'zod';
import { CivilTime } from '../../contract/base/values.ts';
import { type DeclarationForm, declaredKeys } from '../../domain/catalogue/own-fields/declarations.ts';
import { PaperText, caseShape } from './data.ts';

/** Lines beside the fields of a procedure, made of what is known of a person or a day. */
const madeKeys = ['childBornWords', 'deceasedIdentity', 'spouseIdentity', 'subjectIdentity'] as const;

type OwnKey = (typeof declaredKeys)[DeclarationForm][number] | (typeof madeKeys)[number];

/** Lines that declarations print: the own fields of their procedures, and what is made beside them. */
const ownKeys: readonly OwnKey[] = [...new Set([...Object.values(declaredKeys).flat(), ...madeKeys])];

export function isOwnOnPaper(key: string): key is OwnKey {
  return (ownKeys as readonly string[]).includes(key);
}

const Own = z.strictObject(
  Object.fromEntries(ownKeys.map((key) => [key, PaperText.optional()])) as Record<
    OwnKey,
    z.ZodOptional<typeof PaperText>
  >,
);
export type OwnOnPaper = { readonly [K in OwnKey]?: string };

/** What a declaration (tờ khai) can print: who asks, of what office, and what was said in the fields of the procedure. */
export const ToKhaiData = z.strictObject({
  ...caseShape,
  /** When it was said: the paper is dated by it, and by hand. */
  madeAt: CivilTime,
  to: PaperText,
  /** The human being who asks: the one in whose place somebody files is the applicant. */
  requester: z.strictObject({
    fullName: PaperText,
    address: PaperText.optional(),
    identity: PaperText.optional(),
  }),
  own: Own,
  /** The two of a marriage side by side. */
  rows: z
    .array(z.strictObject({ label: PaperText, bride: PaperText.optional(), groom: PaperText.optional() }))
    .optional(),
  copiesAsked: PaperText.optional(),
});
export type ToKhaiData = Omit<z.infer<typeof ToKhaiData>, 'own'> & { readonly own: OwnOnPaper };
