import type { ProcedureDetail } from '../../../../../electron/contract/catalogue/procedure.ts';
import {
  type IntakeAct,
  type IntakeRow,
  type IntakeView,
  TrackingNumber,
} from '../../../../../electron/contract/counter/intake/intake.ts';
import { paperName } from '../../../../../electron/domain/catalogue/components.ts';
import { IntakePerson, IntakeSubmitter } from '../../../../../electron/contract/common/person/person.ts';
import { formatDate } from '../../../../text/format.ts';
import { componentsOf, countOf, personOf, submitterOf } from '../../case-fields/receive-input.ts';
import {
  type Fresh,
  type PersonForm,
  type ReceptionForm,
  newReception,
  nobody,
  plainIdNumber,
} from '../../case-fields/reception-form.ts';
import { knownCopies, parseCopies } from '../../case-fields/what/copies-text.ts';
import {
  type Component,
  type ComponentCounts,
  casesOfPapers,
  missingOf,
  usualComponents,
} from '../../case-fields/what/usual-components.ts';

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
  const components = handedIn(view) ?? usualComponents(procedure, channel);
  return {
    ...newReception({ ...fresh, requestId: row.intakeId }),
    applicant: personForm(facts.applicant),
    submitter: facts.submitter === null ? null : personForm(facts.submitter),
    procedure: { code, name, field },
    components,
    citizenCases: facts.citizenCases ?? casesOfPapers(procedure, components),
    channel,
    quantity: String(facts.quantity),
    pages: facts.pages === undefined ? '' : String(facts.pages),
    counts: procedure.counts,
    copies: knownCopies(procedure.counts, facts),
    delivery: { kind: facts.resultDelivery.kind, address: facts.resultDelivery.address ?? '' },
    trackingNumber: view.trackingNumber ?? '',
    intake: { kind: row.kind, code: row.code },
  };
}

export function isSamePerson({ applicant }: Pick<ReceptionForm, 'applicant'>, { facts }: IntakeView): boolean {
  const number = plainIdNumber(applicant.idNumber);
  return number !== '' && number === plainIdNumber(facts.applicant.idNumber);
}

/** The person as they stand at the counter now: what is filled in there is newer than what the file says. */
export function withPerson(taken: ReceptionForm, { applicant, scanned, cardWarnings, oldIdNumber }: ReceptionForm) {
  const filled = Object.fromEntries(Object.entries(applicant).filter(([, value]) => value !== ''));
  return { ...taken, applicant: { ...taken.applicant, ...filled }, scanned, cardWarnings, oldIdNumber };
}

/** The file of the same procedure that was asked to be completed: a second request for it would be one too many (NĐ 118/2025 Điều 16 k3). */
export function askedBefore(
  waiting: readonly IntakeRow[],
  { procedure }: Pick<ReceptionForm, 'procedure'>,
): IntakeRow | undefined {
  return waiting.find(
    ({ status, procedureCode }) => status === 'supplement-requested' && procedureCode === procedure?.code,
  );
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

/**
 * What stands in the form already, for a file that is not complete: what cannot be read yet is left out. `caseUnknown`: guidance then
 * names the papers of all cases, each under its own, and not the ticks alone.
 */
export function intakeInput(form: ReceptionForm, caseUnknown = false) {
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
    ...(caseUnknown ? {} : { components: componentsOf(form), citizenCases: [...(form.citizenCases ?? [])] }),
    ...(quantity >= 1 && quantity <= 999 ? { quantity } : {}),
    ...(form.copies === undefined && pages >= 1 && pages <= 10_000 ? { pages } : {}),
    ...copiesGiven(form),
    resultDelivery: { kind: form.delivery.kind, ...(address === '' ? {} : { address }) },
  };
}

/** Copies as far as they can be read. */
function copiesGiven({ copies, counts = 'pages' }: ReceptionForm) {
  const read = copies === undefined ? undefined : parseCopies(copies, counts);
  return read?.ok === true ? { copies: [...read.lines] } : {};
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

/** What this citizen has still to bring: whole names where a line has room for them, and of papers that stand for each other any. */
export function missingItems(form: ReceptionForm, procedure: ProcedureDetail | undefined, oneOf: string): string[] {
  return procedure === undefined ? [] : missingOf(procedure, form).map((need) => itemOf(need, oneOf));
}

/** As many letters as a slip's line may have. */
const longestItem = 300;

/** By their short names where the official ones are longer than a line: nothing is cut in the middle of a sentence of the law. */
function itemOf(need: readonly Component[], oneOf: string): string {
  const told = (names: readonly string[]) => (names.length === 1 ? names.join('') : `${oneOf}: ${names.join('; ')}`);
  const whole = told(need.map(({ name }) => name));
  return whole.length <= longestItem ? whole : told(need.map(paperName));
}

/** The acts that the reception form does on what stands in it. */
export type DeskSlip = Extract<IntakeAct['type'], 'guide' | 'ask-supplement' | 'refuse'>;
