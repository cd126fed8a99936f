import { z } from 'zod';
import { read, readOfPersons } from '../../base/call.ts';
import { CivilDate, CivilTime, Id, PartialDate, line, why } from '../../base/values.ts';
import { CaseStatus } from '../../base/case-status.ts';
import { canonicalIdNumber } from './id-form.ts';
import { canonicalPhone, phoneShape } from './phone.ts';
import { findHiddenNameFlaw, findNameFlaw } from './name-check.ts';

/** What can be shown about a person that the law gives something for; a person at the counter saw it. */
export const PersonCondition = z.enum([
  'level-2-eid',
  'merit-family',
  'poor-household',
  'disabled',
  // Papers shown to stand in VNeID (NQ 66.22/2026/NQ-CP Điều 5 k1, Phụ lục I and II).
  'vneid-basic-papers',
  'vneid-marriage-paper',
  'vneid-land-certificate',
  'vneid-degree',
  // Of the event, not of the person: a birth or a death within the time of the law (Luật Hộ tịch Điều 11 k1b).
  'registered-on-time',
  // A contract that secures a loan of a farming household (TT 226/2016/TT-BTC Điều 5).
  'farm-loan',
]);
export type PersonCondition = z.infer<typeof PersonCondition>;

export const Sex = z.enum(['male', 'female']);
export type Sex = z.infer<typeof Sex>;
export const PersonKind = z.enum(['citizen', 'business', 'household-business']);
export type PersonKind = z.infer<typeof PersonKind>;

/** A citizen's number has twelve digits (NĐ 137/2015 Điều 13), an old one nine, a passport has a letter; a tax code ten, a branch three more. */
const idNumberOf = {
  citizen: /^(\d{12}|\d{9}|(?=.*[A-Z])[A-Z0-9]{6,15})$/,
  business: /^(\d{10}(-\d{3})?|\d{12})$/,
  'household-business': /^(\d{10}(-\d{3})?|\d{12}|\d{9})$/,
} as const;

/** As people write it: in groups, with dashes, in small letters. One person is one person (id-form.ts). */
export const IdNumber = line(20).overwrite(canonicalIdNumber);

/** Somebody's name wherever it is entered, who signs, fetches or pays among them: one rule (name-check.ts). */
export function personName(max: number, min = 1) {
  return line(max, min, findHiddenNameFlaw).superRefine((name, context) => {
    const message = name === '' ? null : findNameFlaw(name);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });
}

/** A name of a person or a firm; a firm writes its own as it likes. */
export function payerName(max: number) {
  return line(max, 1, findHiddenNameFlaw).superRefine((name, context) => {
    const message = name === '' ? null : findNameFlaw(name);
    if (message !== null && message !== 'name-case') context.addIssue({ code: 'custom', message });
  });
}

const personShape = {
  kind: PersonKind,
  fullName: line(200, 1, findHiddenNameFlaw),
  idNumber: IdNumber.min(1),
  dateOfBirth: PartialDate.optional(),
  sex: Sex.optional(),
  address: line(300).optional(),
  phone: z.string().trim().overwrite(canonicalPhone).regex(phoneShape, 'phone').optional(),
  email: z.union([z.literal(''), z.email().max(200)], 'email').optional(),
};

type Told = { readonly kind: z.infer<typeof PersonKind>; readonly fullName: string; readonly idNumber: string };

/** What is typed to get past a field. */
export function isOneDigit(idNumber: string): boolean {
  return /^(\d)\1{5,}$/.test(idNumber);
}

/** Who files for themselves is nobody's submitter; a reception with both would print and be found as two persons. */
export function checkSubmitter(
  { applicant, submitter }: { readonly applicant: Told; readonly submitter?: Told | null | undefined },
  context: z.RefinementCtx,
): void {
  // A household business may have its owner's number for a tax code: who stands there is the owner all the same.
  const isSame =
    applicant.kind !== 'household-business' && submitter?.idNumber !== '' && submitter?.idNumber === applicant.idNumber;
  if (isSame) context.addIssue({ code: 'custom', path: ['submitter', 'idNumber'], message: 'submitter-same' });
}

/** What is wrong with a number, as a word that says what to do: where somebody holds it for another kind of number, that kind is named. */
function idNumberFlaw({ kind, idNumber }: Told): { readonly message: string } | null {
  if (idNumber === '') return null;
  if (isOneDigit(idNumber)) return { message: 'id-number-one-digit' };
  // A letter O typed for a nought would make a passport of a card.
  if (kind === 'citizen' && /^(?=.*[OIL])(?=(\D*\d){10})[\dOIL]{12}$/.test(idNumber)) return { message: 'id-letters' };
  if (idNumberOf[kind].test(idNumber)) return null;
  if (/^\d+\.\d{1,3}$/.test(idNumber)) return { message: 'id-decimal' };
  if (kind === 'citizen' && /^\d{10}-\d{1,3}$/.test(idNumber)) return { message: 'id-tax-code' };
  if (kind === 'citizen' && /^\d{8}$/.test(idNumber)) return { message: 'passport-digits' };
  if (kind !== 'citizen' && /^\d{7}$/.test(idNumber)) return { message: 'budget-code' };
  return { message: 'id-number' };
}

function checkTold(person: Told, context: z.RefinementCtx): void {
  const number = idNumberFlaw(person);
  if (number !== null) context.addIssue({ code: 'custom', path: ['idNumber'], ...number });
  const message = person.fullName === '' ? null : findNameFlaw(person.fullName);
  // A firm writes its name as it likes.
  if (message === null || (message === 'name-case' && person.kind !== 'citizen')) return;
  context.addIssue({ code: 'custom', path: ['fullName'], message });
}

/** The person or organisation whose file it is (chủ hồ sơ). */
export const Person = z.strictObject(personShape).superRefine(checkTold);
export type Person = z.infer<typeof Person>;

/** The one who stands at the desk for somebody else (người nộp thay), with the paper that lets them (NĐ 118 Điều 6 k2c). */
export const Submitter = z.strictObject({ ...personShape, authorisation: why(300) }).superRefine(checkTold);
export type Submitter = z.infer<typeof Submitter>;

const halfPersonShape = {
  ...personShape,
  fullName: line(200, 0, findHiddenNameFlaw).default(''),
  idNumber: IdNumber.default(''),
};

/** A person as far as they are known before a file is received: a parcel or a question names nobody yet. */
export const IntakePerson = z.strictObject(halfPersonShape).superRefine(checkTold);
export type IntakePerson = z.infer<typeof IntakePerson>;

export const IntakeSubmitter = z
  .strictObject({ ...halfPersonShape, authorisation: line(300).default('') })
  .superRefine(checkTold);
export type IntakeSubmitter = z.infer<typeof IntakeSubmitter>;

/** Who asks for a certification: whole where a card is shown for it, by name alone or not at all where copies are asked for. */
export const CertifiedPerson = z
  .strictObject({
    ...personShape,
    kind: PersonKind.default('citizen'),
    idNumber: IdNumber.default(''),
  })
  .superRefine(checkTold);

/** Who signs or contracts beside who asks: each of them shows a card (NĐ 23/2015 Điều 24 k1a, 36 k1). */
export const CertifiedParty = z
  .strictObject({ ...personShape, kind: PersonKind.default('citizen') })
  .superRefine(checkTold);

/** In the place of a name where nobody was asked for: copies are certified of a paper, whoever brings it (NĐ 23/2015 Điều 20 k1). */
export const unnamedApplicant = {
  kind: 'citizen',
  fullName: 'Không ghi người yêu cầu',
  idNumber: '',
} as const satisfies Person;

/** Nobody: whoever this stands for, it is no person's name and leads to nobody. */
export function isUnnamed({ fullName, idNumber }: { readonly fullName: string; readonly idNumber: string }): boolean {
  return idNumber === '' && fullName === unnamedApplicant.fullName;
}

const CardWarningView = z.object({ code: z.string() });

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
  status: CaseStatus,
  /** Received by mistake and taken back; left out otherwise. */
  undone: z.literal(true).optional(),
  acceptedAt: CivilTime,
  dueAt: CivilTime.nullable(),
  /** The same procedure, still open or accepted within 30 days: look before receiving it twice. */
  possibleDuplicate: z.boolean(),
});

/** What somebody has to do with a case: theirs, filed for another, filed for a firm, or its result fetched. */
const PersonRole = z.enum(['applicant', 'submitter', 'company', 'receiver']);

const FileOfPerson = EarlierCase.omit({ possibleDuplicate: true }).extend({
  role: PersonRole,
  /** Whose it is, where it is somebody else’s; null where it is the person’s own. */
  applicantName: z.string().nullable(),
});

/** One person as this desk knows them: under the number they were looked for by, and the old one their card tells. */
export const PersonRecord = z.object({
  person: z.object(personShape).partial(),
  /** Former numbers under which their files are here too, whole: the card told them. */
  formerNumbers: z.array(z.string()),
  /** Other names under the same numbers: a marriage, a slip of the hand, a household business. */
  otherNames: z.array(z.string()),
  /** Newest first; of each role at most 50. */
  files: z.array(FileOfPerson),
  certifications: z.array(
    z.object({
      caseId: z.string(),
      number: z.string(),
      paper: z.string(),
      pages: z.int(),
      copies: z.int(),
      at: CivilTime,
      /** Certified with a slip and taken back. */
      undone: z.literal(true).optional(),
    }),
  ),
  /** Sent under their name with their telephone, or about a file of theirs. */
  petitions: z.array(
    z.object({
      petitionId: z.string(),
      number: z.string(),
      field: z.string(),
      status: z.string(),
      arrivedAt: CivilTime,
    }),
  ),
  /** Same whole name and day of birth under another number: the same person’s old number, or somebody else. A case of theirs leads there. */
  alike: z.array(z.object({ caseId: z.string(), idNumberMasked: z.string(), acceptedAt: CivilTime })),
  /** There is more than is told here. */
  more: z.boolean(),
});
export type PersonRecord = z.infer<typeof PersonRecord>;

export const personCalls = {
  /**
   * All that this desk knows of a person, by a number or by a case of theirs; null where it knows nothing. Kept as a look-up by the number.
   */
  record: readOfPersons()
    .input(
      z.union([
        z.strictObject({ idNumber: IdNumber.min(1), formerNumber: IdNumber.optional() }),
        z.strictObject({ caseId: Id, of: z.enum(['applicant', 'submitter']) }),
      ]),
    )
    .output(z.object({ record: PersonRecord.nullable() })),
  /**
   * What this desk already knows of a person: how they wrote themselves last time and what they filed before, the newest 20. With `toReturnWith`, a case of theirs:
   * only what else lies ready to be handed out under the name of that case, longest ready first, at most 50, and in `more` how many there are beside these.
   */
  earlier: readOfPersons()
    .input(
      z.strictObject({
        idNumber: IdNumber.min(1),
        procedureCode: z.string().max(20).optional(),
        toReturnWith: Id.optional(),
      }),
    )
    .output(
      z.object({
        person: z.object(personShape).partial().nullable(),
        cases: z.array(EarlierCase),
        more: z.int().optional(),
      }),
    ),
};
