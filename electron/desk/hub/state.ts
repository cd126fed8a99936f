import type { Fault } from '../../contract/base/fault.ts';
import type { Status } from '../../contract/office/office.ts';
import type { HubState } from '../../contract/hub/hub.ts';
import { toCivilTime } from '../../domain/base/civil-time.ts';
import type { HubDesk } from '../../exchange/hub/link.ts';
import { centreDigits, enrolDigits, enrolKeyOf } from '../../exchange/hub/seal.ts';
import { chainsHere, firstOwnAfter, entriesOfOthers } from '../../store/exchange/commits.ts';
import { type Notice, centreKeys, findCentre, trusts } from '../../store/hub/centre.ts';
import type { DeskContext } from '../core/context.ts';
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
    const there = hello?.heads.find((one) => one.kind === 'register' && one.desk === other.uuid)?.seq ?? 0;
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
  const trouble =
    standing.trouble ?? (kept.stopped && ({ fault: kept.stopped.code, data: kept.stopped.data } as Fault));
  return {
    centre: kept.centre,
    address: placeOf(kept).addresses[0] ?? '',
    no: kept.no,
    code: kept.code,
    joinedAt: toCivilTime(kept.joinedAt * 1000),
    state: kept.stopped === null ? standing.state : 'stopped',
    trouble: trouble === null ? null : sentences({ code: trouble.fault, data: trouble.data as Notice['data'] }),
    notices: kept.notices.map(sentences),
    hasKey: key !== undefined,
    centreDigits: key === undefined ? null : centreDigits(key.keyId),
    ownDigits: enrolDigits(kept.centre, kept.no, enrolKeyOf(kept.enrolSecret)),
    lastContact: kept.contactAt === null ? null : toCivilTime(kept.contactAt * 1000),
    outbox: { entries, since: since === undefined ? null : toCivilTime(since * 1000) },
    desks: (hello?.desks ?? []).map(viewOf),
  };
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
    centre: kept.stopped === null ? standing.state : 'stopped',
    heard: entriesOfOthers(desk.store.db),
  };
}
