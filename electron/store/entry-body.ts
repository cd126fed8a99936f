import type { ReceivedAction } from '../domain/case-action.ts';
import type { PackedStep } from '../domain/deadline-step.ts';
import type { FeeLine, FeeRule } from '../domain/fees.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import { findAdoptedProcedure } from './catalogue-store.ts';
import type { EntryBody } from './entry.ts';
import { civilOf } from './instant.ts';
import type { Db } from './open.ts';

/** How the journal keeps what happened: `at` is the entry's own time, in seconds. */
export type EntryBodies = {
  readonly write: (event: EntryBody, at: number) => string;
  readonly read: (type: string, body: string, at: number) => EntryBody;
};

type Fields = Record<string, unknown>;
/** A line of the procedure's own rules, in their order: the name and the basis stand in the adopted catalogue. */
type PackedFee = readonly [amount: number | null, note: string, gap?: FeeLine['gap']];

const opened = new WeakMap<Db, EntryBodies>();

/**
 * A reception says nothing twice: what stands in its number, in the entry's time and in the adopted catalogue is left out and
 * put back when it is read, and so is what is usual. Whatever could not be put
 * back exactly stays as it is (docs/topics/store.md).
 */
export function entryBodies(db: Db): EntryBodies {
  const known = opened.get(db);
  if (known !== undefined) return known;
  const rulesOf = feeRules(db);
  const made: EntryBodies = {
    write: bodyWriter(rulesOf),
    read: (type, body, at) => {
      const fields = JSON.parse(body) as Fields;
      return {
        type,
        ...(type === 'received' ? unpacked(fields, at, rulesOf(fields as Procedure)) : fields),
      } as EntryBody;
    },
  };
  opened.set(db, made);
  return made;
}

type RulesOf = (procedure: Procedure) => readonly FeeRule[];

/** The writing half alone, for those who know the adopted rules without the file. */
export function bodyWriter(rulesOf: RulesOf): EntryBodies['write'] {
  return (event, at) => {
    const { type: _type, ...fields } = event;
    return canonicalJson(event.type === 'received' ? packed(event, fields, at, rulesOf(event)) : fields);
  };
}

function packed(event: ReceivedAction, fields: Fields, at: number, rules: readonly FeeRule[]): Fields {
  const numbered = dayAndSerial(event.number.local);
  const isNumbered = numbered?.day === event.day && numbered.serial === event.serial;
  return {
    ...fields,
    day: isNumbered ? undefined : event.day,
    fees: event.fees.map((line, index) => packFee(line, rules[index])),
    quantity: event.quantity === 1 ? undefined : event.quantity,
    resultDelivery: isAtDesk(event.resultDelivery) ? undefined : event.resultDelivery,
    serial: isNumbered ? undefined : event.serial,
    steps: event.steps.map((step) => packStep(step, at)),
  };
}

function unpacked(fields: Fields, at: number, rules: readonly FeeRule[]): Fields {
  const { number, fees, steps } = fields as Pick<ReceivedAction, 'number' | 'steps'> & {
    fees: (FeeLine | PackedFee)[];
  };
  return {
    ...dayAndSerial(number.local),
    quantity: 1,
    resultDelivery: { kind: 'desk' },
    ...fields,
    fees: fees.map((line, index) => unpackFee(line, rules[index])),
    steps: steps.map((step) => unpackStep(step, at)),
  };
}

function isAtDesk(delivery: ReceivedAction['resultDelivery']): boolean {
  return delivery.kind === 'desk' && Object.keys(delivery).length === 1;
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

function unpackFee(line: FeeLine | PackedFee, rule: FeeRule | undefined): FeeLine {
  if (!isPacked(line)) return line;
  if (rule === undefined) throw new Error('a fee of the journal has no rule in the adopted catalogue');
  const [amount, note, gap] = line;
  return { name: rule.name, amount, note, basis: rule.source ?? '', ...(gap === undefined ? {} : { gap }) };
}

function isPacked(line: FeeLine | PackedFee): line is PackedFee {
  return Array.isArray(line);
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

type Procedure = Pick<ReceivedAction, 'catalogueVersion' | 'procedureCode'>;

/** The rules of a procedure as it was adopted. A version once adopted never changes, so what was read is remembered. */
function feeRules(db: Db): RulesOf {
  const known = new Map<string, readonly FeeRule[]>();
  return ({ catalogueVersion, procedureCode }) => {
    const name = `${catalogueVersion} ${procedureCode}`;
    const found = known.get(name);
    if (found !== undefined) return found;
    const adopted = findAdoptedProcedure(db, catalogueVersion, procedureCode) as
      | { readonly feeRules?: readonly FeeRule[] }
      | undefined;
    const rules = adopted?.feeRules ?? [];
    // A procedure that is not adopted yet may be in a moment.
    if (adopted !== undefined) known.set(name, rules);
    return rules;
  };
}
