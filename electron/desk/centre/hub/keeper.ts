import { setImmediate } from 'node:timers/promises';
import { isFault } from '../../../contract/base/fault.ts';
import type { HubLink } from '../../../exchange/hub/link.ts';
import { centreKeys, findCentre, isInCentre, keepNotices } from '../../../store/centre/hub/centre.ts';
import type { DeskContext } from '../../core/context.ts';
import { backOff, chance, pauses } from './back-off.ts';
import { copyMet } from './courier/courier.ts';
import { type HubService, exchange, goAlone, hubOf, openHub } from './service.ts';
import { isShutOut } from './state.ts';

/** Beside hints, which may be lost. */
const askEvery = 5_000;
/** A desk that waits for the centre's key: who lets it in stands before both screens. */
const askWaitingEvery = 1_000;
/** How long what was just written waits for what comes right behind it. */
const gather = 250;
/** A desk that was shut out. */
const askOutsideEvery = 10 * 60_000;

/** A copy of this folder was turned away at the hub while this one is at work: it stands where its notices do, and is told again each time it comes. */
function noteRival(desk: DeskContext): void {
  const kept = findCentre(desk.store.db);
  if (kept === undefined || desk.hasEnded()) return;
  const told = copyMet(kept.code, desk.ports.clock.now());
  const others = kept.notices.filter(({ code }) => code !== told.code);
  desk.store.keep((db) => keepNotices(db, [...others, told]));
}

type Kept = { end(): Promise<void> };
const kept = new WeakMap<object, Kept>();

/** Keeps the connection to the hub while a desk is open that joined a centre; on an island nothing begins. Once is enough. */
export function keepConnected(desk: DeskContext): void {
  if (kept.has(desk.opening) || desk.looksOnly !== null || !isInCentre(desk.store.db)) return;
  kept.set(desk.opening, connecting(desk));
}

/** Ends what `keepConnected` began: when this resolves nobody works with the register for the hub any more. */
export async function endConnected(desk: DeskContext): Promise<void> {
  await kept.get(desk.opening)?.end();
  kept.delete(desk.opening);
}

function connecting(desk: DeskContext): Kept {
  const service = hubOf(desk);
  let ended = false;
  let link: HubLink | null = null;
  const { pause, wake } = pauses();

  /** Its centre shut it out: it asks now and then whether it was let in again, and goes on alone. */
  function isOutside(): boolean {
    const { standing } = service;
    const kept = findCentre(desk.store.db);
    return kept !== undefined && isShutOut(kept, standing.trouble);
  }

  async function run(): Promise<void> {
    for (let failures = 0; !ended && !desk.hasEnded() && isInCentre(desk.store.db);) {
      const lasted = await connection(service);
      failures = lasted ? 1 : failures + 1;
      if (!ended) await pause(isOutside() ? askOutsideEvery : backOff(failures, chance(desk)));
    }
  }

  /** One connection, for as long as it lasts; whether it came to an exchange at all. */
  async function connection(service: HubService): Promise<boolean> {
    const { courier, standing } = service;
    let came = false;
    try {
      if (standing.state !== 'stopped') standing.state = 'connecting';
      courier.begin();
      const opened = await openHub(desk);
      link = opened;
      let isOpen = true;
      let hinted = false;
      opened.onEnd(() => {
        isOpen = false;
        wake();
      });
      // What comes close together is fetched together: whoever receives here meanwhile is not held up for each entry of others.
      opened.onHint(() => {
        hinted = true;
      });
      opened.onRival(() => noteRival(desk));
      service.link = opened;
      while (!ended && isOpen && !desk.hasEnded()) {
        hinted = false;
        const tried = desk.store.journal.head().deskSeq;
        const met = await exchange(service, opened);
        if (isFault(met)) return came;
        came = true;
        await setImmediate();
        await quiet(() => ended || !isOpen || hinted, tried);
      }
    } catch (error) {
      goAlone(service, error);
    } finally {
      service.link = null;
      const last = link;
      link = null;
      await last?.end().catch(() => undefined);
    }
    return came;
  }

  /**
   * Until there is something to do: a hint, five seconds (one without a key, for no hint tells of a grant), or an entry of our own.
   * @param tried what the exchange before could bring: of it what still waits has a reason to (no key yet), and is not tried at once again
   */
  async function quiet(isOver: () => boolean, tried: number): Promise<void> {
    const every = centreKeys(desk.store.db).length === 0 ? askWaitingEvery : askEvery;
    const until = desk.ports.clock.now() + every;
    for (let waited = 0; waited < every && !ended && desk.ports.clock.now() < until; waited += gather) {
      if (desk.store.journal.head().deskSeq > tried && hubOf(desk).courier.outbox().entries > 0) return;
      await pause(gather);
      if (isOver()) return;
    }
  }

  const running = run()
    .catch((error: unknown) => {
      // The register cannot even be asked whether it is in a centre.
      goAlone(service, error);
    })
    // It left: whoever joins again begins anew.
    .finally(() => kept.delete(desk.opening));
  return {
    end: async () => {
      ended = true;
      wake();
      await link?.end().catch(() => undefined);
      await running;
    },
  };
}
