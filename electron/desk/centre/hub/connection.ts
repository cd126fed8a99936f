import { setImmediate } from 'node:timers/promises';
import { isFault } from '../../../contract/base/fault.ts';
import type { Hello, HubLink } from '../../../exchange/hub/link.ts';
import { centreKeys, findCentre, isInCentre, keepNotices } from '../../../store/centre/hub/centre.ts';
import type { DeskContext } from '../../core/context.ts';
import { backOff, chance, pauses } from './back-off.ts';
import { copyMet } from './courier/courier.ts';
import { type HubService, exchange, goAlone, hubOf, openHub, tellOwn } from './service.ts';
import { isShutOut } from './state.ts';

/** Beside hints, which may be lost. */
const askEvery = 5_000;
/** A desk that waits for the centre's key: who lets it in stands before both screens. */
const askWaitingEvery = 1_000;
/** How long what was just written waits for what comes right behind it, in milliseconds: a reception and its receipt go together. */
const gather = 25;
/** So long after an exchange no hint begins another: where others tell without a pause, what they told meanwhile is taken in at once. */
const rest = 100;
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
    let news: News | undefined;
    try {
      if (standing.state !== 'stopped') standing.state = 'connecting';
      courier.begin();
      const opened = await openHub(desk);
      link = opened;
      let isOpen = true;
      opened.onEnd(() => {
        isOpen = false;
        wake();
      });
      opened.onRival(() => noteRival(desk));
      service.link = opened;
      news = newsOf(desk, opened, wake);
      while (!ended && isOpen && !desk.hasEnded()) {
        news.begin();
        const met = await exchange(service, opened);
        if (isFault(met)) return came;
        came = true;
        news.met(met.hello);
        await setImmediate();
        await quiet(news, opened, () => ended || !isOpen || desk.hasEnded());
      }
    } catch (error) {
      goAlone(service, error);
    } finally {
      news?.end();
      service.link = null;
      const last = link;
      link = null;
      await last?.end().catch(() => undefined);
    }
    return came;
  }

  /**
   * Until there is something for an exchange: the hub has news, or five seconds (one without a key, for no hint tells of a grant). What is written here meanwhile is told
   * by itself, and nothing is taken in for it; what cannot go so waits for the exchange.
   */
  async function quiet(news: News, link: HubLink, isOver: () => boolean): Promise<void> {
    const hasKey = centreKeys(desk.store.db).length > 0;
    const rested = after(rest, wake);
    const late = after(hasKey ? askEvery : askWaitingEvery, wake);
    let isLeft = false;
    try {
      while (!isOver() && !late.isOver() && !(rested.isOver() && (isLeft || news.fromHub()))) {
        if (hasKey && news.fromHere()) isLeft = !(await tellOwn(service, link));
        else await pause(askEvery);
      }
    } finally {
      rested.end();
      late.end();
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

type News = {
  /** Whether the hub said of something that the last exchange did not know yet. */
  fromHub(): boolean;
  /** Whether something was written here since it was asked last, and what came right behind it. */
  fromHere(): boolean;
  /** Before an exchange, which takes in all that was said of until now. */
  begin(): void;
  /** After it: it has read all up to there. */
  met(hello: Pick<Hello, 'pos'>): void;
  end(): void;
};

/** What happened at the hub and here, of which nobody asks while nothing does. @param wake told each time */
function newsOf({ store }: DeskContext, link: HubLink, wake: () => void): News {
  let [said, read] = [0, 0];
  let written = store.journal.head().deskSeq;
  let isWritten = false;
  let gathering: Timer | undefined;
  link.onHint((pos) => {
    said = Math.max(said, pos);
    wake();
  });
  const leave = store.onCommit(() => {
    const { deskSeq } = store.journal.head();
    if (deskSeq === written) return;
    written = deskSeq;
    // One timer, however many commits: the first one waits for it, and so does nobody longer.
    gathering ??= after(gather, () => {
      gathering = undefined;
      isWritten = true;
      wake();
    });
  });
  return {
    fromHub: () => said > read,
    fromHere: () => {
      const is = isWritten;
      isWritten = false;
      return is;
    },
    begin: () => {
      // Also of a place that somebody made up: nobody asks for it twice.
      said = 0;
    },
    met: ({ pos }) => {
      read = pos;
    },
    end: () => {
      leave();
      gathering?.end();
    },
  };
}

type Timer = { isOver(): boolean; end(): void };

/** A timer that holds no process open. */
function after(milliseconds: number, run: () => void): Timer {
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = true;
    run();
  }, milliseconds).unref();
  return { isOver: () => isOver, end: () => clearTimeout(timer) };
}
