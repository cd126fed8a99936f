import { z } from 'zod';
import { CivilTime } from '../../contract/base/values.ts';
import { PaperText, caseShape } from './data.ts';

/** Lines that declarations print of the own fields of their procedures, by the keys of resources/data/own-fields.json. */
const ownKeys = [
  'applicantEthnicity',
  'applicantMarriages',
  'applicantNationality',
  'birthPlace',
  'cause',
  'child',
  'childBorn',
  'childBornWords',
  'childEthnicity',
  'childNationality',
  'childSex',
  'copiesWanted',
  'deathPlace',
  'deceased',
  'deceasedBorn',
  'deceasedEthnicity',
  'deceasedIdentity',
  'deceasedNationality',
  'deceasedSex',
  'diedAt',
  'diedOn',
  'event',
  'father',
  'fatherAddress',
  'fatherBorn',
  'fatherEthnicity',
  'fatherNationality',
  'homeTown',
  'lastAddress',
  'maritalStatus',
  'mother',
  'motherAddress',
  'motherBorn',
  'motherEthnicity',
  'motherNationality',
  'notice',
  'noticeBy',
  'noticeOn',
  'purpose',
  'registeredAt',
  'registeredBook',
  'registeredNumber',
  'registeredOn',
  'relation',
  'spouse',
  'spouseAddress',
  'spouseBorn',
  'spouseEthnicity',
  'spouseIdentity',
  'spouseMarriages',
  'spouseNationality',
  'subject',
  'subjectAddress',
  'subjectBorn',
  'subjectEthnicity',
  'subjectIdentity',
  'subjectNationality',
  'subjectSex',
] as const;

type OwnKey = (typeof ownKeys)[number];

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
