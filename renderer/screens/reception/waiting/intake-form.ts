import type { ProcedureDetail } from '../../../../electron/contract/catalogue/procedure.ts';
import { type IntakeAct, type IntakeView, TrackingNumber } from '../../../../electron/contract/intake/intake.ts';
import { IntakePerson, IntakeSubmitter } from '../../../../electron/contract/person/person.ts';
import { formatDate } from '../../../text/format.ts';
import { componentsOf, countOf, personOf, submitterOf } from '../receive-input.ts';
import { type Fresh, type PersonForm, type ReceptionForm, newReception, nobody } from '../reception-form.ts';
import { type ComponentCounts, isUsual, usualComponents } from '../what/usual-components.ts';

type Known = IntakeView['facts']['applicant'] & { readonly authorisation?: string };

function personForm(person: Known): PersonForm {
  return {
    ...nobody,
    kind: person.kind,
    fullName: person.fullName,
    idNumber: person.idNumber,
    dateOfBirth: person.dateOfBirth === undefined ? '' : formatDate(person.dateOfBirth),
    sex: person.sex ?? '',
    address: person.address ?? '',
    phone: person.phone ?? '',
    email: person.email ?? '',
    authorisation: person.authorisation ?? '',
  };
}

const channels = { counter: 'direct', online: 'online', post: 'post' } as const;

/** A waiting file as the reception form: under its own id, so that accepting it twice is one case. */
export function formOfIntake(view: IntakeView, procedure: ProcedureDetail, fresh: Fresh): ReceptionForm {
  const { row, facts } = view;
  const channel = channels[row.kind];
  const { code, name, field } = procedure;
  return {
    ...newReception({ ...fresh, requestId: row.intakeId }),
    applicant: personForm(facts.applicant),
    submitter: facts.submitter === null ? null : personForm(facts.submitter),
    procedure: { code, name, field },
    components: handedIn(view) ?? usualComponents(procedure, channel),
    channel,
    quantity: String(facts.quantity),
    pages: facts.pages === undefined ? '' : String(facts.pages),
    delivery: { kind: facts.resultDelivery.kind, address: facts.resultDelivery.address ?? '' },
    trackingNumber: view.trackingNumber ?? '',
    intake: { kind: row.kind, code: row.code },
  };
}

/** What was handed in, as the file says it or as its attachments are marked; undefined where neither says anything. */
function handedIn({ facts, attachments }: IntakeView): Record<string, ComponentCounts> | undefined {
  const told = facts.components.map(({ index, ...counts }) => [String(index), counts] as const);
  const attached = attachments.flatMap(({ component }) =>
    component === undefined ? [] : [[String(component), { originals: 1, copies: 0 }] as const],
  );
  const known = told.length > 0 ? told : attached;
  return known.length === 0 ? undefined : Object.fromEntries(known);
}

/** What stands in the form already, for a file that is not complete: what cannot be read yet is left out. */
export function intakeInput(form: ReceptionForm) {
  const parcel = TrackingNumber.safeParse(form.trackingNumber);
  const quantity = countOf(form.quantity);
  const pages = countOf(form.pages);
  const address = form.delivery.address.trim();
  return {
    intakeId: form.requestId,
    ...(form.channel === 'post' && parcel.success
      ? { kind: 'post' as const, trackingNumber: parcel.data }
      : { kind: 'counter' as const }),
    procedureCode: form.procedure?.code ?? '',
    applicant: readable(IntakePerson, personOf(form.applicant)),
    submitter: form.submitter === null ? null : readable(IntakeSubmitter, submitterOf(form.submitter)),
    components: componentsOf(form),
    ...(quantity >= 1 && quantity <= 999 ? { quantity } : {}),
    ...(pages >= 1 && pages <= 10_000 ? { pages } : {}),
    resultDelivery: { kind: form.delivery.kind, ...(address === '' ? {} : { address }) },
  };
}

type Schema<T> = {
  safeParse(value: unknown):
    | { readonly success: true; readonly data: T }
    | {
        readonly success: false;
        readonly error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] };
      };
};

/** The person without the fields that are not right yet. */
function readable<T>(schema: Schema<T>, person: Readonly<Record<string, unknown>>): T {
  const parsed = schema.safeParse(person);
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
  const rest = Object.fromEntries(Object.entries(person).filter(([name]) => !wrong.has(name)));
  const again = schema.safeParse(rest);
  if (!again.success) throw new Error('a person without the fields that were wrong is readable');
  return again.data;
}

/** The usual components that are not ticked: most likely what is missing. Whole names, for the citizen reads them. */
export function missingItems(form: ReceptionForm, procedure: ProcedureDetail | undefined): string[] {
  if (procedure === undefined) return [];
  return procedure.components
    .filter((component) => isUsual(component, form.channel) && form.components[String(component.index)] === undefined)
    .map(({ name }) => name.slice(0, 300));
}

/** The acts that the reception form does on what stands in it. */
export type DeskSlip = Extract<IntakeAct['type'], 'guide' | 'ask-supplement' | 'refuse'>;
