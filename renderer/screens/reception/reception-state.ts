import type { Channel, ResultDelivery } from '../../../electron/contract/case.ts';
import type { CitizenCard, Person } from '../../../electron/contract/person.ts';
import type { ProcedureDetail } from '../../../electron/contract/procedure.ts';
import { formatDate } from '../../format.ts';
import { settledBy } from './card-warnings.ts';
import { type Counts, usualComponents } from './usual-components.ts';

/** What stands in the fields of the reception screen, as typed. It is the body of a draft, so it is plain data. */

export type PersonForm = {
  readonly kind: Person['kind'];
  readonly idNumber: string;
  readonly fullName: string;
  /** As typed: 04/03/1990, 03/1990 or 1990. */
  readonly dateOfBirth: string;
  readonly sex: '' | 'male' | 'female';
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  /** For the one who files for somebody else: the paper that lets them. */
  readonly authorisation: string;
};

export type Who = 'applicant' | 'submitter';

export type ReceptionForm = {
  readonly version: 1;
  /** One draft for each citizen, chosen when the reception begins. */
  readonly draftId: string;
  /** Chosen with the draft and kept in it: sending twice, even after a crash, is one case. */
  readonly requestId: string;
  readonly applicant: PersonForm;
  readonly scanned: boolean;
  readonly cardWarnings: readonly string[];
  readonly oldIdNumber: string;
  readonly submitter: PersonForm | null;
  readonly procedure: { readonly code: string; readonly name: string; readonly field: string } | null;
  readonly components: Readonly<Record<string, Counts>>;
  readonly channel: Channel;
  readonly quantity: string;
  readonly pages: string;
  readonly delivery: { readonly kind: ResultDelivery['kind']; readonly address: string };
};

export type Fresh = { readonly draftId: string; readonly requestId: string };
export type KnownPerson = { readonly [K in keyof Person]?: Person[K] | undefined };

export type ReceptionAction =
  | { readonly type: 'begun'; readonly fresh: Fresh }
  | { readonly type: 'restored'; readonly form: ReceptionForm }
  | { readonly type: 'person-typed'; readonly who: Who; readonly change: Partial<PersonForm> }
  | { readonly type: 'card-read'; readonly who: Who; readonly card: CitizenCard; readonly fresh: Fresh }
  | { readonly type: 'person-known'; readonly idNumber: string; readonly person: KnownPerson }
  | { readonly type: 'submitter-opened' }
  | { readonly type: 'submitter-closed' }
  | { readonly type: 'procedure-chosen'; readonly procedure: ProcedureDetail }
  | { readonly type: 'procedure-cleared' }
  | { readonly type: 'component-ticked'; readonly index: number; readonly counts: Counts }
  | { readonly type: 'component-unticked'; readonly index: number }
  | { readonly type: 'changed'; readonly change: Partial<Pick<ReceptionForm, 'channel' | 'quantity' | 'pages' | 'delivery'>> };

const nobody: PersonForm = {
  kind: 'citizen',
  idNumber: '',
  fullName: '',
  dateOfBirth: '',
  sex: '',
  address: '',
  phone: '',
  email: '',
  authorisation: '',
};

/** An empty reception with the defaults that are right nine times in ten: at the desk, one set, fetched at the desk. */
export function newReception(fresh: Fresh): ReceptionForm {
  return {
    version: 1,
    ...fresh,
    applicant: nobody,
    scanned: false,
    cardWarnings: [],
    oldIdNumber: '',
    submitter: null,
    procedure: null,
    components: {},
    channel: 'direct',
    quantity: '1',
    pages: '',
    delivery: { kind: 'desk', address: '' },
  };
}

/** Nothing has been typed: there is nothing to keep and nothing to ask about. */
export function isUntouched(form: ReceptionForm): boolean {
  const empty = newReception(form);
  return JSON.stringify({ ...form, draftId: '', requestId: '' }) === JSON.stringify({ ...empty, draftId: '', requestId: '' });
}

/** A number as typed or scanned, without the spaces people group it with. */
export function plainIdNumber(typed: string): string {
  return typed.replace(/[\s.]/g, '').toUpperCase();
}

function fromCard(person: PersonForm, card: CitizenCard): PersonForm {
  return {
    ...person,
    idNumber: card.idNumber,
    fullName: card.fullName?.toLocaleUpperCase('vi') ?? person.fullName,
    dateOfBirth: card.dateOfBirth === null ? person.dateOfBirth : formatDate(card.dateOfBirth),
    sex: card.sex ?? person.sex,
    address: card.address ?? person.address,
  };
}

function cardRead(form: ReceptionForm, action: Extract<ReceptionAction, { type: 'card-read' }>): ReceptionForm {
  const { card, who } = action;
  if (who === 'submitter') return { ...form, submitter: fromCard(form.submitter ?? nobody, card) };
  const typedId = plainIdNumber(form.applicant.idNumber);
  // Another card is another citizen: a new reception begins, the draft of the one before is kept.
  const another = /^\d{12}$/.test(typedId) && typedId !== card.idNumber;
  const base = another ? newReception(action.fresh) : form;
  return {
    ...base,
    applicant: fromCard({ ...base.applicant, kind: 'citizen' }, card),
    scanned: true,
    cardWarnings: card.warnings.map((warning) => warning.code),
    oldIdNumber: card.oldIdNumber ?? '',
  };
}

/** Fills what is still empty with what the person wrote last time; what is typed stays. */
function personKnown(form: ReceptionForm, action: Extract<ReceptionAction, { type: 'person-known' }>): ReceptionForm {
  const { applicant } = form;
  const { person } = action;
  if (plainIdNumber(applicant.idNumber) !== action.idNumber) return form;
  const filled: PersonForm = {
    ...applicant,
    fullName: applicant.fullName || (person.fullName ?? ''),
    dateOfBirth: applicant.dateOfBirth || (person.dateOfBirth === undefined ? '' : formatDate(person.dateOfBirth)),
    sex: applicant.sex || (person.sex ?? ''),
    address: applicant.address || (person.address ?? ''),
    phone: applicant.phone || (person.phone ?? ''),
    email: applicant.email || (person.email ?? ''),
  };
  return JSON.stringify(filled) === JSON.stringify(applicant) ? form : { ...form, applicant: filled };
}

function personTyped(form: ReceptionForm, action: Extract<ReceptionAction, { type: 'person-typed' }>): ReceptionForm {
  const { who, change } = action;
  if (who === 'submitter') return { ...form, submitter: { ...(form.submitter ?? nobody), ...change } };
  const applicant = { ...form.applicant, ...change };
  // Another number is no longer the card that was scanned.
  if (change.idNumber === undefined || plainIdNumber(change.idNumber) === plainIdNumber(form.applicant.idNumber)) {
    return { ...form, applicant, cardWarnings: settledBy(change, form.cardWarnings) };
  }
  return { ...form, applicant, scanned: false, cardWarnings: [], oldIdNumber: '' };
}

function withoutComponent(form: ReceptionForm, index: number): ReceptionForm {
  const { [String(index)]: _gone, ...components } = form.components;
  return { ...form, components };
}

/** The next form. Pure: what is new (draft, request) comes with the action. */
export function reception(form: ReceptionForm, action: ReceptionAction): ReceptionForm {
  switch (action.type) {
    case 'begun':
      return newReception(action.fresh);
    case 'restored':
      return action.form;
    case 'person-typed':
      return personTyped(form, action);
    case 'card-read':
      return cardRead(form, action);
    case 'person-known':
      return personKnown(form, action);
    case 'submitter-opened':
      return { ...form, submitter: form.submitter ?? nobody };
    case 'submitter-closed':
      return { ...form, submitter: null };
    case 'procedure-chosen': {
      const { code, name, field } = action.procedure;
      if (form.procedure?.code === code) return form;
      return { ...form, procedure: { code, name, field }, components: usualComponents(action.procedure, form.channel), pages: '' };
    }
    case 'procedure-cleared':
      return { ...form, procedure: null, components: {}, pages: '' };
    case 'component-ticked':
      return { ...form, components: { ...form.components, [String(action.index)]: action.counts } };
    case 'component-unticked':
      return withoutComponent(form, action.index);
    case 'changed':
      return { ...form, ...action.change };
  }
}
