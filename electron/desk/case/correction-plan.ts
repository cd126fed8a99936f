import type { Procedure } from '../../contract/catalogue/lists.ts';
import type { ReceptionChange } from '../../contract/case/correction.ts';
import { type Fault, fault, isFault } from '../../contract/fault.ts';
import type { Competent } from '../../contract/routing/legs.ts';
import { printedNumber } from '../../domain/base/numbering.ts';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import { type CountedPromise, countedPromise } from '../../domain/case/correction.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { packSteps } from '../../domain/deadline/deadline.ts';
import type { CorrectedAction, RecordedAction } from '../../domain/entries/case.ts';
import { type CaseFee, feesDiffer } from '../../domain/money/case-fees.ts';
import { assessFees } from '../../domain/money/fees.ts';
import { type CaseFile, appended } from '../../store/case/case.ts';
import { legsFor } from '../catalogue/competent.ts';
import { promiseOf } from '../catalogue/promise.ts';
import type { DeskContext } from '../core/context.ts';
import { getProcedureOf } from '../core/lookups.ts';
import { feesOf, receiptNumberOf } from '../money/fees.ts';
import { missingComponent } from './receive.ts';

type Received = CaseState['received'];

/** The facts of a correction with what they come to; only the number is still to be taken. */
export type CorrectionPlan = Omit<
  CorrectedAction,
  'number' | 'serial' | 'day' | 'requestId' | 'reason' | 'voided' | 'voidedDay' | 'voidedSerial'
>;

export type PlanFault = Fault<
  | 'procedure-unknown'
  | 'time-limit-missing'
  | 'calendar-ends'
  | 'component-unknown'
  | 'correction-empty'
  | 'refund-first'
  | 'file-elsewhere'
  | 'competent-unknown'
  | 'competent-own'
  | 'competent-twice'
  | 'competent-interlinked'
>;

/**
 * What a changed reception comes to. What did not change keeps what it led to: the promise is counted anew only for another procedure or
 * channel, from the same acceptance as before, and the fees are assessed anew only where something they rest on is another.
 */
export function planCorrection(desk: DeskContext, file: CaseFile, change: ReceptionChange): CorrectionPlan | PlanFault {
  const { received } = file.state;
  const procedure = procedureFor(desk, file.state, change.procedureCode ?? received.procedureCode);
  if (procedure === undefined) return fault('procedure-unknown', { code: change.procedureCode ?? '' });
  const facts = changed(received, change, procedure.version);
  const { components } = facts;
  const missing = missingComponent(
    { components: components.map(([index]) => ({ index, originals: 0, copies: 0 })) },
    procedure.found,
  );
  if (missing !== null) return missing;
  if (isSame(facts, received)) return fault('correction-empty', {});
  const promised = promiseFor(desk, file, facts, procedure.found);
  if (isFault(promised)) return promised;
  const plan = { ...facts, ...promised, fees: feesFor(facts, received, procedure.found) };
  return paidAndChanging(desk, file, plan) ?? plan;
}

type Promised = Pick<CorrectedAction, 'term' | 'rule' | 'dueAt' | 'steps' | 'extendedTo' | 'legs' | 'legsAnew'>;
type Facts = Pick<
  CorrectionPlan,
  | 'type'
  | 'procedureCode'
  | 'catalogueVersion'
  | 'channel'
  | 'applicant'
  | 'submitter'
  | 'components'
  | 'quantity'
  | 'pages'
  | 'resultDelivery'
  | 'origin'
>;

/** By today's lists, for the new receipt is made today; a procedure that has left them stays what it was for its own case. */
function procedureFor(
  desk: DeskContext,
  state: CaseState,
  code: string,
): { readonly found: Procedure; readonly version: string } | undefined {
  const found = desk.findProcedure(code);
  if (found !== undefined) return { found, version: desk.catalogue.version };
  if (code !== state.received.procedureCode) return undefined;
  return { found: getProcedureOf(desk, state), version: state.received.catalogueVersion };
}

function changed(received: Received, change: ReceptionChange, catalogueVersion: string): Facts {
  const submitter = change.submitter === undefined ? received.submitter : (change.submitter ?? undefined);
  const pages = change.pages ?? received.pages;
  return {
    type: 'corrected',
    procedureCode: change.procedureCode ?? received.procedureCode,
    catalogueVersion,
    channel: change.channel ?? received.channel,
    applicant: change.applicant ?? received.applicant,
    ...(submitter === undefined ? {} : { submitter }),
    components:
      change.components?.map(({ index, originals, copies }) => [index, originals, copies] as const) ??
      received.components,
    quantity: change.quantity ?? received.quantity,
    ...(pages === undefined ? {} : { pages }),
    resultDelivery: change.resultDelivery ?? received.resultDelivery,
    // Where a file came from is no mistake of the counter.
    ...(received.origin === undefined ? {} : { origin: received.origin }),
  };
}

function isSame(facts: Facts, received: Received): boolean {
  const told = (of: Omit<Facts, 'type'>) => {
    const { procedureCode, channel, applicant, submitter, components, quantity, pages, resultDelivery } = of;
    const written = { procedureCode, channel, applicant, submitter, components, quantity, pages, resultDelivery };
    return canonicalJson(JSON.parse(JSON.stringify(written)));
  };
  return told(facts) === told(received);
}

function promiseFor(
  desk: DeskContext,
  { actions, state }: CaseFile,
  facts: Facts,
  procedure: Procedure,
): Promised | PlanFault {
  const { received } = state;
  const counted = countedPromise(actions);
  const sameTerm = facts.procedureCode === received.procedureCode && facts.channel === received.channel;
  const made = sameTerm ? asBefore(received, counted) : countAnew(desk, state, procedure, facts.channel, counted.from);
  if (isFault(made)) return made;
  const { extendedTo } = counted;
  return extendedTo !== null && extendedTo > made.dueAt ? { ...made, extendedTo } : made;
}

function asBefore({ term, rule, legs }: Received, { dueAt, steps }: CountedPromise): Promised {
  return { term, ...(rule === undefined ? {} : { rule }), dueAt, steps, ...(legs === undefined ? {} : { legs }) };
}

function countAnew(
  desk: DeskContext,
  state: CaseState,
  procedure: Procedure,
  channel: Facts['channel'],
  from: string,
): Promised | PlanFault {
  const gone = state.legs.find(({ sentAt, finishedAt }) => sentAt !== null || finishedAt !== null);
  if (gone !== undefined) return fault('file-elsewhere', { agency: gone.agency });
  const way = legsFor(desk, procedure, { channel, ...namedAgency(desk, state, procedure) });
  if (isFault(way)) return way;
  const promise = promiseOf(procedure, channel, from, desk.calendar(), way);
  if (isFault(promise)) return promise;
  const { term, rule, dueAt, steps, legs } = promise;
  const anew = legs.length > 0 || state.legs.length > 0;
  return {
    term,
    ...(rule === null ? {} : { rule }),
    dueAt,
    steps: packSteps(steps),
    ...(legs.length === 0 ? {} : { legs }),
    ...(anew ? { legsAnew: true } : {}),
  };
}

/** The agency that was named at the counter stays named, where the new procedure has no way of its own. */
function namedAgency(desk: DeskContext, { received }: CaseState, procedure: Procedure): Competent {
  const [leg] = received.legs ?? [];
  const ownWay = desk.legsOf(received.procedureCode).length > 0 || desk.legsOf(procedure.code).length > 0;
  if (leg === undefined || ownWay) return {};
  const { agency: name, unitCode: code } = leg;
  return code === undefined ? { competentAgency: { name } } : { competentUnit: { code } };
}

function feesFor(facts: Facts, received: Received, procedure: Procedure): CorrectedAction['fees'] {
  const { channel, quantity, pages } = facts;
  const same =
    facts.procedureCode === received.procedureCode &&
    channel === received.channel &&
    quantity === received.quantity &&
    pages === received.pages;
  return same ? received.fees : assessFees(procedure.feeRules, { channel, quantity, pages });
}

/** The fees of the case as they would stand after a correction. */
function feesAfter(desk: DeskContext, file: CaseFile, plan: CorrectionPlan): CaseFee[] {
  return feesOf(desk, appended(file, pretend(file, plan)));
}

/** The correction as an action that nobody has recorded: for looking ahead. */
export function pretend({ actions, state }: CaseFile, plan: CorrectionPlan): RecordedAction {
  const last = actions.at(-1);
  if (last === undefined) throw new Error('a case begins with its reception');
  const nothing = { serial: 0, day: '', requestId: '', reason: '', voidedDay: '', voidedSerial: 0 };
  const action = {
    ...plan,
    ...nothing,
    number: { local: '', official: null },
    voided: printedNumber(state.number),
  };
  return { ...last, seq: last.seq + 1, action };
}

/** Money that was taken for fees which would not be the same any more is given back first: a receipt is never bent. */
function paidAndChanging(desk: DeskContext, file: CaseFile, plan: CorrectionPlan): Fault<'refund-first'> | null {
  const before = feesOf(desk, file);
  const paid = before.filter(({ receiptId }) => receiptId !== null);
  if (paid.length === 0 || !feesDiffer(before, feesAfter(desk, file, plan))) return null;
  const numbers = [...new Set(paid.map(({ receiptId }) => receiptNumberOf(desk, receiptId ?? '')))].join(', ');
  return fault('refund-first', { numbers, amount: paid.reduce((sum, { amount }) => sum + (amount ?? 0), 0) });
}
