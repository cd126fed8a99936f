import type { Procedure } from '../../contract/catalogue/lists.ts';
import type { Origin, ReceiveInput } from '../../contract/case/case.ts';
import { type Fault, fault, isFault } from '../../contract/fault.ts';
import type { OfficeSettings } from '../../contract/office/office.ts';
import type { CaseNumber } from '../../contract/values.ts';
import { localNumber, nextSerial, officialCode, parseCaseNumber } from '../../domain/base/numbering.ts';
import { packSteps } from '../../domain/deadline/deadline.ts';
import type { LegDefinition, PaperReception, ReceivedAction } from '../../domain/entries/case.ts';
import { decideIntake } from '../../domain/intake/acts.ts';
import type { Intake } from '../../domain/intake/intake.ts';
import { promiseOnPaper } from '../../domain/kit/back-entry.ts';
import { assessFees } from '../../domain/money/fees.ts';
import { findCaseRow } from '../../store/case/case.ts';
import { lastSerial } from '../../store/case/numbers.ts';
import { findIntake } from '../../store/intake/intake.ts';
import { discardDraft } from '../../store/office/drafts.ts';
import type { Writer } from '../../store/store.ts';
import { type CompetentFault, legsFor } from '../catalogue/competent.ts';
import { type CasePromise, promiseOf } from '../catalogue/promise.ts';
import { type Session, authorOf } from '../core/client.ts';
import { clockFault } from '../core/clock.ts';
import type { DeskContext } from '../core/context.ts';
import { findOpenSheet } from '../kit/open-sheets.ts';

export type ReceiveFault = Fault<
  | 'procedure-unknown'
  | 'time-limit-missing'
  | 'calendar-ends'
  | 'component-unknown'
  | 'numbers-exhausted'
  | 'clock-untrusted'
  | 'action-not-allowed'
  | 'kit-number-unknown'
  | 'kit-number-used'
  | 'kit-number-void'
  | 'kit-time'
  | 'kit-promise'
  | 'disk-full'
  | CompetentFault['fault']
>;

/**
 * Puts a case in the journal, numbered and promised; when this returns without a fault it is on disk. The caller's request id
 * is the case's id, so the same request twice is one case and needs no second table.
 */
export function receiveCase(
  desk: DeskContext,
  input: ReceiveInput,
  session: Session,
): 'received' | 'known' | ReceiveFault {
  const procedure = desk.findProcedure(input.procedureCode);
  if (procedure === undefined) return fault('procedure-unknown', { code: input.procedureCode });
  const missing = missingComponent(input, procedure);
  if (missing !== null) return missing;
  return desk.store.write(authorOf(session), desk.now(), (tx) => {
    // Asked inside the transaction: two windows that send the same request meet here.
    if (findCaseRow(tx.db, input.requestId) !== undefined) return 'known';
    const untrusted = clockFault(desk);
    if (untrusted !== null) return untrusted;
    const waited = waitedAs(tx, input.requestId, session);
    if (isFault(waited)) return waited;
    const legs = legsFor(desk, procedure, input);
    if (isFault(legs)) return legs;
    const came = { ...input, ...originOf(waited, input) };
    const receive = input.fromKit === undefined ? receivedNow : receivedOnPaper;
    const action = receive(desk, tx, came, procedure, legs);
    if (isFault(action)) return action;
    tx.append({ kind: 'case', caseId: input.requestId }, action);
    if (waited !== undefined) tx.append({ kind: 'intake', intakeId: input.requestId }, { type: 'accepted' });
    if (input.draftId !== undefined) discardDraft(tx.db, session.accountId, input.draftId);
    return 'received';
  });
}

/** The file that waited under this id, if it may be accepted now. */
function waitedAs(tx: Writer, intakeId: string, { role }: Session): Intake | undefined | Fault<'action-not-allowed'> {
  const intake = findIntake(tx.db, intakeId);
  if (intake === undefined) return undefined;
  const accepted = decideIntake({ type: 'accept' }, intake, { role, term: null });
  return isFault(accepted) ? accepted : intake;
}

/** What the case keeps of how it came. What stands in the form counts for a parcel; what the portal said counts for its files. */
function originOf(waited: Intake | undefined, { trackingNumber }: ReceiveInput): { readonly origin?: Origin } {
  const { portal, trackingNumber: noted } = waited?.facts ?? {};
  const parcel = trackingNumber ?? noted;
  if (waited === undefined && parcel === undefined) return {};
  return {
    origin: {
      kind: waited?.kind ?? 'post',
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

function receivedNow(
  desk: DeskContext,
  tx: Writer,
  input: ReceiveInput & { readonly origin?: Origin },
  procedure: Procedure,
  legs: readonly LegDefinition[],
): ReceivedAction | ReceiveFault {
  const acceptedAt = desk.nowCivil();
  const promise = promiseOf(procedure, input.channel, acceptedAt, desk.calendar(), legs);
  if (isFault(promise)) return promise;
  const day = acceptedAt.slice(0, 10);
  const serial = takeSerial(desk, tx, day);
  if (isFault(serial)) return serial;
  const office = desk.getOffice();
  const { version } = desk.catalogue;
  return receivedAction({
    office,
    deskCode: office.desk.code,
    day,
    serial,
    catalogueVersion: version,
    procedure,
    promise,
    input,
  });
}

/** A file that was received by hand on a kit's sheet: its number, its time and its promise are those of the paper. */
function receivedOnPaper(
  desk: DeskContext,
  tx: Writer,
  input: ReceiveInput & { readonly origin?: Origin },
  procedure: Procedure,
  legs: readonly LegDefinition[],
): ReceivedAction | ReceiveFault {
  const { fromKit } = input;
  if (fromKit === undefined) throw new Error('nothing was written on paper');
  const sheet = findOpenSheet(tx.db, fromKit, desk.nowCivil());
  if (isFault(sheet)) return sheet;
  const { kitId, day, serial, number, acceptedAt } = sheet;
  const calendar = desk.calendar();
  const promise = promiseOf(procedure, input.channel, acceptedAt, calendar, legs);
  if (isFault(promise)) return promise;
  const lawDueAt = promise.dueAt;
  const written = { date: fromKit.promisedDate, time: fromKit.promisedTime };
  const inForce = promiseOnPaper({ acceptedAt, lawDueAt }, written, calendar.closing);
  if (isFault(inForce)) return inForce;
  const { dueAt, ...promised } = inForce;
  const office = desk.getOffice();
  return receivedAction({
    office,
    deskCode: office.desk.code,
    day,
    serial,
    catalogueVersion: desk.catalogue.version,
    procedure,
    promise,
    sheet: { number, dueAt, fromKit: { kitId, acceptedAt, lawDueAt, ...promised } },
    input,
  });
}

export function takeSerial(desk: DeskContext, tx: Writer, date: string): number | Fault<'numbers-exhausted'> {
  const { desk: own } = desk.getOffice();
  const blocks = own.blocks.map((block) => ({ ...block, desk: own.code }));
  return nextSerial({ blocks, desk: own.code, date, lastSerial: lastSerial(tx.db, date, own.blocks) });
}

export type ReceptionFacts = {
  readonly office: Pick<OfficeSettings, 'numberAuthority' | 'caseUnitCode'>;
  /** The counter whose block the serial was taken from. */
  readonly deskCode: string;
  readonly day: string;
  readonly serial: number;
  readonly catalogueVersion: string;
  readonly procedure: Procedure;
  readonly promise: CasePromise;
  /** The sheet of a kit that the file was received on, with the promise made there. */
  readonly sheet?: { readonly number: CaseNumber; readonly fromKit: PaperReception; readonly dueAt: string };
  readonly input: Omit<
    ReceiveInput,
    'procedureCode' | 'print' | 'printer' | 'draftId' | 'requestId' | 'trackingNumber' | 'fromKit'
  > & {
    readonly origin?: Origin;
  };
};

/** The first action of a case as it goes into the journal: numbered, promised, its fees assessed. */
export function receivedAction(facts: ReceptionFacts): ReceivedAction {
  const { office, deskCode, day, serial, catalogueVersion, procedure, promise, sheet, input } = facts;
  // In the order of the alphabet, which is the journal's: it copies nothing that is in order (canonical-json.ts).
  return {
    type: 'received',
    applicant: input.applicant,
    catalogueVersion,
    channel: input.channel,
    components: input.components.map(({ index, originals, copies }) => [index, originals, copies] as const),
    day,
    dueAt: sheet?.dueAt ?? promise.dueAt,
    fees: assessFees(procedure.feeRules, { channel: input.channel, quantity: input.quantity, pages: input.pages }),
    ...(sheet === undefined ? {} : { fromKit: sheet.fromKit }),
    ...(promise.legs.length === 0 ? {} : { legs: promise.legs }),
    number: sheet?.number ?? {
      local: localNumber(deskCode, day, serial),
      official: portalCode(input.origin) ?? ownCode(office, day, serial),
    },
    ...(input.origin === undefined ? {} : { origin: input.origin }),
    ...(input.pages === undefined ? {} : { pages: input.pages }),
    procedureCode: procedure.code,
    quantity: input.quantity,
    resultDelivery: input.resultDelivery,
    ...(promise.rule === null ? {} : { rule: promise.rule }),
    serial,
    steps: packSteps(promise.steps),
    ...(input.submitter ? { submitter: input.submitter } : {}),
    term: promise.term,
  };
}

/** A file from the portal has its number already, and a file has one (NĐ 118/2025 Điều 17 k3); what does not read as one is kept aside. */
function portalCode(origin: Origin | undefined): string | null {
  const number = origin?.portalNumber;
  return number !== undefined && parseCaseNumber(number)?.kind === 'official' ? number : null;
}

function ownCode(
  { numberAuthority, caseUnitCode }: ReceptionFacts['office'],
  day: string,
  serial: number,
): string | null {
  return numberAuthority === 'centre' ? officialCode(caseUnitCode, day, serial) : null;
}
