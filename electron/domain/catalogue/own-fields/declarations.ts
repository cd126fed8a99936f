/**
 * The declarations (tờ khai) that are printed filled in, by the procedure they are handed in with: the name of the form in resources/forms. Each is bound
 * to the keys of the own fields that the product ships for its procedure (resources/data/own-fields.json); a field that an office leaves out is a dotted line.
 */
const forms = {
  '1.001193': 'tk-khai-sinh',
  '1.000656': 'tk-khai-tu',
  '1.000894': 'tk-ket-hon',
  '1.004873': 'tk-hon-nhan',
  '2.000635': 'tk-trich-luc',
} as const;

export type DeclarationForm = (typeof forms)[keyof typeof forms];

export function declarationOf(procedureCode: string): DeclarationForm | undefined {
  return Object.hasOwn(forms, procedureCode) ? forms[procedureCode as keyof typeof forms] : undefined;
}

/** What each prints of the fields of its procedure: the keys that the product ships for it, and none of an office's own. */
export const declaredKeys = {
  'tk-khai-sinh': [
    'relation',
    'child',
    'childBorn',
    'childSex',
    'childEthnicity',
    'childNationality',
    'birthPlace',
    'homeTown',
    'mother',
    'motherBorn',
    'motherEthnicity',
    'motherNationality',
    'motherAddress',
    'father',
    'fatherBorn',
    'fatherEthnicity',
    'fatherNationality',
    'fatherAddress',
    'copiesWanted',
  ],
  'tk-khai-tu': [
    'relation',
    'deceased',
    'deceasedBorn',
    'deceasedSex',
    'deceasedEthnicity',
    'deceasedNationality',
    'lastAddress',
    'diedOn',
    'diedAt',
    'deathPlace',
    'cause',
    'notice',
    'noticeBy',
    'noticeOn',
    'copiesWanted',
  ],
  'tk-ket-hon': [
    'applicantEthnicity',
    'applicantNationality',
    'applicantMarriages',
    'spouse',
    'spouseBorn',
    'spouseEthnicity',
    'spouseNationality',
    'spouseAddress',
    'spouseMarriages',
    'copiesWanted',
  ],
  'tk-hon-nhan': [
    'relation',
    'subject',
    'subjectBorn',
    'subjectSex',
    'subjectEthnicity',
    'subjectNationality',
    'subjectAddress',
    'maritalStatus',
    'purpose',
  ],
  'tk-trich-luc': [
    'relation',
    'event',
    'subject',
    'subjectBorn',
    'subjectSex',
    'subjectEthnicity',
    'subjectNationality',
    'subjectAddress',
    'registeredAt',
    'registeredOn',
    'registeredNumber',
    'registeredBook',
  ],
} as const satisfies Readonly<Record<DeclarationForm, readonly string[]>>;

/** The fields of a procedure with a declaration that its declaration has no place for. */
export function notPrinted<F extends { readonly key: string }>(
  procedureCode: string,
  fields: readonly F[],
): readonly F[] {
  const form = declarationOf(procedureCode);
  const printed: readonly string[] | undefined = form && declaredKeys[form];
  return printed === undefined ? [] : fields.filter(({ key }) => !printed.includes(key));
}
