import type { Origin, ReceiveInput } from '../contract/case.ts';
import { type Fault, fault, isFault } from '../contract/fault.ts';
import type { ReceivedAction } from '../domain/case-action.ts';
import { nextSerial } from '../domain/case-number.ts';
import type { Procedure } from '../domain/catalogue.ts';
import type { LegDefinition } from '../domain/legs.ts';
import type { Intake } from '../domain/intake.ts';
import { decideIntake } from '../domain/intake-acts.ts';
import { discardDraft } from '../store/draft-store.ts';
import { findCaseRow } from '../store/case-store.ts';
import { findIntake } from '../store/intake-store.ts';
import { lastSerial } from '../store/number-store.ts';
import type { Writer } from '../store/store.ts';
import { authorOf } from './author.ts';
import type { Session } from './client.ts';
import { type CompetentFault, legsFor } from './competent.ts';
import { promiseOf } from './promise.ts';
import { receivedAction } from './received-action.ts';
import { clockFault } from './clock.ts';
import type { Room } from './room.ts';

export type ReceiveFault = Fault<
  | 'procedure-unknown'
  | 'time-limit-missing'
  | 'calendar-ends'
  | 'component-unknown'
  | 'numbers-exhausted'
  | 'clock-untrusted'
  | 'action-not-allowed'
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
    const action = receivedNow(room, tx, came, procedure, legs as readonly LegDefinition[]);
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

export function takeSerial(room: Room, tx: Writer, date: string): number | Fault<'numbers-exhausted'> {
  const { desk } = room.getOffice();
  const blocks = desk.blocks.map((block) => ({ ...block, desk: desk.code }));
  return nextSerial({ blocks, desk: desk.code, date, lastSerial: lastSerial(tx.db, date, desk.blocks) });
}
