import { setImmediate as turnOver } from 'node:timers/promises';
import { type Fault, type FaultCode, fault, faultSentence, isFault } from '../../../contract/base/fault.ts';
import type { HubState, Synced } from '../../../contract/centre/hub/hub.ts';
import type { HubPlace } from '../../../exchange/hub/code.ts';
import { type Hello, HubFault, type HubLink } from '../../../exchange/hub/link.ts';
import { enrolDigits } from '../../../exchange/hub/seal.ts';
import { contradictionsToDecide } from '../../../store/centre/exchange/contradictions.ts';
import {
  type KeptCentre,
  type Notice,
  centreKeys,
  findCentre,
  forgetCentre,
  isInCentre,
  trustDesk,
} from '../../../store/centre/hub/centre.ts';
import { noteBug, storeTroubled, toldInShort } from '../../core/bug.ts';
import type { KeepDecided } from '../../common/office/two-persons.ts';
import type { DeskContext } from '../../core/context.ts';
import { settleKeys } from '../../core/keys/account-keys.ts';
import type { HubWay } from '../../core/ports.ts';
import { machineRun } from '../../core/clock.ts';
import { clockDoubt } from '../../core/hub-clock.ts';
import { type Courier, type Met, createCourier } from './courier/courier.ts';
import { Stopped, Troubled } from './ground.ts';
import { settleNumbers } from './numbers.ts';
import { hubWay } from './network.ts';

/** What goes wrong on the way, why a desk stopped, or the disk. */
export type WayFault = Fault<
  | 'hub-away'
  | 'hub-other-fingerprint'
  | 'hub-certificate-expired'
  | 'hub-not-encrypted'
  | 'hub-no-entry'
  | 'hub-refused'
  | 'hub-place-taken'
  | 'hub-other-version'
  | 'hub-other-centre'
  | 'hub-full'
  | 'hub-broken'
>;
export type HubTrouble =
  | WayFault
  | Fault<
      | 'hub-not-joined'
      | 'hub-code-used'
      | 'hub-desk-elsewhere'
      | 'hub-desk-copied'
      | 'hub-desk-restored'
      | 'hub-desk-closed'
      | 'hub-practice-and-real'
      | 'hub-unexpected'
      | 'disk-full'
      | 'disk-failing'
      | 'store-gone'
      | 'store-damaged'
    >;

/** How this desk and its centre’s hub stand to each other now. */
type Standing = {
  state: HubState['state'];
  trouble: HubTrouble | null;
  hello: Hello | null;
  /** The last moment of the certificate that the hub showed last, milliseconds since 1970; null before. */
  certificateUntil: number | null;
};

/** The desk's side of the hub, one for each opening of a register. */
export type HubService = {
  readonly desk: DeskContext;
  readonly courier: Courier;
  readonly standing: Standing;
  /** An open connection, while the desk keeps one. */
  link: HubLink | null;
  /** What was met last and is in the log already: what is tried again every minute is written there once. */
  logged: { readonly error: string; readonly told: HubTrouble } | null;
  /** A code that was entered and did not come through, with the word that this desk made for it: it may be the one that opens already. */
  tried: { readonly enrolPrivate: Buffer; readonly place: HubPlace } | null;
};

const services = new WeakMap<object, HubService>();

export function hubOf(desk: DeskContext): HubService {
  const known = services.get(desk.opening);
  if (known !== undefined) return known;
  const made: HubService = {
    desk,
    courier: createCourier({
      store: desk.store,
      now: () => desk.ports.clock.now(),
      run: () => machineRun(desk.ports.clock),
      random: (size) => desk.ports.random.bytes(size),
      isPractice: () => desk.practice(),
      breathe: () => turnOver(),
      changed: () => {
        desk.forget();
        // Who was shut out at another counter opens nothing here any more; after whoever is changing keys just now.
        if (desk.vault !== null) void desk.inTurn('keys', async () => desk.hasEnded() || settleKeys(desk));
      },
    }),
    standing: { state: 'connecting', trouble: null, hello: null, certificateUntil: null },
    link: null,
    logged: null,
    tried: null,
  };
  services.set(desk.opening, made);
  return made;
}

export function wayOf(desk: DeskContext): HubWay {
  return desk.ports.hub ?? hubWay;
}

export function placeOf({ place }: Pick<KeptCentre, 'place'>): HubPlace {
  return JSON.parse(place) as HubPlace;
}

export async function openHub(desk: DeskContext): Promise<HubLink> {
  const kept = findCentre(desk.store.db);
  if (kept === undefined) throw new Stopped('hub-not-joined');
  return wayOf(desk).openLink(placeOf(kept));
}

/** Why an exchange ended, as it is told. The disk, the file and mistakes of ours are in the log, once, the last with the reference that is told. */
export function troubleOf(service: HubService, error: unknown): HubTrouble {
  if (error instanceof HubFault) return fault(error.code, {});
  if (error instanceof Stopped) return { fault: error.notice.code, data: error.notice.data } as HubTrouble;
  if (error instanceof Troubled) return error.fault as HubTrouble;
  const { desk, logged } = service;
  // Its register was closed under it: nobody is told of it any more.
  if (desk.hasEnded()) return fault('hub-away', {});
  const text = toldInShort(error);
  if (logged?.error === text) return logged.told;
  const told = storeTroubled(desk, error) ?? fault('hub-unexpected', { ref: noteBug(desk, 'hub', error) });
  service.logged = { error: text, told };
  return told;
}

/** How this desk stands after an exchange or a connection that ended so: the one place that says it. */
export function goAlone(service: HubService, error: unknown): HubTrouble {
  const trouble = troubleOf(service, error);
  service.standing.trouble = trouble;
  service.standing.state = error instanceof Stopped ? 'stopped' : 'alone';
  return trouble;
}

/**
 * One exchange over an open connection, until nothing is left; and the numbers that the hub gave this desk are its block. One at a time.
 */
export async function exchange(service: HubService, link: HubLink): Promise<Met | HubTrouble> {
  const { desk, courier, standing } = service;
  return desk.inTurn('hub', async () => {
    try {
      const met = await courier.meet(link, {
        greeted: (hello) => settleNumbers(desk, hello),
      });
      standing.hello = met.hello;
      standing.certificateUntil = link.certificateUntil ?? standing.certificateUntil;
      standing.state = 'connected';
      standing.trouble = null;
      desk.clock.heard(clockDoubt(desk.store, met.ahead));
      return met;
    } catch (error) {
      return goAlone(service, error);
    }
  });
}

/** Tells what this desk wrote since the last exchange, and takes nothing in: whether nothing is left. What goes wrong is met again, and told, by the next exchange. */
export async function tellOwn({ desk, courier }: HubService, link: HubLink): Promise<boolean> {
  return desk.inTurn('hub', async () => {
    try {
      await courier.tell(link);
      return courier.outbox().entries === 0;
    } catch {
      return false;
    }
  });
}

/** Connects, exchanges and ends: what somebody asks for by hand. Over the connection that is open where there is one. */
export async function syncOnce(desk: DeskContext): Promise<Synced | HubTrouble> {
  const service = hubOf(desk);
  const met = await withLink(service, (link) => exchange(service, link));
  return isFault(met) ? met : synced(desk, met);
}

/** Over the connection that is open, or one of its own that ends with the work. */
export async function withLink<T>(service: HubService, work: (link: HubLink) => Promise<T>): Promise<T | HubTrouble> {
  const { desk, courier } = service;
  let link: HubLink | undefined;
  try {
    if (service.link !== null) return await work(service.link);
    if (!isInCentre(desk.store.db)) throw new Stopped('hub-not-joined');
    courier.begin();
    link = await openHub(desk);
    return await work(link);
  } catch (error) {
    return goAlone(service, error);
  } finally {
    await link?.end();
  }
}

/** Works with this desk's connection to its hub open, where it is in a centre and has none; on an island, or without a hub that answers, without. */
export async function withHub<T>(desk: DeskContext, work: () => Promise<T>): Promise<T> {
  const service = hubOf(desk);
  if (service.link !== null || !isInCentre(desk.store.db)) return work();
  try {
    service.courier.begin();
    service.link = await openHub(desk);
  } catch (error) {
    goAlone(service, error);
  }
  try {
    return await work();
  } finally {
    await service.link?.end();
    service.link = null;
  }
}

async function synced(desk: DeskContext, { pushed, pulled, notices, letIn, hello }: Met): Promise<Synced> {
  const { db } = desk.store;
  return {
    pushed,
    pulled,
    conflicts: contradictionsToDecide(db),
    stateHash: await desk.reader.read('stateHash', null),
    hasKey: centreKeys(db).length > 0,
    notices: notices.map(sentences),
    letIn: letIn.map(({ no, code, enrolKey }) => ({ no, code, digits: enrolDigits(hello.centre, no, enrolKey) })),
  };
}

export function sentences({ code, data }: Notice): { code: string; vi: string; en: string } {
  const known = code as FaultCode;
  return { code, vi: faultSentence(known, data, 'vi'), en: faultSentence(known, data, 'en') };
}

/** A desk that waits is let in, by whoever read its six digits on its own screen. */
export async function approveDesk(
  desk: DeskContext,
  asked: { readonly no: number; readonly digits: string },
  byWhom: string,
  keep: KeepDecided,
): Promise<HubTrouble | Fault<'hub-desk-unknown' | 'hub-digits-differ'> | null> {
  const service = hubOf(desk);
  const kept = findCentre(desk.store.db);
  if (kept === undefined) return fault('hub-not-joined', {});
  // Since this opening nobody has been asked who waits: on the command line a call is an opening of its own.
  const asking = service.standing.hello === null ? await withLink(service, (link) => exchange(service, link)) : null;
  if (isFault(asking)) return asking;
  if (service.standing.hello === null) return fault('hub-away', {});
  const other = service.standing.hello.desks.find(({ no }) => no === asked.no);
  if (other === undefined || other.uuid === null || other.no === kept.no || other.closedAt !== null)
    return fault('hub-desk-unknown', { no: asked.no });
  if (asked.digits.replaceAll(/\D/g, '') !== enrolDigits(kept.centre, other.no, other.enrolKey))
    return fault('hub-digits-differ', {});
  const done = keep((db) => trustDesk(db, other.enrolKey, byWhom, Math.floor(desk.ports.clock.now() / 1000)));
  if (isFault(done)) return done;
  const met = await withLink(service, (link) => exchange(service, link));
  return isFault(met) ? met : null;
}

/** Up to the last entry, then out: its number and ranges stay spent, and what came stays here. */
export async function leaveCentre(
  desk: DeskContext,
  keep: KeepDecided = (change) => desk.store.keep(change),
): Promise<HubTrouble | null> {
  const service = hubOf(desk);
  const left = await withLink(service, async (link) => {
    const met = await exchange(service, link);
    if (isFault(met)) return met;
    await link.leave();
    return null;
  });
  if (left !== null) return left;
  await service.link?.end();
  service.link = null;
  const done = keep(forgetCentre);
  if (isFault(done)) return done;
  service.standing.hello = null;
  // An island asks nobody for the time.
  desk.clock.heard(null);
  return null;
}
