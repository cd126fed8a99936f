import { checkIdNumber } from '../../../../../electron/domain/common/person/id-number.ts';
import { parseDate } from '../../../../text/format.ts';
import { type PersonForm, type ReceptionForm, plainIdNumber } from '../reception-form.ts';

/** The field a warning belongs to: beside it the clerk reads it. */
const fieldOf: Readonly<Record<string, keyof PersonForm>> = {
  'id-number-malformed': 'idNumber',
  'province-unknown': 'idNumber',
  'separator-restored': 'idNumber',
  'several-cards': 'idNumber',
  'birth-year-disagrees': 'dateOfBirth',
  'birth-in-future': 'dateOfBirth',
  'date-invalid': 'dateOfBirth',
  'issued-before-birth': 'dateOfBirth',
  'sex-disagrees': 'sex',
  'sex-unreadable': 'sex',
  'name-damaged': 'fullName',
  'typed-by-input-method': 'fullName',
  'marks-lost': 'fullName',
  'case-restored': 'fullName',
  'address-damaged': 'address',
  'address-before-merger': 'address',
};

/** What the number is compared with as it stands in the fields, scanned or typed; so it goes when it is put right. */
const judgedLive: ReadonlySet<string> = new Set([
  'id-number-malformed',
  'province-unknown',
  'birth-year-disagrees',
  'sex-disagrees',
  'birth-in-future',
]);

function liveCodes(person: PersonForm, today: string): string[] {
  const id = plainIdNumber(person.idNumber);
  if (person.kind !== 'citizen' || !/^\d{12}$/.test(id)) return [];
  const sex = person.sex === '' ? null : person.sex;
  return checkIdNumber(id, { dateOfBirth: parseDate(person.dateOfBirth) ?? null, sex, today }).map(({ code }) => code);
}

/** The warnings of a person by field, as codes of texts.reception.cardWarnings. `today` is an ISO date. */
export function warningsOf(form: ReceptionForm, today: string): ReadonlyMap<keyof PersonForm, readonly string[]> {
  const fromCard = form.cardWarnings.filter((code) => !judgedLive.has(code));
  const found = new Map<keyof PersonForm, string[]>();
  for (const code of [...liveCodes(form.applicant, today), ...fromCard]) {
    const field = fieldOf[code] ?? 'idNumber';
    found.set(field, [...(found.get(field) ?? []), code]);
  }
  return found;
}

/** What a change by hand settles: the clerk has looked at that field. */
export function settledBy(change: Partial<PersonForm>, codes: readonly string[]): string[] {
  return codes.filter((code) => change[fieldOf[code] ?? 'idNumber'] === undefined);
}
