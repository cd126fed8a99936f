import type { CaseStateView, ReceiveInput } from '../../../../electron/contract/counter/case/case.ts';
import type { ReceptionChange } from '../../../../electron/contract/counter/case/correction.ts';
import type { ProcedureDetail } from '../../../../electron/contract/catalogue/procedure.ts';
import type { Person } from '../../../../electron/contract/common/person/person.ts';
import { formatDate } from '../../../text/format.ts';
import { knownCopies } from '../case-fields/what/copies-text.ts';
import { type PersonForm, type ReceptionForm, newReception, nobody } from '../case-fields/reception-form.ts';

/** The reception again as it stands on paper, in the fields it was typed into. */
export function formOf(state: CaseStateView, procedure: ProcedureDetail | undefined): ReceptionForm {
  const { submitter, resultDelivery } = state;
  return {
    ...newReception({ draftId: crypto.randomUUID(), requestId: crypto.randomUUID() }),
    applicant: personForm(state.applicant),
    submitter: submitter === null ? null : { ...personForm(submitter), authorisation: submitter.authorisation },
    procedure: { code: state.procedure.code, name: state.procedure.name, field: state.procedure.field },
    components: Object.fromEntries(
      state.components.map(({ name, index, originals, copies }) => [
        String(placeOf(name, index, procedure)),
        { originals, copies },
      ]),
    ),
    citizenCases: state.citizenCases,
    channel: state.channel,
    quantity: String(state.quantity),
    pages: state.pages === null ? '' : String(state.pages),
    ...(procedure === undefined ? {} : { counts: procedure.counts, copies: knownCopies(procedure.counts, state) }),
    delivery: { kind: resultDelivery.kind, address: resultDelivery.address ?? '' },
  };
}

/** A newer catalogue may list the same paper at another place: its name finds it. */
function placeOf(name: string, index: number, procedure: ProcedureDetail | undefined): number {
  if (procedure === undefined || procedure.components[index]?.name === name) return index;
  return procedure.components.find((component) => component.name === name)?.index ?? index;
}

function personForm(person: Person): PersonForm {
  const { kind, idNumber, fullName, dateOfBirth, sex, address = '', phone = '', email = '' } = person;
  const born = dateOfBirth === undefined ? '' : formatDate(dateOfBirth);
  return { ...nobody, kind, idNumber, fullName, dateOfBirth: born, sex: sex ?? '', address, phone, email };
}

const factNames = [
  'procedureCode',
  'channel',
  'applicant',
  'submitter',
  'components',
  'citizenCases',
  'quantity',
  'pages',
  'copies',
  'resultDelivery',
] as const;
export type FactName = (typeof factNames)[number];

/** Only what differs goes to the desk; a new procedure takes its own papers with it. */
export function changeOf(before: ReceiveInput, after: ReceiveInput): ReceptionChange {
  const differing = factNames.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const asked: readonly FactName[] = differing.includes('procedureCode')
    ? [...new Set<FactName>([...differing, 'components'])]
    : differing;
  return Object.fromEntries(asked.flatMap((name) => (after[name] === undefined ? [] : [[name, after[name]] as const])));
}

/** What was typed for a case and not recorded yet, so that a look elsewhere loses nothing. By the number it corrects. */
const kept = new Map<string, { readonly form: ReceptionForm; readonly reason: string }>();

export function keptFor(number: string) {
  return kept.get(number);
}

export function keep(number: string, typed: { readonly form: ReceptionForm; readonly reason: string }): void {
  kept.set(number, typed);
}

export function forget(number: string): void {
  kept.delete(number);
}
