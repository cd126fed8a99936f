import type { Procedure } from '../../../contract/catalogue/lists.ts';
import type { ReceptionChange } from '../../../contract/counter/case/correction.ts';
import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import { inputIssue } from '../../../contract/base/input-issues.ts';
import type { TypedTerm } from '../../../contract/base/values.ts';
import type { Competent } from '../../../contract/routing/legs.ts';
import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import { typedKey } from '../../../domain/catalogue/procedure-terms.ts';
import { type CountedPromise, countedPromise } from '../../../domain/counter/case/correction.ts';
import type { CaseState } from '../../../domain/counter/case/state.ts';
import { packSteps } from '../../../domain/deadline/steps.ts';
import { afterPauses } from '../../../domain/deadline/pause.ts';
import type { CorrectedAction, RecordedAction } from '../../../domain/entries/case.ts';
import { lawDayOf } from '../../../domain/counter/kit/back-entry.ts';
import { type CaseFee, feesDiffer } from '../../../domain/counter/money/case-fees.ts';
import { asCopies, assessFees, rulesOn } from '../../../domain/counter/money/fees.ts';
import { type CaseFile, appended, nextPlace } from '../../../store/counter/case/case.ts';
import { legsFor } from '../../catalogue/competent.ts';
import { type TermFault, promiseOf } from '../../catalogue/promise.ts';
import type { DeskContext } from '../../core/context.ts';
import { getProcedureOf, isContentHere, versionFor } from '../../catalogue/adopted.ts';
import { feesOf, receiptNumberOf } from '../money/fees.ts';
import { missingComponent, unknownCase } from './receive.ts';

type Received = CaseState['received'];

/** The facts of a correction with what they come to; only the number is still to be taken. */
export type CorrectionPlan = Omit<
  CorrectedAction,
  'number' | 'serial' | 'day' | 'requestId' | 'reason' | 'reissue' | 'voided' | 'voidedDay' | 'voidedSerial'
>;

export type PlanFault = Fault<
  | 'procedure-unknown'
  | TermFault['fault']
  | 'calendar-ends'
  | 'component-unknown'
  | 'citizen-case-unknown'
  | 'input-invalid'
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
  const facts = changed(received, change, procedure.found, procedure.version);
  const { components } = facts;
  const missing = missingComponent(
    { components: components.map(([index]) => ({ index, originals: 0, copies: 0 })) },
    procedure.found,
  );
  const wrong = missing ?? unknownCase(facts, procedure.found);
  if (wrong !== null) return wrong;
  if (isSame(facts, received)) return fault('correction-empty', {});
  const isTold = change.applicant !== undefined || change.submitter !== undefined;
  // What was entered before stays as it is as long as nobody touches it.
  if (isTold && facts.submitter?.idNumber === facts.applicant.idNumber)
    return fault('input-invalid', { issues: [inputIssue('change.submitter.idNumber', 'submitter-same')] });
  const promised = promiseFor(desk, file, facts, procedure.found);
  if (isFault(promised)) return promised;
  const plan = { ...facts, ...promised, fees: feesFor(facts, received, procedure.found) };
  return paidAndChanging(desk, file, plan) ?? plan;
}

type Promised = Pick<
  CorrectedAction,
  'term' | 'rule' | 'termCase' | 'dueAt' | 'steps' | 'extendedTo' | 'legs' | 'legsAnew'
>;
type Facts = Pick<
  CorrectionPlan,
  | 'type'
  | 'procedureCode'
  | 'catalogueVersion'
  | 'channel'
  | 'applicant'
  | 'submitter'
  | 'components'
  | 'citizenCases'
  | 'ownFields'
  | 'quantity'
  | 'pages'
  | 'copies'
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
  // A file becomes one of what is received here, and of nothing else.
  if (code !== state.received.procedureCode && desk.findOffer(code)?.offered !== true) return undefined;
  // What was kept for this very file, with what was typed for it, stays its own.
  const ownKept =
    code === state.received.procedureCode &&
    desk.findOffer(code)?.origin !== 'read' &&
    isContentHere(desk, state.received);
  if (found !== undefined && !ownKept) return { found, version: versionFor(desk, found) };
  if (code !== state.received.procedureCode) return undefined;
  return { found: getProcedureOf(desk, state), version: state.received.catalogueVersion };
}

/** What is to be copied after a correction: told anew where the change says anything of it, by the rules of the procedure the file is now of. */
function countedAnew(received: Received, change: ReceptionChange, rules: Procedure['feeRules']) {
  const { quantity, pages, copies } = change;
  if (quantity === undefined && pages === undefined && copies === undefined && change.procedureCode === undefined) {
    return {
      quantity: received.quantity,
      ...(received.pages === undefined ? {} : { pages: received.pages }),
      ...(received.copies === undefined ? {} : { copies: received.copies }),
    };
  }
  const [only] = received.copies ?? [];
  // Pages and a number alone speak of one paper, as they did at reception.
  if (copies === undefined && received.copies !== undefined && (pages !== undefined || quantity !== undefined))
    return asCopies(rules, { quantity: quantity ?? only?.copies ?? 1, pages: pages ?? only?.pages });
  return asCopies(rules, {
    quantity: quantity ?? received.quantity,
    pages: pages ?? received.pages,
    copies: copies ?? received.copies?.map(({ paper = '', ...one }) => ({ paper, ...one })),
  });
}

function changed(received: Received, change: ReceptionChange, procedure: Procedure, catalogueVersion: string): Facts {
  const submitter = change.submitter === undefined ? received.submitter : (change.submitter ?? undefined);
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
    ...casesOf(received, change),
    // Another procedure asks something else.
    ...(received.ownFields === undefined || change.procedureCode !== undefined
      ? {}
      : { ownFields: received.ownFields }),
    ...countedAnew(received, change, procedure.feeRules),
    resultDelivery: change.resultDelivery ?? received.resultDelivery,
    // Where a file came from is no mistake of the counter.
    ...(received.origin === undefined ? {} : { origin: received.origin }),
  };
}

/** Another procedure has cases of its own. */
function casesOf(received: Received, change: ReceptionChange): Pick<Facts, 'citizenCases'> {
  const kept = change.procedureCode === undefined ? (received.citizenCases ?? []) : [];
  const cases = change.citizenCases ?? kept;
  return cases.length === 0 ? {} : { citizenCases: cases };
}

function isSame(facts: Facts, received: Received): boolean {
  const told = (of: Omit<Facts, 'type'>) => {
    const { procedureCode, channel, applicant, submitter, components, quantity, pages, copies, resultDelivery } = of;
    const { citizenCases = [] } = of;
    const written = {
      procedureCode,
      channel,
      applicant,
      submitter,
      components,
      citizenCases,
      quantity,
      pages,
      copies,
      resultDelivery,
    };
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

function asBefore({ term, rule, termCase, legs }: Received, { dueAt, steps }: CountedPromise): Promised {
  return {
    term,
    ...(rule === undefined ? {} : { rule }),
    ...(termCase === undefined ? {} : { termCase }),
    dueAt,
    steps,
    ...(legs === undefined ? {} : { legs }),
  };
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
  const whole = promiseOf(
    procedure,
    { channel, acceptedAt: from, lawDay: lawDayOf(state), legs: way, ...typedBefore(state, procedure) },
    desk.calendar(),
  );
  if (isFault(whole)) return whole;
  const since = way.length > 0 ? undefined : from;
  const promise = afterPauses(whole, { term: whole.term, since, pauses: state.pauses ?? [] }, desk.calendar());
  if (isFault(promise)) return promise;
  const { term, rule, dueAt, steps, legs } = promise;
  const anew = legs.length > 0 || state.legs.length > 0;
  return {
    term,
    ...(rule === null ? {} : { rule }),
    dueAt,
    steps: packSteps(steps),
    ...(legs.length === 0 ? {} : { legs }),
    ...(anew ? { legsAnew: 'named' } : {}),
  };
}

/** What was typed for a procedure without a limit holds on any channel, as long as the procedure is the same. */
function typedBefore({ received }: CaseState, { code }: Procedure): { readonly typedTerm?: TypedTerm } {
  const { term, rule, termCase, procedureCode } = received;
  if (termCase?.key !== typedKey || procedureCode !== code) return {};
  return { typedTerm: { ...term, ...(rule === undefined ? {} : { rule }), ground: termCase.reason ?? '' } };
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
  const { channel, quantity, pages, copies } = facts;
  const same =
    facts.procedureCode === received.procedureCode &&
    channel === received.channel &&
    quantity === received.quantity &&
    pages === received.pages &&
    JSON.stringify(copies) === JSON.stringify(received.copies);
  return same
    ? received.fees
    : assessFees(rulesOn(procedure.feeRules, received.day), { channel, quantity, pages, copies });
}

/** The fees of the case as they would stand after a correction. */
function feesAfter(desk: DeskContext, file: CaseFile, plan: CorrectionPlan): CaseFee[] {
  return feesOf(desk, appended(file, pretend(file, plan)));
}

/** The correction as an action that nobody has recorded: for looking ahead. */
export function pretend({ actions, state }: CaseFile, plan: CorrectionPlan): RecordedAction {
  const last = actions.at(-1);
  if (last === undefined) throw new Error('a case begins with its reception');
  const { number, received } = state;
  const nothing = { serial: received.serial, day: received.day, requestId: '', reason: '', reissue: 1 };
  const action = {
    ...plan,
    ...nothing,
    number,
  };
  return { ...last, seq: nextPlace(actions), deskSeq: last.deskSeq + 1, action };
}

/** Money that was taken for fees which would not be the same any more is given back first: a receipt is never bent. */
function paidAndChanging(desk: DeskContext, file: CaseFile, plan: CorrectionPlan): Fault<'refund-first'> | null {
  const before = feesOf(desk, file);
  const paid = before.filter(({ receiptId }) => receiptId !== null);
  if (paid.length === 0 || !feesDiffer(before, feesAfter(desk, file, plan))) return null;
  const numbers = [...new Set(paid.map(({ receiptId }) => receiptNumberOf(desk, receiptId ?? '')))].join(', ');
  return fault('refund-first', { numbers, amount: paid.reduce((sum, { amount }) => sum + (amount ?? 0), 0) });
}
