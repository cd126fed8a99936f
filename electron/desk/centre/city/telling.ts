import { isFault } from '../../../contract/base/fault.ts';
import { secondsOf, startOfDay, toCivilTime } from '../../../domain/base/civil-time.ts';
import { casesTold, findCity, waitingCount } from '../../../store/centre/city/city.ts';
import { isInCentre } from '../../../store/centre/hub/centre.ts';
import type { DeskContext } from '../../core/context.ts';
import { backOff, chance, pauses } from '../hub/back-off.ts';
import { endConnected, keepConnected } from '../hub/connection.ts';
import { pushNow } from './service.ts';

/** While all goes well a desk looks every so often, in milliseconds: the city's figures are of days. */
const often = 60_000;
/** Failures wait as those of the hub do, so many times as long: a city has 168 centres behind one line. */
const times = 30;

/** So long at most it says nothing, in seconds. */
const seldom = 900;

type Kept = { end(): Promise<void> };
const kept = new WeakMap<object, Kept>();

/** What goes outward by itself while a desk is open: to the hub of its centre, and to the city. */
export function keepTelling(desk: DeskContext): void {
  keepConnected(desk);
  keepSending(desk);
}

/** When this resolves nobody works with the register for others any more. */
export async function endTelling(desk: DeskContext): Promise<void> {
  await kept.get(desk.opening)?.end();
  kept.delete(desk.opening);
  await endConnected(desk);
}

/** Tells the city what is to be told while a desk is open; where nobody joined one, it looks now and then whether a colleague did. Once is enough. */
function keepSending(desk: DeskContext): void {
  if (kept.has(desk.opening) || desk.looksOnly !== null) return;
  kept.set(desk.opening, sending(desk));
}

/** How long until the next look, in milliseconds; somewhere in the upper half, so that a centre's desks and a city's centres do not come all at once. */
export function nextLook(failures: number, chance: number): number {
  return failures === 0 ? Math.round(often / 2 + (often / 2) * chance) : backOff(failures, chance) * times;
}

function sending(desk: DeskContext): Kept {
  let ended = false;
  const { pause, wake } = pauses();

  async function run(): Promise<void> {
    for (let failures = 0; !ended && !desk.hasEnded();) {
      await pause(nextLook(failures, chance(desk)));
      if (ended || desk.hasEnded()) return;
      if (!isDue(desk)) continue;
      const pushed = await pushNow(desk);
      failures = isFault(pushed) && pushed.fault !== 'city-not-joined' ? failures + 1 : 0;
    }
  }

  // Whatever it meets is told by what it answers; what is thrown is a register that cannot be asked any more.
  const running = run().catch(() => undefined);
  return {
    end: async () => {
      ended = true;
      wake();
      await running;
    },
  };
}

/** Something of a day that is over was written since the last look, something waits, or nobody said for a while that nothing does. */
function isDue({ store: { db }, ports }: DeskContext): boolean {
  const city = findCity(db);
  // Of several counters another may have joined.
  if (city === undefined) return isInCentre(db);
  const since = Math.floor(ports.clock.now() / 1000) - (city.doneAt ?? 0);
  const today = secondsOf(startOfDay(toCivilTime(ports.clock.now()).slice(0, 10)));
  const isToldAll = casesTold(db, city.looked, { most: 1, today }).upTo === city.looked;
  return !isToldAll || waitingCount(db) > 0 || since < 0 || since > seldom;
}
