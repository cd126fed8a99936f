import type { FeeRule, ProcedureTerm } from '../../contract/catalogue/lists.ts';
import type { Person } from '../../contract/common/person/person.ts';
import type { CaseNumber, Term } from '../../contract/base/values.ts';
import type { FeeLine, PackedStep, ReceivedAction } from '../../domain/entries/case.ts';
import { civilOf } from '../file/rows/codecs.ts';

/** What a reception leaves to the procedure as it was adopted. */
export type AdoptedRules = { readonly feeRules?: readonly FeeRule[]; readonly term?: Term | null };

/** The same from a procedure as it was adopted, in whatever year's shape. Which term is left out follows from the body alone, for good. */
export function rulesOfAdopted(body: unknown): AdoptedRules {
  const adopted = body as AdoptedRules & { readonly terms?: readonly ProcedureTerm[] };
  const { feeRules = [], terms } = adopted;
  if (terms === undefined) return { feeRules, term: adopted.term ?? null };
  const usual = terms.find(({ channels, needs }) => channels === undefined && needs === null);
  return { feeRules, term: usual === undefined ? null : { value: usual.value, unit: usual.unit } };
}

export type ProcedureRef = Pick<ReceivedAction, 'catalogueVersion' | 'procedureCode'>;
export type Fields = Record<string, unknown>;
/** A line of the procedure's own rules, in their order: the name and the basis stand in the adopted catalogue. */
type PackedFee = readonly [amount: number | null, note: string, gap?: FeeLine['gap']];
type PackedNumber = readonly [desk: string, official: string];
type Component = ReceivedAction['components'][number];
type PackedPerson = readonly (string | null)[];

/** The fields of a reception without what stands elsewhere or is usual. What could not be put back exactly stays as it is. */
export function packReception(event: ReceivedAction, fields: Fields, at: number, rules: AdoptedRules): Fields {
  const numbered = dayAndSerial(event.number.local);
  const isNumbered = numbered?.day === event.day && numbered.serial === event.serial;
  const steps = event.steps.map((step) => packStep(step, at));
  return {
    ...fields,
    applicant: packPerson(event.applicant),
    catalogueVersion: undefined,
    channel: event.channel === 'direct' ? undefined : event.channel,
    components: event.components.map(packComponent),
    day: isNumbered ? undefined : event.day,
    dueAt: packTime(event.dueAt),
    fees: event.fees.map((line, index) => packFee(line, rules.feeRules?.[index])),
    number: packNumber(event.number),
    procedure: [event.procedureCode, event.catalogueVersion],
    procedureCode: undefined,
    quantity: event.quantity === 1 ? undefined : event.quantity,
    resultDelivery: packDelivery(event.resultDelivery),
    serial: isNumbered ? undefined : event.serial,
    steps: areUsual(steps) ? undefined : steps,
    term: isTermOf(rules, event.term) ? undefined : event.term,
  };
}

/** Which procedure a reception is of, and as it was adopted in which catalogue. */
export function procedureOf(fields: Fields): ProcedureRef {
  const { procedure } = fields as { procedure?: [string, string] };
  // Until 28 November 2026 the two stood under their own names.
  if (procedure === undefined)
    return { catalogueVersion: String(fields['catalogueVersion']), procedureCode: String(fields['procedureCode']) };
  return { catalogueVersion: procedure[1], procedureCode: procedure[0] };
}

export function unpackReception({ procedure: _procedure, ...fields }: Fields, at: number, rules: AdoptedRules): Fields {
  const { applicant, components, dueAt, fees, steps } = fields as {
    applicant: Person | PackedPerson;
    components: (number | Component)[];
    dueAt: string;
    fees: (FeeLine | PackedFee)[];
    steps?: (PackedStep | readonly [rule: string])[];
  };
  const number = unpackNumber(fields['number'] as CaseNumber | PackedNumber);
  const delivery = fields['resultDelivery'] ?? 'desk';
  return {
    channel: 'direct',
    ...dayAndSerial(number.local),
    quantity: 1,
    ...fields,
    applicant: isList(applicant) ? unpackPerson(applicant) : applicant,
    components: components.map((one) => (typeof one === 'number' ? [one, 1, 0] : one)),
    dueAt: dueAt.length === shortTime ? `${dueAt}${restOfTime}` : dueAt,
    fees: fees.map((line, index) => unpackFee(line, rules.feeRules?.[index])),
    number,
    resultDelivery: typeof delivery === 'string' ? { kind: delivery } : delivery,
    steps: (steps ?? usualSteps).map((step) => unpackStep(step, at)),
    ...termOf(fields['term'] as Term | undefined, rules),
  };
}

function isList<T extends readonly unknown[]>(value: T | object): value is T {
  return Array.isArray(value);
}

/** In this order, and no more of it than is known: nearly everybody is a citizen. */
const particulars = ['fullName', 'idNumber', 'dateOfBirth', 'sex', 'address', 'phone', 'email'] as const;

function packPerson(person: Person): Person | PackedPerson {
  if (!Object.keys(person).every((key) => key === 'kind' || particulars.includes(key as 'fullName'))) return person;
  const known = [...particulars.map((key) => person[key] ?? null), person.kind === 'citizen' ? null : person.kind];
  return known.slice(0, known.findLastIndex((one) => one !== null) + 1);
}

function unpackPerson(packed: PackedPerson): Person {
  const person: Fields = { kind: packed[particulars.length] ?? 'citizen' };
  particulars.forEach((key, at) => {
    const value = packed[at] ?? null;
    if (value !== null) person[key] = value;
  });
  return person as Person;
}

/** One original and no copy: the index alone says it. */
function packComponent(component: Component): number | Component {
  const [index, originals, copies] = component;
  return originals === 1 && copies === 0 && component.length === 3 ? index : component;
}

const tail = /-\d{6}-\d+$/;

/** The two numbers of a file end alike: `Q1-250328-0008`, `H29.999-250328-0008`. */
function packNumber(number: CaseNumber): CaseNumber | PackedNumber {
  const { local, official } = number;
  const end = tail.exec(local)?.[0];
  const isAlike = end !== undefined && official !== null && tail.exec(official)?.[0] === end;
  return isAlike ? [local.slice(0, -end.length), official] : number;
}

function unpackNumber(number: CaseNumber | PackedNumber): CaseNumber {
  if (!isList(number)) return number;
  const [desk, official] = number;
  return { local: `${desk}${tail.exec(official)?.[0] ?? ''}`, official };
}

const restOfTime = ':00+07:00';
const shortTime = '2026-11-25T17:00'.length;

function packTime(time: string): string {
  return time.length === shortTime + restOfTime.length && time.endsWith(restOfTime) ? time.slice(0, shortTime) : time;
}

function isTermOf({ term: adopted }: AdoptedRules, term: Term): boolean {
  if (!adopted) return false;
  return adopted.unit === term.unit && adopted.value === term.value && Object.keys(term).length === 2;
}

/** What stands in a catalogue that is not here yet is told as missing; the promise itself stands in the entry. */
function termOf(said: Term | undefined, { term }: AdoptedRules): Pick<ReceivedAction, 'term' | 'contentMissing'> {
  if (said !== undefined) return { term: said };
  if (!term) return { term: { unit: 'working-day', value: 1 }, contentMissing: true };
  return { term: { unit: term.unit, value: term.value } };
}

/** By its kind alone where that is all; nothing where it is fetched at the desk. */
function packDelivery(
  delivery: ReceivedAction['resultDelivery'],
): ReceivedAction['resultDelivery'] | string | undefined {
  if (Object.keys(delivery).length !== 1) return delivery;
  return delivery.kind === 'desk' ? undefined : delivery.kind;
}

/** `Q1-250328-0008` is number 8 of 28 March 2025. */
function dayAndSerial(local: string): { readonly day: string; readonly serial: number } | undefined {
  const parts = /-(\d\d)(\d\d)(\d\d)-(\d+)$/.exec(local);
  if (parts === null) return undefined;
  const [, year, month, day, serial] = parts;
  return { day: `20${year}-${month}-${day}`, serial: Number(serial) };
}

function packFee(line: FeeLine, rule: FeeRule | undefined): FeeLine | PackedFee {
  if (rule?.name !== line.name || (rule.source ?? '') !== line.basis) return line;
  const { amount, note, gap } = line;
  return gap === undefined ? [amount, note] : [amount, note, gap];
}

/** A fee whose name stands in a catalogue that is not here yet. */
const unnamedFee = 'Khoản thu trong danh mục chưa nhận được';

function unpackFee(line: FeeLine | PackedFee, rule: FeeRule | undefined): FeeLine {
  if (!isList<PackedFee>(line)) return line;
  const [amount, note, gap] = line;
  if (rule === undefined) return { name: unnamedFee, amount, note, basis: '', ...(gap === undefined ? {} : { gap }) };
  return { name: rule.name, amount, note, basis: rule.source ?? '', ...(gap === undefined ? {} : { gap }) };
}

/** Accepted within the day, and nothing more to explain. */
const usualSteps: readonly (readonly [rule: string])[] = [['accepted']];

function areUsual(steps: readonly (PackedStep | readonly [rule: string])[]): boolean {
  const [first] = steps;
  return steps.length === 1 && first?.length === 1 && first[0] === 'accepted';
}

/** The step that says when the file was accepted says what the entry's own time says. */
function packStep(step: PackedStep, at: number): PackedStep | readonly [rule: string] {
  const [rule, date, values] = step;
  if (values === undefined || Object.keys(values).length !== 1) return step;
  const time = civilOf(at);
  return date === time.slice(0, 10) && values['time'] === time.slice(11, 16) ? [rule] : step;
}

function unpackStep(step: PackedStep | readonly [rule: string], at: number): PackedStep {
  if (step.length > 1) return step as PackedStep;
  const time = civilOf(at);
  return [step[0], time.slice(0, 10), { time: time.slice(11, 16) }];
}
