import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { PetitionAct } from '../../../contract/counter/petition/petition.ts';
import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import { civilOfInstant } from '../../../domain/base/civil-time.ts';
import { mayCall } from '../../../domain/common/office/call-roles.ts';
import type { PetitionEvent, PetitionFacts } from '../../../domain/entries/petition.ts';
import { decidePetition, petitionRole } from '../../../domain/counter/petition/acts.ts';
import { type Petition, petitionNumber, petitionSeries } from '../../../domain/counter/petition/petition.ts';
import {
  findPetition,
  findPetitionBySource,
  lastPetitionSerial,
  petitionEvents,
} from '../../../store/counter/petition/petition.ts';
import type { Writer } from '../../../store/store.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import { clockFault } from '../../core/clock.ts';
import type { DeskContext } from '../../core/context.ts';
import { roleInActs } from '../case/act.ts';

export type Registering = {
  readonly petitionId: string;
  /** An instant of before now; left out: now. */
  readonly arrivedAt?: string | undefined;
  readonly facts: PetitionFacts;
};

type RegisterFault = Fault<
  'petition-from-the-future' | 'petition-code-known' | 'clock-untrusted' | 'request-id-reused' | 'disk-full'
>;

/** Writes a petition into the register under the next number of this desk's year. */
export function registerPetition(
  desk: DeskContext,
  { petitionId, arrivedAt, facts }: Registering,
  session: Session,
): 'done' | RegisterFault {
  return desk.store.write(authorOf(session), desk.now(), (tx): 'done' | RegisterFault => {
    const untrusted = clockFault(desk);
    if (untrusted !== null) return untrusted;
    const now = desk.nowCivil();
    const came = arrivedAt === undefined ? undefined : civilOfInstant(arrivedAt);
    if (came !== undefined && came > now) return fault('petition-from-the-future', { arrivedAt: came });
    const event = { facts, ...(came === undefined || came === now ? {} : { arrivedAt: came }) };
    // The same id again is the same petition, or somebody else's mistake.
    if (findPetition(tx.db, petitionId) !== undefined)
      return isSame(tx, petitionId, event) ? 'done' : fault('request-id-reused', {});
    const known = facts.sourceCode === undefined ? undefined : findPetitionBySource(tx.db, facts.sourceCode);
    if (known !== undefined)
      return fault('petition-code-known', { code: facts.sourceCode ?? '', number: petitionNumber(known.petition) });
    const series = petitionSeries(desk.getOffice().desk.code, now);
    const serial = lastPetitionSerial(tx.db, series) + 1;
    const { facts: said, ...when } = event;
    tx.append({ kind: 'petition', petitionId }, { type: 'petition-received', series, serial, ...when, ...said });
    return 'done';
  });
}

/** What was said of it when it was written down; what it was found to be about since is another matter. */
function isSame(
  tx: Writer,
  petitionId: string,
  told: { readonly facts: PetitionFacts; readonly arrivedAt?: string },
): boolean {
  const first = petitionEvents(tx.db, petitionId)[0]?.action;
  if (first?.type !== 'petition-received') return false;
  const { type: _type, series: _series, serial: _serial, arrivedAt, ...facts } = first;
  // Asked again a moment later without a time of arrival, it came when it was first written down.
  const when = told.arrivedAt === undefined || told.arrivedAt === arrivedAt;
  return when && canonicalJson(facts) === canonicalJson(told.facts);
}

export type PetitionActFault = Fault<
  'petition-unknown' | 'action-not-allowed' | 'forbidden' | 'clock-untrusted' | 'disk-full'
>;

/** Does one act on a petition: asks who may, asks what it allows, and records it. */
export function actOnPetition(
  desk: DeskContext,
  petitionId: string,
  act: PetitionAct,
  session: Session,
): Petition['status'] | PetitionActFault {
  const done = desk.store.write(authorOf(session), desk.now(), (tx): PetitionEvent | PetitionActFault => {
    const petition = findPetition(tx.db, petitionId);
    if (petition === undefined) return fault('petition-unknown', { petitionId });
    const untrusted = clockFault(desk);
    if (untrusted !== null) return untrusted;
    const role = petitionRole(act.type);
    // A later day is told by who stands for a leader, too.
    const acting = roleInActs(desk, session);
    if (!mayCall(acting, role)) return fault('forbidden', { role });
    const today = desk.nowCivil().slice(0, 10);
    const event = decidePetition(act, petition, { role: acting, today });
    if (!isFault(event)) tx.append({ kind: 'petition', petitionId }, event);
    return event;
  });
  if (isFault(done)) return done;
  const after = findPetition(desk.store.db, petitionId);
  if (after === undefined) throw new Error(`petition ${petitionId} was just written`);
  return after.status;
}
