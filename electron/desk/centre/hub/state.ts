import { type Fault, fault } from '../../../contract/base/fault.ts';
import type { Status } from '../../../contract/common/office/office.ts';
import type { HubState } from '../../../contract/centre/hub/hub.ts';
import { toCivilTime } from '../../../domain/base/civil-time.ts';
import type { HubDesk } from '../../../exchange/hub/link.ts';
import { centreDigits, enrolDigits, enrolKeyOf } from '../../../exchange/hub/seal.ts';
import { chainsHere, firstOwnAfter } from '../../../store/centre/exchange/commits.ts';
import { entriesOfOthers } from '../../../store/journal/order.ts';
import {
  type KeptCentre,
  type Notice,
  centreKeys,
  findCentre,
  knownDesks,
  trusts,
} from '../../../store/centre/hub/centre.ts';
import type { DeskContext } from '../../core/context.ts';
import { headThere } from './ground.ts';
import { blocksOf } from './numbers.ts';
import { hubOf, placeOf, sentences } from './service.ts';

/** How this desk stands to its centre, for the screen; null on an island. Nobody is asked for it. */
export function stateOf(desk: DeskContext): HubState | null {
  const { db } = desk.store;
  const kept = findCentre(db);
  if (kept === undefined) return null;
  const { standing, courier } = hubOf(desk);
  const [key] = centreKeys(db);
  const { entries, row } = courier.outbox();
  const since = entries === 0 ? undefined : firstOwnAfter(db, row);
  const here = new Map(chainsHere(db).map((one) => [one.desk, one.seq]));
  const trusted = trusts(db);
  const hello = standing.hello;
  const viewOf = (other: HubDesk): HubState['desks'][number] => {
    const isThis = other.no === kept.no;
    const isTrusted = trusted.some(({ enrolKey }) => enrolKey.equals(other.enrolKey));
    const there = hello === null ? 0 : (headThere(hello, other.uuid ?? '')?.seq ?? 0);
    const waits = isThis ? key === undefined : !isTrusted && there === 0;
    const state = other.closedAt !== null ? 'closed' : other.uuid === null ? 'enrolled' : waits ? 'waiting' : 'joined';
    return {
      no: other.no,
      code: other.code,
      isThis,
      state,
      digits: state === 'waiting' ? enrolDigits(kept.centre, other.no, other.enrolKey) : null,
      lastSeen: other.lastSeen === null ? null : toCivilTime(other.lastSeen),
      there,
      here: here.get(other.uuid ?? '') ?? 0,
      numbers: hello === null ? [] : blocksOf(hello, other.no),
    };
  };
  const met = standing.trouble ?? (kept.stopped && ({ fault: kept.stopped.code, data: kept.stopped.data } as Fault));
  const trouble = isShutOut(kept, met) ? fault('hub-shut-out', { desk: kept.code }) : met;
  // Nobody tells of the others to a desk that does not come in: it shows whom it met.
  const remembered = hello === null ? rememberedDesks(desk, kept) : [];
  return {
    centre: kept.centre,
    address: placeOf(kept).addresses[0] ?? '',
    no: kept.no,
    code: kept.code,
    joinedAt: toCivilTime(kept.joinedAt * 1000),
    state: kept.stopped === null && trouble?.fault !== 'hub-shut-out' ? standing.state : 'stopped',
    trouble: trouble === null ? null : sentences({ code: trouble.fault, data: trouble.data as Notice['data'] }),
    notices: kept.notices.map(sentences),
    hasKey: key !== undefined,
    centreDigits: key === undefined ? null : centreDigits(key.keyId),
    ownDigits: enrolDigits(kept.centre, kept.no, enrolKeyOf(kept.enrolSecret)),
    lastContact: kept.contactAt === null ? null : toCivilTime(kept.contactAt * 1000),
    outbox: { entries, since: since === undefined ? null : toCivilTime(since * 1000) },
    desks: hello === null ? remembered : hello.desks.map(viewOf),
  };
}

/** Who was let in before and is refused now was shut out there: a cable that is pulled refuses nobody. */
export function isShutOut({ contactAt }: Pick<KeptCentre, 'contactAt'>, trouble: Fault | null): boolean {
  return contactAt !== null && trouble?.fault === 'hub-refused';
}

function rememberedDesks(desk: DeskContext, kept: KeptCentre): HubState['desks'] {
  const { db } = desk.store;
  const here = new Map(chainsHere(db).map((one) => [one.desk, one.seq]));
  const own = { uuid: kept.uuid, no: kept.no, code: kept.code, seq: kept.pushed.seq };
  return [own, ...knownDesks(db)]
    .toSorted((one, other) => one.no - other.no)
    .map(({ uuid, no, code, seq }) => ({
      no,
      code,
      isThis: no === kept.no,
      state: 'joined',
      digits: null,
      lastSeen: null,
      there: seq,
      here: here.get(uuid) ?? 0,
      numbers: [],
    }));
}

/** The last moment of the certificate that the hub showed; null on an island, and before the first contact since the register was opened. */
export function hubCertificateUntil(desk: DeskContext): number | null {
  return findCentre(desk.store.db) === undefined ? null : hubOf(desk).standing.certificateUntil;
}

/** What the bar at the bottom says of it; asked every few seconds, and of an island with one look at an empty table. */
export function centreInShort(desk: DeskContext): Pick<Status, 'outbox' | 'centre' | 'heard'> {
  const kept = findCentre(desk.store.db);
  if (kept === undefined) return { outbox: { count: 0, oldestAt: null }, centre: null, heard: 0 };
  const { standing, courier } = hubOf(desk);
  const { entries: count, row } = courier.outbox();
  const oldest = count === 0 ? undefined : firstOwnAfter(desk.store.db, row);
  return {
    outbox: { count, oldestAt: oldest === undefined ? null : toCivilTime(oldest * 1000) },
    centre: kept.stopped === null && !isShutOut(kept, standing.trouble) ? standing.state : 'stopped',
    heard: entriesOfOthers(desk.store.db),
  };
}
