import { z } from 'zod';

/** C0, C1 and bidirectional controls: no name or address has them, and they can turn a printed line around. */
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** One line of human text: NFC, trimmed, without control characters. */
export function line(max: number, min = 0) {
  return withoutControls(z.string().normalize('NFC').trim().min(min).max(max));
}

/** What the system calls something, such as a printer: kept as it is, for the system knows it by these very signs; without control characters. */
export function systemName(max: number, min = 0) {
  return withoutControls(z.string().min(min).max(max));
}

function withoutControls(text: z.ZodString) {
  return text.refine((signs) => !controls.test(signs), 'control-characters');
}

/** Years that an office can mean, and offsets that exist: the desk's own reckoning knows no others. */
const instantShape = /^(19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/** An instant as ISO 8601 with an offset; the desk answers in +07:00. */
export const Instant = z.iso.datetime({ offset: true }).regex(instantShape, 'instant');

/** `YYYY-MM-DDTHH:mm:ss+07:00`. */
export const CivilTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/);
export type CivilTime = z.infer<typeof CivilTime>;

/** `YYYY-MM-DD` in Vietnam. */
export const CivilDate = z.iso.date();
export type CivilDate = z.infer<typeof CivilDate>;

/** A birth date as cards give it: whole, or the month and year, or the year alone. */
export const PartialDate = z.union([
  z.iso.date(),
  z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  z.string().regex(/^(1[89]|20)\d\d$/),
]);

/** Whole đồng, from 0 to 999 999 999 999. */
export const Dong = z.int().min(0).max(999_999_999_999);

export const Uuid = z.uuid();
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const Limit = z.int().min(1).max(200);

export const Done = z.object({ done: z.literal(true) });

/** Who set something for the office, when and why. */
export const SetBy = z.object({ by: z.string(), at: CivilTime, reason: z.string() });
export type SetBy = z.infer<typeof SetBy>;

export const TermUnit = z.enum(['working-day', 'day', 'working-hour', 'hour', 'same-day']);
export const Term = z.strictObject({ value: z.int().min(1).max(3650), unit: TermUnit });
export type Term = z.infer<typeof Term>;

/** Five digits of the statistics office, of any commune of the country. */
export const UnitCode = z.string().regex(/^\d{5}$/);

/** Who decides instead of this office: a commune of the list, or another agency by its name. */
export const competentShape = {
  competentUnit: z.strictObject({ code: UnitCode }).optional(),
  competentAgency: z.strictObject({ name: line(200, 3) }).optional(),
};
export const DeadlineRule = z.enum(['after-15h']);
export type DeadlineRule = z.infer<typeof DeadlineRule>;

export const DeadlineStepView = z.object({
  rule: z.string(),
  date: CivilDate,
  text: z.string(),
  textEn: z.string(),
});

export const FeeLineView = z.object({
  name: z.string(),
  /** Whole đồng; null where the amount for this city was not found. Null is never “free”. */
  amount: Dong.nullable(),
  words: z.string().nullable(),
  note: z.string(),
});
export type FeeLineView = z.infer<typeof FeeLineView>;

export const Channel = z.enum(['direct', 'online', 'post']);
export type Channel = z.infer<typeof Channel>;

export const ComponentCount = z.strictObject({
  index: z.int().min(0).max(200),
  originals: z.int().min(0).max(999),
  copies: z.int().min(0).max(999),
});

export const ComponentList = z
  .array(ComponentCount)
  .max(200)
  .refine((list) => new Set(list.map((item) => item.index)).size === list.length, 'component-twice');

export const ResultDelivery = z
  .strictObject({ kind: z.enum(['desk', 'post', 'electronic']), address: line(300).optional() })
  .refine((way) => way.kind !== 'post' || (way.address ?? '') !== '', { path: ['address'], message: 'address-needed' });
export type ResultDelivery = z.infer<typeof ResultDelivery>;

/** Offices number with an official code, or with a temporary one until the city's system gives it. */
export const CaseNumber = z.object({ local: z.string(), official: z.string().nullable() });
export type CaseNumber = z.infer<typeof CaseNumber>;

export const DocumentRef = z.object({ form: z.string(), documentId: z.string(), sha256: Sha256 });
export type DocumentRef = z.infer<typeof DocumentRef>;
