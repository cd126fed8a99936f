import { z } from 'zod';
import { read } from '../call.ts';
import { CivilDate, CivilTime, PartialDate, line } from '../values.ts';

/** What can be shown about a person that the law gives something for; a person at the counter saw it. */
export const PersonCondition = z.enum(['level-2-eid', 'merit-family', 'poor-household', 'disabled']);
export type PersonCondition = z.infer<typeof PersonCondition>;

export const Sex = z.enum(['male', 'female']);
export type Sex = z.infer<typeof Sex>;
export const PersonKind = z.enum(['citizen', 'business', 'household-business']);

/** Why an id number is refused: the pattern of its kind. A citizen's number has twelve digits (NĐ 137/2015 Điều 13), an old one nine; a tax code ten, a branch three more. */
const idNumberOf = {
  citizen: /^(\d{12}|\d{9}|(?=.*[A-Z])[A-Z0-9]{6,15})$/,
  business: /^(\d{10}(-?\d{3})?|\d{12})$/,
  'household-business': /^(\d{10}(-?\d{3})?|\d{12}|\d{9})$/,
} as const;

const personShape = {
  kind: PersonKind,
  fullName: line(200, 1),
  idNumber: line(20, 1),
  dateOfBirth: PartialDate.optional(),
  sex: Sex.optional(),
  address: line(300).optional(),
  phone: z
    .string()
    .trim()
    .regex(/^(|\+?[0-9][0-9 .]{6,18})$/, 'phone')
    .optional(),
  email: z.union([z.literal(''), z.email().max(200)]).optional(),
};

function idNumberFits(person: { kind: z.infer<typeof PersonKind>; idNumber: string }) {
  return idNumberOf[person.kind].test(person.idNumber);
}

/** The person or organisation whose file it is (chủ hồ sơ). */
export const Person = z.strictObject(personShape).refine(idNumberFits, { path: ['idNumber'], message: 'id-number' });
export type Person = z.infer<typeof Person>;

/** The one who stands at the desk for somebody else (người nộp thay), with the paper that lets them (NĐ 118 Điều 6 k2c). */
export const Submitter = z
  .strictObject({ ...personShape, authorisation: line(300, 1) })
  .refine(idNumberFits, { path: ['idNumber'], message: 'id-number' });
export type Submitter = z.infer<typeof Submitter>;

function idNumberFitsWhereKnown(person: { kind: z.infer<typeof PersonKind>; idNumber: string }) {
  return person.idNumber === '' || idNumberFits(person);
}

const halfPersonShape = { ...personShape, fullName: line(200).default(''), idNumber: line(20).default('') };

/** A person as far as they are known before a file is received: a parcel or a question names nobody yet. */
export const IntakePerson = z
  .strictObject(halfPersonShape)
  .refine(idNumberFitsWhereKnown, { path: ['idNumber'], message: 'id-number' });
export type IntakePerson = z.infer<typeof IntakePerson>;

export const IntakeSubmitter = z
  .strictObject({ ...halfPersonShape, authorisation: line(300).default('') })
  .refine(idNumberFitsWhereKnown, { path: ['idNumber'], message: 'id-number' });
export type IntakeSubmitter = z.infer<typeof IntakeSubmitter>;

export const CardWarningView = z.object({ code: z.string() });

/** What the QR code of the citizen card says; what is absent is null. */
export const CitizenCardView = z.object({
  idNumber: z.string(),
  oldIdNumber: z.string().nullable(),
  fullName: z.string().nullable(),
  dateOfBirth: z.string().nullable(),
  sex: Sex.nullable(),
  address: z.string().nullable(),
  issuedOn: CivilDate.nullable(),
  warnings: z.array(CardWarningView),
});
export type CitizenCardView = z.infer<typeof CitizenCardView>;

export const citizenCardCalls = {
  read: read('anyone', ['card-unreadable'])
    .input(z.strictObject({ scan: z.string().max(2000) }))
    .output(CitizenCardView),
};

const EarlierCase = z.object({
  caseId: z.string(),
  number: z.string(),
  procedureCode: z.string(),
  procedureName: z.string(),
  status: z.string(),
  acceptedAt: CivilTime,
  dueAt: CivilTime.nullable(),
  /** The same procedure, still open or accepted within 30 days: look before receiving it twice. */
  possibleDuplicate: z.boolean(),
});

export const personCalls = {
  /** What this desk already knows of a person: how they wrote themselves last time and what they filed before. */
  earlier: read('staff')
    .input(z.strictObject({ idNumber: line(20, 1), procedureCode: z.string().max(20).optional() }))
    .output(z.object({ person: z.object(personShape).partial().nullable(), cases: z.array(EarlierCase) })),
};
