import { ReceiveInput } from '../../../electron/contract/case/case.ts';
import { Person, Submitter } from '../../../electron/contract/person/person.ts';
import { ResultDelivery } from '../../../electron/contract/values.ts';
import { parseDate } from '../../text/format.ts';
import { sheetInput, sheetMoment } from './sheets/paper-sheet.ts';
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

function deliveryOf({ delivery }: ReceptionForm) {
  return delivery.kind === 'post' ? { kind: delivery.kind, address: delivery.address.trim() } : { kind: delivery.kind };
}

/** A commune of the list by its code, any other agency by its name. */
export function competentOf({ competent }: Pick<ReceptionForm, 'competent'>) {
  const name = competent?.name.trim() ?? '';
  if (competent === undefined || competent === null || name === '') return {};
  return competent.code === '' ? { competentAgency: { name } } : { competentUnit: { code: competent.code } };
}

function receiveInput(form: ReceptionForm): unknown {
  return {
    procedureCode: form.procedure?.code ?? '',
    channel: form.channel,
    applicant: personOf(form.applicant),
    submitter: form.submitter === null ? null : submitterOf(form.submitter),
    components: componentsOf(form),
    quantity: countOf(form.quantity),
    ...(form.pages.trim() === '' ? {} : { pages: countOf(form.pages) }),
    resultDelivery: deliveryOf(form),
    ...(form.channel === 'post' ? optional('trackingNumber', form.trackingNumber) : {}),
    ...competentOf(form),
    ...sheetInput(form.fromKit),
    print: true,
    draftId: form.draftId,
    requestId: form.requestId,
  };
}

const sentences: readonly (readonly [RegExp, string])[] = [
  [/dateOfBirth$/, 'date'],
  [/email$/, 'email'],
  [/promisedDate$/, 'date'],
];

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], input);
}

/** The form as input of `case.receive`, or what is missing, said by the contract itself. */
export function checkReception(form: ReceptionForm, known: Readonly<Record<string, string>>): Checked {
  const input = receiveInput(form);
  const parsed = ReceiveInput.safeParse(input);
  if (parsed.success) return { ok: true, input: parsed.data };
  const issues = new Map<string, string>();
  for (const issue of parsed.error.issues) {
    const path = issue.path.join('.');
    if (issues.has(path)) continue;
    const said = issue.message in known ? issue.message : sentences.find(([at]) => at.test(path))?.[1];
    issues.set(path, said ?? (valueAt(input, issue.path) === '' ? 'required' : 'invalid'));
  }
  return { ok: false, issues: inScreenOrder(issues) };
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
    ...(pages >= 1 && pages <= 10_000 ? { pages } : {}),
    ...(delivery.success ? { resultDelivery: delivery.data } : {}),
    ...((form.competent?.name.trim().length ?? 0) < 3 ? {} : competentOf(form)),
    ...atOf(form),
  };
}

/** Of a file that came on paper the receipt counts from then. */
function atOf(form: ReceptionForm) {
  const acceptedAt = sheetMoment(form.fromKit);
  return acceptedAt === undefined ? {} : { acceptedAt };
}

/** What the newest of several drafts is told by: name, end of the number, procedure. At most 200 characters. */
export function draftLabel(form: ReceptionForm): string {
  const id = plainIdNumber(form.applicant.idNumber);
  const sheet = form.fromKit?.on === true ? form.fromKit.number.trim() : '';
  const parts = [
    sheet,
    form.applicant.fullName.trim(),
    id === '' ? '' : `…${id.slice(-4)}`,
    form.procedure?.name ?? '',
  ];
  return parts
    .filter((part) => part !== '')
    .join(' · ')
    .slice(0, 200);
}

/** A draft as this version of the screen can take it up again; anything else is left alone. */
export function formOfDraft(body: Readonly<Record<string, unknown>>): ReceptionForm | undefined {
  const fits =
    body['version'] === 1 &&
    ['draftId', 'requestId', 'channel', 'quantity', 'pages'].every((name) => typeof body[name] === 'string') &&
    ['applicant', 'components', 'delivery'].every((name) => typeof body[name] === 'object' && body[name] !== null);
  // Drafts of before parcels and waiting files were known have neither.
  return fits ? ({ trackingNumber: '', intake: null, ...body } as unknown as ReceptionForm) : undefined;
}
