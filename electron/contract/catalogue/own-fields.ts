import { z } from 'zod';
import { line } from '../base/values.ts';
import { IdNumber, personName } from '../common/person/person.ts';

/** What an own field takes: a line of text, a number, a day, an hour of one, one of a few words, a person by name and number, an address. */
export const OwnFieldKind = z.enum(['text', 'number', 'date', 'time', 'choice', 'person', 'address']);
export type OwnFieldKind = z.infer<typeof OwnFieldKind>;

/** By which a field is known in the case, on forms and in calls: a word of a program, never shown. */
const OwnFieldKey = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'own-field-key');

/** What a procedure asks beside what every file says, as its declaration does (tờ khai). Whatever is left out is not kept. */
export const OwnField = z
  .strictObject({
    key: OwnFieldKey,
    /** As the declaration words it: «Họ, chữ đệm, tên người mẹ». */
    label: line(120, 2),
    kind: OwnFieldKind,
    /** A screen does not send a file without it. */
    required: z.literal(true).exactOptional(),
    /** Of a choice, in the order in which they are offered. */
    choices: z.array(line(80, 1)).min(2).max(30).exactOptional(),
    /** Of a number: the least and the most. */
    least: z.number().min(-1e12).max(1e12).exactOptional(),
    most: z.number().min(-1e12).max(1e12).exactOptional(),
    /** Of a number: not whole ones alone. */
    fraction: z.literal(true).exactOptional(),
    /** Of a date: of what has happened, so today at the latest. */
    past: z.literal(true).exactOptional(),
  })
  .refine(({ kind, choices }) => (kind === 'choice') === (choices !== undefined), {
    path: ['choices'],
    message: 'own-field-choices',
  })
  .refine(({ choices = [] }) => new Set(choices).size === choices.length, {
    path: ['choices'],
    message: 'own-field-choices',
  })
  .refine(({ kind, least, most }) => kind === 'number' || (least === undefined && most === undefined), {
    path: ['least'],
    message: 'own-field-limits',
  })
  .refine(({ kind, fraction }) => kind === 'number' || fraction === undefined, {
    path: ['fraction'],
    message: 'own-field-of-kind',
  })
  .refine(({ kind, past }) => kind === 'date' || past === undefined, { path: ['past'], message: 'own-field-of-kind' })
  .refine(({ least = -Infinity, most = Infinity }) => least <= most, { path: ['most'], message: 'own-field-limits' });
export type OwnField = Readonly<Omit<z.infer<typeof OwnField>, 'choices'>> & { readonly choices?: readonly string[] };

/** In the order in which they are asked and printed. */
export const OwnFieldList = z
  .array(OwnField)
  .max(40)
  .refine((fields) => new Set(fields.map(({ key }) => key)).size === fields.length, 'own-field-twice');

const OwnPerson = z.strictObject({
  fullName: personName(200),
  idNumber: IdNumber.min(1).exactOptional(),
});

/** What was said: a day as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, a number with a point, an hour as `HH:MM` or `HH`; a person whole. Programs may send what a hand would type. */
export const OwnValue = z.union([line(500, 1), OwnPerson]);
export type OwnValue = z.infer<typeof OwnValue>;

/** By the key of its field. Which keys there are is the procedure's. */
export const OwnValues = z
  .record(OwnFieldKey, OwnValue)
  .refine((values) => Object.keys(values).length <= 40, 'too-many:40');
export type OwnValues = Readonly<Record<string, OwnValue>>;

/** A field with what was said, as a screen and an export show it: `text` is written for a reader (04/03/1990). */
export const OwnFieldView = z.object({
  key: z.string(),
  label: z.string(),
  kind: OwnFieldKind,
  value: OwnValue,
  text: z.string(),
});
export type OwnFieldView = z.infer<typeof OwnFieldView>;
