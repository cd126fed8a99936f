import type { z } from 'zod';
import { ReceiveInput } from '../../../../electron/contract/counter/case/case.ts';
import type { OwnField } from '../../../../electron/contract/catalogue/own-fields.ts';
import { issueSentence } from '../../../../electron/contract/base/input-issues.ts';
import { Person, Submitter } from '../../../../electron/contract/common/person/person.ts';
import { otherProcedure } from '../../../../electron/contract/catalogue/office-list.ts';
import { typedKey } from '../../../../electron/domain/catalogue/procedure-terms.ts';
import { Instant, ResultDelivery, TypedTerm, saysSomething } from '../../../../electron/contract/base/values.ts';
import { readIdNumber } from '../../../../electron/domain/common/person/id-number.ts';
import { formatDate, isWrittenAsDate, parseDate, readMoment } from '../../../text/format.ts';
import { typedPapersOf } from './what/typed-procedure.ts';
import { ownInput } from './what/own-fields.ts';
import { type CopiesWrong, parseCopies } from './what/copies-text.ts';
import { sheetInput, sheetMoment } from './paper-sheet.ts';
import { type PersonForm, type ReceptionForm, plainIdNumber } from './reception-form.ts';

/** The form as the desk wants it, and what is wrong with it before the desk is asked. */

/** Where in the form something is wrong (`applicant.idNumber`) -> the key of its sentence in texts.common.issues. */
export type Issues = ReadonlyMap<string, string>;

export type Checked =
  | { readonly ok: true; readonly input: ReceiveInput }
  | { readonly ok: false; readonly issues: Issues };

function optional<K extends string>(name: K, value: string): { [key in K]?: string } {
  const text = value.trim();
  return (text === '' ? {} : { [name]: text }) as { [key in K]?: string };
}

/** What is not typed is left out; a date that cannot be read is passed on, so that it is named. */
export function personOf(form: PersonForm) {
  return {
    kind: form.kind,
    fullName: form.fullName.trim(),
    idNumber: plainIdNumber(form.idNumber),
    ...optional('dateOfBirth', parseDate(form.dateOfBirth) ?? form.dateOfBirth),
    ...(form.sex === '' ? {} : { sex: form.sex }),
    ...optional('address', form.address),
    ...optional('phone', form.phone),
    ...optional('email', form.email),
  };
}

/** What was typed as it is written: a whole date with its strokes, a number without what it was grouped by. What cannot be read stays. */
export function tidied(name: keyof PersonForm, typed: string): string {
  if (name === 'idNumber') {
    const plain = plainIdNumber(typed);
    // A whole card that a slow scanner typed here is read as a card.
    return /^[A-Z\d-]*$/.test(plain) ? plain : typed;
  }
  if (name === 'phone')
    return typed
      .trim()
      .replaceAll(/[-–()]+/g, ' ')
      .replaceAll(/ +/g, ' ')
      .trim();
  const date = name === 'dateOfBirth' ? parseDate(typed) : undefined;
  return date === undefined ? typed : formatDate(date);
}

/**
 * What the cursor leaves behind in a field: the field tidied, and what a citizen's number says of what is still empty or half said, the sex and, behind a
 * day and a month, the year. Who was born otherwise than the number says has it typed over; a disagreement is shown beside the field.
 */
export function leftField(name: keyof PersonForm, person: PersonForm): Partial<PersonForm> {
  const facts = person.kind === 'citizen' ? readIdNumber(plainIdNumber(person.idNumber)) : undefined;
  const typed = person[name];
  const told = name === 'dateOfBirth' && facts !== undefined ? wholeBirth(typed, facts.birthYear) : typed;
  const tidy = tidied(name, told);
  return {
    ...(tidy === typed ? {} : { [name]: tidy }),
    ...(name === 'idNumber' && facts !== undefined && person.sex === '' ? { sex: facts.sex } : {}),
  };
}

/** A day and a month with the year behind them; what is a whole date, a year alone, or no day of a year stays. */
function wholeBirth(typed: string, year: number): string {
  const [, day = '', month = ''] = /^\s*(\d\d)[/.\- ]?(\d\d)\s*$/.exec(typed) ?? [];
  const whole = `${day}${month}${year}`;
  return day === '' || `${day}${month}` === String(year) || parseDate(whole) === undefined ? typed : whole;
}

export function submitterOf(form: PersonForm) {
  return { ...personOf(form), authorisation: form.authorisation.trim() };
}

export function countOf(typed: string): number {
  return /^\s*\d+\s*$/.test(typed) ? Number(typed) : Number.NaN;
}

export function componentsOf(form: ReceptionForm) {
  return Object.entries(form.components)
    .map(([index, counts]) => ({ index: Number(index), ...counts }))
    .toSorted((a, b) => a.index - b.index);
}

export function deliveryOf({ delivery }: Pick<ReceptionForm, 'delivery'>) {
  return delivery.kind === 'post' ? { kind: delivery.kind, address: delivery.address.trim() } : { kind: delivery.kind };
}

/** A commune of the list by its code, any other agency by its name. */
export function competentOf({ competent }: Pick<ReceptionForm, 'competent'>) {
  const name = competent?.name.trim() ?? '';
  if (competent === undefined || competent === null || name === '') return {};
  return competent.code === '' ? { competentAgency: { name } } : { competentUnit: { code: competent.code } };
}

/** Copies by paper where the procedure counts them; pages and a number as older drafts have them. */
function countedOf(form: ReceptionForm) {
  if (form.copies === undefined) return form.pages.trim() === '' ? {} : { pages: countOf(form.pages) };
  const read = copiesOf(form);
  return read === undefined ? {} : { copies: [...read] };
}

/** The lines of the field, or undefined where they cannot be read. */
export function copiesOf({ copies, counts = 'pages' }: ReceptionForm) {
  const read = copies === undefined ? undefined : parseCopies(copies, counts);
  return read?.ok === true ? read.lines : undefined;
}

const copiesSaid: Readonly<Record<CopiesWrong, string>> = {
  empty: 'copies-needed',
  unread: 'copies-unread',
  number: 'copies-number',
  many: 'copies-many',
};

/** Certified copies are never accepted without a word of how many pages they are counted by: a fee nobody reckoned is no fee of 0. */
function copiesIssue({ copies, counts = 'pages' }: ReceptionForm): readonly (readonly [string, string])[] {
  const read = copies === undefined ? undefined : parseCopies(copies, counts);
  if (read === undefined || read.ok) return [];
  return [['copies', copiesSaid[read.wrong]]];
}

type TermChosen = {
  readonly termCase?: string;
  readonly termReason?: string;
  readonly agreedDueAt?: string;
  readonly typedTerm?: object;
};

/** The limit that was chosen; what is typed of an agreement goes on as it is, to be refused by the contract. */
function termOf({ term }: Pick<ReceptionForm, 'term'>): TermChosen {
  if (term === undefined || term === null) return {};
  if (term.key === typedKey) {
    const { value = '', unit = 'working-day' } = term;
    return { typedTerm: { value: value.trim() === '' ? '' : countOf(value), unit, ground: term.reason.trim() } };
  }
  const agreed = term.agreed.trim();
  return {
    termCase: term.key,
    ...optional('termReason', term.reason),
    ...(agreed === '' ? {} : { agreedDueAt: readMoment(agreed) }),
  };
}

/** The same while it is being typed: only what can be read. */
export function readTermOf(form: Pick<ReceptionForm, 'term'>) {
  const { termReason, agreedDueAt, typedTerm, ...chosen } = termOf(form);
  // The day is told before its ground is typed; the paper says that it is wanting.
  const typed = TypedTerm.safeParse({ ...typedTerm, ground: form.term?.reason.trim() || groundWanting });
  return {
    ...chosen,
    ...(termReason !== undefined && saysSomething(termReason) ? { termReason } : {}),
    ...(Instant.safeParse(agreedDueAt).success ? { agreedDueAt } : {}),
    ...(typedTerm !== undefined && typed.success ? { typedTerm: typed.data } : {}),
  };
}

const groundWanting = 'chưa ghi';

/** What no list says of the procedure: its name, where it stands in none, and its papers. */
function typedOf({ procedure, typedPapers = '' }: Pick<ReceptionForm, 'procedure' | 'typedPapers'>) {
  const components = typedPapersOf(typedPapers);
  if (procedure?.code === otherProcedure) return { typed: { name: procedure.name, components } };
  return components.length === 0 ? {} : { typed: { components } };
}

function ownOf({ ownFields }: Pick<ReceptionForm, 'ownFields'>, asked: OwnAsked) {
  const said = ownInput(ownFields, asked);
  return Object.keys(said).length === 0 ? {} : { ownFields: said };
}

type OwnAsked = readonly OwnField[] | undefined;

function receiveInput(form: ReceptionForm, asked: OwnAsked): unknown {
  return {
    procedureCode: form.procedure?.code ?? '',
    channel: form.channel,
    applicant: personOf(form.applicant),
    submitter: form.submitter === null ? null : submitterOf(form.submitter),
    components: componentsOf(form),
    ...(form.citizenCases === undefined ? {} : { citizenCases: form.citizenCases }),
    ...ownOf(form, asked),
    quantity: countOf(form.quantity),
    ...countedOf(form),
    resultDelivery: deliveryOf(form),
    ...(form.channel === 'post' ? optional('trackingNumber', form.trackingNumber) : {}),
    ...competentOf(form),
    ...termOf(form),
    ...typedOf(form),
    ...sheetInput(form.fromKit),
    attended: true,
    print: true,
    draftId: form.draftId,
    requestId: form.requestId,
  };
}

/** '31/02/2020' is written as dates are and is no day: told how to write a date, a clerk would write it once more. */
function dateIssue(said: string | undefined, value: unknown): string | undefined {
  if (said !== 'date' || typeof value !== 'string') return undefined;
  // What was read as a day and is refused all the same lies before anybody's birth.
  if (/^\d{4}(-\d\d){0,2}$/.test(value) && value < '1850') return 'date-too-early';
  return isWrittenAsDate(value) ? 'date-impossible' : undefined;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], input);
}

/**
 * The form as input of `case.receive`, or what is missing, said by the contract itself.
 * @param asked the own fields of the procedure, where they are known: a draft may say more than it asks by now
 */
export function checkReception(
  form: ReceptionForm,
  known: Readonly<Record<string, string>>,
  asked?: OwnAsked,
): Checked {
  const input = receiveInput(form, asked);
  const parsed = ReceiveInput.safeParse(input);
  const issues = issuesOfInput(input, parsed.error, known, copiesIssue(form));
  return parsed.success && issues.size === 0 ? { ok: true, input: parsed.data } : { ok: false, issues };
}

/** What the contract says of what was typed, by field, in the order of the screen; `first` is what was found wrong before it was asked. */
export function issuesOfInput(
  input: unknown,
  error: z.ZodError | undefined,
  known: Readonly<Record<string, string>>,
  first: readonly (readonly [string, string])[] = [],
): Issues {
  const issues = new Map<string, string>(first);
  for (const issue of error?.issues ?? []) {
    const path = issue.path.join('.');
    if (issues.has(path)) continue;
    // A program is told the form of a day that programs write, a clerk the one that stands in the field.
    const said = issue.message.startsWith('iso-') ? 'date' : issue.message === 'instant' ? 'moment' : issue.message;
    const value = valueAt(input, issue.path);
    const isBlank = value === '' && /:|^(date|moment|invalid)$/.test(said);
    const isKnown = issueSentence(said, known) !== undefined;
    issues.set(path, isBlank ? 'required' : (dateIssue(said, value) ?? (isKnown ? said : 'invalid')));
  }
  return inScreenOrder(issues);
}

/** As the eye goes over the screen: the person, the one in their place, the result, the procedure. */
const screenOrder = [
  'fromKit',
  'applicant.idNumber',
  'applicant.fullName',
  'applicant',
  'resultDelivery',
  'submitter.idNumber',
  'submitter.fullName',
  'submitter',
  'procedureCode',
  'components',
];

function placeOnScreen(path: string): number {
  const place = screenOrder.findIndex((start) => path.startsWith(start));
  return place === -1 ? screenOrder.length : place;
}

function inScreenOrder(issues: Issues): Issues {
  return new Map([...issues].toSorted(([a], [b]) => placeOnScreen(a) - placeOnScreen(b)));
}

/** The form for `paper.preview`: only what already stands as it should; the rest stays blank on the paper. */
export function previewInput(form: ReceptionForm) {
  if (form.procedure === null) return undefined;
  const submitter = form.submitter === null ? null : Submitter.safeParse(submitterOf(form.submitter));
  const delivery = ResultDelivery.safeParse(deliveryOf(form));
  const applicant = personOf(form.applicant);
  const whole = Person.safeParse(applicant);
  const quantity = countOf(form.quantity);
  const pages = countOf(form.pages);
  return {
    procedureCode: form.procedure.code,
    channel: form.channel,
    applicant: whole.success ? whole.data : applicant,
    submitter: submitter?.success === true ? submitter.data : null,
    components: componentsOf(form),
    ...(quantity >= 1 && quantity <= 999 ? { quantity } : {}),
    ...(form.copies === undefined && pages >= 1 && pages <= 10_000 ? { pages } : {}),
    ...(copiesOf(form) === undefined ? {} : { copies: [...(copiesOf(form) ?? [])] }),
    ...(delivery.success ? { resultDelivery: delivery.data } : {}),
    ...((form.competent?.name.trim().length ?? 0) < 3 ? {} : competentOf(form)),
    ...readTermOf(form),
    ...typedOf(form),
    ...atOf(form),
  };
}

/** Of a file that came on paper the receipt counts from then. */
function atOf(form: ReceptionForm) {
  const acceptedAt = sheetMoment(form.fromKit);
  return acceptedAt === undefined ? {} : { acceptedAt };
}
