import type { ProcedureDetail } from '../../../electron/contract/catalogue/procedure.ts';
import type { CitizenCardView, Person } from '../../../electron/contract/person/person.ts';
import { formatDate } from '../../text/format.ts';
import { settledBy } from './person/card-warnings.ts';
import { type PaperSheetForm, blankSheet, nextSheet } from './sheets/paper-sheet.ts';
import {
  type Fresh,
  type PersonForm,
  type ReceptionForm,
  type Who,
  newReception,
  nobody,
  plainIdNumber,
} from './reception-form.ts';
import { type ComponentCounts, usualComponents } from './what/usual-components.ts';

export type FoundPerson = { readonly [K in keyof Person]?: Person[K] | undefined };

export type ReceptionAction =
  | { readonly type: 'begun'; readonly fresh: Fresh }
  | { readonly type: 'restored'; readonly form: ReceptionForm }
  | { readonly type: 'person-typed'; readonly who: Who; readonly change: Partial<PersonForm> }
  | { readonly type: 'card-read'; readonly who: Who; readonly card: CitizenCardView; readonly fresh: Fresh }
  | { readonly type: 'person-known'; readonly idNumber: string; readonly person: FoundPerson }
  | { readonly type: 'sheet-typed'; readonly change: Partial<PaperSheetForm> }
  | { readonly type: 'sheet-left' }
  | { readonly type: 'submitter-opened' }
  | { readonly type: 'submitter-closed' }
  | { readonly type: 'procedure-chosen'; readonly procedure: ProcedureDetail }
  | { readonly type: 'procedure-cleared' }
  | { readonly type: 'component-ticked'; readonly index: number; readonly counts: ComponentCounts }
  | { readonly type: 'component-unticked'; readonly index: number }
  | {
      readonly type: 'changed';
      readonly change: Partial<
        Pick<ReceptionForm, 'channel' | 'quantity' | 'pages' | 'delivery' | 'trackingNumber' | 'competent'>
      >;
    };

/** What every part of the form is given: what stands in it, how it changes, and what is wrong where. */
export type FormPartProps = {
  readonly form: ReceptionForm;
  readonly dispatch: (action: ReceptionAction) => void;
  readonly errorOf: (path: string) => string | undefined;
};

function fromCard(person: PersonForm, card: CitizenCardView): PersonForm {
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
  const base = another ? { ...newReception(action.fresh), ...nextSheet(form.fromKit) } : form;
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
      return { ...newReception(action.fresh), ...nextSheet(form.fromKit) };
    case 'restored':
      return action.form;
    case 'person-typed':
      return personTyped(form, action);
    case 'card-read':
      return cardRead(form, action);
    case 'person-known':
      return personKnown(form, action);
    case 'sheet-typed':
      return { ...form, fromKit: { ...blankSheet, ...form.fromKit, on: true, ...action.change } };
    case 'sheet-left':
      // What the sheet said stays with the form, for whoever pressed Esc by mistake.
      return form.fromKit ? { ...form, fromKit: { ...form.fromKit, on: false } } : form;
    case 'submitter-opened':
      return { ...form, submitter: form.submitter ?? nobody };
    case 'submitter-closed':
      return { ...form, submitter: null };
    case 'procedure-chosen': {
      const { code, name, field } = action.procedure;
      if (form.procedure?.code === code) return form;
      return {
        ...form,
        procedure: { code, name, field },
        components: usualComponents(action.procedure, form.channel),
        pages: '',
      };
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
