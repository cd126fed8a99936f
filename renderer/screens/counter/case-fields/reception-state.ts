import type { ProcedureDetail } from '../../../../electron/contract/catalogue/procedure.ts';
import type { CitizenCardView, Person } from '../../../../electron/contract/common/person/person.ts';
import { formatDate } from '../../../text/format.ts';
import { settledBy } from './person/card-warnings.ts';
import { type PaperSheetForm, blankSheet, nextSheet } from './paper-sheet.ts';
import {
  type Fresh,
  type PersonForm,
  type ReceptionForm,
  type Who,
  newReception,
  nobody,
  plainIdNumber,
} from './reception-form.ts';
import { isTermTyped, typedTermForm } from './what/typed-procedure.ts';
import { firstCopies } from './what/copies-text.ts';
import { type ComponentCounts, usualComponents, withCase } from './what/usual-components.ts';

type FoundPerson = { readonly [K in keyof Person]?: Person[K] | undefined };

export type ReceptionAction =
  | { readonly type: 'begun'; readonly fresh: Fresh }
  | { readonly type: 'restored'; readonly form: ReceptionForm }
  | { readonly type: 'person-typed'; readonly who: Who; readonly change: Partial<PersonForm> }
  | {
      readonly type: 'card-read';
      readonly who: Who;
      readonly card: CitizenCardView;
      readonly fresh: Fresh;
      /** The card's person is the applicant, and who stood there files it for them. */
      readonly filedByOther?: boolean;
    }
  | { readonly type: 'person-known'; readonly idNumber: string; readonly person: FoundPerson }
  | { readonly type: 'sheet-typed'; readonly change: Partial<PaperSheetForm> }
  | { readonly type: 'sheet-left' }
  | { readonly type: 'submitter-opened' }
  | { readonly type: 'submitter-closed' }
  | { readonly type: 'persons-swapped' }
  | { readonly type: 'procedure-chosen'; readonly procedure: ProcedureDetail }
  | { readonly type: 'procedure-cleared' }
  | { readonly type: 'case-toggled'; readonly procedure: ProcedureDetail; readonly words: string }
  | { readonly type: 'component-ticked'; readonly index: number; readonly counts: ComponentCounts }
  | { readonly type: 'component-unticked'; readonly index: number }
  | {
      readonly type: 'changed';
      readonly change: Partial<
        Pick<
          ReceptionForm,
          | 'channel'
          | 'quantity'
          | 'pages'
          | 'copies'
          | 'delivery'
          | 'trackingNumber'
          | 'competent'
          | 'term'
          | 'typedPapers'
          | 'ownFields'
        >
      >;
    };

/** What every part of the form is given: what stands in it, how it changes, and what is wrong where. */
export type FormPartProps = {
  readonly form: ReceptionForm;
  readonly dispatch: (action: ReceptionAction) => void;
  readonly errorOf: (path: string) => string | undefined;
  /** The cursor has left a field: what is wrong with it is said there and then. */
  readonly onLeave?: (path: string) => void;
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

/** Another card is another citizen, for whom a new reception begins, unless it was said that the one before files it for them. */
function baseFor(form: ReceptionForm, action: Extract<ReceptionAction, { type: 'card-read' }>): ReceptionForm {
  if (action.filedByOther === true) return { ...form, applicant: nobody, submitter: form.applicant };
  return { ...newReception(action.fresh), ...nextSheet(form.fromKit) };
}

function swapped(form: ReceptionForm): ReceptionForm {
  if (form.submitter === null) return form;
  const { authorisation, ...submitter } = form.submitter;
  return {
    ...form,
    applicant: { ...submitter, authorisation: '' },
    // The paper lets whoever files it, whichever of the two that is.
    submitter: { ...form.applicant, authorisation },
    scanned: false,
    cardWarnings: [],
    oldIdNumber: '',
  };
}

function cardRead(form: ReceptionForm, action: Extract<ReceptionAction, { type: 'card-read' }>): ReceptionForm {
  const { card, who } = action;
  if (who === 'submitter') return { ...form, submitter: fromCard(form.submitter ?? nobody, card) };
  const typedId = plainIdNumber(form.applicant.idNumber);
  const another = /^\d{12}$/.test(typedId) && typedId !== card.idNumber;
  const base = another ? baseFor(form, action) : form;
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
  return { ...byHand(form, index), components };
}

/** What a hand ticked is no case's any more. */
function byHand(form: ReceptionForm, index: number): ReceptionForm {
  return form.caseTicks === undefined ? form : { ...form, caseTicks: form.caseTicks.filter((one) => one !== index) };
}

/** Another procedure has limits and cases of its own. */
function ofNoProcedure({
  term: _chosen,
  citizenCases: _said,
  caseTicks: _ticked,
  typedPapers: _papers,
  ownFields: _asked,
  ...form
}: ReceptionForm): ReceptionForm {
  return form;
}

/** The next form. Pure: what is new (draft, request) comes with the action. */
export function receptionAfter(form: ReceptionForm, action: ReceptionAction): ReceptionForm {
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
      return { ...form, submitter: form.submitter ?? form.closedSubmitter ?? nobody };
    case 'submitter-closed':
      return { ...form, submitter: null, ...(form.submitter === null ? {} : { closedSubmitter: form.submitter }) };
    case 'persons-swapped':
      return swapped(form);
    case 'procedure-chosen': {
      const { code, name, field } = action.procedure;
      if (form.procedure?.code === code && form.procedure.name === name) return form;
      return {
        ...ofNoProcedure(form),
        procedure: { code, name, field },
        components: usualComponents(action.procedure, form.channel),
        pages: '',
        ...copiesOfNew(action.procedure),
        ...(isTermTyped(action.procedure) ? { term: typedTermForm } : {}),
      };
    }
    case 'procedure-cleared':
      return { ...ofNoProcedure(withoutCopies(form)), procedure: null, components: {}, pages: '' };
    case 'case-toggled':
      return withLimitOf(action, form);
    case 'component-ticked':
      return {
        ...byHand(form, action.index),
        components: { ...form.components, [String(action.index)]: action.counts },
      };
    case 'component-unticked':
      return withoutComponent(form, action.index);
    case 'changed':
      return { ...form, ...action.change };
  }
}

/** A case with a limit of its own by the same words («Nhà ở riêng lẻ») goes by it, and leaves it with the case. */
function withLimitOf({ procedure, words }: Extract<ReceptionAction, { type: 'case-toggled' }>, form: ReceptionForm) {
  const next = withCase(procedure, form, words);
  const own = procedure.terms.find((term) => term.words === words && term.chosen !== 'verification' && !term.needs);
  if (own === undefined) return next;
  if (next.citizenCases?.includes(words) === true) return { ...next, term: { key: own.key, reason: '', agreed: '' } };
  return next.term?.key === own.key ? { ...next, term: null } : next;
}

/** Fields of copies stand only where the procedure counts any. */
function copiesOfNew({ counts }: ProcedureDetail): Pick<ReceptionForm, 'copies' | 'counts'> {
  return { counts, copies: firstCopies(counts) };
}

function withoutCopies({ copies: _copies, counts: _counts, ...form }: ReceptionForm): ReceptionForm {
  return form;
}
