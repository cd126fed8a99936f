import type { Origin, ReceiveInput } from '../contract/case/case.ts';
import { type Fault, fault, isFault } from '../contract/fault.ts';
import { nextSerial } from '../domain/base/numbering.ts';
import type { Procedure } from '../domain/catalogue/catalogue.ts';
import type { LegDefinition, ReceivedAction } from '../domain/entries/case.ts';
import { decideIntake } from '../domain/intake/acts.ts';
import type { Intake } from '../domain/intake/intake.ts';
import { promiseOnPaper } from '../domain/kit/back-entry.ts';
import { findCaseRow } from '../store/case/case.ts';
import { lastSerial } from '../store/case/numbers.ts';
import { findIntake } from '../store/intake/intake.ts';
import { discardDraft } from '../store/office/drafts.ts';
import type { Writer } from '../store/store.ts';
import { authorOf } from './author.ts';
import type { Session } from './client.ts';
import { clockFault } from './clock.ts';
import { type CompetentFault, legsFor } from './competent.ts';
import { findOpenSheet } from './kit/open-sheet.ts';
import { promiseOf } from './promise.ts';
import { receivedAction } from './received-action.ts';
import type { Room } from './room.ts';

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
export function receiveCase(room: Room, input: ReceiveInput, session: Session): 'received' | 'known' | ReceiveFault {
  const procedure = room.findProcedure(input.procedureCode);
  if (procedure === undefined) return fault('procedure-unknown', { code: input.procedureCode });
  const missing = missingComponent(input, procedure);
  if (missing !== null) return missing;
  return room.store.write(authorOf(session), room.now(), (tx) => {
    // Asked inside the transaction: two windows that send the same request meet here.
    if (findCaseRow(tx.db, input.requestId) !== undefined) return 'known';
    const untrusted = clockFault(room);
    if (untrusted !== null) return untrusted;
    const waited = waitedAs(tx, input.requestId, session);
    if (isFault(waited)) return waited;
    const legs = legsFor(room, procedure, input);
    if (isFault(legs)) return legs as ReceiveFault;
    const came = { ...input, ...originOf(waited, input) };
    const receive = input.fromKit === undefined ? receivedNow : receivedOnPaper;
    const action = receive(room, tx, came, procedure, legs as readonly LegDefinition[]);
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
  room: Room,
  tx: Writer,
  input: ReceiveInput & { readonly origin?: Origin },
  procedure: Procedure,
  legs: readonly LegDefinition[],
): ReceivedAction | ReceiveFault {
  const acceptedAt = room.nowCivil();
  const promise = promiseOf(procedure, input.channel, acceptedAt, room.calendar(), legs);
  if (isFault(promise)) return promise;
  const day = acceptedAt.slice(0, 10);
  const serial = takeSerial(room, tx, day);
  if (isFault(serial)) return serial;
  const office = room.getOffice();
  const { version } = room.catalogue;
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
  room: Room,
  tx: Writer,
  input: ReceiveInput & { readonly origin?: Origin },
  procedure: Procedure,
  legs: readonly LegDefinition[],
): ReceivedAction | ReceiveFault {
  const { fromKit } = input;
  if (fromKit === undefined) throw new Error('nothing was written on paper');
  const sheet = findOpenSheet(tx.db, fromKit, room.nowCivil());
  if (isFault(sheet)) return sheet;
  const { kitId, day, serial, number, acceptedAt } = sheet;
  const calendar = room.calendar();
  const promise = promiseOf(procedure, input.channel, acceptedAt, calendar, legs);
  if (isFault(promise)) return promise;
  const lawDueAt = promise.dueAt;
  const written = { date: fromKit.promisedDate, time: fromKit.promisedTime };
  const inForce = promiseOnPaper({ acceptedAt, lawDueAt }, written, calendar.closing);
  if (isFault(inForce)) return inForce;
  const { dueAt, ...promised } = inForce;
  const office = room.getOffice();
  return receivedAction({
    office,
    deskCode: office.desk.code,
    day,
    serial,
    catalogueVersion: room.catalogue.version,
    procedure,
    promise,
    sheet: { number, dueAt, fromKit: { kitId, acceptedAt, lawDueAt, ...promised } },
    input,
  });
}

export function takeSerial(room: Room, tx: Writer, date: string): number | Fault<'numbers-exhausted'> {
  const { desk } = room.getOffice();
  const blocks = desk.blocks.map((block) => ({ ...block, desk: desk.code }));
  return nextSerial({ blocks, desk: desk.code, date, lastSerial: lastSerial(tx.db, date, desk.blocks) });
}
