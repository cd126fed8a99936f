import type { Procedure } from '../../../contract/catalogue/lists.ts';
import type { Origin, ReceiveInput } from '../../../contract/counter/case/case.ts';
import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { CaseNumber } from '../../../contract/base/values.ts';
import { keptIdNumbers } from '../../../contract/common/person/id-form.ts';
import { dayOfDate, getMoment, timeDateText } from '../../../domain/base/civil-time.ts';
import { localNumber, nextSerial, type OwnNumbering } from '../../../domain/base/numbering.ts';
import { closingOn } from '../../../domain/deadline/work-calendar.ts';
import {
  type AskedReception,
  isNationwide,
  otherNameOf,
  receptionAsks,
} from '../../../domain/counter/case/reception-confirmations.ts';
import { findUnit } from '../../../domain/catalogue/catalogue.ts';
import { citizenCases, goesByCase, isAskedIn } from '../../../domain/catalogue/citizen-cases.ts';
import { packSteps } from '../../../domain/deadline/steps.ts';
import type { ForeignReception, LegDefinition, PaperReception, ReceivedAction } from '../../../domain/entries/case.ts';
import { decideIntake } from '../../../domain/counter/intake/acts.ts';
import type { Intake } from '../../../domain/counter/intake/intake.ts';
import { promiseOnPaper } from '../../../domain/counter/kit/back-entry.ts';
import { asCopies, assessFees, rulesOn } from '../../../domain/counter/money/fees.ts';
import { casesOfPerson, findCaseRow } from '../../../store/counter/case/case.ts';
import { lastSerial } from '../../../store/counter/case/numbers.ts';
import { findIntake } from '../../../store/counter/intake/intake.ts';
import { claimRequest, keepRequest } from '../../../store/journal/requests.ts';
import { discardDraft } from '../../../store/common/office/drafts.ts';
import { namesUnder } from '../../../store/common/person/person.ts';
import type { Writer } from '../../../store/store.ts';
import { adoptFor, versionFor } from '../../catalogue/adopted.ts';
import { type CompetentFault, legsFor } from '../../catalogue/competent.ts';
import { type CasePromise, type TermFault, promiseOf } from '../../catalogue/promise.ts';
import { type ProcedureFault, procedureToReceive } from '../../catalogue/typed.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import { clockFault } from '../../core/clock.ts';
import type { DeskContext } from '../../core/context.ts';
import { findOpenSheet } from '../kit/open-sheets.ts';
import { confirmationFault, confirmedAction } from './confirm.ts';
import { codeAtReception } from './code-at-reception.ts';
import { ownFieldsOf } from './own-fields.ts';

export type ReceiveFault = Fault<
  | ProcedureFault['fault']
  | TermFault['fault']
  | 'calendar-ends'
  | 'component-unknown'
  | 'citizen-case-unknown'
  | 'numbers-exhausted'
  | 'clock-untrusted'
  | 'action-not-allowed'
  | 'confirmation-needed'
  | 'input-invalid'
  | 'kit-number-unknown'
  | 'kit-number-used'
  | 'kit-number-void'
  | 'kit-time'
  | 'kit-promise'
  | 'kit-square'
  | 'request-id-reused'
  | 'disk-full'
  | CompetentFault['fault']
>;

/**
 * Puts a case in the journal, numbered and promised; when this returns without a fault it is on disk. The caller's request id
 * is the case's id, so the same request twice is one case and needs no second table.
 */
export function receiveCase(
  desk: DeskContext,
  given: ReceiveInput,
  session: Session,
): 'received' | 'known' | ReceiveFault {
  const asked = procedureToReceive(desk, given);
  if (isFault(asked)) return asked;
  const { procedure, typed } = asked;
  const input = { ...given, procedureCode: procedure.code, components: [...asked.components] };
  const missing = missingComponent(input, procedure) ?? unknownCase(input, procedure);
  if (missing !== null) return missing;
  const ownFields = ownFieldsOf(procedure, given.ownFields, {
    attended: given.attended === true,
    today: desk.nowCivil().slice(0, 10),
  });
  if (isFault(ownFields)) return ownFields;
  const request = { call: 'case.receive', requestId: given.requestId, content: given };
  const done = desk.store.write(authorOf(session), desk.now(), (tx) => {
    // Asked inside the transaction: two windows that send the same request meet here.
    const reused = claimRequest(tx.db, request);
    if (reused !== null) return reused;
    if (findCaseRow(tx.db, input.requestId) !== undefined) return 'known';
    const untrusted = clockFault(desk);
    if (untrusted !== null) return untrusted;
    const waited = waitedAs(tx, input.requestId, session);
    if (isFault(waited)) return waited;
    const legs = legsFor(desk, procedure, input);
    if (isFault(legs)) return legs;
    // Looked up for who can be asked about it alone.
    const last = input.attended === true ? lastAlike(desk, tx, input, waited) : null;
    const written = input.attended === true ? writtenPromise(desk, tx, procedure, input, legs) : null;
    const knownAs =
      input.attended === true ? otherNameOf(input.applicant, namesUnder(tx.db, input.applicant.idNumber)) : null;
    const needed = receptionAsks({ ...askedOf(desk, procedure, input, waited), last, written, knownAs });
    const unsaid = confirmationFault(needed, input.confirm, {
      ...(last === null ? {} : { 'received-just-now': `${last.number}, ${timeDateText(last.acceptedAt)}` }),
      ...(knownAs === null ? {} : { 'name-differs': knownAs }),
    });
    if (unsaid !== null) return unsaid;
    const came = { ...input, ownFields, ...originOf(waited, input) };
    const receive = input.fromKit === undefined ? receivedNow : receivedOnPaper;
    const action = receive(desk, tx, came, procedure, legs);
    if (isFault(action)) return action;
    adoptFor(desk, tx, procedure, typed);
    tx.append({ kind: 'case', caseId: input.requestId }, action);
    for (const said of confirmedAction('receive', needed, input.confirm))
      tx.append({ kind: 'case', caseId: input.requestId }, said);
    keepRequest(tx.db, request);
    if (waited !== undefined) tx.append({ kind: 'intake', intakeId: input.requestId }, { type: 'accepted' });
    if (input.draftId !== undefined) discardDraft(tx.db, session.accountId, input.draftId);
    return 'received';
  });
  if (done === 'received' && typed !== undefined) desk.forget();
  return done;
}

/** What this reception is looked at for: what of it is lawful only with a reason. */
function askedOf(
  desk: DeskContext,
  procedure: Procedure,
  {
    attended,
    channel,
    resultDelivery,
    applicant,
    submitter,
    components,
    citizenCases: cases = [],
    competentUnit,
    agreedDueAt,
    fromKit,
  }: ReceiveInput,
  waited: Intake | undefined,
): Omit<AskedReception, 'last' | 'written' | 'knownAs'> {
  const provinceOf = (code: string) => findUnit(desk.catalogue, code)?.provinceCode ?? '';
  const province =
    competentUnit === undefined
      ? null
      : { own: provinceOf(desk.getOffice().unitCode), deciding: provinceOf(competentUnit.code) };
  const nationwide = isNationwide(desk.catalogue.nationwide, procedure.code, desk.nowCivil().slice(0, 10));
  const filerUnnamed = applicant.kind !== 'citizen' && !submitter;
  // Asked of who stands at a screen alone; the lists are read for nobody else.
  const caseUnchosen =
    attended === true &&
    cases.length === 0 &&
    goesByCase(procedure.components) &&
    !hasPaperOfCase(procedure, components);
  const accepted = getMoment(fromKit?.acceptedAt ?? desk.nowCivil()).day;
  const agreedAhead = agreedDueAt === undefined ? null : getMoment(agreedDueAt).day - accepted;
  return {
    attended: attended === true,
    channel,
    resultDelivery: resultDelivery.kind,
    components,
    procedure,
    waited: waited?.kind ?? null,
    filerUnnamed,
    caseUnchosen,
    agreedAhead,
    province,
    nationwide,
  };
}

/** What lies here of a case says which one it is. */
function hasPaperOfCase(procedure: Procedure, handedIn: ReceiveInput['components']): boolean {
  return handedIn.some(({ index, originals, copies }) => {
    const heading = procedure.components[index]?.case;
    return originals + copies > 0 && !isAskedIn(heading, []);
  });
}

/** The last case of this person and procedure. What came over the portal, or stands on a numbered sheet, is a file of its own. */
function lastAlike(desk: DeskContext, tx: Writer, input: ReceiveInput, waited: Intake | undefined) {
  if (waited !== undefined || input.fromKit !== undefined || input.channel === 'online') return null;
  const alike = keptIdNumbers(input.applicant.idNumber)
    .flatMap((one) => casesOfPerson(tx.db, one, 5))
    .filter(({ procedureCode, status }) => procedureCode === input.procedureCode && status !== 'withdrawn')
    .toSorted((a, b) => (a.acceptedAt < b.acceptedAt ? 1 : -1))[0];
  return alike === undefined ? null : { number: alike.number, acceptedAt: alike.acceptedAt, now: desk.nowCivil() };
}

/** What a sheet promised beside what the law gives; what is wrong with the sheet is said by who enters it. */
function writtenPromise(
  desk: DeskContext,
  tx: Writer,
  procedure: Procedure,
  input: ReceiveInput,
  legs: readonly LegDefinition[],
): AskedReception['written'] {
  const { fromKit } = input;
  if (fromKit?.promisedDate === undefined) return null;
  const sheet = findOpenSheet(desk, tx.db, fromKit);
  if (isFault(sheet)) return null;
  const { acceptedAt } = sheet;
  const promise = promiseOf(procedure, { ...input, acceptedAt, legs }, desk.calendar());
  return isFault(promise) ? null : { acceptedAt, lawDueAt: promise.dueAt, promised: fromKit.promisedDate };
}

/** The file that waited under this id, if it may be accepted now. */
function waitedAs(tx: Writer, intakeId: string, { role }: Session): Intake | undefined | Fault<'action-not-allowed'> {
  const intake = findIntake(tx.db, intakeId);
  if (intake === undefined) return undefined;
  const accepted = decideIntake({ type: 'accept' }, intake, { role, term: null });
  return isFault(accepted) ? accepted : intake;
}

/** What the case keeps of how it came. What stands in the form counts for a parcel; what the portal said counts for its files. */
function originOf(waited: Intake | undefined, { trackingNumber, kiosk }: ReceiveInput): { readonly origin?: Origin } {
  const { portal, trackingNumber: noted } = waited?.facts ?? {};
  const parcel = trackingNumber ?? noted;
  if (waited === undefined && parcel === undefined && kiosk !== true) return {};
  return {
    origin: {
      kind: kiosk === true ? 'kiosk' : (waited?.kind ?? 'post'),
      ...(portal === undefined ? {} : { portalNumber: portal.number, submittedAt: portal.submittedAt }),
      ...(parcel === undefined ? {} : { trackingNumber: parcel }),
    },
  };
}

export function missingComponent(
  input: Pick<ReceiveInput, 'components'>,
  procedure: Procedure,
): Fault<'component-unknown'> | null {
  const count = procedure.components.length;
  const unknown = input.components.find(({ index }) => index >= count);
  return unknown === undefined ? null : fault('component-unknown', { index: unknown.index, count });
}

/** What is no case of the procedure would ask for nothing, and be said on no paper. */
export function unknownCase(
  { citizenCases: given = [] }: { readonly citizenCases?: readonly string[] | undefined },
  { components }: Procedure,
): Fault<'citizen-case-unknown'> | null {
  if (given.length === 0) return null;
  const known = citizenCases(components.map((component) => component.case)).map(({ words }) => words);
  const unknown = given.find((words) => !known.includes(words));
  return unknown === undefined ? null : fault('citizen-case-unknown', { words: unknown, known: known.join(', ') });
}

function receivedNow(
  desk: DeskContext,
  tx: Writer,
  input: ReceiveInput & { readonly origin?: Origin },
  procedure: Procedure,
  legs: readonly LegDefinition[],
): ReceivedAction | ReceiveFault {
  const acceptedAt = desk.nowCivil();
  const promise = promiseOf(procedure, { ...input, acceptedAt, legs }, desk.calendar());
  if (isFault(promise)) return promise;
  const day = acceptedAt.slice(0, 10);
  const serial = takeSerial(desk, tx, day);
  if (isFault(serial)) return serial;
  const office = desk.getOffice();
  return receivedAction({
    office,
    deskCode: office.desk.code,
    day,
    serial,
    catalogueVersion: versionFor(desk, procedure),
    procedure,
    promise,
    input,
  });
}

/** A file that is on paper alone, on a kit's sheet or on a receipt that a restore knows no more: its number, its time and its promise are those of the paper. */
function receivedOnPaper(
  desk: DeskContext,
  tx: Writer,
  input: ReceiveInput & { readonly origin?: Origin },
  procedure: Procedure,
  legs: readonly LegDefinition[],
): ReceivedAction | ReceiveFault {
  const { fromKit } = input;
  if (fromKit === undefined) throw new Error('nothing was written on paper');
  const sheet = findOpenSheet(desk, tx.db, fromKit);
  if (isFault(sheet)) return sheet;
  const { kitId, day, serial, number, acceptedAt } = sheet;
  const calendar = desk.calendar();
  const promise = promiseOf(procedure, { ...input, acceptedAt, legs }, calendar);
  if (isFault(promise)) return promise;
  const lawDueAt = promise.dueAt;
  const written = { date: fromKit.promisedDate, time: fromKit.promisedTime };
  const inForce = promiseOnPaper(
    { acceptedAt, lawDueAt },
    written,
    closingOn(calendar, dayOfDate(written.date ?? lawDueAt.slice(0, 10))),
  );
  if (isFault(inForce)) return inForce;
  const { dueAt, ...promised } = inForce;
  const office = desk.getOffice();
  return receivedAction({
    office,
    deskCode: office.desk.code,
    day,
    serial,
    catalogueVersion: versionFor(desk, procedure),
    procedure,
    promise,
    sheet: { number, dueAt, fromKit: { acceptedAt, ...(kitId === undefined ? {} : { kitId }), lawDueAt, ...promised } },
    input,
  });
}

export function takeSerial(desk: DeskContext, tx: Writer, date: string): number | Fault<'numbers-exhausted'> {
  const { desk: own } = desk.getOffice();
  const blocks = own.blocks.map((block) => ({ ...block, desk: own.code }));
  const last = lastSerial(tx.db, date, own.blocks);
  // Two computers with one folder count alike: the one that was told so goes on where the other does not come that day.
  const half = desk.centre.isCopy() ? upperHalf(own.blocks) : 0;
  const apart = nextSerial({ blocks, desk: own.code, date, lastSerial: Math.max(last, half) });
  return isFault(apart) ? nextSerial({ blocks, desk: own.code, date, lastSerial: last }) : apart;
}

/** The last serial of the lower half of the first block. */
function upperHalf(blocks: readonly { readonly first: number; readonly last: number }[]): number {
  const [first] = blocks.toSorted((one, other) => one.first - other.first);
  return first === undefined ? 0 : first.first + Math.floor((first.last - first.first) / 2);
}

export type ReceptionFacts = {
  readonly office: OwnNumbering;
  /** The counter whose block the serial was taken from. */
  readonly deskCode: string;
  readonly day: string;
  readonly serial: number;
  readonly catalogueVersion: string;
  readonly procedure: Procedure;
  readonly promise: CasePromise;
  /** What came with a file that another centre received. */
  readonly foreign?: { readonly foreign: ForeignReception; readonly dueAt: string };
  /** The sheet of a kit that the file was received on, with the promise made there. */
  readonly sheet?: { readonly number: CaseNumber; readonly fromKit: PaperReception; readonly dueAt: string };
  readonly input: Omit<
    ReceiveInput,
    | 'procedureCode'
    | 'print'
    | 'printer'
    | 'draftId'
    | 'requestId'
    | 'trackingNumber'
    | 'fromKit'
    | 'confirm'
    | 'kiosk'
    | 'termCase'
    | 'termReason'
    | 'agreedDueAt'
    | 'typedTerm'
    | 'typed'
  > & {
    readonly origin?: Origin;
  };
};

/** The first action of a case as it goes into the journal: numbered, promised, its fees assessed. */
export function receivedAction(facts: ReceptionFacts): ReceivedAction {
  const { office, deskCode, day, serial, catalogueVersion, procedure, promise, sheet, input } = facts;
  const counted = asCopies(procedure.feeRules, input);
  const { citizenCases: citizenCasesSaid = [], ownFields = {} } = input;
  // In the order of the alphabet, which is the journal's: it copies nothing that is in order (canonical-json.ts).
  return {
    type: 'received',
    applicant: input.applicant,
    catalogueVersion,
    channel: input.channel,
    ...(citizenCasesSaid.length === 0 ? {} : { citizenCases: citizenCasesSaid }),
    components: input.components.map(({ index, originals, copies }) => [index, originals, copies] as const),
    ...(counted.copies === undefined ? {} : { copies: counted.copies }),
    day,
    dueAt: facts.foreign?.dueAt ?? sheet?.dueAt ?? promise.dueAt,
    fees: assessFees(rulesOn(procedure.feeRules, day), { channel: input.channel, ...counted }),
    ...(facts.foreign === undefined ? {} : { foreign: facts.foreign.foreign }),
    ...(sheet === undefined ? {} : { fromKit: sheet.fromKit }),
    ...(promise.legs.length === 0 ? {} : { legs: promise.legs }),
    number: sheet?.number ?? {
      local: localNumber(deskCode, day, serial),
      official: codeAtReception(
        office,
        { channel: input.channel, legs: promise.legs, procedure },
        { day, serial, given: facts.foreign?.foreign.code ?? input.origin?.portalNumber },
      ),
    },
    ...(input.origin === undefined ? {} : { origin: input.origin }),
    ...(Object.keys(ownFields).length === 0 ? {} : { ownFields }),
    ...(counted.pages === undefined ? {} : { pages: counted.pages }),
    procedureCode: procedure.code,
    quantity: counted.quantity,
    resultDelivery: input.resultDelivery,
    ...(promise.rule === null ? {} : { rule: promise.rule }),
    serial,
    steps: packSteps(promise.steps),
    ...(input.submitter ? { submitter: input.submitter } : {}),
    term: promise.term,
    ...(promise.termCase === null ? {} : { termCase: promise.termCase }),
  };
}
